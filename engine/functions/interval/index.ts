/** Functions that make intervals. */
import { SparkError } from '../../core/index.ts';
import {
  CalendarInterval,
  CalendarIntervalType,
  DayTimeIntervalType,
  Decimal,
  decimalType,
  YearMonthIntervalType,
} from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { FunctionDeclaration, ScalarFunction } from '../define.ts';
import { arithmeticOverflow } from '../operator/errors.ts';
import { casts, defaultInt, int, typed } from '../typed.ts';
import type { Default } from '../typed.ts';

const family = 'interval';
const SECONDS = decimalType(18, 6);
const seconds = casts(SECONDS);
const NO_SECONDS: Default = { sql: '0.000000', type: SECONDS, value: new Decimal(0n, 6) };
const ZERO = defaultInt(0);
const INT_LIMIT = 2 ** 31;

function monthsOverflow(): SparkError {
  return arithmeticOverflow(undefined, undefined, 'The interval does not fit: its months or days exceed an integer.');
}

function intervalOverflow(): SparkError {
  return new SparkError({
    errorClass: 'ArithmeticException',
    condition: 'INTERVAL_ARITHMETIC_OVERFLOW.WITHOUT_SUGGESTION',
    sqlState: '22015',
    parameters: {},
    sentence: 'The interval does not fit its type.',
  });
}

function microsOf(hours: Value, minutes: Value, secs: Value): bigint {
  return BigInt(hours as number) * 3_600_000_000n + BigInt(minutes as number) * 60_000_000n + (secs as Decimal).unscaled;
}

/** Null where months, days or microseconds exceed their integers. */
function calendarInterval(args: readonly Value[]): CalendarInterval | null {
  const [years, months, weeks, days, hours, minutes, secs] = args as readonly [number, number, number, number, Value, Value, Value];
  const allMonths = years * 12 + months;
  const allDays = weeks * 7 + days;
  const micros = microsOf(hours, minutes, secs);
  const fits = (n: number): boolean => n >= -INT_LIMIT && n < INT_LIMIT;
  if (!fits(allMonths) || !fits(allDays) || BigInt.asIntN(64, micros) !== micros) return null;
  return new CalendarInterval(allMonths, allDays, micros);
}

function declareInterval(name: string, since: string, lenient: boolean): ScalarFunction {
  const base = typed({
    name,
    family,
    since,
    params: ['years?', 'months?', 'weeks?', 'days?', 'hours?', 'mins?', 'secs?'],
    takes: [int, int, int, int, int, int, seconds],
    returns: CalendarIntervalType,
    defaults: [ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, NO_SECONDS],
    shownAs: 'make_interval',
    ...(lenient ? { constancy: 'late', nullable: true, counts: [1, 2, 3, 4, 5, 6, 7] } : {}),
    doc: `An interval of years, months, weeks, days, hours, minutes and seconds; ${lenient ? 'NULL' : 'an error'} if it does not fit.`,
    examples: [[`${name}(100, 11, 1, 1, 12, 30, 01.001001)`, '100 years 11 months 8 days 12 hours 30 minutes 1.001001 seconds']],
    row: (args, ctx) => {
      const made = calendarInterval(args);
      if (made === null && !lenient && ctx.ansi) throw monthsOverflow();
      return made;
    },
  });
  return lenient ? base : { ...base, signature: (args, ctx) => (ctx.ansi ? base.signature(args, ctx) : { ...base.signature(args, ctx), nullable: true }) };
}

const makeDayTime = typed({
  name: 'make_dt_interval',
  family,
  since: '3.2.0',
  params: ['days?', 'hours?', 'mins?', 'secs?'],
  takes: [int, int, int, seconds],
  returns: DayTimeIntervalType,
  defaults: [ZERO, ZERO, ZERO, NO_SECONDS],
  doc: 'A day-time interval of days, hours, minutes and seconds.',
  examples: [['make_dt_interval(1, 12, 30, 01.001001)', "INTERVAL '1 12:30:01.001001' DAY TO SECOND"]],
  row: ([days, hours, minutes, secs]) => {
    const micros = BigInt(days as number) * 86_400_000_000n + microsOf(hours as Value, minutes as Value, secs as Value);
    if (BigInt.asIntN(64, micros) !== micros) throw intervalOverflow();
    return micros;
  },
});

const makeYearMonth = typed({
  name: 'make_ym_interval',
  family,
  since: '3.2.0',
  params: ['years?', 'months?'],
  takes: [int],
  returns: YearMonthIntervalType,
  defaults: [ZERO, ZERO],
  doc: 'A year-month interval of years and months.',
  examples: [['make_ym_interval(1, 2)', "INTERVAL '1-2' YEAR TO MONTH"]],
  row: ([years, months]) => {
    const all = (years as number) * 12 + (months as number);
    if (all < -INT_LIMIT || all >= INT_LIMIT) throw intervalOverflow();
    return all;
  },
});

export const intervalFunctions: readonly FunctionDeclaration[] = [
  declareInterval('make_interval', '3.0.0', false),
  declareInterval('try_make_interval', '4.0.0', true),
  makeDayTime,
  makeYearMonth,
];
