/** Physical plans, immutable; named as Spark's `…Exec` classes. Expressions refer to the children's columns by id. */
import type { Batch } from '../columnar/index.ts';
import type {
  AggregateCall,
  Alias,
  AttributeReference,
  DataSourceScan,
  GeneratorCall,
  InMemoryRelationNode,
  LogicalPlan,
  NamedExpression,
  PythonUdf,
  ResolvedExpression,
  ShownCommand,
  SortOrder,
  SubqueryCall,
  UnionLoopNode,
} from '../plan/index.ts';
import type { AqeShuffleReadExec, QueryStageExec, ResultQueryStageExec } from './adaptive/nodes.ts';
import type { CollectMetricsExec } from './collect-metrics.ts';
import type { DynamicPruning } from './dynamic-pruning.ts';
import type { Partitioning } from './partitioning.ts';

interface Node {
  readonly output: readonly AttributeReference[];
  /** The logical plan whose rows these are; statistics come from it. */
  readonly logical?: LogicalPlan;
  /** Plans of the scalar subqueries in this operator's expressions; run before the operator. */
  readonly subqueries?: readonly PlannedSubquery[];
}

export interface PlannedSubquery {
  readonly call: SubqueryCall;
  readonly id: number;
  readonly planId: number;
  readonly plan: PhysicalPlan;
  /** Another subquery of the query that gives the same: its value is used. */
  readonly reused?: PlannedSubquery;
}

export interface LocalTableScanExec extends Node {
  readonly op: 'LocalTableScan';
  readonly batch: Batch;
  /** Known to have no rows: shown as `<empty>`. */
  readonly empty: boolean;
  /** The rows are a command's result: shown as `CommandResult`. */
  readonly command?: ShownCommand;
}
/** Rows that came as an RDD: from Python, or the single row of a query without FROM (`OneRowRelation`). */
export interface RddScanExec extends Node {
  readonly op: 'RDDScan';
  readonly name: 'ExistingRDD' | 'OneRowRelation';
  readonly batch: Batch;
  readonly numPartitions?: number;
  /** How many of the rows are in each partition; else they are cut alike. */
  readonly partitionRows?: readonly number[];
}
export interface RangeExec extends Node {
  readonly op: 'Range';
  readonly start: bigint;
  readonly end: bigint;
  readonly step: bigint;
  readonly numPartitions: number;
  readonly isDefaultSplit?: true;
}
export interface FileSourceScanExec extends Node {
  readonly op: 'FileScan';
  readonly scan: DataSourceScan;
  /** Of a bucketed table: the buckets that are read, a partition each, or why they are read like any files. */
  readonly buckets?: BucketRead | 'disabledByConfiguration' | 'disabledByPlanner' | 'columnsNotRead';
  readonly dynamic?: readonly DynamicPruning[];
  /** Gives columns, which are turned into rows for operators that take rows: shown as `ColumnarToRow`. */
  readonly batched: boolean;
}
export interface BucketRead {
  readonly numBuckets: number;
  /** Numbers of those that may have rows for which the filters are true. Undefined: all. */
  readonly selected?: readonly number[];
}
export interface InMemoryTableScanExec extends Node {
  readonly op: 'InMemoryTableScan';
  readonly relation: InMemoryRelationNode;
  /** Predicates by which batches may be skipped: shown, not relied upon. */
  readonly predicates: readonly ResolvedExpression[];
  /** How the cached plan is computed the first time. */
  readonly cached: PhysicalPlan;
}
/** The plans of its parts are made anew at each level, with the rows of the last one. */
export interface UnionLoopExec extends Node {
  readonly op: 'UnionLoop';
  readonly loop: UnionLoopNode;
}
export interface ProjectExec extends Node {
  readonly op: 'Project';
  readonly child: PhysicalPlan;
  readonly expressions: readonly NamedExpression[];
}
export interface FilterExec extends Node {
  readonly op: 'Filter';
  readonly child: PhysicalPlan;
  readonly condition: ResolvedExpression;
}

/** What one step does with an aggregate: rows to state, states to state, states to value, rows to value. */
export type AggregateMode = 'partial' | 'partialMerge' | 'final' | 'complete';
export interface PhysicalAggregate {
  readonly call: AggregateCall;
  readonly mode: AggregateMode;
  /** The value's column, to which result expressions refer. */
  readonly result: AttributeReference;
  /** The state's column between two steps: a struct whose fields are private to the function. */
  readonly state: AttributeReference;
  /** What Spark shows for the state: its own buffer's columns, inside the step and in its rows. */
  readonly bufferShown: readonly AttributeReference[];
  readonly stateShown: readonly AttributeReference[];
  /** A distinct aggregate over rows already distinct: shown as `count(distinct x)`, computed as a plain one. */
  readonly distinctShown: boolean;
}
export interface AggregateExec extends Node {
  readonly op: 'Aggregate';
  readonly algorithm: 'hash' | 'objectHash' | 'sort';
  readonly child: PhysicalPlan;
  /** Evaluated over the child; later steps use their attributes. */
  readonly grouping: readonly NamedExpression[];
  readonly aggregates: readonly PhysicalAggregate[];
  /** Over grouping attributes, and `result` (final, complete) or `state` (partial) attributes. */
  readonly results: readonly NamedExpression[];
  /** The child gives rows, not states of an earlier step. */
  readonly overRows: boolean;
  /** Undefined: a partial step, which takes rows as they are distributed. */
  readonly requiredClustering?: readonly ResolvedExpression[];
}
/** Over rows sorted by the keys and the session: sessions of one key that touch become one. The rows stay apart. */
export interface MergingSessionsExec extends Node {
  readonly op: 'MergingSessions';
  readonly child: PhysicalPlan;
  /** The keys without the session. */
  readonly keys: readonly AttributeReference[];
  readonly session: AttributeReference;
}
export type ShuffleOrigin = 'ENSURE_REQUIREMENTS' | 'REPARTITION_BY_NUM' | 'REPARTITION_BY_COL' | 'REBALANCE_PARTITIONS_BY_NONE' | 'REBALANCE_PARTITIONS_BY_COL';
export interface ShuffleExchangeExec extends Node {
  readonly op: 'Exchange';
  readonly child: PhysicalPlan;
  readonly partitioning: Partitioning;
  readonly origin: ShuffleOrigin;
  readonly planId: number;
}
export interface ReusedExchangeExec extends Node {
  readonly op: 'ReusedExchange';
  readonly exchange: ShuffleExchangeExec | BroadcastExchangeExec;
}
export interface BroadcastExchangeExec extends Node {
  readonly op: 'BroadcastExchange';
  readonly child: PhysicalPlan;
  /** Keys of the hashed relation, or none for a nested loop (`IdentityBroadcastMode`). */
  readonly keys?: readonly ResolvedExpression[];
  readonly nullAware: boolean;
  readonly planId: number;
}
export interface SortExec extends Node {
  readonly op: 'Sort';
  readonly child: PhysicalPlan;
  readonly order: readonly SortOrder[];
  readonly global: boolean;
}

export type BuildSide = 'left' | 'right';
export type PhysicalJoinType = 'inner' | 'cross' | 'left_outer' | 'right_outer' | 'full_outer' | 'left_semi' | 'left_anti' | 'left_single' | 'existence';
interface Join extends Node {
  readonly left: PhysicalPlan;
  readonly right: PhysicalPlan;
  readonly joinType: PhysicalJoinType;
  readonly condition?: ResolvedExpression;
}
interface EquiJoin extends Join {
  readonly leftKeys: readonly ResolvedExpression[];
  readonly rightKeys: readonly ResolvedExpression[];
}
/** `skew`: large partitions are read in parts, each with all of the other side's. */
export interface SortMergeJoinExec extends EquiJoin {
  readonly op: 'SortMergeJoin';
  readonly skew?: boolean;
}
export interface ShuffledHashJoinExec extends EquiJoin {
  readonly op: 'ShuffledHashJoin';
  readonly buildSide: BuildSide;
  readonly skew?: boolean;
}
export interface BroadcastHashJoinExec extends EquiJoin {
  readonly op: 'BroadcastHashJoin';
  readonly buildSide: BuildSide;
  /** NOT IN: a null on either side means unknown. */
  readonly nullAware: boolean;
}
export interface BroadcastNestedLoopJoinExec extends Join {
  readonly op: 'BroadcastNestedLoopJoin';
  readonly buildSide: BuildSide;
}
export interface CartesianProductExec extends Join {
  readonly op: 'CartesianProduct';
}
export type JoinExec =
  | SortMergeJoinExec
  | ShuffledHashJoinExec
  | BroadcastHashJoinExec
  | BroadcastNestedLoopJoinExec
  | CartesianProductExec;

export interface WindowExec extends Node {
  readonly op: 'Window';
  readonly child: PhysicalPlan;
  readonly windowExpressions: readonly Alias[];
  readonly partitionBy: readonly ResolvedExpression[];
  readonly orderBy: readonly SortOrder[];
}
export interface WindowGroupLimitExec extends Node {
  readonly op: 'WindowGroupLimit';
  readonly child: PhysicalPlan;
  readonly partitionBy: readonly ResolvedExpression[];
  readonly orderBy: readonly SortOrder[];
  readonly rankFunction: 'row_number' | 'rank' | 'dense_rank';
  readonly limit: number;
  readonly mode: 'Partial' | 'Final';
}
/** `limit` -1: all rows (an offset alone). */
interface Limit extends Node {
  readonly child: PhysicalPlan;
  readonly limit: number;
}
export interface TakeOrderedAndProjectExec extends Limit {
  readonly op: 'TakeOrderedAndProject';
  readonly offset: number;
  readonly order: readonly SortOrder[];
  readonly expressions: readonly NamedExpression[];
}
export interface CollectLimitExec extends Limit {
  readonly op: 'CollectLimit';
  readonly offset: number;
}
export interface CollectTailExec extends Limit {
  readonly op: 'CollectTail';
}
export interface LocalLimitExec extends Limit {
  readonly op: 'LocalLimit';
}
export interface GlobalLimitExec extends Limit {
  readonly op: 'GlobalLimit';
  readonly offset: number;
}
export interface CoalesceExec extends Node {
  readonly op: 'Coalesce';
  readonly child: PhysicalPlan;
  readonly numPartitions: number;
}
export interface UnionExec extends Node {
  readonly op: 'Union';
  readonly inputs: readonly PhysicalPlan[];
}
export interface GenerateExec extends Node {
  readonly op: 'Generate';
  readonly child: PhysicalPlan;
  readonly generator: GeneratorCall;
  readonly outer: boolean;
  /** The child's columns that are kept. */
  readonly required: readonly AttributeReference[];
  readonly generatorOutput: readonly AttributeReference[];
}
export interface ExpandExec extends Node {
  readonly op: 'Expand';
  readonly child: PhysicalPlan;
  readonly projections: readonly (readonly ResolvedExpression[])[];
}
export interface SampleExec extends Node {
  readonly op: 'Sample';
  readonly child: PhysicalPlan;
  readonly lowerBound: number;
  readonly upperBound: number;
  readonly withReplacement: boolean;
  readonly seed: bigint;
}
/** Runs user functions over whole columns; their values follow the child's columns. */
export interface PythonEvalExec extends Node {
  readonly op: 'PythonEval';
  readonly child: PhysicalPlan;
  readonly arrow: boolean;
  readonly udfs: readonly PythonUdf[];
  /** Ids that tell the calls apart in printed plans. */
  readonly udfIds: readonly number[];
  readonly results: readonly AttributeReference[];
}
/** Marks the column by which lateness is judged; the rows pass as they are. */
export interface EventTimeWatermarkExec extends Node {
  readonly op: 'EventTimeWatermark';
  readonly child: PhysicalPlan;
  readonly eventTime: AttributeReference;
  readonly delay: number;
}
/** A query that is planned again while it runs. */
export interface AdaptiveSparkPlanExec extends Node {
  readonly op: 'AdaptiveSparkPlan';
  /** The plan before anything ran. */
  readonly child: PhysicalPlan;
  /** Plans the query anew; what has run stands in place of the logical plans whose rows it has. */
  readonly replan?: (stages: ReadonlyMap<LogicalPlan, PhysicalPlan>) => PhysicalPlan;
}

export type PhysicalPlan =
  | LocalTableScanExec
  | RddScanExec
  | RangeExec
  | FileSourceScanExec
  | InMemoryTableScanExec
  | UnionLoopExec
  | ProjectExec
  | FilterExec
  | AggregateExec
  | MergingSessionsExec
  | ShuffleExchangeExec
  | ReusedExchangeExec
  | BroadcastExchangeExec
  | SortExec
  | SortMergeJoinExec
  | ShuffledHashJoinExec
  | BroadcastHashJoinExec
  | BroadcastNestedLoopJoinExec
  | CartesianProductExec
  | WindowExec
  | WindowGroupLimitExec
  | TakeOrderedAndProjectExec
  | CollectLimitExec
  | CollectTailExec
  | LocalLimitExec
  | GlobalLimitExec
  | CoalesceExec
  | UnionExec
  | GenerateExec
  | ExpandExec
  | SampleExec
  | PythonEvalExec
  | CollectMetricsExec
  | EventTimeWatermarkExec
  | QueryStageExec
  | AqeShuffleReadExec
  | ResultQueryStageExec
  | AdaptiveSparkPlanExec;

/** Direct inputs, left to right. */
export function physicalInputs(p: PhysicalPlan): readonly PhysicalPlan[] {
  switch (p.op) {
    case 'LocalTableScan':
    case 'RDDScan':
    case 'Range':
    case 'FileScan':
    case 'InMemoryTableScan':
    case 'UnionLoop':
    case 'ReusedExchange':
    case 'ShuffleQueryStage':
    case 'BroadcastQueryStage':
    case 'TableCacheQueryStage':
      return [];
    case 'SortMergeJoin':
    case 'ShuffledHashJoin':
    case 'BroadcastHashJoin':
    case 'BroadcastNestedLoopJoin':
    case 'CartesianProduct':
      return [p.left, p.right];
    case 'Union':
      return p.inputs;
    default:
      return [p.child];
  }
}

/** The same operator over other inputs with the same columns; itself if they are the same. */
export function withPhysicalInputs(p: PhysicalPlan, inputs: readonly PhysicalPlan[]): PhysicalPlan {
  const old = physicalInputs(p);
  if (old.every((x, i) => x === inputs[i])) return p;
  switch (p.op) {
    case 'SortMergeJoin':
    case 'ShuffledHashJoin':
    case 'BroadcastHashJoin':
    case 'BroadcastNestedLoopJoin':
    case 'CartesianProduct':
      return { ...p, left: inputs[0] as PhysicalPlan, right: inputs[1] as PhysicalPlan };
    case 'Union':
      return { ...p, inputs };
    default:
      return { ...p, child: inputs[0] as PhysicalPlan } as PhysicalPlan;
  }
}

/** Rewrites inputs first, then the operator. */
export function transformPhysicalUp(p: PhysicalPlan, f: (p: PhysicalPlan) => PhysicalPlan): PhysicalPlan {
  return f(withPhysicalInputs(p, physicalInputs(p).map((x) => transformPhysicalUp(x, f))));
}

export function somePhysical(p: PhysicalPlan, test: (p: PhysicalPlan) => boolean): boolean {
  return test(p) || physicalInputs(p).some((x) => somePhysical(x, test));
}
