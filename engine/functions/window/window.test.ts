import { describe, expect, it } from 'vitest';
import { fixedEnvironment } from '../../core/index.ts';
import { toValues, vectorOf } from '../../columnar/index.ts';
import type { Vector } from '../../columnar/index.ts';
import { IntegerType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { CallContext, WindowFunction } from '../define.ts';
import { windowFunctions } from './index.ts';

/** Partitions of the given order keys, one below the other; frames from the partition's start to the current peer group. */
function run(name: string, partitions: readonly (readonly number[])[], args: readonly (readonly Value[])[], ignoreNulls = false): Value[] {
  const fn = windowFunctions.find((f) => f.name === name) as WindowFunction;
  const n = partitions.flat().length;
  const column = (): Int32Array => new Int32Array(n);
  const [partitionStart, partitionEnd, peerStart, peerEnd, lo] = [column(), column(), column(), column(), column()] as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  let base = 0;
  for (const keys of partitions) {
    keys.forEach((key, k) => {
      partitionStart[base + k] = base;
      lo[base + k] = base;
      partitionEnd[base + k] = base + keys.length;
      peerStart[base + k] = base + keys.indexOf(key);
      peerEnd[base + k] = base + keys.lastIndexOf(key) + 1;
    });
    base += keys.length;
  }
  const types: DataType[] = args.map(() => IntegerType);
  const vectors: Vector[] = args.map((a) => vectorOf(IntegerType, a));
  const infos = types.map((type, i) => ({ type, nullable: true, foldable: true, sql: 'x', literal: args[i]?.[0] ?? null }));
  const ctx: CallContext = {
    argTypes: types,
    returnType: fn.signature(infos, { ansi: true }).returns,
    literals: [],
    ansi: true,
    sessionTimeZone: 'UTC',
    environment: fixedEnvironment(),
    partitionIndex: 0,
    conf: () => undefined,
    ignoreNulls,
  };
  return toValues(fn.evaluate({ n, args: vectors, partitionStart, partitionEnd, peerStart, peerEnd, lo, hi: peerEnd }, ctx));
}

describe('window functions', () => {
  const parts = [
    [1, 2, 2, 4],
    [7],
  ];
  it('rank rows as Spark does', () => {
    expect(run('row_number', parts, [])).toEqual([1, 2, 3, 4, 1]);
    expect(run('rank', parts, [])).toEqual([1, 2, 2, 4, 1]);
    expect(run('dense_rank', parts, [])).toEqual([1, 2, 2, 3, 1]);
    expect(run('percent_rank', parts, [])).toEqual([0, 1 / 3, 1 / 3, 1, 0]);
    expect(run('cume_dist', parts, [])).toEqual([0.25, 0.75, 0.75, 1, 1]);
    expect(run('ntile', [[1, 2, 3, 4, 5, 6, 7]], [Array(7).fill(3)])).toEqual([1, 1, 1, 2, 2, 3, 3]);
    expect(run('ntile', [[1, 2]], [[5, 5]])).toEqual([1, 2]);
  });

  it('look back and ahead within the partition', () => {
    const x = [10, null, 30, null, 50];
    const keys = [[1, 2, 3, 4, 5]];
    const ones = Array(5).fill(1);
    expect(run('lag', [[1, 2, 3], [1, 2]], [x])).toEqual([null, 10, null, null, null]);
    expect(run('lead', [[1, 2, 3], [1, 2]], [x, ones, Array(5).fill(-1)])).toEqual([null, 30, -1, 50, -1]);
    expect(run('lag', keys, [x, Array(5).fill(-1)])).toEqual([null, 30, null, 50, null]);
    expect(run('lag', keys, [x, Array(5).fill(0)])).toEqual(x);
  });

  it('skip nulls when asked to', () => {
    const x = [1, null, 3, null, 5];
    const keys = [[1, 2, 3, 4, 5]];
    expect(run('lag', keys, [x], true)).toEqual([null, 1, 1, 3, 3]);
    expect(run('lead', keys, [x], true)).toEqual([3, 3, 5, 5, null]);
    expect(run('lag', keys, [x, Array(5).fill(2), Array(5).fill(-1)], true)).toEqual([-1, -1, -1, 1, 1]);
    expect(run('nth_value', keys, [x, Array(5).fill(2)])).toEqual([null, null, null, null, null]);
    expect(run('nth_value', keys, [x, Array(5).fill(2)], true)).toEqual([null, null, 3, 3, 3]);
    expect(run('nth_value', [[1, 1, 2, 2, 2]], [x, Array(5).fill(3)])).toEqual([null, null, 3, 3, 3]);
  });
});
