/** Judges one case of a streaming part: the submitted queries are run over the script in the judge's engine, sink by sink and step by step. */
import type { Relation, StreamSpec } from '../../engine/index.ts';
import type { Case, StreamMistake, StreamOutput, StreamPart } from '../challenge.ts';
import { compare, count, takeRows } from '../compare/index.ts';
import type { Comparison } from '../compare/index.ts';
import type { StreamScript, SubmittedCase, SubmittedStream } from '../submission.ts';
import type { CaseVerdict, CriterionVerdict, Diff } from '../verdict.ts';
import { errored, failed, passed } from './context.ts';
import type { Failure, JudgeContext } from './context.ts';
import { raisedError, submittedError } from './errors.ts';
import { bestMistake, blamed } from './mistakes.ts';
import { submittedSettings } from './settings.ts';
import { playQueries, referenceQuery, STEP } from './stream-engine.ts';
import type { OutputTrace, StartedQuery } from './stream-engine.ts';

export interface StreamJudgement {
  readonly verdict: CaseVerdict;
  /** What a wrong answer's sinks got, for finding out which mistake gives it. */
  readonly wrong?: WrongStream;
  /** Whether state stays bounded; null where nothing ran. */
  readonly criterion: CriterionVerdict | null;
}

export interface WrongStream {
  readonly c: Case;
  readonly part: StreamPart;
  readonly answer: Traces;
  readonly verdict: CaseVerdict;
}

type Traces = ReadonlyMap<string, OutputTrace>;

export function judgeStreamCase(context: JudgeContext, c: Case, part: StreamPart, outcome: SubmittedCase): StreamJudgement {
  const { durationMs } = outcome;
  if (outcome.error !== null) return { verdict: errored(context, c, durationMs, submittedError(outcome.error)), criterion: null };
  const found = part.outputs.map((o) => findQuery(o, outcome.streams));
  const script = c.stream as StreamScript;
  const play = (queries: readonly StartedQuery[]): Traces => playQueries(script, queries, context.makeEngine, context.challenge.conf);
  const problem = found.find((f) => f.failure !== null)?.failure ?? null;
  if (problem !== null) return { verdict: failed(context, c, durationMs, { ...problem, diffs: shownDiffs(part, found, play) }), criterion: null };
  let answer: Traces;
  try {
    const conf = { ...submittedSettings(outcome, context.challenge.conf), ...context.challenge.conf };
    answer = playQueries(script, found.flatMap((f) => f.query ?? []), context.makeEngine, conf);
  } catch (error) {
    return { verdict: errored(context, c, durationMs, raisedError(error)), criterion: null };
  }
  const expected = play(part.outputs.map((o) => referenceQuery(part, part.reference, o)));
  const results = part.outputs.map((o) => compareOutput(o, expected, answer));
  const criterion = boundedState(part, expected, answer);
  if (results.every((r) => r.equal)) {
    const notes = [...new Set(results.flatMap((r) => r.notes)), ...notReturned(part, outcome)];
    return { verdict: passed(context, c, durationMs, notes), criterion };
  }
  const verdict = failed(context, c, durationMs, failureOf(part, results));
  return { verdict, criterion, wrong: { c, part, answer, verdict } };
}

/** What the outputs got beside what they should: nothing, where no query writes there. Nothing to show if the queries do not run. */
function shownDiffs(part: StreamPart, found: readonly Found[], play: (queries: readonly StartedQuery[]) => Traces): Diff[] {
  try {
    const expected = play(part.outputs.map((o) => referenceQuery(part, part.reference, o)));
    const answer = new Map(play(found.flatMap((f) => f.query ?? [])));
    for (const [id, trace] of expected) {
      if (!answer.has(id)) answer.set(id, { ...trace, rows: takeRows(trace.rows, []) });
    }
    return part.outputs.flatMap((o) => compareOutput(o, expected, answer).diff ?? []);
  } catch {
    return [];
  }
}

/** Verdicts of failed cases that a known mistake explains, by case. */
export function blameStreams(context: JudgeContext, wrong: readonly WrongStream[]): Map<string, CaseVerdict> {
  const events = (w: WrongStream): number => w.c.stream?.steps.reduce((n, s) => n + s.deliver.length, 0) ?? 0;
  const largestFirst = wrong.toSorted((a, b) => events(b) - events(a));
  const found = bestMistake(wrong[0]?.part.mistakes ?? [], largestFirst, (m, w) => gives(context, m, w));
  return new Map((found?.explained ?? []).map((w) => [w.c.id, blamed(w.verdict, (found as NonNullable<typeof found>).mistake)]));
}

/** Whether the mistake gives the answer, sink by sink. It may be one that Spark refuses under an output's mode. */
function gives(context: JudgeContext, mistake: StreamMistake, w: WrongStream): boolean {
  try {
    return w.part.outputs.every((o) => {
      const traces = playQueries(w.c.stream as StreamScript, [referenceQuery(w.part, mistake.query, o)], context.makeEngine, context.challenge.conf);
      return compareOutput(o, traces, w.answer).equal;
    });
  } catch {
    return false;
  }
}

function specOf(s: SubmittedStream): StreamSpec | null {
  const spec = s.spec as StreamSpec | null | undefined;
  return typeof spec === 'object' && spec !== null && typeof spec.format === 'string' && typeof spec.options === 'object' ? spec : null;
}

/** Options are found without regard to case, as in Spark. */
function option(spec: StreamSpec, name: string): string | undefined {
  return Object.entries(spec.options).find(([k]) => k.toLowerCase() === name.toLowerCase())?.[1];
}

/** The query of an output, as far as there is one, and what is wrong with how it writes. */
interface Found {
  readonly query: StartedQuery | null;
  readonly failure: Failure | null;
}

/** The query of the submission that writes to the output, checked for what is plain to see in how it writes. */
function findQuery(output: StreamOutput, streams: readonly SubmittedStream[]): Found {
  const specs = streams.flatMap((s) => {
    const spec = specOf(s);
    return spec === null ? [] : [{ plan: s.plan as Relation, spec }];
  });
  const ofFormat = specs.filter((s) => s.spec.format.toLowerCase() === output.format);
  const [first] = ofFormat;
  if (first === undefined) {
    const batch = specs.some((s) => s.spec.format === 'foreachBatch');
    const hint = batch ? ' A function given to foreachBatch cannot be judged: write with the format itself.' : '';
    return { query: null, failure: { cause: 'missing_output', sentence: `No streaming query writes to ${output.title}.${hint}` } };
  }
  const query = output.topic === undefined ? first : ofFormat.find((s) => option(s.spec, 'topic') === output.topic);
  if (query === undefined) {
    const sentence = `The Kafka query writes to the topic ${option(first.spec, 'topic') ?? '(none)'}, not to ${output.topic ?? ''}.`;
    return { query: null, failure: { cause: 'wrong_topic', sentence } };
  }
  const mode = (query.spec.outputMode ?? 'append').toLowerCase();
  if (mode !== output.outputMode) {
    const isDefault = query.spec.outputMode === undefined ? ' (append is the default)' : '';
    const sentence = `The query that writes to ${output.title} runs in ${mode} mode${isDefault}; ${output.outputMode} is asked for.`;
    return { query: { output, ...query }, failure: { cause: 'output_mode', sentence } };
  }
  return { query: { output, ...query }, failure: null };
}

function compareOutput(output: StreamOutput, expected: Traces, answer: Traces): Comparison {
  const want = expected.get(output.id)?.rows;
  const got = answer.get(output.id)?.rows;
  if (want === undefined || got === undefined) throw new TypeError(`no rows of the output ${output.id}`);
  const spec = { ...output.comparison, key: [STEP, ...output.comparison.key] };
  return compare({ table: want }, got, spec, output.title);
}

function notReturned(part: StreamPart, outcome: SubmittedCase): string[] {
  return outcome.returnedStreams.length >= part.outputs.length ? [] : ['The function should return its queries, so that whoever calls it can wait for them and stop them.'];
}

function failureOf(part: StreamPart, results: readonly Comparison[]): Failure {
  const wrong = results.findIndex((r) => !r.equal);
  const first = results[wrong] as Comparison;
  const sentence = `${capital(part.outputs[wrong]?.title ?? '')}: ${first.sentence ?? ''}`;
  return { cause: first.cause ?? 'rows', sentence, notes: first.notes, diffs: results.flatMap((r) => r.diff ?? []) };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** State may not hold more than the reference's after the last step: a watermark that ends. */
function boundedState(part: StreamPart, expected: Traces, answer: Traces): CriterionVerdict {
  const head = { id: 'state_bounded', title: 'State is bounded by the watermark' };
  for (const o of part.outputs) {
    const most = expected.get(o.id)?.stateRows ?? 0;
    const kept = answer.get(o.id)?.stateRows ?? 0;
    if (kept <= most) continue;
    const sentence = `The query that writes to ${o.title} still keeps ${count(kept, 'row')} of state at the end where ${most} would do: old windows are never dropped.`;
    return { ...head, status: 'failed', sentence, evidence: `stateRows ${kept}, expected at most ${most}` };
  }
  return { ...head, status: 'passed', sentence: 'Windows leave the state once the watermark has passed them.', evidence: null };
}
