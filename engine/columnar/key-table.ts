/**
 * Open-addressing tables from keys to dense codes 0, 1, 2 … in order of first appearance. Each keeps keys and codes in
 * typed arrays side by side, at most half full, probed linearly. `assign` adds absent keys, `find` gives -1 for them.
 */

const MIN_SLOTS = 1024;
export const HASH_LOW = 0x9e3779b1;
export const HASH_HIGH = 0x85ebca6b;

/** Slots of a table that takes so many keys before it grows. */
export function slotsFor(keys: number): number {
  let slots = MIN_SLOTS;
  while (slots < keys * 2) slots *= 2;
  return slots;
}

/** Codes of 32-bit integers. */
export class Int32KeyTable {
  size = 0;
  private keys: Int32Array;
  /** Code + 1; 0 marks an empty slot. */
  private codes: Int32Array;

  constructor(expected = 0) {
    const slots = slotsFor(expected);
    this.keys = new Int32Array(slots);
    this.codes = new Int32Array(slots);
  }

  /** Codes of `data[i]`; rows that `skip` marks 0 are left as they are in `out`. */
  assign(data: Int32Array, skip: Uint8Array | null, out: Int32Array, n: number): void {
    let { keys, codes, size } = this;
    let mask = keys.length - 1;
    let shift = 32 - Math.log2(keys.length);
    let limit = keys.length >> 1;
    for (let i = 0; i < n; i++) {
      if (skip !== null && skip[i] === 0) continue;
      const key = data[i] as number;
      let slot = Math.imul(key, HASH_LOW) >>> shift;
      let code = codes[slot] as number;
      while (code !== 0 && keys[slot] !== key) {
        slot = (slot + 1) & mask;
        code = codes[slot] as number;
      }
      if (code === 0) {
        code = ++size;
        keys[slot] = key;
        codes[slot] = code;
        if (size > limit) {
          this.rehash(keys.length * 2);
          keys = this.keys;
          codes = this.codes;
          mask = keys.length - 1;
          shift = 32 - Math.log2(keys.length);
          limit = keys.length >> 1;
        }
      }
      out[i] = code - 1;
    }
    this.size = size;
  }

  find(data: Int32Array, skip: Uint8Array | null, out: Int32Array, n: number): void {
    const { keys, codes } = this;
    const mask = keys.length - 1;
    const shift = 32 - Math.log2(keys.length);
    for (let i = 0; i < n; i++) {
      if (skip !== null && skip[i] === 0) continue;
      const key = data[i] as number;
      let slot = Math.imul(key, HASH_LOW) >>> shift;
      let code = codes[slot] as number;
      while (code !== 0 && keys[slot] !== key) {
        slot = (slot + 1) & mask;
        code = codes[slot] as number;
      }
      out[i] = code - 1;
    }
  }

  /** The keys, by code. */
  values(): Int32Array {
    const { keys, codes } = this;
    const out = new Int32Array(this.size);
    for (let i = 0; i < keys.length; i++) if (codes[i] !== 0) out[(codes[i] as number) - 1] = keys[i] as number;
    return out;
  }

  private rehash(slots: number): void {
    const { keys: oldKeys, codes: oldCodes } = this;
    const keys = new Int32Array(slots);
    const codes = new Int32Array(slots);
    const mask = slots - 1;
    const shift = 32 - Math.log2(slots);
    for (let i = 0; i < oldKeys.length; i++) {
      const code = oldCodes[i] as number;
      if (code === 0) continue;
      const key = oldKeys[i] as number;
      let slot = Math.imul(key, HASH_LOW) >>> shift;
      while (codes[slot] !== 0) slot = (slot + 1) & mask;
      keys[slot] = key;
      codes[slot] = code;
    }
    this.keys = keys;
    this.codes = codes;
  }
}

/** Codes of pairs of 32-bit words: 64-bit keys, and pairs of codes. */
export class PairKeyTable {
  size = 0;
  /** Slot s holds the pair at 2s and 2s + 1. */
  private keys: Int32Array;
  private codes: Int32Array;

  constructor(expected = 0) {
    const slots = slotsFor(expected);
    this.keys = new Int32Array(slots * 2);
    this.codes = new Int32Array(slots);
  }

  /**
   * Codes of the pairs (low[i * step], high[i * step]); for the words of a 64-bit array step is 2 and `high` starts one
   * word later. Rows that `skip` marks 0 are left as they are in `out`.
   */
  assign(low: Int32Array, high: Int32Array, step: number, skip: Uint8Array | null, out: Int32Array, n: number): void {
    let { keys, codes, size } = this;
    let mask = codes.length - 1;
    let shift = 32 - Math.log2(codes.length);
    let limit = codes.length >> 1;
    for (let i = 0, at = 0; i < n; i++, at += step) {
      if (skip !== null && skip[i] === 0) continue;
      const a = low[at] as number;
      const b = high[at] as number;
      let slot = Math.imul(Math.imul(a, HASH_LOW) ^ (b ^ (b >>> 15)), HASH_HIGH) >>> shift;
      let code = codes[slot] as number;
      while (code !== 0 && (keys[slot * 2] !== a || keys[slot * 2 + 1] !== b)) {
        slot = (slot + 1) & mask;
        code = codes[slot] as number;
      }
      if (code === 0) {
        code = ++size;
        keys[slot * 2] = a;
        keys[slot * 2 + 1] = b;
        codes[slot] = code;
        if (size > limit) {
          this.rehash(codes.length * 2);
          keys = this.keys;
          codes = this.codes;
          mask = codes.length - 1;
          shift = 32 - Math.log2(codes.length);
          limit = codes.length >> 1;
        }
      }
      out[i] = code - 1;
    }
    this.size = size;
  }

  find(low: Int32Array, high: Int32Array, step: number, skip: Uint8Array | null, out: Int32Array, n: number): void {
    const { keys, codes } = this;
    const mask = codes.length - 1;
    const shift = 32 - Math.log2(codes.length);
    for (let i = 0, at = 0; i < n; i++, at += step) {
      if (skip !== null && skip[i] === 0) continue;
      const a = low[at] as number;
      const b = high[at] as number;
      let slot = Math.imul(Math.imul(a, HASH_LOW) ^ (b ^ (b >>> 15)), HASH_HIGH) >>> shift;
      let code = codes[slot] as number;
      while (code !== 0 && (keys[slot * 2] !== a || keys[slot * 2 + 1] !== b)) {
        slot = (slot + 1) & mask;
        code = codes[slot] as number;
      }
      out[i] = code - 1;
    }
  }

  private rehash(slots: number): void {
    const { keys: oldKeys, codes: oldCodes } = this;
    const keys = new Int32Array(slots * 2);
    const codes = new Int32Array(slots);
    const mask = slots - 1;
    const shift = 32 - Math.log2(slots);
    for (let i = 0; i < oldCodes.length; i++) {
      const code = oldCodes[i] as number;
      if (code === 0) continue;
      const a = oldKeys[i * 2] as number;
      const b = oldKeys[i * 2 + 1] as number;
      let slot = Math.imul(Math.imul(a, HASH_LOW) ^ (b ^ (b >>> 15)), HASH_HIGH) >>> shift;
      while (codes[slot] !== 0) slot = (slot + 1) & mask;
      keys[slot * 2] = a;
      keys[slot * 2 + 1] = b;
      codes[slot] = code;
    }
    this.keys = keys;
    this.codes = codes;
  }
}
