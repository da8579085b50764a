/** Analyzed and optimized logical plans. Ids of one plan's outputs are unique. Nodes are immutable. */
import type { Batch } from '../columnar/index.ts';
import type { DataType, StructType, Value } from '../types/index.ts';
import type { JoinType, ShownCommand } from './relations.ts';
import type { Alias, AttributeReference, GeneratorCall, NamedExpression, ResolvedExpression, SortOrder } from './resolved.ts';

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
  /** How many of the rows are in each partition, where they came in partitions. */
  readonly partitionRows?: readonly number[];
  /** Spark's estimate, on which join selection depends. Undefined: spark.sql.defaultSizeInBytes. */
  readonly sizeInBytes?: number;
  readonly emptyRelation?: boolean;
  /** The result of a command. */
  readonly command?: ShownCommand;
}
export interface RangeNode extends Node {
  readonly node: 'Range';
  readonly start: bigint;
  readonly end: bigint;
  readonly step: bigint;
  readonly numPartitions: number;
  /** The number of partitions was not given: plans do not show it. */
  readonly isDefaultSplit?: true;
}
/** A file or other source that the sources folder reads. */
export interface DataSourceScan extends Node {
  readonly node: 'DataSourceScan';
  readonly format: string;
  readonly schema: StructType;
  readonly options: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
  /** Infinity: not known. */
  readonly sizeInBytes: number;
  readonly isStreaming: boolean;
  /** Filled by pushdown: columns kept are `output`; these predicates hold for every row wanted. */
  readonly pushedFilters: readonly ResolvedExpression[];
  /** All columns of the source, where `output` has some of them: plans show these. */
  readonly allColumns?: readonly AttributeReference[];
  /** Of nested columns of which some fields are read, their types with these fields alone. */
  readonly readTypes?: ReadonlyMap<string, DataType>;
  /** Columns whose values are in the names of folders. */
  readonly partitionColumns?: readonly string[];
  /** Filled by pushdown: conditions on those columns alone, which every row of the folders that are read meets. */
  readonly partitionFilters?: readonly ResolvedExpression[];
  /** The folders that may have rows for which the partition filters are true. Undefined: all. */
  readonly selectedFolders?: readonly string[];
  /** Of a table of the catalog. */
  readonly table?: ScannedTable;
  /** Values of columns that a file has not; of others NULL. */
  readonly missing?: Readonly<Record<string, Value>>;
}
export interface ScannedTable {
  /** With catalog and schema. */
  readonly nameParts: readonly string[];
  readonly buckets?: BucketSpec;
}
/** Rows with equal values of `columns` are in files of one number, each of them sorted by `sortColumns`. */
export interface BucketSpec {
  readonly numBuckets: number;
  readonly columns: readonly string[];
  readonly sortColumns: readonly string[];
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
  /** `left_single`: as a left outer join, but a row with several matches is an error: the value of a scalar subquery. */
  readonly joinType: JoinType | 'existence' | 'left_single';
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
  /** Of the whole alone: what is below takes care that its partitions have no more rows. Only the optimizer makes it. */
  readonly global?: boolean;
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
  /** Spark's `RebalancePartitions`: adaptive execution evens the partitions out. */
  readonly rebalance?: true;
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
  /** Of a table: its name with catalog and schema. */
  readonly nameParts?: readonly string[];
  /** The input is the query of a temporary view. */
  readonly isView?: true;
}
export interface HintNode extends Node {
  readonly node: 'ResolvedHint';
  readonly input: LogicalPlan;
  readonly strategy: JoinStrategyHint;
}
/** `observe`: hands its rows on, and works out figures over those that pass by. */
export interface CollectMetricsNode extends Node {
  readonly node: 'CollectMetrics';
  readonly input: LogicalPlan;
  readonly name: string;
  readonly metrics: readonly NamedExpression[];
  /** The DataFrame (wire `planId`) that is observed. */
  readonly dataframeId: number;
  readonly observationId?: number;
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

/**
 * WITH RECURSIVE: the rows of the anchor, then those that `recursion` gives for them, then those that it gives for these,
 * until there are none. Columns go by place; in `recursion` the last rows are read by `UnionLoopRef`.
 */
export interface UnionLoopNode extends Node {
  readonly node: 'UnionLoop';
  readonly loopId: number;
  readonly anchor: LogicalPlan;
  readonly recursion: LogicalPlan;
  /** Rows that are enough. */
  readonly limit?: number;
  /** MAX RECURSION LEVEL; undefined: as the session says. */
  readonly maxLevels?: number;
}
/** The last rows of the loop around. */
export interface UnionLoopRefNode extends Node {
  readonly node: 'UnionLoopRef';
  readonly loopId: number;
}

/** One query of WITH, under its number. */
export interface CteDefinition {
  /** Unique among the plans of a session. */
  readonly cteId: number;
  readonly plan: LogicalPlan;
}
/** A query over queries that have names: in it, and in later definitions, `CTERelationRef` stands for their rows. */
export interface WithCteNode extends Node {
  readonly node: 'WithCTE';
  readonly definitions: readonly CteDefinition[];
  readonly input: LogicalPlan;
}
/** The rows of a definition of WITH; columns go by place. */
export interface CteRelationRefNode extends Node {
  readonly node: 'CTERelationRef';
  readonly cteId: number;
  readonly isStreaming: boolean;
  /** How many there are at most, where that is known. */
  readonly maxRows?: number;
}

export type LogicalPlan =
  | WithCteNode
  | CteRelationRefNode
  | UnionLoopNode
  | UnionLoopRefNode
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
  | CollectMetricsNode
  | EventTimeWatermarkNode
  | InMemoryRelationNode;
