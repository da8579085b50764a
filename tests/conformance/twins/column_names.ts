/** Cases of tests/oracle/cases/column_names.py in TypeScript. */
import { functions as F, Window } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('column_names', (spark) => {
  const df = spark.createDataFrame([[1, 2.5, 'x', true, [1, 2], new Map<unknown, unknown>([['k', 1]])]], 'id int, x double, s string, ok boolean, xs array<int>, m map<string,int>');
  return { df };
}, {
  operators: ({ df }) => df.select(F.col('id').plus(1), F.col('id').minus(1.5), F.col('id').multiply(F.col('x')), F.col('id').divide(2), F.col('id').mod(2), F.col('id').negate(), F.col('id').gt(1), F.col('id').eq(1), F.col('id').neq(1), F.col('ok').not(), F.col('ok').and(true), F.col('ok').or(false), F.col('id').eqNullSafe(1)),
  nested_operators: ({ df }) => df.select(F.col('id').plus(1).multiply(2), F.col('id').plus(F.col('x').multiply(2)), F.col('id').gt(1).and(F.col('x').lt(3)).or(F.col('ok'))),
  predicates: ({ df }) => df.select(F.col('id').isin(1, 2), F.col('id').between(1, 2), F.col('s').isNull(), F.col('s').like('a%'), F.col('s').rlike('a'), F.col('s').contains('x'), F.col('s').startswith('x')),
  literals: ({ df }) => df.select(F.lit(1), F.lit(1.0), F.lit('a'), F.lit(true), F.lit(null), F.lit([1, 2]), F.lit(1).cast('decimal(5,2)')),
  literal_dates: ({ df }) => df.select(F.lit(new Date(Date.UTC(2024, 0, 1))), F.lit(new Date(Date.UTC(2024, 0, 1, 10, 0))), F.lit('1.50'), F.lit(Uint8Array.of(97, 98))),
  casts: ({ df }) => df.select(F.col('id').cast('string'), F.col('x').cast('int'), F.col('id').plus(1).cast('bigint'), F.upper(F.col('id').cast('string')), F.expr('cast(id as string)')),
  functions: ({ df }) => df.select(F.upper('s'), F.concat('s', F.lit('-'), 'id'), F.coalesce('s', F.lit('z')), F.round('x', 1), F.substring('s', 1, 2), F.when(F.col('ok'), 1).otherwise(0), F.length(F.trim('s')), F.array('id', F.lit(3)), F.struct('id', 's'), F.create_map(F.lit('a'), 'id')),
  access: ({ df }) => df.select(F.col('xs').getItem(0), F.col('m').getItem('k'), F.struct('id').getField('id'), F.size('xs'), F.element_at('xs', 1), F.get('xs', 5)),
  aggregates: ({ df }) => df.agg(F.sum('x'), F.avg('id'), F.count('*'), F.count(F.lit(1)), F.countDistinct('id', 's'), F.max(F.col('id').plus(1)), F.collect_list('s'), F.first('s'), F.first('s', true), F.sum_distinct('id'), F.approx_count_distinct('id'), F.stddev('x'), F.expr('count(distinct id)')),
  agg_dict: ({ df }) => df.groupBy('s').agg({ x: 'sum', id: 'max' }),
  group_by_expression: ({ df }) => df.groupBy(F.col('id').mod(2), F.upper('s')).count(),
  windows: ({ df }) => {
    const w = Window.partitionBy('s').orderBy(F.desc('id'));
    return df.select(F.row_number().over(w), F.sum('x').over(w), F.lag('id', 1, 0).over(w.orderBy('x')), F.avg('x').over(Window.orderBy('id').rowsBetween(-6, 0)));
  },
  sql_names: ({ spark, df }) => {
    df.createOrReplaceTempView('t');
    return spark.sql('select id + 1, -id, not ok, id between 1 and 3, id in (1, 2), s || \'y\', count(*) over (), case when ok then 1 end, if(ok, 1, 2), 1, \'a\', 1.50, date\'2024-01-01\', null, xs[0], m[\'k\'], s like \'x%\' from t');
  },
  sql_aggregate_names: ({ spark, df }) => {
    df.createOrReplaceTempView('t');
    return spark.sql('select count(1), count(*), sum(distinct id), max(id) filter (where id > 0), avg(x + 1), count(distinct id, s) from t');
  },
  higher_order: ({ df }) => df.select(F.transform('xs', (v) => v.multiply(2)), F.filter('xs', (v) => v.gt(1)), F.aggregate('xs', F.lit(0), (acc, v) => acc.plus(v)), F.exists('xs', (v) => v.eq(2))),
});
