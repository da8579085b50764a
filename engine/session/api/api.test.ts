/** The TypeScript API over the whole engine. */
import { describe, expect, it } from 'vitest';
import { createSparkSession, Engine, fixedEnvironment, functions as F, types as T, Window } from '../../index.ts';

let printed = '';
const engine = new Engine({ environment: fixedEnvironment(), cacheAnalysis: true });
const spark = createSparkSession(engine.client(undefined, { print: (text) => (printed += text) }));
const emp = spark.createDataFrame(
  [[1, 'Ada', 10, 300], [2, 'Bob', 10, 200.5], [3, 'Cid', 20, 200.5], [4, 'Dee', null, 100], [5, 'Eve', 30, null]],
  'id INT, name STRING, dept INT, pay DOUBLE',
);
const dept = spark.createDataFrame([{ id: 10, title: 'Eng' }, { id: 20, title: 'Ops' }]);
const plain = (df: { collect(): { toArray(): unknown[] }[] }): unknown[][] => df.collect().map((r) => r.toArray());

describe('DataFrames in TypeScript', () => {
  it('have columns and types', () => {
    expect(emp.dtypes).toEqual([['id', 'int'], ['name', 'string'], ['dept', 'int'], ['pay', 'double']]);
    expect(dept.dtypes).toEqual([['id', 'bigint'], ['title', 'string']]);
  });
  it('select, filter and sort', () => {
    const df = emp.filter(F.col('pay').gt(150)).select('name', F.col('pay').multiply(2).alias('twice')).orderBy(F.desc('twice'), 'name');
    expect(plain(df)).toEqual([['Ada', 600], ['Bob', 401], ['Cid', 401]]);
    expect(emp.where("name like '%e'").count()).toBe(2);
  });
  it('group, pivot and aggregate', () => {
    const df = emp.groupBy('dept').agg(F.count('*').alias('n'), F.avg('pay').alias('a')).orderBy('dept');
    expect(plain(df)).toEqual([[null, 1, 100], [10, 2, 250.25], [20, 1, 200.5], [30, 1, null]]);
    expect(plain(emp.groupBy('dept').count().filter('count > 1'))).toEqual([[10, 2]]);
    expect(plain(emp.groupBy().sum('id'))).toEqual([[15]]);
    expect(plain(emp.groupBy('dept').pivot('name', ['Ada', 'Bob']).max('pay').filter('dept = 10'))).toEqual([[10, 300, 200.5]]);
  });
  it('join', () => {
    expect(plain(emp.join(dept, emp.col('dept').eq(dept.col('id'))).select('name', 'title').orderBy('name'))).toEqual([['Ada', 'Eng'], ['Bob', 'Eng'], ['Cid', 'Ops']]);
    expect(emp.join(F.broadcast(dept), emp.col('dept').eq(dept.col('id')), 'left_anti').count()).toBe(2);
    expect(plain(emp.withColumnRenamed('id', 'emp').withColumnRenamed('dept', 'id').join(dept, 'id').select('emp', 'title').orderBy('emp')).length).toBe(3);
  });
  it('have windows', () => {
    const w = Window.partitionBy('dept').orderBy(F.desc('pay'));
    expect(plain(emp.withColumn('rn', F.row_number().over(w)).filter('rn = 1').select('id').orderBy('id'))).toEqual([[1], [3], [4], [5]]);
    const moving = Window.orderBy('id').rowsBetween(-1, Window.currentRow);
    expect(plain(emp.select('id', F.avg('pay').over(moving).alias('m')).orderBy('id'))[1]).toEqual([2, 250.25]);
  });
  it('run functions of their own, and SQL', () => {
    const shout = F.udf((s: string | null) => (s === null ? null : `${s}!`), 'string');
    expect(plain(emp.select(shout('name')).limit(1))).toEqual([['Ada!']]);
    spark.udf.register('twice', (x: number) => x * 2, 'int');
    emp.createOrReplaceTempView('emp');
    expect(plain(spark.sql('select twice(id) from emp where id = :x', { x: 2 }))).toEqual([[4]]);
    expect(plain(spark.sql('select sum(id) from emp where id > ?', [3]))).toEqual([[9]]);
    expect(spark.sql('show tables').count()).toBe(1);
  });
  it('have lambdas, structs, arrays and maps', () => {
    const df = spark.range(1).select(F.array(F.lit(1), F.lit(2)).alias('xs'), F.struct(F.lit('a').alias('k')).alias('s'), F.create_map(F.lit('k'), F.lit(1)).alias('m'));
    const [row] = df.select(F.transform('xs', (x) => x.plus(1)).alias('ys'), F.col('s').getField('k').alias('k'), F.col('m').getItem('k').alias('v')).collect();
    expect(row?.toArray()).toEqual([[2, 3], 'a', 1]);
  });
  it('read and write files', () => {
    emp.write.mode('overwrite').csv('/out');
    expect(spark.read.csv('/out').count()).toBe(5);
    emp.write.partitionBy('dept').parquet('/parts');
    expect(plain(spark.read.parquet('/parts').filter('dept = 10').select('name').orderBy('name'))).toEqual([['Ada'], ['Bob']]);
    emp.write.saveAsTable('stored');
    expect(spark.table('stored').count()).toBe(5);
  });
  it('print', () => {
    printed = '';
    emp.select('id', 'name').limit(1).show();
    emp.printSchema();
    expect(printed).toBe(
      '+---+----+\n| id|name|\n+---+----+\n|  1| Ada|\n+---+----+\n\nroot\n |-- id: integer (nullable = true)\n |-- name: string (nullable = true)\n |-- dept: integer (nullable = true)\n |-- pay: double (nullable = true)\n\n',
    );
  });
  it('take types', () => {
    const schema = T.StructType([T.StructField('t', T.TimestampType()), T.StructField('xs', T.ArrayType(T.LongType()))]);
    const [row] = spark.createDataFrame([[new Date('2024-01-01T00:00:00Z'), [1, 2]]], schema).collect();
    expect(row?.toArray()).toEqual([new Date('2024-01-01T00:00:00Z'), [1, 2]]);
  });
  it('raise Spark\'s errors', () => {
    expect(() => emp.select('nope')).toThrow('UNRESOLVED_COLUMN.WITH_SUGGESTION');
    expect(() => emp.filter(F.col('name'))).toThrow('DATATYPE_MISMATCH');
    expect(() => spark.table('nowhere')).toThrow('TABLE_OR_VIEW_NOT_FOUND');
  });
  it('clean nulls, describe, sample and unite', () => {
    expect(emp.dropna().count()).toBe(3);
    expect(plain(emp.fillna({ dept: 0 }).filter('dept = 0').select('id'))).toEqual([[4]]);
    expect(plain(emp.describe('id'))[0]).toEqual(['count', '5']);
    expect(emp.union(emp).distinct().count()).toBe(5);
    expect(emp.unionByName(emp.select('pay', 'dept', 'name', 'id')).count()).toBe(10);
    expect(emp.randomSplit([1, 1], 7).map((d) => d.count()).reduce((a, b) => a + b)).toBe(5);
  });
});
