/** Codes of 32-bit integers, in order of first appearance: by a plain array while they are close together, else by a hash table. */
import { Int32KeyTable } from './key-table.ts';
import type { Validity } from './vector.ts';

/** Widest range of values for which codes are looked up in a plain array. */
const DENSE_RANGE_SLOTS = 1 << 21;
const DENSE_RANGE_PER_ROW = 8;
/** Of so many rows one in sixteen is looked at to tell the range of all, and an eighth of it is added at both ends. */
const SAMPLED_FROM_ROWS = 1 << 14;
const SAMPLE_STEP = 16;
const ROOM_SHIFT = 3;

/** Least and greatest value of every `step`-th row; the least is above the greatest if all are masked. */
function rangeOf(data: Int32Array, mask: Validity, n: number, step: number): { readonly min: number; readonly max: number } {
  let min = 0x7fffffff;
  let max = -0x80000000;
  for (let i = 0; i < n; i += step) {
    if (mask !== null && mask[i] === 0) continue;
    const x = data[i] as number;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  return { min, max };
}

export class Int32Codes {
  private dense: Int32Array | null = new Int32Array(0);
  private base = 0;
  private table: Int32KeyTable | null = null;
  private denseSize = 0;

  get size(): number {
    return this.table === null ? this.denseSize : this.table.size;
  }

  run(data: Int32Array, mask: Validity, out: Int32Array, n: number, add: boolean): void {
    if (this.table === null && add) {
      const done = mask === null && n >= SAMPLED_FROM_ROWS ? this.runSampled(data, out, n) : 0;
      if (done > 0) {
        if (done < n) this.run(data.subarray(done, n), null, out.subarray(done), n - done, true);
        return;
      }
      this.fit(data, mask, n);
    }
    if (this.table !== null) {
      if (add) this.table.assign(data, mask, out, n);
      else this.table.find(data, mask, out, n);
    } else this.runDense(data, mask, out, n, add);
  }

  /** Makes the plain array cover the values, or turns to the hash table. */
  private fit(data: Int32Array, mask: Validity, n: number): void {
    const { min, max } = rangeOf(data, mask, n, 1);
    if (min <= max && !this.widen(min, max, n)) {
      this.table = this.toTable(n);
      this.dense = null;
    }
  }

  /** Makes the plain array cover a range too; false where that is too wide. */
  private widen(from: number, to: number, n: number): boolean {
    const dense = this.dense as Int32Array;
    if (dense.length > 0 && from >= this.base && to < this.base + dense.length) return true;
    const min = dense.length === 0 ? from : Math.min(from, this.base);
    const max = dense.length === 0 ? to : Math.max(to, this.base + dense.length - 1);
    const range = max - min + 1;
    if (range > DENSE_RANGE_SLOTS || range > Math.max(65_536, n * DENSE_RANGE_PER_ROW)) return false;
    const wider = new Int32Array(range);
    wider.set(dense, dense.length === 0 ? 0 : this.base - min);
    this.dense = wider;
    this.base = min;
    return true;
  }

  /** Codes of the rows before the first that lies outside of the range that a sample and some room about it make one expect. */
  private runSampled(data: Int32Array, out: Int32Array, n: number): number {
    const { min, max } = rangeOf(data, null, n, SAMPLE_STEP);
    const room = (max - min) >>> ROOM_SHIFT;
    return this.widen(Math.max(min - room, -0x80000000), Math.min(max + room, 0x7fffffff), n) ? this.addInside(data, out, n) : 0;
  }

  /** As long as values are covered by the plain array; tells how many were. */
  private addInside(data: Int32Array, out: Int32Array, n: number): number {
    const dense = this.dense as Int32Array;
    const { base } = this;
    const { length } = dense;
    let size = this.denseSize;
    let i = 0;
    for (; i < n; i++) {
      const at = (data[i] as number) - base;
      if (at < 0 || at >= length) break;
      // New keys among known ones are not foreseen by the processor: no branch.
      const known = dense[at] as number;
      const isNew = (known - 1) >> 31;
      size -= isNew;
      const code = known | (size & isNew);
      dense[at] = code;
      out[i] = code - 1;
    }
    this.denseSize = size;
    return i;
  }

  /** The integers, by code. */
  values(): Int32Array {
    const { dense, base, table } = this;
    if (table !== null) return table.values();
    const out = new Int32Array(this.denseSize);
    for (let i = 0; dense !== null && i < dense.length; i++) {
      if (dense[i] !== 0) out[(dense[i] as number) - 1] = base + i;
    }
    return out;
  }

  private toTable(expected: number): Int32KeyTable {
    const { denseSize } = this;
    const keys = this.values();
    const table = new Int32KeyTable(Math.max(denseSize, expected >> 4));
    table.assign(keys, null, new Int32Array(denseSize), denseSize);
    return table;
  }

  private runDense(data: Int32Array, mask: Validity, out: Int32Array, n: number, add: boolean): void {
    const dense = this.dense as Int32Array;
    const { base } = this;
    const { length } = dense;
    let size = this.denseSize;
    if (!add) {
      for (let i = 0; i < n; i++) {
        const at = (data[i] as number) - base;
        out[i] = at >= 0 && at < length ? (dense[at] as number) - 1 : -1;
      }
      return;
    }
    if (mask === null) {
      this.addInside(data, out, n);
      return;
    }
    for (let i = 0; i < n; i++) {
      if (mask[i] === 0) continue;
      const at = (data[i] as number) - base;
      let code = dense[at] as number;
      if (code === 0) {
        code = ++size;
        dense[at] = code;
      }
      out[i] = code - 1;
    }
    this.denseSize = size;
  }
}
