/** Rows that the host registers with the session under a name: a challenge's inputs, a large createDataFrame, micro-batches. */
import { decodeColumn } from '../columnar/index.ts';
import type { Batch } from '../columnar/index.ts';
import { analysisError, invariant } from '../core/index.ts';
import type { StructType } from '../types/index.ts';

export interface LocalTable {
  readonly schema: StructType;
  readonly batch: Batch;
  /** Into how many partitions the rows are cut; by default as many as the session's parallelism. */
  readonly numPartitions?: number;
}

/** Tables by hash (`CachedLocalRelation`). */
export class LocalStore {
  private readonly tables = new Map<string, LocalTable>();

  register(hash: string, table: LocalTable): void {
    const { schema, batch } = table;
    invariant(batch.columns.length === schema.fields.length, `table ${hash} has ${batch.columns.length} columns for ${schema.fields.length} fields`);
    this.tables.set(hash, table);
  }

  /** `columns[j][i]` is the wire value of row i in field j. */
  registerColumns(hash: string, schema: StructType, columns: readonly (readonly unknown[])[], numRows: number, numPartitions?: number): void {
    const vectors = schema.fields.map((f, j) => decodeColumn(f.type, columns[j] ?? []));
    for (const v of vectors) invariant(v.length === numRows, `table ${hash} has a column of ${v.length} values for ${numRows} rows`);
    const batch: Batch = { length: numRows, columns: vectors };
    this.register(hash, { schema, batch, ...(numPartitions === undefined ? {} : { numPartitions }) });
  }

  remove(hash: string): void {
    this.tables.delete(hash);
  }

  get(hash: string): LocalTable {
    const found = this.tables.get(hash);
    if (found === undefined) {
      throw analysisError('LOCAL_RELATION_NOT_FOUND', null, { hash }, `There are no registered rows under the name ${hash}.`);
    }
    return found;
  }
}
