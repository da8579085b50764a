/** Buckets of tables: rows spread over files by the hash of some columns, by which shuffles spread them too. */
import { gatherBatch, giveBack, hashPartitions, sortIndices } from '../columnar/index.ts';
import type { Batch, SortKey, Vector } from '../columnar/index.ts';
import type { BucketSpec } from '../plan/index.ts';
import type { StructType } from '../types/index.ts';
import { baseName } from './files/paths.ts';

/** The number that stands in a file's name: `part-00000-…_00003.c000.snappy.parquet`. */
export function bucketOfFile(path: string): number | undefined {
  const found = /_(\d+)(?:\..*)?$/.exec(baseName(path));
  return found === null ? undefined : Number(found[1]);
}

const BUCKET_DIGITS_COUNT = 5;

/** What a file of the bucket has in its name. */
export function bucketSuffix(bucket: number): string {
  return `_${String(bucket).padStart(BUCKET_DIGITS_COUNT, '0')}.c000`;
}

function columnsOf(batch: Batch, schema: StructType, names: readonly string[]): Vector[] {
  return names.map((name) => batch.columns[schema.fields.findIndex((f) => f.name.toLowerCase() === name.toLowerCase())] as Vector);
}

/** The rows by bucket, each bucket sorted as the table says. */
export function byBucket(batch: Batch, schema: StructType, spec: BucketSpec): readonly { readonly bucket: number; readonly batch: Batch }[] {
  const ids = hashPartitions(columnsOf(batch, schema, spec.columns), batch.length, spec.numBuckets);
  const rows = new Map<number, number[]>();
  for (let i = 0; i < batch.length; i++) {
    const id = ids[i] as number;
    const list = rows.get(id);
    if (list === undefined) rows.set(id, [i]);
    else list.push(i);
  }
  giveBack(ids);
  const buckets = [...rows].sort(([a], [b]) => a - b);
  return buckets.map(([bucket, list]) => ({ bucket, batch: sorted(gatherBatch(batch, Int32Array.from(list)), schema, spec.sortColumns) }));
}

function sorted(batch: Batch, schema: StructType, names: readonly string[]): Batch {
  if (names.length === 0) return batch;
  const keys = columnsOf(batch, schema, names).map((vector): SortKey => ({ vector, ascending: true, nullsFirst: true }));
  return gatherBatch(batch, sortIndices(keys, batch.length));
}
