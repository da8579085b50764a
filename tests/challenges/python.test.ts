import { beforeAll, describe, expect, it } from 'vitest';
import { challenges } from '../../challenges/index.ts';
import type { RunRequest, RunResult } from '../../workers/protocol/index.ts';
import { pythonRealm } from './python-realm.ts';
import { expectFailed, expectPassed, solutionsOf, verdictOn } from './solutions.ts';

const WRONG_AT_LEAST = 5;
const START_LIMIT_MS = 60_000;

let run: (request: RunRequest) => RunResult;

beforeAll(async () => {
  run = await pythonRealm();
}, START_LIMIT_MS);

describe.each(challenges.map((c) => [c.id, c] as const))('%s in Python', (_, challenge) => {
  const solutions = solutionsOf(challenge, 'python');

  it('has a reference, a seed solution and at least five wrong solutions', () => {
    expect(solutions.map((s) => s.name)).toContain('reference.py');
    expect(solutions.some((s) => /seed/.test(s.name))).toBe(true);
    expect(solutions.filter((s) => s.cause !== null).length).toBeGreaterThanOrEqual(WRONG_AT_LEAST);
  });
  it.each(solutions.filter((s) => s.cause === null).map((s) => [s.name, s] as const))('%s passes', async (_name, solution) => {
    expectPassed(await verdictOn(challenge, 'python', solution, run));
  });
  it.each(solutions.filter((s) => s.cause !== null).map((s) => [s.name, s] as const))('%s fails and says why', async (_name, solution) => {
    expectFailed(await verdictOn(challenge, 'python', solution, run), solution.cause ?? '');
  });
});
