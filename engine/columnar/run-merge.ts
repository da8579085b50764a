/**
 * As `dense-merge`, of keys that repeat: each side's rows are told their place in the order of the keys, values are put
 * there, and the pairs of each key are those of a run of either side. Pairs of one key come probe row by probe row.
 */
import type { KeyMerge, KeyRange, MergeSide, MergeSideName } from './key-merge.ts';
import { giveBack, takeFloat64, takeInt32 } from './scratch.ts';

/** More pairs for each row at hand are better made partition by partition. */
const PAIRS_PER_ROW = 4;

/** A side's rows in the order of its keys, equal ones as they came. */
interface Runs {
  readonly keep: boolean;
  /** Run k is at [starts[k], starts[k + 1]). */
  readonly starts: Int32Array;
  /** Of each row; rows out of range have the place behind all others. */
  readonly places: Int32Array;
}

export class RunMerge implements KeyMerge {
  private readonly starts: Int32Array;
  readonly length: number;

  constructor(
    private readonly probe: Runs,
    private readonly build: Runs,
    private readonly probeSide: MergeSideName,
    private readonly groupOf: Int32Array,
    private readonly min: number,
    private readonly slots: number,
    groups: number,
  ) {
    const counts = this.pairsByGroup(groups);
    this.length = counts.reduce((a, b) => a + b, 0);
    this.starts = new Int32Array(groups + 1);
    for (let g = 0; g < groups; g++) this.starts[g + 1] = (this.starts[g] as number) + (counts[g] as number);
  }

  private pairsByGroup(groups: number): Float64Array {
    const { probe, build, groupOf, slots } = this;
    const counts = new Float64Array(groups);
    for (let k = 0; k < slots; k++) {
      const p = (probe.starts[k + 1] as number) - (probe.starts[k] as number);
      const b = (build.starts[k + 1] as number) - (build.starts[k] as number);
      const g = groupOf[k] as number;
      if (p > 0 ? b > 0 || probe.keep : b > 0 && build.keep) counts[g] = (counts[g] as number) + (p === 0 ? b : b === 0 ? p : p * b);
    }
    return counts;
  }

  groupStarts(): Int32Array {
    return this.starts.slice();
  }

  keys(): Int32Array {
    const { probe, build, groupOf, slots, min } = this;
    const next = this.groupStarts();
    const out = new Int32Array(this.length);
    for (let k = 0; k < slots; k++) {
      const p = (probe.starts[k + 1] as number) - (probe.starts[k] as number);
      const b = (build.starts[k + 1] as number) - (build.starts[k] as number);
      if (p > 0 ? b === 0 && !probe.keep : b === 0 || !build.keep) continue;
      const g = groupOf[k] as number;
      let to = next[g] as number;
      const end = to + (p === 0 ? b : b === 0 ? p : p * b);
      while (to < end) out[to++] = k + min;
      next[g] = end;
    }
    return out;
  }

  rows(side: MergeSideName): Int32Array {
    const { length } = this.side(side).places;
    const rows = takeInt32(length);
    for (let i = 0; i < length; i++) rows[i] = i;
    const out = new Int32Array(this.length).fill(-1);
    this.putInts(side, rows, out);
    giveBack(rows);
    return out;
  }

  ints(side: MergeSideName, data: Int32Array): Int32Array {
    const out = new Int32Array(this.length);
    this.putInts(side, data, out);
    return out;
  }

  floats(side: MergeSideName, data: Float64Array): Float64Array {
    const { places } = this.side(side);
    const inOrder = takeFloat64(places.length + 1);
    for (let i = 0; i < places.length; i++) inOrder[places[i] as number] = data[i] as number;
    const out = new Float64Array(this.length);
    this.spread(side, inOrder, out);
    giveBack(inOrder);
    return out;
  }

  private putInts(side: MergeSideName, data: Int32Array, out: Int32Array): void {
    const { places } = this.side(side);
    const inOrder = takeInt32(places.length + 1);
    for (let i = 0; i < places.length; i++) inOrder[places[i] as number] = data[i] as number;
    this.spread(side, inOrder, out);
    giveBack(inOrder);
  }

  private side(name: MergeSideName): Runs {
    return name === this.probeSide ? this.probe : this.build;
  }

  /** Copies each row's value to its pairs; pairs without a row of the side are left as they are. */
  private spread(side: MergeSideName, inOrder: Int32Array | Float64Array, out: Int32Array | Float64Array): void {
    const { probe, build, groupOf, slots } = this;
    const isProbe = side === this.probeSide;
    const next = this.groupStarts();
    for (let k = 0; k < slots; k++) {
      const probeStart = probe.starts[k] as number;
      const buildStart = build.starts[k] as number;
      const p = (probe.starts[k + 1] as number) - probeStart;
      const b = (build.starts[k + 1] as number) - buildStart;
      if (p > 0 ? b === 0 && !probe.keep : b === 0 || !build.keep) continue;
      const g = groupOf[k] as number;
      let to = next[g] as number;
      next[g] = to + (p === 0 ? b : b === 0 ? p : p * b);
      if (isProbe) {
        for (let i = 0; i < p; i++) {
          const value = inOrder[probeStart + i] as number;
          out[to++] = value;
          for (let j = 1; j < b; j++) out[to++] = value;
        }
      } else {
        for (let i = p === 0 ? 1 : p; i > 0; i--) for (let j = 0; j < b; j++) out[to++] = inOrder[buildStart + j] as number;
      }
    }
  }

  release(): void {
    giveBack(this.groupOf, this.probe.starts, this.probe.places, this.build.starts, this.build.places);
  }
}

/** The rows of the `probeSide` give the order of pairs with one key. Undefined if pairs are many. */
export function mergeRuns(left: MergeSide, right: MergeSide, { min, slots }: KeyRange, groupOf: Int32Array, groups: number, probeSide: MergeSideName): RunMerge | undefined {
  const groupOfKey = takeInt32(slots + 1);
  const [a, b] = [left, right].map((side) => runsOf(side, groupOf, min, slots, groupOfKey)) as [Runs, Runs];
  const [probe, build] = probeSide === 'left' ? [a, b] : [b, a];
  const merge = new RunMerge(probe, build, probeSide, groupOfKey, min, slots, groups);
  if (merge.length <= (left.keys.length + right.keys.length) * PAIRS_PER_ROW) return merge;
  merge.release();
  return undefined;
}

/** Finds each row's place by counting; keys out of range are as one behind all others. No branch to mispredict. */
function runsOf({ keys, ids, keep }: MergeSide, groupOf: Int32Array, min: number, slots: number, groupOfKey: Int32Array): Runs {
  const n = keys.length;
  const starts = takeInt32(slots + 2).fill(0);
  const places = takeInt32(n);
  for (let i = 0; i < n; i++) {
    const at = ((keys[i] as number) - min) | 0;
    const outside = (at | (slots - 1 - at)) >> 31;
    const slot = (at & ~outside) | (slots & outside);
    places[i] = slot;
    starts[slot + 1] = (starts[slot + 1] as number) + 1;
    groupOfKey[slot] = groupOf[ids[i] as number] as number;
  }
  for (let k = 1; k <= slots; k++) starts[k] = (starts[k] as number) + (starts[k - 1] as number);
  // Each start moves to the end of its run, which is the start of the next.
  for (let i = 0; i < n; i++) {
    const slot = places[i] as number;
    const place = starts[slot] as number;
    starts[slot] = place + 1;
    places[i] = place;
  }
  starts.copyWithin(1, 0, slots);
  starts[0] = 0;
  return { keep, starts, places };
}
