/** Cases of tests/oracle/cases/group_by.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('group_by', (spark) => {
  const sales = spark.createDataFrame([['n', 'a', 10, 1.5], ['n', 'a', 20, null], ['n', 'b', null, 2.5], ['s', 'a', 40, 3.5], ['s', null, 50, 4.5], [null, 'a', 60, Number.NaN], [null, null, null, null]], 'region string, product string, qty int, price double');
  return { sales };
}, {
  count: ({ sales }) => sales.groupBy('region').count(),
  count_variants: ({ sales }) => sales.groupBy('region').agg(F.count('*').alias('rows'), F.count('qty').alias('qty'), F.countDistinct('product').alias('products'), F.count_distinct('product', 'qty').alias('pairs')),
  sum_avg_min_max: ({ sales }) => sales.groupBy('region').agg(F.sum('qty'), F.avg('qty'), F.mean('price'), F.min('price'), F.max('price'), F.min('product')),
  shorthand_methods: ({ sales }) => sales.groupBy('product').sum('qty', 'price'),
  shorthand_all_numeric: ({ sales }) => sales.groupBy('product').max(),
  avg_shorthand: ({ sales }) => sales.groupBy('region').avg('qty'),
  two_keys: ({ sales }) => sales.groupBy('region', 'product').agg(F.sum('qty').alias('qty')),
  global_aggregate: ({ sales }) => sales.agg(F.count('*'), F.sum('qty'), F.avg('price'), F.max('region')),
  global_aggregate_of_empty: ({ sales }) => sales.where('false').agg(F.count('*'), F.sum('qty'), F.avg('price'), F.collect_list('qty'), F.max('qty')),
  grouped_aggregate_of_empty: ({ sales }) => sales.where('false').groupBy('region').agg(F.count('*'), F.sum('qty')),
  expression_of_aggregates: ({ sales }) => sales.groupBy('region').agg(F.sum('qty').divide(F.count('*')).alias('mean'), F.max('qty').minus(F.min('qty')).alias('spread'), F.round(F.avg('price'), 1).alias('price')),
  key_inside_aggregate_expression: ({ sales }) => sales.groupBy('region').agg(F.concat(F.col('region'), F.count('*').cast('string')).alias('label')),
  group_by_expression: ({ sales }) => sales.groupBy(F.col('qty').gt(30).alias('big')).agg(F.count('*').alias('n')),
  double_keys: ({ spark }) => {
    const df = spark.createDataFrame([[0.0, 1], [-0.0, 2], [Number.NaN, 3], [Number.NaN, 4], [null, 5]], 'k double, v int');
    return df.groupBy('k').agg(F.sum('v'));
  },
  array_and_struct_keys: ({ spark }) => {
    const df = spark.createDataFrame([[[1, 2], [1, 'a'], 1], [[1, 2], [1, 'a'], 2], [[2, 1], [1, null], 3], [null, null, 4]], 'xs array<int>, p struct<i:int,s:string>, v int');
    return df.groupBy('xs', 'p').agg(F.sum('v'));
  },
  map_key: ({ spark }) => {
    const df = spark.createDataFrame([[new Map<unknown, unknown>([['a', 1]]), 1]], 'm map<string,int>, v int');
    return df.groupBy('m').count();
  },
  having_by_filter: ({ sales }) => sales.groupBy('region').agg(F.sum('qty').alias('qty')).where(F.col('qty').gt(50)),
  filtered_aggregate_sql: ({ spark, sales }) => {
    sales.createOrReplaceTempView('sales');
    return spark.sql('select region, sum(qty) filter (where product = \'a\') as a, count(*) filter (where price is null) as missing from sales group by region');
  },
  distinct_and_plain_together: ({ sales }) => sales.groupBy('region').agg(F.countDistinct('product').alias('d'), F.sum('qty').alias('s'), F.sum_distinct('qty').alias('sd')),
  two_distincts: ({ sales }) => sales.agg(F.countDistinct('region'), F.countDistinct('product'), F.count('*')),
  dict_agg: ({ sales }) => sales.groupBy('region').agg({ qty: 'sum', '*': 'count' }),
  group_by_nothing: ({ sales }) => sales.groupBy().count(),
  aggregate_of_aggregate_is_refused: ({ sales }) => sales.agg(F.max(F.sum('qty'))),
  rollup: ({ sales }) => sales.where('region is not null and product is not null').rollup('region', 'product').agg(F.sum('qty').alias('qty'), F.grouping_id().alias('gid')),
  cube: ({ sales }) => sales.where('region is not null and product is not null').cube('region', 'product').agg(F.count('*').alias('n'), F.grouping('region').alias('gr'), F.grouping('product').alias('gp')),
  grouping_sets_sql: ({ spark, sales }) => {
    sales.createOrReplaceTempView('sales');
    return spark.sql('select region, product, sum(qty) q from sales group by grouping sets ((region), (product), ())');
  },
  pivot: ({ sales }) => sales.where('region is not null').groupBy('region').pivot('product').sum('qty'),
  pivot_with_values: ({ sales }) => sales.groupBy('region').pivot('product', ['a', 'b', 'zz']).agg(F.sum('qty')),
  pivot_two_aggregates: ({ sales }) => sales.groupBy('region').pivot('product', ['a', 'b']).agg(F.sum('qty').alias('q'), F.avg('price').alias('p')),
  pivot_sql: ({ spark, sales }) => {
    sales.createOrReplaceTempView('sales');
    return spark.sql('select * from (select region, product, qty from sales) pivot (sum(qty) for product in (\'a\' as apples, \'b\'))');
  },
});
