/** Cases of tests/oracle/cases/math.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('math', (spark) => {
  const n = spark.createDataFrame([[1, 2.5], [-7, -2.5], [0, 0.0], [null, null], [12, Number.NaN]], 'i int, x double');
  return { n };
}, {
  rounding: ({ n }) => n.select(F.round('x'), F.bround('x'), F.ceil('x'), F.floor('x'), F.rint('x'), F.round(F.col('x').multiply(1.23456), 2), F.round('i', -1), F.bround(F.lit(0.25), 1), F.ceil('i')),
  rounding_halves: ({ spark }) => {
    const df = spark.createDataFrame([[0.5], [1.5], [-0.5], [2.675], [1.005], [1000000000000000.0]], 'x double');
    return df.select('x', F.round('x'), F.bround('x'), F.round('x', 2), F.round('x', 1));
  },
  ceil_floor_with_scale: ({ spark }) => {
    const df = spark.createDataFrame([[3.1411], [-12.345]], 'x double');
    return df.select(F.ceil('x', F.lit(2)), F.floor('x', F.lit(1)), F.ceiling('x'), F.expr('ceil(3345.1, -2)'));
  },
  signs: ({ n }) => n.select(F.abs('i'), F.abs('x'), F.signum('x'), F.sign('i'), F.negate('i'), F.positive('x'), F.col('x').negate()),
  powers_and_roots: ({ spark }) => {
    const df = spark.createDataFrame([[4.0], [0.0], [-8.0], [null]], 'x double');
    return df.select(F.sqrt('x'), F.cbrt('x'), F.pow('x', 2), F.pow(F.lit(2), 'x'), F.exp('x'), F.expm1('x'), F.hypot('x', F.lit(3.0)));
  },
  logarithms: ({ spark }) => {
    const df = spark.createDataFrame([[8.0], [0.0], [-1.0], [1.0]], 'x double');
    return df.select(F.log('x'), F.ln('x'), F.log2('x'), F.log10('x'), F.log1p('x'), F.log(2.0, 'x'));
  },
  trigonometry: ({ spark }) => {
    const df = spark.createDataFrame([[0.5], [0.0], [2.0]], 'x double');
    return df.select(F.round(F.sin('x'), 12), F.round(F.cos('x'), 12), F.round(F.tan('x'), 12), F.round(F.asin('x'), 12), F.round(F.acos('x'), 12), F.round(F.atan('x'), 12), F.round(F.atan2('x', F.lit(1.0)), 12));
  },
  hyperbolic_and_angles: ({ spark }) => {
    const df = spark.createDataFrame([[0.5], [1.0]], 'x double');
    return df.select(F.round(F.sinh('x'), 12), F.round(F.cosh('x'), 12), F.round(F.tanh('x'), 12), F.round(F.degrees('x'), 12), F.round(F.radians('x'), 12), F.round(F.cot('x'), 12), F.round(F.pi(), 12), F.round(F.e(), 12));
  },
  modulo: ({ spark }) => {
    const df = spark.createDataFrame([[7, 3], [-7, 3], [7, -3], [-7, -3]], 'a int, b int');
    return df.select(F.col('a').mod(F.col('b')), F.pmod('a', 'b'), F.expr('a div b'), F.expr('mod(a, b)'), F.try_mod('a', F.lit(0)));
  },
  greatest_least: ({ spark }) => {
    const df = spark.createDataFrame([[1, 5, 3], [null, 2, null], [null, null, null]], 'a int, b int, c int');
    return df.select(F.greatest('a', 'b', 'c'), F.least('a', 'b', 'c'), F.greatest(F.col('a').cast('double'), F.lit(Number.NaN)));
  },
  bases: ({ spark }) => spark.range(1).select(F.conv(F.lit('ff'), 16, 10), F.conv(F.lit('-10'), 10, 16), F.bin(F.lit(13)), F.hex(F.lit(255)), F.unhex(F.lit('4A4b')), F.conv(F.lit('zz'), 10, 2)),
  bits: ({ spark }) => {
    const df = spark.createDataFrame([[6, 3], [-1, 1]], 'a int, b int');
    return df.select(F.col('a').bitwiseAND(F.col('b')), F.col('a').bitwiseOR(F.col('b')), F.col('a').bitwiseXOR(F.col('b')), F.bitwise_not('a'), F.shiftleft('a', 2), F.shiftright('a', 1), F.shiftrightunsigned('a', 1), F.bit_count('a'), F.getbit('a', F.lit(1)));
  },
  factorial: ({ spark }) => spark.range(1).select(F.factorial(F.lit(0)), F.factorial(F.lit(20)), F.factorial(F.lit(21))),
  division: ({ spark }) => {
    const df = spark.createDataFrame([[7, 2.0], [1, 3.0]], 'a int, b double');
    return df.select(F.col('a').divide(2), F.col('a').divide(F.col('b')), F.try_divide('a', F.lit(0)), F.expr('a / 3'), F.expr('7 / 2.0'), F.expr('1 / 3'));
  },
  nan_handling: ({ n }) => n.select(F.isnan('x'), F.nanvl('x', F.lit(0.0)), F.col('x').gt(100), F.col('x').eq(Number.NaN), F.isnull('x'), F.zeroifnull('x'), F.nullifzero('i')),
  integer_overflow: ({ spark }) => {
    const df = spark.createDataFrame([[2147483647]], 'i int');
    return df.select(F.col('i').plus(1));
  },
  integer_overflow_widened: ({ spark }) => {
    const df = spark.createDataFrame([[2147483647]], 'i int');
    return df.select(F.col('i').plus(F.lit(1).cast('long')), F.try_add('i', F.lit(1)), F.col('i').multiply(1.0));
  },
  long_overflow: ({ spark }) => {
    const df = spark.createDataFrame([[9223372036854775807n]], 'i long');
    return df.select(F.col('i').multiply(2));
  },
  long_values_stay_exact: ({ spark }) => {
    const df = spark.createDataFrame([[9007199254740993n, 2], [-9223372036854775808n, 3]], 'a long, b long');
    return df.select(F.col('a'), F.col('a').plus(0), F.col('a').minus(F.col('a')), F.col('a').mod(10), F.expr('a div b'), F.col('a').cast('string'), F.col('a').cast('double'));
  },
  float_arithmetic: ({ spark }) => {
    const df = spark.createDataFrame([[0.1, 0.2], [16777217.0, 1.0]], 'a float, b float');
    return df.select(F.col('a'), F.col('a').plus(F.col('b')), F.col('a').multiply(2), F.col('a').plus(0.5), F.col('a').cast('double'), F.col('a').cast('string'));
  },
  type_of_arithmetic: ({ spark }) => spark.sql('select typeof(1Y + 1S), typeof(1 + 1L), typeof(1L + 1.0f), typeof(1 + 1.5), typeof(1 / 2), typeof(\'2\' + 3), typeof(1 + 1.5D), typeof(2 * 1.25), typeof(date\'2024-01-02\' - date\'2024-01-01\'), typeof(7 div 2)'),
  width_bucket_and_uniform: ({ spark }) => spark.range(1).select(F.width_bucket(F.lit(5.3), F.lit(0.2), F.lit(10.6), F.lit(5)), F.width_bucket(F.lit(-1.0), F.lit(0.0), F.lit(10.0), F.lit(5))),
});
