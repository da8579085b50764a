/**
 * Sort keys as unsigned 32-bit words: for each row one word, or two for 64-bit keys, whose unsigned order is the
 * order of the values. Rows that are null hold anything. The arrays are the caller's, to be given back (`giveBack`).
 */
import { compareStrings, compareValues } from '../types/index.ts';
import type { Value } from '../types/index.ts';
import { valueAt } from './access.ts';
import { giveBack, takeUint32 } from './scratch.ts';
import type { DecimalVector, LongVector, StringVector, Validity, Vector } from './vector.ts';

export interface SortWords {
  readonly low: Uint32Array;
  /** Absent where one word tells all. */
  readonly high: Uint32Array | null;
}

const TWO_32 = 4_294_967_296;

function fromInts(data: Int32Array | Uint8Array, n: number): SortWords {
  const low = takeUint32(n);
  for (let i = 0; i < n; i++) low[i] = (data[i] as number) ^ 0x80000000;
  return { low, high: null };
}

/** The bits of doubles, turned so that they sort as unsigned: NaN last, -0.0 with 0.0. */
function fromDoubles(data: Float64Array, n: number): SortWords {
  const low = takeUint32(n);
  const high = takeUint32(n);
  const one = new Float64Array(1);
  const words = new Uint32Array(one.buffer);
  for (let i = 0; i < n; i++) {
    const x = (data[i] as number) + 0;
    one[0] = x === x ? x : Number.NaN;
    const h = words[1] as number;
    const flip = h >>> 31 === 1 ? 0xffffffff : 0;
    low[i] = (words[0] as number) ^ flip;
    high[i] = h ^ (flip | 0x80000000);
  }
  return { low, high };
}

/** Steps of which all values may be multiples: timestamps of whole seconds or milliseconds. */
const STEPS = [1_000_000, 1000];

/** The values above the least, by the step, in one word; undefined if they are no multiples, or too far apart. */
function fromMultiples(data: Float64Array, mask: Validity, n: number, min: number, range: number): SortWords | undefined {
  for (const step of STEPS) {
    if (range / step >= TWO_32) continue;
    const low = takeUint32(n);
    let i = 0;
    for (; i < n; i++) {
      const x = (data[i] as number) - min;
      const q = Math.floor(x / step);
      if (q * step !== x && (mask === null || mask[i] !== 0)) break;
      low[i] = q;
    }
    if (i === n) return { low, high: null };
    giveBack(low);
  }
  return undefined;
}

/** Safe integers: one word while they lie within 32 bits of each other. */
function fromSafeIntegers(data: Float64Array, mask: Validity, n: number): SortWords {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    if (mask !== null && mask[i] === 0) continue;
    const x = data[i] as number;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  if (max - min >= TWO_32) return fromMultiples(data, mask, n, min, max - min) ?? fromDoubles(data, n);
  const low = takeUint32(n);
  for (let i = 0; i < n; i++) low[i] = (data[i] as number) - min;
  return { low, high: null };
}

function fromBigInts(data: BigInt64Array, n: number): SortWords {
  const words = new Uint32Array(data.buffer, data.byteOffset, n * 2);
  const low = takeUint32(n);
  const high = takeUint32(n);
  for (let i = 0; i < n; i++) {
    low[i] = words[i * 2] as number;
    high[i] = (words[i * 2 + 1] as number) ^ 0x80000000;
  }
  return { low, high };
}

/** The rank of each dictionary entry in use; equal texts share a rank. */
function fromStrings(v: StringVector, n: number): SortWords {
  const { codes, dictionary, validity } = v;
  const used = new Uint8Array(dictionary.length);
  for (let i = 0; i < n; i++) if (validity === null || validity[i] !== 0) used[codes[i] as number] = 1;
  const entries: number[] = [];
  for (let c = 0; c < used.length; c++) if (used[c] === 1) entries.push(c);
  entries.sort((a, b) => compareStrings(dictionary[a] as string, dictionary[b] as string));
  const ranks = new Uint32Array(dictionary.length);
  let rank = 0;
  for (let k = 1; k < entries.length; k++) {
    if (dictionary[entries[k] as number] !== dictionary[entries[k - 1] as number]) rank += 1;
    ranks[entries[k] as number] = rank;
  }
  const low = takeUint32(n);
  for (let i = 0; i < n; i++) low[i] = ranks[codes[i] as number] as number;
  return { low, high: null };
}

/** Anything with an order: values are compared once, rows get their rank. */
function fromValues(v: Vector, n: number): SortWords {
  const values: Value[] = [];
  for (let i = 0; i < n; i++) values.push(valueAt(v, i));
  const order = Array.from({ length: n }, (_, i) => i);
  const compare = (a: number, b: number): number => compareValues(v.type, values[a] as Value, values[b] as Value);
  order.sort(compare);
  const low = new Uint32Array(n);
  let rank = 0;
  for (let k = 1; k < n; k++) {
    if (compare(order[k - 1] as number, order[k] as number) !== 0) rank += 1;
    low[order[k] as number] = rank;
  }
  return { low, high: null };
}

function fromLong(v: LongVector | DecimalVector, n: number): SortWords {
  const { data } = v;
  if (data instanceof Float64Array) return fromSafeIntegers(data, v.validity, n);
  return data instanceof BigInt64Array ? fromBigInts(data, n) : fromValues(v, n);
}

/** The words of the first n rows. */
export function sortWords(v: Vector, n: number): SortWords {
  switch (v.layout) {
    case 'bool':
    case 'int':
      return fromInts(v.data, n);
    case 'double':
      return fromDoubles(v.data, n);
    case 'long':
    case 'decimal':
      return fromLong(v, n);
    case 'string':
      return fromStrings(v, n);
    case 'null':
      return { low: new Uint32Array(n), high: null };
    default:
      return fromValues(v, n);
  }
}
