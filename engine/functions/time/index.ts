/** Functions of times of day (type TIME). Spark refuses them unless spark.sql.timeType.enabled is set. */
import { SparkError } from '../../core/index.ts';
import { dayTimeToString, Decimal, decimalType, formatTime, IntegerType, isIntegral, isNumeric, LongType, NANOS_PER_DAY, NANOS_PER_SECOND, rescale, timeType, UTC } from '../../types/index.ts';
import type { DataType, DayTimeIntervalType, Value } from '../../types/index.ts';
import { ParseFailure, patternFormatter } from '../datetime-pattern.ts';
import { datetimeOverflow, fieldOutOfBounds } from '../datetime/errors.ts';
import type { ArgumentInfo, FunctionDeclaration, ScalarFunction } from '../define.ts';
import { rangeProblem } from '../pattern/index.ts';
import { casts, exactText, int, text, typed } from '../typed.ts';
import type { Rule } from '../typed.ts';
import { expectType, unexpectedInput } from '../typing.ts';

const family = 'time';
const since = '4.1.0';
const TIME = timeType();
const DEFAULT_FORMAT = 'HH:mm:ss.SSSSSS';
const MAKE_SECONDS = decimalType(16, 6);

const time: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (type.kind === 'time') return type;
  if (type.kind === 'null') return TIME;
  throw unexpectedInput(name, args, i, '"TIME"');
};
/** A time of day, a text that holds one, or in ANSI mode a timestamp, whose time of day it is. */
const timeOrText: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  return type.kind === 'time' ? type : expectType(name, args, i, TIME, '"TIME"');
};

function cannotParse(input: string, format: string): SparkError {
  return new SparkError({
    errorClass: 'DateTimeException',
    condition: 'CANNOT_PARSE_TIME',
    sqlState: '22010',
    parameters: { input: `'${input}'`, format: `'${format}'` },
    sentence: `'${input}' is no time of the form '${format}'. Use try_to_time to get NULL for it.`,
  });
}

/** Nanoseconds of a text read by a pattern, or in the form of casts; null where it does not fit. */
function read(input: string, format: string | undefined): bigint | null {
  const pattern = format ?? `HH:mm:ss${/\.\d/.test(input) ? `.${'S'.repeat(Math.min(input.length - input.lastIndexOf('.') - 1, 6))}` : ''}`;
  const micros = patternFormatter(pattern, UTC).readLocal(input);
  if (micros instanceof ParseFailure) return null;
  return (micros * 1000n) % NANOS_PER_DAY;
}

function parser(name: string, lenient: boolean): ScalarFunction {
  return typed({
    name,
    family,
    since,
    params: ['str', 'format?'],
    takes: [exactText, exactText],
    shownAs: 'to_time',
    returns: TIME,
    nullable: true,
    ...(lenient ? { sql: (args: readonly string[]) => `${name}(to_time(${args.join(', ')}))` } : {}),
    doc: `The time of day that a text holds, by a pattern if one is given (HH:mm:ss); ${lenient ? 'NULL' : 'an error'} where it does not fit.`,
    examples: [[`CAST(${name}('10-30', 'HH-mm') AS STRING)`, '10:30:00'], ...(lenient ? ([[`${name}('x')`, null]] as const) : [])],
    row: ([input, format]) => {
      const nanos = read(input as string, format as string | undefined);
      if (nanos === null && !lenient) throw cannotParse(input as string, (format as string | undefined) ?? DEFAULT_FORMAT);
      return nanos;
    },
  });
}

const makeTime = typed({
  name: 'make_time',
  family,
  since,
  params: ['hour', 'minute', 'second'],
  takes: [int, int, casts(MAKE_SECONDS)],
  returns: TIME,
  nullable: true,
  doc: 'The time of day of an hour, minute and second with a fraction; an error if there is none.',
  examples: [['CAST(make_time(6, 30, 45.887) AS STRING)', '06:30:45.887']],
  row: ([hour, minute, seconds]) => {
    const micros = (seconds as Decimal).unscaled;
    const problem = rangeProblem('H', hour as number) ?? rangeProblem('m', minute as number) ?? rangeProblem('s', Number(micros / 1_000_000n));
    if (problem !== null) throw fieldOutOfBounds(problem);
    return BigInt((hour as number) * 3600 + (minute as number) * 60) * NANOS_PER_SECOND + micros * 1000n;
  },
});

function checked(nanos: bigint): bigint {
  if (nanos >= 0n && nanos < NANOS_PER_DAY) return nanos;
  throw fieldOutOfBounds(`Invalid TIME value: must be between 00:00:00 and 23:59:59.999999999, but got ${nanos} nanoseconds`);
}

const numeric: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (isNumeric(type)) return type;
  if (type.kind === 'null') return LongType;
  throw unexpectedInput(name, args, i, '"NUMERIC"');
};
const integral: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (isIntegral(type)) return type;
  if (type.kind === 'null') return LongType;
  throw unexpectedInput(name, args, i, '"INTEGRAL"');
};

/** Nanoseconds of a number of seconds, whatever its type. */
function nanosOfSeconds(x: Value): bigint {
  if (x instanceof Decimal) return rescale(x, 9, 'down').unscaled;
  return typeof x === 'number' && !Number.isInteger(x) ? BigInt(Math.trunc(x * 1e9)) : BigInt(x as number | bigint) * NANOS_PER_SECOND;
}

function fromNumber(name: string, unit: string, takes: Rule, example: readonly [string, string], nanos: (x: Value) => bigint): ScalarFunction {
  return typed({
    name,
    family,
    since: '4.2.0',
    params: [unit],
    takes: [takes],
    returns: TIME,
    nullable: true,
    doc: `The time of day so many ${unit} after midnight; an error outside of a day.`,
    examples: [[`CAST(${name}(${example[0]}) AS STRING)`, example[1]]],
    row: ([x]) => checked(nanos(x as Value)),
  });
}

function toNumber(name: string, unit: string, returns: DataType, example: string, of: (nanos: bigint) => Value): ScalarFunction {
  return typed({
    name,
    family,
    since: '4.2.0',
    params: ['time'],
    takes: [time],
    returns,
    nullable: true,
    doc: `How many ${unit} after midnight a time of day is.`,
    examples: [[`${name}(TIME'14:30:00.5')`, example]],
    row: ([t]) => of(t as bigint),
  });
}

const UNITS: Readonly<Record<string, bigint>> = { HOUR: 3600n * NANOS_PER_SECOND, MINUTE: 60n * NANOS_PER_SECOND, SECOND: NANOS_PER_SECOND, MILLISECOND: 1_000_000n, MICROSECOND: 1000n };

function unitOf(name: string, unit: string): bigint {
  const nanos = UNITS[unit.toUpperCase()];
  if (nanos !== undefined) return nanos;
  throw new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'INVALID_PARAMETER_VALUE.TIME_UNIT',
    sqlState: '22023',
    parameters: { functionName: `\`${name}\``, parameter: '`unit`', invalidValue: `'${unit}'` },
    sentence: `${name} has no unit '${unit}'; there are ${Object.keys(UNITS).join(', ')}.`,
  });
}

const timeDiff = typed({
  name: 'time_diff',
  family,
  since,
  params: ['unit', 'start', 'end'],
  takes: [text, timeOrText, timeOrText],
  returns: LongType,
  nullable: true,
  doc: 'Whole hours, minutes, seconds, milliseconds or microseconds from one time of day to another.',
  examples: [["time_diff('HOUR', TIME'20:30:29', TIME'21:30:28')", '0']],
  row: ([unit, start, end]) => ((end as bigint) - (start as bigint)) / unitOf('time_diff', unit as string),
});

const timeTrunc = typed({
  name: 'time_trunc',
  family,
  since,
  params: ['unit', 'time'],
  takes: [text, timeOrText],
  returns: (types) => types[1] as DataType,
  nullable: true,
  doc: 'A time of day cut to its hour, minute, second, millisecond or microsecond.',
  examples: [["CAST(time_trunc('HOUR', TIME'09:32:05.359') AS STRING)", '09:00:00']],
  row: ([unit, t]) => (t as bigint) - ((t as bigint) % unitOf('time_trunc', unit as string)),
});

function part(name: string, shown: string, unit: bigint, limit: bigint): ScalarFunction {
  return typed({
    name,
    family,
    since,
    internal: true,
    params: ['time'],
    takes: [time],
    returns: IntegerType,
    nullable: true,
    doc: `The ${shown} of a time of day.`,
    examples: [[`${shown}(TIME'12:58:59')`, shown === 'hour' ? '12' : shown === 'minute' ? '58' : '59']],
    sql: ([t]) => `${shown}(${t})`,
    row: ([t]) => Number(((t as bigint) / unit) % limit),
  });
}

function shifted(name: string, symbol: '+' | '-'): ScalarFunction {
  return typed({
    name,
    family,
    since,
    internal: true,
    params: ['time', 'interval'],
    takes: [time, (_name, args, i) => (args[i] as ArgumentInfo).type],
    returns: (types) => timeType(Math.max((types[0] as { precision: number }).precision, TIME.precision)),
    nullable: true,
    doc: `A time of day ${symbol === '+' ? 'plus' : 'less'} an interval; an error outside of the day.`,
    examples: [[`CAST(TIME'15:30:00' ${symbol} INTERVAL '1' HOUR AS STRING)`, symbol === '+' ? '16:30:00' : '14:30:00']],
    sql: ([t, interval]) => `${t} ${symbol} ${interval}`,
    row: ([t, interval], ctx) => {
      const by = (interval as bigint) * 1000n;
      const nanos = symbol === '+' ? (t as bigint) + by : (t as bigint) - by;
      if (nanos >= 0n && nanos < NANOS_PER_DAY) return nanos;
      const shown = dayTimeToString(interval as bigint, ctx.argTypes[1] as DayTimeIntervalType);
      const [verb, preposition] = symbol === '+' ? ['add', 'to'] : ['subtract', 'from'];
      throw datetimeOverflow(`${verb} ${shown} ${preposition} the time value TIME '${formatTime(t as bigint)}'`);
    },
  });
}

const subtractTimes = typed({
  name: 'subtract_times',
  family,
  since,
  internal: true,
  params: ['left', 'right'],
  takes: [time, time],
  returns: { kind: 'daytime_interval', start: 'hour', end: 'second' },
  nullable: true,
  doc: 'The interval from one time of day to another.',
  examples: [["TIME'15:30:00' - TIME'14:00:00.5'", "INTERVAL '01:29:59.5' HOUR TO SECOND"]],
  sql: ([a, b]) => `${a} - ${b}`,
  row: ([a, b]) => ((a as bigint) - (b as bigint)) / 1000n,
});

export const timeFunctions: readonly FunctionDeclaration[] = [
  parser('to_time', false),
  parser('try_to_time', true),
  makeTime,
  fromNumber('time_from_seconds', 'seconds', numeric, ['52200.5', '14:30:00.5'], nanosOfSeconds),
  fromNumber('time_from_millis', 'millis', integral, ['52200500', '14:30:00.5'], (x) => BigInt(x as number | bigint) * 1_000_000n),
  fromNumber('time_from_micros', 'micros', integral, ['52200500000', '14:30:00.5'], (x) => BigInt(x as number | bigint) * 1000n),
  toNumber('time_to_seconds', 'seconds', decimalType(14, 6), '52200.500000', (t) => new Decimal(t / 1000n, 6)),
  toNumber('time_to_millis', 'milliseconds', LongType, '52200500', (t) => t / 1_000_000n),
  toNumber('time_to_micros', 'microseconds', LongType, '52200500000', (t) => t / 1000n),
  timeDiff,
  timeTrunc,
  part('hours_of_time', 'hour', 3600n * NANOS_PER_SECOND, 24n),
  part('minutes_of_time', 'minute', 60n * NANOS_PER_SECOND, 60n),
  part('seconds_of_time', 'second', NANOS_PER_SECOND, 60n),
  shifted('time_add_interval', '+'),
  shifted('time_subtract_interval', '-'),
  subtractTimes,
];
