/** `format("memory").queryName("v")`: rows kept under a temporary view. */
import type { Batch } from '../../columnar/index.ts';
import { analysisError } from '../../core/index.ts';
import type { StructType } from '../../types/index.ts';
import type { StreamingSession, StreamSpec } from '../session-contract.ts';
import type { StreamSink } from './sink.ts';

/** Raises _LEGACY_ERROR_TEMP_1194 without a name. */
export function memorySink(session: StreamingSession, spec: StreamSpec, schema: StructType): StreamSink {
  const { queryName } = spec;
  if (queryName === undefined) {
    throw analysisError('_LEGACY_ERROR_TEMP_1194', null, {}, 'The memory sink keeps its rows under the name of the query: add queryName("…").');
  }
  let batches: Batch[] = [];
  let last = -1;
  session.createMemoryView(queryName, schema, () => batches);
  return {
    kind: 'memory',
    description: 'MemorySink',
    addBatch: ({ batchId, mode, rows }) => {
      // A batch that runs again after a restart is not taken twice.
      if (batchId <= last) return rows.length;
      last = batchId;
      batches = mode === 'complete' ? [rows] : [...batches, rows];
      return rows.length;
    },
  };
}
