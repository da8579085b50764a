/** Figures that `observe` found while a query ran, kept for those who ask for them. */
import type { Batch } from '../columnar/index.ts';
import type { CollectMetricsNode } from '../plan/index.ts';
import type { StructType } from '../types/index.ts';

/** One row. */
export interface Observed {
  readonly schema: StructType;
  readonly batch: Batch;
}

export class Observations {
  private readonly running: { readonly node: CollectMetricsNode; readonly figures: () => Batch }[] = [];

  readonly observe = (node: CollectMetricsNode, figures: () => Batch): void => {
    this.running.push({ node, figures });
  };

  /** Once the query has ended well. What an Observation has been told does not change any more. */
  keep(into: Map<number, Observed>): void {
    for (const { node, figures } of this.running) {
      const { observationId, metrics } = node;
      if (observationId === undefined || into.has(observationId)) continue;
      const fields = metrics.map(({ name, type, nullable }) => ({ name, type, nullable }));
      into.set(observationId, { schema: { kind: 'struct', fields }, batch: figures() });
    }
  }
}
