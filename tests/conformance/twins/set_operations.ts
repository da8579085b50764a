/** Cases of tests/oracle/cases/set_operations.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('set_operations', (spark) => {
  const a = spark.createDataFrame([[1, 'x'], [1, 'x'], [2, 'y'], [null, 'n'], [null, 'n']], 'id int, s string');
  const b = spark.createDataFrame([[1, 'x'], [3, 'z'], [null, 'n']], 'id int, s string');
  return { a, b };
}, {
  union: ({ a, b }) => a.union(b),
  union_by_position: ({ a, b }) => a.select('s', 'id').union(b.select(F.col('id').cast('string'), F.length('s'))),
  union_widens: ({ spark, a }) => a.select('id').union(spark.createDataFrame([[1.5], [9007199254740992.0]], 'd double')),
  union_int_and_string: ({ a, b }) => a.select('id').union(b.where('id = 3').select('s')),
  union_by_name: ({ a, b }) => a.unionByName(b.select('s', 'id')),
  union_by_name_missing: ({ a, b }) => a.unionByName(b.select('s', F.lit(true).alias('extra')), true),
  union_by_name_missing_refused: ({ a, b }) => a.unionByName(b.select('s')),
  intersect: ({ a, b }) => a.intersect(b),
  intersect_all: ({ a, b }) => a.intersectAll(b.union(b)),
  subtract: ({ a, b }) => a.subtract(b),
  except_all: ({ a, b }) => a.exceptAll(b),
  distinct: ({ a }) => a.distinct(),
  distinct_of_doubles: ({ spark }) => spark.createDataFrame([[0.0], [-0.0], [Number.NaN], [Number.NaN], [null], [null]], 'x double').distinct(),
  drop_duplicates: ({ a }) => a.dropDuplicates(),
  drop_duplicates_subset: ({ spark }) => {
    const df = spark.createDataFrame([[1, 'x', 5], [1, 'x', 5], [2, 'x', 5]], 'id int, s string, v int');
    return df.dropDuplicates(['id', 's']);
  },
  drop_duplicates_unknown_column: ({ a }) => a.dropDuplicates(['nope']),
  union_column_counts: ({ a, b }) => a.union(b.select('id')),
  union_types_do_not_fit: ({ a }) => a.select('id').union(a.select(F.array('id'))),
  set_operations_sql: ({ spark, a, b }) => {
    a.createOrReplaceTempView('a');
    b.createOrReplaceTempView('b');
    return spark.sql('select * from a union select * from b except select 3, \'z\'');
  },
  set_operations_sql_all: ({ spark, a, b }) => {
    a.createOrReplaceTempView('a');
    b.createOrReplaceTempView('b');
    return spark.sql('(select id from a intersect all select id from b) union all select 100');
  },
  union_nested: ({ spark }) => {
    const x = spark.createDataFrame([[[1], [1, 'a']]], 'xs array<int>, p struct<i:int,s:string>');
    const y = spark.createDataFrame([[[2.5], [2, 'b']]], 'xs array<double>, p struct<i:bigint,s:string>');
    return x.union(y);
  },
});
