/** CAST, TRY_CAST and the legacy cast of single values (`org.apache.spark.sql.catalyst.expressions.Cast`). */
import { InternalError } from '../../core/index.ts';
import { utf8Bytes } from '../bytes.ts';
import { isString } from '../coercion.ts';
import type { DataType } from '../data-type.ts';
import { sameType } from '../data-type.ts';
import { fromLocalMicros, trimAll } from '../datetime.ts';
import type { Today } from '../datetime.ts';
import { simpleString } from '../names.ts';
import { timeZone } from '../time-zone.ts';
import { CAST_STYLE, LEGACY_CAST_STYLE, stringifier } from '../to-string.ts';
import type { Decimal, Value } from '../value.ts';
import { MapValue, StructValue } from '../value.ts';
import { VariantValue } from '../variant.ts';
import { toAnsiInterval, toCalendarInterval, toDate, decimalToTimestamp, toTimestamp, toTimestampNtz } from './datetimes.ts';
import { castInvalidInput } from './errors.ts';
import { toDecimal, toFloating, toIntegral } from './numbers.ts';
import type { CastMode } from './rules.ts';
import { timeToLocalMicros, timeToNumber, toTime } from './times.ts';
import { fromVariant, variantNodeOf } from './variant.ts';

export * from './errors.ts';
export * from './rules.ts';
export * from './variant.ts';
export { longToFloat, parseDouble, parseJavaDouble, saturate } from './numbers.ts';

export interface CastContext {
  /** Session time zone. */
  readonly timeZone: string;
  /** Microseconds since the epoch, for texts that hold only a time of day. */
  readonly now?: () => number;
  /** As Spark casts where it makes no code: products of decimals have 34 digits. */
  readonly interpreted?: true | undefined;
  /** The session asks for the formatters of old, by which dates are written. */
  readonly oldDates?: boolean | undefined;
}

type Convert = (value: Value) => Value;

const TRUE_TEXTS: ReadonlySet<string> = new Set(['t', 'true', 'y', 'yes', '1']);
const FALSE_TEXTS: ReadonlySet<string> = new Set(['f', 'false', 'n', 'no', '0']);

/** The boolean of a text, or null. */
export function parseBoolean(text: string): boolean | null {
  const t = trimAll(text).toLowerCase();
  if (TRUE_TEXTS.has(t)) return true;
  return FALSE_TEXTS.has(t) ? false : null;
}

function toBoolean(from: DataType, to: DataType, mode: CastMode): Convert {
  if (isString(from)) {
    return (v) => {
      const b = parseBoolean(v as string);
      if (b === null && mode === 'ansi') throw castInvalidInput(v, from, to);
      return b;
    };
  }
  if (from.kind === 'date') return () => null;
  if (from.kind === 'decimal') return (v) => (v as Decimal).unscaled !== 0n;
  return (v) => Number(v) !== 0;
}

const INTEGRAL_BYTES: Readonly<Record<string, number>> = { byte: 1, short: 2, integer: 4, long: 8 };

function toBinary(from: DataType): Convert {
  if (isString(from)) return (v) => utf8Bytes(v as string);
  const width = INTEGRAL_BYTES[from.kind] as number;
  return (v) => {
    const out = new Uint8Array(width);
    let rest = BigInt.asUintN(width * 8, BigInt(v as number | bigint));
    for (let i = width - 1; i >= 0; i--) {
      out[i] = Number(rest & 255n);
      rest >>= 8n;
    }
    return out;
  };
}

function toNested(from: DataType, to: DataType, mode: CastMode, ctx: CastContext): Convert {
  if (from.kind === 'array' && to.kind === 'array') {
    const item = caster(from.element, to.element, mode, ctx);
    return (v) => (v as readonly Value[]).map(item);
  }
  if (from.kind === 'map' && to.kind === 'map') {
    const key = caster(from.key, to.key, mode, ctx);
    const item = caster(from.value, to.value, mode, ctx);
    return (v) => new MapValue((v as MapValue).entries.map(([k, w]) => [key(k), item(w)] as const));
  }
  if (from.kind === 'struct' && to.kind === 'struct') {
    const fields = to.fields.map((f, i) => caster((from.fields[i] as { type: DataType }).type, f.type, mode, ctx));
    return (v) => new StructValue(fields.map((convert, i) => convert((v as StructValue).values[i] ?? null)));
  }
  throw new InternalError(`no cast from ${simpleString(from)} to ${simpleString(to)}`);
}

function conversion(from: DataType, to: DataType, mode: CastMode, ctx: CastContext): Convert {
  const zone = timeZone(ctx.timeZone);
  const now = ctx.now;
  const today: Today = (of) => {
    if (now === undefined) throw new InternalError('a cast needs the clock and was given none');
    const seconds = Math.floor(now() / 1e6);
    return Math.floor((seconds + of.offsetAt(seconds)) / 86_400);
  };
  if (from.kind === 'variant') return fromVariant(to, mode, (v, type, wanted) => castValue(v, type, wanted, 'ansi', ctx), ctx.timeZone);
  switch (to.kind) {
    case 'string':
    case 'char':
    case 'varchar':
      return stringifier(from, zone, { ...(mode === 'legacy' ? LEGACY_CAST_STYLE : CAST_STYLE), oldDates: ctx.oldDates });
    case 'boolean':
      return toBoolean(from, to, mode);
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
      return from.kind === 'time' ? timeToNumber(from, to, mode) : toIntegral(from, to, mode, ctx.timeZone);
    case 'float':
    case 'double':
      return toFloating(from, to, mode);
    case 'decimal':
      return from.kind === 'time' ? timeToNumber(from, to, mode) : toDecimal(from, to, mode);
    case 'binary':
      return toBinary(from);
    case 'date':
      return toDate(from, to, mode, zone);
    case 'timestamp':
      if (from.kind === 'time') return (v) => fromLocalMicros(timeToLocalMicros(v as bigint, today(zone)), zone);
      return from.kind === 'decimal' ? decimalToTimestamp(ctx.interpreted === true) : toTimestamp(from, to, mode, zone, today);
    case 'timestamp_ntz':
      if (from.kind === 'time') return (v) => timeToLocalMicros(v as bigint, today(zone));
      return toTimestampNtz(from, to, mode, zone);
    case 'time':
      return toTime(from, to, mode, zone);
    case 'calendar_interval':
      return toCalendarInterval();
    case 'daytime_interval':
    case 'yearmonth_interval':
      return toAnsiInterval(from, to, mode);
    case 'variant':
      return (v) => new VariantValue(variantNodeOf(v, from));
    default:
      return toNested(from, to, mode, ctx);
  }
}

/**
 * The cast between two types as a function; null gives null. The pair must satisfy `canCast`. In ANSI mode the function
 * raises CAST_INVALID_INPUT, CAST_OVERFLOW and the like; in try mode it gives null; in legacy mode it does as Spark
 * without ANSI does (wraps, saturates or gives null).
 */
export function caster(from: DataType, to: DataType, mode: CastMode, ctx: CastContext): Convert {
  if (from.kind === 'null') return () => null;
  if (sameType(from, to, true)) return (v) => v;
  const convert = conversion(from, to, mode, ctx);
  return (v) => (v === null ? null : convert(v));
}

/** Casts one value; see `caster`. */
export function castValue(value: Value, from: DataType, to: DataType, mode: CastMode, ctx: CastContext): Value {
  return value === null ? null : caster(from, to, mode, ctx)(value);
}
