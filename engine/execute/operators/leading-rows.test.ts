import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pick, rowsOnly, sortIndices, vectorOf } from '../../columnar/index.ts';
import type { SortKey, Vector } from '../../columnar/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { leadingRows } from './leading-rows.ts';

const ROWS = 300;
const kinds: readonly (readonly [string, DataType, fc.Arbitrary<Value>])[] = [
  ['integers', { kind: 'integer' }, fc.integer({ min: -50, max: 50 })],
  ['longs', { kind: 'long' }, fc.bigInt({ min: -500n, max: 500n })],
  ['wide longs', { kind: 'long' }, fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })],
  ['doubles', { kind: 'double' }, fc.double({ noNaN: true })],
  ['doubles with NaN', { kind: 'double' }, fc.constantFrom(0, -0, Number.NaN, 1.5, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)],
  ['doubles and nulls', { kind: 'double' }, fc.option(fc.double())],
];

/** The first rows are among those found, which come in their order. */
function check(vector: Vector, ascending: boolean, nullsFirst: boolean, limit: number): void {
  const key: SortKey = { vector, ascending, nullsFirst };
  const found = leadingRows(key, vector.length, limit);
  if (found === null) return;
  expect([...found]).toEqual([...new Set(found)].sort((a, b) => a - b));
  const known = new Set(found);
  expect([...sortIndices([key], vector.length).subarray(0, limit)].filter((row) => !known.has(row))).toEqual([]);
}

describe('rows that lead', () => {
  it.each(kinds)('by %s are found', (_, type, value) => {
    fc.assert(
      fc.property(fc.array(value, { minLength: ROWS, maxLength: ROWS }), fc.boolean(), fc.boolean(), fc.integer({ min: 1, max: 20 }), (values, ascending, nullsFirst, limit) => {
        const vector = vectorOf(type, values);
        check(vector, ascending, nullsFirst, limit);
        check(pick(vector, rowsOnly(Int32Array.from({ length: ROWS }, (_x, i) => (i * 7) % ROWS))), ascending, nullsFirst, limit);
      }),
      { numRuns: 60 },
    );
  });

  it('are few of many numbers, and not told where most are alike', () => {
    const distinct = vectorOf({ kind: 'double' }, Array.from({ length: ROWS }, (_, i) => (i * 37) % ROWS));
    expect(leadingRows({ vector: distinct, ascending: false, nullsFirst: false }, ROWS, 3)?.length).toBe(3);
    const alike = vectorOf({ kind: 'double' }, Array.from({ length: ROWS }, () => 1));
    expect(leadingRows({ vector: alike, ascending: true, nullsFirst: true }, ROWS, 3)).toBeNull();
  });
});
