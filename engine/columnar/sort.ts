/** Stable sorting of rows by several keys, least significant key first, each by radix. */
import { sortWords } from './sort-words.ts';
import type { Validity, Vector } from './vector.ts';

export interface SortKey {
  readonly vector: Vector;
  readonly ascending: boolean;
  readonly nullsFirst: boolean;
}

const DIGIT_BITS = 11;
/** Below this many rows counting digits costs more than comparing. */
const RADIX_MIN_ROWS = 512;

/** True if the keys, read in row order, never fall. */
function inOrder(keys: Uint32Array, order: Int32Array): boolean {
  const n = order.length;
  let last = n === 0 ? 0 : (keys[order[0] as number] as number);
  for (let i = 1; i < n; i++) {
    const key = keys[order[i] as number] as number;
    if (key < last) return false;
    last = key;
  }
  return true;
}

/** One stable pass by `bits` bits of the keys from `shift` on. */
function radixPass(keys: Uint32Array, from: Int32Array, to: Int32Array, shift: number, counts: Int32Array): void {
  const n = from.length;
  const mask = counts.length - 1;
  counts.fill(0);
  for (let i = 0; i < n; i++) {
    const digit = ((keys[i] as number) >>> shift) & mask;
    counts[digit] = (counts[digit] as number) + 1;
  }
  let sum = 0;
  for (let d = 0; d <= mask; d++) {
    const count = counts[d] as number;
    counts[d] = sum;
    sum += count;
  }
  for (let i = 0; i < n; i++) {
    const row = from[i] as number;
    const digit = ((keys[row] as number) >>> shift) & mask;
    const at = counts[digit] as number;
    counts[digit] = at + 1;
    to[at] = row;
  }
}

/** Reorders `order` stably by one word of each row. Gives the array that holds the result. */
function sortByWord(words: Uint32Array, order: Int32Array, spare: Int32Array): Int32Array {
  if (inOrder(words, order)) return order;
  const n = order.length;
  if (n < RADIX_MIN_ROWS) {
    return order.sort((a, b) => (words[a] as number) - (words[b] as number));
  }
  let min = 0xffffffff;
  let max = 0;
  for (let i = 0; i < n; i++) {
    const w = words[i] as number;
    if (w < min) min = w;
    if (w > max) max = w;
  }
  const range = max - min;
  const bits = range === 0 ? 0 : 32 - Math.clz32(range);
  const passes = Math.ceil(bits / DIGIT_BITS);
  const digitBits = passes === 0 ? 0 : Math.ceil(bits / passes);
  const counts = new Int32Array(1 << digitBits);
  const keys = new Uint32Array(n);
  for (let i = 0; i < n; i++) keys[i] = (words[i] as number) - min;
  let from = order;
  let to = spare;
  for (let p = 0; p < passes; p++) {
    radixPass(keys, from, to, p * digitBits, counts);
    [from, to] = [to, from];
  }
  return from;
}

/** Moves rows with a null to the front or the end, otherwise keeping their order. */
function placeNulls(mask: Uint8Array, order: Int32Array, spare: Int32Array, first: boolean): Int32Array {
  const n = order.length;
  let nulls = 0;
  for (let i = 0; i < n; i++) nulls += mask[i] === 0 ? 1 : 0;
  if (nulls === 0) return order;
  let atNull = first ? 0 : n - nulls;
  let atValid = first ? nulls : 0;
  for (let i = 0; i < n; i++) {
    const row = order[i] as number;
    if (mask[row] === 0) spare[atNull++] = row;
    else spare[atValid++] = row;
  }
  return spare;
}

/** Null rows get the smallest word in use, so that they neither widen the range nor break an order. */
function settleNulls(words: Uint32Array, mask: Validity, n: number): void {
  if (mask === null) return;
  let min = 0xffffffff;
  for (let i = 0; i < n; i++) if (mask[i] !== 0 && (words[i] as number) < min) min = words[i] as number;
  for (let i = 0; i < n; i++) if (mask[i] === 0) words[i] = min;
}

function invert(words: Uint32Array, n: number): void {
  for (let i = 0; i < n; i++) words[i] = ~(words[i] as number);
}

/**
 * The rows 0 … n-1 in the order of the keys, the first key most significant. Stable: rows with equal keys keep their
 * order. Order of values as in Spark: NaN above all numbers, strings by bytes.
 */
export function sortIndices(keys: readonly SortKey[], n: number): Int32Array {
  let order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  let spare = new Int32Array(n);
  const apply = (next: Int32Array): void => {
    if (next === order) return;
    spare = order as Int32Array<ArrayBuffer>;
    order = next as Int32Array<ArrayBuffer>;
  };
  for (let k = keys.length - 1; k >= 0; k--) {
    const { vector, ascending, nullsFirst } = keys[k] as SortKey;
    const mask = vector.validity;
    const { low, high } = sortWords(vector, n);
    for (const words of high === null ? [low] : [low, high]) {
      if (!ascending) invert(words, n);
      settleNulls(words, mask, n);
      apply(sortByWord(words, order, spare));
    }
    if (mask !== null) apply(placeNulls(mask, order, spare, nullsFirst));
  }
  return order;
}
