/** Kernels of datetimes give what their row forms give, over columns of many different values. */
import { describe, expect, it } from 'vitest';
import { toValues, vectorOf } from '../../columnar/index.ts';
import type { Vector } from '../../columnar/index.ts';
import { fixedEnvironment } from '../../core/index.ts';
import { DateType, formatTimestamp, LongType, sameType, StringType, TimestampType, UTC } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { CallContext, FunctionDeclaration, ScalarFunction } from '../define.ts';
import { stringFunctions } from '../string/index.ts';
import { datetimeFunctions } from './index.ts';

const ROWS = 400;
const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', '+05:30'];

function named(name: string): ScalarFunction {
  const fn = [...datetimeFunctions, ...stringFunctions].find((f: FunctionDeclaration) => f.name === name);
  if (fn?.kind !== 'scalar') throw new Error(`no function ${name}`);
  return fn;
}

/** Spread over the years 1903 to 2171, with a null in each seventh place. */
function spread<T extends Value>(make: (micros: bigint) => T): (T | null)[] {
  return Array.from({ length: ROWS }, (_, i) => (i % 7 === 3 ? null : make(-2_100_000_000_000_000n + BigInt(i) * 21_234_567_891_234n)));
}

const TIMESTAMPS = vectorOf(TimestampType, spread((m) => m));
const DATES = vectorOf(DateType, spread((m) => Number(m / 86_400_000_000n)));
const SECONDS = vectorOf(LongType, spread((m) => m / 1_000_000n));
const TEXTS = vectorOf(StringType, spread((m) => formatTimestamp(m - (((m % 1_000_000n) + 1_000_000n) % 1_000_000n), UTC)));
const DAYS = vectorOf(StringType, spread((m) => formatTimestamp(m, UTC).slice(0, 10)));
const ODD = vectorOf(
  StringType,
  Array.from({ length: ROWS }, (_, i) => (i % 3 === 0 ? `2024-02-${String((i % 32) + 1).padStart(2, '0')} 0${i % 10}:00:00` : i % 3 === 1 ? `x${i}` : `24-${i}`)),
);

interface Case {
  readonly name: string;
  readonly column: Vector;
  readonly before?: readonly string[];
  readonly after?: readonly (string | number)[];
}

const CASES: readonly Case[] = [
  ...['year', 'quarter', 'month', 'day', 'dayofyear', 'dayofweek', 'weekday', 'weekofyear', 'last_day'].map((name) => ({ name, column: DATES })),
  ...['hour', 'minute', 'second'].map((name) => ({ name, column: TIMESTAMPS })),
  ...['YEAR', 'QUARTER', 'MONTH', 'WEEK', 'DAY', 'HOUR', 'MINUTE', 'SECOND', 'MILLISECOND'].map((unit) => ({ name: 'date_trunc', column: TIMESTAMPS, before: [unit] })),
  ...['yyyy-MM-dd HH:mm:ss.SSS', 'yyyy-MM', 'E d MMM, hh a'].map((p) => ({ name: 'date_format', column: TIMESTAMPS, after: [p] })),
  { name: 'from_unixtime', column: SECONDS, after: ['yyyy-MM-dd HH:mm:ss XX'] },
  { name: 'to_timestamp', column: TEXTS },
  { name: 'to_timestamp', column: DAYS },
  { name: 'to_timestamp', column: TEXTS, after: ['yyyy-MM-dd HH:mm:ss'] },
  { name: 'to_date', column: TEXTS, after: ['yyyy-MM-dd HH:mm:ss'] },
  { name: 'to_date', column: DAYS },
  { name: 'to_date', column: DAYS, after: ['y-M-d'] },
  { name: 'try_to_timestamp', column: ODD, after: ['yyyy-MM-dd HH:mm:ss'] },
  { name: 'try_to_date', column: ODD },
  { name: 'to_timestamp_ntz', column: TEXTS, after: ['yyyy-MM-dd HH:mm:ss'] },
  { name: 'unix_timestamp', column: TEXTS },
  { name: 'unix_timestamp', column: DAYS, after: ['yyyy-MM-dd'] },
  ...['upper', 'lower', 'initcap', 'length', 'trim'].map((name) => ({ name, column: ODD })),
  { name: 'substring', column: TEXTS, after: [3, 4] },
  { name: 'lpad', column: DAYS, after: [12, '*'] },
  { name: 'concat', column: TEXTS, after: ['!'] },
];

function literalType(v: string | number): DataType {
  return typeof v === 'string' ? StringType : { kind: 'integer' };
}

function check({ name, column, before = [], after = [] }: Case, zone: string): void {
  const fn = named(name);
  const [head, tail] = [[...before], [...after]];
  const types = [...head.map(literalType), column.type, ...tail.map(literalType)];
  const signature = fn.signature(
    types.map((type, i) => ({ type, nullable: true, foldable: i !== head.length, sql: 'x' })),
    { ansi: true },
  );
  expect(types.every((t, i) => sameType(t, signature.argTypes[i] as DataType))).toBe(true);
  const ctx: CallContext = {
    argTypes: signature.argTypes,
    returnType: signature.returns,
    literals: [...head, undefined, ...tail],
    ansi: true,
    sessionTimeZone: zone,
    environment: fixedEnvironment(),
    partitionIndex: 0,
    conf: () => undefined,
  };
  const constant = (v: string | number): Vector => vectorOf(literalType(v), new Array<Value>(ROWS).fill(v));
  const made = fn.batch?.([...head.map(constant), column, ...tail.map(constant)], ROWS, ctx, column.validity);
  if (made === undefined) throw new Error(`${name} declined`);
  const given = toValues(made).map((v, i) => (column.validity?.[i] === 0 ? null : v));
  const wanted = toValues(column).map((v) => (v === null ? null : fn.row([...head, v, ...tail], ctx)));
  expect(given).toEqual(wanted);
}

describe.each(ZONES)('in %s', (zone) => {
  it.each(CASES)('$name $before $after', (each) => check(each, zone));
});
