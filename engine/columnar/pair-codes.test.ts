import { describe, expect, it } from 'vitest';
import { vectorOf } from './builders.ts';
import { createKeyEncoder } from './key-encoder.ts';
import { PairCodes } from './pair-codes.ts';

/** Codes in order of first appearance, the slow way. */
function expectedCodes(keys: readonly string[], known: Map<string, number>): number[] {
  return keys.map((k) => {
    const code = known.get(k) ?? known.size;
    known.set(k, code);
    return code;
  });
}

describe('PairCodes', () => {
  it('numbers pairs in order of first appearance, in a table and after it has turned to hashing', () => {
    const pairs = new PairCodes();
    const known = new Map<string, number>();
    for (const [sizeA, sizeB, rows] of [[3, 5, 40], [60, 5, 200], [60, 200, 900], [3000, 4000, 5000], [10, 10, 100]] as const) {
      const a = Int32Array.from({ length: rows }, (_, i) => (i * 7919) % sizeA);
      const b = Int32Array.from({ length: rows }, (_, i) => (i * 104_729) % sizeB);
      const keys = [...a].map((x, i) => `${x},${b[i]}`);
      const out = new Int32Array(rows);
      pairs.find(a, b, null, out, rows);
      expect([...out]).toEqual(keys.map((k) => known.get(k) ?? -1));
      pairs.assign(a, sizeA, b, sizeB, null, out, rows);
      expect([...out]).toEqual(expectedCodes(keys, known));
      expect(pairs.size).toBe(known.size);
    }
    const unknown = new Int32Array(1);
    pairs.find(Int32Array.of(-1), Int32Array.of(2), null, unknown, 1);
    expect(unknown[0]).toBe(-1);
  });
});

describe('codes of longs', () => {
  it('stay the same while the values outgrow 32 bits, then the safe integers', () => {
    const type = { kind: 'long' } as const;
    const encoder = createKeyEncoder(type);
    const known = new Map<string, number>();
    const batches: bigint[][] = [
      [5n, -3n, 5n, 0n],
      [4_000_000_000n, -3n, 9_000_000_000_000_000n, -9_000_000_000_000_000n, 0n],
      [9_223_372_036_854_775_807n, 4_000_000_000n, -9_000_000_000_000_000n, 5n, -9_223_372_036_854_775_808n],
      [5n, 0n, -3n, 9_000_000_000_000_000n],
    ];
    for (const values of batches) {
      const codes = encoder.assign(vectorOf(type, values), values.length);
      expect([...codes]).toEqual(expectedCodes(values.map(String), known));
    }
    const sought = [5n, 77n, 9_000_000_000_000_000n, 9_223_372_036_854_775_807n];
    expect([...encoder.find(vectorOf(type, sought), sought.length)]).toEqual(sought.map((x) => known.get(String(x)) ?? -1));
  });
});
