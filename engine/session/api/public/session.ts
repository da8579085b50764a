import type { Column } from './column.ts';
import type { DataFrame } from './dataframe.ts';
import type { DataFrameReader, DataStreamReader, StreamingQueryManager } from './io.ts';
import type { CellValue, LiteralValue, Row, TypeLike } from './values.ts';

/** A row to make a DataFrame of: values in order, or by name. */
export type RowLike = readonly unknown[] | Readonly<Record<string, unknown>> | Row;

/** The way into the engine. `spark` is ready in every solution. */
export interface SparkSession {
  readonly version: string;
  readonly conf: RuntimeConfig;
  readonly catalog: Catalog;
  readonly read: DataFrameReader;
  readonly readStream: DataStreamReader;
  readonly streams: StreamingQueryManager;
  readonly udf: UDFRegistration;
  /**
   * A DataFrame of the given rows. The schema is DDL, a StructType, or names; without types they are inferred:
   * whole numbers are BIGINT, others DOUBLE, objects structs.
   */
  createDataFrame(rows: readonly RowLike[] | readonly LiteralValue[], schema?: TypeLike | readonly string[]): DataFrame;
  range(end: number): DataFrame;
  range(start: number, end: number, step?: number, numPartitions?: number): DataFrame;
  /** A query, or a command carried out at once. */
  sql(query: string, args?: Readonly<Record<string, Column | LiteralValue>> | readonly (Column | LiteralValue)[]): DataFrame;
  table(name: string): DataFrame;
  newSession(): SparkSession;
  getActiveSession(): SparkSession;
  stop(): void;
}

export interface RuntimeConfig {
  get(key: string, fallback?: string | null): string | null;
  set(key: string, value: string | number | boolean): void;
  unset(key: string): void;
  isModifiable(key: string): boolean;
  readonly getAll: Record<string, string>;
}

export interface Catalog {
  currentDatabase(): string;
  setCurrentDatabase(name: string): void;
  listDatabases(): readonly Readonly<Record<string, CellValue>>[];
  listTables(database?: string, pattern?: string): readonly Readonly<Record<string, CellValue>>[];
  listColumns(table: string): readonly Readonly<Record<string, CellValue>>[];
  tableExists(name: string): boolean;
  functionExists(name: string): boolean;
  dropTempView(name: string): boolean;
  dropGlobalTempView(name: string): boolean;
  cacheTable(name: string): void;
  uncacheTable(name: string): void;
  isCached(name: string): boolean;
  clearCache(): void;
}

export interface UDFRegistration {
  /** Makes a function callable from SQL. */
  register(name: string, f: (...args: never[]) => unknown, returnType?: TypeLike): (...columns: (Column | string)[]) => Column;
}
