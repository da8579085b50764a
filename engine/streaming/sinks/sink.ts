/** Where micro-batches go (`Sink`). */
import type { Batch } from '../../columnar/index.ts';
import type { AttributeReference, LogicalPlan } from '../../plan/index.ts';
import type { StructType } from '../../types/index.ts';
import type { OutputMode } from '../stateful/operator.ts';

export interface SinkBatch {
  readonly batchId: number;
  readonly mode: OutputMode;
  readonly schema: StructType;
  readonly rows: Batch;
  readonly output: readonly AttributeReference[];
}

export interface StreamSink {
  readonly description: string;
  /** As the page names it: `console`, `memory`, `kafka` … */
  readonly kind: string;
  /** Takes a batch; gives the number of rows, or -1 where the sink cannot say. */
  addBatch(batch: SinkBatch): number;
}

/** The batch's rows as a plan. */
export function batchPlan(batch: SinkBatch): LogicalPlan {
  return { node: 'LocalData', origin: 'rdd', batch: batch.rows, output: batch.output };
}
