/**
 * Storage of aggregates: one slot a group, in typed arrays that double when they are full. Vectors are made of them as they
 * are, since nothing is added to an aggregate of which a result has been asked.
 */
import type { DataType } from '../../types/index.ts';
import type { Validity, Vector } from '../../columnar/index.ts';

type Slots = Float64Array | Int32Array | Uint8Array | BigInt64Array;

const MIN_SLOTS_COUNT = 16;
const PAGE_BYTES = 4096;

/** The array with room for `count` slots; new ones hold 0. */
export function roomFor<T extends Slots>(array: T, count: number): T {
  if (array.length >= count) return array;
  const capacity = Math.max(count, array.length * 2, MIN_SLOTS_COUNT);
  const larger = new (array.constructor as new (n: number) => T)(capacity);
  touchPages(larger);
  larger.set(array as never);
  return larger;
}

/** Makes the system hand out the memory now: to do so between accesses here and there slows those down too. */
function touchPages(array: Slots): void {
  const step = PAGE_BYTES / array.BYTES_PER_ELEMENT;
  const zero = array instanceof BigInt64Array ? 0n : 0;
  for (let i = 0; i < array.length; i += step) array[i] = zero as never;
}

/** The mask of the groups that saw a value; null if all did. */
export function seenMask(seen: Uint8Array, count: number): Validity {
  const mask = seen.subarray(0, count);
  return mask.includes(0) ? mask : null;
}

/** The mask of the groups with a count above 0; null if all have one. */
export function countedMask(counts: Float64Array, count: number): Validity {
  let i = 0;
  while (i < count && (counts[i] as number) > 0) i++;
  if (i === count) return null;
  const out = new Uint8Array(count);
  for (let k = 0; k < count; k++) out[k] = (counts[k] as number) > 0 ? 1 : 0;
  return out;
}

/** A vector of doubles; `seen` tells which groups have a value (absent: all). */
export function doublesOf(type: DataType, data: Float64Array, count: number, seen?: Uint8Array): Vector {
  return {
    layout: 'double',
    type: type as never,
    length: count,
    validity: seen === undefined ? null : seenMask(seen, count),
    data: data.subarray(0, count),
  };
}

/** A vector of counts. */
export function longsOf(type: DataType, data: Float64Array, count: number): Vector {
  return { layout: 'long', type: type as never, length: count, validity: null, data: data.subarray(0, count) };
}

/** Numbers of a column as doubles, converted once; null if its layout holds none. What null rows give is unspecified. */
export function asDoubles(v: Vector): Float64Array | null {
  switch (v.layout) {
    case 'double':
      return v.data;
    case 'int':
      return Float64Array.from(v.data);
    case 'long': {
      if (v.data instanceof Float64Array) return v.data;
      const { data, length } = v;
      const out = new Float64Array(length);
      for (let i = 0; i < length; i++) out[i] = Number(data[i] as bigint);
      return out;
    }
    case 'null':
      return new Float64Array(v.length);
    default:
      return null;
  }
}

/** Where a frame was left: rows [start, end) are summed up; the next frame may continue from `end`. */
export function continues(lo: Int32Array, hi: Int32Array, i: number): boolean {
  return i > 0 && lo[i] === lo[i - 1] && (hi[i] as number) >= (hi[i - 1] as number) && (hi[i - 1] as number) > (lo[i - 1] as number);
}

/** Number of valid rows before each row: frames count theirs by subtraction. */
export function validPrefix(mask: Validity, n: number): Int32Array {
  const out = new Int32Array(n + 1);
  let total = 0;
  for (let i = 0; i < n; i++) {
    if (mask === null || mask[i] !== 0) total++;
    out[i + 1] = total;
  }
  return out;
}
