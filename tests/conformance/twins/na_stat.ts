/** Cases of tests/oracle/cases/na_stat.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('na_stat', (spark) => {
  const df = spark.createDataFrame([[1, 10.0, 'a', true], [2, null, null, null], [null, Number.NaN, 'c', false], [null, null, null, null]], 'i int, x double, s string, b boolean');
  return { df };
}, {
  fill_number: ({ df }) => df.na.fill(0),
  fill_string: ({ df }) => df.fillna('?'),
  fill_boolean: ({ df }) => df.na.fill(false),
  fill_by_column: ({ df }) => df.fillna({ i: -1, s: 'none', x: 5 }),
  fill_subset: ({ df }) => df.fillna(9, ['i']),
  fill_double_into_int: ({ df }) => df.fillna(1.9),
  drop_any: ({ df }) => df.na.drop(),
  drop_all: ({ df }) => df.dropna('all'),
  drop_thresh: ({ df }) => df.dropna(undefined, 2),
  drop_subset: ({ df }) => df.dropna(undefined, undefined, ['x']),
  replace_value: ({ df }) => df.na.replace(1, 100),
  describe: ({ df }) => df.describe('i', 'x', 's'),
  summary: ({ spark }) => {
    const n = spark.createDataFrame(Array.from({ length: 9 - 1 }, (_, i) => i + 1).map((i) => [i, (i / 2)]), 'i int, x double');
    return n.summary();
  },
  summary_of_some: ({ spark }) => {
    const n = spark.createDataFrame(Array.from({ length: 9 - 1 }, (_, i) => i + 1).map((i) => [i, (i / 2)]), 'i int, x double');
    return n.summary('count', '50%', 'max');
  },
  crosstab: ({ spark }) => {
    const c = spark.createDataFrame([['a', 'x'], ['a', 'y'], ['b', 'x'], ['a', 'x'], [null, 'y']], 'p string, q string');
    return c.crosstab('p', 'q');
  },
  freq_items: ({ spark }) => {
    const c = spark.createDataFrame([...Array.from({ length: 8 }, () => [['a']]).flat(1), ...[['b'], ['c']]], 'p string');
    return c.stat.freqItems(['p'], 0.6);
  },
  fill_unknown_column: ({ df }) => df.fillna(0, ['nope']),
  observed_nulls_by_column: ({ df }) => df.select(df.columns.map((c) => F.count(F.when(F.col(c).isNull(), c)).alias(c))),
});
