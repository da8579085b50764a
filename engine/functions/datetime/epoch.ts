/** Counts of seconds, milliseconds, microseconds and days since the epoch, both ways. */
import { SparkError } from '../../core/index.ts';
import {
  DateType,
  Decimal,
  decimalToString,
  floorDiv,
  IntegerType,
  isIntegral,
  isNumeric,
  LongType,
  pow10,
  TimestampType,
} from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction } from '../define.ts';
import { exactly, int, typed } from '../typed.ts';
import type { Rule } from '../typed.ts';
import { unexpectedInput } from '../typing.ts';
import { datetimeOverflow } from './errors.ts';
import { onlyTimestamp } from './rules.ts';

const family = 'datetime';
const MAX_LONG = 2n ** 63n - 1n;

const numeric: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (isNumeric(type)) return type;
  if (type.kind === 'null') return IntegerType;
  throw unexpectedInput(name, args, i, '"NUMERIC"');
};
const integral: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (isIntegral(type) || type.kind === 'null') return LongType;
  throw unexpectedInput(name, args, i, '"INTEGRAL"');
};

function scaled(count: bigint, factor: bigint, unit: string): bigint {
  const micros = count * factor;
  if (BigInt.asIntN(64, micros) === micros) return micros;
  throw datetimeOverflow(`create a TIMESTAMP from ${count}L ${unit} since the epoch`);
}

function decimalSeconds(d: Decimal): bigint {
  const unit = pow10(Math.max(d.scale - 6, 0));
  const units = d.unscaled * pow10(Math.max(6 - d.scale, 0));
  if (units > MAX_LONG * unit || units < (-MAX_LONG - 1n) * unit) throw datetimeOverflow(`create a TIMESTAMP from ${decimalToString(d)}BD seconds since the epoch`);
  if (units % unit !== 0n) {
    throw new SparkError({ errorClass: 'ArithmeticException', condition: null, sentence: 'Rounding necessary: a timestamp holds no more than microseconds.' });
  }
  return units / unit;
}

function doubleSeconds(x: number): bigint | null {
  if (!Number.isFinite(x)) return null;
  const micros = x * 1e6;
  if (micros >= 2 ** 63) return MAX_LONG;
  return micros <= -(2 ** 63) ? -MAX_LONG - 1n : BigInt(Math.trunc(micros));
}

function secondsToMicros(v: Value, ctx: CallContext): Value {
  const kind = ctx.argTypes[0]?.kind;
  if (v instanceof Decimal) return decimalSeconds(v);
  if (kind === 'float' || kind === 'double') return doubleSeconds(v as number);
  return scaled(BigInt(v as number | bigint), 1_000_000n, 'seconds');
}

const seconds = typed({
  name: 'timestamp_seconds',
  family,
  since: '3.1.0',
  params: ['seconds'],
  takes: [numeric],
  returns: TimestampType,
  doc: 'The timestamp so many seconds after 1970-01-01 UTC; they may have a fraction.',
  examples: [
    ['timestamp_seconds(1230219000)', '2008-12-25 15:30:00'],
    ['timestamp_seconds(1230219000.123)', '2008-12-25 15:30:00.123'],
  ],
  row: ([v], ctx) => secondsToMicros(v as Value, ctx),
});

/** NaN and the infinities give NULL, so fractions of binary kind make the result nullable. */
const timestampSeconds: ScalarFunction = {
  ...seconds,
  signature: (args, ctx) => {
    const made = seconds.signature(args, ctx);
    const kind = made.argTypes[0]?.kind;
    return kind === 'float' || kind === 'double' ? { ...made, nullable: true } : made;
  },
};

function declareFrom(name: string, factor: bigint, unit: string, example: readonly [string, string]): ScalarFunction {
  return typed({
    name,
    family,
    since: '3.1.0',
    params: [unit],
    takes: [integral],
    returns: TimestampType,
    doc: `The timestamp so many ${unit} after 1970-01-01 UTC.`,
    examples: [example],
    row: ([v]) => scaled(v as bigint, factor, unit),
  });
}

function declareTo(name: string, factor: bigint, unit: string, example: string): ScalarFunction {
  return typed({
    name,
    family,
    since: '3.1.0',
    params: ['timestamp'],
    takes: [onlyTimestamp],
    returns: LongType,
    doc: `Number of ${unit} from 1970-01-01 UTC to a timestamp, rounded down.`,
    examples: [[`${name}(TIMESTAMP'1970-01-01 00:00:01')`, example]],
    row: ([micros]) => floorDiv(micros as bigint, factor),
  });
}

const unixDate = typed({
  name: 'unix_date',
  family,
  since: '3.1.0',
  params: ['date'],
  takes: [exactly(DateType)],
  returns: IntegerType,
  doc: 'Number of days from 1970-01-01 to a date.',
  examples: [["unix_date(DATE'1970-01-02')", '1']],
  row: ([days]) => days as number,
});

const dateFromUnixDate = typed({
  name: 'date_from_unix_date',
  family,
  since: '3.1.0',
  params: ['days'],
  takes: [int],
  returns: DateType,
  doc: 'The date so many days after 1970-01-01.',
  examples: [['date_from_unix_date(1)', '1970-01-02']],
  row: ([days]) => days as number,
});

export const epochs: readonly ScalarFunction[] = [
  timestampSeconds,
  declareFrom('timestamp_millis', 1000n, 'milliseconds', ['timestamp_millis(1230219000123)', '2008-12-25 15:30:00.123']),
  declareFrom('timestamp_micros', 1n, 'microseconds', ['timestamp_micros(1230219000123123)', '2008-12-25 15:30:00.123123']),
  declareTo('unix_seconds', 1_000_000n, 'seconds', '1'),
  declareTo('unix_millis', 1000n, 'milliseconds', '1000'),
  declareTo('unix_micros', 1n, 'microseconds', '1000000'),
  unixDate,
  dateFromUnixDate,
];
