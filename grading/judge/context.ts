/** What judging one run has at hand, and the making of case verdicts. */
import type { Case, Challenge } from '../challenge.ts';
import { partOf } from '../challenge.ts';
import type { CaseError, CaseVerdict, Diff } from '../verdict.ts';
import { adviceFor } from './advice.ts';
import type { MakeEngine } from './case-engine.ts';
import { advisedSentence, errorSentence } from './errors.ts';

export interface JudgeContext {
  readonly challenge: Challenge;
  readonly makeEngine: MakeEngine;
  readonly nowMicros: number;
}

function verdictOf(context: JudgeContext, c: Case, rest: Pick<CaseVerdict, 'status' | 'durationMs'> & Partial<CaseVerdict>): CaseVerdict {
  const functionName = partOf(context.challenge, c.functionName).functionName;
  return { id: c.id, title: c.title, kind: c.kind, functionName, sentence: null, cause: null, notes: [], diffs: [], error: null, ...rest };
}

export function passed(context: JudgeContext, c: Case, durationMs: number, notes: readonly string[] = []): CaseVerdict {
  return verdictOf(context, c, { status: 'passed', durationMs, notes: [...notes] });
}

export interface Failure {
  readonly cause: string;
  readonly sentence: string;
  readonly diffs?: readonly Diff[];
  readonly notes?: readonly string[];
}

export function failed(context: JudgeContext, c: Case, durationMs: number, failure: Failure): CaseVerdict {
  const { cause, sentence, diffs = [], notes = [] } = failure;
  return verdictOf(context, c, { status: 'failed', durationMs, cause, sentence, diffs: [...diffs], notes: [...notes] });
}

/** An error, with the challenge's advice on how to mend it where it knows the error. */
export function errored(context: JudgeContext, c: Case, durationMs: number, error: CaseError): CaseVerdict {
  const advice = adviceFor(context.challenge, error);
  const cause = advice === null ? 'error' : `advice:${advice.id}`;
  const sentence = advice === null ? errorSentence(error) : advisedSentence(error, advice.sentence);
  return verdictOf(context, c, { status: 'error', durationMs, cause, sentence, error });
}

export function skipped(context: JudgeContext, c: Case, sentence: string): CaseVerdict {
  return verdictOf(context, c, { status: 'skipped', durationMs: 0, sentence });
}
