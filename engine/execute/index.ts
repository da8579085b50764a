export { aggregateArguments, createAccumulator } from './accumulators.ts';
export * from './context.ts';
export * from './execute.ts';
export * from './expressions/index.ts';
export type { OperatorMetrics } from './metrics.ts';
