/** The solutions that stand in the challenges' folders, and a judge for them in this process. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { Engine, fixedEnvironment } from '../../engine/index.ts';
import { DEFAULT_SEED, judge, prepare, verdictSchema } from '../../grading/index.ts';
import type { Challenge, EngineSettings, Language, Prepared, Verdict } from '../../grading/index.ts';
import { runResultSchema } from '../../workers/protocol/index.ts';
import type { RunRequest, RunResult } from '../../workers/protocol/index.ts';

export const CHALLENGES = fileURLToPath(new URL('../../challenges', import.meta.url));

export interface Solution {
  readonly name: string;
  readonly text: string;
  /** What the verdict must name: the `cause:` in the first line of a wrong solution. */
  readonly cause: string | null;
}

const ENDINGS = { python: '.py', typescript: '.ts' } as const;

export function solutionsOf(challenge: Challenge, language: Language): Solution[] {
  const folder = join(CHALLENGES, challenge.id, 'solutions');
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDINGS[language]))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { name, text, cause: /^(?:#|\/\/) cause: (\S+)$/m.exec(text.split('\n', 1)[0] ?? '')?.[1] ?? null };
    });
}

export function makeEngine({ conf, nowMicros, onEvent }: EngineSettings): Engine {
  return new Engine({ environment: fixedEnvironment(nowMicros), conf, ...(onEvent === undefined ? {} : { host: { onEvent } }) });
}

export function requestFor(prepared: Prepared, source: string, filename: string): RunRequest {
  const { run, language } = prepared;
  return { language, source, filename, functionName: run.functionName, cases: [...run.cases], seed: run.seed, nowMicros: run.nowMicros, display: false };
}

/** Prepares, runs and judges. What passes between the two realms goes through the protocol's schema, as between real ones. */
export async function verdictOn(challenge: Challenge, language: Language, solution: Pick<Solution, 'name' | 'text'>, run: (request: RunRequest) => Promise<RunResult> | RunResult, seed = DEFAULT_SEED): Promise<Verdict> {
  const prepared = prepare(challenge, 'submit', language, seed);
  const result = await run(requestFor(prepared, solution.text, solution.name));
  return verdictSchema.parse(judge(prepared, runResultSchema.parse(JSON.parse(JSON.stringify(result))), { makeEngine }));
}

/** Everything that is not right in a verdict, for a failure's message. */
export function problems(v: Verdict): unknown {
  return {
    sentence: v.sentence,
    cases: v.cases.filter((c) => c.status === 'failed' || c.status === 'error').map((c) => ({ id: c.id, cause: c.cause, sentence: c.sentence, diffs: c.diffs })),
    criteria: v.criteria.filter((c) => c.status !== 'passed'),
  };
}

export function expectPassed(v: Verdict): void {
  expect(v.status, JSON.stringify(problems(v), null, 2)).toBe('passed');
}

/** A wrong solution fails for its own cause, which the headline tells, and a cause in the rows shows rows. */
export function expectFailed(v: Verdict, cause: string): void {
  const detail = JSON.stringify(problems(v), null, 2);
  expect(v.status, detail).not.toBe('passed');
  if (cause.startsWith('criterion:')) {
    const criterion = v.criteria.find((c) => `criterion:${c.id}` === cause);
    expect(criterion?.status, detail).toBe('failed');
    return;
  }
  const case_ = v.cases.find((c) => c.cause === cause);
  expect(case_, detail).toBeDefined();
  expect(v.sentence, detail).toContain(case_?.sentence ?? '?');
  if (/^(advice|written_down|not_a_dataframe|output_mode|wrong_topic)/.test(cause)) return;
  const shown = case_?.diffs.some((d) => (d.rows !== null && d.rows.missing.count + d.rows.unexpected.count + d.rows.changed.count > 0) || d.order !== null || d.columns !== null);
  expect(shown, detail).toBe(true);
}
