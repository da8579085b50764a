/**
 * Unresolved logical plans: the wire form. Names and fields follow Spark Connect's `spark.connect.Relation`.
 * A plan is plain JSON: it crosses realms as it stands, and the judge plans and runs it in its own engine.
 */
import type { SqlFunction } from './sql-functions.ts';
import type { Expression, Origin, SortOrderExpr, TypeJson, WireValue } from './expressions.ts';

interface Base {
  /** Identity of a DataFrame within a session, to which `df["x"]` refers; unique per DataFrame object. */
  readonly planId?: number;
  /** SQL: the piece of text that this relation was written as. */
  readonly origin?: Origin;
  /** SQL's `|>` stands behind it: no operator above reaches columns below it, or its windows. */
  readonly isClosed?: boolean;
  /** SQL: the operator of a pipe that the relation is, where that has rules of its own. */
  readonly pipe?: 'EXTEND' | 'SET' | 'AGGREGATE';
}

/** A table, view or CTE by name. */
export interface ReadNamedTable extends Base {
  readonly type: 'ReadNamedTable';
  readonly unparsedIdentifier: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly isStreaming?: boolean;
}
/** `spark.read.format(…).load(…)` and `spark.readStream`. */
export interface ReadDataSource extends Base {
  readonly type: 'ReadDataSource';
  readonly format: string;
  readonly schema?: TypeJson;
  readonly options: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
  readonly isStreaming?: boolean;
}
/** Rows in the plan itself (`createDataFrame`). `rows[i][j]` is the wire value of field j. */
export interface LocalRelation extends Base {
  readonly type: 'LocalRelation';
  readonly schema: TypeJson;
  readonly rows: readonly (readonly WireValue[])[];
  /** Of an RDD: how many of the rows are in each of its partitions. */
  readonly partitionRows?: readonly number[];
  /** The result of a command, which counts as at hand (`isLocal`). */
  readonly isCommandResult?: boolean;
  /** Of a command: what plans show below its result. */
  readonly command?: ShownCommand;
}
/** Lines of a plan; `inner` ones stand further in. In a line `#` stands for the columns of the result. */
export interface ShownCommand {
  readonly line: string;
  readonly inner?: readonly ShownCommand[];
  readonly children?: readonly ShownCommand[];
}
/** Rows registered with the session under a name by its host (a challenge's inputs, a large createDataFrame). */
export interface CachedLocalRelation extends Base {
  readonly type: 'CachedLocalRelation';
  readonly hash: string;
}
export interface RangeRelation extends Base {
  readonly type: 'Range';
  /** Decimal strings: 64-bit. */
  readonly start: string;
  readonly end: string;
  readonly step: string;
  readonly numPartitions?: number;
  /** How many arguments the table function was given, in SQL. */
  readonly argumentCount?: number;
  /** The arguments where not all are whole numbers written out: they are worked out in place of the numbers above. */
  readonly arguments?: readonly Expression[];
}
/** A query text with its arguments (`spark.sql(q, args)`); parsed by the analyzer. */
export interface SqlRelation extends Base {
  readonly type: 'SQL';
  readonly query: string;
  readonly namedArguments?: Readonly<Record<string, Expression>>;
  readonly posArguments?: readonly Expression[];
  /** Functions of the user's that the text names, for an engine where they are not registered. */
  readonly functions?: readonly NamedUserFunction[];
}
/** A function of the user's under the name by which SQL calls it. */
export interface NamedUserFunction {
  readonly name: string;
  readonly functionId: number;
  readonly deterministic: boolean;
  /** It gives rows: `outputType` is their struct, absent where its `analyze` method tells. */
  readonly isTable: boolean;
  readonly outputType?: TypeJson;
  readonly batched?: boolean;
  readonly parameters?: readonly string[];
}
export interface Project extends Base {
  readonly type: 'Project';
  /** Absent: SELECT without FROM. */
  readonly input?: Relation;
  readonly expressions: readonly Expression[];
}
export interface Filter extends Base {
  readonly type: 'Filter';
  readonly input: Relation;
  readonly condition: Expression;
  /** QUALIFY over a select list: windows may stand in it. */
  readonly isQualify?: true;
}
export type JoinType = 'inner' | 'full_outer' | 'left_outer' | 'right_outer' | 'left_anti' | 'left_semi' | 'cross';
export interface Join extends Base {
  readonly type: 'Join';
  readonly left: Relation;
  readonly right: Relation;
  readonly joinType: JoinType;
  readonly joinCondition?: Expression;
  readonly usingColumns?: readonly string[];
  readonly natural?: boolean;
  readonly lateral?: boolean;
}
export interface SetOperation extends Base {
  readonly type: 'SetOperation';
  readonly left: Relation;
  readonly right: Relation;
  readonly setOpType: 'union' | 'intersect' | 'except';
  readonly isAll: boolean;
  readonly byName?: boolean;
  readonly allowMissingColumns?: boolean;
}
export interface Aggregate extends Base {
  readonly type: 'Aggregate';
  readonly input: Relation;
  readonly groupType: 'groupby' | 'rollup' | 'cube' | 'pivot' | 'grouping_sets';
  readonly groupingExpressions: readonly Expression[];
  /** DataFrame: without the grouping columns, which come first in the result. SQL (`isSql`): the whole select list. */
  readonly aggregateExpressions: readonly Expression[];
  readonly isSql?: boolean;
  readonly having?: Expression;
  readonly pivot?: { readonly col: Expression; readonly values?: readonly Expression[] };
  readonly groupingSets?: readonly (readonly Expression[])[];
}
export interface Sort extends Base {
  readonly type: 'Sort';
  readonly input: Relation;
  readonly order: readonly SortOrderExpr[];
  /** False: sortWithinPartitions. */
  readonly isGlobal: boolean;
}
export interface Limit extends Base {
  readonly type: 'Limit';
  readonly input: Relation;
  readonly limit: number;
}
export interface Offset extends Base {
  readonly type: 'Offset';
  readonly input: Relation;
  readonly offset: number;
}
export interface Tail extends Base {
  readonly type: 'Tail';
  readonly input: Relation;
  readonly limit: number;
}
export interface Deduplicate extends Base {
  readonly type: 'Deduplicate';
  readonly input: Relation;
  readonly columnNames: readonly string[];
  readonly allColumnsAsKeys: boolean;
  readonly withinWatermark?: boolean;
}
export interface SubqueryAlias extends Base {
  readonly type: 'SubqueryAlias';
  readonly input: Relation;
  readonly alias: string;
  /** SQL: `t(a, b)`. */
  readonly columnAliases?: readonly string[];
}
/** `repartition(n)` (shuffle) and `coalesce(n)`. */
export interface Repartition extends Base {
  readonly type: 'Repartition';
  readonly input: Relation;
  readonly numPartitions: number;
  readonly shuffle: boolean;
}
export interface RepartitionByExpression extends Base {
  readonly type: 'RepartitionByExpression';
  readonly input: Relation;
  /** SortOrders for repartitionByRange. */
  readonly partitionExprs: readonly Expression[];
  readonly numPartitions?: number;
  readonly byRange?: boolean;
}
export interface WithColumns extends Base {
  readonly type: 'WithColumns';
  readonly input: Relation;
  readonly aliases: readonly { readonly name: string; readonly expr: Expression }[];
}
export interface WithColumnsRenamed extends Base {
  readonly type: 'WithColumnsRenamed';
  readonly input: Relation;
  readonly renames: readonly { readonly colName: string; readonly newColName: string }[];
}
export interface Drop extends Base {
  readonly type: 'Drop';
  readonly input: Relation;
  readonly columns: readonly Expression[];
  readonly columnNames: readonly string[];
}
export interface ToDF extends Base {
  readonly type: 'ToDF';
  readonly input: Relation;
  readonly columnNames: readonly string[];
}
export interface ToSchema extends Base {
  readonly type: 'ToSchema';
  readonly input: Relation;
  readonly schema: TypeJson;
}
/** The columns of two projections of one relation side by side. */
export interface Zip extends Base {
  readonly type: 'Zip';
  readonly left: Relation;
  readonly right: Relation;
}
export interface Unpivot extends Base {
  readonly type: 'Unpivot';
  readonly input: Relation;
  readonly ids: readonly Expression[];
  readonly values?: readonly Expression[];
  readonly variableColumnName: string;
  readonly valueColumnName: string;
}
export interface Sample extends Base {
  readonly type: 'Sample';
  readonly input: Relation;
  readonly lowerBound: number;
  readonly upperBound: number;
  readonly withReplacement: boolean;
  readonly seed?: string;
  /** randomSplit sorts first, so that the parts do not overlap. */
  readonly deterministicOrder?: boolean;
}
export interface Hint extends Base {
  readonly type: 'Hint';
  readonly input: Relation;
  readonly name: string;
  readonly parameters: readonly Expression[];
}
/** `observe`: figures over the rows that pass by. */
export interface CollectMetrics extends Base {
  readonly type: 'CollectMetrics';
  readonly input: Relation;
  readonly name: string;
  readonly metrics: readonly Expression[];
  /** By which an Observation asks for them. */
  readonly observationId?: number;
}
export interface WithWatermark extends Base {
  readonly type: 'WithWatermark';
  readonly input: Relation;
  readonly eventTime: string;
  readonly delayThreshold: string;
}
export interface NAFill extends Base {
  readonly type: 'NAFill';
  readonly input: Relation;
  readonly cols: readonly string[];
  /** One literal for all columns, or one for each of `cols`. */
  readonly values: readonly Expression[];
  /** The values were given by column (`fillna({"a": 0})`): each is cast to its column's type, whatever that is. */
  readonly byColumn?: boolean;
}
export interface NADrop extends Base {
  readonly type: 'NADrop';
  readonly input: Relation;
  readonly cols: readonly string[];
  readonly minNonNulls?: number;
}
export interface NAReplace extends Base {
  readonly type: 'NAReplace';
  readonly input: Relation;
  readonly cols: readonly string[];
  readonly replacements: readonly { readonly oldValue: Expression; readonly newValue: Expression }[];
}
export interface StatSummary extends Base {
  readonly type: 'StatSummary';
  readonly input: Relation;
  readonly statistics: readonly string[];
  /** describe(): the columns; summary(): empty for all. */
  readonly cols: readonly string[];
}
export interface StatCrosstab extends Base {
  readonly type: 'StatCrosstab';
  readonly input: Relation;
  readonly col1: string;
  readonly col2: string;
}
export interface StatFreqItems extends Base {
  readonly type: 'StatFreqItems';
  readonly input: Relation;
  readonly cols: readonly string[];
  readonly support: number;
}
export interface StatSampleBy extends Base {
  readonly type: 'StatSampleBy';
  readonly input: Relation;
  readonly col: Expression;
  readonly fractions: readonly { readonly stratum: Expression; readonly fraction: number }[];
  readonly seed?: string;
}
/** SQL's VALUES. */
export interface InlineTable extends Base {
  readonly type: 'InlineTable';
  readonly rows: readonly (readonly Expression[])[];
  /** Names that the columns get, for errors. */
  readonly names?: readonly string[];
}
/** SQL's LATERAL VIEW and table functions. */
export interface Generate extends Base {
  readonly type: 'Generate';
  readonly input?: Relation;
  readonly generator: Expression;
  readonly outer: boolean;
  /** A LATERAL VIEW, not a function in FROM. */
  readonly isView?: true;
  readonly qualifier?: string;
  readonly generatorOutput: readonly string[];
}
/** SQL's WITH: names visible in `input`. */
export interface WithCTE extends Base {
  readonly type: 'WithCTE';
  readonly input: Relation;
  readonly ctes: readonly {
    readonly name: string;
    readonly columnAliases?: readonly string[];
    readonly plan: Relation;
    /** SQL's MAX RECURSION LEVEL. */
    readonly maxLevels?: number;
    readonly origin?: Origin;
  }[];
  readonly recursive?: boolean;
}
/** A plan with what its session knows by name, for an engine that has not that session. */
export interface WithSessionObjects extends Base {
  readonly type: 'WithSessionObjects';
  readonly input: Relation;
  readonly variables: readonly { readonly name: string; readonly dataType: TypeJson; readonly value: WireValue }[];
  /** `alsoAs`: names in small letters by which the session calls them besides. */
  readonly sqlFunctions: readonly (SqlFunction & { readonly alsoAs: readonly string[] })[];
}
/** SQL's WINDOW clause: named specifications for the expressions of `input`'s select list. */
export interface WithWindowDefinition extends Base {
  readonly type: 'WithWindowDefinition';
  readonly input: Relation;
  readonly windows: readonly { readonly name: string; readonly window: Expression }[];
}

export type Relation =
  | ReadNamedTable
  | ReadDataSource
  | LocalRelation
  | CachedLocalRelation
  | RangeRelation
  | SqlRelation
  | Project
  | Filter
  | Join
  | SetOperation
  | Aggregate
  | Sort
  | Limit
  | Offset
  | Tail
  | Deduplicate
  | SubqueryAlias
  | Repartition
  | RepartitionByExpression
  | WithColumns
  | WithColumnsRenamed
  | Drop
  | ToDF
  | ToSchema
  | Unpivot
  | Zip
  | Sample
  | Hint
  | CollectMetrics
  | WithWatermark
  | NAFill
  | NADrop
  | NAReplace
  | StatSummary
  | StatCrosstab
  | StatFreqItems
  | StatSampleBy
  | InlineTable
  | Generate
  | WithCTE
  | WithSessionObjects
  | WithWindowDefinition;
