import type { DataFrame } from './dataframe.ts';
import type { TypeLike } from './values.ts';

export type OptionValue = string | number | boolean;

/** Reads files of the virtual file system. */
export interface DataFrameReader {
  format(name: string): DataFrameReader;
  schema(schema: TypeLike): DataFrameReader;
  option(key: string, value: OptionValue): DataFrameReader;
  options(options: Readonly<Record<string, OptionValue>>): DataFrameReader;
  load(path?: string | readonly string[]): DataFrame;
  csv(path: string | readonly string[], options?: Readonly<Record<string, OptionValue>>): DataFrame;
  json(path: string | readonly string[], options?: Readonly<Record<string, OptionValue>>): DataFrame;
  text(path: string | readonly string[], options?: Readonly<Record<string, OptionValue>>): DataFrame;
  parquet(...paths: string[]): DataFrame;
  orc(path: string | readonly string[]): DataFrame;
  table(name: string): DataFrame;
}

export type SaveMode = 'append' | 'overwrite' | 'error' | 'errorifexists' | 'ignore';

/** Writes files to the virtual file system. */
export interface DataFrameWriter {
  format(name: string): DataFrameWriter;
  mode(mode: SaveMode): DataFrameWriter;
  option(key: string, value: OptionValue): DataFrameWriter;
  options(options: Readonly<Record<string, OptionValue>>): DataFrameWriter;
  partitionBy(...columns: string[]): DataFrameWriter;
  /** Rows with equal values of the columns in files of one number; for `saveAsTable`. */
  bucketBy(numBuckets: number, ...columns: string[]): DataFrameWriter;
  /** Sorts the files of each bucket. */
  sortBy(...columns: string[]): DataFrameWriter;
  save(path?: string): void;
  csv(path: string, mode?: SaveMode): void;
  json(path: string, mode?: SaveMode): void;
  text(path: string): void;
  parquet(path: string, mode?: SaveMode): void;
  saveAsTable(name: string): void;
  insertInto(name: string, overwrite?: boolean): void;
}

/** Reads streams: `kafka`, `rate`, files. */
export interface DataStreamReader {
  format(name: string): DataStreamReader;
  schema(schema: TypeLike): DataStreamReader;
  option(key: string, value: OptionValue): DataStreamReader;
  options(options: Readonly<Record<string, OptionValue>>): DataStreamReader;
  load(path?: string): DataFrame;
  csv(path: string): DataFrame;
  json(path: string): DataFrame;
  text(path: string): DataFrame;
  table(name: string): DataFrame;
}

/** When micro-batches run: one of these. */
export interface Trigger {
  readonly processingTime?: string;
  readonly once?: boolean;
  readonly availableNow?: boolean;
  readonly continuous?: string;
}

/** Starts streaming queries. */
export interface DataStreamWriter {
  format(name: string): DataStreamWriter;
  outputMode(mode: 'append' | 'update' | 'complete'): DataStreamWriter;
  queryName(name: string): DataStreamWriter;
  option(key: string, value: OptionValue): DataStreamWriter;
  options(options: Readonly<Record<string, OptionValue>>): DataStreamWriter;
  partitionBy(...columns: string[]): DataStreamWriter;
  trigger(trigger: Trigger): DataStreamWriter;
  foreachBatch(f: (batch: DataFrame, batchId: number) => void): DataStreamWriter;
  start(path?: string): StreamingQuery;
  toTable(name: string): StreamingQuery;
}

export interface StreamingQuery {
  readonly id: string;
  readonly runId: string;
  readonly name: string | null;
  readonly isActive: boolean;
  readonly status: Readonly<Record<string, unknown>>;
  readonly lastProgress: Readonly<Record<string, unknown>> | null;
  readonly recentProgress: readonly Readonly<Record<string, unknown>>[];
  /** Waits on the engine's clock; with `timeout` in seconds it tells whether the query has ended. */
  awaitTermination(timeout?: number): boolean | undefined;
  processAllAvailable(): void;
  stop(): void;
  exception(): Error | null;
  explain(extended?: boolean): void;
}

export interface StreamingQueryManager {
  readonly active: StreamingQuery[];
  get(id: string): StreamingQuery | null;
  awaitAnyTermination(timeout?: number): boolean | undefined;
  resetTerminated(): void;
}
