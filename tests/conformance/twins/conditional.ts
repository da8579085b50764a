/** Cases of tests/oracle/cases/conditional.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('conditional', (spark) => {
  const df = spark.createDataFrame([[1, null, 'a'], [null, 2, null], [3, 3, ''], [null, null, 'z']], 'a int, b int, s string');
  return { df };
}, {
  coalesce_and_friends: ({ df }) => df.select(F.coalesce('a', 'b'), F.coalesce('a', 'b', F.lit(0)), F.ifnull('a', F.lit(-1)), F.nvl('b', 'a'), F.nvl2('a', F.lit('yes'), F.lit('no')), F.nullif('a', 'b'), F.equal_null('a', 'b')),
  coalesce_widens: ({ df }) => df.select(F.coalesce('a', F.lit(1.5)), F.when(F.col('a').eq(1), F.col('a')).otherwise(F.lit(2.5))),
  coalesce_number_and_text: ({ df }) => df.select(F.coalesce('a', 's')),
  when_number_otherwise_text: ({ df }) => df.select(F.when(F.col('a').eq(1), F.col('a')).otherwise(F.lit('x'))),
  when_without_otherwise: ({ df }) => df.select(F.when(F.col('a').gt(1), 'big'), F.when(F.col('a').isNull(), F.lit(0)).when(F.col('b').isNull(), F.lit(1))),
  when_null_condition: ({ df }) => df.select(F.when(F.col('a').gt(F.col('b')), 'gt').otherwise('not gt'), F.expr('if(a > 1, \'y\', \'n\')'), F.expr('if(b is null, 1, 2)')),
  case_sql: ({ spark, df }) => {
    df.createOrReplaceTempView('t');
    return spark.sql('select a, case a when 1 then \'one\' when 3 then \'three\' end x, case when s = \'\' then \'empty\' when s > \'m\' then \'late\' else \'other\' end y from t');
  },
  in_with_nulls_sql: ({ spark, df }) => {
    df.createOrReplaceTempView('t');
    return spark.sql('select a, a in (1, null) i, a not in (1, null) n, a <=> null e, a is distinct from b d from t');
  },
  short_circuit: ({ spark }) => spark.createDataFrame([[0, 1], [2, 1]], 'a int, b int').select(F.when(F.col('a').neq(0), F.col('b').divide(F.col('a'))).otherwise(-1.0)),
  comparison_of_kinds: ({ spark }) => {
    const k = spark.createDataFrame([[new Date(Date.UTC(2024, 0, 1)), '2024-01-01', 1, '1']], 'd date, ds string, i int, is string');
    return k.select(F.col('d').eq(F.col('ds')), F.col('d').gt('2023-12-31'), F.col('i').eq(F.col('is')), F.col('is').gt(0), F.col('d').eq(new Date(Date.UTC(2024, 0, 1))));
  },
  assert_true_passes: ({ df }) => df.where('a is not null').select(F.assert_true(F.col('a').gt(0)), F.assert_true(F.col('a').gt(0), 'positive')),
  raise_error: ({ spark }) => spark.range(1).select(F.raise_error(F.lit('boom'))),
  assert_true_fails: ({ spark }) => spark.range(1).select(F.assert_true(F.col('id').gt(5), 'too small')),
});
