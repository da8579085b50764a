/**
 * KLL sketches of quantiles, as DataSketches keeps them: items in levels, where an item of level n stands for 2^n values.
 * Up to `k` values all are kept, and the answers are exact. Beyond, halves of a level move up: Spark drops one item of
 * two by chance, here by a generator that starts anew in each sketch, so that a run can be repeated.
 */
export const KLL_M = 8;
export const DEFAULT_K = 200;
const MAX_DEPTH = 30;

/** How many items a level may hold: two thirds of the level above, at least `m`. */
function levelCapacity(k: number, levels: number, level: number): number {
  const depth = levels - level - 1;
  return Math.max(KLL_M, depth <= MAX_DEPTH ? scaled(k, depth) : scaled(scaled(k, Math.floor(depth / 2)), depth - Math.floor(depth / 2)));
}

function scaled(k: number, depth: number): number {
  return Math.floor((Math.floor((2 * k * 2 ** depth) / 3 ** depth) + 1) / 2);
}

export class KllSketch<T extends number | bigint> {
  count = 0;
  /** Of each level its items; those of level 0 in the order in which they came last, others sorted. */
  levels: T[][] = [[]];
  minimum: T | null = null;
  maximum: T | null = null;
  /** The smallest k of the sketches in it, which bounds its error. */
  minK: number;
  private chance = 0x9e3779b9;

  constructor(readonly k: number) {
    this.minK = k;
  }

  get isExact(): boolean {
    return this.levels.length === 1;
  }

  capacity(): number {
    return this.levels.reduce((sum, _, i) => sum + levelCapacity(this.k, this.levels.length, i), 0);
  }

  retained(): number {
    return this.levels.reduce((sum, level) => sum + level.length, 0);
  }

  update(item: T): void {
    this.widen(item, item);
    this.count += 1;
    this.insert(item);
  }

  private insert(item: T): void {
    if (this.retained() >= this.capacity()) this.compact();
    (this.levels[0] as T[]).unshift(item);
  }

  private widen(low: T, high: T): void {
    if (this.minimum === null || low < this.minimum) this.minimum = low;
    if (this.maximum === null || high > this.maximum) this.maximum = high;
  }

  merge(other: KllSketch<T>): void {
    if (other.count === 0) return;
    this.widen(other.minimum as T, other.maximum as T);
    this.count += other.count;
    if (!other.isExact) this.minK = Math.min(this.minK, other.minK);
    for (const item of [...(other.levels[0] as T[])]) this.insert(item);
    for (let i = 1; i < other.levels.length; i++) {
      while (this.levels.length <= i) this.levels.push([]);
      this.levels[i] = merged(this.levels[i] as T[], other.levels[i] as T[]);
    }
    while (this.retained() > this.capacity()) this.compact();
  }

  /** Makes room: of the lowest full level, half of the items move up. */
  private compact(): void {
    const count = this.levels.length;
    const found = this.levels.findIndex((level, i) => level.length >= levelCapacity(this.k, count, i));
    const at = Math.max(0, found);
    if (at === count - 1) this.levels.push([]);
    const level = this.levels[at] as T[];
    const keep = level.length % 2 === 1 ? level.splice(0, 1) : [];
    const sorted = at === 0 ? level.sort(ascending) : level;
    const offset = this.bit();
    const half = sorted.filter((_, i) => i % 2 === offset);
    this.levels[at] = keep;
    this.levels[at + 1] = merged(half, this.levels[at + 1] as T[]);
  }

  private bit(): number {
    let x = this.chance;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.chance = x;
    return x & 1;
  }

  /** Share of the values that are at most `item`. */
  rank(item: T): number {
    let below = 0;
    for (const [i, level] of this.levels.entries()) for (const x of level) if (x <= item) below += 2 ** i;
    return below / this.count;
  }

  /** The smallest item whose rank is at least the given share (0 to 1). */
  quantile(share: number): T {
    const items = this.levels.flatMap((level, i) => level.map((item) => ({ item, weight: 2 ** i })));
    items.sort((a, b) => ascending(a.item, b.item));
    const wanted = Math.ceil(share * this.count);
    let below = 0;
    for (const { item, weight } of items) {
      below += weight;
      if (below >= wanted) return item;
    }
    return this.maximum as T;
  }

  /** Rank error of a single question, and of two at once (`pmf`), at a confidence of 99 %. */
  error(pmf: boolean): number {
    return pmf ? 2.446 / this.minK ** 0.9433 : 2.296 / this.minK ** 0.9723;
  }
}

function ascending(a: number | bigint, b: number | bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function merged<T extends number | bigint>(a: readonly T[], b: readonly T[]): T[] {
  return [...a, ...b].sort(ascending);
}
