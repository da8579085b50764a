/** `window(…)`, `session_window(…)`, `window_time(…)`: calls that change the plan below them (relations/time-windows.ts). */
import { analysisError, SparkError } from '../../core/index.ts';
import { SESSION_WINDOW, TIME_WINDOW, WINDOW_LAST_MOMENT, windowStruct } from '../../functions/time-window/index.ts';
import { literal, stripAlias } from '../../plan/index.ts';
import type { Expression, ResolvedExpression, ScalarCall, UnresolvedFunction } from '../../plan/index.ts';
import { canCast, CalendarIntervalType, isString, LongType, parseCalendarInterval, quotedSqlType, sqlTypeName, TimestampType } from '../../types/index.ts';
import type { CalendarInterval, DataType } from '../../types/index.ts';
import type { Env } from '../analysis.ts';
import { quoted, sqlOf } from '../aliases.ts';
import { contextOf, originOf, withoutPlace } from '../origins.ts';
import { wrongNumArgs } from './argument-lists.ts';
import { coerce } from './casts.ts';
import { knownValue } from './constants.ts';

const NAMES: ReadonlySet<string> = new Set(['window', 'session_window', 'window_time']);

export function isTimeWindow(name: string): boolean {
  return NAMES.has(name.toLowerCase());
}

export function timeWindowCall(e: UnresolvedFunction, env: Env): ResolvedExpression {
  switch (e.functionName.toLowerCase()) {
    case 'window':
      return tumblingOrSliding(e, env);
    case 'session_window':
      return session(e, env);
    default:
      return windowTime(e, env);
  }
}

/** True for a time window that has not been put into the plan yet. */
export function isTimeWindowCall(e: ResolvedExpression): e is ScalarCall {
  return e.kind === 'call' && (e.fn === TIME_WINDOW || e.fn === SESSION_WINDOW);
}

const DAY_MICROS = 86_400_000_000n;
const DAY_TIME_FIELDS: readonly string[] = ['day', 'hour', 'minute', 'second'];
const YEAR_MONTH_FIELDS: readonly string[] = ['year', 'month'];

function badInterval(text: string): Error {
  return analysisError('CANNOT_PARSE_INTERVAL', '22006', { intervalString: `'${text}'` }, `'${text}' is no interval of time, such as '10 minutes'.`);
}

/** A length of window(), in microseconds: a literal, whole or a text such as `'5 minutes'`. Raises _LEGACY_ERROR_TEMP_1207 for all else. */
function lengthOf(env: Env, e: Expression): bigint {
  const given = stripAlias(env.analysis.resolve(e, env));
  const value = given.kind === 'literal' && (isString(given.type) || given.type.kind === 'integer' || given.type.kind === 'long') ? given.value : null;
  if (value === null) {
    throw analysisError('_LEGACY_ERROR_TEMP_1207', null, {}, "The length of a window, its slide and its start are written out: '10 minutes', or a whole number of microseconds.", contextOf(given.origin));
  }
  return typeof value === 'string' ? microsOf(value) : BigInt(value as number | bigint);
}

/** Microseconds of `'5 minutes'`. Raises CANNOT_PARSE_INTERVAL, and for months. */
function microsOf(value: string): bigint {
  const parsed: CalendarInterval | null = parseCalendarInterval(value);
  if (parsed === null) throw badInterval(value);
  if (parsed.months !== 0) {
    throw withoutPlace(
      new SparkError({
        errorClass: 'IllegalArgumentException',
        condition: '_LEGACY_ERROR_TEMP_3231',
        parameters: { interval: value },
        sentence: `Windows have a fixed length, and months have not: '${value}'.`,
      }),
    );
  }
  return microsIn(parsed);
}

function microsIn({ days, microseconds }: CalendarInterval): bigint {
  return BigInt(days) * DAY_MICROS + microseconds;
}

const TIME_TYPES =
  '("(TIMESTAMP OR TIMESTAMP WITHOUT TIME ZONE)" or "STRUCT<start: TIMESTAMP, end: TIMESTAMP>" or "STRUCT<start: TIMESTAMP_NTZ, end: TIMESTAMP_NTZ>")';

function isTime(t: DataType): boolean {
  return t.kind === 'timestamp' || t.kind === 'timestamp_ntz';
}

function isWindow(t: DataType): boolean {
  return t.kind === 'struct' && t.fields.length === 2 && t.fields.every((f) => isTime(f.type)) && t.fields[0]?.name === 'start' && t.fields[1]?.name === 'end';
}

/** The time that a window is cut by: of a window, the last moment in it. */
function timeColumn(env: Env, e: ResolvedExpression, sqlExpr: string, required: string): ResolvedExpression {
  if (isTime(e.type)) return e;
  if (isWindow(e.type)) return lastMoment(e);
  if (e.type.kind === 'date' || isString(e.type) || e.type.kind === 'null') return coerce(env.analysis, e, TimestampType);
  throw analysisError(
    'DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE',
    '42K09',
    { sqlExpr: `"${sqlExpr}"`, paramIndex: 'first', inputSql: quoted(env.analysis, e), inputType: quotedSqlType(e.type), requiredType: required },
    `Windows are cut by a timestamp, and ${sqlOf(env.analysis, e)} is ${sqlTypeName(e.type)}. Cast it: seconds since 1970 with timestamp_seconds(), milliseconds with timestamp_millis().`,
  );
}

/** A window's end less one microsecond. */
function lastMoment(window: ResolvedExpression): ScalarCall {
  const type = window.type.kind === 'struct' ? (window.type.fields[1]?.type ?? TimestampType) : TimestampType;
  return { kind: 'call', fn: WINDOW_LAST_MOMENT, args: [window], type, nullable: true };
}

function tumblingOrSliding(e: UnresolvedFunction, env: Env): ResolvedExpression {
  const args = e.arguments;
  if (args.length < 2 || args.length > 4) throw wrongNumArgs('window', '[2, 3, 4]', args.length);
  const [timeArg, durationArg, slideArg, startArg] = args as readonly [Expression, Expression, Expression?, Expression?];
  const time = stripAlias(env.analysis.resolve(timeArg, env));
  const duration = lengthOf(env, durationArg);
  const slide = slideArg === undefined ? duration : lengthOf(env, slideArg);
  const start = startArg === undefined ? 0n : lengthOf(env, startArg);
  const sqlExpr = `window(${sqlOf(env.analysis, time)}, ${duration}, ${slide}, ${start})`;
  const by = timeColumn(env, time, sqlExpr, TIME_TYPES);
  checkLengths(sqlExpr, duration, slide, start);
  const constants = [duration, slide, start].map((x) => literal(x, LongType));
  return { kind: 'call', fn: TIME_WINDOW, args: [by, ...constants], type: windowStruct(by.type), nullable: slide !== duration, ...originOf(e.origin) };
}

function checkLengths(sqlExpr: string, duration: bigint, slide: bigint, start: bigint): void {
  const fail = (kind: string, parameters: Readonly<Record<string, string>>, sentence: string): never => {
    throw analysisError(`DATATYPE_MISMATCH.${kind}`, '42K09', { sqlExpr: `"${sqlExpr}"`, ...parameters }, sentence);
  };
  const range = (name: string, value: bigint): void => {
    if (value <= 0n) fail('VALUE_OUT_OF_RANGE', { exprName: `\`${name}\``, valueRange: '(0, 9223372036854775807]', currentValue: `${value}L` }, `The ${name} of a window must be longer than nothing.`);
  };
  range('window_duration', duration);
  range('slide_duration', slide);
  const rule = (left: string, l: bigint, right: string, r: bigint): void => {
    fail(
      'PARAMETER_CONSTRAINT_VIOLATION',
      { leftExprName: `\`${left}\``, leftExprValue: `${l}L`, constraint: left === 'slide_duration' ? '<=' : '<', rightExprName: `\`${right}\``, rightExprValue: `${r}L` },
      `The ${left} of a window must not be longer than its ${right}.`,
    );
  };
  if (slide > duration) rule('slide_duration', slide, 'window_duration', duration);
  const distance = start < 0n ? -start : start;
  if (distance >= slide) rule('abs(start_time)', distance, 'slide_duration', slide);
}

const SESSION_TYPES = '("(TIMESTAMP OR TIMESTAMP WITHOUT TIME ZONE)" or "STRUCT<start: TIMESTAMP, end: TIMESTAMP>" or "STRUCT<start: TIMESTAMP_NTZ, end: TIMESTAMP_NTZ>")';

/** As Spark's types print themselves. */
function scalaName(type: DataType): string {
  switch (type.kind) {
    case 'decimal':
      return `DecimalType(${type.precision},${type.scale})`;
    case 'daytime_interval':
      return `DayTimeIntervalType(${DAY_TIME_FIELDS.indexOf(type.start)},${DAY_TIME_FIELDS.indexOf(type.end)})`;
    case 'yearmonth_interval':
      return `YearMonthIntervalType(${YEAR_MONTH_FIELDS.indexOf(type.start)},${YEAR_MONTH_FIELDS.indexOf(type.end)})`;
    default:
      return `${type.kind.charAt(0).toUpperCase()}${type.kind.slice(1)}Type`;
  }
}

function noGap(type: DataType): Error {
  return analysisError(
    '_LEGACY_ERROR_TEMP_1040',
    null,
    { dt: scalaName(type) },
    `The gap that ends a session is an interval, such as '10 minutes', not ${sqlTypeName(type)}.`,
  );
}

function session(e: UnresolvedFunction, env: Env): ResolvedExpression {
  if (e.arguments.length !== 2) throw wrongNumArgs('session_window', '2', e.arguments.length);
  const [timeArg, gapArg] = e.arguments as readonly [Expression, Expression];
  const time = stripAlias(env.analysis.resolve(timeArg, env));
  const gap = stripAlias(env.analysis.resolve(gapArg, env));
  const sqlExpr = `session_window(${sqlOf(env.analysis, time)}, ${sqlOf(env.analysis, gap)})`;
  const by = timeColumn(env, time, sqlExpr, SESSION_TYPES);
  if (!canCast(gap.type, CalendarIntervalType, 'legacy')) throw noGap(gap.type);
  const value = knownValue(env.analysis, gap);
  const interval = typeof value === 'string' ? parseCalendarInterval(value) : null;
  const micros = interval === null || interval.months !== 0 ? 0n : microsIn(interval);
  const length = micros > 0n ? literal(micros, LongType) : coerce(env.analysis, gap, CalendarIntervalType);
  return { kind: 'call', fn: SESSION_WINDOW, args: [by, length], type: windowStruct(by.type), nullable: false, ...originOf(e.origin) };
}

/** `window_time(window)`: the last moment of a window, which carries the event time on. */
function windowTime(e: UnresolvedFunction, env: Env): ResolvedExpression {
  if (e.arguments.length !== 1) throw wrongNumArgs('window_time', '1', e.arguments.length);
  const window = stripAlias(env.analysis.resolve(e.arguments[0] as Expression, env));
  if (!isWindow(window.type)) {
    throw analysisError(
      'DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE',
      '42K09',
      { sqlExpr: `"window_time(${sqlOf(env.analysis, window)})"`, paramIndex: 'first', inputSql: quoted(env.analysis, window), inputType: quotedSqlType(window.type), requiredType: '"STRUCT"' },
      `window_time takes what window() gives, and ${sqlOf(env.analysis, window)} is ${sqlTypeName(window.type)}.`,
    );
  }
  return lastMoment(window);
}
