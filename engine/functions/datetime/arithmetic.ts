/** Counting days and months between dates. */
import {
  civilFromDays,
  DateType,
  daysInMonth,
  daysToMicros,
  DoubleType,
  IntegerType,
  isString,
  microsToDays,
  timeZone,
} from '../../types/index.ts';
import type { TimeZone } from '../../types/index.ts';
import { analysisError } from '../../core/index.ts';
import type { ArgumentInfo, ScalarFunction } from '../define.ts';
import { casts, int, text, typed } from '../typed.ts';
import type { Rule } from '../typed.ts';
import { unexpectedInput } from '../typing.ts';
import { BooleanType } from '../../types/index.ts';
import { datePlusMonths } from '../operator/datetime-values.ts';
import { illegalDayOfWeek } from './errors.ts';
import { date, timestamp } from './rules.ts';

const family = 'datetime';

/** Integers up to INT, and texts that hold one. */
const dayCount: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (['byte', 'short', 'integer', 'null'].includes(type.kind) || isString(type)) return IntegerType;
  throw unexpectedInput(name, args, i, '("INT" or "SMALLINT" or "TINYINT")');
};

/** Without ANSI mode only a constant text counts, if it holds an integer. */
function checkTextCount(name: string, args: readonly ArgumentInfo[]): void {
  const count = args[1] as ArgumentInfo;
  if (!isString(count.type)) return;
  if (!count.foldable) throw unexpectedInput(name, args, 1, '("INT" or "SMALLINT" or "TINYINT")');
  if (typeof count.literal !== 'string' || /^\s*[+-]?\d+\s*$/.test(count.literal)) return;
  throw analysisError('SECOND_FUNCTION_ARGUMENT_NOT_INTEGER', '22023', { functionName: name }, `The second argument of ${name} is a whole number of days.`);
}

/** Days plus days, over a column of dates and another of counts. */
function daysKernel(sign: 1 | -1, returns: typeof DateType): NonNullable<ScalarFunction['batch']> {
  return ([a, b], n) => {
    if (a?.layout !== 'int' || b?.layout !== 'int') return undefined;
    const [x, y] = [a.data, b.data];
    const out = new Int32Array(n);
    for (let i = 0; i < n; i++) out[i] = (x[i] as number) + sign * (y[i] as number);
    return { layout: 'int', type: returns, length: n, validity: null, data: out };
  };
}

function declareDays(name: string, shown: string, since: string, sign: 1 | -1, doc: string, example: readonly [string, string]): ScalarFunction {
  const made = typed({
    name,
    shownAs: shown,
    family,
    since,
    params: ['start_date', 'num_days'],
    takes: [date, dayCount],
    returns: DateType,
    sql: (args) => `${shown}(${args.join(', ')})`,
    doc,
    examples: [example],
    row: ([days, count]) => ((days as number) + sign * (count as number)) | 0,
    batch: daysKernel(sign, DateType),
  });
  return {
    ...made,
    signature: (args, ctx) => {
      const signature = made.signature(args, ctx);
      if (ctx.ansi) return signature;
      checkTextCount(shown, args);
      const [start, count] = args as readonly [ArgumentInfo, ArgumentInfo];
      return isString(count.type) ? { ...signature, nullable: start.nullable || isString(start.type) || count.literal === null } : signature;
    },
  };
}

function declareDiff(name: string, since: string): ScalarFunction {
  return typed({
    name,
    family,
    since,
    params: ['endDate', 'startDate'],
    takes: [date],
    returns: IntegerType,
    doc: 'Number of days from the second date to the first.',
    examples: [[`${name}('2009-07-31', '2009-07-30')`, '1']],
    row: ([end, start]) => ((end as number) - (start as number)) | 0,
    batch: daysKernel(-1, IntegerType),
  });
}

const addMonths = typed({
  name: 'add_months',
  family,
  since: '1.5.0',
  params: ['start_date', 'num_months'],
  takes: [date, int],
  returns: DateType,
  doc: 'The date so many months later; the day is cut to the last of that month.',
  examples: [["add_months('2016-08-31', 1)", '2016-09-30']],
  row: ([days, months]) => datePlusMonths(days as number, months as number),
});

/** Equal days, or both the last of their months, make whole months; else a month counts 31 days. */
function monthsBetweenOf(a: bigint, b: bigint, round: boolean, zone: TimeZone): number {
  const [d1, d2] = [microsToDays(a, zone), microsToDays(b, zone)];
  const [x, y] = [civilFromDays(d1), civilFromDays(d2)];
  const months = x.year * 12 + x.month - (y.year * 12 + y.month);
  const bothLast = x.day === daysInMonth(x.year, x.month) && y.day === daysInMonth(y.year, y.month);
  if (x.day === y.day || bothLast) return months;
  const secondsInDay = (micros: bigint, days: number): number => Number((micros - daysToMicros(days, zone)) / 1_000_000n);
  const seconds = (x.day - y.day) * 86_400 + secondsInDay(a, d1) - secondsInDay(b, d2);
  const difference = months + seconds / (31 * 86_400);
  return round ? Math.floor(difference * 1e8 + 0.5) / 1e8 : difference;
}

const monthsBetween = typed({
  name: 'months_between',
  family,
  since: '1.5.0',
  params: ['timestamp1', 'timestamp2', 'roundOff?'],
  takes: [timestamp, timestamp, casts(BooleanType)],
  returns: DoubleType,
  defaults: [{ sql: 'true', type: BooleanType, value: true }],
  doc: 'Number of months from the second timestamp to the first, with a fraction of 31 days, rounded to 8 digits unless told not to.',
  examples: [["months_between('1997-02-28 10:30:00', '1996-10-30')", '3.94959677']],
  row: ([a, b, round], ctx) => monthsBetweenOf(a as bigint, b as bigint, round as boolean, timeZone(ctx.sessionTimeZone)),
});

/** Counted from Thursday, the day of the epoch. */
const WEEKDAYS = ['THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY'];

function weekdayNumber(name: string): number {
  const upper = name.toUpperCase();
  return WEEKDAYS.findIndex((d) => upper === d || upper === d.slice(0, 3) || upper === d.slice(0, 2));
}

const nextDay = typed({
  name: 'next_day',
  family,
  since: '1.5.0',
  params: ['start_date', 'day_of_week'],
  takes: [date, text],
  returns: DateType,
  nullable: true,
  doc: 'The first date after the given one that falls on a day of the week (Mon, Monday or MO); an error for other names, NULL without ANSI mode.',
  examples: [["next_day('2015-01-14', 'TU')", '2015-01-20']],
  row: ([days, name], ctx) => {
    const wanted = weekdayNumber(name as string);
    if (wanted < 0) {
      if (ctx.ansi) throw illegalDayOfWeek(name as string);
      return null;
    }
    const start = days as number;
    return start + 1 + ((((wanted - 1 - start) % 7) + 7) % 7);
  },
});

const ADD = 'The date so many days later.';

export const arithmetic: readonly ScalarFunction[] = [
  declareDays('date_add', 'date_add', '1.5.0', 1, ADD, ["date_add('2016-07-30', 1)", '2016-07-31']),
  declareDays('dateadd', 'date_add', '3.4.0', 1, ADD, ["dateadd('2016-07-30', 1)", '2016-07-31']),
  declareDays('date_sub', 'date_sub', '1.5.0', -1, 'The date so many days earlier.', ["date_sub('2016-07-30', 1)", '2016-07-29']),
  declareDiff('datediff', '1.5.0'),
  declareDiff('date_diff', '3.4.0'),
  addMonths,
  monthsBetween,
  nextDay,
];
