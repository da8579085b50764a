/** To which partition each row of an exchange goes. */
import { concat, sortIndices } from '../../columnar/index.ts';
import type { SortKey, Vector } from '../../columnar/index.ts';
import { groupStarts } from '../adjacent.ts';
import { XORShiftRandom } from '../../functions/random/xor-shift-random.ts';

/** In turn, beginning at a place that depends on the map task. */
export function roundRobinPartitions(mapIndex: number, rows: number, n: number): Int32Array {
  const ids = new Int32Array(rows);
  let at = new XORShiftRandom(BigInt(mapIndex)).nextInt(n);
  for (let i = 0; i < rows; i++) {
    at = at + 1 === n ? 0 : at + 1;
    ids[i] = at;
  }
  return ids;
}

/** Rows sampled for each output partition, as `spark.sql.execution.rangeExchange.sampleSizePerPartition`. */
const SAMPLE_ROWS_PER_PARTITION = 100;
const SAMPLE_ROWS_MAX = 1_000_000;
const OVERSAMPLING_FACTOR = 3;

export interface RangeLayout {
  /** Rows of all map tasks, one after another, in the order of the keys. */
  readonly order: Int32Array;
  /** Partition p holds `order[starts[p] .. starts[p + 1])`. */
  readonly starts: Int32Array;
}

/**
 * By ranges of the keys, of about equal size: bounds as Spark's `RangePartitioner` chooses them from a sample, which is
 * all rows while they are few. Rows equal to a bound go to the partition below it.
 */
export function rangeLayout(keys: readonly (readonly SortKey[])[], rowCounts: readonly number[], n: number): RangeLayout {
  const rows = rowCounts.reduce((a, b) => a + b, 0);
  const first = keys[0] ?? [];
  const whole = first.map((k, c): SortKey => ({ ...k, vector: concat(k.vector.type, keys.map((list) => (list[c] as SortKey).vector)) }));
  const order = sortIndices(whole, rows);
  const newKey = groupStarts(whole.map((k) => k.vector), order);
  const bounds = rangeBounds(rows, rowCounts.length, newKey, n);
  const starts = new Int32Array(bounds.length + 2);
  starts.set(bounds, 1);
  starts[bounds.length + 1] = rows;
  return { order, starts };
}

/** Positions in the sorted rows at which the next partition begins. */
function rangeBounds(rows: number, maps: number, newKey: Uint8Array, n: number): Int32Array {
  const sampleSize = Math.min(SAMPLE_ROWS_PER_PARTITION * n, SAMPLE_ROWS_MAX);
  const limit = Math.ceil((OVERSAMPLING_FACTOR * sampleSize) / Math.max(1, maps)) * Math.max(1, maps);
  const step = rows <= limit ? 1 : rows / limit;
  const samples = Math.floor(rows / step);
  const parts = Math.min(n, samples);
  const bounds: number[] = [];
  const share = samples / Math.max(1, parts);
  let target = share;
  let previousEnd = 0;
  for (let i = 0; i < samples && bounds.length < parts - 1; i++) {
    if (i + 1 < target) continue;
    const row = Math.min(rows - 1, Math.floor(i * step));
    if (row < previousEnd) continue;
    let end = row + 1;
    while (end < rows && newKey[end] === 0) end++;
    bounds.push(end);
    previousEnd = end;
    target += share;
  }
  return Int32Array.from(bounds);
}

/** The partition of each row of the layout, rows numbered over all map tasks. */
export function rangePartitions(layout: RangeLayout): Int32Array {
  const { order, starts } = layout;
  const ids = new Int32Array(order.length);
  for (let p = 0; p + 1 < starts.length; p++) {
    for (let i = starts[p] as number; i < (starts[p + 1] as number); i++) ids[order[i] as number] = p;
  }
  return ids;
}

/** The partitions that numbers name, modulo their count; null is the first. */
export function directPartitions(numbers: Vector, n: number): Int32Array {
  const out = new Int32Array(numbers.length);
  if (numbers.layout !== 'int') return out;
  const { data, validity } = numbers;
  for (let i = 0; i < out.length; i++) {
    const rest = (data[i] as number) % n;
    out[i] = validity !== null && validity[i] === 0 ? 0 : rest < 0 ? rest + n : rest;
  }
  return out;
}
