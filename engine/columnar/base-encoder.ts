/** What key encoders share: codes in order of first appearance, null a value like any other. */
import { takeInt32 } from './scratch.ts';
import type { Validity, Vector } from './vector.ts';

export interface KeyEncoder {
  /** Number of codes given so far. */
  readonly size: number;
  /** Codes, in an array that is the caller's. */
  assign(v: Vector, n: number): Int32Array;
  find(v: Vector, n: number): Int32Array;
  /** The values by code, from an encoder that can tell them. */
  keys?(): Vector;
}

/** Codes of the inner table are shifted so that null's code falls where null first appeared. */
export abstract class BaseEncoder implements KeyEncoder {
  protected nullCode = -1;
  protected abstract readonly innerSize: number;

  get size(): number {
    return this.innerSize + (this.nullCode >= 0 ? 1 : 0);
  }

  assign(v: Vector, n: number): Int32Array {
    const out = takeInt32(n);
    const mask = v.validity;
    if (mask === null || n === 0) {
      this.inner(v, null, out, n, true);
      return this.nullCode >= 0 ? shift(out, null, this.nullCode, n) : out;
    }
    if (this.nullCode < 0) {
      const first = firstNull(mask, n);
      if (first < n) {
        this.inner(v, mask, out, first, true);
        this.nullCode = this.innerSize;
      }
    }
    this.inner(v, mask, out, n, true);
    return this.nullCode >= 0 ? shift(out, mask, this.nullCode, n) : out;
  }

  find(v: Vector, n: number): Int32Array {
    const out = takeInt32(n);
    this.inner(v, v.validity, out, n, false);
    if (this.nullCode >= 0) return shift(out, v.validity, this.nullCode, n);
    if (v.validity !== null) for (let i = 0; i < n; i++) if (v.validity[i] === 0) out[i] = -1;
    return out;
  }

  /** Codes of the valid rows, without regard to null. */
  protected abstract inner(v: Vector, mask: Validity, out: Int32Array, n: number, add: boolean): void;
}

function firstNull(mask: Uint8Array, n: number): number {
  let i = 0;
  while (i < n && mask[i] !== 0) i++;
  return i;
}

function shift(out: Int32Array, mask: Validity, nullCode: number, n: number): Int32Array {
  for (let i = 0; i < n; i++) {
    if (mask !== null && mask[i] === 0) out[i] = nullCode;
    else if ((out[i] as number) >= nullCode) out[i] = (out[i] as number) + 1;
  }
  return out;
}
