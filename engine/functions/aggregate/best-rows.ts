/** For window frames: the row of the largest or smallest value in each frame. */
import type { StringVector, Vector } from '../../columnar/index.ts';
import { compareStrings } from '../../types/index.ts';
import { continues } from './slots.ts';

/** Numbers in the order of the values: rows compare as these do. Undefined where there are none (big integers, nested). */
function orderNumbers(v: Vector): Float64Array | Int32Array | undefined {
  switch (v.layout) {
    case 'int':
    case 'double':
      return v.data;
    case 'bool':
      return Int32Array.from(v.data);
    case 'long':
    case 'decimal':
      return v.data instanceof Float64Array ? v.data : undefined;
    case 'string':
      return stringRanks(v);
    default:
      return undefined;
  }
}

/** Place of each row's string in the sorted dictionary; equal strings share it. */
function stringRanks(v: StringVector): Int32Array {
  const { codes, dictionary, length } = v;
  const order = Int32Array.from(dictionary, (_, i) => i).sort((a, b) => compareStrings(dictionary[a] as string, dictionary[b] as string));
  const rank = new Int32Array(dictionary.length);
  for (let k = 1; k < order.length; k++) {
    const same = dictionary[order[k] as number] === dictionary[order[k - 1] as number];
    rank[order[k] as number] = (rank[order[k - 1] as number] as number) + (same ? 0 : 1);
  }
  const out = new Int32Array(length);
  for (let i = 0; i < length; i++) out[i] = rank[codes[i] as number] as number;
  return out;
}

/**
 * Rows of the best values, -1 for frames without a value; sign 1 for the largest. Of equal values the first row of the
 * frame is taken. Undefined if the type has no kernel.
 */
export function bestRows(v: Vector, lo: Int32Array, hi: Int32Array, n: number, sign: 1 | -1): Int32Array | undefined {
  const keys = orderNumbers(v);
  if (keys === undefined) return undefined;
  return slides(lo, hi, n) ? slidingBest(keys, v.validity, lo, hi, n, sign) : growingBest(keys, v.validity, lo, hi, n, sign);
}

/** Whether both ends of the frames only move forward: then one queue serves all frames. */
function slides(lo: Int32Array, hi: Int32Array, n: number): boolean {
  for (let i = 1; i < n; i++) {
    if ((lo[i] as number) < (lo[i - 1] as number) || (hi[i] as number) < (hi[i - 1] as number)) return false;
  }
  return true;
}

/** True if key x is strictly better than key y: NaN is the largest. */
function isBetter(x: number, y: number, sign: 1 | -1): boolean {
  return sign === 1 ? x > y || (x !== x && y === y) : x < y || (y !== y && x === x);
}

/** A queue of rows in which each is better than those behind it; its head is the best of the frame. */
function slidingBest(keys: Float64Array | Int32Array, mask: Uint8Array | null, lo: Int32Array, hi: Int32Array, n: number, sign: 1 | -1): Int32Array {
  const out = new Int32Array(n);
  const queue = new Int32Array(keys.length);
  let head = 0;
  let tail = 0;
  let next = 0;
  for (let i = 0; i < n; i++) {
    const start = lo[i] as number;
    const end = hi[i] as number;
    if (next < start) next = start;
    for (; next < end; next++) {
      if (mask !== null && mask[next] === 0) continue;
      const x = keys[next] as number;
      while (tail > head && isBetter(x, keys[queue[tail - 1] as number] as number, sign)) tail--;
      queue[tail++] = next;
    }
    while (head < tail && (queue[head] as number) < start) head++;
    out[i] = head < tail && (queue[head] as number) < end ? (queue[head] as number) : -1;
  }
  return out;
}

function growingBest(keys: Float64Array | Int32Array, mask: Uint8Array | null, lo: Int32Array, hi: Int32Array, n: number, sign: 1 | -1): Int32Array {
  const out = new Int32Array(n);
  let best = -1;
  for (let i = 0; i < n; i++) {
    let k = lo[i] as number;
    const end = hi[i] as number;
    if (continues(lo, hi, i)) k = hi[i - 1] as number;
    else best = -1;
    for (; k < end; k++) {
      if (mask !== null && mask[k] === 0) continue;
      if (best < 0 || isBetter(keys[k] as number, keys[best] as number, sign)) best = k;
    }
    out[i] = best;
  }
  return out;
}
