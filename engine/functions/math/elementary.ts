/** Powers, roots, exponentials, logarithms and angles. */
import { DoubleType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction } from '../define.ts';
import { scalarFunction } from '../typing.ts';
import { atan2, cos, sin, tan } from './angles.ts';
import { binary, expectDouble, family, unary } from './declare.ts';
import type { UnaryInit } from './declare.ts';
import { atanh, cosh, exp, hypot, rint, tanh } from './java-math.ts';
import { cbrt, pow } from './pow.ts';

const DEGREES_PER_RADIAN = 57.29577951308232;
const RADIANS_PER_DEGREE = 0.017453292519943295;
const LOG_2 = Math.log(2);

/** Name, version, function, documentation, an example. */
type Row = readonly [name: string, since: string, of: (x: number) => number, doc: string, example: readonly [string, string | null]];

/** Columns show these in capitals. */
const CAPITALS: readonly Row[] = [
  ['sqrt', '1.1.1', Math.sqrt, 'The square root; NaN of a negative number.', ['sqrt(4)', '2.0']],
  ['cbrt', '1.4.0', cbrt, 'The cube root.', ['cbrt(27.0)', '3.0']],
  ['exp', '1.4.0', exp, 'e to the power of the number.', ['exp(0)', '1.0']],
  ['expm1', '1.4.0', Math.expm1, 'e to the power of the number, less 1; exact near 0.', ['expm1(0)', '0.0']],
  ['sin', '1.4.0', sin, 'The sine of an angle in radians.', ['sin(0)', '0.0']],
  ['cos', '1.4.0', cos, 'The cosine of an angle in radians.', ['cos(0)', '1.0']],
  ['tan', '1.4.0', tan, 'The tangent of an angle in radians.', ['tan(0)', '0.0']],
  ['cot', '3.3.0', (x) => 1 / tan(x), 'The cotangent of an angle in radians.', ['cot(0)', 'Infinity']],
  ['sec', '3.3.0', (x) => 1 / cos(x), 'The secant of an angle in radians.', ['sec(0)', '1.0']],
  ['csc', '3.3.0', (x) => 1 / sin(x), 'The cosecant of an angle in radians.', ['csc(0)', 'Infinity']],
  ['asin', '1.4.0', Math.asin, 'The angle, in radians, whose sine the number is; NaN beyond -1 and 1.', ['asin(0)', '0.0']],
  ['acos', '1.4.0', Math.acos, 'The angle, in radians, whose cosine the number is; NaN beyond -1 and 1.', ['acos(1)', '0.0']],
  ['atan', '1.4.0', Math.atan, 'The angle, in radians, whose tangent the number is.', ['atan(0)', '0.0']],
  ['sinh', '1.4.0', Math.sinh, 'The hyperbolic sine.', ['sinh(0)', '0.0']],
  ['cosh', '1.4.0', cosh, 'The hyperbolic cosine.', ['cosh(0)', '1.0']],
  ['tanh', '1.4.0', tanh, 'The hyperbolic tangent.', ['tanh(0)', '0.0']],
  ['asinh', '3.1.0', Math.asinh, 'The inverse hyperbolic sine.', ['asinh(0)', '0.0']],
  ['acosh', '3.1.0', Math.acosh, 'The inverse hyperbolic cosine; NaN below 1.', ['acosh(1)', '0.0']],
  ['atanh', '3.1.0', atanh, 'The inverse hyperbolic tangent; NaN beyond -1 and 1.', ['atanh(0)', '0.0']],
  ['degrees', '1.4.0', (x) => x * DEGREES_PER_RADIAN, 'Radians as degrees.', ['degrees(3.141592653589793)', '180.0']],
  ['radians', '1.4.0', (x) => x * RADIANS_PER_DEGREE, 'Degrees as radians.', ['radians(180)', '3.141592653589793']],
];

/** Logarithms are NULL where they are not defined. */
const LOGARITHMS: readonly UnaryInit[] = [
  { name: 'ln', since: '1.4.0', doc: 'The natural logarithm; NULL of zero and below.', examples: [['ln(1)', '0.0']], of: Math.log, domain: (x) => !(x <= 0) },
  { name: 'log2', shown: 'LOG2', since: '1.4.0', doc: 'The logarithm to base 2; NULL of zero and below.', examples: [['log2(8)', '3.0']], of: (x) => Math.log(x) / LOG_2, domain: (x) => !(x <= 0) },
  { name: 'log10', shown: 'LOG10', since: '1.4.0', doc: 'The logarithm to base 10; NULL of zero and below.', examples: [['log10(100)', '2.0']], of: Math.log10, domain: (x) => !(x <= 0) },
  { name: 'log1p', shown: 'LOG1P', since: '1.4.0', doc: 'The natural logarithm of the number plus 1; NULL of -1 and below.', examples: [['log1p(0)', '0.0']], of: Math.log1p, domain: (x) => !(x <= -1) },
];

const SHOWN_E: ArgumentInfo = { type: DoubleType, nullable: false, foldable: true, literal: Math.E, sql: 'E()' };

const log = scalarFunction({
  name: 'log',
  family,
  since: '1.5.0',
  params: [
    { name: 'base', pythonName: 'arg1', accepts: ['double'] },
    { name: 'expr', pythonName: 'arg2', accepts: ['double'], optional: true },
  ],
  signature: (args) => {
    const shown = args.length === 1 ? [SHOWN_E, args[0] as ArgumentInfo] : args;
    const types = shown.map((_, i) => expectDouble('LOG', shown, i));
    return { argTypes: types.slice(2 - args.length), returns: DoubleType, nullable: true };
  },
  sql: (args) => `LOG(${args.length === 1 ? `E(), ${args[0]}` : args.join(', ')})`,
  planText: (args) => `LOG(${args.length === 1 ? `${Math.E}, ${args[0]}` : args.join(', ')})`,
  doc: 'The logarithm to a base, or with one argument the natural one. NULL where it is not defined.',
  examples: [
    ['log(10, 100)', '2.0'],
    ['log(1)', '0.0'],
    ['log(0, 2)', null],
  ],
  row: (args): Value => {
    const [base, x] = args.length === 1 ? [Math.E, args[0] as number] : (args as readonly [number, number]);
    if (base <= 0 || x <= 0) return null;
    return args.length === 1 ? Math.log(x) : Math.log(x) / Math.log(base);
  },
});

function constant(name: string, shown: string, value: number, doc: string): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since: '1.5.0',
    params: [],
    signature: () => ({ argTypes: [], returns: DoubleType, nullable: false }),
    sql: () => `${shown}()`,
    doc,
    examples: [[`${name}()`, String(value)]],
    row: () => value,
  });
}

function power(name: string, since: string, shown: string): ScalarFunction {
  return binary({
    name,
    shown,
    since,
    params: ['col1', 'col2'],
    doc: 'The first number to the power of the second.',
    examples: [[`${name}(2, 3)`, '8.0']],
    of: pow,
  });
}

export const elementary: readonly ScalarFunction[] = [
  ...CAPITALS.map(([name, since, of, doc, example]) => unary({ name, shown: name.toUpperCase(), since, of, doc, examples: [example] })),
  ...LOGARITHMS.map(unary),
  unary({ name: 'rint', since: '1.4.0', doc: 'The nearest whole number, as a double; at a half the even one.', examples: [['rint(12.3456)', '12.0']], of: rint }),
  log,
  power('power', '1.4.0', 'POWER'),
  power('pow', '1.4.0', 'pow'),
  binary({
    name: 'hypot',
    shown: 'HYPOT',
    since: '1.4.0',
    params: ['col1', 'col2'],
    doc: 'The length of the diagonal over two sides, without overflow on the way.',
    examples: [['hypot(3, 4)', '5.0']],
    of: hypot,
  }),
  binary({
    name: 'atan2',
    shown: 'ATAN2',
    since: '1.4.0',
    params: ['col1', 'col2'],
    doc: 'The angle, in radians, of the point with the given y and x.',
    examples: [['atan2(0, 0)', '0.0']],
    of: (y, x) => atan2(y + 0, x + 0),
  }),
  constant('pi', 'PI', Math.PI, 'The number pi.'),
  constant('e', 'E', Math.E, "Euler's number."),
];
