/** `observe` as an operator. */
import type { AttributeReference, CollectMetricsNode, LogicalPlan } from '../plan/index.ts';
import type { PhysicalPlan, PlannedSubquery } from './nodes.ts';
import type { AggregationParts } from './strategies/aggregation.ts';

/** Hands its rows on; `parts` are the figures taken apart into aggregates over the rows and results over these. */
export interface CollectMetricsExec {
  readonly op: 'CollectMetrics';
  readonly output: readonly AttributeReference[];
  readonly logical?: LogicalPlan;
  readonly subqueries?: readonly PlannedSubquery[];
  readonly child: PhysicalPlan;
  readonly metrics: CollectMetricsNode;
  readonly parts: AggregationParts;
}
