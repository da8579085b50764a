/**
 * Stable sorting of rows by several keys. The keys' words are cut to the bits they need and packed side by side into as
 * few words as hold them; these are sorted by radix, least significant first.
 */
import { radixSort } from './radix-sort.ts';
import { giveBack, takeInt32, takeUint32 } from './scratch.ts';
import { sortWords } from './sort-words.ts';
import type { Validity, Vector } from './vector.ts';

export interface SortKey {
  readonly vector: Vector;
  readonly ascending: boolean;
  readonly nullsFirst: boolean;
}

const WORD_BITS = 32;
const MAX_WORD = 0xffffffff;

/** Bits of each row's place in the order, one or more keys side by side. */
interface Packed {
  readonly words: Uint32Array;
  bits: number;
}

/** What is packed of one word of a key. */
interface Field {
  readonly words: Uint32Array;
  /** All ones to turn the order round, else 0. */
  readonly flip: number;
  /** The smallest word, after `flip`, of a row that counts. */
  readonly min: number;
  readonly range: number;
}

function bitsOf(range: number): number {
  return range === 0 ? 0 : WORD_BITS - Math.clz32(range);
}

function hasNull(mask: Uint8Array, n: number): boolean {
  for (let i = 0; i < n; i++) if (mask[i] === 0) return true;
  return false;
}

function fieldOf(words: Uint32Array, ascending: boolean, mask: Validity, n: number): Field {
  let low = MAX_WORD;
  let high = 0;
  if (mask === null) {
    for (let i = 0; i < n; i++) {
      const w = words[i] as number;
      if (w < low) low = w;
      if (w > high) high = w;
    }
  } else {
    for (let i = 0; i < n; i++) {
      if (mask[i] === 0) continue;
      const w = words[i] as number;
      if (w < low) low = w;
      if (w > high) high = w;
    }
  }
  if (low > high) return { words, flip: 0, min: 0, range: 0 };
  return { words, flip: ascending ? 0 : -1, min: ascending ? low : ~high >>> 0, range: high - low };
}

/** Adds a field above the bits packed so far; `plus` is added to each value, `atNull` stands for null. */
function put(to: Packed, f: Field, mask: Validity, n: number, plus: number, atNull: number, bits: number): void {
  const { words, flip } = f;
  const target = to.words;
  const shift = to.bits;
  const less = (f.min - plus) | 0;
  to.bits += bits;
  if (mask === null) {
    for (let i = 0; i < n; i++) target[i] = (target[i] as number) | ((((words[i] as number) ^ flip) - less) << shift);
    return;
  }
  for (let i = 0; i < n; i++) {
    const value = mask[i] === 0 ? atNull : ((words[i] as number) ^ flip) - less;
    target[i] = (target[i] as number) | (value << shift);
  }
}

class Packer {
  /** Least significant first. */
  readonly packed: Packed[] = [];
  constructor(private readonly n: number) {}

  private room(bits: number): Packed {
    const last = this.packed[this.packed.length - 1];
    if (last !== undefined && last.bits + bits <= WORD_BITS) return last;
    const words = takeUint32(this.n).fill(0);
    const made: Packed = { words, bits: 0 };
    this.packed.push(made);
    return made;
  }

  /** Adds a key more significant than those before. */
  add({ vector, ascending, nullsFirst }: SortKey): void {
    const { n } = this;
    const { low, high } = sortWords(vector, n);
    const { validity } = vector;
    const mask = validity !== null && hasNull(validity, n) ? validity : null;
    if (high !== null) {
      const f = fieldOf(low, ascending, mask, n);
      const bits = bitsOf(f.range);
      if (bits > 0) put(this.room(bits), f, mask, n, 0, 0, bits);
    }
    const top = fieldOf(high ?? low, ascending, mask, n);
    if (mask === null) {
      const bits = bitsOf(top.range);
      if (bits > 0) put(this.room(bits), top, null, n, 0, 0, bits);
    } else this.addWithNulls(top, mask, nullsFirst);
    giveBack(low, high);
  }

  /** Null is the value below or above all others, or a bit of its own where there is none left. */
  private addWithNulls(f: Field, mask: Uint8Array, nullsFirst: boolean): void {
    const { n } = this;
    if (f.range < MAX_WORD) {
      const bits = bitsOf(f.range + 1);
      put(this.room(bits), f, mask, n, nullsFirst ? 1 : 0, nullsFirst ? 0 : f.range + 1, bits);
      return;
    }
    put(this.room(WORD_BITS), f, mask, n, 0, 0, WORD_BITS);
    const target = this.room(1);
    const flag = nullsFirst ? 1 : 0;
    for (let i = 0; i < n; i++) {
      const valid = mask[i] === 0 ? 0 : 1;
      target.words[i] = (target.words[i] as number) | ((valid === flag ? 1 : 0) << target.bits);
    }
    target.bits += 1;
  }
}

/**
 * The rows 0 … n-1 in the order of the keys, the first key most significant. Stable: rows with equal keys keep their
 * order. Order of values as in Spark: NaN above all numbers, strings by bytes.
 */
export function sortIndices(keys: readonly SortKey[], n: number): Int32Array {
  const packer = new Packer(n);
  for (let k = keys.length - 1; k >= 0; k--) packer.add(keys[k] as SortKey);
  let order: Int32Array = takeInt32(n);
  for (let i = 0; i < n; i++) order[i] = i;
  packer.packed.forEach(({ words, bits }, k) => {
    const sorted = radixSort(words, bits, order, k === 0);
    giveBack(words, sorted === order ? null : order);
    order = sorted;
  });
  return order;
}
