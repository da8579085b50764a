/** Between the command line and its judge thread. */
import type { RunMode } from '../../grading/index.ts';
import type { Language, PreparedRun, RunResult } from '../../workers/protocol/index.ts';

export interface PrepareRequest {
  readonly type: 'prepare';
  readonly challengeId: string;
  readonly mode: RunMode;
  readonly language: Language;
  readonly seed: number;
}
export interface JudgeRequest {
  readonly type: 'judge';
  readonly result: RunResult;
  readonly confinement: string;
}
export type JudgeThreadRequest = PrepareRequest | JudgeRequest;

export type JudgeThreadAnswer =
  | { readonly type: 'prepared'; readonly run: PreparedRun }
  | { readonly type: 'verdict'; readonly verdict: unknown }
  | { readonly type: 'failed'; readonly message: string };
