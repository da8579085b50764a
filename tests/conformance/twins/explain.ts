/** Cases of tests/oracle/cases/explain.py in TypeScript. */
import { functions as F, Window } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('explain', (spark) => {
  const orders = spark.createDataFrame([[1, 10, 100, 5.0], [2, 11, 101, 7.0], [3, 10, 100, 9.0], [4, null, 102, 1.0]], 'order_id int, customer_id int, product_id int, amount double');
  const customers = spark.createDataFrame([[10, 'Ada'], [11, 'Bob']], 'customer_id int, customer_name string');
  const products = spark.createDataFrame([[100, 'pen'], [101, 'cup'], [102, 'hat']], 'product_id int, product_name string');
  return { customers, orders, products };
}, {
  scan: ({ orders }) => orders,
  project_filter: ({ orders }) => orders.where(F.col('amount').gt(5)).select('order_id', F.col('amount').multiply(2).alias('twice')),
  filters_combine: ({ orders }) => orders.where('amount > 1').where('customer_id = 10').select('order_id'),
  filter_below_project: ({ orders }) => orders.select('order_id', F.col('amount').plus(1).alias('a')).where('a > 6'),
  constant_folding: ({ orders }) => orders.select('order_id', F.lit(1).plus(2).alias('three')).where(F.lit(2).gt(1)),
  always_false: ({ orders }) => orders.where('1 = 2'),
  broadcast_by_hint: ({ customers, orders }) => orders.join(F.broadcast(customers), 'customer_id'),
  broadcast_left_join_by_hint: ({ customers, orders }) => orders.join(F.broadcast(customers), 'customer_id', 'left'),
  two_broadcasts_then_repartition: ({ customers, orders, products }) => {
    const joined = orders.join(F.broadcast(customers), 'customer_id').join(F.broadcast(products), 'product_id');
    return joined.select('order_id', 'customer_name', 'product_name', 'amount').repartition(200, 'customer_id');
  },
  broadcast_of_the_wrong_side: ({ customers, orders }) => F.broadcast(orders).join(customers, 'customer_id', 'left'),
  size_of_local_rows_is_unknown: ({ customers, orders }) => orders.join(customers, 'customer_id'),
  broadcast_by_size: ({ spark }) => spark.range(1000).join(spark.range(10), 'id'),
  broadcast_by_size_of_filtered_range: ({ spark }) => {
    const big = spark.range(10000000);
    return big.where('id < 3').join(spark.range(5).withColumn('v', F.col('id').multiply(2)), 'id', 'left');
  },
  sort_merge: ({ customers, orders }) => orders.join(customers, 'customer_id'),
  sort_merge_full: ({ customers, orders }) => orders.join(customers, 'customer_id', 'full'),
  sort_merge_by_hint: ({ spark }) => spark.range(100).join(spark.range(10).hint('merge'), 'id'),
  shuffled_hash_by_hint: ({ customers, orders }) => orders.join(customers.hint('shuffle_hash'), 'customer_id'),
  shuffled_hash_left: ({ customers, orders }) => orders.join(customers.hint('shuffle_hash'), 'customer_id', 'left'),
  semi_and_anti: ({ customers, orders, products }) => orders.join(customers, 'customer_id', 'left_semi').join(products, 'product_id', 'left_anti'),
  nested_loop: ({ spark }) => spark.range(4).alias('a').join(spark.range(3).alias('b'), F.col('a.id').lt(F.col('b.id'))),
  cartesian: ({ customers, products }) => customers.crossJoin(products),
  join_with_condition_and_filter: ({ customers, orders }) => orders.join(customers, orders.col('customer_id').eq(customers.col('customer_id')).and(orders.col('amount').gt(5))).where('customer_name <> \'Bob\''),
  join_reuses_partitioning: ({ customers, orders }) => orders.join(customers, 'customer_id').groupBy('customer_id').agg(F.sum('amount').alias('total')),
  pre_partitioned_join: ({ customers, orders }) => orders.repartition(8, 'customer_id').join(customers.repartition(8, 'customer_id'), 'customer_id'),
  aggregate: ({ orders }) => orders.groupBy('customer_id').agg(F.sum('amount').alias('total'), F.count('*').alias('n')),
  aggregate_global: ({ orders }) => orders.agg(F.max('amount')),
  aggregate_distinct: ({ orders }) => orders.groupBy('customer_id').agg(F.countDistinct('product_id').alias('products')),
  aggregate_distinct_and_plain: ({ orders }) => orders.groupBy('customer_id').agg(F.countDistinct('product_id').alias('products'), F.sum('amount').alias('total')),
  aggregate_of_strings_sorts: ({ orders }) => orders.groupBy('customer_id').agg(F.max(F.col('product_id').cast('string')).alias('p')),
  aggregate_collect_is_object_hash: ({ orders }) => orders.groupBy('customer_id').agg(F.sort_array(F.collect_list('amount')).alias('amounts')),
  distinct: ({ orders }) => orders.select('customer_id').distinct(),
  drop_duplicates: ({ orders }) => orders.select('customer_id', 'product_id').dropDuplicates(['customer_id', 'product_id']),
  sort: ({ orders }) => orders.orderBy(F.desc('amount')),
  top_n: ({ orders }) => orders.groupBy('customer_id').agg(F.sum('amount').alias('total')).orderBy(F.desc('total')).limit(2),
  limit: ({ orders }) => orders.coalesce(1).limit(2),
  limit_with_offset: ({ orders }) => orders.orderBy('order_id').offset(1).limit(2),
  window: ({ orders }) => orders.withColumn('rn', F.row_number().over(Window.partitionBy('customer_id').orderBy('amount'))),
  window_without_partition: ({ orders }) => orders.select('order_id', F.avg('amount').over(Window.orderBy('order_id').rowsBetween(-6, 0)).alias('m')).orderBy('order_id'),
  window_group_limit: ({ orders }) => {
    const w = Window.partitionBy('customer_id').orderBy(F.desc('amount'));
    return orders.withColumn('rn', F.row_number().over(w)).where('rn = 1').drop('rn');
  },
  window_group_limit_rank: ({ orders }) => {
    const w = Window.partitionBy('customer_id').orderBy('amount');
    return orders.withColumn('rk', F.rank().over(w)).where(F.col('rk').le(2));
  },
  two_windows: ({ orders }) => {
    const a = Window.partitionBy('customer_id').orderBy('amount');
    const b = Window.partitionBy('product_id');
    return orders.select('order_id', F.sum('amount').over(a).alias('x'), F.sum('amount').over(b).alias('y'));
  },
  window_partition_reused: ({ orders }) => {
    const w = Window.partitionBy('customer_id');
    return orders.groupBy('customer_id').agg(F.sum('amount').alias('t')).withColumn('n', F.count('*').over(w));
  },
  union: ({ orders, products }) => orders.select('order_id').union(products.select('product_id')),
  intersect_and_except: ({ customers, orders }) => orders.select('customer_id').intersect(customers.select('customer_id')).exceptAll(customers.where('customer_id = 11').select('customer_id')),
  repartition_number: ({ orders }) => orders.repartition(5),
  repartition_by_column: ({ orders }) => orders.repartition('customer_id'),
  repartition_by_range: ({ orders }) => orders.repartitionByRange(3, 'amount'),
  coalesce: ({ orders }) => orders.coalesce(1),
  repartition_then_coalesce: ({ orders }) => orders.repartition(10).coalesce(2),
  sort_within_partitions: ({ orders }) => orders.repartition(2, 'customer_id').sortWithinPartitions('amount'),
  range: ({ spark }) => spark.range(0, 10, 2, 4).where('id > 3'),
  explode: ({ orders }) => orders.select('order_id', F.explode(F.array('amount', F.lit(0.0))).alias('v')),
  pivot: ({ orders }) => orders.groupBy('customer_id').pivot('product_id', [100, 101]).sum('amount'),
  rollup: ({ orders }) => orders.rollup('customer_id', 'product_id').agg(F.sum('amount').alias('t')),
  csv_scan_pushdown: ({ spark, data_dir }) => spark.read.csv(`${data_dir}/data.csv`, { header: true, schema: 'id int, name string, v int' }).where('id > 1 and name is not null').select('v'),
  csv_join_by_size: ({ spark, data_dir, orders }) => orders.join(spark.read.csv(`${data_dir}/data.csv`, { header: true, schema: 'order_id int, name string' }), 'order_id'),
  scalar_subquery: ({ spark, orders }) => {
    orders.createOrReplaceTempView('orders');
    return spark.sql('select order_id from orders where amount > (select avg(amount) from orders)');
  },
  column_pruning_through_join: ({ orders, products }) => orders.join(products, 'product_id').select('product_name').distinct(),
  adaptive_off: ({ orders }) => orders.groupBy('customer_id').count(),
  cached: ({ orders }) => orders.where('amount > 5').cache().select('order_id'),
});
