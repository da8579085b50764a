import { describe, expect, it } from 'vitest';
import { mergeDenseKeys } from './dense-merge.ts';
import { mergeRange } from './key-merge.ts';
import type { KeyMerge, KeyRange, MergeSide, MergeSideName } from './key-merge.ts';
import { mergeRuns } from './run-merge.ts';

const PARTITIONS = 5;
const GROUP_OF = Int32Array.of(0, 0, 1, 2, 2);
const GROUPS_COUNT = 3;
const partitionOf = (key: number): number => Math.abs(key * 7) % PARTITIONS;

function side(keys: readonly number[], keep = false): MergeSide {
  return { keys: Int32Array.from(keys), ids: Uint8Array.from(keys, partitionOf), keep };
}

type Pair = readonly [key: number, left: number, right: number];

/** Pairs of rows as a merge of each group gives them. */
function expected(left: MergeSide, right: MergeSide, probe: MergeSideName): Pair[] {
  const all = [...new Set([...left.keys, ...right.keys])].sort((a, b) => a - b);
  const rowsOf = (s: MergeSide, key: number): number[] => [...s.keys].flatMap((k, i) => (k === key ? [i] : []));
  const pairs = all.flatMap((key): Pair[] => {
    const [l, r] = [rowsOf(left, key), rowsOf(right, key)];
    if (l.length === 0) return right.keep ? r.map((row) => [key, -1, row]) : [];
    if (r.length === 0) return left.keep ? l.map((row) => [key, row, -1]) : [];
    return probe === 'left' ? l.flatMap((a) => r.map((b): Pair => [key, a, b])) : r.flatMap((b) => l.map((a): Pair => [key, a, b]));
  });
  return [0, 1, 2].flatMap((g) => pairs.filter(([key]) => GROUP_OF[partitionOf(key)] === g));
}

function check(merge: KeyMerge | undefined, left: MergeSide, right: MergeSide, probe: MergeSideName = 'left'): void {
  const want = expected(left, right, probe);
  expect(merge?.length).toBe(want.length);
  expect([...(merge?.keys() ?? [])]).toEqual(want.map(([key]) => key));
  expect([...(merge?.rows('left') ?? [])]).toEqual(want.map(([, row]) => row));
  expect([...(merge?.rows('right') ?? [])]).toEqual(want.map(([, , row]) => row));
  expect([0, 1, 2].map((g) => want.filter(([key]) => (GROUP_OF[partitionOf(key)] as number) <= g).length)).toEqual([...(merge?.groupStarts() ?? [])].slice(1));
  if (!right.keep) {
    expect([...(merge?.floats('left', Float64Array.from(left.keys, (_, i) => i / 2)) ?? [])]).toEqual(want.map(([, l]) => l / 2));
    expect([...(merge?.ints('left', Int32Array.from(left.keys, (_, i) => i + 5)) ?? [])]).toEqual(want.map(([, l]) => l + 5));
  }
  if (!left.keep) expect([...(merge?.floats('right', Float64Array.from(right.keys, (_, i) => i / 4)) ?? [])]).toEqual(want.map(([, , r]) => r / 4));
  merge?.release();
}

const scattered = (n: number, from: number, step: number, distinct = n): number[] => Array.from({ length: n }, (_, i) => from + ((i * step) % distinct));
const KEPT = [[false, false], [true, false], [false, true], [true, true]] as const;
const name = (left: boolean, right: boolean): string => `keeping ${left ? 'left' : 'no left'} and ${right ? 'right' : 'no right'} rows without a match`;
const UNIQUE = [[scattered(101, -40, 37), scattered(89, 20, 31)], [[5, 3, 9], [100, 4, 3]], [[1, 2], [7, 8]]] as const;
const REPEATED = [[scattered(300, -40, 37, 101), scattered(89, 20, 31)], [scattered(99, 5, 7), scattered(310, 1, 11, 90)], [scattered(200, 0, 7, 90), scattered(150, 30, 7, 80)], [[3, 3, 3], [4, 4]]] as const;

describe('merge of close keys', () => {
  for (const [keepLeft, keepRight] of KEPT) {
    it.each(UNIQUE)(`gives pairs by group and key, ${name(keepLeft, keepRight)} (%#)`, (l, r) => {
      const [left, right] = [side(l, keepLeft), side(r, keepRight)];
      const range = mergeRange(left, right) as KeyRange;
      check(mergeDenseKeys(left, right, range, GROUP_OF, GROUPS_COUNT), left, right);
      check(mergeRuns(left, right, range, GROUP_OF, GROUPS_COUNT, 'left'), left, right);
    });

    it.each(REPEATED)(`gives pairs of keys that repeat, ${name(keepLeft, keepRight)} (%#)`, (l, r) => {
      const [left, right] = [side(l, keepLeft), side(r, keepRight)];
      const range = mergeRange(left, right) as KeyRange;
      for (const probe of ['left', 'right'] as const) check(mergeRuns(left, right, range, GROUP_OF, GROUPS_COUNT, probe), left, right, probe);
    });
  }

  it('is not for keys that lie far apart, or are none', () => {
    const range = (l: readonly number[], r: readonly number[]): unknown => mergeRange(side(l, true), side(r, true));
    expect(range([1, 2], [0x7fffffff, -0x7fffffff])).toBeUndefined();
    expect(range([1, 2], [1_000_000])).toBeUndefined();
    expect(range([], [1])).toBeUndefined();
    expect(range([1, 2], [100])).toEqual({ min: 1, slots: 100 });
  });

  it('at most one row a key is for keys that may match only', () => {
    const merge = (l: readonly number[], r: readonly number[], keep: boolean): KeyMerge | undefined => {
      const [left, right] = [side(l, keep), side(r, keep)];
      return mergeDenseKeys(left, right, mergeRange(left, right) as KeyRange, GROUP_OF, GROUPS_COUNT);
    };
    expect(merge([1, 2, 2], [1], true)).toBeUndefined();
    expect(merge([1, 2], [3, 3], true)).toBeUndefined();
    expect(merge([50, 50, 1], [1, 2], false)?.length).toBe(1);
  });

  it('of runs is left off where pairs are many', () => {
    const many = side(Array.from({ length: 100 }, () => 7));
    expect(mergeRuns(many, many, mergeRange(many, many) as KeyRange, GROUP_OF, GROUPS_COUNT, 'left')).toBeUndefined();
  });
});
