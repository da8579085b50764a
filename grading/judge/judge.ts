/** Makes the verdict over what a user realm gave back. Never throws for what the submission did. */
import type { BatchPart, Case, Challenge } from '../challenge.ts';
import { partOf } from '../challenge.ts';
import { judgeCriteria } from '../criteria/evaluate.ts';
import type { Prepared } from '../prepare.ts';
import type { SubmittedCase, SubmittedRun } from '../submission.ts';
import { VERDICT_VERSION } from '../verdict.ts';
import type { CaseError, CaseVerdict, CriterionVerdict, Verdict } from '../verdict.ts';
import { adviceFor } from './advice.ts';
import { judgeBatchCase, judgeEmptyUnion, judgeSwapped } from './batch.ts';
import type { JudgedCase, WrongAnswer } from './batch.ts';
import type { MakeEngine } from './case-engine.ts';
import { failed } from './context.ts';
import type { JudgeContext } from './context.ts';
import { advisedSentence, errorSentence, submittedError } from './errors.ts';
import { headline, statusOf } from './headline.ts';
import { blameBatch } from './mistakes.ts';
import { blameStreams, judgeStreamCase } from './stream.ts';
import type { WrongStream } from './stream.ts';

export interface JudgeOptions {
  readonly makeEngine: MakeEngine;
  /** Where the program ran, as its host knows. */
  readonly confinement?: string;
}

/** The verdict over a run of `prepared`. `result` has passed the protocol's schema and is otherwise not believed. */
export function judge(prepared: Prepared, result: SubmittedRun, options: JudgeOptions): Verdict {
  const { challenge } = prepared;
  const context: JudgeContext = { challenge, makeEngine: options.makeEngine, nowMicros: prepared.run.nowMicros };
  const judged: JudgedCase[] = [];
  const criteria: CriterionVerdict[] = [];
  const verdicts = result.error === null ? judgeCases(context, prepared, result, judged, criteria) : [];
  criteria.push(...(result.error === null ? judgeCriteria(challenge, judged) : []));
  const topError = result.error === null ? null : submittedError(result.error);
  const counts = {
    passed: verdicts.filter((v) => v.status === 'passed').length,
    failed: verdicts.filter((v) => v.status === 'failed').length,
    errors: verdicts.filter((v) => v.status === 'error').length,
    skipped: verdicts.filter((v) => v.status === 'skipped').length,
  };
  const sentence = topError === null ? headline(verdicts, criteria) : topSentence(challenge, topError);
  return {
    version: VERDICT_VERSION,
    challenge: { id: challenge.id, number: challenge.number, title: challenge.title },
    language: prepared.language,
    mode: prepared.mode,
    seed: prepared.seed,
    status: topError === null ? statusOf(verdicts, criteria) : 'error',
    sentence,
    error: topError,
    cases: verdicts,
    criteria,
    counts,
    confinement: options.confinement ?? null,
    durationMs: result.durationMs,
  };
}

function topSentence(challenge: Challenge, error: CaseError): string {
  const advice = adviceFor(challenge, error);
  return advice === null ? errorSentence(error) : advisedSentence(error, advice.sentence);
}

/** What judging the cases one by one left over for a second look. */
interface Collected {
  readonly judged: JudgedCase[];
  readonly criteria: CriterionVerdict[];
  readonly wrong: WrongAnswer[];
  readonly wrongStreams: WrongStream[];
}

function judgeCases(context: JudgeContext, prepared: Prepared, result: SubmittedRun, judged: JudgedCase[], criteria: CriterionVerdict[]): CaseVerdict[] {
  const outcomes = new Map(result.cases.map((o) => [o.caseId, o]));
  const collected: Collected = { judged, criteria, wrong: [], wrongStreams: [] };
  const verdicts = prepared.cases.map((c) => {
    const outcome = outcomes.get(c.id);
    if (outcome === undefined) return failed(context, c, 0, { cause: 'no_result', sentence: 'This case was not run.' });
    return judgeCase(context, prepared.cases, c, outcome, collected);
  });
  const blame = new Map([
    ...context.challenge.parts.flatMap((part) => [...blameBatch(collected.wrong.filter((w) => w.judged.part === part))]),
    ...blameStreams(context, collected.wrongStreams),
  ]);
  const told = verdicts.map((v) => blame.get(v.id) ?? v);
  return [...told, ...emptyUnions(context, judged, verdicts)];
}

function judgeCase(context: JudgeContext, cases: readonly Case[], c: Case, outcome: SubmittedCase, collected: Collected): CaseVerdict {
  const part = partOf(context.challenge, c.functionName);
  if (part.kind === 'stream') {
    const { verdict, criterion, wrong } = judgeStreamCase(context, c, part, outcome);
    if (criterion !== null) keepWorse(collected.criteria, criterion);
    if (wrong !== undefined) collected.wrongStreams.push(wrong);
    return verdict;
  }
  const { verdict, judged, wrong } = judgeBatchCase(context, c, part, outcome);
  if (wrong !== undefined) collected.wrong.push(wrong);
  if (judged === null) return verdict;
  collected.judged.push(judged);
  return withSwap(context, cases, part, judged, verdict, outcome);
}

/** Of one criterion over several cases the first failure is kept, else the first success. */
function keepWorse(criteria: CriterionVerdict[], next: CriterionVerdict): void {
  const at = criteria.findIndex((c) => c.id === next.id);
  if (at < 0) criteria.push(next);
  else if (criteria[at]?.status === 'passed' && next.status === 'failed') criteria[at] = next;
}

/** A right answer that holds rows of its own must also be right over another case's rows. */
function withSwap(context: JudgeContext, cases: readonly Case[], part: BatchPart, seen: JudgedCase, verdict: CaseVerdict, outcome: SubmittedCase): CaseVerdict {
  if (verdict.status !== 'passed' || seen.contents.embeddedRows === 0 || seen.contents.hasUserFunction) return verdict;
  const other = otherCase(context, cases, part, seen.c);
  if (other === undefined) return verdict;
  const problem = judgeSwapped(context, seen, other);
  return problem === null ? verdict : failed(context, seen.c, outcome.durationMs, problem);
}

/** Another case with the same values and other rows. */
function otherCase(context: JudgeContext, cases: readonly Case[], part: BatchPart, c: Case): Case | undefined {
  const values = (x: Case): string => JSON.stringify(x.inputs.filter((i) => i.kind === 'value'));
  const rows = (x: Case): string => JSON.stringify(x.inputs.flatMap((i) => (i.kind === 'table' ? [i.rows] : [])));
  const all = [...cases, ...context.challenge.cases];
  return all.find((x) => partOf(context.challenge, x.functionName) === part && x.kind !== 'metamorphic' && values(x) === values(c) && rows(x) !== rows(c));
}

/** One more metamorphic case for each part, made in the judge alone: the first seeded one, united with nothing. */
function emptyUnions(context: JudgeContext, judged: readonly JudgedCase[], verdicts: readonly CaseVerdict[]): CaseVerdict[] {
  const passed = new Set(verdicts.filter((v) => v.status === 'passed').map((v) => v.id));
  const firstOfParts = context.challenge.parts.flatMap(
    (part) => judged.find((j) => j.part === part && j.c.kind === 'seeded' && passed.has(j.c.id) && !j.contents.hasUserFunction) ?? [],
  );
  return firstOfParts.map((j) => judgeEmptyUnion(context, j));
}

