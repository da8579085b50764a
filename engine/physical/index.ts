export * from './conf.ts';
export type { PlanContext } from './context.ts';
export * from './nodes.ts';
export * from './partitioning.ts';
export * from './planner.ts';
export * from './properties.ts';
export * from './statistics.ts';
export * from './explain/index.ts';
