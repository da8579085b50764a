/** Cases of tests/oracle/cases/decimals.py in TypeScript. */
import { functions as F, Window } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('decimals', (spark) => {
  const d = spark.createDataFrame([['12.34', '5.678'], ['-0.01', '3.000'], [null, '1.111']], 'a decimal(10,2), b decimal(8,3)');
  return { d };
}, {
  arithmetic: ({ d }) => d.select(F.col('a').plus(F.col('b')), F.col('a').minus(F.col('b')), F.col('a').multiply(F.col('b')), F.col('a').divide(F.col('b')), F.col('a').mod(F.col('b')), F.col('a').negate()),
  with_int_and_double: ({ d }) => d.select(F.col('a').plus(1), F.col('a').multiply(2), F.col('a').divide(3), F.col('a').plus(F.lit(1.5)), F.col('a').multiply(F.col('b').cast('double')), F.expr('a * 1.1')),
  aggregates: ({ d }) => d.agg(F.sum('a'), F.avg('a'), F.min('a'), F.max('b'), F.count('a'), F.stddev('a'), F.sum_distinct('b')),
  rounding: ({ d }) => d.select(F.round('a', 1), F.round('a'), F.bround('b', 1), F.ceil('a'), F.floor('b'), F.abs('a'), F.round('b', -1)),
  casts: ({ d }) => d.select(F.col('a').cast('int'), F.col('a').cast('decimal(10,1)'), F.col('b').cast('string'), F.col('a').cast('double'), F.col('b').cast('decimal(20,10)')),
  cast_overflow: ({ d }) => d.select(F.col('a').cast('decimal(3,2)')),
  comparison: ({ d }) => d.select(F.col('a').gt(F.col('b')), F.col('a').eq('12.340'), F.col('a').lt(12), F.col('b').ge(3.0)),
  big_precision: ({ spark }) => {
    const df = spark.createDataFrame([['12345678901234567890123456789012345678']], 'd decimal(38,0)');
    return df.select('d', F.col('d').plus(0), F.col('d').cast('double'), F.col('d').cast('string'));
  },
  precision_is_capped: ({ spark }) => {
    const df = spark.createDataFrame([['1.23456789012345678', '2.5']], 'a decimal(38,18), b decimal(38,18)');
    return df.select(F.col('a').multiply(F.col('b')), F.col('a').divide(F.col('b')), F.col('a').plus(F.col('b')));
  },
  overflow: ({ spark }) => {
    const df = spark.createDataFrame([['99999999999999999999999999999999999999']], 'd decimal(38,0)');
    return df.select(F.col('d').multiply(10));
  },
  sum_overflow: ({ spark }) => {
    const df = spark.createDataFrame([['99999999999999999999999999999999999999'], ['99999999999999999999999999999999999999']], 'd decimal(38,0)');
    return df.agg(F.sum('d'));
  },
  literals_sql: ({ spark }) => spark.sql('select 1.10, 1.10 + 2, 0.1 + 0.2, 7.0 / 2, 1.5 * 1.5, 10 / 4.0, cast(1 as decimal(3,1)) / 3, 1e2, 1.0e0bd, -1.50'),
  group_and_join_keys: ({ spark, d }) => {
    const e = spark.createDataFrame([['12.34', 'x']], 'a decimal(20,4), n string');
    return d.join(e, d.col('a').eq(e.col('a'))).select(d.col('a'), 'n');
  },
  divide_by_zero: ({ d }) => d.select(F.col('a').divide(F.lit(0).cast('decimal(5,2)'))),
  window_average: ({ d }) => d.select('b', F.sum('a').over(Window.orderBy('b')), F.avg('b').over(Window.orderBy('b').rowsBetween(-1, 0))).orderBy('b'),
});
