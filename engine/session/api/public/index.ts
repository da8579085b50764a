export type * from './column.ts';
export type * from './dataframe.ts';
export type * from './functions.ts';
export type * from './io.ts';
export type * from './session.ts';
export type * from './types.ts';
export type * from './values.ts';
