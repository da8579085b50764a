/** What a challenge is to the grader: a contract of functions, inputs, what is right, and criteria. Its texts live beside it. */
import type { PhysicalPlan, WireValue } from '../engine/index.ts';
import type { ComparisonSpec } from './compare/index.ts';
import type { ResultTable } from './compare/index.ts';
import type { Random } from './cases/random.ts';
import type { StreamScript } from './submission.ts';
import type { CaseKind } from './verdict.ts';

export type Language = 'python' | 'typescript';

/** A table handed to the solution. `rows[i][j]` is the wire value of field j. */
export interface TableInput {
  readonly kind: 'table';
  readonly name: string;
  /** DDL: `customer_id BIGINT, revenue DOUBLE`. */
  readonly schema: string;
  readonly rows: readonly (readonly WireValue[])[];
  readonly numPartitions?: number;
}
/** A plain value handed to the solution; a parameter left out takes the function's default. */
export interface ValueInput {
  readonly kind: 'value';
  readonly name: string;
  readonly value: WireValue;
}
export type Input = TableInput | ValueInput;

export interface Case {
  /** Unique in the challenge. */
  readonly id: string;
  /** What is special about it, for the list of tests. */
  readonly title: string;
  readonly kind: CaseKind;
  /** Of the challenge's parts; default the first one's. */
  readonly functionName?: string;
  readonly inputs: readonly Input[];
  readonly stream?: StreamScript;
  /** Plan criteria are judged on this case. Default: on visible and seeded ones. */
  readonly judgesPlan?: boolean;
}

/** The values of a case by parameter, defaults filled in. */
export type Values = Readonly<Record<string, WireValue>>;

/** A query in Spark SQL over views named as the table parameters. */
export type Query = (values: Values) => string;

/** An answer that people often give instead of the right one. If an answer equals it, its sentence is shown. */
export interface Mistake {
  readonly id: string;
  readonly sentence: string;
  readonly query: Query;
}

/** What to tell of an error that candidates often meet. All that is set must fit. */
export interface Advice {
  readonly id: string;
  readonly condition?: string;
  readonly type?: string;
  /** Part of the message. */
  readonly message?: string;
  /** How to mend it. */
  readonly sentence: string;
}

/** What is open: from all candidates the allowed table nearest to the answer is taken as the expected one. */
export interface Choice {
  /** Rows that may stand for one another among them; default the reference's. */
  readonly candidates?: Query;
  readonly choose: (candidates: ResultTable, answer: ResultTable, values: Values) => ResultTable;
}

export interface BatchPart {
  readonly kind: 'batch';
  readonly functionName: string;
  /** A solution may leave it out. */
  readonly optional?: boolean;
  /** Values of parameters that a case does not give. */
  readonly defaults: Values;
  readonly comparison: ComparisonSpec;
  readonly reference: Query;
  readonly choice?: Choice;
  readonly mistakes: readonly Mistake[];
}

/** One output of a streaming challenge: what a sink must have received, batch by batch. */
export interface StreamOutput {
  readonly id: string;
  readonly title: string;
  /** `console`, `kafka`: the sink's format, by which the query is found among those started. */
  readonly format: string;
  readonly outputMode: 'append' | 'update' | 'complete';
  /** Kafka: the topic; its values are read as JSON of `schema`. */
  readonly topic?: string;
  readonly schema: string;
  readonly comparison: ComparisonSpec;
}
export interface StreamMistake {
  readonly id: string;
  readonly sentence: string;
  readonly query: StreamQuery;
}
/** The reference's query over the stream `events`. */
export interface StreamQuery {
  /** SQL over the topic's parsed rows, in the view `parsed`; the watermark is set before it. */
  readonly sql: string;
  readonly watermark: { readonly column: string; readonly delay: string } | null;
  /** Instead of the part's own. */
  readonly parse?: string;
}
export interface StreamPart {
  readonly kind: 'stream';
  readonly functionName: string;
  readonly optional?: boolean;
  readonly defaults: Values;
  readonly topic: string;
  /** SQL over the view `source` (Kafka's columns) that gives `parsed`. */
  readonly parse: string;
  readonly reference: StreamQuery;
  readonly outputs: readonly StreamOutput[];
  readonly mistakes: readonly StreamMistake[];
}
export type Part = BatchPart | StreamPart;

/** What a plan criterion may look at. */
export interface PlanEvidence {
  readonly plan: PhysicalPlan;
  /** The input tables from which the operator's rows come, by parameter name. */
  readonly inputsBelow: (plan: PhysicalPlan) => ReadonlySet<string>;
  /** One line of the operator as `explain()` shows it. */
  readonly show: (plan: PhysicalPlan) => string;
}
export interface CriterionResult {
  readonly passed: boolean;
  readonly sentence: string;
  readonly evidence?: string;
}
export interface PlanCriterion {
  readonly id: string;
  readonly title: string;
  readonly judge: (evidence: PlanEvidence) => CriterionResult;
}

export interface Challenge {
  /** Its folder's name. */
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly difficulty: 'easy' | 'medium' | 'hard';
  readonly topics: readonly string[];
  readonly minutes: number;
  /** The first is the challenge's own function. */
  readonly parts: readonly [Part, ...Part[]];
  /** Session conf of all its cases. */
  readonly conf: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
  readonly seeded: (random: Random) => readonly Case[];
  /** Columns of ids that may be renamed without changing the meaning. */
  readonly idColumns: readonly string[];
  readonly criteria: readonly PlanCriterion[];
  readonly advice: readonly Advice[];
}

export function partOf(challenge: Challenge, functionName: string | undefined): Part {
  return challenge.parts.find((p) => p.functionName === functionName) ?? challenge.parts[0];
}
