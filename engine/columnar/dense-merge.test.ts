import { describe, expect, it } from 'vitest';
import { mergeDenseKeys } from './dense-merge.ts';
import type { MergeSide } from './dense-merge.ts';

const PARTITIONS = 5;
const GROUP_OF = Int32Array.of(0, 0, 1, 2, 2);
const GROUPS_COUNT = 3;
const partitionOf = (key: number): number => Math.abs(key * 7) % PARTITIONS;

function side(keys: readonly number[], keep = false): MergeSide {
  return { keys: Int32Array.from(keys), ids: Uint8Array.from(keys, partitionOf), keep };
}

/** Pairs of rows as a merge of each group gives them. */
function expected(left: MergeSide, right: MergeSide): (readonly [number, number, number])[] {
  const all = [...new Set([...left.keys, ...right.keys])].sort((a, b) => a - b);
  const pairs = all.map((key) => [key, left.keys.indexOf(key), right.keys.indexOf(key)] as const);
  const kept = pairs.filter(([, l, r]) => (l >= 0 && r >= 0) || (l >= 0 && left.keep) || (r >= 0 && right.keep));
  const groupOf = (key: number): number => GROUP_OF[partitionOf(key)] as number;
  return [0, 1, 2].flatMap((g) => kept.filter(([key]) => groupOf(key) === g));
}

const shuffled = (n: number, from: number, step: number): number[] => Array.from({ length: n }, (_, i) => from + ((i * step) % n));

describe('merge of dense keys', () => {
  for (const [keepLeft, keepRight] of [[false, false], [true, false], [false, true], [true, true]] as const) {
    it(`gives pairs by group and key, keeping ${keepLeft ? 'left' : 'no left'} and ${keepRight ? 'right' : 'no right'} rows without a match`, () => {
      for (const [l, r] of [[shuffled(101, -40, 37), shuffled(89, 20, 31)], [[5, 3, 9], [100, 4, 3]], [[1, 2], [7, 8]]] as const) {
        const [left, right] = [side(l, keepLeft), side(r, keepRight)];
        const merge = mergeDenseKeys(left, right, GROUP_OF, GROUPS_COUNT);
        const want = expected(left, right);
        expect(merge?.length).toBe(want.length);
        expect([...(merge?.keys() ?? [])]).toEqual(want.map(([key]) => key));
        expect([...(merge?.rows('left') ?? [])]).toEqual(want.map(([, row]) => row));
        expect([...(merge?.rows('right') ?? [])]).toEqual(want.map(([, , row]) => row));
        if (!keepRight) {
          expect([...(merge?.floats('left', Float64Array.from(l, (x) => x / 2)) ?? [])]).toEqual(want.map(([key]) => key / 2));
          expect([...(merge?.ints('left', Int32Array.from(l, (x) => -x)) ?? [])]).toEqual(want.map(([key]) => -key + 0));
        }
        merge?.release();
      }
    });
  }

  it('is not for keys that repeat, lie far apart, or are none', () => {
    const merge = (l: readonly number[], r: readonly number[], keep = true): unknown => mergeDenseKeys(side(l, keep), side(r, keep), GROUP_OF, GROUPS_COUNT);
    expect(merge([1, 2, 2], [1])).toBeUndefined();
    expect(merge([1, 2], [3, 3])).toBeUndefined();
    expect(merge([1, 2], [0x7fffffff, -0x7fffffff])).toBeUndefined();
    expect(merge([1, 2], [1_000_000])).toBeUndefined();
    expect(merge([], [1])).toBeUndefined();
  });

  it('minds no repeats where nothing can match', () => {
    expect(mergeDenseKeys(side([50, 50, 1]), side([1, 2]), GROUP_OF, GROUPS_COUNT)?.length).toBe(1);
  });
});
