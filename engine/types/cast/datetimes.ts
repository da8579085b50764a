/** Anything that becomes a date, a timestamp or an interval. */
import { parseDayTimeInterval, parseYearMonthInterval } from '../ansi-interval.ts';
import { parseCalendarInterval } from '../calendar-interval.ts';
import { isString } from '../coercion.ts';
import type { DataType, DayTimeIntervalType, YearMonthIntervalType } from '../data-type.ts';
import { DoubleType, LongType } from '../data-type.ts';
import {
  checkedMicros,
  daysToMicros,
  fromLocalMicros,
  microsToDays,
  MICROS_PER_DAY,
  floorDiv,
  parseDate,
  parseTimestamp,
  parseTimestampNtz,
  toLocalMicros,
} from '../datetime.ts';
import type { Today } from '../datetime.ts';
import { decimalToBigInt, digitCount, divideRounded, pow10 } from '../decimal.ts';
import type { TimeZone } from '../time-zone.ts';
import { Decimal } from '../value.ts';
import type { Value } from '../value.ts';
import { castInvalidInput, castOverflow, invalidIntervalFormat } from './errors.ts';
import { intervalUnit, numberToInterval } from './numbers.ts';
import type { CastMode } from './rules.ts';

type Convert = (value: Value) => Value;

function orInvalid(value: Value, result: Value, from: DataType, to: DataType, mode: CastMode): Value {
  if (result === null && mode === 'ansi') throw castInvalidInput(value, from, to);
  return result;
}

export function toDate(from: DataType, to: DataType, mode: CastMode, zone: TimeZone): Convert {
  if (isString(from)) return (v) => orInvalid(v, parseDate(v as string), from, to, mode);
  if (from.kind === 'timestamp') return (v) => microsToDays(v as bigint, zone);
  return (v) => Number(floorDiv(v as bigint, MICROS_PER_DAY));
}

const MAX_LONG = 2n ** 63n - 1n;

const DECIMAL128_DIGITS = 34;

/** A product as Scala's `BigDecimal` keeps it: rounded to 34 digits. */
function inDecimal128(d: Decimal): Decimal {
  const more = digitCount(d.unscaled) - DECIMAL128_DIGITS;
  return more <= 0 ? d : new Decimal(divideRounded(d.unscaled, pow10(more), 'halfEven') * pow10(more), d.scale);
}

/** Seconds to microseconds, stopping at the ends of the range (`TimeUnit.SECONDS.toMicros`). */
function secondsToMicros(seconds: bigint): bigint {
  const micros = seconds * 1_000_000n;
  if (micros > MAX_LONG) return MAX_LONG;
  return micros < -MAX_LONG - 1n ? -MAX_LONG - 1n : micros;
}

function doubleToTimestamp(mode: CastMode, to: DataType): Convert {
  return (v) => {
    const x = v as number;
    if (!Number.isFinite(x)) {
      if (mode !== 'ansi') return null;
      throw castInvalidInput(x, DoubleType, to);
    }
    const micros = x * 1e6;
    if (Math.floor(micros) <= 2 ** 63 && Math.ceil(micros) >= -(2 ** 63)) {
      const whole = BigInt(Math.trunc(micros));
      return whole > MAX_LONG ? MAX_LONG : whole;
    }
    if (mode === 'try') return null;
    if (mode === 'ansi') throw castOverflow(micros, DoubleType, LongType);
    return micros > 0 ? MAX_LONG : -MAX_LONG - 1n;
  };
}

/** Beyond 64 bits it comes around. */
export function decimalToTimestamp(isRounded: boolean): Convert {
  return (v) => {
    const d = v as Decimal;
    const micros = new Decimal(d.unscaled * 1_000_000n, d.scale);
    return BigInt.asIntN(64, decimalToBigInt(isRounded ? inDecimal128(micros) : micros));
  };
}

export function toTimestamp(from: DataType, to: DataType, mode: CastMode, zone: TimeZone, today: Today): Convert {
  if (isString(from)) return (v) => orInvalid(v, parseTimestamp(v as string, zone, today), from, to, mode);
  switch (from.kind) {
    case 'boolean':
      return (v) => (v === true ? 1n : 0n);
    case 'date':
      return (v) => daysToMicros(v as number, zone);
    case 'timestamp_ntz':
      return (v) => fromLocalMicros(v as bigint, zone);
    case 'float':
    case 'double':
      return doubleToTimestamp(mode, to);
    default:
      return (v) => secondsToMicros(BigInt(v as number | bigint));
  }
}

export function toTimestampNtz(from: DataType, to: DataType, mode: CastMode, zone: TimeZone): Convert {
  if (isString(from)) return (v) => orInvalid(v, parseTimestampNtz(v as string), from, to, mode);
  if (from.kind === 'date') return (v) => checkedMicros(BigInt(v as number) * MICROS_PER_DAY);
  return (v) => checkedMicros(toLocalMicros(v as bigint, zone));
}

/** To a day-time or year-month interval; the smallest field cuts what is below it. */
export function toAnsiInterval(from: DataType, to: DayTimeIntervalType | YearMonthIntervalType, mode: CastMode): Convert {
  if (isString(from)) {
    return (v) => {
      const text = v as string;
      const x = to.kind === 'daytime_interval' ? parseDayTimeInterval(text, to) : parseYearMonthInterval(text, to);
      if (x === null && mode !== 'try') throw invalidIntervalFormat(text, to);
      return x;
    };
  }
  if (from.kind === 'daytime_interval') {
    const unit = to.end === 'second' ? 1n : intervalUnit(to);
    return (v) => ((v as bigint) / unit) * unit;
  }
  if (from.kind === 'yearmonth_interval') {
    const unit = Number(intervalUnit(to));
    return (v) => Math.trunc((v as number) / unit) * unit;
  }
  return numberToInterval(from, to, mode);
}

export function toCalendarInterval(): Convert {
  return (v) => parseCalendarInterval(v as string);
}
