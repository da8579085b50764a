/** Arithmetic on two values of one type: what + - * / % div and pmod mean, with or without ANSI mode. */
import { InternalError } from '../../core/index.ts';
import {
  addDecimals,
  CalendarInterval,
  compareDecimals,
  Decimal,
  decimalToBigInt,
  digitCount,
  divideDecimals,
  integralDivideDecimals,
  multiplyDecimals,
  numericValueOutOfRange,
  remainderDecimals,
  rescale,
  subtractDecimals,
  toPrecision,
} from '../../types/index.ts';
import type { DataType, DecimalType, Value } from '../../types/index.ts';
import type { CallContext } from '../define.ts';
import { arithmeticOverflow, divideByZero, intervalOverflow, remainderByZero, smallOverflow } from './errors.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | 'div' | 'pmod';
/** What a result out of range gives: an error, a wrapped number (NULL for decimals and division by zero), or NULL. */
export type OverflowMode = 'ansi' | 'legacy' | 'try';
export type Binary = (a: Value, b: Value) => Value;

const OPERATIONS = new WeakMap<CallContext, Binary>();

/** The operation of a call site, made once. */
export function operationOf(ctx: CallContext, make: () => Binary): Binary {
  let operation = OPERATIONS.get(ctx);
  if (operation === undefined) {
    operation = make();
    OPERATIONS.set(ctx, operation);
  }
  return operation;
}

const TRY_NAMES: Readonly<Record<ArithmeticOperator, string>> = {
  '+': 'try_add',
  '-': 'try_subtract',
  '*': 'try_multiply',
  '/': 'try_divide',
  '%': 'try_mod',
  div: 'try_divide',
  pmod: 'try_mod',
};
export function tryNameOf(op: ArithmeticOperator): string {
  return TRY_NAMES[op];
}

const BITS: Readonly<Record<string, number>> = { byte: 8, short: 16, integer: 32 };

/** Integers of at most 32 bits: + - * that must fit. */
function smallArithmetic(op: '+' | '-' | '*', kind: string, mode: OverflowMode): Binary {
  const shift = 32 - (BITS[kind] as number);
  const exact: (a: number, b: number) => number = op === '+' ? (a, b) => a + b : op === '-' ? (a, b) => a - b : (a, b) => a * b;
  const wrapped: (a: number, b: number) => number = op === '*' ? Math.imul : (a, b) => exact(a, b) | 0;
  return (x, y) => {
    const [a, b] = [x as number, y as number];
    const fitted = (wrapped(a, b) << shift) >> shift;
    if (mode === 'legacy' || exact(a, b) === fitted) return fitted;
    if (mode === 'try') return null;
    throw kind === 'integer' ? arithmeticOverflow(TRY_NAMES[op]) : smallOverflow(a, op, b, TRY_NAMES[op]);
  };
}

function longArithmetic(op: '+' | '-' | '*', mode: OverflowMode): Binary {
  const exact: (a: bigint, b: bigint) => bigint = op === '+' ? (a, b) => a + b : op === '-' ? (a, b) => a - b : (a, b) => a * b;
  return (x, y) => {
    const result = exact(x as bigint, y as bigint);
    const fitted = BigInt.asIntN(64, result);
    if (mode === 'legacy' || fitted === result) return fitted;
    if (mode === 'try') return null;
    throw arithmeticOverflow(TRY_NAMES[op]);
  };
}

function floatArithmetic(op: ArithmeticOperator, single: boolean, mode: OverflowMode): Binary {
  const round = single ? Math.fround : (x: number): number => x;
  const byZero = (): number | null => {
    if (mode !== 'ansi') return null;
    throw op === '/' ? divideByZero() : remainderByZero();
  };
  switch (op) {
    case '+':
      return (a, b) => round((a as number) + (b as number));
    case '-':
      return (a, b) => round((a as number) - (b as number));
    case '*':
      return (a, b) => round((a as number) * (b as number));
    case '/':
      return (a, b) => (Number(b) === 0 ? byZero() : round(Number(a) / Number(b)));
    case '%':
      return (a, b) => (b === 0 ? byZero() : round((a as number) % (b as number)));
    default:
      return (a, b) => (b === 0 ? byZero() : positiveFloat(a as number, b as number, round));
  }
}

function positiveFloat(a: number, b: number, round: (x: number) => number): number {
  const rest = a % b;
  return rest < 0 ? round(round(rest + b) % b) : rest;
}

function zeroDivisor(op: ArithmeticOperator, mode: OverflowMode): null {
  if (mode !== 'ansi') return null;
  throw op === 'div' ? divideByZero() : remainderByZero();
}

/** Remainders of integers; `pmod` is made positive where the divisor is. */
function integralRemainder(op: '%' | 'pmod', wide: boolean, mode: OverflowMode): Binary {
  if (wide) {
    return (x, y) => {
      const [a, b] = [x as bigint, y as bigint];
      if (b === 0n) return zeroDivisor(op, mode);
      const rest = a % b;
      return op === 'pmod' && rest < 0n ? BigInt.asIntN(64, rest + b) % b : rest;
    };
  }
  return (x, y) => {
    const [a, b] = [x as number, y as number];
    if (b === 0) return zeroDivisor(op, mode);
    const rest = (a % b) + 0;
    return op === 'pmod' && rest < 0 ? (((rest + b) | 0) % b) + 0 : rest;
  };
}

function integralDivision(mode: OverflowMode): Binary {
  return (x, y) => {
    const [a, b] = [BigInt(x as number | bigint), BigInt(y as number | bigint)];
    if (b === 0n) return zeroDivisor('div', mode);
    const quotient = a / b;
    const fitted = BigInt.asIntN(64, quotient);
    if (mode === 'legacy' || fitted === quotient) return fitted;
    if (mode === 'try') return null;
    throw arithmeticOverflow('try_divide', 'Overflow in integral divide');
  };
}

/** Spark computes products to one digit more than a decimal holds; errors show that. */
const PRODUCT_DIGITS = 39;
function shortened(d: Decimal): Decimal {
  const surplus = digitCount(d.unscaled) - PRODUCT_DIGITS;
  return surplus > 0 ? rescale(d, d.scale - surplus, 'down') : d;
}

/** Decimals: exact, then rounded half up to the result's scale. */
function decimalArithmetic(op: ArithmeticOperator, result: DecimalType, mode: OverflowMode): Binary {
  const { precision, scale } = result;
  const fit = (d: Decimal): Decimal | null => {
    const fitted = toPrecision(d, precision, scale);
    if (fitted === null && mode === 'ansi') throw numericValueOutOfRange(op === '*' ? shortened(d) : d, precision, scale);
    return fitted;
  };
  const nonZero =
    (f: (a: Decimal, b: Decimal) => Value): Binary =>
    (a, b) => {
      if ((b as Decimal).unscaled !== 0n) return f(a as Decimal, b as Decimal);
      if (op !== '/') return zeroDivisor(op, mode);
      if (mode !== 'ansi') return null;
      throw divideByZero();
    };
  switch (op) {
    case '+':
      return (a, b) => fit(addDecimals(a as Decimal, b as Decimal));
    case '-':
      return (a, b) => fit(subtractDecimals(a as Decimal, b as Decimal));
    case '*':
      return (a, b) => fit(multiplyDecimals(a as Decimal, b as Decimal));
    case '/':
      return nonZero((a, b) => fit(divideDecimals(a, b, scale)));
    case '%':
      return nonZero((a, b) => fit(remainderDecimals(a, b)));
    case 'div':
      return nonZero((a, b) => {
        const quotient = fit(new Decimal(integralDivideDecimals(a, b), 0));
        return quotient === null ? null : BigInt.asIntN(64, decimalToBigInt(quotient));
      });
    case 'pmod':
      return nonZero((a, b) => fit(positiveDecimal(a, b)));
  }
}

const ZERO = new Decimal(0n, 0);

function positiveDecimal(a: Decimal, b: Decimal): Decimal {
  const rest = remainderDecimals(a, b);
  return compareDecimals(rest, ZERO) < 0 ? remainderDecimals(addDecimals(rest, rescale(b, Math.max(a.scale, b.scale))), b) : rest;
}

function intervalArithmetic(op: '+' | '-', kind: string, mode: OverflowMode): Binary {
  const sign = op === '+' ? 1 : -1;
  const over = (): null => {
    if (mode === 'try') return null;
    throw intervalOverflow(TRY_NAMES[op]);
  };
  if (kind === 'daytime_interval') {
    return (a, b) => {
      const sum = (a as bigint) + BigInt(sign) * (b as bigint);
      return BigInt.asIntN(64, sum) === sum ? sum : over();
    };
  }
  if (kind === 'yearmonth_interval') {
    return (a, b) => {
      const sum = (a as number) + sign * (b as number);
      return (sum | 0) === sum ? sum : over();
    };
  }
  return (x, y) => {
    const [a, b] = [x as CalendarInterval, y as CalendarInterval];
    const months = a.months + sign * b.months;
    const days = a.days + sign * b.days;
    const micros = a.microseconds + BigInt(sign) * b.microseconds;
    const fits = (months | 0) === months && (days | 0) === days && BigInt.asIntN(64, micros) === micros;
    if (fits || mode === 'legacy') return new CalendarInterval(months | 0, days | 0, BigInt.asIntN(64, micros));
    if (mode === 'try') return null;
    throw arithmeticOverflow();
  };
}

/**
 * The operator on two values of the given type (`div` also takes intervals; `/` on doubles also integers beside them).
 * `result` is the type that comes out; for `div` of decimals, the decimal before it becomes a long.
 */
export function arithmeticOn(op: ArithmeticOperator, type: DataType, result: DataType, mode: OverflowMode): Binary {
  switch (type.kind) {
    case 'decimal':
      return decimalArithmetic(op, result as DecimalType, mode);
    case 'float':
    case 'double':
      return floatArithmetic(op, type.kind === 'float', mode);
    case 'calendar_interval':
    case 'daytime_interval':
    case 'yearmonth_interval':
      if (op === '+' || op === '-') return intervalArithmetic(op, type.kind, mode);
      return integralDivision(mode);
    case 'byte':
    case 'short':
    case 'integer':
    case 'long': {
      if (op === '/') return floatArithmetic(op, false, mode);
      if (op === 'div') return integralDivision(mode);
      if (op === '%' || op === 'pmod') return integralRemainder(op, type.kind === 'long', mode);
      return type.kind === 'long' ? longArithmetic(op, mode) : smallArithmetic(op, type.kind, mode);
    }
    default:
      throw new InternalError(`no arithmetic on ${type.kind}`);
  }
}
