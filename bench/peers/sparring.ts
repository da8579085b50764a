/** This engine, asked through the DataFrame API that TypeScript solutions use; results as they leave the engine. */
import { createSparkSession, dataFrameOf, Engine, functions as F, planOf, valueAt, Window } from '../../engine/index.ts';
import type { Batch, DataFrame, DataType, Relation, StructType, Vector } from '../../engine/index.ts';
import type { Column, Dataset, Table } from '../data.ts';
import type { Peer, Result, ResultColumn, WorkloadId } from '../workloads.ts';

const TYPES: Readonly<Record<Column['kind'], DataType>> = {
  int: { kind: 'integer' },
  date: { kind: 'date' },
  double: { kind: 'double' },
  long: { kind: 'long' },
  timestamp: { kind: 'timestamp' },
  string: { kind: 'string' },
};

function vectorOf(c: Column, length: number): Vector {
  const type = TYPES[c.kind];
  const shared = { type, length, validity: null };
  switch (c.kind) {
    case 'int':
    case 'date':
      return { ...shared, layout: 'int', data: c.data } as Vector;
    case 'double':
      return { ...shared, layout: 'double', data: c.data } as Vector;
    case 'long':
    case 'timestamp':
      return { ...shared, layout: 'long', data: c.data } as Vector;
    case 'string':
      return { ...shared, layout: 'string', codes: c.codes, dictionary: c.dictionary, distinct: true } as Vector;
  }
}

function localTable(t: Table): { schema: StructType; batch: Batch } {
  const names = Object.keys(t.columns);
  return {
    schema: { kind: 'struct', fields: names.map((name) => ({ name, type: TYPES[(t.columns[name] as Column).kind], nullable: true })) },
    batch: { length: t.rows, columns: names.map((name) => vectorOf(t.columns[name] as Column, t.rows)) },
  };
}

function column(v: Vector): ResultColumn {
  switch (v.layout) {
    case 'int':
    case 'double':
    case 'long':
      return { kind: 'number', data: v.data };
    case 'string': {
      // Asked for here, so that what the engine puts off until then is done before the clock stops.
      const { codes, dictionary } = v;
      return { kind: 'text', at: (i) => dictionary[codes[i] as number] as string };
    }
    case 'struct': {
      // The window: its start in seconds.
      const start = v.children[0] as Vector;
      return { kind: 'number', data: Float64Array.from({ length: v.length }, (_, i) => Number(valueAt(start, i)) / 1_000_000) };
    }
    default:
      throw new Error(`no workload gives a column of layout ${v.layout}`);
  }
}

/** `partitions`: shuffle partitions; the page's default of 200, or another for comparison. */
export function sparring(data: Dataset, shufflePartitions = 200): Peer {
  const engine = new Engine({
    environment: { now: () => Date.now() * 1000, elapsed: () => performance.now(), seed: () => 1 },
    conf: { 'spark.sql.shuffle.partitions': String(shufflePartitions) },
  });
  const client = engine.client();
  createSparkSession(client);
  const t = Object.fromEntries(
    Object.entries(data.tables).map(([name, table]) => {
      engine.registerBatch(name, localTable(table));
      return [name, dataFrameOf(client, { type: 'CachedLocalRelation', hash: name })];
    }),
  ) as Record<keyof Dataset['tables'], DataFrame>;
  const week = (w: ReturnType<typeof Window.orderBy>) => w.rowsBetween(-6, 0);
  const eventSchema = 'user_id STRING, action STRING, timestamp BIGINT';
  const queries: Readonly<Record<WorkloadId, () => DataFrame>> = {
    'top-customers': () => t.sales.groupBy('customer_id').agg(F.sum('revenue').alias('total')).orderBy(F.desc('total')).limit(10),
    deduplicate: () =>
      t.versions
        .withColumn('n', F.row_number().over(Window.partitionBy('customer_id').orderBy(F.desc('updated_at'))))
        .filter(F.col('n').eq(1))
        .drop('n'),
    'moving-average': () => t.prices.withColumn('average', F.avg('price').over(week(Window.orderBy('date')))).orderBy('date'),
    'moving-average-by-symbol': () => t.quotes.withColumn('average', F.avg('price').over(week(Window.partitionBy('symbol').orderBy('date')))),
    'join-optimisation': () =>
      t.orders
        .join(F.broadcast(t.customers), 'customer_id')
        .join(F.broadcast(t.products), 'product_id')
        .select('order_id', 'customer_name', 'product_name', 'amount'),
    'large-join': () => t.left.join(t.right, 'k').select('k', 'a', 'b'),
    'streaming-window': () =>
      t.events
        .select(F.from_json('value', eventSchema).alias('e'))
        .select(F.col('e.timestamp').cast('timestamp').alias('ts'), F.col('e.action').alias('action'))
        .groupBy(F.window('ts', '5 minutes'), 'action')
        .agg(F.count('*').alias('n')),
  };
  return {
    name: 'Sparring',
    version: 'this engine',
    run: (id): Result => {
      const { batch } = engine.run(planOf(queries[id]()) as Relation);
      return { rows: batch.length, columns: batch.columns.map(column) };
    },
  };
}
