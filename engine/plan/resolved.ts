/**
 * Resolved expressions and logical plans: what the analyzer gives, the optimizer rewrites and the planner reads.
 * Every attribute carries an expression id; ids of one plan's outputs are unique. Nodes are immutable.
 */
import type {
  AggregateFunction,
  GeneratorFunction,
  HigherOrderFunction,
  ScalarFunction,
  WindowFunction,
} from '../functions/define.ts';
import type { DataType, StructType, Value } from '../types/index.ts';
import type { Batch } from '../columnar/index.ts';
import type { Origin } from './expressions.ts';
import type { JoinType } from './relations.ts';

export type ExprId = number;

interface Typed {
  readonly type: DataType;
  readonly nullable: boolean;
  readonly origin?: Origin;
}

/** A column of an input, by id. */
export interface AttributeReference extends Typed {
  readonly kind: 'attribute';
  readonly name: string;
  readonly exprId: ExprId;
  readonly qualifier: readonly string[];
  readonly metadata?: Readonly<Record<string, unknown>>;
}
export interface Literal extends Typed {
  readonly kind: 'literal';
  readonly value: Value;
}
export interface Alias extends Typed {
  readonly kind: 'alias';
  readonly child: ResolvedExpression;
  readonly name: string;
  readonly exprId: ExprId;
  readonly metadata?: Readonly<Record<string, unknown>>;
}
/** A scalar function; operators, and/or/not, when/otherwise, getItem and getField are functions of the registry too. */
export interface ScalarCall extends Typed {
  readonly kind: 'call';
  readonly fn: ScalarFunction;
  readonly args: readonly ResolvedExpression[];
  /** Unique among calls of non-deterministic functions, which keep their own random stream. */
  readonly instance?: number;
  readonly ignoreNulls?: boolean;
  /** Under what name the user called it, where the column's name depends on that (`struct`, an alias of the registry). */
  readonly writtenName?: string;
}
export interface HigherOrderCall extends Typed {
  readonly kind: 'higherOrder';
  readonly fn: HigherOrderFunction;
  readonly args: readonly (ResolvedExpression | Lambda)[];
}
export interface Lambda {
  readonly kind: 'lambda';
  readonly params: readonly LambdaVariable[];
  readonly body: ResolvedExpression;
}
export interface LambdaVariable extends Typed {
  readonly kind: 'lambdaVariable';
  readonly name: string;
  readonly exprId: ExprId;
}
export interface Cast extends Typed {
  readonly kind: 'cast';
  readonly child: ResolvedExpression;
  readonly mode: 'ansi' | 'try' | 'legacy';
  /** Written by the user (shown in the column name), not inserted by coercion. */
  readonly explicit: boolean;
}
export interface SortOrder {
  readonly child: ResolvedExpression;
  readonly ascending: boolean;
  readonly nullsFirst: boolean;
}
export interface AggregateCall extends Typed {
  readonly kind: 'aggregate';
  // biome-ignore lint/suspicious/noExplicitAny: the state is private to each aggregate
  readonly fn: AggregateFunction<any>;
  readonly args: readonly ResolvedExpression[];
  readonly distinct: boolean;
  readonly filter?: ResolvedExpression;
  readonly ignoreNulls?: boolean;
  readonly orderWithinGroup?: readonly SortOrder[];
}
export type ResolvedBound =
  | { readonly kind: 'currentRow' }
  | { readonly kind: 'unboundedPreceding' }
  | { readonly kind: 'unboundedFollowing' }
  /** Rows: an integer. Range: in the order key's own terms (number, Decimal, interval), negative before. */
  | {
      readonly kind: 'offset';
      readonly offset: Literal;
      /** SQL text of n where SQL said `n PRECEDING`; the column's name repeats it. */
      readonly written?: string;
    };
export interface ResolvedFrame {
  readonly frameType: 'row' | 'range';
  readonly lower: ResolvedBound;
  readonly upper: ResolvedBound;
}
export interface WindowCall extends Typed {
  readonly kind: 'window';
  readonly function: AggregateCall | WindowFunctionCall;
  readonly partitionBy: readonly ResolvedExpression[];
  readonly orderBy: readonly SortOrder[];
  readonly frame: ResolvedFrame;
}
export interface WindowFunctionCall extends Typed {
  readonly kind: 'windowFunction';
  readonly fn: WindowFunction;
  readonly args: readonly ResolvedExpression[];
  readonly ignoreNulls?: boolean;
}
export interface GeneratorCall extends Typed {
  readonly kind: 'generator';
  readonly fn: GeneratorFunction;
  readonly args: readonly ResolvedExpression[];
}
/** Runs in the user realm over whole columns. */
export interface PythonUdf extends Typed {
  readonly kind: 'pythonUdf';
  readonly name: string;
  readonly functionId: number;
  readonly deterministic: boolean;
  readonly args: readonly ResolvedExpression[];
  /** Spark hands its rows over pickled, not as Arrow batches. */
  readonly batched?: boolean;
}
export interface SubqueryCall extends Typed {
  readonly kind: 'subquery';
  readonly subqueryType: 'scalar' | 'exists' | 'in';
  readonly plan: LogicalPlan;
  readonly inValues?: readonly ResolvedExpression[];
  /** Attributes of the outer plan used inside. */
  readonly outerReferences: readonly AttributeReference[];
  /**
   * Conditions that the optimizer took out of the plan: over the outer plan's columns and the subquery's. The plan then
   * uses no outer column.
   */
  readonly conditions?: readonly ResolvedExpression[];
  /** Of a scalar subquery with `conditions`: its value where no row meets them. */
  readonly valueWithoutRows?: Literal;
}

export type ResolvedExpression =
  | AttributeReference
  | Literal
  | Alias
  | ScalarCall
  | HigherOrderCall
  | LambdaVariable
  | Cast
  | AggregateCall
  | WindowCall
  | WindowFunctionCall
  | GeneratorCall
  | PythonUdf
  | SubqueryCall;

/** What a projection may hold: something with a name and an id. */
export type NamedExpression = AttributeReference | Alias;

interface Node {
  /** Columns, in order. */
  readonly output: readonly AttributeReference[];
  /** The DataFrames (wire `planId`) whose analyzed plan this is; `df["x"]` finds its columns by it. */
  readonly planIds?: readonly number[];
}

/** Rows in memory. `source` names it in plans (`ExistingRDD`, `LocalTableScan`). */
export interface LocalData extends Node {
  readonly node: 'LocalData';
  readonly batch: Batch;
  /** `rdd`: made by createDataFrame from Python rows (`Scan ExistingRDD`, unknown size); `local`: LocalTableScan. */
  readonly origin: 'rdd' | 'local';
  readonly numPartitions?: number;
  /** Spark's estimate, on which join selection depends. Undefined: spark.sql.defaultSizeInBytes. */
  readonly sizeInBytes?: number;
  readonly emptyRelation?: boolean;
}
export interface RangeNode extends Node {
  readonly node: 'Range';
  readonly start: bigint;
  readonly end: bigint;
  readonly step: bigint;
  readonly numPartitions: number;
}
/** A file or other source that the sources folder reads. */
export interface DataSourceScan extends Node {
  readonly node: 'DataSourceScan';
  readonly format: string;
  readonly schema: StructType;
  readonly options: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
  readonly sizeInBytes: number;
  readonly isStreaming: boolean;
  /** Filled by pushdown: columns kept are `output`; these predicates hold for every row wanted. */
  readonly pushedFilters: readonly ResolvedExpression[];
}
export interface ProjectNode extends Node {
  readonly node: 'Project';
  readonly input: LogicalPlan;
  readonly expressions: readonly NamedExpression[];
}
export interface FilterNode extends Node {
  readonly node: 'Filter';
  readonly input: LogicalPlan;
  readonly condition: ResolvedExpression;
}
export interface JoinHint {
  readonly left?: JoinStrategyHint;
  readonly right?: JoinStrategyHint;
}
export type JoinStrategyHint = 'broadcast' | 'merge' | 'shuffle_hash' | 'shuffle_replicate_nl' | 'no_broadcast_hash';
export interface JoinNode extends Node {
  readonly node: 'Join';
  readonly left: LogicalPlan;
  readonly right: LogicalPlan;
  readonly joinType: JoinType | 'existence';
  readonly condition?: ResolvedExpression;
  readonly hint: JoinHint;
}
export interface AggregateNode extends Node {
  readonly node: 'Aggregate';
  readonly input: LogicalPlan;
  readonly grouping: readonly ResolvedExpression[];
  /** Over grouping expressions and aggregate calls. */
  readonly aggregates: readonly NamedExpression[];
}
/** Each input row several times, with groups nulled: rollup, cube, grouping sets. */
export interface ExpandNode extends Node {
  readonly node: 'Expand';
  readonly input: LogicalPlan;
  readonly projections: readonly (readonly ResolvedExpression[])[];
}
/** `windowExpressions` share partition and order; output is the input's columns and theirs. */
export interface WindowNode extends Node {
  readonly node: 'Window';
  readonly input: LogicalPlan;
  readonly windowExpressions: readonly Alias[];
  readonly partitionBy: readonly ResolvedExpression[];
  readonly orderBy: readonly SortOrder[];
}
/** Keeps the first rows of each partition of a window, where a filter on its rank asks for no more. */
export interface WindowGroupLimitNode extends Node {
  readonly node: 'WindowGroupLimit';
  readonly input: LogicalPlan;
  readonly partitionBy: readonly ResolvedExpression[];
  readonly orderBy: readonly SortOrder[];
  readonly rankFunction: 'row_number' | 'rank' | 'dense_rank';
  readonly limit: number;
}
export interface SortNode extends Node {
  readonly node: 'Sort';
  readonly input: LogicalPlan;
  readonly order: readonly SortOrder[];
  readonly global: boolean;
}
export interface LimitNode extends Node {
  readonly node: 'Limit';
  readonly input: LogicalPlan;
  readonly limit: number;
  /** Of each partition by itself: no more of it is needed above. Only the optimizer makes it. */
  readonly local?: boolean;
}
export interface OffsetNode extends Node {
  readonly node: 'Offset';
  readonly input: LogicalPlan;
  readonly offset: number;
}
export interface TailNode extends Node {
  readonly node: 'Tail';
  readonly input: LogicalPlan;
  readonly limit: number;
}
export interface UnionNode extends Node {
  readonly node: 'Union';
  readonly inputs: readonly LogicalPlan[];
}
/** INTERSECT and EXCEPT, rewritten by the optimizer into joins and aggregates. */
export interface SetOpNode extends Node {
  readonly node: 'SetOp';
  readonly op: 'intersect' | 'except';
  readonly all: boolean;
  readonly left: LogicalPlan;
  readonly right: LogicalPlan;
}
/** dropDuplicates: one row of each key; rewritten into an Aggregate with first() in batch, kept in streams. */
export interface DeduplicateNode extends Node {
  readonly node: 'Deduplicate';
  readonly input: LogicalPlan;
  readonly keys: readonly AttributeReference[];
  readonly withinWatermark: boolean;
}
export interface DistinctNode extends Node {
  readonly node: 'Distinct';
  readonly input: LogicalPlan;
}
export interface RepartitionNode extends Node {
  readonly node: 'Repartition';
  readonly input: LogicalPlan;
  readonly numPartitions: number;
  readonly shuffle: boolean;
}
export interface RepartitionByExpressionNode extends Node {
  readonly node: 'RepartitionByExpression';
  readonly input: LogicalPlan;
  readonly expressions: readonly ResolvedExpression[];
  /** Set for byRange. */
  readonly order?: readonly SortOrder[];
  readonly numPartitions?: number;
}
export interface GenerateNode extends Node {
  readonly node: 'Generate';
  readonly input: LogicalPlan;
  readonly generator: GeneratorCall;
  readonly outer: boolean;
  readonly generatorOutput: readonly AttributeReference[];
  /** The input's columns that come out beside the generator's. Undefined: all. */
  readonly required?: readonly AttributeReference[];
}
export interface SampleNode extends Node {
  readonly node: 'Sample';
  readonly input: LogicalPlan;
  readonly lowerBound: number;
  readonly upperBound: number;
  readonly withReplacement: boolean;
  readonly seed: bigint;
}
/** Names a subtree; gone after analysis, kept for `explain(extended)`. */
export interface SubqueryAliasNode extends Node {
  readonly node: 'SubqueryAlias';
  readonly input: LogicalPlan;
  readonly alias: string;
}
export interface HintNode extends Node {
  readonly node: 'ResolvedHint';
  readonly input: LogicalPlan;
  readonly strategy: JoinStrategyHint;
}
export interface EventTimeWatermarkNode extends Node {
  readonly node: 'EventTimeWatermark';
  readonly input: LogicalPlan;
  readonly eventTime: AttributeReference;
  /** Microseconds. */
  readonly delay: number;
}
/** A cached plan (`df.cache()`): shown as InMemoryRelation. */
export interface InMemoryRelationNode extends Node {
  readonly node: 'InMemoryRelation';
  readonly cacheId: number;
  readonly child: LogicalPlan;
  readonly storageLevel: string;
  /** Once its rows are there; till then the child's estimate counts. */
  readonly sizeInBytes?: number;
}

export type LogicalPlan =
  | LocalData
  | RangeNode
  | DataSourceScan
  | ProjectNode
  | FilterNode
  | JoinNode
  | AggregateNode
  | ExpandNode
  | WindowNode
  | WindowGroupLimitNode
  | SortNode
  | LimitNode
  | OffsetNode
  | TailNode
  | UnionNode
  | SetOpNode
  | DeduplicateNode
  | DistinctNode
  | RepartitionNode
  | RepartitionByExpressionNode
  | GenerateNode
  | SampleNode
  | SubqueryAliasNode
  | HintNode
  | EventTimeWatermarkNode
  | InMemoryRelationNode;
