/**
 * The engine's door for the Python facade: one synchronous call, JSON in and JSON out
 * (`engine.call(requestJson) -> responseJson`). Named after Spark Connect's services.
 */
import type { SparkErrorJson } from '../core/index.ts';
import type { BucketSpec, Relation, StreamMethod, StreamSpec, TableJson, TypeJson, WireValue } from '../plan/index.ts';

export type { EngineEvent, EngineHost, PlanNodeJson, StreamMethod, StreamSpec, TableJson } from '../plan/index.ts';

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
    /** With `maxRows` the query is run as it is, and no more rows than that are given. */
    | { readonly op: 'collect'; readonly plan: Relation; readonly maxRows?: number }
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
    /** The figures that `observe` collected for an Observation, in the first query that ran over it. */
    | { readonly op: 'observed'; readonly observationId: number }
    /** A session of its own conf, views and functions; gives its id. */
    | { readonly op: 'newSession' }
    | { readonly op: 'createView'; readonly plan: Relation; readonly name: string; readonly replace: boolean; readonly isGlobal: boolean }
    | { readonly op: 'cache' | 'uncache' | 'checkpoint' | 'isCached'; readonly plan: Relation; readonly storageLevel?: string; readonly eager?: boolean }
    | { readonly op: 'conf'; readonly action: 'get' | 'set' | 'unset' | 'getAll' | 'isModifiable'; readonly key?: string; readonly value?: string }
    | { readonly op: 'catalog'; readonly method: string; readonly args: readonly WireValue[] }
    /** A type out of DDL; `schemaFirst`: columns of a table if it can be read so; `schemaOnly`: nothing else. */
    | { readonly op: 'parseType'; readonly ddl: string; readonly schemaFirst?: boolean; readonly schemaOnly?: boolean }
    | { readonly op: 'registerFunction'; readonly name: string; readonly functionId: number; readonly returnType: TypeJson; readonly deterministic: boolean; readonly batched?: boolean; readonly parameters?: readonly string[] }
    /** Without a type the function's `analyze` method tells it. */
    | { readonly op: 'registerTableFunction'; readonly name: string; readonly functionId: number; readonly outputType?: TypeJson; readonly deterministic: boolean }
    | { readonly op: 'write'; readonly plan: Relation; readonly spec: WriteSpec }
    | { readonly op: 'writeStream'; readonly plan: Relation; readonly spec: StreamSpec }
    | { readonly op: 'stream'; readonly queryId: string; readonly method: StreamMethod; readonly args?: readonly WireValue[] }
    | { readonly op: 'streams'; readonly method: 'active' | 'get' | 'awaitAnyTermination' | 'resetTerminated'; readonly args?: readonly WireValue[] }
    /** time.sleep and the like: moves the virtual clock, on which streams advance. */
    | { readonly op: 'advanceClock'; readonly micros: number }
    | { readonly op: 'files'; readonly method: 'list' | 'read' | 'write' | 'makeDirectory' | 'delete'; readonly path: string; readonly text?: string }
  );

export interface WriteSpec {
  /** `noop`, `memory`, `csv`, `json`, `text`, `parquet`, or a table. */
  readonly format: string;
  readonly mode: 'append' | 'overwrite' | 'error' | 'ignore';
  readonly path?: string;
  readonly table?: string;
  /** `insertInto`: the table must be there, and columns go by position; else `saveAsTable`. */
  readonly isInsert?: boolean;
  /** `writeTo(…).replace()` and `createOrReplace()`. */
  readonly isReplace?: boolean;
  readonly options: Readonly<Record<string, string>>;
  readonly partitionBy: readonly string[];
  /** Tables only. */
  readonly buckets?: BucketSpec;
  /** `sortBy` was called, with `bucketBy` or without. */
  readonly sortedBy?: boolean;
  readonly clusterBy?: readonly string[];
  /** Of a table that is made: `writeTo(…).tableProperty(…)`. */
  readonly properties?: Readonly<Record<string, string>>;
}

export type EngineResponse =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: SparkErrorJson }
  /** A Python exception raised inside a UDF: kept by the host under this id, to be raised again as it was. */
  | { readonly ok: false; readonly internal: string };
