/** Texts and numbers to numbers. */
import { isString } from '../coercion.ts';
import type { DataType, DayTimeIntervalType, DecimalType, YearMonthIntervalType } from '../data-type.ts';
import { floorDiv, javaTrim, trimAll } from '../datetime.ts';
import { decimalToBigInt, decimalToNumber, digitCount, parseDecimal, pow10, toPrecision } from '../decimal.ts';
import { doubleToString } from '../java-number.ts';
import { Decimal } from '../value.ts';
import type { Value } from '../value.ts';
import { castInvalidInput, castOverflow, numericOutOfSupportedRange, numericValueOutOfRange } from './errors.ts';
import type { CastMode } from './rules.ts';

type Convert = (value: Value) => Value;

export const INTEGRAL_RANGE: Readonly<Record<string, { readonly min: bigint; readonly max: bigint; readonly bits: number }>> = {
  byte: { min: -128n, max: 127n, bits: 8 },
  short: { min: -32_768n, max: 32_767n, bits: 16 },
  integer: { min: -2_147_483_648n, max: 2_147_483_647n, bits: 32 },
  long: { min: -(2n ** 63n), max: 2n ** 63n - 1n, bits: 64 },
};

/** Microseconds or months of the last field of an interval type. */
export function intervalUnit(type: DayTimeIntervalType | YearMonthIntervalType): bigint {
  switch (type.end) {
    case 'day':
      return 86_400_000_000n;
    case 'hour':
      return 3_600_000_000n;
    case 'minute':
      return 60_000_000n;
    case 'second':
      return 1_000_000n;
    case 'year':
      return 12n;
    case 'month':
      return 1n;
  }
}

/** An integer text as UTF8String reads it; the legacy mode also takes a fraction and drops it. */
function parseIntegral(text: string, legacy: boolean): bigint | null {
  const m = (legacy ? /^([+-]?\d+)(?:\.\d*)?$|^[+-]?\.\d*$/ : /^([+-]?\d+)$/).exec(trimAll(text));
  if (m === null) return null;
  return m[1] === undefined ? 0n : BigInt(m[1].replace('+', ''));
}

/** Java's conversion of a double to long: towards zero, saturating, NaN to 0. */
export function saturate(x: number): bigint {
  if (Number.isNaN(x)) return 0n;
  if (x >= 2 ** 63) return 2n ** 63n - 1n;
  if (x <= -(2 ** 63)) return -(2n ** 63n);
  return BigInt(Math.trunc(x));
}

/** To byte, short, integer or long. `long` values are bigint, the others number. */
export function toIntegral(from: DataType, to: DataType, mode: CastMode, tz: string): Convert {
  const { min, max, bits } = INTEGRAL_RANGE[to.kind] as (typeof INTEGRAL_RANGE)[string];
  const wide = to.kind === 'long';
  const out = (x: bigint): Value => (wide ? x : Number(x));
  const overflow = (v: Value): Value => {
    if (mode === 'try') return null;
    throw castOverflow(v, from, to, tz);
  };
  const bounded = (x: bigint, v: Value): Value => {
    if (x >= min && x <= max) return out(x);
    return mode === 'legacy' ? out(BigInt.asIntN(bits, x)) : overflow(v);
  };
  if (isString(from)) {
    return (v) => {
      const x = parseIntegral(v as string, mode === 'legacy');
      if (x !== null && x >= min && x <= max) return out(x);
      if (mode !== 'ansi') return null;
      throw castInvalidInput(v, from, to);
    };
  }
  switch (from.kind) {
    case 'boolean':
      return (v) => out(v === true ? 1n : 0n);
    case 'float':
    case 'double':
      return doubleToIntegral(to, mode, overflow);
    case 'decimal':
      // Without wrapping Spark takes the nearest double's integer part, but for BIGINT.
      if (mode === 'legacy' || to.kind === 'long') return (v) => bounded(decimalToBigInt(v as Decimal), v);
      return (v) => {
        const x = decimalToNumber(v as Decimal);
        return Math.floor(x) <= Number(max) && Math.ceil(x) >= Number(min) ? Math.trunc(x) + 0 : overflow(v);
      };
    case 'timestamp':
      return (v) => {
        const x = floorDiv(v as bigint, 1_000_000n);
        // Of numbers the lowest bits are kept without ANSI, of seconds nothing.
        return mode === 'legacy' && (x < min || x > max) ? null : bounded(x, v);
      };
    case 'daytime_interval':
    case 'yearmonth_interval': {
      const unit = intervalUnit(from);
      return (v) => {
        const x = BigInt(v as number | bigint) / unit;
        return x >= min && x <= max ? out(x) : overflow(v);
      };
    }
    case 'date':
      return () => null;
    default:
      return (v) => bounded(BigInt(v as number | bigint), v);
  }
}

function doubleToIntegral(to: DataType, mode: CastMode, overflow: Convert): Convert {
  const { min, max, bits } = INTEGRAL_RANGE[to.kind] as (typeof INTEGRAL_RANGE)[string];
  const low = Number(min);
  const high = Number(max);
  if (mode === 'legacy') {
    if (to.kind === 'long') return (v) => saturate(v as number);
    return (v) => {
      const x = Number.isNaN(v) ? 0 : Math.trunc(Math.max(-2_147_483_648, Math.min(2_147_483_647, v as number)));
      return Number(BigInt.asIntN(bits, BigInt(x)));
    };
  }
  return (v) => {
    const x = v as number;
    if (!(Math.floor(x) <= high && Math.ceil(x) >= low)) return overflow(v);
    return to.kind === 'long' ? saturate(x) : Math.trunc(x) + 0;
  };
}

const DOUBLE_TEXT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[dDfF]?$/;
const HEX_DOUBLE_TEXT = /^([+-]?)0[xX](?=\.?[\da-fA-F])([\da-fA-F]*)\.?([\da-fA-F]*)[pP]([+-]?\d+)[dDfF]?$/;

/** A floating-point text as Java's `Double.parseDouble` reads it; null if it is none. */
export function parseJavaDouble(text: string): number | null {
  const t = javaTrim(text);
  if (DOUBLE_TEXT.test(t)) return Number(t.replace(/[dDfF]$/, ''));
  switch (t) {
    case 'NaN':
    case '+NaN':
    case '-NaN':
      return Number.NaN;
    case 'Infinity':
    case '+Infinity':
      return Number.POSITIVE_INFINITY;
    case '-Infinity':
      return Number.NEGATIVE_INFINITY;
    default:
      return parseHexDouble(t);
  }
}

function parseHexDouble(text: string): number | null {
  const [, sign, whole = '', fraction = '', power] = HEX_DOUBLE_TEXT.exec(text) ?? [];
  if (power === undefined) return null;
  const size = Number(BigInt(`0x${whole}${fraction}`)) * 2 ** (Number(power) - 4 * fraction.length);
  return sign === '-' ? -size : size;
}

/** A floating-point text as a cast reads it: as Java does, and `inf`, `infinity`, `nan` in any case; null if it is none. */
export function parseDouble(text: string): number | null {
  const read = parseJavaDouble(text);
  if (read !== null) return read;
  switch (javaTrim(text).toLowerCase()) {
    case 'inf':
    case '+inf':
    case 'infinity':
    case '+infinity':
      return Number.POSITIVE_INFINITY;
    case '-inf':
    case '-infinity':
      return Number.NEGATIVE_INFINITY;
    case 'nan':
      return Number.NaN;
    default:
      return null;
  }
}

/** A 64-bit integer rounded once to single precision. */
export function longToFloat(x: bigint): number {
  const size = x < 0n ? -x : x;
  if (size < 2n ** 53n) return Math.fround(Number(x));
  const sticky = (size >> 11n) | ((size & 2047n) === 0n ? 0n : 1n);
  const rounded = Math.fround(Number(sticky)) * 2048;
  return x < 0n ? -rounded : rounded;
}

/** To float or double. */
export function toFloating(from: DataType, to: DataType, mode: CastMode): Convert {
  const single = to.kind === 'float';
  const round = single ? Math.fround : (x: number): number => x;
  if (isString(from)) {
    return (v) => {
      const x = parseDouble(v as string);
      if (x !== null) return round(x);
      if (mode !== 'ansi') return null;
      throw castInvalidInput(v, from, to);
    };
  }
  switch (from.kind) {
    case 'boolean':
      return (v) => (v === true ? 1 : 0);
    case 'long':
      return single ? (v) => longToFloat(v as bigint) : (v) => Number(v);
    case 'decimal':
      return (v) => round(decimalToNumber(v as Decimal));
    case 'timestamp':
      return (v) => round(Number(v as bigint) / 1e6);
    case 'date':
      return () => null;
    default:
      return (v) => round(v as number);
  }
}

const MAX_DIGITS = 38;

/** To a decimal; too many digits raise NUMERIC_VALUE_OUT_OF_RANGE or give null. */
export function toDecimal(from: DataType, to: DecimalType, mode: CastMode): Convert {
  const fit = (d: Decimal, strict = mode === 'ansi'): Value => {
    const fitted = toPrecision(d, to.precision, to.scale);
    if (fitted === null && strict) throw numericValueOutOfRange(d, to.precision, to.scale);
    return fitted;
  };
  if (isString(from)) return (v) => decimalFromText(v as string, from, to, mode, fit);
  switch (from.kind) {
    case 'boolean':
      return (v) => fit(new Decimal(v === true ? 1n : 0n, 0));
    case 'float':
    case 'double': {
      // A float counts as the double that it is, not as the digits that it shows.
      return (v) => {
        const d = Number.isFinite(v) ? parseDecimal(doubleToString(v as number)) : null;
        return d === null ? null : fit(d);
      };
    }
    case 'decimal':
      return (v) => fit(v as Decimal);
    case 'timestamp':
      return (v) => fit(new Decimal(v as bigint, 6));
    case 'daytime_interval':
    case 'yearmonth_interval': {
      const exact = intervalToDecimal(from);
      return (v) => fit(exact(v), mode !== 'try');
    }
    case 'date':
      return () => null;
    default:
      return (v) => fit(new Decimal(BigInt(v as number | bigint), 0));
  }
}

function decimalFromText(text: string, from: DataType, to: DecimalType, mode: CastMode, fit: (d: Decimal) => Value): Value {
  const d = parseDecimal(javaTrim(text));
  if (d === null) {
    if (mode === 'ansi') throw castInvalidInput(text, from, to);
    return null;
  }
  if (d.unscaled !== 0n && digitCount(d.unscaled) - d.scale > MAX_DIGITS) {
    if (mode === 'ansi') throw numericOutOfSupportedRange(javaTrim(text));
    return null;
  }
  return fit(d);
}

/** Intervals of one field count it; a day-time interval down to seconds counts them with their fraction. */
function intervalToDecimal(type: DayTimeIntervalType | YearMonthIntervalType): (v: Value) => Decimal {
  if (type.end === 'second') return (v) => new Decimal(v as bigint, 6);
  const unit = intervalUnit(type);
  return (v) => new Decimal(BigInt(v as number | bigint) / unit, 0);
}

/** Integers and decimals to intervals: a count of the type's last field. */
export function numberToInterval(
  from: DataType,
  to: DayTimeIntervalType | YearMonthIntervalType,
  mode: CastMode,
): Convert {
  const unit = intervalUnit(to);
  const bits = to.kind === 'daytime_interval' ? 64 : 32;
  return (v) => {
    let x: bigint;
    if (from.kind === 'decimal') {
      const d = v as Decimal;
      const scaled = new Decimal(d.unscaled * unit, d.scale);
      x = scaled.scale > 0 ? roundHalfUp(scaled) : decimalToBigInt(scaled);
    } else x = BigInt(v as number | bigint) * unit;
    if (BigInt.asIntN(bits, x) === x) return bits === 64 ? x : Number(x);
    if (mode === 'try') return null;
    throw castOverflow(v, from, to);
  };
}

function roundHalfUp(d: Decimal): bigint {
  const divisor = pow10(d.scale);
  const twice = d.unscaled * 2n;
  return (twice + (twice < 0n ? -divisor : divisor)) / (2n * divisor);
}
