/** Cases of tests/oracle/cases/windows.py in TypeScript. */
import { functions as F, Window } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('windows', (spark) => {
  const t = spark.createDataFrame([[1, 'a', 10, 1.0], [2, 'a', 20, 2.0], [3, 'a', 20, null], [4, 'a', null, 4.0], [5, 'b', 5, 5.0], [6, 'b', 5, 6.0], [7, null, 7, 7.0], [8, null, 8, null]], 'id int, g string, v int, x double');
  const by_v = Window.partitionBy('g').orderBy('v');
  const by_id = Window.partitionBy('g').orderBy('id');
  return { by_id, by_v, t };
}, {
  rankings: ({ by_v, t }) => t.select('id', F.rank().over(by_v), F.dense_rank().over(by_v), F.percent_rank().over(by_v), F.cume_dist().over(by_v)).orderBy('id'),
  row_number_and_ntile: ({ by_id, t }) => t.select('id', F.row_number().over(by_id).alias('rn'), F.ntile(2).over(by_id).alias('n2'), F.ntile(3).over(Window.orderBy('id')).alias('n3')).orderBy('id'),
  rankings_descending: ({ t }) => {
    const w = Window.partitionBy('g').orderBy(F.desc('v'));
    return t.select('id', F.rank().over(w).alias('r'), F.dense_rank().over(w).alias('d')).orderBy('id');
  },
  rankings_nulls_last: ({ t }) => {
    const w = Window.orderBy(F.col('v').asc_nulls_last());
    return t.select('id', F.rank().over(w).alias('r'), F.percent_rank().over(w).alias('p')).orderBy('id');
  },
  lag_lead: ({ by_id, t }) => t.select('id', F.lag('v').over(by_id).alias('lag'), F.lag('v', 2).over(by_id).alias('lag2'), F.lag('v', 1, -1).over(by_id).alias('lagd'), F.lead('x').over(by_id).alias('lead'), F.lead('x', 1, 0.0).over(by_id).alias('leadd'), F.lag('v', -1).over(by_id).alias('neg')).orderBy('id'),
  lag_ignore_nulls: ({ by_id, t }) => t.select('id', F.lag('v', 1).over(by_id).alias('plain'), F.expr('lag(v, 1) ignore nulls over (partition by g order by id)').alias('skip')).orderBy('id'),
  first_last_nth: ({ by_id, t }) => t.select('id', F.first('x').over(by_id).alias('f'), F.last('x').over(by_id).alias('l'), F.last('x', true).over(by_id).alias('lnn'), F.first('x', true).over(by_id).alias('fnn'), F.nth_value('v', 2).over(by_id).alias('n2'), F.nth_value('x', 2, true).over(by_id).alias('n2nn')).orderBy('id'),
  whole_partition: ({ t }) => {
    const w = Window.partitionBy('g');
    return t.select('id', F.sum('v').over(w), F.count('*').over(w), F.count('v').over(w), F.avg('x').over(w), F.max('v').over(w)).orderBy('id');
  },
  running_default_frame_has_ties: ({ by_id, by_v, t }) => t.select('id', F.sum('id').over(by_v).alias('s'), F.count('*').over(by_v).alias('n'), F.collect_list('v').over(by_id).alias('vs')).orderBy('id'),
  rows_unbounded_preceding: ({ by_id, t }) => {
    const w = by_id.rowsBetween(Window.unboundedPreceding, Window.currentRow);
    return t.select('id', F.sum('v').over(w).alias('s'), F.avg('x').over(w).alias('a'), F.min('v').over(w).alias('lo'), F.max('v').over(w).alias('hi')).orderBy('id');
  },
  rows_sliding: ({ by_id, t }) => {
    const w = by_id.rowsBetween(-1, 1);
    return t.select('id', F.sum('v').over(w).alias('s'), F.avg('x').over(w).alias('a'), F.count('x').over(w).alias('n'), F.max('x').over(w).alias('hi'), F.collect_list('id').over(w).alias('ids')).orderBy('id');
  },
  rows_ahead_only: ({ t }) => {
    const w = Window.orderBy('id').rowsBetween(1, 3);
    return t.select('id', F.sum('v').over(w).alias('s'), F.count('*').over(w).alias('n'), F.first('id').over(w).alias('f')).orderBy('id');
  },
  rows_behind_only: ({ t }) => {
    const w = Window.orderBy('id').rowsBetween(-3, -2);
    return t.select('id', F.sum('v').over(w).alias('s'), F.min('x').over(w).alias('lo'), F.last('id').over(w).alias('l')).orderBy('id');
  },
  rows_to_the_end: ({ by_id, t }) => {
    const w = by_id.rowsBetween(Window.currentRow, Window.unboundedFollowing);
    return t.select('id', F.sum('v').over(w).alias('s'), F.first('x').over(w).alias('f'), F.max('x').over(w).alias('hi')).orderBy('id');
  },
  moving_average_seven: ({ spark }) => {
    const days = spark.createDataFrame(Array.from({ length: 13 - 1 }, (_, i) => i + 1).map((d) => [`2024-01-${String(d).padStart(2, '0')}`, ([3, 9].includes(d) ? null : (d * d))]), 'date string, price double');
    return days.withColumn('moving_avg', F.avg('price').over(Window.orderBy('date').rowsBetween(-6, 0))).orderBy('date');
  },
  range_numeric: ({ t }) => {
    const w = Window.orderBy('v').rangeBetween(-5, 5);
    return t.select('id', 'v', F.sum('id').over(w).alias('s'), F.count('*').over(w).alias('n')).orderBy('id');
  },
  range_descending: ({ t }) => {
    const w = Window.partitionBy('g').orderBy(F.desc('v')).rangeBetween(-10, 0);
    return t.select('id', F.sum('id').over(w).alias('s')).orderBy('id');
  },
  range_current_row: ({ by_v, t }) => {
    const w = by_v.rangeBetween(Window.currentRow, Window.currentRow);
    return t.select('id', F.count('*').over(w).alias('ties')).orderBy('id');
  },
  range_unbounded_following: ({ by_v, t }) => {
    const w = by_v.rangeBetween(0, Window.unboundedFollowing);
    return t.select('id', F.sum('v').over(w).alias('s')).orderBy('id');
  },
  range_on_double: ({ spark, t }) => {
    t.createOrReplaceTempView('t');
    return spark.sql('select id, count(*) over (order by x range between 1.5D preceding and 0.5D following) n from t order by id');
  },
  range_on_dates: ({ spark }) => {
    const d = spark.createDataFrame([[1, '2024-01-01'], [2, '2024-01-03'], [3, '2024-01-04'], [4, '2024-01-10'], [5, null]], 'id int, d string').withColumn('d', F.to_date('d'));
    d.createOrReplaceTempView('d');
    return spark.sql('select id, count(*) over (order by d range between interval 3 days preceding and current row) n, sum(id) over (order by d range between 2 preceding and 1 following) s from d order by id');
  },
  range_on_timestamps: ({ spark }) => {
    const d = spark.createDataFrame([[1, '2024-01-01 10:00:00'], [2, '2024-01-01 10:20:00'], [3, '2024-01-01 10:50:00'], [4, '2024-01-01 12:00:00']], 'id int, t string').withColumn('t', F.to_timestamp('t'));
    d.createOrReplaceTempView('d');
    return spark.sql('select id, sum(id) over (order by t range between interval 30 minutes preceding and current row) s from d order by id');
  },
  range_on_seconds: ({ spark }) => {
    const d = spark.createDataFrame([[1, '2024-01-01 10:00:00'], [2, '2024-01-01 10:20:00'], [3, '2024-01-01 10:50:00']], 'id int, t string').withColumn('t', F.to_timestamp('t'));
    const w = Window.orderBy(F.col('t').cast('long')).rangeBetween(-1200, 0);
    return d.select('id', F.count('*').over(w).alias('n')).orderBy('id');
  },
  deduplicate_keeps_latest: ({ spark }) => {
    const df = spark.createDataFrame([[1, 'a', 10], [1, 'b', 20], [2, 'c', null], [2, 'd', 5], [3, 'e', null]], 'customer_id int, name string, updated_at int');
    const w = Window.partitionBy('customer_id').orderBy(F.desc('updated_at'));
    return df.withColumn('row_num', F.row_number().over(w)).filter(F.col('row_num').eq(1)).drop('row_num');
  },
  top_two_for_each_group: ({ t }) => {
    const w = Window.partitionBy('g').orderBy(F.desc('v'), 'id');
    return t.withColumn('rk', F.rank().over(w)).where('rk <= 2');
  },
  window_in_expression: ({ t }) => t.select('id', F.col('v').minus(F.avg('v').over(Window.partitionBy('g'))).alias('delta'), F.lit(100).multiply(F.col('v')).divide(F.sum('v').over(Window.partitionBy())).alias('share')).orderBy('id'),
  window_over_aggregate: ({ t }) => t.groupBy('g').agg(F.sum('v').alias('s')).withColumn('rank', F.rank().over(Window.orderBy(F.desc('s')))).orderBy('rank'),
  stddev_over_window: ({ by_id, t }) => {
    const w = by_id.rowsBetween(-2, 0);
    return t.select('id', F.stddev('v').over(w).alias('sd'), F.collect_set('v').over(w.partitionBy('id')).alias('set'), F.approx_count_distinct('v').over(by_id).alias('acd')).orderBy('id');
  },
  named_window_sql: ({ spark, t }) => {
    t.createOrReplaceTempView('t');
    return spark.sql('select id, sum(v) over w s, row_number() over w n, sum(v) over (partition by g) p from t window w as (partition by g order by id) order by id');
  },
  row_number_without_order: ({ t }) => t.select(F.row_number().over(Window.partitionBy('g'))),
  lag_needs_order: ({ t }) => t.select(F.lag('v').over(Window.partitionBy('g'))),
  range_needs_one_order: ({ t }) => t.select(F.sum('v').over(Window.orderBy('id', 'v').rangeBetween(-1, 1))),
  range_on_string_is_refused: ({ t }) => t.select(F.sum('v').over(Window.orderBy('g').rangeBetween(-1, 1))),
  frame_is_upside_down: ({ t }) => t.select(F.sum('v').over(Window.orderBy('id').rowsBetween(1, -1))),
  frame_on_row_number_is_refused: ({ t }) => t.select(F.row_number().over(Window.orderBy('id').rowsBetween(-1, 1))),
  window_in_where_is_refused: ({ by_id, t }) => t.where(F.row_number().over(by_id).eq(1)),
  distinct_in_window_is_refused: ({ t }) => t.select(F.countDistinct('v').over(Window.partitionBy('g'))),
  window_function_without_over: ({ t }) => t.select(F.row_number()),
  qualify: ({ spark, t }) => {
    t.createOrReplaceTempView('t');
    return spark.sql('select id, g, v from t qualify row_number() over (partition by g order by v desc, id) = 1 order by id');
  },
});
