/** Cases of tests/oracle/cases/partitions.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('partitions', (spark) => {
  const df = spark.range(0, 20).withColumn('g', F.col('id').mod(3));
  return { df };
}, {
  partition_id_of_range: ({ spark }) => spark.range(0, 10, 1, 3).select('id', F.spark_partition_id().alias('p')),
  partition_id_after_hash: ({ df }) => df.repartition(4, 'g').select('g', F.spark_partition_id().alias('p')).distinct(),
  partition_of_strings: ({ spark }) => {
    const s = spark.createDataFrame([['a'], ['b'], ['hello'], [null], ['é']], 's string');
    return s.repartition(7, 's').select('s', F.spark_partition_id().alias('p'));
  },
  partition_of_two_keys: ({ spark }) => {
    const two = spark.createDataFrame([[1, 'a'], [2, 'b'], [null, 'c'], [4, null]], 'n bigint, s string');
    return two.repartition(5, 'n', 's').select('n', 's', F.spark_partition_id().alias('p'));
  },
  partition_of_local_rows: ({ spark }) => {
    const rows = spark.createDataFrame(Array.from({ length: 7 - 0 }, (_, i) => i + 0).map((i) => [i]), 'i int');
    return rows.select('i', F.spark_partition_id().alias('p'));
  },
  monotonic_id: ({ spark }) => spark.range(0, 6, 1, 2).select('id', F.monotonically_increasing_id().alias('m')),
  repartition_by_range: ({ df }) => df.repartitionByRange(3, 'id').select('id', F.spark_partition_id().alias('p')),
  repartition_round_robin_keeps_rows: ({ df }) => df.repartition(6).agg(F.count('*'), F.sum('id')),
  rand_with_seed: ({ spark }) => spark.range(0, 6, 1, 2).select('id', F.rand(42).alias('u')),
  randn_with_seed: ({ spark }) => spark.range(0, 4, 1, 2).select('id', F.randn(7).alias('z')),
  sample_with_replacement: ({ spark }) => spark.range(0, 20, 1, 2).sample(true, 0.5, 3),
  limit_zero: ({ df }) => df.limit(0),
  negative_limit: ({ df }) => df.limit(-1),
  repartition_zero: ({ df }) => df.repartition(0),
  hash_values: ({ spark }) => spark.createDataFrame([[1, 1, 'a', 1.5, true], [null, -5, 'spark', -0.0, false]], 'i int, l bigint, s string, d double, b boolean').select(F.hash('i'), F.hash('l'), F.hash('s'), F.hash('d'), F.hash('b'), F.hash('i', 'l', 's'), F.xxhash64('i'), F.xxhash64('s', 'd')),
  hash_of_kinds: ({ spark }) => spark.sql('select hash(date\'2024-01-01\'), hash(timestamp\'2024-01-01 00:00:00\'), hash(cast(1.5 as decimal(10,2))), hash(cast(1.5 as decimal(38,2))), hash(array(1,2)), hash(struct(1,\'a\')), hash(cast(\'ab\' as binary)), hash(cast(1.5 as float)), hash(cast(3 as short)), hash(null)'),
});
