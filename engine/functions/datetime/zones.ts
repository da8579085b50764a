/** Wall clocks of other time zones, and the current time. */
import { checkedMicros, DateType, fromLocalMicros, IntegerType, MICROS_PER_DAY, microsToDays, StringType, timeType, timeZone, TimestampNTZType, TimestampType, toLocalMicros, truncateTime } from '../../types/index.ts';
import type { DataType, TimeType, TimeZone, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction } from '../define.ts';
import { text, typed } from '../typed.ts';
import { expectFoldable, expectType, outOfRange, scalarFunction } from '../typing.ts';
import { timestamp, timestampNtz } from './rules.ts';

const family = 'datetime';

function declareShift(name: string, doc: string, example: string, shift: (micros: bigint, zone: TimeZone) => bigint): ScalarFunction {
  return typed({
    name,
    family,
    since: '1.5.0',
    params: ['timestamp', 'timezone'],
    takes: [timestamp, text],
    returns: TimestampType,
    doc,
    examples: [[`${name}('2016-08-31', 'Asia/Seoul')`, example]],
    row: ([micros, zone]) => checkedMicros(shift(micros as bigint, timeZone(zone as string))),
  });
}

const SHOWN_ZONE: ArgumentInfo = { type: StringType, nullable: false, foldable: true, sql: 'current_timezone()' };

const convertTimezone = scalarFunction({
  name: 'convert_timezone',
  family,
  since: '3.4.0',
  params: [
    { name: 'sourceTz', accepts: ['string'] },
    { name: 'targetTz', accepts: ['string'] },
    { name: 'sourceTs', accepts: ['timestamp'], optional: true },
  ],
  signature: (args) => {
    const shown = args.length === 2 ? [SHOWN_ZONE, ...args] : args;
    const argTypes = shown.map((_, i) => (i === 2 ? timestampNtz : text)('convert_timezone', shown, i));
    return { argTypes: argTypes.slice(shown.length - args.length), returns: TimestampNTZType };
  },
  sql: (args) => `convert_timezone(${args.length === 2 ? 'current_timezone(), ' : ''}${args.join(', ')})`,
  doc: 'What the wall clock of the target zone shows when that of the source zone (the session\'s, if left out) shows the timestamp.',
  examples: [["convert_timezone('Europe/Brussels', 'America/Los_Angeles', TIMESTAMP_NTZ'2021-12-06 00:00:00')", '2021-12-05 15:00:00']],
  row: (args, ctx): Value => {
    const [source, target, local] = args.length === 2 ? [ctx.sessionTimeZone, ...args] : args;
    return checkedMicros(toLocalMicros(fromLocalMicros(local as bigint, timeZone(source as string)), timeZone(target as string)));
  },
});

/** Functions of no argument: one value for a whole query, as long as the session's clock stands still in it. */
function declareCurrent(name: string, shown: string, since: string, returns: DataType, doc: string, now: (ctx: CallContext) => Value): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since,
    params: [],
    signature: () => ({ argTypes: [], returns, nullable: false }),
    sql: () => `${shown}()`,
    doc,
    examples: [[`${name}() IS NULL`, 'false']],
    row: (_args, ctx) => now(ctx),
  });
}

function nowMicros(ctx: CallContext): bigint {
  return BigInt(Math.floor(ctx.environment.now()));
}

const today = (ctx: CallContext): number => microsToDays(nowMicros(ctx), timeZone(ctx.sessionTimeZone));
const DEFAULT_DIGITS = 6;
const MAX_DIGITS = 9;
const TODAY = 'The date at the start of the query, in the session\'s time zone.';
const NOW = 'The timestamp at the start of the query.';

function digitsOf(name: string, args: readonly ArgumentInfo[]): number {
  const [digits] = args;
  if (digits === undefined) return DEFAULT_DIGITS;
  expectType(name, args, 0, IntegerType);
  expectFoldable(name, args, 0, 'precision', '"INT"');
  const count = Number(digits.literal ?? DEFAULT_DIGITS);
  if (count < 0 || count > MAX_DIGITS) throw outOfRange(name, args, 'precision', `[0, ${MAX_DIGITS}]`, String(count));
  return count;
}

/** The time of day of the session's wall clock, with so many digits of the second's fraction. */
function declareCurrentTime(name: string): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since: '4.1.0',
    params: [{ name: 'precision', accepts: ['integer'], optional: true, literal: true, pythonDefault: 'None' }],
    signature: (args) => ({ argTypes: args.map(() => IntegerType), returns: timeType(digitsOf(name, args)), nullable: false }),
    sql: (args) => `current_time(${args[0] ?? DEFAULT_DIGITS})`,
    doc: 'The time of day at the start of the query, in the session\'s time zone.',
    examples: [[`${name}() IS NULL`, 'false']],
    row: (_args, ctx) => {
      const local = toLocalMicros(nowMicros(ctx), timeZone(ctx.sessionTimeZone));
      const ofDay = ((local % MICROS_PER_DAY) + MICROS_PER_DAY) % MICROS_PER_DAY;
      return truncateTime(ofDay * 1000n, (ctx.returnType as TimeType).precision);
    },
  });
}

export const clocks: readonly ScalarFunction[] = [
  declareShift('from_utc_timestamp', 'The timestamp read as one in UTC, shown on the wall clock of a zone.', '2016-08-31 09:00:00', toLocalMicros),
  declareShift('to_utc_timestamp', 'The timestamp read as one on the wall clock of a zone, shown in UTC.', '2016-08-30 15:00:00', fromLocalMicros),
  convertTimezone,
  { ...declareCurrent('current_timezone', 'current_timezone', '3.1.0', StringType, 'The session\'s time zone.', (ctx) => ctx.sessionTimeZone), constancy: 'late' },
  declareCurrent('current_date', 'current_date', '1.5.0', DateType, TODAY, today),
  declareCurrentTime('current_time'),
  declareCurrentTime('localtime'),
  declareCurrent('curdate', 'current_date', '3.4.0', DateType, TODAY, today),
  declareCurrent('current_timestamp', 'current_timestamp', '1.5.0', TimestampType, NOW, nowMicros),
  declareCurrent('now', 'now', '1.6.0', TimestampType, NOW, nowMicros),
  declareCurrent('localtimestamp', 'localtimestamp', '3.4.0', TimestampNTZType, 'The wall clock of the session\'s zone at the start of the query.', (ctx) =>
    toLocalMicros(nowMicros(ctx), timeZone(ctx.sessionTimeZone)),
  ),
];
