/** `foreachBatch` and `noop`. */
import type { StreamingSession } from '../session-contract.ts';
import type { StreamSink } from './sink.ts';

/** Hands each batch to the user's function as a DataFrame over registered rows. */
export function foreachBatchSink(session: StreamingSession, functionId: number, runId: string): StreamSink {
  return {
    kind: 'foreachBatch',
    description: 'ForeachBatchSink',
    addBatch: ({ batchId, schema, rows }) => {
      const hash = `micro-batch-${runId}-${batchId}`;
      session.registerBatch(hash, schema, rows);
      try {
        session.host.callBatchFunction?.(functionId, hash, batchId);
      } finally {
        session.forgetBatch(hash);
      }
      return -1;
    },
  };
}

export function noopSink(): StreamSink {
  return { kind: 'noop', description: 'org.apache.spark.sql.execution.datasources.noop.NoopTable$', addBatch: ({ rows }) => rows.length };
}
