import { concatBatches } from '../columnar/index.ts';
import type { Batch } from '../columnar/index.ts';
import type { AttributeReference } from '../plan/index.ts';

/** All rows of some batches as one batch with the given columns. */
export function gatherAll(batches: Iterable<Batch>, columns: readonly AttributeReference[]): Batch {
  const parts = [...batches];
  if (parts.length === 1) return parts[0] as Batch;
  return concatBatches(columns.map((a) => a.type), parts);
}
