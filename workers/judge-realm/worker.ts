/** Entry of the judge realm: challenges, cases and verdicts, with engines of its own. No program of the user's runs here. */
import * as Comlink from 'comlink';
import { challenges } from '../../challenges/index.ts';
import { Engine, fixedEnvironment } from '../../engine/index.ts';
import { DEFAULT_SEED, judge, prepare } from '../../grading/index.ts';
import type { Challenge, EngineSettings, Prepared } from '../../grading/index.ts';
import type { ChallengeDetail, ChallengeSummary, JudgeApi } from '../protocol/judge.ts';
import { runResultSchema } from '../protocol/run.ts';
import { fixturesOf } from './fixtures.ts';
import { challengeTexts } from './texts.ts';

/** Runs that wait for their results; older ones are forgotten. */
const KEPT_RUNS_COUNT = 8;

const runs = new Map<string, Prepared>();
let nextRun = 1;

const api: JudgeApi = {
  challenges: async () => challenges.map(summaryOf),
  challenge: async (id) => detailOf(challengeOf(id)),
  prepare: async (id, mode, language, seed = DEFAULT_SEED) => {
    const prepared = prepare(challengeOf(id), mode, language, seed);
    const runId = `${prepared.run.runId}-${nextRun++}`;
    runs.set(runId, prepared);
    for (const old of [...runs.keys()].slice(0, -KEPT_RUNS_COUNT)) runs.delete(old);
    return { ...prepared.run, runId };
  },
  judge: async (runId, result) => {
    const prepared = runs.get(runId);
    if (prepared === undefined) throw new Error('This run is no longer known: run it again.');
    runs.delete(runId);
    return judge(prepared, runResultSchema.parse(result), { makeEngine, confinement: 'opaque frame' });
  },
};

function makeEngine({ conf, nowMicros, onEvent }: EngineSettings): Engine {
  const environment = { ...fixedEnvironment(nowMicros), elapsed: () => performance.now() };
  return new Engine({ environment, conf, ...(onEvent === undefined ? {} : { host: { onEvent } }) });
}

function challengeOf(id: string): Challenge {
  const found = challenges.find((c) => c.id === id);
  if (found === undefined) throw new Error(`There is no challenge named ${id}.`);
  return found;
}

function summaryOf({ id, number, title, difficulty, topics, minutes }: Challenge): ChallengeSummary {
  return { id, number, title, difficulty, topics, minutes };
}

function detailOf(challenge: Challenge): ChallengeDetail {
  return {
    ...summaryOf(challenge),
    functionName: challenge.parts[0].functionName,
    ...challengeTexts(challenge.id),
    fixtures: fixturesOf(challenge),
  };
}

Comlink.expose(api);
