/** DataFrames: plans that the engine analyzes at once, so that an error points at the line that made it. */
import type { Expression, Relation } from '../../plan/index.ts';
import { DataFrameActions, planOf } from './dataframe-actions.ts';
import type { EngineClient } from './client.ts';
import { columnExpr, ColumnImpl, exprOf, isColumn, litExpr, notAColumn } from './column.ts';
import { typeJson } from './type-texts.ts';
import { GroupedDataImpl } from './grouped-data.ts';
import {
  aggregateExprs,
  dropNullsPlan,
  fillPlan,
  joinPlan,
  repartitionPlan,
  replacePlan,
  sortOrders,
  subsetOf,
} from './plans.ts';
import type {
  Column,
  ColumnOrName,
  DataFrame,
  DataFrameNaFunctions,
  DataFrameStatFunctions,
  DataFrameWriter,
  DataStreamWriter,
  GroupedData,
  JoinHow,
  LiteralValue,
  SortOptions,
  StructType,
} from './public/index.ts';
import { StatFunctions } from './stat.ts';
import { DataStreamWriterImpl } from './stream-writer.ts';
import { DataFrameWriterImpl } from './writer.ts';

type Columns = (ColumnOrName | readonly ColumnOrName[])[];
type Subset = string | readonly string[];

const NUMERIC_KINDS = ['byte', 'short', 'integer', 'long', 'float', 'double', 'decimal'];

function exprs(columns: Columns): Expression[] {
  return columns.flat().map((c) => columnExpr(c as ColumnOrName));
}
function list<T>(value: T | readonly T[]): readonly T[] {
  return (Array.isArray(value) ? value : [value]) as readonly T[];
}

export class DataFrameImpl extends DataFrameActions implements DataFrame {
  /** Analyzes the plan. Throws what the analyzer finds. */
  static of(client: EngineClient, plan: Relation): DataFrameImpl {
    const df = new DataFrameImpl(client, { ...plan, planId: client.nextPlanId() });
    df.analyzed();
    return df;
  }
  private readonly make = (plan: Relation): DataFrameImpl => DataFrameImpl.of(this.client, plan);
  protected derive(plan: Relation): DataFrameImpl {
    return this.make(plan);
  }
  private get input(): Relation {
    return this.plan;
  }

  get write(): DataFrameWriter {
    return new DataFrameWriterImpl(this.client, this.plan);
  }
  get writeStream(): DataStreamWriter {
    return new DataStreamWriterImpl(this.client, this.plan, this.make);
  }
  get na(): DataFrameNaFunctions {
    return {
      fill: (value, subset) => this.fillna(value, subset),
      drop: (how, thresh, subset) => this.dropna(how, thresh, subset),
      replace: (from, to, subset) => this.replace(from, to, subset),
    };
  }
  get stat(): DataFrameStatFunctions {
    return new StatFunctions(this.client, this.plan, this.make);
  }

  col(name: string): Column {
    return new ColumnImpl(columnExpr(name, this.plan.planId));
  }
  colRegex(colName: string): Column {
    const { planId } = this.plan;
    return new ColumnImpl({ type: 'UnresolvedRegex', colName, ...(planId === undefined ? {} : { planId }) });
  }
  select(...columns: Columns): DataFrame {
    return this.make({ type: 'Project', input: this.input, expressions: exprs(columns) });
  }
  selectExpr(...expressions: string[]): DataFrame {
    const parsed = expressions.flat().map((expression): Expression => ({ type: 'ExpressionString', expression }));
    return this.make({ type: 'Project', input: this.input, expressions: parsed });
  }
  filter(condition: Column | string): DataFrame {
    const e: Expression = typeof condition === 'string' ? { type: 'ExpressionString', expression: condition } : exprOf(condition);
    return this.make({ type: 'Filter', input: this.input, condition: e });
  }
  where(condition: Column | string): DataFrame {
    return this.filter(condition);
  }
  withColumn(name: string, column: Column): DataFrame {
    return this.withColumns({ [name]: column });
  }
  withColumns(columns: Readonly<Record<string, Column>>): DataFrame {
    const aliases = Object.entries(columns).map(([name, c]) => ({ name, expr: exprOf(c) }));
    return this.make({ type: 'WithColumns', input: this.input, aliases });
  }
  withColumnRenamed(existing: string, name: string): DataFrame {
    return this.withColumnsRenamed({ [existing]: name });
  }
  withColumnsRenamed(names: Readonly<Record<string, string>>): DataFrame {
    const renames = Object.entries(names).map(([colName, newColName]) => ({ colName, newColName }));
    return this.make({ type: 'WithColumnsRenamed', input: this.input, renames });
  }
  drop(...columns: ColumnOrName[]): DataFrame {
    const columnNames = columns.filter((c) => typeof c === 'string');
    const others = columns.filter((c) => typeof c !== 'string').map(exprOf);
    return this.make({ type: 'Drop', input: this.input, columns: others, columnNames });
  }
  toDF(...columnNames: string[]): DataFrame {
    return this.make({ type: 'ToDF', input: this.input, columnNames });
  }
  alias(alias: string): DataFrame {
    return this.make({ type: 'SubqueryAlias', input: this.input, alias });
  }
  transform<A extends unknown[]>(f: (df: DataFrame, ...args: A) => DataFrame, ...args: A): DataFrame {
    return f(this, ...args);
  }

  distinct(): DataFrame {
    return this.dropDuplicates();
  }
  dropDuplicates(columns?: readonly string[]): DataFrame {
    return this.deduplicate(columns, false);
  }
  drop_duplicates(columns?: readonly string[]): DataFrame {
    return this.dropDuplicates(columns);
  }
  dropDuplicatesWithinWatermark(columns?: readonly string[]): DataFrame {
    return this.deduplicate(columns, true);
  }
  private deduplicate(columns: readonly string[] | undefined, withinWatermark: boolean): DataFrame {
    return this.make({
      type: 'Deduplicate',
      input: this.input,
      columnNames: columns ?? [],
      allColumnsAsKeys: columns === undefined,
      ...(withinWatermark ? { withinWatermark } : {}),
    });
  }
  orderBy(...columns: (Columns[number] | SortOptions)[]): DataFrame {
    return this.make({ type: 'Sort', input: this.input, order: sortOrders(columns), isGlobal: true });
  }
  sort(...columns: (Columns[number] | SortOptions)[]): DataFrame {
    return this.orderBy(...columns);
  }
  sortWithinPartitions(...columns: (Columns[number] | SortOptions)[]): DataFrame {
    return this.make({ type: 'Sort', input: this.input, order: sortOrders(columns), isGlobal: false });
  }
  limit(count: number): DataFrame {
    return this.make({ type: 'Limit', input: this.input, limit: count });
  }
  offset(count: number): DataFrame {
    return this.make({ type: 'Offset', input: this.input, offset: count });
  }

  join(other: DataFrame, on?: string | readonly string[] | Column | readonly Column[], how: JoinHow = 'inner'): DataFrame {
    return this.make(joinPlan(this.input, planOf(other), on, how));
  }
  crossJoin(other: DataFrame): DataFrame {
    return this.make(joinPlan(this.input, planOf(other), undefined, 'cross'));
  }
  private setOperation(other: DataFrame, setOpType: 'union' | 'intersect' | 'except', isAll: boolean): DataFrame {
    return this.make({ type: 'SetOperation', left: this.input, right: planOf(other), setOpType, isAll });
  }
  union(other: DataFrame): DataFrame {
    return this.setOperation(other, 'union', true);
  }
  unionAll(other: DataFrame): DataFrame {
    return this.union(other);
  }
  unionByName(other: DataFrame, allowMissingColumns = false): DataFrame {
    const sides = { left: this.input, right: planOf(other) };
    return this.make({ type: 'SetOperation', ...sides, setOpType: 'union', isAll: true, byName: true, allowMissingColumns });
  }
  intersect(other: DataFrame): DataFrame {
    return this.setOperation(other, 'intersect', false);
  }
  intersectAll(other: DataFrame): DataFrame {
    return this.setOperation(other, 'intersect', true);
  }
  subtract(other: DataFrame): DataFrame {
    return this.setOperation(other, 'except', false);
  }
  exceptAll(other: DataFrame): DataFrame {
    return this.setOperation(other, 'except', true);
  }

  private grouped(groupType: 'groupby' | 'rollup' | 'cube', columns: Columns): GroupedData {
    const grouping = exprs(columns);
    const names = new Set(columns.flat().filter((c) => typeof c === 'string'));
    const numeric = (): string[] => this.analyzed().fields.filter((f) => NUMERIC_KINDS.includes(f.type.kind) && !names.has(f.name)).map((f) => f.name);
    return new GroupedDataImpl(this.input, grouping, groupType, this.make, numeric);
  }
  groupBy(...columns: Columns): GroupedData {
    return this.grouped('groupby', columns);
  }
  groupby(...columns: Columns): GroupedData {
    return this.groupBy(...columns);
  }
  rollup(...columns: Columns): GroupedData {
    return this.grouped('rollup', columns);
  }
  cube(...columns: Columns): GroupedData {
    return this.grouped('cube', columns);
  }
  agg(...aggregates: (Column | Readonly<Record<string, string>>)[]): DataFrame {
    const aggregateExpressions = aggregateExprs(aggregates);
    return this.make({ type: 'Aggregate', input: this.input, groupType: 'groupby', groupingExpressions: [], aggregateExpressions });
  }

  repartition(numPartitions: number | ColumnOrName, ...columns: ColumnOrName[]): DataFrame {
    return this.make(repartitionPlan(this.input, numPartitions, columns, false));
  }
  repartitionByRange(numPartitions: number | ColumnOrName, ...columns: ColumnOrName[]): DataFrame {
    return this.make(repartitionPlan(this.input, numPartitions, columns, true));
  }
  coalesce(numPartitions: number): DataFrame {
    return this.make({ type: 'Repartition', input: this.input, numPartitions, shuffle: false });
  }
  hint(name: string, ...parameters: (LiteralValue | Column)[]): DataFrame {
    const given = parameters.map((p) => (isColumn(p) ? exprOf(p) : litExpr(p)));
    return this.make({ type: 'Hint', input: this.input, name, parameters: given });
  }
  sample(first: boolean | number, second?: number, third?: number): DataFrame {
    const [withReplacement, fraction, seed] = typeof first === 'boolean' ? [first, second, third] : [false, first, second];
    if (typeof fraction !== 'number') throw notAColumn(fraction);
    const chosen = seed ?? this.client.seed();
    return this.make({ type: 'Sample', input: this.input, lowerBound: 0, upperBound: fraction, withReplacement, seed: String(chosen) });
  }
  sampleBy(column: ColumnOrName, fractions: ReadonlyMap<LiteralValue, number>, seed?: number): DataFrame {
    return this.stat.sampleBy(column, fractions, seed);
  }
  randomSplit(weights: readonly number[], seed?: number): DataFrame[] {
    const total = weights.reduce((a, b) => a + b, 0);
    const chosen = String(seed ?? this.client.seed());
    let lower = 0;
    return weights.map((w) => {
      const lowerBound = lower;
      lower += w / total;
      const bounds = { lowerBound, upperBound: lower, withReplacement: false, seed: chosen, deterministicOrder: true };
      return this.make({ type: 'Sample', input: this.input, ...bounds });
    });
  }
  unpivot(
    ids: ColumnOrName | readonly ColumnOrName[],
    values: ColumnOrName | readonly ColumnOrName[] | null,
    variableColumnName: string,
    valueColumnName: string,
  ): DataFrame {
    return this.make({
      type: 'Unpivot',
      input: this.input,
      ids: list<ColumnOrName>(ids).map((c) => columnExpr(c)),
      ...(values === null ? {} : { values: list<ColumnOrName>(values).map((c) => columnExpr(c)) }),
      variableColumnName,
      valueColumnName,
    });
  }
  melt(...args: Parameters<DataFrame['unpivot']>): DataFrame {
    return this.unpivot(...args);
  }
  fillna(value: LiteralValue | Readonly<Record<string, LiteralValue>>, subset?: Subset): DataFrame {
    return this.make(fillPlan(this.input, value, subset));
  }
  dropna(how: 'any' | 'all' = 'any', thresh?: number | null, subset?: Subset): DataFrame {
    return this.make(dropNullsPlan(this.input, how, thresh, subset));
  }
  replace(from: LiteralValue | readonly LiteralValue[], to: LiteralValue | readonly LiteralValue[], subset?: Subset): DataFrame {
    return this.make(replacePlan(this.input, from, to, subset));
  }
  crosstab(column1: string, column2: string): DataFrame {
    return this.stat.crosstab(column1, column2);
  }
  describe(...columns: string[]): DataFrame {
    const statistics = ['count', 'mean', 'stddev', 'min', 'max'];
    return this.make({ type: 'StatSummary', input: this.input, statistics, cols: subsetOf(columns) });
  }
  summary(...statistics: string[]): DataFrame {
    const all = ['count', 'mean', 'stddev', 'min', '25%', '50%', '75%', 'max'];
    return this.make({ type: 'StatSummary', input: this.input, statistics: statistics.length === 0 ? all : statistics, cols: [] });
  }
  withWatermark(eventTime: string, delayThreshold: string): DataFrame {
    return this.make({ type: 'WithWatermark', input: this.input, eventTime, delayThreshold });
  }
  to(schema: StructType): DataFrame {
    return this.make({ type: 'ToSchema', input: this.input, schema: typeJson(schema) });
  }
}
