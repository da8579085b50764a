export * from './expression-visit.ts';
export * from './expressions.ts';
export * from './nodes.ts';
export * from './plan-visit.ts';
export * from './relations.ts';
export type * from './resolved.ts';
