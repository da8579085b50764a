import { describe, expect, it } from 'vitest';
import { isScattered, knownPartitions, pick, scatteredRows, selectionOf, sliceBatch, toValues, vectorOf } from '../../columnar/index.ts';
import type { Batch, Vector } from '../../columnar/index.ts';
import type { Value } from '../../types/index.ts';
import { mapOutputs, readMaps } from './map-output.ts';
import type { Partitioner } from './map-output.ts';

const ROWS = 1000;
const PARTITIONS = 7;
const partitionOf = (x: number): number => (x * 31) % PARTITIONS;
const TYPES = [{ kind: 'integer' }, { kind: 'string' }] as const;

const column = (v: Batch): Value[] => toValues(v.columns[0] as Vector);
const partition: Partitioner = (b, _, ids) => knownPartitions(Int32Array.from(column(b) as number[], partitionOf), PARTITIONS, ids);
const whole: Batch = {
  length: ROWS,
  columns: [vectorOf(TYPES[0], Array.from({ length: ROWS }, (_, i) => i)), vectorOf(TYPES[1], Array.from({ length: ROWS }, (_, i) => `t${i % 10}`))],
};
const copy = (b: Batch): Batch => ({ length: b.length, columns: b.columns.map((c) => vectorOf(c.type, toValues(c))) });
const slices = [sliceBatch(whole, 0, 300), sliceBatch(whole, 300, 300), sliceBatch(whole, 300, ROWS)];

describe('outputs of map tasks', () => {
  for (const [name, tasks] of [['slices of one table', slices], ['tables of their own', slices.map(copy)]] as const) {
    for (const [start, end] of [[0, 7], [0, 3], [3, 4], [4, 7], [2, 2]] as const) {
      it(`of ${name}: partitions ${start} to ${end} come task after task, each partition in order`, () => {
        const { maps } = mapOutputs(tasks, TYPES, PARTITIONS, partition);
        const inOrder = tasks.flatMap((t) => {
          const values = column(t) as number[];
          return Array.from({ length: end - start }, (_, p) => values.filter((x) => partitionOf(x) === start + p)).flat();
        });
        const loose = [...readMaps(maps, start, end, true)].flatMap(column) as number[];
        for (let p = start; p < end; p++) {
          const of = (list: number[]): number[] => list.filter((x) => partitionOf(x) === p);
          expect(of(loose)).toEqual(of(inOrder));
        }
        expect(loose.length).toBe(inOrder.length);
        const listed = [...readMaps(maps, start, end, false)];
        expect(listed.flatMap(column)).toEqual(inOrder);
        expect(listed.flatMap((b) => toValues(b.columns[1] as Vector))).toEqual(inOrder.map((x) => `t${x % 10}`));
      });
    }
  }

  it('of the same rows twice tell nothing of rows coming once', () => {
    const rows = (tasks: readonly Batch[]): Int32Array[] => {
      const { maps } = mapOutputs(tasks, TYPES, PARTITIONS, partition);
      return [...readMaps(maps, 0, 3, true)].map((b) => selectionOf(b.columns[0] as Vector)?.indices as Int32Array);
    };
    const order = (n: number): Int32Array => scatteredRows(Int32Array.from({ length: n }, (_, i) => n - 1 - i));
    const isOnce = (indices: Int32Array): boolean => {
      const v = pick(pick(whole.columns[0] as Vector, indices), order(indices.length));
      return isScattered(selectionOf(v)?.indices as Int32Array);
    };
    expect(rows(slices).map(isOnce)).toEqual([true]);
    expect(rows([whole, whole]).map(isOnce)).toEqual([false]);
  });
});
