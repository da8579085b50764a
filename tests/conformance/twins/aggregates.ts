/** Cases of tests/oracle/cases/aggregates.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('aggregates', (spark) => {
  const nums = spark.createDataFrame([['a', 1, 2.0], ['a', 2, 4.5], ['a', 2, 7.0], ['a', null, null], ['b', 5, 1.0], ['b', 9, -3.0], ['c', 4, 8.0], ['d', null, null]], 'g string, x int, y double');
  return { nums };
}, {
  stddev_variance: ({ nums }) => nums.groupBy('g').agg(F.stddev('y'), F.stddev_samp('y'), F.stddev_pop('y'), F.variance('y'), F.var_samp('y'), F.var_pop('y')),
  covariance_correlation: ({ nums }) => nums.groupBy('g').agg(F.corr('x', 'y'), F.covar_pop('x', 'y'), F.covar_samp('x', 'y')),
  skewness_kurtosis: ({ nums }) => nums.groupBy('g').agg(F.skewness('y'), F.kurtosis('y')),
  first_last: ({ nums }) => {
    const ordered = nums.coalesce(1).sortWithinPartitions('g', F.desc_nulls_first('x'));
    return ordered.groupBy('g').agg(F.first('x'), F.first('x', true).alias('f'), F.last('x'), F.last('x', true).alias('l')).orderBy('g');
  },
  collect: ({ nums }) => nums.coalesce(1).groupBy('g').agg(F.sort_array(F.collect_list('x')).alias('list'), F.sort_array(F.collect_set('x')).alias('set'), F.array_agg('x').alias('agg')).orderBy('g'),
  collect_structs: ({ nums }) => nums.where('g in (\'a\', \'c\')').groupBy('g').agg(F.sort_array(F.collect_list(F.struct('x', 'y')), false).alias('pairs')),
  percentiles: ({ nums }) => nums.groupBy('g').agg(F.percentile('y', 0.5).alias('p50'), F.percentile('y', [0.25, 0.75]).alias('quartiles'), F.median('x').alias('median')),
  percentile_approx: ({ nums }) => nums.groupBy('g').agg(F.percentile_approx('x', 0.5).alias('p50'), F.percentile_approx('y', [0.1, 0.9], 100).alias('ends'), F.approx_percentile('x', 1.0).alias('top')),
  percentile_sql: ({ spark, nums }) => {
    nums.createOrReplaceTempView('nums');
    return spark.sql('select g, percentile_cont(0.5) within group (order by y) c, percentile_disc(0.5) within group (order by y) d from nums group by g');
  },
  mode: ({ nums }) => nums.where('g = \'a\'').agg(F.mode('x'), F.mode('g')),
  approx_count_distinct: ({ spark }) => spark.range(1000).agg(F.approx_count_distinct('id'), F.approx_count_distinct(F.col('id').mod(10)), F.approx_count_distinct('id', 0.01)),
  booleans: ({ spark }) => {
    const df = spark.createDataFrame([['a', true], ['a', false], ['b', true], ['b', null], ['c', null]], 'g string, ok boolean');
    return df.groupBy('g').agg(F.bool_and('ok'), F.bool_or('ok'), F.every('ok'), F.some('ok'), F.count_if('ok'));
  },
  max_by_min_by: ({ nums }) => nums.groupBy('g').agg(F.max_by('x', 'y'), F.min_by('x', 'y')),
  any_value: ({ nums }) => nums.where('g = \'c\'').agg(F.any_value('x'), F.any_value('y', true)),
  sum_distinct: ({ nums }) => nums.groupBy('g').agg(F.sum_distinct('x'), F.sum(F.col('x').multiply(2)), F.expr('avg(distinct x)')),
  product: ({ nums }) => nums.groupBy('g').agg(F.product('x')),
  bit_aggregates: ({ nums }) => nums.groupBy('g').agg(F.bit_and('x'), F.bit_or('x'), F.bit_xor('x')),
  min_max_of_kinds: ({ spark }) => {
    const df = spark.createDataFrame([['b', new Date(Date.UTC(2024, 0, 2)), true, 1.5, [2, 1]], ['a', new Date(Date.UTC(2023, 0, 2)), false, Number.NaN, [1, 5]], [null, null, null, null, null]], 's string, d date, ok boolean, x double, xs array<int>');
    return df.agg(F.min('s'), F.max('s'), F.min('d'), F.max('d'), F.max('ok'), F.max('x'), F.min('x'), F.max('xs'), F.min(F.struct('s', 'd')));
  },
  sum_result_types: ({ spark }) => {
    const df = spark.createDataFrame([[1, 2, 3, 4, 1.5, 2.5]], 'a byte, b short, c int, d long, e float, f double');
    return df.agg(F.sum('a'), F.sum('b'), F.sum('c'), F.sum('d'), F.sum('e'), F.sum('f'), F.avg('a'), F.avg('e'));
  },
  sum_of_strings: ({ spark }) => {
    const df = spark.createDataFrame([['1'], ['2.5'], [null]], 's string');
    return df.agg(F.sum('s'), F.avg('s'), F.max('s'));
  },
  sum_overflow: ({ spark }) => {
    const df = spark.createDataFrame([[9223372036854775807n], [1]], 'v bigint');
    return df.agg(F.sum('v'));
  },
  try_sum: ({ spark }) => {
    const df = spark.createDataFrame([[9223372036854775807n], [1]], 'v bigint');
    return df.agg(F.try_sum('v'), F.try_avg('v'), F.max('v'));
  },
  listagg: ({ spark, nums }) => {
    nums.createOrReplaceTempView('nums');
    return spark.sql('select g, listagg(x, \'-\') within group (order by x desc) l from nums group by g order by g');
  },
  string_agg_function: ({ nums }) => nums.where('g = \'c\'').agg(F.listagg(F.col('x').cast('string'), ',')),
  histogram_numeric: ({ nums }) => nums.where('g = \'a\'').agg(F.histogram_numeric('x', F.lit(5))),
  regr: ({ nums }) => nums.where('g = \'a\'').agg(F.regr_count('y', 'x'), F.regr_slope('y', 'x'), F.regr_intercept('y', 'x'), F.regr_r2('y', 'x'), F.regr_avgx('y', 'x')),
  sum_of_boolean_is_refused: ({ nums }) => nums.agg(F.sum(F.col('x').gt(1))),
  aggregate_in_filter_function: ({ nums }) => nums.groupBy('g').agg(F.sum(F.when(F.col('x').gt(1), F.col('y')).otherwise(0)).alias('big'), F.count(F.when(F.col('x').gt(1), 1)).alias('n')),
  max_by_ties_and_nulls: ({ spark }) => {
    const df = spark.createDataFrame([[1, null], [2, null]], 'a int, b int');
    return df.agg(F.max_by('a', 'b'), F.min_by('a', 'b'), F.first('b'), F.corr('a', 'b'));
  },
});
