/** To which partition of a hash exchange each row goes, and how many go to each. */
import { foldHashes, murmurInt } from './hash.ts';
import { giveBack, takeInt32 } from './scratch.ts';
import type { Vector } from './vector.ts';

/** Of the least width that the number of partitions allows. */
export type PartitionIds = Uint8Array | Uint16Array | Int32Array;

export interface PartitionedRows {
  readonly ids: PartitionIds;
  /** Rows of the partitions before each, and of all: one more entry than partitions. */
  readonly starts: Int32Array;
}

const MAX_BYTE_IDS = 1 << 8;
const MAX_SHORT_IDS = 1 << 16;
/** Spark's seed of the hash by which rows are partitioned. */
const PARTITIONING_SEED = 42;

/** Room for the partitions of n rows. */
export function partitionIds(n: number, count: number): PartitionIds {
  if (count <= MAX_BYTE_IDS) return new Uint8Array(n);
  return count <= MAX_SHORT_IDS ? new Uint16Array(n) : new Int32Array(n);
}

/** `hashpartitioning(keys, count)` of each row: the hash of the keys modulo the count, never negative. The array is the caller's. */
export function hashPartitions(vectors: readonly Vector[], n: number, count: number): Int32Array {
  const ids = takeInt32(n);
  partitionByHash(vectors, count, ids);
  return ids;
}

/** As `hashPartitions`, written to `ids` and counted. */
export function partitionByHash(vectors: readonly Vector[], count: number, ids: PartitionIds): PartitionedRows {
  const n = ids.length;
  const starts = new Int32Array(count + 1);
  const [key] = vectors;
  if (vectors.length === 1 && key?.layout === 'int' && key.validity === null && ids instanceof Uint8Array) {
    partitionInts(key.data, n, count, ids, starts);
  } else {
    const hashes = foldHashes(vectors, n, takeInt32(n).fill(PARTITIONING_SEED));
    partitionHashes(hashes, n, count, ids, starts);
    giveBack(hashes);
  }
  addUp(starts);
  return { ids, starts };
}

/** Rows of which the partition is known already, written to `ids`. */
export function knownPartitions(given: Int32Array, count: number, ids: PartitionIds): PartitionedRows {
  ids.set(given);
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < given.length; i++) {
    const p = (given[i] as number) + 1;
    starts[p] = (starts[p] as number) + 1;
  }
  addUp(starts);
  return { ids, starts };
}

function addUp(starts: Int32Array): void {
  for (let p = 1; p < starts.length; p++) starts[p] = (starts[p] as number) + (starts[p - 1] as number);
}

// A division takes several times as long as a product. Half is added so that no quotient lies next to a whole number,
// where the product's rounding could matter; what is cut off towards zero leaves a rest with the sign of the hash.

function partitionHashes(hashes: Int32Array, n: number, count: number, ids: PartitionIds, starts: Int32Array): void {
  const inverse = 1 / count;
  for (let i = 0; i < n; i++) {
    const x = hashes[i] as number;
    const rest = (x - Math.imul(((x + 0.5) * inverse) | 0, count)) | 0;
    const p = rest + (count & (rest >> 31));
    ids[i] = p;
    starts[p + 1] = (starts[p + 1] as number) + 1;
  }
}

/** The commonest key, in one pass. */
function partitionInts(data: Int32Array, n: number, count: number, ids: Uint8Array, starts: Int32Array): void {
  const inverse = 1 / count;
  for (let i = 0; i < n; i++) {
    const x = murmurInt(data[i] as number, PARTITIONING_SEED);
    const rest = (x - Math.imul(((x + 0.5) * inverse) | 0, count)) | 0;
    const p = rest + (count & (rest >> 31));
    ids[i] = p;
    starts[p + 1] = (starts[p + 1] as number) + 1;
  }
}
