/** A micro-batch as the page and the judge are told of it. */
import { concatBatches, sliceBatch } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import type { DataSourceScan } from '../../plan/index.ts';
import type { EngineEvent, TableJson } from '../session-contract.ts';
import type { BatchOutput } from './micro-batch.ts';
import type { QueryParts } from './query.ts';

/** Rows of each kind that an event carries at most. */
const SHOWN_ROWS_COUNT = 1000;

export function microBatchEvent(
  parts: QueryParts,
  input: { readonly scan: DataSourceScan | undefined; readonly rows: readonly Batch[] },
  batchId: number,
  output: BatchOutput,
  watermarkMillis: number | undefined,
  progress: Readonly<Record<string, unknown>>,
): EngineEvent {
  const { session, identity, sink, mode, schema } = parts;
  const cut = (b: Batch): Batch => (b.length > SHOWN_ROWS_COUNT ? sliceBatch(b, 0, SHOWN_ROWS_COUNT) : b);
  const { scan, rows } = input;
  const arrived: TableJson =
    scan === undefined
      ? { schema: { type: 'struct', fields: [] }, numRows: 0, columns: [] }
      : session.tableJson(scan.schema, cut(concatBatches(scan.schema.fields.map((f) => f.type), rows)));
  return {
    kind: 'microBatch',
    queryId: identity.id,
    queryName: identity.name,
    sink: sink.kind,
    outputMode: mode,
    batchId,
    arrived,
    watermarkMicros: watermarkMillis === undefined ? null : watermarkMillis * 1000,
    emitted: session.tableJson(schema, cut(output.rows)),
    rowsDroppedByWatermark: output.stateOperators.reduce((sum, s) => sum + s.numRowsDroppedByWatermark, 0),
    stateRows: output.stateOperators.reduce((sum, s) => sum + s.numRowsTotal, 0),
    progress,
  };
}
