/** Exact sums of longs and decimals for many groups: doubles while those are exact, big integers from then on. */
import type { SparkError } from '../../core/index.ts';
import { toBigInt64, toBigInts } from '../../columnar/index.ts';
import type { Validity, Vector } from '../../columnar/index.ts';
import { BooleanType } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import { roomFor, seenMask } from './slots.ts';

const MAX_SAFE = Number.MAX_SAFE_INTEGER;
const INT_REACH = 2 ** 31;

/** What a sum beyond 64 bits does: raise (ANSI), wrap around, or make the group null (try_sum). */
export type OverflowRule = 'raise' | 'wrap' | 'null';

type BigInts = BigInt64Array | bigint[];

export class ExactSums {
  private small = new Float64Array(0);
  private big: BigInts | null = null;
  private seen = new Uint8Array(0);
  private lost: Uint8Array | null = null;
  private count = 0;
  /** No group's sum is larger than this. */
  private reach = 0;

  /** `type` is that of the sum: of layout long or decimal, the scale that of the rows. */
  constructor(
    private readonly type: DataType,
    private readonly rule: OverflowRule,
    private readonly error: () => SparkError,
  ) {}

  grow(count: number): void {
    this.count = count;
    this.seen = roomFor(this.seen, count);
    if (this.lost !== null) this.lost = roomFor(this.lost, count);
    if (this.big === null) this.small = roomFor(this.small, count);
    else if (this.big instanceof BigInt64Array) this.big = roomFor(this.big, count);
    else while (this.big.length < count) this.big.push(0n);
  }

  /** Adds a column of layout int, long, decimal or null. */
  add(groups: Int32Array, v: Vector, n: number): void {
    if (v.layout === 'int') {
      if (this.big === null && this.intsFit(n)) this.addInts(groups, v.data, v.validity, n);
      else this.addBigs(groups, BigInt64Array.from(v.data, BigInt), v.validity, 0, n);
    } else if (v.layout === 'long' || v.layout === 'decimal') {
      if (this.big === null && v.data instanceof Float64Array) this.addDoubles(groups, v.data, v.validity, n);
      else this.addBigs(groups, v.layout === 'long' ? toBigInt64(v) : toBigInts(v), v.validity, 0, n);
    }
  }

  /** One row a group; null where no row came, and where the rule makes an overflow null. */
  vector(): Vector {
    const { count, type } = this;
    let { seen } = this;
    if (this.lost !== null) {
      seen = seen.slice(0, count);
      for (let g = 0; g < count; g++) if (this.lost[g] === 1) seen[g] = 0;
    }
    const data = (this.big ?? this.small).slice(0, count);
    const layout = type.kind === 'decimal' ? 'decimal' : 'long';
    return { layout, type, length: count, validity: seenMask(seen, count), data } as Vector;
  }

  /** The groups whose sum is lost, as state for `addLost`. */
  lostVector(): Vector {
    const data = this.lost === null ? new Uint8Array(this.count) : this.lost.slice(0, this.count);
    return { layout: 'bool', type: BooleanType, length: this.count, validity: null, data };
  }

  addLost(groups: Int32Array, v: Vector | undefined, n: number): void {
    if (v?.layout !== 'bool') return;
    for (let i = 0; i < n; i++) if (v.data[i] === 1) this.lose(groups[i] as number);
  }

  /** Whether n more ints leave every sum exact as a double. */
  private intsFit(n: number): boolean {
    this.reach += n * INT_REACH;
    if (this.reach <= MAX_SAFE) return true;
    let largest = 0;
    for (let g = 0; g < this.count; g++) largest = Math.max(largest, Math.abs(this.small[g] as number));
    this.reach = largest + n * INT_REACH;
    return this.reach <= MAX_SAFE;
  }

  private addInts(groups: Int32Array, data: Int32Array, mask: Validity, n: number): void {
    const { small, seen } = this;
    if (mask === null) {
      for (let i = 0; i < n; i++) {
        const g = groups[i] as number;
        small[g] = (small[g] as number) + (data[i] as number);
        seen[g] = 1;
      }
      return;
    }
    for (let i = 0; i < n; i++) {
      if (mask[i] === 0) continue;
      const g = groups[i] as number;
      small[g] = (small[g] as number) + (data[i] as number);
      seen[g] = 1;
    }
  }

  private addDoubles(groups: Int32Array, data: Float64Array, mask: Validity, n: number): void {
    const { small, seen } = this;
    let largest = this.reach;
    for (let i = 0; i < n; i++) {
      if (mask !== null && mask[i] === 0) continue;
      const g = groups[i] as number;
      const sum = (small[g] as number) + (data[i] as number);
      const size = sum < 0 ? -sum : sum;
      if (size > MAX_SAFE) {
        const wide = BigInt64Array.from(data, (x, k) => (mask === null || mask[k] !== 0 ? BigInt(x) : 0n));
        this.addBigs(groups, wide, mask, i, n);
        return;
      }
      if (size > largest) largest = size;
      small[g] = sum;
      seen[g] = 1;
    }
    this.reach = largest;
  }

  private addBigs(groups: Int32Array, data: BigInt64Array | readonly bigint[], mask: Validity, from: number, n: number): void {
    const big = this.widened();
    const { seen } = this;
    for (let i = from; i < n; i++) {
      if (mask !== null && mask[i] === 0) continue;
      const g = groups[i] as number;
      const sum = (big[g] as bigint) + (data[i] as bigint);
      big[g] = sum;
      seen[g] = 1;
      if (big[g] !== sum) this.overflow(g);
    }
  }

  /** A 64-bit slot did not take the sum. */
  private overflow(g: number): void {
    if (this.rule === 'raise') throw this.error();
    if (this.rule === 'null') this.lose(g);
  }

  private lose(g: number): void {
    this.lost ??= new Uint8Array(this.seen.length);
    this.lost[g] = 1;
    this.seen[g] = 1;
  }

  private widened(): BigInts {
    if (this.big === null) {
      const { small, count } = this;
      this.big = this.type.kind === 'decimal' ? new Array<bigint>(small.length).fill(0n) : new BigInt64Array(small.length);
      for (let g = 0; g < count; g++) this.big[g] = BigInt(small[g] as number);
      this.small = new Float64Array(0);
    }
    return this.big;
  }
}

/**
 * Sums of frames by differences of running totals, null for frames without a value; undefined where the totals would
 * not be exact as doubles.
 */
export function exactFrames(v: Vector, lo: Int32Array, hi: Int32Array, n: number, type: DataType): Vector | undefined {
  if (v.layout !== 'int' && v.layout !== 'long' && v.layout !== 'decimal') return undefined;
  const { data, validity, length } = v;
  if (!(data instanceof Float64Array) && !(data instanceof Int32Array)) return undefined;
  const totals = new Float64Array(length + 1);
  const counts = new Int32Array(length + 1);
  let total = 0;
  let size = 0;
  let count = 0;
  for (let i = 0; i < length; i++) {
    if (validity === null || validity[i] !== 0) {
      const x = data[i] as number;
      total += x;
      size += x < 0 ? -x : x;
      count++;
    }
    totals[i + 1] = total;
    counts[i + 1] = count;
  }
  if (size > MAX_SAFE) return undefined;
  const out = new Float64Array(n);
  const seen = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const a = lo[i] as number;
    const b = hi[i] as number;
    if (b <= a || counts[b] === counts[a]) continue;
    out[i] = (totals[b] as number) - (totals[a] as number);
    seen[i] = 1;
  }
  const layout = type.kind === 'decimal' ? 'decimal' : 'long';
  return { layout, type, length: n, validity: seenMask(seen, n), data: out } as Vector;
}
