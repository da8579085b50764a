/** Numbers rounded to a place after the point (or, if negative, before it). */
import {
  Decimal,
  decimalToNumber,
  decimalToPlainString,
  decimalToString,
  divideRounded,
  doubleToString,
  parseDecimal,
  pow10,
  rescale,
  toPrecision,
} from '../../types/index.ts';
import type { DataType, DecimalType, Rounding, Value } from '../../types/index.ts';
import { SparkError } from '../../core/index.ts';
import { arithmeticOverflow } from '../operator/errors.ts';

/** No number has digits so far before the point. */
const FIRST_PLACE = 400;
/** The last power of ten that Java's BigInteger works out; and the scales of its BigDecimal are integers of 32 bits. */
const LAST_POWER = 536_870_919;
const SCALES = 2 ** 31 - 1;

function isBeyond(scale: number): boolean {
  return -scale > FIRST_PLACE;
}

/** What Java's BigDecimal says when a number that is not zero goes from one scale to another; undefined if it can. */
function outOfReach(from: number, scale: number): string | undefined {
  const by = Math.abs(from - scale);
  if (by > SCALES) return 'Underflow';
  return by > LAST_POWER ? 'BigInteger would overflow supported range' : undefined;
}

/** Raises an ArithmeticException without a condition. */
function checkReach(from: number, scale: number): void {
  if (outOfReach(from, scale) === undefined) return;
  throw new SparkError({ errorClass: 'ArithmeticException', condition: null, sentence: `There is no place ${scale} to round to.` });
}

/** The digits that a double prints as, rounded: `1.005` becomes `1.01`. */
function roundByDigits(x: number, scale: number, rounding: Rounding): number {
  const digits = parseDecimal(doubleToString(x));
  if (digits === null) return x;
  if (digits.unscaled === 0n) return 0;
  checkReach(digits.scale, scale);
  if (scale >= digits.scale) return x;
  return isBeyond(scale) ? 0 : decimalToNumber(rescale(digits, scale, rounding)) + 0;
}

const MAX_FAST_SCALE = 15;
const MAX_EXACT = 2 ** 50;
/** How near to a half the quick way does not decide. */
const UNSURE = 1e-4;

/** Half up or half to even, as the digits say that Java prints for the double. NaN and infinities stay. */
export function roundDouble(x: number, scale: number, rounding: Rounding): number {
  if (!Number.isFinite(x)) return x;
  if (scale < 0 || scale > MAX_FAST_SCALE) return roundByDigits(x, scale, rounding);
  const factor = 10 ** scale;
  const scaled = x * factor;
  if (!(Math.abs(scaled) < MAX_EXACT)) return roundByDigits(x, scale, rounding);
  const down = Math.floor(scaled);
  const part = scaled - down;
  if (Math.abs(part - 0.5) < UNSURE) return roundByDigits(x, scale, rounding);
  return (part > 0.5 ? down + 1 : down) / factor + 0;
}

function outOfRange(rounded: Decimal, type: DecimalType): SparkError {
  const roundedValue = decimalToPlainString(rounded);
  return new SparkError({
    errorClass: 'ArithmeticException',
    condition: 'NUMERIC_VALUE_OUT_OF_RANGE.WITHOUT_SUGGESTION',
    sqlState: '22003',
    parameters: { roundedValue, originalValue: decimalToString(rounded), precision: String(type.precision), scale: String(type.scale) },
    sentence: `${roundedValue} does not fit DECIMAL(${type.precision},${type.scale}).`,
  });
}

/** A decimal rounded to a place, as a value of the result's type. Beyond its digits an error, without ANSI mode too. */
export function roundDecimal(d: Decimal, scale: number, type: DecimalType, rounding: Rounding): Value {
  if (d.unscaled !== 0n && scale < d.scale) checkReach(d.scale, scale);
  if (isBeyond(scale)) return farBeyond(d, scale, type, rounding);
  const rounded = scale >= d.scale ? d : rescale(d, scale, rounding);
  const fitted = toPrecision(rounded, type.precision, type.scale);
  if (fitted === null) throw outOfRange(rounded, type);
  return fitted;
}

/** Zero, or a power of ten that no type holds. */
function farBeyond(d: Decimal, scale: number, type: DecimalType, rounding: Rounding): Value {
  const sign = rounding === 'ceiling' && d.unscaled > 0n ? 1n : rounding === 'floor' && d.unscaled < 0n ? -1n : 0n;
  if (sign === 0n) return rescale(new Decimal(0n, 0), type.scale);
  throw outOfRange(new Decimal(sign, scale), type);
}

const BITS: Readonly<Record<string, number>> = { byte: 8, short: 16, integer: 32, long: 64 };

/** An integer rounded to a place before the point. Beyond the type: an error in ANSI mode, else it wraps. */
export function roundIntegral(x: number | bigint, scale: number, type: DataType, rounding: Rounding, ansi: boolean): Value {
  if (Number(x) === 0) return x;
  const problem = ansi ? outOfReach(0, scale) : undefined;
  if (problem !== undefined) throw arithmeticOverflow(undefined, problem);
  checkReach(0, scale);
  if (scale >= 0) return x;
  if (isBeyond(scale)) return type.kind === 'long' ? 0n : 0;
  const unit = pow10(-scale);
  const rounded = divideRounded(BigInt(x), unit, rounding) * unit;
  const fitted = BigInt.asIntN(BITS[type.kind] as number, rounded);
  if (fitted !== rounded && ansi) throw arithmeticOverflow(undefined, 'Overflow');
  return type.kind === 'long' ? fitted : Number(fitted);
}

/** The type of a decimal rounded to a place: one more digit in front, no more behind than asked for. */
export function roundedType({ precision, scale }: DecimalType, to: number): DecimalType {
  const whole = precision - scale + 1;
  if (to < 0) return { kind: 'decimal', precision: Math.min(Math.max(whole, (-to + 1) | 0), 38), scale: 0 };
  const kept = Math.min(scale, to);
  return { kind: 'decimal', precision: Math.min(whole + kept, 38), scale: kept };
}
