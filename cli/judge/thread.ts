/** The judge realm of the command line: a thread with engines of its own, so that a plan that never ends can be ended. */
import { parentPort } from 'node:worker_threads';
import { findChallenge } from '../../challenges/index.ts';
import { Engine, fixedEnvironment } from '../../engine/index.ts';
import { judge, prepare } from '../../grading/index.ts';
import type { EngineSettings, Prepared } from '../../grading/index.ts';
import type { JudgeThreadAnswer, JudgeThreadRequest } from './protocol.ts';

let prepared: Prepared | null = null;

function makeEngine({ conf, nowMicros, onEvent }: EngineSettings): Engine {
  return new Engine({ environment: fixedEnvironment(nowMicros), conf, ...(onEvent === undefined ? {} : { host: { onEvent } }) });
}

function answer(request: JudgeThreadRequest): JudgeThreadAnswer {
  switch (request.type) {
    case 'prepare': {
      const challenge = findChallenge(request.challengeId);
      if (challenge === undefined) return { type: 'failed', message: `There is no challenge named ${request.challengeId}.` };
      prepared = prepare(challenge, request.mode, request.language, request.seed);
      return { type: 'prepared', run: prepared.run };
    }
    case 'judge': {
      if (prepared === null) return { type: 'failed', message: 'nothing was prepared' };
      const { result, confinement } = request;
      return { type: 'verdict', verdict: judge(prepared, result, { makeEngine, confinement }) };
    }
  }
}

parentPort?.on('message', (request: JudgeThreadRequest) => {
  try {
    parentPort?.postMessage(answer(request));
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ type: 'failed', message } satisfies JudgeThreadAnswer);
  }
});
