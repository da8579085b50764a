/** Sinks by format. */
import type { StructType } from '../../types/index.ts';
import type { StreamingSession, StreamSpec } from '../session-contract.ts';
import type { OutputMode } from '../stateful/operator.ts';
import { foreachBatchSink, noopSink } from './callback.ts';
import { consoleSink } from './console.ts';
import { fileSink } from './files.ts';
import { kafkaSink } from './kafka.ts';
import { memorySink } from './memory.ts';
import type { StreamSink } from './sink.ts';

export type { SinkBatch, StreamSink } from './sink.ts';

/** Sinks that get a checkpoint of their own where none is named. */
const TEMPORARY_CHECKPOINT: ReadonlySet<string> = new Set(['console', 'memory', 'noop', 'foreachbatch']);

export function hasTemporaryCheckpoint(spec: StreamSpec): boolean {
  return spec.table === undefined && TEMPORARY_CHECKPOINT.has(spec.format.toLowerCase());
}

export function makeSink(session: StreamingSession, spec: StreamSpec, schema: StructType, mode: OutputMode, runId: string): StreamSink {
  if (spec.foreachBatchId !== undefined) return foreachBatchSink(session, spec.foreachBatchId, runId);
  if (spec.table !== undefined) return fileSink(session, spec, schema, mode);
  switch (spec.format.toLowerCase()) {
    case 'console':
      return consoleSink(session, spec);
    case 'memory':
      return memorySink(session, spec, schema);
    case 'kafka':
      return kafkaSink(session, spec, schema);
    case 'noop':
      return noopSink();
    default:
      return fileSink(session, spec, schema, mode);
  }
}
