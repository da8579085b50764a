/** Sums of doubles in row order, as Spark adds them: each partial sum starts at 0.0. */
import { giveBack, takeFloat64 } from '../../columnar/index.ts';
import type { Validity, Vector } from '../../columnar/index.ts';
import type { DataType } from '../../types/index.ts';
import { asDoubles, continues, countedMask, roomFor } from './slots.ts';

export class DoubleSums {
  sums = new Float64Array(0);
  /** Values added; kept as doubles, for they are divided by. */
  counts = new Float64Array(0);
  count = 0;

  grow(count: number): void {
    this.count = count;
    this.sums = roomFor(this.sums, count);
    this.counts = roomFor(this.counts, count);
  }

  /** Adds a column of numbers (not decimals). */
  add(groups: Int32Array, v: Vector, n: number): void {
    const data = asDoubles(v);
    if (data === null) return;
    const { sums, counts } = this;
    const mask = v.validity;
    if (mask === null) {
      for (let i = 0; i < n; i++) {
        const g = groups[i] as number;
        sums[g] = (sums[g] as number) + (data[i] as number);
        counts[g] = (counts[g] as number) + 1;
      }
      return;
    }
    for (let i = 0; i < n; i++) {
      if (mask[i] === 0) continue;
      const g = groups[i] as number;
      sums[g] = (sums[g] as number) + (data[i] as number);
      counts[g] = (counts[g] as number) + 1;
    }
  }

  /** Adds partial sums and their counts. */
  merge(groups: Int32Array, state: readonly Vector[], n: number): void {
    const [part, partCounts] = state;
    if (part?.layout !== 'double' || partCounts?.layout !== 'double') return;
    const { sums, counts } = this;
    for (let i = 0; i < n; i++) {
      const g = groups[i] as number;
      sums[g] = (sums[g] as number) + (part.data[i] as number);
      counts[g] = (counts[g] as number) + (partCounts.data[i] as number);
    }
  }
}

/** Sums alone, of which it matters only whether a value was added at all. */
export class SeenSums {
  protected sums = new Float64Array(0);
  protected seen = new Uint8Array(0);
  protected count = 0;

  grow(count: number): void {
    this.count = count;
    this.sums = roomFor(this.sums, count);
    this.seen = roomFor(this.seen, count);
  }

  /** Adds a column of numbers (not decimals). */
  protected add(groups: Int32Array, v: Vector, n: number): void {
    const data = asDoubles(v);
    if (data === null) return;
    if (v.validity === null) this.addAll(groups, data, n);
    else this.addSome(groups, data, v.validity, n);
  }

  private addAll(groups: Int32Array, data: Float64Array, n: number): void {
    const { sums, seen } = this;
    for (let i = 0; i < n; i++) {
      const g = groups[i] as number;
      sums[g] = (sums[g] as number) + (data[i] as number);
      seen[g] = 1;
    }
  }

  /** Rows whose mask is not 0. */
  private addSome(groups: Int32Array, data: Float64Array, mask: Uint8Array, n: number): void {
    const { sums, seen } = this;
    for (let i = 0; i < n; i++) {
      if (mask[i] === 0) continue;
      const g = groups[i] as number;
      sums[g] = (sums[g] as number) + (data[i] as number);
      seen[g] = 1;
    }
  }

  /** Adds partial sums, of which a mask tells which groups have one. */
  merge(groups: Int32Array, state: readonly Vector[], n: number): void {
    const [part, partSeen] = state;
    if (part?.layout !== 'double' || partSeen?.layout !== 'bool') return;
    if (allSeen(partSeen.data, n)) this.addAll(groups, part.data, n);
    else this.addSome(groups, part.data, partSeen.data, n);
  }
}

function allSeen(mask: Uint8Array, n: number): boolean {
  return !mask.subarray(0, n).includes(0);
}

/** Sum and number of values of each frame, nulls left out: continued while a frame only grows, added up anew when its start moves. */
function addFrames(data: Float64Array, mask: Validity, lo: Int32Array, hi: Int32Array, n: number, sums: Float64Array, counts: Float64Array): void {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < n; i++) {
    let k = lo[i] as number;
    const end = hi[i] as number;
    if (continues(lo, hi, i)) k = hi[i - 1] as number;
    else {
      sum = 0;
      count = 0;
    }
    if (mask === null) {
      if (end > k) count += end - k;
      for (; k < end; k++) sum += data[k] as number;
    } else {
      for (; k < end; k++) {
        if (mask[k] === 0) continue;
        sum += data[k] as number;
        count++;
      }
    }
    sums[i] = sum;
    counts[i] = count;
  }
}

/** Sum, or mean, of each frame; null where a frame holds no value. */
export function frameSums(what: 'sum' | 'mean', data: Float64Array, mask: Validity, lo: Int32Array, hi: Int32Array, n: number, type: DataType): Vector {
  const out = new Float64Array(n);
  const counts = takeFloat64(n);
  addFrames(data, mask, lo, hi, n, out, counts);
  if (what === 'mean') for (let i = 0; i < n; i++) out[i] = (out[i] as number) / (counts[i] as number);
  const validity = countedMask(counts, n);
  giveBack(counts);
  return { layout: 'double', type: type as never, length: n, validity, data: out };
}
