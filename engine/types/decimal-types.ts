/** Precision and scale of decimal results (Spark's `DecimalPrecision` and `DecimalType`). */
import type { DataType, DecimalType } from './data-type.ts';
import { digitCount } from './decimal.ts';
import type { Decimal } from './value.ts';

const MAX_PRECISION = 38;
const MIN_ADJUSTED_SCALE = 6;

function decimal(precision: number, scale: number): DecimalType {
  return { kind: 'decimal', precision, scale };
}

function bounded(precision: number, scale: number): DecimalType {
  return decimal(Math.min(precision, MAX_PRECISION), Math.min(scale, MAX_PRECISION));
}

/** Gives up digits after the point, down to six, before digits in front of it are lost. */
export function adjustPrecisionScale(precision: number, scale: number): DecimalType {
  if (precision <= MAX_PRECISION) return decimal(precision, scale);
  if (scale < 0) return decimal(MAX_PRECISION, scale);
  const integral = precision - scale;
  return decimal(MAX_PRECISION, Math.max(MAX_PRECISION - integral, Math.min(scale, MIN_ADJUSTED_SCALE)));
}

function result(precision: number, scale: number, allowPrecisionLoss: boolean): DecimalType {
  return allowPrecisionLoss ? adjustPrecisionScale(precision, scale) : bounded(precision, scale);
}

export type DecimalOperator = '+' | '-' | '*' | '/' | '%' | 'div';

/**
 * Type of `a op b` for decimals. `allowPrecisionLoss` is `spark.sql.decimalOperations.allowPrecisionLoss` (true).
 * `div` gives the decimal that Spark computes before the result becomes a long.
 */
export function decimalResultType(op: DecimalOperator, a: DecimalType, b: DecimalType, allowPrecisionLoss = true): DecimalType {
  const { precision: p1, scale: s1 } = a;
  const { precision: p2, scale: s2 } = b;
  const scale = Math.max(s1, s2);
  switch (op) {
    case '+':
    case '-':
      return result(Math.max(p1 - s1, p2 - s2) + scale + 1, scale, allowPrecisionLoss);
    case '*':
      return result(p1 + p2 + 1, s1 + s2, allowPrecisionLoss);
    case '%':
      return result(Math.min(p1 - s1, p2 - s2) + scale, scale, allowPrecisionLoss);
    case 'div':
      return bounded(Math.max(p1 - s1 + s2, 1), 0);
    case '/':
      return divideType(p1, s1, p2, s2, allowPrecisionLoss);
  }
}

function divideType(p1: number, s1: number, p2: number, s2: number, allowPrecisionLoss: boolean): DecimalType {
  if (allowPrecisionLoss) {
    const scale = Math.max(MIN_ADJUSTED_SCALE, s1 + p2 + 1);
    return adjustPrecisionScale(p1 - s1 + s2 + scale, scale);
  }
  let integral = Math.min(MAX_PRECISION, p1 - s1 + s2);
  let fraction = Math.min(MAX_PRECISION, Math.max(MIN_ADJUSTED_SCALE, s1 + p2 + 1));
  const excess = integral + fraction - MAX_PRECISION;
  if (excess > 0) {
    fraction -= Math.trunc(excess / 2) + 1;
    integral = MAX_PRECISION - fraction;
  }
  return bounded(integral + fraction, fraction);
}

/** The type that holds both, giving up fraction digits first when 38 do not suffice. */
export function widerDecimalType(a: DecimalType, b: DecimalType): DecimalType {
  const scale = Math.max(a.scale, b.scale);
  const precision = Math.max(a.precision - a.scale, b.precision - b.scale) + scale;
  if (precision <= MAX_PRECISION) return decimal(precision, scale);
  return decimal(MAX_PRECISION, Math.max(0, scale - (precision - MAX_PRECISION)));
}

/** The decimal that stands for a numeric type next to a decimal; undefined for other types. */
export function decimalForType(t: DataType): DecimalType | undefined {
  switch (t.kind) {
    case 'decimal':
      return t;
    case 'byte':
      return decimal(3, 0);
    case 'short':
      return decimal(5, 0);
    case 'integer':
      return decimal(10, 0);
    case 'long':
      return decimal(20, 0);
    case 'float':
      return decimal(14, 7);
    case 'double':
      return decimal(30, 15);
    default:
      return undefined;
  }
}

/** The narrowest decimal type of a value: `1.50` is decimal(3,2), `0.001` is decimal(3,3). */
export function decimalTypeOf(d: Decimal): DecimalType {
  const scale = Math.max(d.scale, 0);
  const digits = digitCount(d.unscaled) + Math.max(-d.scale, 0);
  return decimal(Math.max(digits, scale), scale);
}

/** True if every value of `from` (decimal or integral) is one of decimal `to`. */
export function isWiderDecimal(to: DecimalType, from: DataType): boolean {
  const f = decimalForType(from);
  if (f === undefined || from.kind === 'float' || from.kind === 'double') return false;
  return to.precision - to.scale >= f.precision - f.scale && to.scale >= f.scale;
}

/** True if every value of decimal `from` is exact in `to` (decimal, integral, or floating with digits enough). */
export function isTighterDecimal(from: DecimalType, to: DataType): boolean {
  const t = decimalForType(to);
  if (t === undefined || to.kind === 'float' || to.kind === 'double') return false;
  return from.precision - from.scale <= t.precision - t.scale && from.scale <= t.scale;
}
