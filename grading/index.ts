/** The grader's door: cases of a challenge, the verdict over what a user realm gave back, and its reports. */
export { partOf } from './challenge.ts';
export type {
  Advice,
  BatchPart,
  Case,
  Challenge,
  Choice,
  Input,
  Language,
  Mistake,
  Part,
  PlanCriterion,
  PlanEvidence,
  Query,
  StreamOutput,
  StreamPart,
  TableInput,
  Values,
} from './challenge.ts';
export { Random, seedFor } from './cases/random.ts';
export { broadcastsInputs, doesNotMoveForJoins, endsRepartitioned } from './criteria/index.ts';
export { cellAt, chooseAtLimit, chooseOnePerKey, closeNumbers, columnIndex, compare, DEFAULT_TOLERANCE, rowNumbers, rowOrder, rowText, tableFromBatch, tableFromJson, takeRows } from './compare/index.ts';
export type { Comparison, ComparisonSpec, Expectation, NumberTolerance, OrderKey, ResultTable } from './compare/index.ts';
export { judge } from './judge/judge.ts';
export type { JudgeOptions } from './judge/judge.ts';
export type { EngineSettings, MakeEngine } from './judge/case-engine.ts';
export { casesFor, DEFAULT_SEED, prepare, RUN_NOW_MICROS, tableJson } from './prepare.ts';
export type { Prepared, RunMode } from './prepare.ts';
export { report, REPORT_FORMATS } from './report/index.ts';
export type { ReportFormat } from './report/index.ts';
export type { CaseArgument, CaseInput, PreparedRun, StreamEvent, StreamScript, SubmittedCase, SubmittedRun } from './submission.ts';
export { verdictSchema, withoutTimes } from './verdict.ts';
export type { CaseVerdict, CriterionVerdict, Diff, RowDiff, Verdict } from './verdict.ts';
