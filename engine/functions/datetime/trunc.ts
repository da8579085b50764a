/** Cutting dates and timestamps down to a unit. */
import { civilFromDays, daysFromCivil, DateType, daysToMicros, isoDayOfWeek, microsToDays, movedLocally, timeZone, TimestampType } from '../../types/index.ts';
import type { DataType, TimeZone, Value } from '../../types/index.ts';
import type { Vector } from '../../columnar/index.ts';
import type { CallContext, ScalarFunction, Template } from '../define.ts';
import { casts, text, typed } from '../typed.ts';
import { date, floorDivNumber } from './rules.ts';

const family = 'datetime';

type Level = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond' | 'microsecond';

const LEVELS: Readonly<Record<string, Level>> = {
  YEAR: 'year', YYYY: 'year', YY: 'year',
  QUARTER: 'quarter',
  MONTH: 'month', MON: 'month', MM: 'month',
  WEEK: 'week',
  DAY: 'day', DD: 'day',
  HOUR: 'hour', MINUTE: 'minute', SECOND: 'second', MILLISECOND: 'millisecond', MICROSECOND: 'microsecond',
};
const UNIT_MICROS: Partial<Record<Level, bigint>> = { hour: 3_600_000_000n, minute: 60_000_000n, second: 1_000_000n, millisecond: 1000n, microsecond: 1n };

function levelOf(format: string): Level | undefined {
  return LEVELS[format.toUpperCase()];
}

/** Days of a date cut to a day, week, month, quarter or year. */
function truncDays(days: number, level: Level): number {
  if (level === 'day') return days;
  if (level === 'week') return days - isoDayOfWeek(days) + 1;
  const { year, month } = civilFromDays(days);
  if (level === 'month') return daysFromCivil(year, month, 1);
  return level === 'quarter' ? daysFromCivil(year, month - ((month - 1) % 3), 1) : daysFromCivil(year, 1, 1);
}

/** NULL, whatever the time is, where a constant names no unit. */
function ofNoUnit(format: Value | undefined, returns: DataType, isUnit: (level: Level) => boolean): Template | undefined {
  const level = typeof format === 'string' ? levelOf(format) : undefined;
  return typeof format === 'string' && (level === undefined || !isUnit(level)) ? { type: returns, value: null } : undefined;
}

/** `trunc` knows no day and nothing below it. */
function isOfDates(level: Level): boolean {
  return level !== 'day' && UNIT_MICROS[level] === undefined;
}

const trunc = typed({
  name: 'trunc',
  asks: { interpreted: { places: [1, 0] } },
  family,
  since: '1.5.0',
  params: ['date', 'fmt'],
  takes: [date, text],
  returns: DateType,
  nullable: true,
  doc: 'The first day of the week, month, quarter or year of a date; NULL for other units.',
  examples: [
    ["trunc('2019-08-04', 'week')", '2019-07-29'],
    ["trunc('2009-02-12', 'MM')", '2009-02-01'],
  ],
  row: ([days, format]) => {
    const level = levelOf(format as string);
    return level === undefined || !isOfDates(level) ? null : truncDays(days as number, level);
  },
  replacement: (_types, returns, [, format]) => ofNoUnit(format, returns, isOfDates),
});

/** Hours and minutes are cut on the wall clock, keeping its offset where it can be kept; smaller units in UTC. */
function truncTime(micros: bigint, unit: bigint, zone: TimeZone): bigint {
  const cut = (t: bigint): bigint => t - (((t % unit) + unit) % unit);
  return unit >= 60_000_000n ? movedLocally(micros, zone, cut) : cut(micros);
}

function truncMicros(micros: bigint, level: Level, zone: TimeZone): bigint {
  const unit = UNIT_MICROS[level];
  if (unit !== undefined) return truncTime(micros, unit, zone);
  return daysToMicros(truncDays(microsToDays(micros, zone), level), zone);
}

/** Of safe integers; the zone's offsets are asked for by second. */
function truncKernel(v: Vector & { readonly layout: 'long' }, n: number, level: Level, ctx: CallContext): Vector | undefined {
  if (!(v.data instanceof Float64Array)) return undefined;
  const { data, validity } = v;
  const zone = timeZone(ctx.sessionTimeZone);
  const unit = Number(UNIT_MICROS[level] ?? 0n);
  const out = new Float64Array(n);
  const step = unit / 1e6;
  for (let i = 0; i < n; i++) {
    if (validity !== null && validity[i] === 0) continue;
    const micros = data[i] as number;
    if (unit !== 0 && unit < 60_000_000) {
      out[i] = floorDivNumber(micros, unit) * unit;
      continue;
    }
    const second = floorDivNumber(micros, 1e6);
    const offset = zone.fixedOffset ?? zone.offsetAt(second);
    const local = second + offset;
    if (unit !== 0) {
      const start = Math.floor(local / step) * step;
      const keepsOffset = zone.fixedOffset !== null || zone.offsetAt(start - offset) === offset;
      out[i] = (keepsOffset ? start - offset : zone.toInstant(start)) * 1e6;
    } else {
      const start = truncDays(Math.floor(local / 86_400), level) * 86_400;
      out[i] = (zone.fixedOffset === null ? zone.toInstant(start) : start - offset) * 1e6;
    }
  }
  return { layout: 'long', type: TimestampType, length: n, validity, data: out };
}

const dateTrunc = typed({
  name: 'date_trunc',
  nullIntolerant: false,
  family,
  since: '2.3.0',
  params: ['fmt', 'ts'],
  takes: [text, casts(TimestampType, '("TIMESTAMP" or "(TIMESTAMP_LTZ(P) OR TIMESTAMP_NTZ(P) WITH P IN [7, 9])")')],
  returns: TimestampType,
  nullable: true,
  doc: 'The beginning of the unit of a timestamp (year, quarter, month, week, day, hour, minute, second, millisecond, microsecond); NULL for other units.',
  examples: [
    ["date_trunc('YEAR', '2015-03-05T09:32:05.359')", '2015-01-01 00:00:00'],
    ["date_trunc('HOUR', '2015-03-05T09:32:05.359')", '2015-03-05 09:00:00'],
  ],
  row: ([format, micros], ctx) => {
    const level = levelOf(format as string);
    return level === undefined ? null : truncMicros(micros as bigint, level, timeZone(ctx.sessionTimeZone));
  },
  replacement: (_types, returns, [format]) => ofNoUnit(format, returns, () => true),
  batch: (args, n, ctx) => {
    const [format] = ctx.literals;
    const level = typeof format === 'string' ? levelOf(format) : undefined;
    const v = args[1];
    return level === undefined || v?.layout !== 'long' ? undefined : truncKernel(v, n, level, ctx);
  },
});

export const truncations: readonly ScalarFunction[] = [trunc, dateTrunc];
