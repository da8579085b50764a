import { beforeAll, describe, expect, it } from 'vitest';
import { EngineSide } from '../engine-side.ts';
import { programText } from '../program.ts';
import { generate, KINDS } from './index.ts';
import type { Kind } from './index.ts';

describe('the generator', () => {
  let side: EngineSide;
  beforeAll(async () => {
    side = await EngineSide.start();
  }, 60_000);
  const texts = (seed: number, from: number, count: number, kinds: readonly Kind[] = KINDS): string[] =>
    Array.from({ length: count }, (_, i) => programText(generate(side, seed, from + i, kinds)));

  it('makes the same program of the same seed and number, whatever came before', () => {
    const first = texts(5, 0, 30);
    expect(texts(5, 10, 20)).toEqual(first.slice(10));
    expect(texts(6, 0, 30)).not.toEqual(first);
  });

  it('makes programs of every kind that the engine can be asked about', () => {
    for (const kind of KINDS) {
      const programs = Array.from({ length: 4 }, (_, n) => generate(side, 11, n, [kind]));
      expect(programs.every((p) => p.steps.length > 0 || p.tables.length > 0), kind).toBe(true);
      if (kind === 'query') expect(programText(programs[0] as (typeof programs)[0])).toContain('spark.sql(');
    }
  });
});
