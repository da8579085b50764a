import type { Column, ColumnOrName, ColumnOrValue } from './column.ts';
import type { DataFrameWriter, DataStreamWriter } from './io.ts';
import type { CellValue, LiteralValue, Row, StructType, TypeLike } from './values.ts';

type Columns = (ColumnOrName | readonly ColumnOrName[])[];

export type JoinHow =
  | 'inner' | 'cross' | 'outer' | 'full' | 'fullouter' | 'full_outer' | 'left' | 'leftouter' | 'left_outer'
  | 'right' | 'rightouter' | 'right_outer' | 'semi' | 'leftsemi' | 'left_semi' | 'anti' | 'leftanti' | 'left_anti';

/** How to sort by names: all one way, or each its own. */
export interface SortOptions {
  readonly ascending?: boolean | readonly boolean[];
}

/** A table described by a plan; nothing is computed before an action (`collect`, `show`, `count` …). */
export interface DataFrame {
  readonly columns: string[];
  readonly schema: StructType;
  /** Names with types as Spark writes them: `[['id', 'bigint']]`. */
  readonly dtypes: [name: string, type: string][];
  readonly isStreaming: boolean;
  readonly write: DataFrameWriter;
  readonly writeStream: DataStreamWriter;
  readonly na: DataFrameNaFunctions;
  readonly stat: DataFrameStatFunctions;
  readonly rdd: { getNumPartitions(): number };

  /** A column of this very DataFrame, also where another one has the same name. */
  col(name: string): Column;
  colRegex(pattern: string): Column;
  select(...columns: Columns): DataFrame;
  selectExpr(...expressions: string[]): DataFrame;
  filter(condition: Column | string): DataFrame;
  where(condition: Column | string): DataFrame;
  withColumn(name: string, column: Column): DataFrame;
  withColumns(columns: Readonly<Record<string, Column>>): DataFrame;
  withColumnRenamed(existing: string, name: string): DataFrame;
  withColumnsRenamed(names: Readonly<Record<string, string>>): DataFrame;
  drop(...columns: ColumnOrName[]): DataFrame;
  toDF(...names: string[]): DataFrame;
  to(schema: StructType): DataFrame;
  alias(name: string): DataFrame;
  transform<A extends unknown[]>(f: (df: DataFrame, ...args: A) => DataFrame, ...args: A): DataFrame;

  distinct(): DataFrame;
  dropDuplicates(columns?: readonly string[]): DataFrame;
  drop_duplicates(columns?: readonly string[]): DataFrame;
  dropDuplicatesWithinWatermark(columns?: readonly string[]): DataFrame;
  orderBy(...columns: (Columns[number] | SortOptions)[]): DataFrame;
  sort(...columns: (Columns[number] | SortOptions)[]): DataFrame;
  sortWithinPartitions(...columns: (Columns[number] | SortOptions)[]): DataFrame;
  limit(count: number): DataFrame;
  offset(count: number): DataFrame;

  join(other: DataFrame, on?: string | readonly string[] | Column | readonly Column[], how?: JoinHow): DataFrame;
  crossJoin(other: DataFrame): DataFrame;
  union(other: DataFrame): DataFrame;
  unionAll(other: DataFrame): DataFrame;
  unionByName(other: DataFrame, allowMissingColumns?: boolean): DataFrame;
  intersect(other: DataFrame): DataFrame;
  intersectAll(other: DataFrame): DataFrame;
  subtract(other: DataFrame): DataFrame;
  exceptAll(other: DataFrame): DataFrame;

  groupBy(...columns: Columns): GroupedData;
  groupby(...columns: Columns): GroupedData;
  rollup(...columns: Columns): GroupedData;
  cube(...columns: Columns): GroupedData;
  agg(...aggregates: (Column | Readonly<Record<string, string>>)[]): DataFrame;

  repartition(numPartitions: number | ColumnOrName, ...columns: ColumnOrName[]): DataFrame;
  repartitionByRange(numPartitions: number | ColumnOrName, ...columns: ColumnOrName[]): DataFrame;
  coalesce(numPartitions: number): DataFrame;
  hint(name: string, ...parameters: (LiteralValue | Column)[]): DataFrame;
  sample(fraction: number, seed?: number): DataFrame;
  sample(withReplacement: boolean, fraction: number, seed?: number): DataFrame;
  sampleBy(column: ColumnOrName, fractions: ReadonlyMap<LiteralValue, number>, seed?: number): DataFrame;
  randomSplit(weights: readonly number[], seed?: number): DataFrame[];
  unpivot(ids: ColumnOrName | readonly ColumnOrName[], values: ColumnOrName | readonly ColumnOrName[] | null, variableColumnName: string, valueColumnName: string): DataFrame;
  melt(ids: ColumnOrName | readonly ColumnOrName[], values: ColumnOrName | readonly ColumnOrName[] | null, variableColumnName: string, valueColumnName: string): DataFrame;
  fillna(value: LiteralValue | Readonly<Record<string, LiteralValue>>, subset?: string | readonly string[]): DataFrame;
  dropna(how?: 'any' | 'all', thresh?: number | null, subset?: string | readonly string[]): DataFrame;
  replace(from: LiteralValue | readonly LiteralValue[], to: LiteralValue | readonly LiteralValue[], subset?: string | readonly string[]): DataFrame;
  crosstab(column1: string, column2: string): DataFrame;
  describe(...columns: string[]): DataFrame;
  summary(...statistics: string[]): DataFrame;
  withWatermark(eventTime: string, delayThreshold: string): DataFrame;

  cache(): DataFrame;
  persist(storageLevel?: string): DataFrame;
  unpersist(): DataFrame;
  checkpoint(eager?: boolean): DataFrame;
  localCheckpoint(eager?: boolean): DataFrame;
  createTempView(name: string): void;
  createOrReplaceTempView(name: string): void;
  createGlobalTempView(name: string): void;
  createOrReplaceGlobalTempView(name: string): void;

  collect(): Row[];
  toLocalIterator(): IterableIterator<Row>;
  count(): number;
  first(): Row | null;
  head(): Row | null;
  head(count: number): Row[];
  take(count: number): Row[];
  tail(count: number): Row[];
  isEmpty(): boolean;
  /** Prints the first rows. `truncate`: false shows cells whole, a number is the longest cell. */
  show(numRows?: number, truncate?: boolean | number, vertical?: boolean): void;
  printSchema(level?: number): void;
  explain(mode?: boolean | 'simple' | 'extended' | 'codegen' | 'cost' | 'formatted'): void;
  inputFiles(): string[];
  isLocal(): boolean;
  sameSemantics(other: DataFrame): boolean;
  semanticHash(): number;
  /** The rows as a danfojs DataFrame; danfojs is loaded when this is first called. */
  toPandas(): Promise<unknown>;
  /** The rows column by column. */
  toColumns(): Record<string, CellValue[]>;
}

/** The groups of `groupBy`, waiting for aggregates. */
export interface GroupedData {
  agg(...aggregates: (Column | Readonly<Record<string, string>>)[]): DataFrame;
  count(): DataFrame;
  sum(...columns: string[]): DataFrame;
  avg(...columns: string[]): DataFrame;
  mean(...columns: string[]): DataFrame;
  min(...columns: string[]): DataFrame;
  max(...columns: string[]): DataFrame;
  pivot(column: ColumnOrName, values?: readonly LiteralValue[]): GroupedData;
}

export interface DataFrameNaFunctions {
  fill(value: LiteralValue | Readonly<Record<string, LiteralValue>>, subset?: string | readonly string[]): DataFrame;
  drop(how?: 'any' | 'all', thresh?: number | null, subset?: string | readonly string[]): DataFrame;
  replace(from: LiteralValue | readonly LiteralValue[], to: LiteralValue | readonly LiteralValue[], subset?: string | readonly string[]): DataFrame;
}

export interface DataFrameStatFunctions {
  corr(column1: string, column2: string): number;
  cov(column1: string, column2: string): number;
  crosstab(column1: string, column2: string): DataFrame;
  freqItems(columns: readonly string[], support?: number): DataFrame;
  approxQuantile(column: string, probabilities: readonly number[], relativeError: number): number[];
  sampleBy(column: ColumnOrName, fractions: ReadonlyMap<LiteralValue, number>, seed?: number): DataFrame;
}

export type { Column, ColumnOrName, ColumnOrValue, TypeLike };
