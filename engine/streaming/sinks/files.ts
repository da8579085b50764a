/** Sinks that write files or a table: append only, each batch once. */
import { analysisError } from '../../core/index.ts';
import type { StreamingSession, StreamSpec } from '../session-contract.ts';
import type { StructType } from '../../types/index.ts';
import type { OutputMode } from '../stateful/operator.ts';
import { batchPlan } from './sink.ts';
import type { StreamSink } from './sink.ts';

export function fileSink(session: StreamingSession, spec: StreamSpec, schema: StructType, mode: OutputMode): StreamSink {
  const { format, table, options, partitionBy } = spec;
  const path = spec.path ?? options['path'];
  if (table === undefined && path === undefined) {
    throw analysisError('_LEGACY_ERROR_TEMP_2062', null, {}, `Writing ${format} needs a path: start("/data/out"), or option("path", …).`);
  }
  if (mode !== 'append') {
    const outputMode = mode === 'update' ? 'Update' : 'Complete';
    throw analysisError('STREAMING_OUTPUT_MODE.UNSUPPORTED_DATASOURCE', '42KDE', { className: format, outputMode }, `The sink ${format} takes append mode only: what is in a file cannot be changed.`);
  }
  if (table !== undefined) session.openTable({ name: table, format, path, partitionBy }, schema);
  let last = -1;
  return {
    kind: table === undefined ? format : 'table',
    description: table === undefined ? `FileSink[${path}]` : table,
    addBatch: (batch) => {
      if (batch.batchId > last) {
        last = batch.batchId;
        const target = table === undefined ? { path: path as string } : { table };
        session.write(batchPlan(batch), { format, mode: 'append', options, partitionBy, ...target });
      }
      return -1;
    },
  };
}
