export * from './data-type.ts';
export * from './value.ts';
