/** Cases of tests/oracle/cases/arrays.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('arrays', (spark) => {
  const a = spark.createDataFrame([[[3, 1, null, 2, 1], [1, 5]], [[], [7]], [null, [1]], [[4], null]], 'xs array<int>, ys array<int>');
  return { a };
}, {
  basics: ({ a }) => a.select(F.size('xs'), F.array_size('xs'), F.cardinality('xs'), F.array_contains('xs', 1), F.array_contains('xs', 9), F.array_position('xs', 2), F.element_at('ys', 1), F.element_at('ys', -1), F.get('xs', 1)),
  sorting: ({ a }) => a.select(F.sort_array('xs'), F.sort_array('xs', false), F.array_sort('xs'), F.reverse('xs'), F.array_min('xs'), F.array_max('xs')),
  sets: ({ a }) => a.select(F.array_distinct('xs'), F.array_union('xs', 'ys'), F.array_intersect('xs', 'ys'), F.array_except('xs', 'ys'), F.arrays_overlap('xs', 'ys')),
  editing: ({ a }) => a.select(F.array_remove('xs', 1), F.array_append('xs', 9), F.array_prepend('xs', 0), F.array_insert('xs', 2, F.lit(77)), F.array_insert('xs', -1, F.lit(88)), F.array_compact('xs'), F.concat('xs', 'ys')),
  joining_and_slicing: ({ a }) => a.select(F.array_join('xs', ','), F.array_join('xs', ',', 'null'), F.slice('xs', 2, 2), F.slice('xs', -2, 2), F.array_repeat(F.lit('z'), 3), F.flatten(F.array('xs', 'ys'))),
  sequences: ({ spark }) => spark.range(1).select(F.sequence(F.lit(1), F.lit(5)), F.sequence(F.lit(5), F.lit(1), F.lit(-2)), F.sequence(F.lit(3), F.lit(1)), F.array(), F.array(F.lit(1), F.lit(2.5)), F.array_repeat(F.lit(null), 2)),
  zip: ({ spark }) => {
    const df = spark.createDataFrame([[[1, 2, 3], ['a', 'b']]], 'n array<int>, s array<string>');
    return df.select(F.arrays_zip('n', 's'), F.arrays_zip(F.col('n').alias('p'), F.col('s')), F.zip_with('n', 's', (x, y) => F.concat(x.cast('string'), F.coalesce(y, F.lit('?')))));
  },
  higher_order: ({ a }) => a.select(F.transform('xs', (x) => x.multiply(10)), F.transform('xs', (x, i) => x.plus(i)), F.filter('xs', (x) => x.gt(1)), F.filter('xs', (_x, i) => i.mod(2).eq(0)), F.exists('xs', (x) => x.gt(3)), F.forall('xs', (x) => x.gt(0))),
  aggregate: ({ a }) => a.select(F.aggregate('xs', F.lit(0), (acc, x) => acc.plus(F.coalesce(x, F.lit(0)))), F.aggregate('ys', F.lit(0.0), (acc, x) => acc.plus(x), (acc) => acc.divide(2)), F.reduce('ys', F.lit(1), (acc, x) => acc.multiply(x))),
  array_sort_comparator: ({ spark }) => spark.range(1).select(F.array_sort(F.array(F.lit('bb'), F.lit('a'), F.lit('ccc')), (x, y) => F.length(y).minus(F.length(x)))),
  nested_lambda: ({ spark }) => {
    const df = spark.createDataFrame([[[[1, 2], [3]]], [[[], null]]], 'xss array<array<int>>');
    return df.select(F.transform('xss', (xs) => F.transform(xs, (x) => x.plus(1))), F.flatten('xss'), F.transform('xss', (xs) => F.size(xs)));
  },
  lambda_uses_outer_column: ({ spark }) => {
    const df = spark.createDataFrame([[10, [1, 2]], [20, [3]]], 'n int, xs array<int>');
    return df.select(F.transform('xs', (x) => x.plus(F.col('n'))), F.expr('filter(xs, x -> x * 10 < n + 5)'), F.expr('transform(xs, (x, i) -> x * i)'));
  },
  index_out_of_bounds: ({ a }) => a.where('size(ys) = 2').select(F.col('ys').getItem(5)),
  element_at_out_of_bounds: ({ a }) => a.where('size(ys) = 2').select(F.element_at('ys', 5)),
  element_at_zero: ({ a }) => a.where('size(ys) = 2').select(F.element_at('ys', 0)),
  try_element_at: ({ a }) => a.where('size(ys) = 2').select(F.try_element_at('ys', F.lit(5)), F.get('ys', -1), F.get('ys', 9)),
  array_of_mixed_types: ({ spark }) => spark.range(1).select(F.array(F.lit(1), F.lit(2.5)), F.array(F.lit(1), F.lit(null)), F.array(F.array(F.lit(1)), F.array(F.lit(2.5)))),
  array_of_number_and_text: ({ spark }) => spark.range(1).select(F.array(F.lit(1), F.lit('a'))),
  array_comparison: ({ spark }) => {
    const df = spark.createDataFrame([[[1, 2], [1, 3]], [[1], [1, 0]], [[null], [1]], [[2], [1, 9]]], 'x array<int>, y array<int>');
    return df.select(F.col('x').eq(F.col('y')), F.col('x').lt(F.col('y')), F.greatest('x', 'y'));
  },
  array_contains_null: ({ spark }) => {
    const df = spark.createDataFrame([[[1, null]], [[1]], [[]], [null]], 'xs array<int>');
    return df.select(F.array_contains('xs', 2), F.array_contains('xs', 1), F.exists('xs', (x) => x.gt(1)), F.forall('xs', (x) => x.gt(0)), F.arrays_overlap('xs', F.array(F.lit(5))));
  },
  array_contains_wrong_type: ({ a }) => a.select(F.array_contains('xs', 'a')),
  inline_and_stack: ({ spark }) => {
    const df = spark.createDataFrame([[1, [[1, 'a'], [2, 'b']]]], 'id int, ps array<struct<n:int,s:string>>');
    return df.select('id', F.inline('ps'));
  },
  stack: ({ spark }) => spark.sql('select stack(2, 1, \'a\', 2, \'b\') as (n, s)'),
  shuffle_keeps_elements: ({ spark }) => spark.range(1).select(F.sort_array(F.shuffle(F.array(F.lit(3), F.lit(1), F.lit(2))))),
});
