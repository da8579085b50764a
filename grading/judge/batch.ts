/** Judges one case of a batch part: the submitted plan is run in the judge's own engine and its rows compared. */
import type { Relation } from '../../engine/index.ts';
import type { BatchPart, Case, Values } from '../challenge.ts';
import { compare, tableFromJson, toCommonTable } from '../compare/index.ts';
import type { Comparison, Expectation, ResultTable } from '../compare/index.ts';
import { inputHash } from '../prepare.ts';
import type { SubmittedCase } from '../submission.ts';
import type { CaseVerdict } from '../verdict.ts';
import { CaseEngine, tablesOf, valuesOf } from './case-engine.ts';
import { errored, failed, passed, skipped } from './context.ts';
import type { Failure, JudgeContext } from './context.ts';
import { raisedError, submittedError } from './errors.ts';
import { MISSING_FUNCTION } from './headline.ts';
import { submittedSettings } from './settings.ts';
import { contentsOf, replaceInputs, withEmptyUnions } from './wire-plan.ts';
import type { PlanContents } from './wire-plan.ts';

/** A case that was judged by its rows, with what later checks need. */
export interface JudgedCase {
  readonly c: Case;
  readonly part: BatchPart;
  readonly engine: CaseEngine;
  readonly plan: Relation;
  readonly contents: PlanContents;
}
export interface CaseJudgement {
  readonly verdict: CaseVerdict;
  /** Null where there was no plan to judge. */
  readonly judged: JudgedCase | null;
  /** The rows of a wrong answer, for finding out which mistake gives them. */
  readonly wrong?: WrongAnswer;
}
export interface WrongAnswer {
  readonly judged: JudgedCase;
  readonly answer: ResultTable;
  readonly verdict: CaseVerdict;
}

function isMissingFunction(outcome: SubmittedCase): boolean {
  return outcome.error?.type === MISSING_FUNCTION;
}

export function judgeBatchCase(context: JudgeContext, c: Case, part: BatchPart, outcome: SubmittedCase): CaseJudgement {
  const { durationMs } = outcome;
  if (part.optional === true && isMissingFunction(outcome)) {
    return { verdict: skipped(context, c, `Not attempted: the program has no function ${part.functionName}, which is optional.`), judged: null };
  }
  if (outcome.error !== null) return { verdict: errored(context, c, durationMs, submittedError(outcome.error)), judged: null };
  if (outcome.plan === null || outcome.plan === undefined) return { verdict: failed(context, c, durationMs, notADataFrame(part, outcome)), judged: null };
  const settings = submittedSettings(outcome, context.challenge.conf);
  const engine = new CaseEngine(context.challenge, c, context.makeEngine, context.nowMicros, settings);
  let contents: PlanContents;
  let answer: ResultTable;
  try {
    contents = contentsOf(outcome.plan);
    if (foreignRows(c, contents)) return { verdict: failed(context, c, durationMs, FOREIGN_ROWS), judged: null };
    answer = answerOf(engine, outcome, contents);
  } catch (error) {
    return { verdict: errored(context, c, durationMs, raisedError(error)), judged: null };
  }
  const judged: JudgedCase = { c, part, engine, plan: outcome.plan as Relation, contents };
  const values = valuesOf(part, c);
  const expectation = expectationOf(engine, part, values);
  const unread = notReading(judged, expectation.table);
  if (unread !== null) return { verdict: failed(context, c, durationMs, unread), judged };
  const result = compare(expectation, answer, part.comparison);
  const notes = contents.hasUserFunction ? [...result.notes, CLAIMED_ROWS] : result.notes;
  if (result.equal) return { verdict: passed(context, c, durationMs, notes), judged };
  const verdict = failed(context, c, durationMs, failureOf(result));
  return { verdict, judged, wrong: { judged, answer, verdict } };
}

const CLAIMED_ROWS = 'The plan holds a function of yours, which only your own realm can run: its rows are taken as it gave them.';

const FOREIGN_ROWS: Failure = {
  cause: 'written_down',
  sentence: 'Written-down rows: the result is built on rows that your program collected or made itself. Compute it from the DataFrame that is given.',
};

/** Reads rows by a name that is no input's: they were made in the user realm, and the judge has not got them. */
function foreignRows(c: Case, contents: PlanContents): boolean {
  const inputs = new Set(tablesOf(c).map((t) => inputHash(c.id, t.name)));
  return !contents.hasUserFunction && [...contents.hashes].some((h) => !inputs.has(h));
}

function notADataFrame(part: BatchPart, outcome: SubmittedCase): Failure {
  const returned = outcome.returnedType ?? 'nothing';
  const isNothing = returned === 'NoneType' || returned === 'undefined' || returned === 'nothing';
  const sentence = isNothing
    ? `${part.functionName} returned nothing: end it with \`return\` and the DataFrame.`
    : `${part.functionName} returned a value of type ${returned}: return the DataFrame itself.`;
  return { cause: 'not_a_dataframe', sentence };
}

/** The plan's rows; claimed ones only where the plan holds a function that the judge cannot run. */
function answerOf(engine: CaseEngine, outcome: SubmittedCase, contents: PlanContents): ResultTable {
  if (!contents.hasUserFunction) return engine.run(outcome.plan as Relation);
  if (outcome.table === null) throw new TypeError('the rows of a plan with a function of yours did not arrive');
  return tableFromJson(outcome.table);
}

/** What is right in a case, choices included. */
export function expectationOf(engine: CaseEngine, part: BatchPart, values: Values): Expectation {
  const table = engine.query(part.reference(values));
  const { choice } = part;
  if (choice === undefined) return { table };
  const candidates = choice.candidates === undefined ? table : engine.query(choice.candidates(values));
  return { table, choose: (answer) => choice.choose(toCommonTable(candidates), answer, values) };
}

/** An answer that does not read its inputs was not computed from them. */
function notReading(judged: JudgedCase, expected: ResultTable): Failure | null {
  if (expected.numRows === 0) return null;
  const unread = tablesOf(judged.c).filter((t) => !judged.contents.hashes.has(inputHash(judged.c.id, t.name)));
  if (unread.length === 0) return null;
  const names = unread.map((t) => `\`${t.name}\``).join(', ');
  const sentence = judged.contents.embeddedRows > 0
    ? `Written-down rows: the result holds rows of its own and does not read ${names}.`
    : `Written-down rows: the result does not read ${names}.`;
  return { cause: 'written_down', sentence };
}

function failureOf(result: Comparison): Failure {
  return { cause: result.cause ?? 'rows', sentence: result.sentence ?? '', notes: result.notes, diffs: result.diff === null ? [] : [result.diff] };
}

/** Rows in a plan may be a small table of the solution's own; rows that depend on the case's data are an answer written down. */
export function judgeSwapped(context: JudgeContext, judged: JudgedCase, other: Case): Failure | null {
  const { part, plan, c } = judged;
  const engine = new CaseEngine(context.challenge, other, context.makeEngine, context.nowMicros, judged.engine.settings);
  const names = new Map(tablesOf(c).map((t) => [inputHash(c.id, t.name), inputHash(other.id, t.name)]));
  const swapped = replaceInputs(plan, (hash) => ({ type: 'CachedLocalRelation', hash: names.get(hash) ?? hash }));
  try {
    const expectation = expectationOf(engine, part, valuesOf(part, other));
    if (compare(expectation, engine.run(swapped), part.comparison).equal) return null;
  } catch {
    // A plan that cannot run over other rows of the same schema holds this case's rows.
  }
  const sentence = 'Written-down rows: the result holds rows made for this input, and is wrong as soon as the input is another. Compute it from the DataFrame that is given.';
  return { cause: 'written_down', sentence };
}

/** The plan over its inputs united with an empty table: nothing may change. */
export function judgeEmptyUnion(context: JudgeContext, judged: JudgedCase): CaseVerdict {
  const { c, part, engine, plan } = judged;
  const variant: Case = { ...c, id: `${c.id}-empty-union`, kind: 'metamorphic', title: 'the input united with an empty table' };
  for (const t of tablesOf(c)) engine.register(`${inputHash(c.id, t.name)}-empty`, { ...t, rows: [] }, t.name);
  try {
    const answer = engine.run(withEmptyUnions(plan, (hash) => `${hash}-empty`));
    const result = compare(expectationOf(engine, part, valuesOf(part, c)), answer, part.comparison);
    return result.equal ? passed(context, variant, 0, result.notes) : failed(context, variant, 0, failureOf(result));
  } catch (error) {
    return errored(context, variant, 0, raisedError(error));
  }
}
