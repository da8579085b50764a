export * from './frame.ts';
export * from './judge.ts';
export * from './run.ts';
export * from './tables.ts';
