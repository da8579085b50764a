/** All bits of the number in all bits of another (the end of MurmurHash3). */
function mixed(n: number): number {
  let h = n | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Repeatable random choices from a seed. */
export class Random {
  private state: number;
  /** Values at the edges of their types come often. */
  edges = false;

  constructor(...seeds: readonly number[]) {
    this.state = 0x9e3779b9;
    // Mixed one after the other: seeds that are only combined bit by bit give the same programs under other numbers.
    for (const seed of seeds) this.state = mixed(mixed(this.state) + (seed | 0));
  }

  /** Uniform in [0, 1): the mulberry32 generator. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  /** Uniform among 0 … n-1. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }
  /** Uniform among low … high, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
  /** Whether a value is one at the edge of its type: in so many of a hundred, or three times as often. */
  edge(percent: number): boolean {
    return this.chance(this.edges ? Math.min(percent * 3, 50) : percent);
  }
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
  /** Each with its weight. */
  weighted<T>(list: readonly (readonly [number, T])[]): T {
    let left = this.next() * list.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, item] of list) {
      left -= weight;
      if (left < 0) return item;
    }
    return (list[list.length - 1] as readonly [number, T])[1];
  }
  /** `n` different ones, or all, in the order of the list. */
  some<T>(list: readonly T[], n: number): T[] {
    const left = list.map((_, i) => i);
    const taken: number[] = [];
    while (taken.length < n && left.length > 0) taken.push(left.splice(this.below(left.length), 1)[0] as number);
    return taken.sort((a, b) => a - b).map((i) => list[i] as T);
  }
}
