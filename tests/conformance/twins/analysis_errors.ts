/** Cases of tests/oracle/cases/analysis_errors.py in TypeScript. */
import { functions as F, Window } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('analysis_errors', (spark) => {
  const df = spark.createDataFrame([[1, 'a', 10.0], [2, 'b', 20.0]], 'customer_id int, name string, revenue double');
  df.createOrReplaceTempView('t');
  return { df };
}, {
  unresolved_column: ({ df }) => df.select('revenu'),
  unresolved_column_in_filter: ({ df }) => df.filter(F.col('custmer_id').gt(1)),
  unresolved_column_in_group: ({ df }) => df.groupBy('region').count(),
  unresolved_column_in_aggregate: ({ df }) => df.groupBy('name').agg(F.sum('revenues')),
  unresolved_column_in_order: ({ df }) => df.orderBy('nope'),
  unresolved_qualified: ({ df }) => df.alias('x').select('y.name'),
  unresolved_sql: ({ spark }) => spark.sql('select nme from t'),
  column_of_other_frame: ({ spark, df }) => {
    const other = spark.createDataFrame([[1, 'z']], 'customer_id int, city string');
    return df.select(other.col('city'));
  },
  column_dropped_then_used: ({ df }) => df.drop('revenue').select('revenue'),
  dropped_column_in_where: ({ df }) => df.select('name').where(F.col('revenue').gt(15)),
  dropped_column_in_order: ({ df }) => df.select('name').orderBy(F.desc('revenue')),
  dropped_column_in_repartition: ({ df }) => df.select('name').repartition(3, 'customer_id'),
  dropped_column_in_repartition_by_range: ({ df }) => df.select('name').repartitionByRange(2, 'customer_id'),
  dropped_column_in_sort_within_partitions: ({ df }) => df.select('name').sortWithinPartitions('customer_id'),
  dropped_column_in_group: ({ df }) => df.select('name').groupBy('revenue').count(),
  dropped_column_after_distinct: ({ df }) => df.select('name').distinct().orderBy('revenue'),
  aggregated_column_in_order: ({ df }) => df.groupBy('name').agg(F.sum('revenue').alias('s')).orderBy('customer_id'),
  ambiguous_names: ({ df }) => {
    const two = df.select('customer_id', F.col('name').alias('customer_id'));
    return two.select('customer_id');
  },
  ambiguous_after_join: ({ spark, df }) => {
    const other = spark.createDataFrame([[1, 'z']], 'customer_id int, name string');
    return df.join(other, 'customer_id').select('name');
  },
  missing_group_by: ({ df }) => df.groupBy('name').agg(F.col('revenue')),
  missing_group_by_sql: ({ spark }) => spark.sql('select name, revenue, sum(revenue) from t group by name'),
  missing_group_by_without_group: ({ df }) => df.select('name', F.sum('revenue')),
  aggregate_in_where: ({ df }) => df.where(F.sum('revenue').gt(10)),
  aggregate_in_where_sql: ({ spark }) => spark.sql('select name from t where sum(revenue) > 10'),
  filter_not_boolean: ({ df }) => df.where(F.col('revenue')),
  filter_string_not_boolean: ({ df }) => df.where('name'),
  unknown_function_sql: ({ spark }) => spark.sql('select summ(revenue) from t'),
  unknown_function_expr: ({ df }) => df.select(F.expr('uper(name)')),
  wrong_argument_count: ({ spark }) => spark.sql('select substring(name) from t'),
  too_many_arguments: ({ spark }) => spark.sql('select upper(name, 1) from t'),
  wrong_argument_type: ({ df }) => df.select(F.explode('name')),
  sum_of_string_column: ({ df }) => df.agg(F.sum(F.array('name'))),
  add_boolean: ({ df }) => df.select(F.lit(true).plus(1)),
  and_with_number: ({ df }) => df.select(F.col('customer_id').and(true)),
  compare_int_with_array: ({ df }) => df.select(F.col('customer_id').eq(F.array(F.lit(1)))),
  case_branches_differ: ({ df }) => df.select(F.when(F.col('customer_id').gt(1), F.array(F.lit(1))).otherwise(2)),
  nested_generators: ({ df }) => df.select(F.explode(F.array(F.lit(1))), F.explode(F.array(F.lit(2)))),
  generator_in_where: ({ df }) => df.where(F.explode(F.array(F.lit(true)))),
  parse_error_sql: ({ spark }) => spark.sql('selec name from t'),
  parse_error_at_end: ({ spark }) => spark.sql('select name from'),
  parse_error_parenthesis: ({ spark }) => spark.sql('select (1 + 2 from t'),
  parse_error_expr: ({ df }) => df.select(F.expr('a +')),
  parse_error_filter: ({ df }) => df.where('revenue > > 3'),
  unclosed_string: ({ spark }) => spark.sql('select \'abc from t'),
  empty_sql: ({ spark }) => spark.sql(''),
  table_not_found: ({ spark }) => spark.sql('select * from nowhere'),
  table_function: ({ spark }) => spark.table('nowhere'),
  order_by_position_out_of_range: ({ spark }) => spark.sql('select name from t order by 3'),
  group_by_position_out_of_range: ({ spark }) => spark.sql('select name from t group by 3'),
  scalar_subquery_of_two_columns: ({ spark }) => spark.sql('select (select name, revenue from t) from t'),
  duplicate_column_in_with_columns: ({ df }) => df.withColumns({ a: F.lit(1), A: F.lit(2) }),
  star_in_expression: ({ df }) => df.select(F.col('*').plus(1)),
  union_different_columns_by_name: ({ df }) => df.unionByName(df.withColumnRenamed('name', 'title')),
  pivot_too_odd: ({ df }) => df.groupBy('name').pivot('nope').sum('revenue'),
  percent_out_of_range: ({ df }) => df.agg(F.percentile_approx('revenue', 1.5)),
  window_frame_type: ({ df }) => df.select(F.sum('revenue').over(Window.orderBy('name').rangeBetween(-1, 0))),
  interval_bad: ({ df }) => df.select(F.window(F.lit('2024-01-01').cast('timestamp'), '5 parsecs')),
  cast_struct_to_int: ({ df }) => df.select(F.struct('name').cast('int')),
  values_uneven: ({ spark }) => spark.sql('select * from values (1, 2), (3)'),
});
