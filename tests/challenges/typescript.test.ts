import { describe, expect, it } from 'vitest';
import { emitTypeScript } from '../../cli/host/emit.ts';
import { challenges } from '../../challenges/index.ts';
import { Bench } from '../../workers/user-realm/bench.ts';
import { runTypeScript } from '../../workers/user-realm/typescript-runtime.ts';
import type { RunRequest, RunResult } from '../../workers/protocol/index.ts';
import { expectFailed, expectPassed, solutionsOf, verdictOn } from './solutions.ts';

const WRONG_AT_LEAST = 5;

function run(request: RunRequest): Promise<RunResult> {
  const emitted = emitTypeScript(request.source, request.filename);
  if (!emitted.ok) throw new Error(emitted.error.message);
  const bench = new Bench({ post: () => undefined, elapsed: () => performance.now() });
  return runTypeScript({ ...request, source: emitted.source }, bench);
}

describe.each(challenges.map((c) => [c.id, c] as const))('%s in TypeScript', (_, challenge) => {
  const solutions = solutionsOf(challenge, 'typescript');

  it('has a reference and at least five wrong solutions', () => {
    expect(solutions.map((s) => s.name)).toContain('reference.ts');
    expect(solutions.filter((s) => s.cause !== null).length).toBeGreaterThanOrEqual(WRONG_AT_LEAST);
  });
  it.each(solutions.filter((s) => s.cause === null).map((s) => [s.name, s] as const))('%s passes', async (_name, solution) => {
    expectPassed(await verdictOn(challenge, 'typescript', solution, run));
  });
  it.each(solutions.filter((s) => s.cause !== null).map((s) => [s.name, s] as const))('%s fails and says why', async (_name, solution) => {
    expectFailed(await verdictOn(challenge, 'typescript', solution, run), solution.cause ?? '');
  });
});
