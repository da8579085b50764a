/** Results as they leave the engine. */
import { concatBatches, encodeColumn } from '../columnar/index.ts';
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
