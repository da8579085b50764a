/** Codes of pairs of dense codes: by a table of two dimensions while that is small, else by hashing. */
import { PairKeyTable } from './key-table.ts';

/** The largest table, in slots, and in slots for each row at hand. */
const MAX_SLOTS = 1 << 20;
const SLOTS_PER_ROW = 4;
const MIN_SLOTS = 1 << 12;

export class PairCodes {
  size = 0;
  private dense: Int32Array | null = new Int32Array(0);
  /** The pair (a, b) is at a * width + b; codes start at 1 there. */
  private width = 0;
  private height = 0;
  private table: PairKeyTable | null = null;

  /**
   * Codes of the pairs (a[i], b[i]), where a < sizeA and b < sizeB, in order of first appearance; rows that `skip` marks 0 are
   * left as they are. `out` may be `a` or `b`.
   */
  assign(a: Int32Array, sizeA: number, b: Int32Array, sizeB: number, skip: Uint8Array | null, out: Int32Array, n: number): void {
    if (this.dense !== null && (sizeA > this.height || sizeB > this.width)) this.fit(sizeA, sizeB, n);
    const { dense, width, table } = this;
    if (table !== null || dense === null) {
      const pairs = table as PairKeyTable;
      pairs.assign(a, b, 1, skip, out, n);
      this.size = pairs.size;
      return;
    }
    let { size } = this;
    for (let i = 0; i < n; i++) {
      if (skip !== null && skip[i] === 0) continue;
      const at = (a[i] as number) * width + (b[i] as number);
      let code = dense[at] as number;
      if (code === 0) {
        code = ++size;
        dense[at] = code;
      }
      out[i] = code - 1;
    }
    this.size = size;
  }

  /** As `assign`, but -1 for pairs not seen by it, and where a or b is -1. */
  find(a: Int32Array, b: Int32Array, skip: Uint8Array | null, out: Int32Array, n: number): void {
    const { dense, width, height, table } = this;
    if (table !== null || dense === null) return (table as PairKeyTable).find(a, b, 1, skip, out, n);
    for (let i = 0; i < n; i++) {
      if (skip !== null && skip[i] === 0) continue;
      const x = a[i] as number;
      const y = b[i] as number;
      out[i] = x >= 0 && y >= 0 && x < height && y < width ? (dense[x * width + y] as number) - 1 : -1;
    }
  }

  /** Makes room for larger codes, or turns to hashing. */
  private fit(sizeA: number, sizeB: number, n: number): void {
    const before = this.dense as Int32Array;
    const { width: oldWidth, height: oldHeight, size } = this;
    const height = sizeA > oldHeight ? Math.max(sizeA, oldHeight * 2) : oldHeight;
    const width = sizeB > oldWidth ? Math.max(sizeB, oldWidth * 2) : oldWidth;
    if (height * width <= Math.min(MAX_SLOTS, Math.max(MIN_SLOTS, n * SLOTS_PER_ROW))) {
      const dense = new Int32Array(height * width);
      for (let x = 0; x < oldHeight; x++) dense.set(before.subarray(x * oldWidth, (x + 1) * oldWidth), x * width);
      this.dense = dense;
      this.width = width;
      this.height = height;
      return;
    }
    const [a, b] = [new Int32Array(size), new Int32Array(size)];
    for (let at = 0; at < before.length; at++) {
      const code = (before[at] as number) - 1;
      if (code < 0) continue;
      a[code] = Math.floor(at / oldWidth);
      b[code] = at % oldWidth;
    }
    this.table = new PairKeyTable(Math.max(size, n >> 4));
    this.table.assign(a, b, 1, null, new Int32Array(size), size);
    this.dense = null;
  }
}
