import { describe, expect, it } from 'vitest';
import { compareValues } from '../types/index.ts';
import type { DataType, Value } from '../types/index.ts';
import { vectorOf } from './builders.ts';
import { sortIndices } from './sort.ts';

/** A small generator, so that a failure can be seen again. */
function generator(seed: number): (n: number) => number {
  let a = seed;
  return (n) => {
    a = (Math.imul(a, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((a / 4_294_967_296) * n);
  };
}

const KINDS: readonly (readonly [DataType, (below: (n: number) => number) => Value])[] = [
  [{ kind: 'integer' }, (b) => b(50) - 25],
  [{ kind: 'integer' }, (b) => b(4_294_967_296) - 2_147_483_648],
  [{ kind: 'boolean' }, (b) => b(2) === 1],
  [{ kind: 'double' }, (b) => [0, -0, Number.NaN, 1.5, -1.5, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, b(1000) / 7][b(8)] as number],
  [{ kind: 'long' }, (b) => BigInt(b(1_000_000)) * 9_000_000n],
  [{ kind: 'long' }, (b) => BigInt(b(1_000_000)) * 9_007_199_253n - 4_000_000_000_000n],
  [{ kind: 'long' }, (b) => 9_223_372_036_854_775_807n - BigInt(b(100)) * BigInt(b(3))],
  [{ kind: 'timestamp' }, (b) => 1_700_000_000_000_000n + BigInt(b(1_000_000)) * 1_000_000n],
  [{ kind: 'string' }, (b) => 'abcé😀'.slice(b(5), 5) + String(b(20))],
  [{ kind: 'decimal', precision: 38, scale: 2 }, () => null],
];

function columns(rows: number, below: (n: number) => number, nulls: boolean): { type: DataType; values: Value[] }[] {
  return Array.from({ length: 1 + below(3) }, () => {
    const [type, make] = KINDS[below(KINDS.length)] as (typeof KINDS)[number];
    return { type, values: Array.from({ length: rows }, () => (nulls && below(5) === 0 ? null : make(below))) };
  });
}

describe('sortIndices', () => {
  // Both sides of the size from which radix is used.
  for (const rows of [0, 1, 7, 300, 2000]) {
    for (let seed = 1; seed <= 25; seed++) {
      it(`orders ${rows} rows as comparing does (seed ${seed})`, () => {
        const below = generator(seed * 7919 + rows);
        const keys = columns(rows, below, seed % 2 === 0).map((c) => ({ ...c, ascending: below(2) === 1, nullsFirst: below(2) === 1 }));
        const compare = (a: number, b: number): number => {
          for (const { type, values, ascending, nullsFirst } of keys) {
            const [x, y] = [values[a] as Value, values[b] as Value];
            if (x === null && y === null) continue;
            if (x === null || y === null) return (x === null) === nullsFirst ? -1 : 1;
            const order = compareValues(type, x, y);
            if (order !== 0) return ascending ? order : -order;
          }
          return a - b;
        };
        const expected = Array.from({ length: rows }, (_, i) => i).sort(compare);
        const got = sortIndices(keys.map(({ type, values, ascending, nullsFirst }) => ({ vector: vectorOf(type, values), ascending, nullsFirst })), rows);
        expect([...got]).toEqual(expected);
      });
    }
  }
});
