/** Cases of tests/oracle/cases/runtime_errors.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('runtime_errors', (spark) => {
  const df = spark.createDataFrame([[1, 'a', 0], [2, 'b', 5]], 'id int, s string, zero int');
  return { df };
}, {
  divide_by_zero: ({ df }) => df.select(F.col('id').divide(F.col('zero'))),
  remainder_by_zero: ({ df }) => df.select(F.col('id').mod(F.col('zero'))),
  integral_divide_by_zero: ({ df }) => df.selectExpr('id div zero'),
  divide_literals: ({ spark }) => spark.sql('select 1 / 0'),
  bad_cast: ({ df }) => df.where('id = 1').select(F.col('s').cast('int')),
  array_index: ({ df }) => df.select(F.array(F.lit(1), F.lit(2)).getItem(F.col('zero'))),
  map_key_missing_is_null: ({ df }) => df.select(F.create_map(F.lit('a'), F.lit(1)).getItem(F.col('s'))),
  sum_overflow: ({ spark }) => spark.range(3).agg(F.sum(F.col('id').plus(9223372036854775800n))),
  abs_overflow: ({ spark }) => spark.sql('select abs(-2147483648), abs(cast(-2147483648 as int))'),
  int_cast_overflow: ({ spark }) => spark.sql('select cast(2147483648 as int)'),
  byte_cast_overflow: ({ df }) => df.where('id = 1').select(F.col('id').plus(200).cast('byte')),
  scalar_subquery_of_two_rows: ({ spark, df }) => {
    df.createOrReplaceTempView('t');
    return spark.sql('select (select id from t) x');
  },
  bad_date: ({ spark }) => spark.sql('select to_date(\'2024-13-01\')'),
  bad_date_literal: ({ spark }) => spark.sql('select date\'2024-13-01\''),
  try_is_null: ({ spark }) => spark.sql('select try_divide(1, 0), try_add(2147483647, 1), try_cast(\'x\' as int), try_element_at(array(1), 5), try_subtract(-2147483648, 1), try_multiply(2147483647, 2)'),
  error_only_if_needed: ({ df }) => df.where(F.col('zero').neq(0)).select(F.lit(10).divide(F.col('zero'))),
  limit_may_avoid_the_error: ({ df }) => df.where('id = 2').select(F.col('id').divide(F.col('zero'))).limit(1),
  hex_of_bad_text: ({ spark }) => spark.sql('select unhex(\'zz\'), conv(\'\', 10, 2)'),
  bad_timezone: ({ df }) => df.select(F.from_utc_timestamp(F.lit('2024-01-01'), 'Mars/Base')),
  element_of_null_index: ({ spark }) => spark.sql('select array(1, 2)[null], element_at(array(1, 2), cast(null as int)), map(\'a\', 1)[null]'),
  sequence_wrong_step: ({ spark }) => spark.sql('select sequence(1, 5, -1)'),
  repeat_negative: ({ spark }) => spark.sql('select repeat(\'a\', -1), substring(\'abc\', 0), left(\'abc\', -1), space(0), lpad(\'abc\', -1, \'x\')'),
  months_overflow: ({ spark }) => spark.sql('select date_add(date\'9999-12-31\', 1) > date\'9999-12-31\', add_months(date\'2024-01-31\', 1)'),
});
