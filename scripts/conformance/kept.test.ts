import { describe, expect, it } from 'vitest';
import { differences, Kept } from './kept.ts';
import type { Outcome } from './runner.ts';

const kept = new Kept({ passing: { 'a.py': [1, 2] }, leftOut: { 'needs a plotter': ['a.py C.plot'] }, failing: { 'a.py C.m': 'm is not there.' } });
const outcome = (name: string, failure: string | null): Outcome => ({ name, failure, reason: failure }) as Outcome;
const run = (...all: Outcome[]): readonly string[] => differences(kept, new Map([['a.py', all]]));

describe('what is kept of the docstrings', () => {
  it('is content with the same', () => {
    expect(run(outcome('C.f', null), outcome('C.m', 'x'))).toEqual([]);
  });
  it('tells of a count that fell and of a failure without a reason', () => {
    expect(run(outcome('C.f', 'x'), outcome('C.m', 'x'))).toEqual(['✗ a.py: 0 pass, and 1 did.', '✗ a.py C.f fails, and no reason is kept.']);
  });
  it('tells of docstrings that are no longer counted', () => {
    expect(run(outcome('C.f', null))).toEqual(['✗ a.py: 1 docstrings are counted, and 2 were.']);
  });
  it('knows what is not counted', () => {
    expect([kept.isLeftOut('a.py', 'C.plot'), kept.isLeftOut('a.py', 'C.f')]).toEqual([true, false]);
  });
});
