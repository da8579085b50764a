/** `time_bucket`: the beginning of the bucket of fixed width in which a timestamp lies. */
import {
  addMonthsToDays,
  floorDiv,
  fromLocalMicros,
  MICROS_PER_DAY,
  quotedSqlType,
  sameType,
  TimestampType,
  toLocalMicros,
  valueToString,
} from '../../types/index.ts';
import type { DataType, TimeZone, Value } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction, Signature } from '../define.ts';
import { expectFoldable, outOfRange, scalarFunction, unexpectedInput } from '../typing.ts';
import { clockOf } from './parts.ts';
import { splitLocal } from './rules.ts';

const NAME = 'time_bucket';
const ANY_TIMESTAMP = '"(TIMESTAMP OR TIMESTAMP WITHOUT TIME ZONE)"';

function timestampOf(args: readonly ArgumentInfo[], index: number): DataType {
  const { type } = args[index] as ArgumentInfo;
  if (type.kind === 'timestamp' || type.kind === 'timestamp_ntz') return type;
  if (type.kind === 'null') return TimestampType;
  throw unexpectedInput(NAME, args, index, ANY_TIMESTAMP);
}

function checkSize(args: readonly ArgumentInfo[]): void {
  const { type, literal } = args[0] as ArgumentInfo;
  expectFoldable(NAME, args, 0, 'bucketSize', quotedSqlType(type));
  if (literal === undefined || literal === null || (literal as number | bigint) > 0) return;
  throw outOfRange(NAME, args, '`bucketSize`', '(0, inf)', valueToString(literal, type) ?? '');
}

/** The origin that is left out is the beginning of 1970 on the wall clock, as names and errors show. */
function shown(args: readonly ArgumentInfo[]): readonly ArgumentInfo[] {
  if (args.length === 3) return args;
  const ntz = args[1]?.type.kind === 'timestamp_ntz';
  const type = ntz ? (args[1] as ArgumentInfo).type : TimestampType;
  return [...args, { type, nullable: false, foldable: true, sql: `TIMESTAMP${ntz ? '_NTZ' : ''} '1970-01-01 00:00:00'` }];
}

function signatureOf(given: readonly ArgumentInfo[]): Signature {
  const args = shown(given);
  const size = (args[0] as ArgumentInfo).type;
  if (size.kind !== 'daytime_interval' && size.kind !== 'yearmonth_interval' && size.kind !== 'null') {
    throw unexpectedInput(NAME, args, 0, '("INTERVAL DAY TO SECOND" or "INTERVAL YEAR TO MONTH")');
  }
  const time = timestampOf(args, 1);
  const origin = timestampOf(args, 2);
  const free = args[1]?.type.kind === 'null' || args[2]?.type.kind === 'null';
  if (!sameType(time, origin) && !free) throw unexpectedInput(NAME, args, 2, quotedSqlType(time));
  if (size.kind !== 'null') checkSize(args);
  return { argTypes: [size, time, ...(given.length === 3 ? [free ? time : origin] : [])], returns: time };
}

/** Buckets of days and more are cut on the wall clock, shorter ones in elapsed time. */
function bucketOfMicros(size: bigint, micros: bigint, origin: bigint, zone: TimeZone): bigint {
  if (size < MICROS_PER_DAY) return origin + floorDiv(micros - origin, size) * size;
  const start = toLocalMicros(origin, zone);
  return fromLocalMicros(start + floorDiv(toLocalMicros(micros, zone) - start, size) * size, zone);
}

/** Months are counted from the origin; a day that a month lacks is its last. */
function bucketOfMonths(size: number, micros: bigint, origin: bigint, zone: TimeZone): bigint {
  const local = toLocalMicros(micros, zone);
  const { days, micros: time } = splitLocal(toLocalMicros(origin, zone));
  const startOf = (count: number): bigint => BigInt(addMonthsToDays(days, count * size)) * MICROS_PER_DAY + BigInt(time);
  let count = Math.floor(Number(floorDiv(local, MICROS_PER_DAY) - BigInt(days)) / (31 * size));
  while (startOf(count + 1) <= local) count++;
  while (startOf(count) > local) count--;
  return fromLocalMicros(startOf(count), zone);
}

export const timeBucket: ScalarFunction = scalarFunction({
  name: NAME,
  family: 'datetime',
  since: '4.2.0',
  params: [
    { name: 'bucketSize', accepts: ['interval'], literal: true },
    { name: 'ts', accepts: ['timestamp'] },
    { name: 'origin', accepts: ['timestamp'], optional: true },
  ],
  becomes: (args) => {
    if (args.length === 3) return undefined;
    const [size, time] = args as readonly [ArgumentInfo, ArgumentInfo];
    if (time.type.kind !== 'timestamp_ntz' || size.type.kind === 'null') return undefined;
    return { kind: 'call', name: NAME, args: [0, 1, { type: time.type, value: 0n }] };
  },
  signature: signatureOf,
  sql: (args) => `${NAME}(${args.join(', ')}${args.length === 2 ? ", TIMESTAMP '1970-01-01 00:00:00'" : ''})`,
  doc: 'The beginning of the bucket in which a timestamp lies: buckets are as long as an interval and counted from an origin, 1970 if none is given.',
  examples: [
    ["time_bucket(INTERVAL '15' MINUTE, TIMESTAMP'2024-03-15 10:20:30')", '2024-03-15 10:15:00'],
    ["time_bucket(INTERVAL '1' MONTH, TIMESTAMP'2024-03-15 10:20:30')", '2024-03-01 00:00:00'],
  ],
  row: ([size, micros, origin], ctx): Value => {
    const zone = clockOf(ctx.returnType, ctx);
    const from = origin === undefined ? fromLocalMicros(0n, zone) : (origin as bigint);
    return typeof size === 'bigint' ? bucketOfMicros(size, micros as bigint, from, zone) : bucketOfMonths(size as number, micros as bigint, from, zone);
  },
});
