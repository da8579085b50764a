import { afterEach, describe, expect, it } from 'vitest';
import { gather } from './gather.ts';
import { isScattered, rowsOnly, scatteredRows, uniqueRows } from './row-marks.ts';
import { forgetPlaces, isBetterPut } from './scatter.ts';
import { pick, sliceBatchDeferred } from './selection.ts';
import { collectBatches } from './stack.ts';
import type { Batch, Vector } from './vector.ts';

const ROWS = 100_000;
const STEP = 48_271;

const LAYOUTS: readonly Vector[] = [
  { layout: 'int', type: { kind: 'integer' }, length: ROWS, validity: null, data: Int32Array.from({ length: ROWS }, (_, i) => i * 3) },
  { layout: 'double', type: { kind: 'double' }, length: ROWS, validity: null, data: Float64Array.from({ length: ROWS }, (_, i) => i / 4) },
  { layout: 'double', type: { kind: 'double' }, length: ROWS, validity: Uint8Array.from({ length: ROWS }, (_, i) => (i % 7 === 0 ? 0 : 1)), data: Float64Array.from({ length: ROWS }, (_, i) => i / 4) },
  { layout: 'long', type: { kind: 'long' }, length: ROWS, validity: null, data: Float64Array.from({ length: ROWS }, (_, i) => i * 1e9) },
  { layout: 'long', type: { kind: 'long' }, length: ROWS, validity: null, data: BigInt64Array.from({ length: ROWS }, (_, i) => BigInt(i) << 40n) },
  { layout: 'string', type: { kind: 'string' }, length: ROWS, validity: null, codes: Int32Array.from({ length: ROWS }, (_, i) => i % 9), dictionary: [...'abcdefghi'], distinct: true },
];
const whole: Batch = { length: ROWS, columns: LAYOUTS };

/** Rows in no order, each once; new at each call, for what is known of them is kept with the array. */
const mixed = (n: number, of = ROWS): Int32Array => Int32Array.from({ length: of }, (_, i) => (i * STEP) % of).subarray(0, n);
const plain = (v: Vector): unknown => ({ ...v });
const picked = (b: Batch, rows: Int32Array): Batch => ({ length: rows.length, columns: b.columns.map((c) => pick(c, rows)) });
const gathered = (rows: Int32Array): unknown[] => whole.columns.map((c) => plain(gather(c, rows)));

afterEach(() => forgetPlaces());

describe('rows put instead of fetched', () => {
  for (const n of [ROWS, 60_000, 40_000]) {
    it(`are those that are fetched: ${n} of ${ROWS}`, () => {
      const rows = scatteredRows(mixed(n));
      expect(isBetterPut(rows, ROWS)).toBe(true);
      expect(picked(whole, rows).columns.map(plain)).toEqual(gathered(rows));
    });
  }

  it('picked of picked ones', () => {
    const first = uniqueRows(Int32Array.from({ length: ROWS / 2 }, (_, i) => i * 2));
    const second = scatteredRows(mixed(ROWS / 2, ROWS / 2));
    expect(picked(picked(whole, first), second).columns.map(plain)).toEqual(gathered(second.map((i) => i * 2)));
  });

  it('collected from parts', () => {
    const rows = scatteredRows(mixed(ROWS));
    const all = picked(whole, rows);
    const bounds = [0, 45_000, 45_010, 92_000, ROWS];
    const parts = bounds.slice(1).map((end, k) => sliceBatchDeferred(all, bounds[k] as number, end));
    expect(collectBatches(LAYOUTS.map((v) => v.type), parts).columns.map(plain)).toEqual(gathered(rows));
  });

  it('are not told of rows that may repeat', () => {
    const repeated = rowsOnly(new Int32Array(ROWS));
    const twice = picked(picked(whole, repeated), scatteredRows(mixed(ROWS)));
    expect(plain(twice.columns[0] as Vector)).toEqual(plain(gather(LAYOUTS[0] as Vector, repeated)));
    expect(isScattered(repeated)).toBe(false);
    expect(isBetterPut(scatteredRows(mixed(1000)), ROWS)).toBe(false);
  });
});
