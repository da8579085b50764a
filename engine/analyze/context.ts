/** What the analyzer asks of the session. */
import type { Batch } from '../columnar/index.ts';
import type { Environment } from '../core/index.ts';
import type { FunctionRegistry } from '../functions/define.ts';
import type { Conf } from '../physical/conf.ts';
import type { EngineHost, ExprId, LogicalPlan, ReadDataSource, Relation, SqlFunction, TypeJson } from '../plan/index.ts';
import type { DataType, Value } from '../types/index.ts';

/** A function of the user's registered under a name (`spark.udf.register`). */
export interface RegisteredFunction {
  readonly name: string;
  readonly functionId: number;
  readonly returnType: DataType;
  readonly deterministic: boolean;
  /** Spark hands its rows over pickled, not as Arrow batches. */
  readonly batched?: boolean;
  /** Names of its parameters, by which SQL may pass arguments. */
  readonly parameters?: readonly string[];
}

/** A table function of the user's registered under a name (`spark.udtf.register`). */
export interface RegisteredTableFunction {
  readonly name: string;
  readonly functionId: number;
  /** Absent: its `analyze` method tells. */
  readonly outputType?: TypeJson;
  readonly deterministic: boolean;
}

/** A variable of the session, as it is now. */
export interface VariableValue {
  /** With its qualifiers: `system.session.v`. */
  readonly name: string;
  readonly type: DataType;
  readonly value: Value;
}

/** Names that a query may use, looked up in the session's catalog. Every answer has fresh expression ids. */
export interface AnalyzerCatalog {
  /** A view or table by the parts of its name; undefined where there is none (the analyzer raises TABLE_OR_VIEW_NOT_FOUND). */
  table(nameParts: readonly string[], options: Readonly<Record<string, string>>, isStreaming: boolean): LogicalPlan | undefined;
  /** Rows registered under a hash (`CachedLocalRelation`). Throws where there are none. */
  localRelation(hash: string): LogicalPlan;
  /** `spark.read.format(…)`, `spark.readStream`: schema inferred where it was not given. Throws what reading raises. */
  dataSource(relation: ReadDataSource): LogicalPlan;
  function(name: string): RegisteredFunction | undefined;
  tableFunction(name: string): RegisteredTableFunction | undefined;
  /** A variable by the parts of its name. */
  variable?(nameParts: readonly string[]): VariableValue | undefined;
  /** A function written in SQL by the parts of its name. */
  sqlFunction?(nameParts: readonly string[]): SqlFunction | undefined;
  /** Runs `f` while names without a schema are of this one. */
  inDatabase?<T>(database: string, f: () => T): T;
  currentDatabase(): string;
  currentCatalog(): string;
  /** Names of views and tables, for suggestions. */
  tableNames(): readonly string[];
}

export interface AnalyzerContext {
  readonly registry: FunctionRegistry;
  readonly conf: Conf;
  /** A text of SQL with the values of the settings that it names. */
  readonly substitute?: (text: string) => string;
  readonly environment: Environment;
  readonly catalog: AnalyzerCatalog;
  readonly sessionTimeZone: string;
  readonly ansi: boolean;
  /** `ansi` is not the session's: calls say so themselves. */
  readonly marksMode?: boolean;
  /**
   * Runs an analyzed plan and gives its rows: pivots and crosstabs without values ask the data what columns they have.
   * Absent where nothing may run.
   */
  readonly run?: (plan: LogicalPlan) => Batch;
  /** Asks a user's table function for its columns; absent where no user code may run. */
  readonly analyzeTableFunction?: EngineHost['analyzeTableFunction'];
  /** Unique in the session. */
  nextExprId(): ExprId;
  /** A number for a definition of WITH, unique in the session. */
  nextCteId(): number;
  /** Analyzed plans of DataFrames by wire `planId`; absent: every plan is analyzed from its leaves. */
  readonly analyzed?: {
    get(planId: number): LogicalPlan | undefined;
    set(planId: number, plan: LogicalPlan): void;
  };
}

/** The relation's analyzed plan: every name resolved, every type known, implicit casts written out. Throws SparkError. */
export type Analyze = (relation: Relation, context: AnalyzerContext) => LogicalPlan;
