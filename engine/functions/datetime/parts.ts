/** Fields of dates and timestamps. */
import {
  DateType,
  dayOfMonthOfDays,
  dayOfYearOfDays,
  daysInMonth,
  civilFromDays,
  IntegerType,
  isoDayOfWeek,
  isoWeek,
  monthOfDays,
  StringType,
  timeZone,
  toLocalMicros,
  UTC,
  yearOfDays,
} from '../../types/index.ts';
import type { DataType, TimeZone } from '../../types/index.ts';
import type { Vector } from '../../columnar/index.ts';
import type { CallContext, Reading, ScalarFunction } from '../define.ts';
import { MONTHS, shortName, WEEKDAYS } from '../pattern/index.ts';
import { typed } from '../typed.ts';
import { anyTimestamp, date, floorDivNumber, splitLocal } from './rules.ts';

const family = 'datetime';

/** A function of days over a column of dates. */
function dayKernel(f: (days: number) => number): NonNullable<ScalarFunction['batch']> {
  return ([v], n, ctx) => {
    if (v?.layout !== 'int') return undefined;
    const { data } = v;
    const out = new Int32Array(n);
    for (let i = 0; i < n; i++) out[i] = f(data[i] as number);
    return { layout: 'int', type: ctx.returnType as typeof IntegerType, length: n, validity: v.validity, data: out };
  };
}

function declareDatePart(name: string, since: string, doc: string, example: string, f: (days: number) => number, returns: DataType = IntegerType): ScalarFunction {
  return typed({
    name,
    family,
    since,
    params: ['date'],
    takes: [date],
    returns,
    doc,
    examples: [[`${name}('2016-07-30')`, example]],
    row: ([days]) => f(days as number),
    batch: dayKernel(f),
  });
}

function declareName(name: string, doc: string, example: string, f: (days: number) => string): ScalarFunction {
  return typed({
    name,
    family,
    since: '4.0.0',
    params: ['date'],
    takes: [date],
    returns: StringType,
    doc,
    examples: [[`${name}(DATE'2008-02-20')`, example]],
    row: ([days]) => f(days as number),
  });
}

function quarterOf(days: number): number {
  return Math.ceil(monthOfDays(days) / 3);
}

function lastDayOf(days: number): number {
  const { year, month, day } = civilFromDays(days);
  return days - day + daysInMonth(year, month);
}

/** The wall clock that the values of a type show. */
export function clockOf(type: DataType | undefined, ctx: CallContext): TimeZone {
  return type?.kind === 'timestamp' ? timeZone(ctx.sessionTimeZone) : UTC;
}

/** A function of the second of the day over a column of timestamps. */
function secondKernel(v: Vector | undefined, n: number, ctx: CallContext, f: (secondOfDay: number) => number): Vector | undefined {
  if (v?.layout !== 'long' || !(v.data instanceof Float64Array)) return undefined;
  const { data, validity } = v;
  const zone = clockOf(v.type, ctx);
  const out = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    if (validity !== null && validity[i] === 0) continue;
    const second = floorDivNumber(data[i] as number, 1e6);
    const local = second + (zone.fixedOffset ?? zone.offsetAt(second));
    out[i] = f(local - Math.floor(local / 86_400) * 86_400);
  }
  return { layout: 'int', type: IntegerType, length: n, validity, data: out };
}

function declareTimePart(name: string, example: string, f: (secondOfDay: number) => number): ScalarFunction {
  const ofTimestamp = typed({
    name,
    family,
    since: '1.5.0',
    params: ['expr'],
    takes: [anyTimestamp],
    returns: IntegerType,
    doc: `The ${name} of a timestamp, on the session's wall clock, or of a time of day.`,
    examples: [[`${name}('2018-02-14 12:58:59')`, example]],
    row: ([micros], ctx) => f(Math.floor(splitLocal(toLocalMicros(micros as bigint, clockOf(ctx.argTypes[0], ctx))).micros / 1e6)),
    batch: ([v], n, ctx) => secondKernel(v, n, ctx, f),
  });
  const ofTime: Reading = { kind: 'call', name: `${name}s_of_time`, args: [0] };
  return { ...ofTimestamp, becomes: ([source]) => (source?.type.kind === 'time' ? ofTime : undefined) };
}

const DAY = 'The day of the month, from 1.';

export const parts: readonly ScalarFunction[] = [
  declareDatePart('year', '1.5.0', 'The year of a date.', '2016', yearOfDays),
  declareDatePart('quarter', '1.5.0', 'The quarter of a date, 1 to 4.', '3', quarterOf),
  declareDatePart('month', '1.5.0', 'The month of a date, 1 to 12.', '7', monthOfDays),
  declareDatePart('day', '1.5.0', DAY, '30', dayOfMonthOfDays),
  declareDatePart('dayofmonth', '1.5.0', DAY, '30', dayOfMonthOfDays),
  declareDatePart('dayofyear', '1.5.0', 'The day of the year, from 1.', '212', dayOfYearOfDays),
  declareDatePart('dayofweek', '2.3.0', 'The day of the week, 1 for Sunday to 7 for Saturday.', '7', (d) => (isoDayOfWeek(d) % 7) + 1),
  declareDatePart('weekday', '2.4.0', 'The day of the week, 0 for Monday to 6 for Sunday.', '5', (d) => isoDayOfWeek(d) - 1),
  declareDatePart('weekofyear', '1.5.0', 'The ISO week of the year: weeks begin on Monday, the first has more than three days.', '30', (d) => isoWeek(d).week),
  declareDatePart('last_day', '1.5.0', 'The last day of the month of a date.', '2016-07-31', lastDayOf, DateType),
  declareName('dayname', 'The day of the week as three letters.', 'Wed', (d) => shortName(WEEKDAYS[isoDayOfWeek(d) - 1] as string)),
  declareName('monthname', 'The month as three letters.', 'Feb', (d) => shortName(MONTHS[monthOfDays(d) - 1] as string)),
  declareTimePart('hour', '12', (s) => Math.floor(s / 3600)),
  declareTimePart('minute', '58', (s) => Math.floor(s / 60) % 60),
  declareTimePart('second', '59', (s) => s % 60),
];
