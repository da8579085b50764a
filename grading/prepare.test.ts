import { describe, expect, it } from 'vitest';
import { challenges } from '../challenges/index.ts';
import type { TableInput } from './challenge.ts';
import { casesFor, prepare } from './prepare.ts';

const tables = (inputs: readonly { readonly kind: string }[]): TableInput[] => inputs.flatMap((i) => (i.kind === 'table' ? [i as TableInput] : []));

describe.each(challenges.map((c) => [c.id, c] as const))('%s', (_, challenge) => {
  it('gives the same cases for the same seed, and others for another', () => {
    expect(casesFor(challenge, 'submit', 5)).toEqual(casesFor(challenge, 'submit', 5));
    expect(casesFor(challenge, 'submit', 5)).not.toEqual(casesFor(challenge, 'submit', 6));
  });
  it('has unique ids, and all kinds of cases', () => {
    const cases = casesFor(challenge, 'submit', 5);
    expect(new Set(cases.map((c) => c.id)).size).toBe(cases.length);
    expect(new Set(cases.map((c) => c.kind))).toEqual(new Set(['visible', 'edge', 'seeded', 'metamorphic']));
    expect(casesFor(challenge, 'run', 5).every((c) => c.kind === 'visible')).toBe(true);
  });
  it('tells the user realm inputs, and nothing of what is expected or how it is judged', () => {
    const text = JSON.stringify(prepare(challenge, 'submit', 'python', 5).run);
    for (const word of ['expected', 'reference', 'mistake', 'SELECT', 'sentence', 'metamorphic']) expect(text).not.toContain(word);
  });
  it('makes variants of the same rows', () => {
    const cases = casesFor(challenge, 'submit', 5);
    const base = cases.find((c) => c.kind === 'seeded');
    const permuted = cases.find((c) => c.id.endsWith('-permuted'));
    if (base === undefined || permuted === undefined) return;
    for (const [i, t] of tables(permuted.inputs).entries()) {
      const rows = tables(base.inputs)[i]?.rows ?? [];
      expect(t.rows).not.toEqual(rows);
      expect(t.rows.map((r) => JSON.stringify(r)).sort()).toEqual(rows.map((r) => JSON.stringify(r)).sort());
    }
  });
});
