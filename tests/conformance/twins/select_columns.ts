/** Cases of tests/oracle/cases/select_columns.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('select_columns', (spark) => {
  const people = spark.createDataFrame([[1, 'Ada', 36, 'London'], [2, 'Bob', null, 'Paris'], [3, null, 51, 'London'], [4, 'Eve', 28, null]], 'id int, name string, age int, city string');
  return { people };
}, {
  select_strings_and_columns: ({ people }) => people.select('id', F.col('name'), people.col('age'), people.col('city'), F.col('age').plus(1).alias('next')),
  select_star_and_more: ({ people }) => people.select('*', F.lit(1).alias('one'), F.lit('x'), F.lit(null).alias('nothing')),
  select_star_of_struct: ({ people }) => {
    const df = people.select(F.struct('id', 'name').alias('p'), 'city');
    return df.select('p.*', 'p.name', 'city');
  },
  where_nulls: ({ people }) => people.where(F.col('age').gt(30).or(F.col('city').eq('Paris'))),
  filter_not_null_logic: ({ people }) => people.filter(F.col('age').gt(30).not()),
  filter_string: ({ people }) => people.filter('age between 28 and 40 or name is null'),
  with_column_replaces: ({ people }) => people.withColumn('age', F.col('age').multiply(2)).withColumn('old', F.col('age').gt(60)),
  with_columns: ({ people }) => people.withColumns({ age2: F.col('age').multiply(2), name: F.upper('name') }),
  with_column_case_insensitive: ({ people }) => people.withColumn('AGE', F.lit(0)),
  rename: ({ people }) => people.withColumnRenamed('name', 'full_name').withColumnsRenamed({ age: 'years', nope: 'x' }),
  to_df: ({ people }) => people.toDF('a', 'b', 'c', 'd'),
  drop: ({ people }) => people.drop('age', 'nope').drop(F.col('city')),
  cast_columns: ({ people }) => people.select(F.col('id').cast('string'), F.col('age').cast('double'), F.col('id').cast('boolean'), F.col('age').astype('decimal(5,1)')),
  isin_between_like: ({ people }) => people.select('id', F.col('id').isin(1, 3), F.col('id').isin([2]), F.col('age').between(28, 36), F.col('name').like('_v%'), F.col('name').rlike('^[AB]'), F.col('name').ilike('a%'), F.col('name').startswith('A'), F.col('name').endswith('e'), F.col('name').contains('o')),
  isin_with_null: ({ people }) => people.select('id', F.col('city').isin('Paris', null), F.col('city').isin('Paris').not(), F.col('id').isin()),
  null_tests: ({ people }) => people.select('id', F.col('age').isNull(), F.col('age').isNotNull(), F.col('age').eqNullSafe(null), F.col('city').eqNullSafe('London')),
  when_otherwise: ({ people }) => people.select('id', F.when(F.col('age').lt(30), 'young').when(F.col('age').lt(40), 'middle').otherwise('old').alias('band'), F.when(F.col('age').gt(30), 1).alias('flag')),
  arithmetic: ({ people }) => people.select('id', F.col('age').plus(1), F.lit(1).minus(F.col('age')), F.col('age').multiply(2.5), F.col('age').divide(2), F.col('age').mod(5), F.col('age').negate(), F.lit(100).divide(F.col('id'))),
  with_field_and_drop_fields: ({ spark }) => {
    const df = spark.createDataFrame([[1, [7, 'z']]], 'id int, p struct<u:int,v:string>');
    return df.select(F.col('p').withField('w', F.lit(1.5)), F.col('p').dropFields('v'), F.col('p').withField('u', F.col('p.u').plus(1)));
  },
  explode_in_select: ({ spark }) => {
    const df = spark.createDataFrame([[1, [10, 20]], [2, []], [3, null]], 'id int, xs array<int>');
    return df.select('id', F.explode('xs'));
  },
  explode_outer: ({ spark }) => {
    const df = spark.createDataFrame([[1, [10, 20]], [2, []], [3, null]], 'id int, xs array<int>');
    return df.select('id', F.explode_outer('xs').alias('x'));
  },
  posexplode: ({ spark }) => {
    const df = spark.createDataFrame([[1, ['a', 'b']], [2, []]], 'id int, xs array<string>');
    return df.select('id', F.posexplode('xs'));
  },
  explode_map: ({ spark }) => {
    const df = spark.createDataFrame([[1, new Map<unknown, unknown>([['a', 1]])], [2, null]], 'id int, m map<string,int>');
    return df.select('id', F.explode('m'));
  },
  select_expr: ({ people }) => people.selectExpr('id', 'upper(name) as NAME', 'age + 1', 'coalesce(age, 0) age0', 'case when age > 30 then \'y\' else \'n\' end', 'id as `the id`'),
  unpivot: ({ spark }) => {
    const df = spark.createDataFrame([[1, 10, 20], [2, null, 40]], 'id int, q1 int, q2 int');
    return df.unpivot('id', ['q1', 'q2'], 'quarter', 'amount');
  },
  melt_all_values: ({ spark }) => {
    const df = spark.createDataFrame([[1, 10, 20], [2, null, 40]], 'id int, q1 int, q2 int');
    return df.melt(['id'], null, 'var', 'val');
  },
  duplicate_names_after_select: ({ people }) => people.select('id', 'id', F.col('name').alias('id')),
});
