export * from './access.ts';
export * from './builders.ts';
export * from './concat.ts';
export * from './gather.ts';
export * from './ranges.ts';
export * from './validity.ts';
export * from './vector.ts';
