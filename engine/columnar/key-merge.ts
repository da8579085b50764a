/** Merge joins of two integer columns whose values lie close together: what is asked of them, and of which range they are. */
import type { PartitionIds } from './partition-ids.ts';

/** The widest range of keys, in slots for each row at hand. */
const SLOTS_PER_ROW = 4;
const MIN_SLOTS = 1 << 12;
/** Differences of keys are whole numbers of 32 bits. */
const MAX_KEYS_RANGE = 1 << 30;

export interface MergeSide {
  readonly keys: Int32Array;
  /** The partition of each row; the same for equal keys of both sides. */
  readonly ids: PartitionIds;
  /** Whether rows without a match are kept. */
  readonly keep: boolean;
}

export type MergeSideName = 'left' | 'right';

/** The pairs of rows, group after group and by key within each. */
export interface KeyMerge {
  /** Number of pairs. */
  readonly length: number;
  /** Where the pairs of each group begin, and the end of the last. */
  groupStarts(): Int32Array;
  /** The key of each pair. */
  keys(): Int32Array;
  /** The rows of one side; -1 where it has none. */
  rows(side: MergeSideName): Int32Array;
  /** Values of a side that every pair has. */
  floats(side: MergeSideName, data: Float64Array): Float64Array;
  ints(side: MergeSideName, data: Int32Array): Int32Array;
  /** Nothing is asked for any more. */
  release(): void;
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/** The least key of rows that may be kept, and the number of keys up to the greatest. */
export interface KeyRange {
  readonly min: number;
  readonly slots: number;
}

/** Undefined where the keys lie too far apart. */
export function mergeRange(left: MergeSide, right: MergeSide): KeyRange | undefined {
  const rows = left.keys.length + right.keys.length;
  if (left.keys.length === 0 || right.keys.length === 0) return undefined;
  const [a, b] = [rangeOf(left.keys), rangeOf(right.keys)];
  if (Math.max(a.max, b.max) - Math.min(a.min, b.min) >= MAX_KEYS_RANGE) return undefined;
  const { min, max } = keptRange(left, right, a, b);
  const slots = Math.max(0, max - min + 1);
  return slots > Math.max(MIN_SLOTS, rows * SLOTS_PER_ROW) ? undefined : { min, slots };
}

function keptRange(left: MergeSide, right: MergeSide, a: Range, b: Range): Range {
  if (left.keep && right.keep) return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
  if (left.keep) return a;
  return right.keep ? b : { min: Math.max(a.min, b.min), max: Math.min(a.max, b.max) };
}

function rangeOf(keys: Int32Array): Range {
  let min = 0x7fffffff;
  let max = -0x80000000;
  for (let i = 0; i < keys.length; i++) {
    const x = keys[i] as number;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  return { min, max };
}
