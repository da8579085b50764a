/**
 * The engine's door for the Python facade: one synchronous call, JSON in and JSON out
 * (`engine.call(requestJson) -> responseJson`). Named after Spark Connect's services.
 */
import type { SparkErrorJson } from '../core/index.ts';
import type { Relation, TypeJson, WireValue } from '../plan/index.ts';

/** The SparkSession a DataFrame belongs to; views, conf and catalog are per session. */
interface Base {
  readonly sessionId?: string;
}

export type ExplainMode = 'simple' | 'extended' | 'codegen' | 'cost' | 'formatted';

export type EngineRequest = Base &
  (
    | { readonly op: 'schema'; readonly plan: Relation }
    | { readonly op: 'explain'; readonly plan: Relation; readonly mode: ExplainMode }
    | { readonly op: 'treeString'; readonly plan: Relation; readonly level?: number }
    | { readonly op: 'collect'; readonly plan: Relation }
    | { readonly op: 'count'; readonly plan: Relation }
    | { readonly op: 'show'; readonly plan: Relation; readonly numRows: number; readonly truncate: number; readonly vertical: boolean }
    | { readonly op: 'isStreaming' | 'isLocal' | 'inputFiles' | 'numPartitions' | 'semanticHash'; readonly plan: Relation }
    | { readonly op: 'sameSemantics'; readonly plan: Relation; readonly other: Relation }
    /** Rows per partition: foreachPartition, rdd.getNumPartitions and glom-like needs. */
    | { readonly op: 'collectPartitions'; readonly plan: Relation }
    /** Runs a SQL command (CREATE VIEW, SET, SHOW …) at once and gives the relation of its result; a query unchanged. */
    | { readonly op: 'sql'; readonly plan: Relation }
    /** The plan with the definitions of the temporary views that it names inside it, to be run by another engine. */
    | { readonly op: 'portable'; readonly plan: Relation }
    /** Keeps rows under a hash for `CachedLocalRelation`: for large createDataFrame, whose rows need not be in every plan. */
    | { readonly op: 'registerTable'; readonly hash: string; readonly table: TableJson; readonly numPartitions?: number }
    /** A session of its own conf, views and functions; gives its id. */
    | { readonly op: 'newSession' }
    | { readonly op: 'createView'; readonly plan: Relation; readonly name: string; readonly replace: boolean; readonly isGlobal: boolean }
    | { readonly op: 'cache' | 'uncache' | 'checkpoint' | 'isCached'; readonly plan: Relation; readonly storageLevel?: string; readonly eager?: boolean }
    | { readonly op: 'conf'; readonly action: 'get' | 'set' | 'unset' | 'getAll' | 'isModifiable'; readonly key?: string; readonly value?: string }
    | { readonly op: 'catalog'; readonly method: string; readonly args: readonly WireValue[] }
    /** A type out of DDL; `schemaFirst`: columns of a table if it can be read so. */
    | { readonly op: 'parseType'; readonly ddl: string; readonly schemaFirst?: boolean }
    | { readonly op: 'registerFunction'; readonly name: string; readonly functionId: number; readonly returnType: TypeJson; readonly deterministic: boolean; readonly batched?: boolean }
    | { readonly op: 'write'; readonly plan: Relation; readonly spec: WriteSpec }
    | { readonly op: 'writeStream'; readonly plan: Relation; readonly spec: StreamSpec }
    | { readonly op: 'stream'; readonly queryId: string; readonly method: StreamMethod; readonly args?: readonly WireValue[] }
    | { readonly op: 'streams'; readonly method: 'active' | 'get' | 'awaitAnyTermination' | 'resetTerminated'; readonly args?: readonly WireValue[] }
    /** time.sleep and the like: moves the virtual clock, on which streams advance. */
    | { readonly op: 'advanceClock'; readonly micros: number }
    | { readonly op: 'files'; readonly method: 'list' | 'read' | 'write' | 'delete'; readonly path: string; readonly text?: string }
  );

export interface WriteSpec {
  /** `noop`, `memory`, `csv`, `json`, `text`, `parquet`, or a table. */
  readonly format: string;
  readonly mode: 'append' | 'overwrite' | 'error' | 'ignore';
  readonly path?: string;
  readonly table?: string;
  /** `insertInto`: the table must be there, and columns go by position; else `saveAsTable`. */
  readonly isInsert?: boolean;
  readonly options: Readonly<Record<string, string>>;
  readonly partitionBy: readonly string[];
}

export interface StreamSpec {
  readonly format: string;
  readonly outputMode?: string;
  readonly queryName?: string;
  readonly options: Readonly<Record<string, string>>;
  readonly trigger: { readonly kind: 'default' | 'processingTime' | 'once' | 'availableNow' | 'continuous'; readonly interval?: string };
  readonly partitionBy: readonly string[];
  /** Callback ids of `foreachBatch` and `foreach`. */
  readonly foreachBatchId?: number;
  readonly path?: string;
  readonly table?: string;
}

export type StreamMethod =
  | 'status'
  | 'isActive'
  | 'stop'
  | 'awaitTermination'
  | 'processAllAvailable'
  | 'lastProgress'
  | 'recentProgress'
  | 'exception'
  | 'explain';

/** `columns[j][i]`: wire value of row i in field j. */
export interface TableJson {
  readonly schema: TypeJson;
  readonly numRows: number;
  readonly columns: readonly (readonly WireValue[])[];
}

export type EngineResponse =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: SparkErrorJson }
  /** A Python exception raised inside a UDF: kept by the host under this id, to be raised again as it was. */
  | { readonly ok: false; readonly internal: string };

/** What the realm around the engine gives it. */
export interface EngineHost {
  /** Runs a user function over whole columns (wire values of `argTypes`) and gives its column back; throws SparkError PYTHON_EXCEPTION. */
  callFunction?(
    functionId: number,
    columns: readonly (readonly WireValue[])[],
    numRows: number,
    argTypes: readonly TypeJson[],
  ): readonly WireValue[];
  /** `foreachBatch(df, batchId)`: the rows are registered as CachedLocalRelation under `hash`. */
  callBatchFunction?(functionId: number, hash: string, batchId: number): void;
  /** Console sinks of streams print here. */
  print?(text: string): void;
  /** Plan, metrics and micro-batch events for the page, as plain data. */
  onEvent?(event: EngineEvent): void;
}

/** A physical operator as the page and the judge see it. */
export interface PlanNodeJson {
  readonly nodeName: string;
  /** One line as in `explain()`, ids included. */
  readonly simpleString: string;
  readonly metrics: Readonly<Record<string, number>>;
  readonly children: readonly PlanNodeJson[];
}

export type EngineEvent =
  | { readonly kind: 'execution'; readonly action: string; readonly physicalPlan: PlanNodeJson; readonly durationMs: number }
  | {
      readonly kind: 'microBatch';
      readonly queryId: string;
      readonly queryName: string | null;
      readonly sink: string;
      readonly outputMode: string;
      readonly batchId: number;
      /** Input rows of this batch by source, the watermark that filtered them, what was emitted, dropped and kept. */
      readonly arrived: TableJson;
      readonly watermarkMicros: number | null;
      readonly emitted: TableJson;
      readonly rowsDroppedByWatermark: number;
      readonly stateRows: number;
      readonly progress: Readonly<Record<string, unknown>>;
    };
