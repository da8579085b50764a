/** Results as they leave the engine. */
import { concatBatches, encodeColumn, sliceBatch } from '../columnar/index.ts';
import type { Batch } from '../columnar/index.ts';
import { typeToJson } from '../types/index.ts';
import type { StructType } from '../types/index.ts';
import type { TableJson } from './request.ts';

/** All rows of some batches as one batch. */
export function oneBatch(schema: StructType, batches: readonly Batch[]): Batch {
  if (batches.length === 1) return batches[0] as Batch;
  return concatBatches(schema.fields.map((f) => f.type), batches);
}

/** A table of wire values. */
export function tableJson(schema: StructType, batch: Batch): TableJson {
  return { schema: typeToJson(schema), numRows: batch.length, columns: batch.columns.map(encodeColumn) };
}

/** As `tableJson`, of the first `maxRows` rows; `totalRows` tells how many there are where some are left out. */
export function firstRowsJson(schema: StructType, batch: Batch, maxRows: number): TableJson {
  if (batch.length <= maxRows) return tableJson(schema, batch);
  return { ...tableJson(schema, sliceBatch(batch, 0, maxRows)), totalRows: batch.length };
}
