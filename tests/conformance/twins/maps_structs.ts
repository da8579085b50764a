/** Cases of tests/oracle/cases/maps_structs.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('maps_structs', (spark) => {
  const m = spark.createDataFrame([[new Map<unknown, unknown>([['a', 1], ['b', null]])], [new Map<unknown, unknown>([])], [null]], 'm map<string,int>');
  return { m };
}, {
  map_basics: ({ m }) => m.select(F.map_keys('m'), F.map_values('m'), F.size('m'), F.map_entries('m'), F.map_contains_key('m', 'a'), F.element_at('m', 'a'), F.col('m').getItem('zz'), F.try_element_at('m', F.lit('q'))),
  map_building: ({ spark }) => spark.range(1).select(F.create_map(F.lit('a'), F.lit(1), F.lit('b'), F.lit(2)), F.map_from_arrays(F.array(F.lit(1), F.lit(2)), F.array(F.lit('x'), F.lit('y'))), F.map_from_entries(F.array(F.struct(F.lit('k'), F.lit(9)))), F.map_concat(F.create_map(F.lit('a'), F.lit(1)), F.create_map(F.lit('b'), F.lit(2))), F.create_map()),
  map_lambdas: ({ m }) => m.select(F.transform_keys('m', (k, _v) => F.upper(k)), F.transform_values('m', (_k, v) => F.coalesce(v, F.lit(0)).plus(1)), F.map_filter('m', (_k, v) => v.isNotNull()), F.map_zip_with('m', F.create_map(F.lit('a'), F.lit(5)), (_k, x, y) => x.plus(y))),
  map_duplicate_key: ({ spark }) => spark.range(1).select(F.create_map(F.lit('a'), F.lit(1), F.lit('a'), F.lit(2))),
  map_null_key: ({ spark }) => spark.range(1).select(F.create_map(F.lit(null).cast('string'), F.lit(1))),
  map_last_win: ({ spark }) => spark.range(1).select(F.create_map(F.lit('a'), F.lit(1), F.lit('a'), F.lit(2))),
  map_equality_is_refused: ({ m }) => m.select(F.col('m').eq(F.col('m'))),
  struct_building: ({ spark }) => {
    const df = spark.createDataFrame([[1, 'x'], [null, null]], 'id int, s string');
    return df.select(F.struct('id', 's'), F.struct(F.col('id').alias('n'), F.col('id').plus(1)), F.named_struct(F.lit('p'), 'id', F.lit('q'), F.lit('z')), F.struct('*'));
  },
  struct_access: ({ spark }) => {
    const df = spark.createDataFrame([[[[1, 2], 'x']], [null]], 'o struct<p:struct<u:int,v:int>,s:string>');
    return df.select('o.p.u', 'o.p', 'o.*', F.col('o').getItem('p').getItem('v'), F.col('o.s').alias('t'));
  },
  struct_compare: ({ spark }) => {
    const df = spark.createDataFrame([[[1, 'a'], [1, 'b']], [[1, null], [1, 'b']], [[2, 'a'], [2, 'a']]], 'x struct<n:int,s:string>, y struct<n:int,s:string>');
    return df.select(F.col('x').lt(F.col('y')), F.col('x').eq(F.col('y')), F.greatest('x', 'y'));
  },
  struct_field_missing: ({ spark }) => {
    const df = spark.createDataFrame([[[1, 2]]], 'o struct<u:int,v:int>');
    return df.select('o.w');
  },
  field_of_non_struct: ({ spark }) => {
    const df = spark.createDataFrame([[1]], 'n int');
    return df.select('n.x');
  },
  show_nested: ({ spark }) => {
    const df = spark.createDataFrame([[[1, null], new Map<unknown, unknown>([['a', null], ['b', 2]]), [null, 'x'], [[1, 'y']]]], 'xs array<int>, m map<string,int>, p struct<i:int,s:string>, ps array<struct<n:int,s:string>>');
    return df.select('*', F.col('xs').cast('string'), F.col('p').cast('string'), F.col('m').cast('string'));
  },
  map_to_json_and_back: ({ m }) => m.select(F.to_json('m'), F.from_json(F.to_json('m'), 'map<string,int>')),
});
