/** Cases of tests/oracle/cases/casts.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('casts', () => ({}), {
  string_to_numbers: ({ spark }) => {
    const s = spark.createDataFrame([['42'], [' 7 '], ['-3'], ['+5'], [null]], 's string');
    return s.select(F.col('s').cast('int'), F.col('s').cast('bigint'), F.col('s').cast('double'), F.col('s').cast('float'), F.col('s').cast('decimal(10,2)'), F.col('s').cast('byte'));
  },
  string_to_double: ({ spark }) => {
    const s = spark.createDataFrame([['1e3'], ['.5'], ['5.'], ['NaN'], ['Infinity'], ['-inf'], ['1.5d'], ['  2.5  ']], 's string');
    return s.select(F.col('s').cast('double'));
  },
  string_to_boolean: ({ spark }) => {
    const s = spark.createDataFrame([['true'], ['T'], ['yes'], ['Y'], ['1'], ['false'], ['f'], ['NO'], ['n'], ['0']], 's string');
    return s.select(F.col('s').cast('boolean'));
  },
  bad_int: ({ spark }) => {
    const s = spark.createDataFrame([['4x']], 's string');
    return s.select(F.col('s').cast('int'));
  },
  decimal_text_to_int: ({ spark }) => {
    const s = spark.createDataFrame([['1.5']], 's string');
    return s.select(F.col('s').cast('int'));
  },
  bad_double: ({ spark }) => {
    const s = spark.createDataFrame([['one']], 's string');
    return s.select(F.col('s').cast('double'));
  },
  bad_boolean: ({ spark }) => {
    const s = spark.createDataFrame([['maybe']], 's string');
    return s.select(F.col('s').cast('boolean'));
  },
  bad_decimal: ({ spark }) => {
    const s = spark.createDataFrame([['x']], 's string');
    return s.select(F.col('s').cast('decimal(5,2)'));
  },
  empty_string_to_int: ({ spark }) => {
    const s = spark.createDataFrame([['']], 's string');
    return s.select(F.col('s').cast('int'));
  },
  try_cast: ({ spark }) => {
    const s = spark.createDataFrame([['4x'], ['12'], ['1.5'], [null]], 's string');
    return s.select(F.expr('try_cast(s as int)'), F.col('s').try_cast('double'), F.expr('try_cast(s as date)'), F.expr('try_cast(s as boolean)'));
  },
  legacy_not_ansi: ({ spark }) => {
    const s = spark.createDataFrame([['4x', 5], ['12', 0], ['1.5', 300]], 's string, n int');
    return s.select(F.col('s').cast('int'), F.col('n').cast('byte'), F.lit(10).divide(F.col('n')), F.col('s').cast('date'), F.array(F.lit(1)).getItem(F.col('n')), F.lit(2147483647).plus(F.col('n')));
  },
  double_to_int: ({ spark }) => {
    const d = spark.createDataFrame([[1.9], [-1.9], [0.0], [null]], 'x double');
    return d.select(F.col('x').cast('int'), F.col('x').cast('bigint'), F.col('x').cast('boolean'), F.col('x').cast('decimal(5,1)'), F.col('x').cast('float'), F.col('x').cast('string'));
  },
  double_out_of_int_range: ({ spark }) => {
    const d = spark.createDataFrame([[3000000000.0]], 'x double');
    return d.select(F.col('x').cast('int'));
  },
  nan_to_int: ({ spark }) => {
    const d = spark.createDataFrame([[Number.NaN]], 'x double');
    return d.select(F.col('x').cast('int'));
  },
  long_out_of_int_range: ({ spark }) => {
    const d = spark.createDataFrame([[3000000000]], 'l bigint');
    return d.select(F.col('l').cast('int'));
  },
  int_to_others: ({ spark }) => {
    const i = spark.createDataFrame([[65], [0], [-1]], 'i int');
    return i.select(F.col('i').cast('byte'), F.col('i').cast('short'), F.col('i').cast('bigint'), F.col('i').cast('boolean'), F.col('i').cast('string'), F.col('i').cast('decimal(5,2)'), F.col('i').cast('double'));
  },
  int_to_binary_not_possible: ({ spark }) => {
    const i = spark.createDataFrame([[65]], 'i int');
    return i.select(F.col('i').cast('binary'));
  },
  boolean_to_others: ({ spark }) => {
    const b = spark.createDataFrame([[true], [false], [null]], 'b boolean');
    return b.select(F.col('b').cast('int'), F.col('b').cast('double'), F.col('b').cast('string'), F.col('b').cast('decimal(2,1)'));
  },
  double_to_string: ({ spark }) => {
    const d = spark.createDataFrame([[1.0], [0.1], [10000000.0], [123456789.0], [0.001], [0.0001], [1.5e+300], [-0.0], [100.0], [1234567.125], [9007199254740992.0], [Number.NaN], [-Infinity]], 'x double');
    return d.select('x', F.col('x').cast('string'));
  },
  float_to_string: ({ spark }) => {
    const d = spark.createDataFrame([[1.0], [0.1], [10000000.0], [3.4028235e+38], [0.0001], [16777216.0]], 'x float');
    return d.select('x', F.col('x').cast('string'), F.col('x').cast('double'));
  },
  binary_and_string: ({ spark }) => {
    const b = spark.createDataFrame([['abc'], ['é'], [null]], 's string');
    return b.select(F.col('s').cast('binary'), F.col('s').cast('binary').cast('string'));
  },
  arrays_and_structs: ({ spark }) => {
    const a = spark.createDataFrame([[['1', null, '3'], [1, '2'], new Map<unknown, unknown>([['4', '5']])]], 'xs array<string>, p struct<a:int,b:string>, m map<string,string>');
    return a.select(F.col('xs').cast('array<int>'), F.col('p').cast('struct<a:string,b:bigint>'), F.col('m').cast('map<int,double>'));
  },
  cast_not_possible: ({ spark }) => {
    const a = spark.createDataFrame([[[1]]], 'xs array<int>');
    return a.select(F.col('xs').cast('int'));
  },
  int_to_date_not_possible: ({ spark }) => {
    const a = spark.createDataFrame([[1]], 'i int');
    return a.select(F.col('i').cast('date'));
  },
  unknown_type: ({ spark }) => {
    const a = spark.createDataFrame([[1]], 'i int');
    return a.select(F.col('i').cast('integerr'));
  },
  bad_value_in_where: ({ spark }) => {
    const s = spark.createDataFrame([['a', 1], ['2', 2]], 's string, n int');
    return s.where(F.col('s').eq(F.col('n')));
  },
  implicit_string_number: ({ spark }) => {
    const s = spark.createDataFrame([['2', '3.5']], 'a string, b string');
    return s.select(F.col('a').plus(3), F.col('b').multiply(2), F.abs('b'), F.sqrt('a'), F.expr('a < 10'), F.expr('\'2\' + 3'));
  },
  string_plus_string_not_numbers: ({ spark }) => {
    const s = spark.createDataFrame([['x', 'y']], 'a string, b string');
    return s.select(F.col('a').plus(F.col('b')));
  },
  char_and_varchar: ({ spark }) => spark.sql('select cast(\'ab\' as char(4)) || \'|\', cast(\'abcdef\' as varchar(3)), typeof(cast(\'a\' as varchar(3)))'),
  typeof_literals: ({ spark }) => spark.sql('select typeof(1), typeof(3000000000), typeof(1.5), typeof(1.5e0), typeof(\'a\'), typeof(true), typeof(null), typeof(array(1)), typeof(map(\'a\', 1)), typeof(struct(1)), typeof(x\'0a\'), typeof(99999999999999999999), typeof(1.5bd), typeof(interval 1 day)'),
});
