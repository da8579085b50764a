import { describe, expect, it } from 'vitest';
import { programText } from './program.ts';
import type { Expr, Program } from './program.ts';
import { shrink } from './shrink.ts';

const expr = (...parts: Expr['parts']): Expr => ({ parts, type: { kind: 'integer' }, nullable: true, inexact: false });
const select = (name: string, from: string, ...items: Expr[]) => ({
  name,
  pieces: [{ frame: from }, '.selectExpr(', { list: items.map((e) => ({ expr: e, before: '', after: '' })), least: 1 }, ')'],
});

const program: Program = {
  tables: [
    { name: 't0', columns: [{ name: 'a', type: { kind: 'integer' }, nullable: true }, { name: 'b', type: { kind: 'string' }, nullable: true }], rows: [['1', '"x"'], ['7', '"y"'], ['3', 'None']] },
    { name: 't1', columns: [{ name: 'c', type: { kind: 'integer' }, nullable: true }], rows: [['1']] },
  ],
  conf: { 'spark.sql.ansi.enabled': 'false' },
  steps: [select('d0', 't0', expr('a'), expr('bad(', expr('abs(', expr('a'), ')'), ')', ' as z')), select('d1', 'd0', expr('a'), expr('z')), select('d2', 'd1', expr('a'))],
  inexact: new Set(),
  ordered: true,
};

describe('the shrinker', () => {
  it('keeps what makes a program fail, and little else', async () => {
    const small = await shrink(program, async (p) => /bad\(/.test(programText(p)) && p.tables.some((t) => t.rows.some(([a]) => a === '7')), 200);
    const text = programText(small);
    expect(text).toContain('bad(');
    expect(small.steps).toHaveLength(1);
    expect(small.conf).toEqual({});
    expect(small.tables.map((t) => t.name)).toEqual(['t0']);
    expect(small.tables[0]?.rows.map(([a]) => a)).toEqual(['7']);
    expect(text).not.toContain('abs(');
    expect(text).not.toContain('b string');
  });

  it('gives back what it was given where nothing smaller fails, and keeps to its budget', async () => {
    let runs = 0;
    const never = async (): Promise<boolean> => {
      runs++;
      return false;
    };
    const same = await shrink(program, never, 12);
    expect(same).toBe(program);
    expect(runs).toBeLessThanOrEqual(12);
  });
});
