/** Replays recordings in Python against the engine, one session a case, in one CPython. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixedEnvironment } from '../../engine/core/index.ts';
import { Engine } from '../../engine/session/engine.ts';
import { startPython } from '../support/python.ts';
import { differences } from './compare.ts';
import type { Difference, Outcome } from './compare.ts';
import { familySchema, parseCases } from './format.ts';
import type { OracleCase, Recording } from './format.ts';

const here = import.meta.dirname;
/** A new engine after so many cases: what sessions share (tables, global views, files) does not grow without end. */
const CASES_AN_ENGINE = 100;

export const families: readonly string[] = readdirSync(join(here, 'cases'))
  .filter((name) => name.endsWith('.py'))
  .map((name) => name.slice(0, -'.py'.length))
  .sort();

export interface Replayed {
  readonly id: string;
  readonly differences: readonly Difference[];
  /** What the error said, where there was one. */
  readonly text: string | null;
}

export interface Replay {
  run(oracleCase: OracleCase, recording: Recording): Replayed;
}

export function readFamily(family: string): { cases: readonly OracleCase[]; recordings: ReadonlyMap<string, Recording> } {
  const cases = parseCases(family, readFileSync(join(here, 'cases', `${family}.py`), 'utf8'));
  const recorded = familySchema.parse(JSON.parse(readFileSync(join(here, 'recordings', `${family}.json`), 'utf8')));
  return { cases, recordings: new Map(recorded.cases.map((each) => [each.id, each])) };
}

export async function startReplay(): Promise<Replay> {
  const python = await startPython('tests/oracle', 'tests/support');
  const newEngine = (): void =>
    python.bridge.use(
      new Engine({
        environment: { ...fixedEnvironment(), elapsed: () => performance.now() },
        host: python.bridge.host(),
        conf: { 'spark.sql.session.timeZone': 'UTC' },
        cacheAnalysis: true,
      }),
    );
  newEngine();
  const runCase = python.run('from replay import run_case\nrun_case') as (text: string) => string;
  let count = 0;
  return {
    run(oracleCase, recording) {
      if (++count % CASES_AN_ENGINE === 0) newEngine();
      const { preamble, code, conf, files, ordered, plan, id } = oracleCase;
      const outcome = JSON.parse(runCase(JSON.stringify({ preamble, code, conf, files, ordered, plan }))) as Outcome;
      return { id, differences: differences(recording, outcome), text: outcome.error?.text ?? null };
    },
  };
}
