/** Codes of whole numbers that doubles hold exactly: timestamps, and longs beyond 32 bits. See `Int32KeyTable`. */
import { HASH_HIGH, HASH_LOW, slotsFor } from './key-table.ts';

/** Brings the bits above the lowest 32 into a word. */
const HIGH_WORD = 2 ** -32;

export class Float64KeyTable {
  size = 0;
  private keys: Float64Array;
  /** Code + 1; 0 marks an empty slot. */
  private codes: Int32Array;

  constructor(expected = 0) {
    const slots = slotsFor(expected);
    this.keys = new Float64Array(slots);
    this.codes = new Int32Array(slots);
  }

  /** Codes of `data[i]`; rows that `skip` marks 0 are left as they are in `out`. */
  assign(data: Float64Array, skip: Uint8Array | null, out: Int32Array, n: number): void {
    let { keys, codes, size } = this;
    let mask = keys.length - 1;
    let shift = 32 - Math.log2(keys.length);
    let limit = keys.length >> 1;
    for (let i = 0; i < n; i++) {
      if (skip !== null && skip[i] === 0) continue;
      const key = data[i] as number;
      const high = (key * HIGH_WORD) | 0;
      let slot = Math.imul(Math.imul(key | 0, HASH_LOW) ^ (high ^ (high >>> 15)), HASH_HIGH) >>> shift;
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

  find(data: Float64Array, skip: Uint8Array | null, out: Int32Array, n: number): void {
    const { keys, codes } = this;
    const mask = keys.length - 1;
    const shift = 32 - Math.log2(keys.length);
    for (let i = 0; i < n; i++) {
      if (skip !== null && skip[i] === 0) continue;
      const key = data[i] as number;
      const high = (key * HIGH_WORD) | 0;
      let slot = Math.imul(Math.imul(key | 0, HASH_LOW) ^ (high ^ (high >>> 15)), HASH_HIGH) >>> shift;
      let code = codes[slot] as number;
      while (code !== 0 && keys[slot] !== key) {
        slot = (slot + 1) & mask;
        code = codes[slot] as number;
      }
      out[i] = code - 1;
    }
  }

  /** The keys, by code. */
  values(): Float64Array {
    const { keys, codes } = this;
    const out = new Float64Array(this.size);
    for (let i = 0; i < keys.length; i++) if (codes[i] !== 0) out[(codes[i] as number) - 1] = keys[i] as number;
    return out;
  }

  private rehash(slots: number): void {
    const { keys: oldKeys, codes: oldCodes } = this;
    const keys = new Float64Array(slots);
    const codes = new Int32Array(slots);
    const mask = slots - 1;
    const shift = 32 - Math.log2(slots);
    for (let i = 0; i < oldKeys.length; i++) {
      const code = oldCodes[i] as number;
      if (code === 0) continue;
      const key = oldKeys[i] as number;
      const high = (key * HIGH_WORD) | 0;
      let slot = Math.imul(Math.imul(key | 0, HASH_LOW) ^ (high ^ (high >>> 15)), HASH_HIGH) >>> shift;
      while (codes[slot] !== 0) slot = (slot + 1) & mask;
      keys[slot] = key;
      codes[slot] = code;
    }
    this.keys = keys;
    this.codes = codes;
  }
}
