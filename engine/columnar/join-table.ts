/** The build side of a hash join: rows listed by key. A null key matches nothing unless its column is null-safe. */
import type { DataType } from '../types/index.ts';
import { GroupTable } from './group-table.ts';
import { giveBack } from './scratch.ts';
import { mergeValidity } from './validity.ts';
import type { Validity, Vector } from './vector.ts';

export interface JoinMatches {
  /** Matching pairs, in probe order, and in build order within a probe row. */
  readonly probeRows: Int32Array;
  readonly buildRows: Int32Array;
}

export class JoinTable {
  private readonly groups: GroupTable;
  /** Rows of group g are `rows[starts[g] .. starts[g + 1])`, ascending; null if group g is row g. */
  private readonly lists: { readonly starts: Int32Array; readonly rows: Int32Array } | null;
  /** Every key occurs once. */
  readonly unique: boolean;

  /** `nullSafe[k]`: key k is compared by `<=>`. */
  constructor(
    types: readonly DataType[],
    keys: readonly Vector[],
    readonly buildLength: number,
    private readonly nullSafe: readonly boolean[] = [],
  ) {
    this.groups = new GroupTable(types, false);
    const ids = this.groups.assign(keys, buildLength);
    const mask = this.comparable(keys);
    // Groups are numbered in order of first appearance: without repeats their numbers are those of the rows.
    if (mask === null && this.groups.size === buildLength) {
      this.lists = null;
      this.unique = true;
    } else {
      this.lists = listRows(ids, mask, this.groups.size, buildLength);
      this.unique = isUnique(this.lists.starts);
    }
    giveBack(ids);
  }

  /** All matching pairs (an inner join's). */
  probe(keys: readonly Vector[], n: number): JoinMatches {
    const ids = this.lookup(keys, n);
    return this.lists === null ? presentPairs(ids, n) : listedPairs(ids, this.lists.starts, this.lists.rows, n);
  }

  /** The first matching build row of each probe row, or -1. The array is the caller's. */
  firstMatch(keys: readonly Vector[], n: number): Int32Array {
    const ids = this.lookup(keys, n);
    if (this.lists === null) return ids;
    const { starts, rows } = this.lists;
    for (let i = 0; i < n; i++) {
      const g = ids[i] as number;
      if (g >= 0) ids[i] = (starts[g] as number) < (starts[g + 1] as number) ? (rows[starts[g] as number] as number) : -1;
    }
    return ids;
  }

  /** The build-side group of each probe row, -1 where there is none. */
  private lookup(keys: readonly Vector[], n: number): Int32Array {
    const ids = this.groups.find(keys, n);
    const mask = this.comparable(keys);
    if (mask !== null) for (let i = 0; i < n; i++) if (mask[i] === 0) ids[i] = -1;
    return ids;
  }

  /** Rows without a null in a key that is not null-safe. */
  private comparable(keys: readonly Vector[]): Validity {
    return mergeValidity(...keys.map((v, k) => (this.nullSafe[k] === true ? null : v.validity)));
  }
}

/** Rows by group, those that are masked left out. */
function listRows(ids: Int32Array, mask: Validity, groups: number, n: number): { readonly starts: Int32Array; readonly rows: Int32Array } {
  const starts = new Int32Array(groups + 2);
  for (let i = 0; i < n; i++) {
    if (mask !== null && mask[i] === 0) continue;
    const at = (ids[i] as number) + 2;
    starts[at] = (starts[at] as number) + 1;
  }
  for (let g = 2; g < starts.length; g++) starts[g] = (starts[g] as number) + (starts[g - 1] as number);
  const rows = new Int32Array(starts[starts.length - 1] as number);
  for (let i = 0; i < n; i++) {
    if (mask !== null && mask[i] === 0) continue;
    const at = (ids[i] as number) + 1;
    const slot = starts[at] as number;
    rows[slot] = i;
    starts[at] = slot + 1;
  }
  return { starts, rows };
}

function isUnique(starts: Int32Array): boolean {
  for (let g = 1; g < starts.length; g++) if ((starts[g] as number) - (starts[g - 1] as number) > 1) return false;
  return true;
}

/** Pairs of the probe rows that have a match, where group g is build row g. */
function presentPairs(ids: Int32Array, n: number): JoinMatches {
  let total = 0;
  for (let i = 0; i < n; i++) if ((ids[i] as number) >= 0) total++;
  const probeRows = new Int32Array(total);
  const buildRows = new Int32Array(total);
  for (let i = 0, k = 0; i < n; i++) {
    const g = ids[i] as number;
    if (g < 0) continue;
    probeRows[k] = i;
    buildRows[k++] = g;
  }
  giveBack(ids);
  return { probeRows, buildRows };
}

function listedPairs(ids: Int32Array, starts: Int32Array, rows: Int32Array, n: number): JoinMatches {
  let total = 0;
  for (let i = 0; i < n; i++) {
    const g = ids[i] as number;
    if (g >= 0) total += (starts[g + 1] as number) - (starts[g] as number);
  }
  const probeRows = new Int32Array(total);
  const buildRows = new Int32Array(total);
  for (let i = 0, k = 0; i < n; i++) {
    const g = ids[i] as number;
    if (g < 0) continue;
    const end = starts[g + 1] as number;
    for (let s = starts[g] as number; s < end; s++) {
      probeRows[k] = i;
      buildRows[k++] = rows[s] as number;
    }
  }
  giveBack(ids);
  return { probeRows, buildRows };
}
