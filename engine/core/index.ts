export * from './clock.ts';
export * from './environment.ts';
export * from './errors.ts';
export * from './java-blanks.ts';
export * from './limits.ts';
