/** Dates and timestamps made of their fields. */
import {
  checkedMicros,
  DateType,
  type Decimal,
  decimalToPlainString,
  decimalType,
  fromLocalMicros,
  IntegerType,
  MICROS_PER_DAY,
  sessionTimestampType,
  timeType,
  timeZone,
  TimestampNTZType,
  TimestampType,
  validDays,
} from '../../types/index.ts';
import type { DataType, TimeZone, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { dateProblem, rangeProblem } from '../pattern/index.ts';
import { casts, int, text, typed } from '../typed.ts';
import { SparkError } from '../../core/index.ts';
import { expectExactly, scalarFunction, unexpectedInput } from '../typing.ts';
import { arithmeticOverflow } from '../operator/errors.ts';
import { fieldOutOfBounds, invalidFraction } from './errors.ts';

const family = 'datetime';
const SECONDS = decimalType(16, 6);
const MAX_YEAR = 999_999_999;

/** Days of a date, or why it is none, in Java's words. */
function daysOf(year: number, month: number, day: number): number | string {
  if (Math.abs(year) > MAX_YEAR) return `Invalid value for Year (valid values -999999999 - 999999999): ${year}`;
  return rangeProblem('M', month) ?? rangeProblem('d', day) ?? validDays(year, month, day) ?? dateProblem(year, month, day);
}

/** Raises ARITHMETIC_OVERFLOW for days that are more than a date holds, whatever the mode. */
function withinDays(days: number): number {
  if (days === (days | 0)) return days;
  throw arithmeticOverflow(undefined, undefined, 'The date is farther from 1970 than a date can be.');
}

const strictDate = typed({
  name: 'make_date',
  family,
  since: '3.0.0',
  params: ['year', 'month', 'day'],
  takes: [int],
  returns: DateType,
  doc: 'The date of a year, month and day; an error if there is none (NULL without ANSI mode).',
  examples: [
    ['make_date(2013, 7, 15)', '2013-07-15'],
    ['make_date(2019, 7, NULL)', null],
  ],
  row: ([year, month, day], ctx) => {
    const days = daysOf(year as number, month as number, day as number);
    if (typeof days === 'number') return withinDays(days);
    if (ctx.ansi) throw fieldOutOfBounds(days);
    return null;
  },
});

/** Without ANSI mode fields out of bounds give NULL. */
const makeDate: ScalarFunction = {
  ...strictDate,
  signature: (args, ctx) => ({ ...strictDate.signature(args, ctx), ...(ctx.ansi ? {} : { nullable: true }) }),
};

/** Microseconds on the wall clock; throws where a field is out of bounds. The second 60 is the next minute's 0. */
function localMicros(args: readonly Value[]): bigint {
  const [year, month, day, hour, minute] = args as readonly number[];
  const seconds = args[5] as Decimal;
  const days = daysOf(year as number, month as number, day as number);
  if (typeof days === 'string') throw fieldOutOfBounds(days);
  // Spark keeps them in 32 bits: what is beyond comes around.
  const micros = Number(BigInt.asIntN(32, seconds.unscaled));
  const second = Math.floor(micros / 1e6);
  const sixty = second === 60;
  const problem = rangeProblem('H', hour as number) ?? rangeProblem('m', minute as number) ?? (sixty ? null : rangeProblem('s', second));
  if (problem !== null) throw fieldOutOfBounds(problem);
  if (sixty && micros % 1e6 !== 0) throw invalidFraction(decimalToPlainString(seconds).replace(/\.?0+$/, ''));
  const time = ((hour as number) * 3600 + (minute as number) * 60) * 1e6 + micros;
  return BigInt(days) * MICROS_PER_DAY + BigInt(time);
}

function made(args: readonly Value[], ctx: CallContext, ntz: boolean, failsToNull: boolean): Value {
  const zone: TimeZone = timeZone(args.length === 7 ? (args[6] as string) : ctx.sessionTimeZone);
  try {
    const local = localMicros(args);
    return ntz ? checkedMicros(local) : fromLocalMicros(local, zone);
  } catch (error) {
    if (failsToNull && error instanceof SparkError && error.errorClass !== 'ArithmeticException') return null;
    throw error;
  }
}

const FIELD_TYPES: readonly DataType[] = [IntegerType, IntegerType, IntegerType, IntegerType, IntegerType, SECONDS];

interface Form {
  readonly name: string;
  readonly since: string;
  /** `session`: of the fields TIMESTAMP as the session means it, else a moment. */
  readonly returns: DataType | 'session';
  readonly zoned: boolean;
  readonly counts: readonly number[];
  readonly countsShown?: readonly number[];
  readonly lenient: boolean;
}

/** A DATE, a TIME, and perhaps a time zone. */
function dateAndTime({ zoned }: Form, name: string, args: readonly ArgumentInfo[]): readonly DataType[] {
  if (args.length > (zoned ? 3 : 2)) throw unexpectedInput(name, args, 0, '"DATE"');
  const { type } = args[1] as ArgumentInfo;
  if (type.kind !== 'time' && type.kind !== 'null') throw unexpectedInput(name, args, 1, '"TIME"');
  return [DateType, type.kind === 'time' ? type : timeType(), ...args.slice(2).map((_, i) => text(name, args, i + 2))];
}

function ofDateAndTime([days, nanos, zone]: readonly Value[], ctx: CallContext, ntz: boolean): bigint {
  const local = BigInt(days as number) * MICROS_PER_DAY + (nanos as bigint) / 1000n;
  return ntz ? checkedMicros(local) : fromLocalMicros(local, timeZone((zone as string | undefined) ?? ctx.sessionTimeZone));
}

function signatureOf(form: Form, args: readonly ArgumentInfo[], { ansi, conf }: SignatureContext): Signature {
  const { name } = form;
  const returns = form.returns !== 'session' ? form.returns : args.length < 6 ? TimestampType : sessionTimestampType(conf);
  // Spark names the expression that the function stands for.
  const shownName = name.replace('try_', '').replace('_ltz', '');
  const nullable = form.lenient || !ansi ? { nullable: true } : {};
  if (args.length < 6) {
    expectExactly(shownName, args, 0, DateType);
    if (args.length === 1) return { argTypes: [DateType], returns };
    return { argTypes: dateAndTime(form, shownName, args), returns, ...(form.zoned ? {} : { nullable: true }) };
  }
  const called = name === 'try_make_timestamp' ? shownName : name;
  const types = args.map((_, i) => (i === 6 ? text(called, args, i) : casts(FIELD_TYPES[i] as DataType)(called, args, i)));
  return { argTypes: types, returns, ...nullable };
}

function declareTimestamp(form: Form): ScalarFunction {
  const names = ['year', 'month', 'day', 'hour', 'min', 'sec'];
  const ntz = form.returns === TimestampNTZType;
  return scalarFunction({
    name: form.name,
    family,
    since: form.since,
    counts: form.counts,
    ...(form.countsShown === undefined ? {} : { countsShown: form.countsShown }),
    params: [
      ...names.map((n, i) => ({ name: n, accepts: ['any'] as const, ...(i === 0 ? {} : { optional: true }) })),
      ...(form.zoned ? [{ name: 'timezone', accepts: ['string'] as const, optional: true }] : []),
    ],
    signature: (args, ctx) => signatureOf(form, args, ctx),
    // The time zone is not in the name that Spark gives the column.
    ...(form.name === 'try_make_timestamp' ? { constancy: 'late', sql: (args: readonly string[]) => `try_make_timestamp(${args.slice(0, 6).join(', ')})` } : {}),
    doc: `The timestamp${ntz ? ' without time zone' : ''} of a year, month, day, hour, minute and second, or of a date and a time of day${form.zoned ? ', in a time zone if one is given' : ''}; ${form.lenient ? 'NULL if there is none' : 'an error if there is none (NULL without ANSI mode)'}.`,
    examples: [[`${form.name}(2014, 12, 28, 6, 30, 45.887)`, '2014-12-28 06:30:45.887']],
    row: (args, ctx) => {
      const isLocal = ctx.returnType.kind === 'timestamp_ntz';
      if (args.length === 1) return fromLocalMicros(BigInt(args[0] as number) * MICROS_PER_DAY, timeZone(ctx.sessionTimeZone));
      if (args.length < 6) return ofDateAndTime(args, ctx, isLocal);
      return made(args, ctx, isLocal, form.lenient || !ctx.ansi);
    },
  });
}

export const makers: readonly ScalarFunction[] = [
  makeDate,
  declareTimestamp({ name: 'make_timestamp', since: '3.0.0', returns: 'session', zoned: true, counts: [1, 2, 3, 6, 7], lenient: false }),
  declareTimestamp({ name: 'make_timestamp_ltz', since: '3.4.0', returns: TimestampType, zoned: true, counts: [2, 3, 6, 7], countsShown: [2, 6], lenient: false }),
  declareTimestamp({ name: 'make_timestamp_ntz', since: '3.4.0', returns: TimestampNTZType, zoned: false, counts: [2, 6], lenient: false }),
  declareTimestamp({ name: 'try_make_timestamp', since: '4.0.0', returns: 'session', zoned: true, counts: [1, 2, 3, 6, 7], lenient: true }),
  declareTimestamp({ name: 'try_make_timestamp_ltz', since: '4.0.0', returns: TimestampType, zoned: true, counts: [2, 3, 6, 7], countsShown: [6], lenient: true }),
  declareTimestamp({ name: 'try_make_timestamp_ntz', since: '4.0.0', returns: TimestampNTZType, zoned: false, counts: [2, 6], countsShown: [6], lenient: true }),
];
