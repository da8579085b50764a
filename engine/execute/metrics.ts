/** What an operator did, counted while it runs. */
import type { Batch } from '../columnar/index.ts';
import type { Environment } from '../core/index.ts';

export interface OperatorMetrics {
  rows: number;
  batches: number;
  /** Milliseconds, inputs included. */
  timeMs: number;
  partitions: number;
  /** Of exchanges: bytes moved (estimated from types and lengths), and partitions before small ones were joined. */
  shuffleBytes?: number;
  shufflePartitions?: number;
}

export function newMetrics(): OperatorMetrics {
  return { rows: 0, batches: 0, timeMs: 0, partitions: 0 };
}

/** Passes batches on and counts them; stopping early ends the source. */
export function* counted(source: Iterable<Batch>, metrics: OperatorMetrics, environment: Environment): Generator<Batch, void, undefined> {
  const iterator = source[Symbol.iterator]();
  let ended = false;
  metrics.partitions += 1;
  try {
    for (;;) {
      const start = environment.elapsed();
      const next = iterator.next();
      metrics.timeMs += environment.elapsed() - start;
      if (next.done === true) {
        ended = true;
        return;
      }
      metrics.rows += next.value.length;
      metrics.batches += 1;
      yield next.value;
    }
  } finally {
    if (!ended) iterator.return?.();
  }
}

/** Counts the rows of a partition that were taken without asking for batches; gives their number. */
export function tally(metrics: OperatorMetrics, rows: number): number {
  metrics.partitions += 1;
  metrics.rows += rows;
  metrics.batches += rows === 0 ? 0 : 1;
  return rows;
}
