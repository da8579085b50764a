/** Cases of tests/oracle/cases/ordering.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('ordering', (spark) => {
  const df = spark.createDataFrame([[1, 2.0, 'b'], [2, null, 'a'], [3, Number.NaN, null], [4, -0.0, 'B'], [5, 0.0, ''], [6, Infinity, 'é'], [7, -Infinity, 'ab']], 'id int, x double, s string');
  return { df };
}, {
  doubles_ascending: ({ df }) => df.orderBy('x', 'id'),
  doubles_descending: ({ df }) => df.orderBy(F.col('x').desc(), 'id'),
  nulls_first_and_last: ({ df }) => df.orderBy(F.col('s').asc_nulls_last(), 'id').select('id', 's'),
  descending_nulls_first: ({ df }) => df.orderBy(F.desc_nulls_first('s')).select('id', 's'),
  strings_by_bytes: ({ df }) => df.sort('s').select('s'),
  ascending_argument: ({ df }) => df.orderBy('s', { ascending: false }).select('id'),
  ascending_list: ({ spark }) => {
    const two = spark.createDataFrame([[1, 'a'], [1, 'b'], [2, 'a'], [2, 'b']], 'n int, s string');
    return two.orderBy(['n', 's'], { ascending: [false, true] });
  },
  order_by_expression: ({ df }) => df.where('x is not null').orderBy(F.abs(F.col('id').minus(4)), F.desc('id')).select('id'),
  order_by_position: ({ spark }) => {
    const two = spark.createDataFrame([[1, 'b'], [2, 'a']], 'n int, s string');
    two.createOrReplaceTempView('two');
    return spark.sql('select n, s from two order by 2');
  },
  order_by_dropped_column: ({ df }) => df.where('x > 0').select('s').orderBy('id'),
  order_by_alias: ({ df }) => df.select('id', F.col('id').negate().alias('neg')).orderBy('neg').limit(2),
  booleans_dates_binary: ({ spark }) => {
    const kinds = spark.createDataFrame([[true, '2024-01-02', Uint8Array.of(255)], [false, '1969-12-31', Uint8Array.of(1, 2)], [null, null, null], [false, '2024-01-01', Uint8Array.of(1)]], 'ok boolean, d string, b binary');
    return kinds.orderBy('ok', F.to_date('d'), 'b');
  },
  arrays_and_structs: ({ spark }) => {
    const kinds = spark.createDataFrame([[[2], [1, 'b']], [[1, 9], [1, null]], [[1], [1, 'a']], [null, [0, 'z']], [[], null]], 'xs array<int>, p struct<i:int,s:string>');
    return kinds.orderBy('p').union(kinds.orderBy('xs'));
  },
  map_is_not_orderable: ({ spark }) => {
    const maps = spark.createDataFrame([[new Map<unknown, unknown>([['a', 1]])]], 'm map<string,int>');
    return maps.orderBy('m');
  },
  limit_after_order: ({ df }) => df.orderBy('id').limit(3).select('id'),
  offset: ({ df }) => df.orderBy('id').offset(2).limit(2).select('id'),
  sort_within_partitions: ({ df }) => df.coalesce(1).sortWithinPartitions(F.col('id').desc()).select('id'),
  order_by_aggregate_sql: ({ spark, df }) => {
    df.createOrReplaceTempView('t');
    return spark.sql('select substring(s, 1, 1) c, count(*) n from t group by 1 order by count(*) desc, max(id)');
  },
});
