/** Dates and timestamps plus intervals, their differences, and intervals times numbers. */
import {
  checkedMicros,
  addMonthsToDays,
  CalendarInterval,
  Decimal,
  decimalToNumber,
  divideRounded,
  floorDiv,
  isAnsiInterval,
  isIntegral,
  MICROS_PER_DAY,
  movedLocally,
  pow10,
  timeZone,
  toLocalMicros,
} from '../../types/index.ts';
import type { DataType, TimeZone, Value } from '../../types/index.ts';
import type { CallContext } from '../define.ts';
import { arithmeticOverflow, intervalDividedByZero, intervalOverflow, plainOverflow, timeOnDate } from './errors.ts';
import type { Binary } from './numbers.ts';

const INT_LIMIT = 2 ** 31;

function fitsInt(x: number): boolean {
  return x >= -INT_LIMIT && x < INT_LIMIT;
}

/** Days some months later; the day is cut to the month's last. Raises ARITHMETIC_OVERFLOW beyond the range of dates. */
export function datePlusMonths(days: number, months: number): number {
  const out = addMonthsToDays(days, months);
  if (!fitsInt(out)) throw arithmeticOverflow();
  return out;
}

function localPlus(local: bigint, months: number, days: number): bigint {
  const date = Number(floorDiv(local, MICROS_PER_DAY));
  const time = local - BigInt(date) * MICROS_PER_DAY;
  const moved = months === 0 ? date : addMonthsToDays(date, months);
  return BigInt(moved + days) * MICROS_PER_DAY + time;
}

/** Months and days move the wall clock of the zone, microseconds the instant. `zone` undefined: no zone (timestamp_ntz). */
export function timestampPlus(micros: bigint, months: number, days: number, more: bigint, zone: TimeZone | undefined): bigint {
  if (months === 0 && days === 0) return checkedMicros(micros + more);
  if (zone === undefined) return checkedMicros(localPlus(micros, months, days) + more);
  // First the months and then the days: each may meet an hour that the clock skips.
  const later = months === 0 ? micros : movedLocally(micros, zone, (local) => localPlus(local, months, 0));
  const moved = days === 0 ? later : movedLocally(later, zone, (local) => localPlus(local, 0, days));
  return checkedMicros(moved + more);
}

/** The parts of any interval: months, days and microseconds. */
function partsOf(x: Value, type: DataType): { months: number; days: number; micros: bigint } {
  if (type.kind === 'yearmonth_interval') return { months: x as number, days: 0, micros: 0n };
  if (type.kind === 'calendar_interval') {
    const interval = x as CalendarInterval;
    return { months: interval.months, days: interval.days, micros: interval.microseconds };
  }
  const days = (x as bigint) / MICROS_PER_DAY;
  return { months: 0, days: Number(days), micros: (x as bigint) - days * MICROS_PER_DAY };
}

/** A date plus (`sign` 1) or less (-1) an interval of months, or of months and days. */
export function datePlusInterval(interval: DataType, sign: 1 | -1, ansi: boolean): Binary {
  return (days, x) => {
    const parts = partsOf(x, interval);
    if (ansi && interval.kind === 'calendar_interval' && parts.micros !== 0n) throw timeOnDate();
    const moved = datePlusMonths(days as number, sign * parts.months);
    const whole = Number(floorDiv(BigInt(sign) * parts.micros, MICROS_PER_DAY));
    const out = moved + sign * parts.days + (interval.kind === 'calendar_interval' ? whole : 0);
    if (!fitsInt(out)) throw arithmeticOverflow();
    return out;
  };
}

/** A timestamp plus or less an interval. */
export function timestampPlusInterval(ctx: CallContext, sign: 1 | -1): Binary {
  const [timestamp, interval] = ctx.argTypes as readonly [DataType, DataType];
  const zone = timestamp.kind === 'timestamp_ntz' ? undefined : timeZone(ctx.sessionTimeZone);
  return (micros, x) => {
    const { months, days, micros: more } = partsOf(x, interval);
    return timestampPlus(micros as bigint, sign * months, sign * days, BigInt(sign) * more, zone);
  };
}

function microsOfDays(days: number): bigint {
  const micros = BigInt(days) * MICROS_PER_DAY;
  if (BigInt.asIntN(64, micros) !== micros) throw plainOverflow('The interval becomes too long.');
  return micros;
}

/** The difference of two dates or timestamps as a day-time interval. Timestamps of a zone differ by their wall clocks. */
export function differenceOf(ctx: CallContext): Binary {
  const [kind] = ctx.argTypes as readonly [DataType];
  if (kind.kind === 'date') return (a, b) => microsOfDays((a as number) - (b as number));
  if (kind.kind === 'timestamp_ntz') return (a, b) => checkedMicros((a as bigint) - (b as bigint));
  const zone = timeZone(ctx.sessionTimeZone);
  return (a, b) => checkedMicros(toLocalMicros(a as bigint, zone) - toLocalMicros(b as bigint, zone));
}

/** Away from zero at a half; NaN and infinities raise. */
function roundedDouble(x: number): number {
  if (!Number.isFinite(x)) throw plainOverflow('The interval becomes too long, or is not a number.');
  const whole = Math.trunc(x);
  return Math.abs(x - whole) >= 0.5 ? whole + Math.sign(x) : whole;
}

function intervalFrom(x: number | bigint, type: DataType): Value {
  const exact = typeof x === 'bigint' ? x : BigInt(roundedDouble(x));
  const bits = type.kind === 'daytime_interval' ? 64 : 32;
  if (BigInt.asIntN(bits, exact) !== exact) throw plainOverflow('The interval becomes too long.');
  return bits === 64 ? exact : Number(exact);
}

function abs(x: bigint): bigint {
  return x < 0n ? -x : x;
}

function dividedRounded(a: bigint, b: bigint): bigint {
  return divideRounded(b < 0n ? -a : a, abs(b), 'halfUp');
}

/** A year-month or day-time interval times or by a number, rounded half up to whole months or microseconds. */
export function scaledAnsi(op: '*' | '/', interval: DataType, number: DataType): Binary {
  const lowest = -(2n ** (interval.kind === 'daytime_interval' ? 63n : 31n));
  const isZero = (n: Value): boolean => (n instanceof Decimal ? n.unscaled === 0n : Number(n) === 0);
  const scale = (x: bigint, n: Value): Value => {
    if (number.kind === 'decimal') {
      const d = n as Decimal;
      return intervalFrom(op === '*' ? dividedRounded(x * d.unscaled, pow10(d.scale)) : dividedRounded(x * pow10(d.scale), d.unscaled), interval);
    }
    if (isIntegral(number)) {
      const whole = BigInt(n as number | bigint);
      if (op === '/' && whole === -1n && x === lowest) throw intervalOverflow('try_divide');
      return intervalFrom(op === '*' ? x * whole : dividedRounded(x, whole), interval);
    }
    return intervalFrom(op === '*' ? Number(x) * (n as number) : Number(x) / (n as number), interval);
  };
  return (x, n) => {
    if (op === '/' && isZero(n)) throw intervalDividedByZero();
    return scale(BigInt(x as number | bigint), n);
  };
}

const MIN_LONG = -(2n ** 63n);
const MAX_LONG = 2n ** 63n - 1n;
/** From here on doubles are whole. */
const WHOLE_DOUBLES = 2 ** 52;

/** Java's `Math.round`: the nearest LONG. */
function nearestLong(x: number): bigint {
  if (Number.isNaN(x)) return 0n;
  if (Math.abs(x) >= 2 ** 63) return x > 0 ? MAX_LONG : MIN_LONG;
  return BigInt(Math.abs(x) >= WHOLE_DOUBLES ? x : Math.floor(x + 0.5));
}

/** The whole part as an INT. Beyond one an error in ANSI mode, else the nearest. */
function wholeInt(x: number, ansi: boolean): number {
  const whole = Math.trunc(x) || 0;
  if (fitsInt(whole)) return whole;
  if (ansi) throw arithmeticOverflow();
  return whole > 0 ? 2 ** 31 - 1 : -(2 ** 31);
}

/** An interval of months, days and microseconds times or by a double; parts of days go over to microseconds. */
export function scaledCalendar(op: '*' | '/', ansi: boolean): Binary {
  const apply = op === '*' ? (x: number, n: number) => x * n : (x: number, n: number) => x / n;
  return (x, n) => {
    const by = n instanceof Decimal ? decimalToNumber(n) : Number(n);
    if (op === '/' && by === 0) {
      if (!ansi) return null;
      throw intervalDividedByZero();
    }
    const { months, days, microseconds } = x as CalendarInterval;
    const exactDays = apply(days, by);
    const [wholeMonths, wholeDays] = [wholeInt(apply(months, by), ansi), wholeInt(exactDays, ansi)];
    const micros = apply(Number(microseconds), by) + Number(MICROS_PER_DAY) * (exactDays - wholeDays);
    return new CalendarInterval(wholeMonths, wholeDays, nearestLong(micros));
  };
}

export function scaled(op: '*' | '/', ctx: CallContext): Binary {
  const [interval, number] = ctx.argTypes as readonly [DataType, DataType];
  return isAnsiInterval(interval) ? scaledAnsi(op, interval, number) : scaledCalendar(op, ctx.ansi);
}
