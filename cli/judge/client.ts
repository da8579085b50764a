/** The judge thread as the command line uses it. */
import { Worker } from 'node:worker_threads';
import { verdictSchema } from '../../grading/index.ts';
import type { Verdict } from '../../grading/index.ts';
import type { PreparedRun, RunResult } from '../../workers/protocol/index.ts';
import { JUDGE_MEMORY_LIMIT_MB } from '../host/limits.ts';
import type { JudgeThreadAnswer, JudgeThreadRequest, PrepareRequest } from './protocol.ts';

/** The plan could not be judged in the time and memory that a judge has. */
export class JudgeLimitError extends Error {}

export class JudgeThread {
  private readonly worker: Worker;

  constructor(program: URL, private readonly timeSeconds: number) {
    this.worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: JUDGE_MEMORY_LIMIT_MB }, env: {} });
  }

  private ask(request: JudgeThreadRequest): Promise<JudgeThreadAnswer> {
    const { worker } = this;
    return new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        clearTimeout(timer);
        worker.off('message', answered);
        worker.off('error', broken);
        end();
      };
      const answered = (message: JudgeThreadAnswer): void => settle(() => resolve(message));
      const broken = (error: Error & { code?: string }): void =>
        settle(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new JudgeLimitError('judging took more memory than it may') : error));
      const timer = setTimeout(() => settle(() => reject(new JudgeLimitError(`judging took longer than ${this.timeSeconds} s`))), this.timeSeconds * 1000);
      worker.on('message', answered);
      worker.on('error', broken);
      worker.postMessage(request);
    });
  }

  async prepare(request: Omit<PrepareRequest, 'type'>): Promise<PreparedRun> {
    const answer = await this.ask({ type: 'prepare', ...request });
    if (answer.type === 'prepared') return answer.run;
    throw new Error(answer.type === 'failed' ? answer.message : 'the judge did not prepare the run');
  }

  async judge(result: RunResult, confinement: string): Promise<Verdict> {
    const answer = await this.ask({ type: 'judge', result, confinement });
    if (answer.type === 'verdict') return verdictSchema.parse(answer.verdict);
    throw new Error(answer.type === 'failed' ? answer.message : 'the judge gave no verdict');
  }

  close(): void {
    void this.worker.terminate();
  }
}
