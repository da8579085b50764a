/** Exact decimals: parsing, printing, rounding and arithmetic (`org.apache.spark.sql.types.Decimal`). */
import { Decimal } from './value.ts';

const POWERS: bigint[] = [1n];

/** 10^n for n >= 0. */
export function pow10(n: number): bigint {
  for (let i = POWERS.length; i <= n; i++) POWERS.push((POWERS[i - 1] as bigint) * 10n);
  return POWERS[n] as bigint;
}

function abs(x: bigint): bigint {
  return x < 0n ? -x : x;
}

/** Number of decimal digits of the unscaled value; 1 for zero. */
export function digitCount(unscaled: bigint): number {
  return abs(unscaled).toString().length;
}

const DECIMAL_TEXT = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/;

/** Reads what Java's BigDecimal reads (`-1.50`, `.5`, `1E3`); null if the text is no number. No spaces allowed. */
export function parseDecimal(text: string): Decimal | null {
  const m = DECIMAL_TEXT.exec(text);
  if (m === null) return null;
  const whole = m[2] as string;
  const fraction = m[3] ?? '';
  if (whole === '' && fraction === '') return null;
  const exponent = m[4] === undefined ? 0 : Number(m[4]);
  const magnitude = BigInt(whole + fraction);
  return new Decimal(m[1] === '-' ? -magnitude : magnitude, fraction.length - exponent);
}

/** Without exponent: `1.50`, `-0.001`, `1000`. */
export function decimalToPlainString(d: Decimal): string {
  const { unscaled, scale } = d;
  if (scale <= 0) return unscaled === 0n ? '0' : `${unscaled}${'0'.repeat(-scale)}`;
  const digits = abs(unscaled).toString().padStart(scale + 1, '0');
  const sign = unscaled < 0n ? '-' : '';
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** As Java's `BigDecimal.toString`: scientific when the scale is negative or the adjusted exponent is below -6. */
export function decimalToString(d: Decimal): string {
  const digits = abs(d.unscaled).toString();
  const adjusted = digits.length - 1 - d.scale;
  if (d.scale === 0) return d.unscaled.toString();
  if (d.scale > 0 && adjusted >= -6) return decimalToPlainString(d);
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  const exponent = adjusted === 0 ? '' : `E${adjusted > 0 ? '+' : ''}${adjusted}`;
  return `${d.unscaled < 0n ? '-' : ''}${mantissa}${exponent}`;
}

export type Rounding = 'halfUp' | 'halfEven' | 'floor' | 'ceiling' | 'down';

/** `value / divisor` rounded to an integer; `divisor > 0`. */
export function divideRounded(value: bigint, divisor: bigint, rounding: Rounding): bigint {
  const quotient = value / divisor;
  const rest = value % divisor;
  if (rest === 0n) return quotient;
  const away = quotient + (value < 0n ? -1n : 1n);
  const twice = abs(rest) * 2n;
  switch (rounding) {
    case 'down':
      return quotient;
    case 'floor':
      return value < 0n ? away : quotient;
    case 'ceiling':
      return value < 0n ? quotient : away;
    case 'halfUp':
      return twice >= divisor ? away : quotient;
    case 'halfEven':
      if (twice === divisor) return quotient % 2n === 0n ? quotient : away;
      return twice > divisor ? away : quotient;
  }
}

/** The same number at another scale, rounded. Any number of digits. */
export function rescale(d: Decimal, scale: number, rounding: Rounding = 'halfUp'): Decimal {
  if (scale === d.scale) return d;
  if (scale > d.scale) return new Decimal(d.unscaled * pow10(scale - d.scale), scale);
  return new Decimal(divideRounded(d.unscaled, pow10(d.scale - scale), rounding), scale);
}

/** As a value of `decimal(precision, scale)`, rounded; null if it needs more digits (Spark's `toPrecision`). */
export function toPrecision(d: Decimal, precision: number, scale: number, rounding: Rounding = 'halfUp'): Decimal | null {
  const scaled = rescale(d, scale, rounding);
  return abs(scaled.unscaled) < pow10(precision) ? scaled : null;
}

/** As `toPrecision`, but null also if a digit would be lost. */
export function rescaleExact(d: Decimal, precision: number, scale: number): Decimal | null {
  const scaled = toPrecision(d, precision, scale, 'down');
  return scaled !== null && compareDecimals(scaled, d) === 0 ? scaled : null;
}

/** Negative, zero or positive as a is less than, equal to or greater than b, by number. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  let x = a.unscaled;
  let y = b.unscaled;
  if (a.scale < b.scale) x *= pow10(b.scale - a.scale);
  else if (b.scale < a.scale) y *= pow10(a.scale - b.scale);
  return x < y ? -1 : x > y ? 1 : 0;
}

export function decimalFromBigInt(value: bigint): Decimal {
  return new Decimal(value, 0);
}

/** Nearest double, correctly rounded. */
export function decimalToNumber(d: Decimal): number {
  return d.scale === 0 ? Number(d.unscaled) : Number(`${d.unscaled}e${-d.scale}`);
}

/** The integer part, towards zero. */
export function decimalToBigInt(d: Decimal): bigint {
  return d.scale <= 0 ? d.unscaled * pow10(-d.scale) : d.unscaled / pow10(d.scale);
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return new Decimal(rescale(a, scale).unscaled + rescale(b, scale).unscaled, scale);
}
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, new Decimal(-b.unscaled, b.scale));
}
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return new Decimal(a.unscaled * b.unscaled, a.scale + b.scale);
}
/** Quotient at the given scale, half up. The divisor is not zero. */
export function divideDecimals(a: Decimal, b: Decimal, scale: number): Decimal {
  const shift = scale + b.scale - a.scale;
  let numerator = a.unscaled;
  let denominator = b.unscaled;
  if (shift >= 0) numerator *= pow10(shift);
  else denominator *= pow10(-shift);
  if (denominator < 0n) {
    numerator = -numerator;
    denominator = -denominator;
  }
  return new Decimal(divideRounded(numerator, denominator, 'halfUp'), scale);
}
/** Remainder with the dividend's sign. The divisor is not zero. */
export function remainderDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return new Decimal(rescale(a, scale).unscaled % rescale(b, scale).unscaled, scale);
}
/** Integer part of the quotient (`div`). The divisor is not zero. */
export function integralDivideDecimals(a: Decimal, b: Decimal): bigint {
  const scale = Math.max(a.scale, b.scale);
  return rescale(a, scale).unscaled / rescale(b, scale).unscaled;
}
export function negateDecimal(d: Decimal): Decimal {
  return new Decimal(-d.unscaled, d.scale);
}
