/** Cases of tests/oracle/cases/joins.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('joins', (spark) => {
  const left = spark.createDataFrame([[1, 'a'], [2, 'b'], [2, 'bb'], [3, 'c'], [null, 'n']], 'id int, l string');
  const right = spark.createDataFrame([[2, 'X'], [2, 'XX'], [3, 'Y'], [4, 'Z'], [null, 'N']], 'id int, r string');
  return { left, right };
}, {
  inner_using: ({ left, right }) => left.join(right, 'id'),
  left_using: ({ left, right }) => left.join(right, 'id', 'left'),
  right_using: ({ left, right }) => left.join(right, ['id'], 'right'),
  full_using: ({ left, right }) => left.join(right, 'id', 'outer'),
  semi_using: ({ left, right }) => left.join(right, 'id', 'left_semi'),
  anti_using: ({ left, right }) => left.join(right, 'id', 'left_anti'),
  cross: ({ left, right }) => left.limit(2).crossJoin(right.select('r').limit(2)).select(F.count('*')),
  cross_rows: ({ left, right }) => left.select('l').where('l < \'bb\'').crossJoin(right.select('r').where('r > \'XX\'')),
  inner_condition: ({ left, right }) => left.join(right, left.col('id').eq(right.col('id'))),
  left_condition: ({ left, right }) => left.join(right, left.col('id').eq(right.col('id')), 'left_outer'),
  full_condition: ({ left, right }) => left.join(right, left.col('id').eq(right.col('id')), 'full'),
  null_safe: ({ left, right }) => left.join(right, left.col('id').eqNullSafe(right.col('id')), 'inner').select('l', 'r'),
  null_safe_full: ({ left, right }) => left.join(right, left.col('id').eqNullSafe(right.col('id')), 'full_outer').select(left.col('id'), 'l', 'r'),
  range_condition: ({ left, right }) => left.join(right, left.col('id').lt(right.col('id'))).select(left.col('id').alias('a'), right.col('id').alias('b'), 'l', 'r'),
  range_condition_left: ({ left, right }) => left.join(right, left.col('id').gt(right.col('id')), 'left').select('l', 'r'),
  equality_and_more: ({ left, right }) => left.join(right, left.col('id').eq(right.col('id')).and(F.length('l').eq(F.length('r'))), 'left').select(left.col('id'), 'l', 'r'),
  condition_full_with_filter_on_one_side: ({ left, right }) => left.join(right, left.col('id').eq(right.col('id')).and(F.col('l').neq('b')), 'full').select('l', 'r'),
  semi_condition: ({ left, right }) => left.join(right, left.col('id').eq(right.col('id')).and(right.col('r').eq('Y')), 'leftsemi'),
  anti_condition: ({ left, right }) => left.join(right, left.col('id').eq(right.col('id')).and(right.col('r').eq('Y')), 'leftanti'),
  list_of_conditions: ({ left, right }) => left.join(right, [left.col('id').eq(right.col('id')), left.col('l').gt('b')]).select('l', 'r'),
  expression_keys: ({ left, right }) => left.join(right, left.col('id').plus(1).eq(right.col('id'))).select('l', 'r'),
  key_types_differ: ({ spark, left }) => {
    const other = spark.createDataFrame([['2', 1.5], ['3', 2.5], ['x', 3.5]], 'id string, v double').where('id <> \'x\'');
    return left.join(other, left.col('id').eq(other.col('id'))).select('l', 'v');
  },
  int_and_long_keys: ({ spark, left }) => {
    const other = spark.createDataFrame([[2, 1.5], [3, 2.5]], 'id bigint, v double');
    return left.join(other, 'id');
  },
  double_keys_nan_and_zero: ({ spark }) => {
    const a = spark.createDataFrame([[Number.NaN, 'nan'], [0.0, 'zero'], [-0.0, 'minus zero'], [null, 'null']], 'k double, a string');
    const b = spark.createDataFrame([[Number.NaN, 'NAN'], [0.0, 'ZERO'], [null, 'NULL']], 'k double, b string');
    return a.join(b, 'k').select('a', 'b');
  },
  multiple_keys: ({ spark }) => {
    const a = spark.createDataFrame([[1, 'x', 10], [1, 'y', 20], [1, null, 30], [null, 'x', 40]], 'k1 int, k2 string, a int');
    const b = spark.createDataFrame([[1, 'x', 100], [1, null, 200], [2, 'x', 300]], 'k1 int, k2 string, b int');
    return a.join(b, ['k1', 'k2'], 'full');
  },
  multiple_keys_one_null_safe: ({ spark }) => {
    const a = spark.createDataFrame([[1, 'x', 10], [1, 'y', 20], [1, null, 30], [null, 'x', 40]], 'k1 int, k2 string, a int');
    const b = spark.createDataFrame([[1, 'x', 100], [1, null, 200], [2, 'x', 300]], 'k1 int, k2 string, b int');
    return a.join(b, a.col('k1').eq(b.col('k1')).and(a.col('k2').eqNullSafe(b.col('k2'))), 'left').select('a', 'b');
  },
  self_join_with_alias: ({ spark }) => {
    const e = spark.createDataFrame([[1, 'boss', null], [2, 'ann', 1], [3, 'ben', 1], [4, 'cat', 2]], 'id int, name string, manager int');
    return e.alias('e').join(e.alias('m'), F.col('e.manager').eq(F.col('m.id')), 'left').select(F.col('e.name').alias('name'), F.col('m.name').alias('manager'));
  },
  self_join_same_frame: ({ spark }) => {
    const e = spark.createDataFrame([[1, 'a'], [2, 'b']], 'id int, name string');
    return e.join(e, e.col('id').eq(e.col('id')));
  },
  self_join_using: ({ spark }) => {
    const e = spark.createDataFrame([[1, 'a'], [2, 'b']], 'id int, name string');
    return e.join(e, 'id');
  },
  ambiguous_reference: ({ left, right }) => left.join(right, left.col('id').eq(right.col('id'))).select('id'),
  disambiguate_by_frame: ({ left, right }) => left.join(right, left.col('id').eq(right.col('id'))).select(left.col('id'), right.col('id'), 'l', 'r').drop(right.col('id')),
  using_column_missing: ({ left, right }) => left.join(right, 'l'),
  bad_join_type: ({ left, right }) => left.join(right, 'id', 'sideways' as never),
  no_condition_is_cross: ({ left, right }) => left.select('l').limit(1).join(right.where('r = \'Y\'').select('r')),
  empty_right: ({ left, right }) => {
    const empty = right.where('false');
    return left.join(empty, 'id', 'left');
  },
  empty_left_full: ({ left, right }) => {
    const empty = left.where('false');
    return empty.join(right, 'id', 'full');
  },
  broadcast_hint_rows: ({ left, right }) => left.join(F.broadcast(right), 'id', 'left'),
  sort_merge_rows: ({ left, right }) => left.join(right, 'id', 'full'),
  sort_merge_left_extra_condition: ({ left, right }) => left.join(right, left.col('id').eq(right.col('id')).and(right.col('r').neq('X')), 'left').select('l', 'r'),
  shuffled_hash_rows: ({ left, right }) => left.join(right.hint('shuffle_hash'), 'id', 'right'),
  join_then_aggregate: ({ left, right }) => left.join(right, 'id', 'left').groupBy('id').agg(F.count('r').alias('n'), F.max('r').alias('last')),
  three_way: ({ spark, left, right }) => {
    const c = spark.createDataFrame([[2, true], [3, false]], 'id int, ok boolean');
    return left.join(right, 'id', 'left').join(c, 'id', 'left').select('id', 'l', 'r', 'ok');
  },
  condition_is_not_boolean: ({ left, right }) => left.join(right, left.col('id').plus(right.col('id'))),
  lateral_join: ({ spark }) => {
    const orders = spark.createDataFrame([[1, [10, 20]], [2, [5]]], 'id int, xs array<int>');
    orders.createOrReplaceTempView('orders');
    return spark.sql('select id, x from orders lateral view explode(xs) t as x');
  },
});
