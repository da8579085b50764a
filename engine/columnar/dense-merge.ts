/**
 * A merge join of two columns of unique integers that lie close together: each side's rows are put in a table by key, and
 * walking through both tables gives the pairs in the order of the keys, without hashing or sorting. Values of the result's
 * columns are put by key too, then copied in sequence: reading in sequence and writing here and there is several times as
 * quick as the reverse, for writes need not be waited for.
 */
import type { KeyMerge, KeyRange, MergeSide, MergeSideName } from './key-merge.ts';
import { giveBack, takeFloat64, takeInt32 } from './scratch.ts';

const WORD_BITS = 32;

interface Placed {
  readonly keys: Int32Array;
  readonly keep: boolean;
  /** By key: 0, or row + 1 with the row's group in the bits from `shift` on. The last slot is for keys out of range. */
  readonly table: Int32Array;
}

/** The pairs of rows, group after group and by key within each. */
export class DenseMerge implements KeyMerge {
  private readonly starts: Int32Array;

  constructor(
    private readonly left: Placed,
    private readonly right: Placed,
    private readonly min: number,
    private readonly slots: number,
    private readonly shift: number,
    groups: number,
  ) {
    this.starts = new Int32Array(groups + 1);
    this.countGroups();
  }

  get length(): number {
    return this.starts[this.starts.length - 1] as number;
  }

  groupStarts(): Int32Array {
    return this.starts.slice();
  }

  private countGroups(): void {
    const { slots, shift, starts } = this;
    const { table: left, keep: keepLeft } = this.left;
    const { table: right, keep: keepRight } = this.right;
    for (let at = 0; at < slots; at++) {
      const l = left[at] as number;
      const r = right[at] as number;
      if (l === 0 ? r === 0 || !keepRight : r === 0 && !keepLeft) continue;
      const g = ((l | r) >>> shift) + 1;
      starts[g] = (starts[g] as number) + 1;
    }
    for (let g = 1; g < starts.length; g++) starts[g] = (starts[g] as number) + (starts[g - 1] as number);
  }

  keys(): Int32Array {
    const { slots, shift, min } = this;
    const { table: left, keep: keepLeft } = this.left;
    const { table: right, keep: keepRight } = this.right;
    const next = this.groupStarts();
    const out = new Int32Array(this.length);
    for (let at = 0; at < slots; at++) {
      const l = left[at] as number;
      const r = right[at] as number;
      if (l === 0 ? r === 0 || !keepRight : r === 0 && !keepLeft) continue;
      const g = (l | r) >>> shift;
      const to = next[g] as number;
      next[g] = to + 1;
      out[to] = at + min;
    }
    return out;
  }

  rows(side: MergeSideName): Int32Array {
    const { slots, shift } = this;
    const { table: left, keep: keepLeft } = this.left;
    const { table: right, keep: keepRight } = this.right;
    const rowMask = (1 << shift) - 1;
    const mine = this[side].table;
    const next = this.groupStarts();
    const out = new Int32Array(this.length);
    for (let at = 0; at < slots; at++) {
      const l = left[at] as number;
      const r = right[at] as number;
      if (l === 0 ? r === 0 || !keepRight : r === 0 && !keepLeft) continue;
      const g = (l | r) >>> shift;
      const to = next[g] as number;
      next[g] = to + 1;
      out[to] = ((mine[at] as number) & rowMask) - 1;
    }
    return out;
  }

  floats(side: MergeSideName, data: Float64Array): Float64Array {
    const { slots, shift, min } = this;
    const { keys, table, keep } = this[side];
    const other = side === 'left' ? this.right.table : this.left.table;
    const byKey = takeFloat64(slots + 1);
    placeFloats(keys, data, min, slots, byKey);
    const next = this.groupStarts();
    const out = new Float64Array(this.length);
    for (let at = 0; at < slots; at++) {
      const row = table[at] as number;
      if (row === 0 || (other[at] === 0 && !keep)) continue;
      const g = row >>> shift;
      const to = next[g] as number;
      next[g] = to + 1;
      out[to] = byKey[at] as number;
    }
    giveBack(byKey);
    return out;
  }

  ints(side: MergeSideName, data: Int32Array): Int32Array {
    const { slots, shift, min } = this;
    const { keys, table, keep } = this[side];
    const other = side === 'left' ? this.right.table : this.left.table;
    const byKey = takeInt32(slots + 1);
    placeInts(keys, data, min, slots, byKey);
    const next = this.groupStarts();
    const out = new Int32Array(this.length);
    for (let at = 0; at < slots; at++) {
      const row = table[at] as number;
      if (row === 0 || (other[at] === 0 && !keep)) continue;
      const g = row >>> shift;
      const to = next[g] as number;
      next[g] = to + 1;
      out[to] = byKey[at] as number;
    }
    giveBack(byKey);
    return out;
  }

  release(): void {
    giveBack(this.left.table, this.right.table);
  }
}

/** `groupOf` gives the group of each partition. Undefined if keys repeat, or rows and groups are too many. */
export function mergeDenseKeys(left: MergeSide, right: MergeSide, { min, slots }: KeyRange, groupOf: Int32Array, groups: number): DenseMerge | undefined {
  const shift = WORD_BITS - Math.clz32(Math.max(left.keys.length, right.keys.length));
  if (shift + WORD_BITS - Math.clz32(groups) > WORD_BITS) return undefined;
  const shifted = groupOf.map((g) => g << shift);
  const [a, b] = [left, right].map(({ keys, keep }): Placed => ({ keys, keep, table: takeInt32(slots + 1).fill(0) })) as [Placed, Placed];
  const insideLeft = placeRows(left, shifted, min, slots, a.table);
  const insideRight = placeRows(right, shifted, min, slots, b.table);
  const unique = filled(a.table, slots) === insideLeft && filled(b.table, slots) === insideRight;
  if (unique) return new DenseMerge(a, b, min, slots, shift, groups);
  giveBack(a.table, b.table);
  return undefined;
}

// No branch in the following: it would be mispredicted wherever keys lie inside and outside of the range by turns.

/** Puts rows at their keys; tells how many are inside of the range. */
function placeRows({ keys, ids }: MergeSide, shifted: Int32Array, min: number, slots: number, table: Int32Array): number {
  let inside = 0;
  for (let i = 0; i < keys.length; i++) {
    const at = ((keys[i] as number) - min) | 0;
    const outside = (at | (slots - 1 - at)) >> 31;
    table[(at & ~outside) | (slots & outside)] = (i + 1) | (shifted[ids[i] as number] as number);
    inside += 1 + outside;
  }
  return inside;
}

function placeFloats(keys: Int32Array, data: Float64Array, min: number, slots: number, table: Float64Array): void {
  for (let i = 0; i < keys.length; i++) {
    const at = ((keys[i] as number) - min) | 0;
    const outside = (at | (slots - 1 - at)) >> 31;
    table[(at & ~outside) | (slots & outside)] = data[i] as number;
  }
}

function placeInts(keys: Int32Array, data: Int32Array, min: number, slots: number, table: Int32Array): void {
  for (let i = 0; i < keys.length; i++) {
    const at = ((keys[i] as number) - min) | 0;
    const outside = (at | (slots - 1 - at)) >> 31;
    table[(at & ~outside) | (slots & outside)] = data[i] as number;
  }
}

function filled(table: Int32Array, slots: number): number {
  let count = 0;
  for (let i = 0; i < slots; i++) count += table[i] === 0 ? 0 : 1;
  return count;
}
