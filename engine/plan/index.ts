export * from './expressions.ts';
export * from './relations.ts';
export type * from './resolved.ts';
