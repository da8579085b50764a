/** The operators + - * / % div, their named and `try_` forms, and the signs. */
import { CalendarInterval, DoubleType, isNumeric, isString } from '../../types/index.ts';
import type { DataType, Decimal, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ParameterSpec, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { scalarFunction, unexpectedInput } from '../typing.ts';
import { arithmeticKernel, negateKernel } from './arithmetic-kernels.ts';
import { negatedDecimal } from './negated-decimal.ts';
import { arithmeticSignature, datetimeDifference, isInterval, isTimestamp, workingTypes } from './arithmetic-types.ts';
import { readingOf } from './datetime-readings.ts';
import { differenceKernel } from './datetime-kernels.ts';
import { differenceOf } from './datetime-values.ts';
import { about, arithmeticOverflow, intervalOverflow } from './errors.ts';
import { arithmeticOn, operationOf } from './numbers.ts';
import type { ArithmeticOperator, Binary, OverflowMode } from './numbers.ts';

const family = 'operator';
export const SIDES: readonly ParameterSpec[] = [
  { name: 'expr1', pythonName: 'left', accepts: ['numeric', 'interval'] },
  { name: 'expr2', pythonName: 'right', accepts: ['numeric', 'interval'] },
];
const SIGNED: readonly ParameterSpec[] = [SIDES[0] as ParameterSpec, { ...(SIDES[1] as ParameterSpec), optional: true }];

function modeOf(ctx: CallContext): OverflowMode {
  return ctx.ansi ? 'ansi' : 'legacy';
}

/** The operation that an operator's call site does. */
export function compute(op: ArithmeticOperator, ctx: CallContext, mode: OverflowMode): Binary {
  if (op === '-' && (ctx.argTypes[0]?.kind === 'date' || isTimestamp(ctx.argTypes[0] as DataType))) return differenceOf(ctx);
  const { type, result } = workingTypes(op, ctx.argTypes, ctx.returnType);
  return arithmeticOn(op, type, result, mode);
}

function infix(op: string): (args: readonly string[]) => string {
  return ([a, b]) => (b === undefined ? `(${op} ${a})` : `(${a} ${op} ${b})`);
}

const SIGN_TYPES = '("NUMERIC" or "INTERVAL DAY TO SECOND" or "INTERVAL YEAR TO MONTH" or "INTERVAL")';

function signSignature(sql: string, args: readonly ArgumentInfo[]): Signature {
  const { type } = args[0] as ArgumentInfo;
  if (isNumeric(type) || isInterval(type)) return { argTypes: [type], returns: type };
  if (isString(type) || type.kind === 'null') return { argTypes: [DoubleType], returns: DoubleType, nullable: true };
  throw about(sql, unexpectedInput('', args, 0, SIGN_TYPES));
}

function textOf(op: string, args: readonly ArgumentInfo[]): string {
  return infix(op)(args.map((a) => a.sql));
}

/** The value with the other sign. */
export function negated(x: Value, type: DataType, ansi: boolean): Value {
  switch (type.kind) {
    case 'decimal':
      return negatedDecimal(x as Decimal, type);
    case 'float':
    case 'double':
      return -(x as number);
    case 'long': {
      const out = BigInt.asIntN(64, -(x as bigint));
      if (ansi && x !== 0n && out === x) throw arithmeticOverflow();
      return out;
    }
    case 'daytime_interval': {
      const out = BigInt.asIntN(64, -(x as bigint));
      if (x !== 0n && out === x) throw intervalOverflow();
      return out;
    }
    case 'calendar_interval':
      return negatedInterval(x as CalendarInterval, ansi);
    default:
      return negatedSmall(x as number, type, ansi);
  }
}

function negatedSmall(x: number, type: DataType, ansi: boolean): number {
  const lowest = type.kind === 'byte' ? -128 : type.kind === 'short' ? -32_768 : -2_147_483_648;
  if (x !== lowest) return 0 - x;
  if (type.kind === 'yearmonth_interval') throw intervalOverflow();
  if (ansi) throw arithmeticOverflow();
  return x;
}

function negatedInterval(x: CalendarInterval, ansi: boolean): CalendarInterval {
  const micros = BigInt.asIntN(64, -x.microseconds);
  const [months, days] = [(0 - x.months) | 0, (0 - x.days) | 0];
  const fits = months === 0 - x.months && days === 0 - x.days && micros === -x.microseconds;
  if (ansi && !fits) throw arithmeticOverflow();
  return new CalendarInterval(months, days, micros);
}

/** The type rule of an operator, under the name by which it is called. */
export function signatureOf(op: ArithmeticOperator, name: string, args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  const sql = name === op && op !== 'pmod' ? textOf(name, args) : `${name}(${args.map((a) => a.sql).join(', ')})`;
  if (args.length === 1) return signSignature(sql, args);
  const difference = op === '-' ? datetimeDifference(sql, args, ctx.ansi) : undefined;
  return difference ?? arithmeticSignature(op, sql, args, ctx);
}

/** The divisor decides. */
const RIGHT_FIRST = { places: [1, 0] };

interface OperatorInit {
  readonly name: string;
  readonly since: string;
  readonly doc: string;
  readonly examples: ScalarFunction['examples'];
  readonly params?: readonly ParameterSpec[];
  readonly asks?: ScalarFunction['asks'];
}

function operator(op: ArithmeticOperator, init: OperatorInit): ScalarFunction {
  const symbol = init.name === op && op !== 'pmod';
  return scalarFunction({
    family,
    params: SIDES,
    ...init,
    ...(symbol ? { sqlOnly: true, sql: infix(op), planText: (args: readonly string[]) => (args.length === 1 ? `${op}${args[0]}` : infix(op)(args)) } : {}),
    replacement: (types) => (op === '+' && types.length === 1 ? 0 : undefined),
    becomes: (args, { ansi }) => (args.length === 2 ? readingOf(op, args, ansi) : undefined),
    signature: (args, ctx) => signatureOf(op, init.name, args, ctx),
    row: ([a, b], ctx) => {
      if (b === undefined) return op === '-' ? negated(a as Value, ctx.returnType, ctx.ansi) : (a as Value);
      return operationOf(ctx, () => compute(op, ctx, modeOf(ctx)))(a as Value, b);
    },
    batch: (args, n, ctx, valid) => {
      if (args.length === 2) return (op === '-' ? differenceKernel(args, n, ctx, valid) : undefined) ?? arithmeticKernel(op, args, n, ctx, valid);
      const [a] = args;
      return op === '-' && a !== undefined ? negateKernel(a, n, ctx, valid) : a;
    },
  });
}

const operators: readonly ScalarFunction[] = [
  operator('+', {
    name: '+',
    since: '1.0.0',
    params: SIGNED,
    doc: 'The sum of two numbers or intervals; a date plus days; a date or timestamp plus an interval. With one operand, that operand.',
    examples: [
      ['1 + 2', '3'],
      ["DATE '2024-01-31' + 1", '2024-02-01'],
      ['1 + NULL', null],
    ],
  }),
  operator('-', {
    name: '-',
    since: '1.0.0',
    params: SIGNED,
    doc: 'The difference of two numbers, intervals, dates or timestamps; a date less days or an interval. With one operand, the operand with the other sign.',
    examples: [
      ['2 - 1', '1'],
      ["DATE '2024-03-01' - DATE '2024-02-01'", "INTERVAL '29' DAY"],
      ['- (5)', '-5'],
    ],
  }),
  operator('*', {
    name: '*',
    since: '1.0.0',
    doc: 'The product of two numbers, or of an interval and a number.',
    examples: [
      ['2 * 3', '6'],
      ["INTERVAL '1' HOUR * 2", "INTERVAL '0 02:00:00' DAY TO SECOND"],
    ],
  }),
  operator('/', {
    name: '/',
    asks: RIGHT_FIRST,
    since: '1.0.0',
    doc: 'The quotient: a decimal of decimals, else a double. Division by zero raises DIVIDE_BY_ZERO.',
    examples: [
      ['3 / 2', '1.5'],
      ['2L / 2L', '1.0'],
      ['1.0 / 3', '0.333333'],
    ],
  }),
  operator('%', {
    name: '%',
    asks: RIGHT_FIRST,
    since: '1.0.0',
    doc: 'The rest of a division, with the sign of the dividend. A divisor of zero raises REMAINDER_BY_ZERO.',
    examples: [
      ['7 % 4', '3'],
      ['-7 % 4', '-3'],
      ['2 % 1.8', '0.2'],
    ],
  }),
  operator('%', {
    name: 'mod',
    asks: RIGHT_FIRST,
    since: '2.3.0',
    doc: 'The rest of a division, with the sign of the dividend. A divisor of zero raises REMAINDER_BY_ZERO.',
    examples: [['mod(7, 4)', '3']],
  }),
  operator('div', {
    name: 'div',
    asks: RIGHT_FIRST,
    since: '3.0.0',
    doc: 'The whole part of a quotient, as a bigint. Division by zero raises DIVIDE_BY_ZERO.',
    examples: [
      ['7 div 2', '3'],
      ['-7 div 2', '-3'],
    ],
  }),
  operator('pmod', {
    name: 'pmod',
    asks: RIGHT_FIRST,
    since: '1.5.0',
    doc: 'The rest of a division, positive where the divisor is. A divisor of zero raises REMAINDER_BY_ZERO.',
    examples: [
      ['pmod(10, 3)', '1'],
      ['pmod(-10, 3)', '2'],
    ],
  }),
];

function sign(name: 'negative' | 'positive', doc: string, examples: ScalarFunction['examples']): ScalarFunction {
  const shown = name === 'positive' ? infix('+') : undefined;
  return scalarFunction({
    name,
    family,
    since: '1.5.0',
    params: [{ name: 'expr', pythonName: 'col', accepts: ['numeric', 'interval'] }],
    signature: (args) => signSignature(shown === undefined ? `${name}(${args[0]?.sql})` : textOf('+', args), args),
    ...(shown === undefined ? { planText: ([a]: readonly string[]) => `-${a}` } : { sql: shown, replacement: () => 0 }),
    doc,
    examples,
    row: ([x], ctx) => (name === 'negative' ? negated(x as Value, ctx.returnType, ctx.ansi) : (x as Value)),
    batch: ([v], n, ctx, valid) => (v === undefined ? undefined : name === 'negative' ? negateKernel(v, n, ctx, valid) : v),
  });
}

const signs: readonly ScalarFunction[] = [
  sign('negative', 'The number or interval with the other sign.', [
    ['negative(1)', '-1'],
    ['negative(-1.5)', '1.5'],
  ]),
  sign('positive', 'The number or interval as it is.', [['positive(1)', '1']]),
];

export const arithmetic: readonly ScalarFunction[] = [...operators, ...signs];
