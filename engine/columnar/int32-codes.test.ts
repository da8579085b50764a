import { describe, expect, it } from 'vitest';
import { Int32Codes } from './int32-codes.ts';

const ROWS = 50_000;

function plainCodes(data: readonly number[]): number[] {
  const seen = new Map<number, number>();
  return data.map((x) => {
    const code = seen.get(x) ?? seen.size;
    seen.set(x, code);
    return code;
  });
}

function codesOf(...parts: readonly (readonly number[])[]): { readonly codes: number[]; readonly values: number[] } {
  const codes = new Int32Codes();
  const all = parts.flatMap((part) => {
    const out = new Int32Array(part.length);
    codes.run(Int32Array.from(part), null, out, part.length, true);
    return [...out];
  });
  return { codes: all, values: [...codes.values()] };
}

const scattered = (n: number, range: number, from = 0): number[] => Array.from({ length: n }, (_, i) => from + (Math.imul(i, 48_271) >>> 3) % range);
/** With values outside of what a sample shows, at the end, or all along. */
const withOutliers = (list: readonly number[], outlier: (i: number) => number, every: number): number[] => list.map((x, i) => (i % every === 5 ? outlier(i) : x));

const cases: readonly (readonly [string, readonly (readonly number[])[]])[] = [
  ['close together', [scattered(ROWS, 7000)]],
  ['in few rows', [scattered(50, 30, -7)]],
  ['with one outlier', [withOutliers(scattered(ROWS, 7000), () => 90_000, ROWS)]],
  ['with outliers all along', [withOutliers(scattered(ROWS, 7000), (i) => 90_000 + i, 1001)]],
  ['with an outlier far away', [withOutliers(scattered(ROWS, 7000), () => -0x80000000, ROWS), scattered(ROWS, 7000)]],
  ['at both ends', [withOutliers(scattered(ROWS, 7000), (i) => (i % 2 === 0 ? 0x7fffffff : -0x80000000), 3)]],
  ['at the lowest end', [scattered(ROWS, 5000, -0x80000000)]],
  ['at the highest end', [scattered(ROWS, 5000, 0x7fffffff - 5000)]],
  ['in other ranges batch by batch', [scattered(ROWS, 900, 5000), scattered(ROWS, 900), scattered(20_000, 90_000), scattered(ROWS, 10, 1 << 29)]],
  ['that count up', [Array.from({ length: ROWS }, (_, i) => i)]],
];

describe('codes of integers', () => {
  it.each(cases)('%s are numbered by first appearance', (_, parts) => {
    const { codes, values } = codesOf(...parts);
    const all = parts.flat();
    expect(codes).toEqual(plainCodes(all));
    expect(values).toEqual([...new Set(all)]);
  });
});
