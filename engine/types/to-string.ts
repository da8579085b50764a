/** Values as text: CAST AS STRING, the cells of `show()`, and SQL literals in error parameters. */
import { dayTimeToString, yearMonthToString } from './ansi-interval.ts';
import { binaryToText } from './binary-style.ts';
import type { BinaryStyle } from './binary-style.ts';
import { utf8Text } from './bytes.ts';
import { calendarIntervalToString } from './calendar-interval.ts';
import type { DataType } from './data-type.ts';
import { formatDate, formatLocalTimestamp, formatOldDate, formatTimestamp } from './datetime.ts';
import { decimalToPlainString, decimalToString } from './decimal.ts';
import { doubleToString, floatToString } from './java-number.ts';
import { formatTime } from './time.ts';
import { timeZone } from './time-zone.ts';
import type { TimeZone } from './time-zone.ts';
import type { CalendarInterval, Decimal, MapValue, StructValue, Value } from './value.ts';
import { variantToJson } from './variant.ts';
import type { VariantValue } from './variant.ts';

export interface TextStyle {
  /** How a null inside a nested value shows. */
  readonly nullText: string;
  /** Decimals without exponent (ANSI mode, show) or as Java's BigDecimal prints them (legacy casts). */
  readonly plainDecimals: boolean;
  /** `[61 62]`, or as `binaryStyle` says, instead of the bytes read as UTF-8. */
  readonly hexBinary: boolean;
  readonly binaryStyle?: BinaryStyle | undefined;
  /** The session asks for the formatters of old. */
  readonly oldDates?: boolean | undefined;
}

export const CAST_STYLE: TextStyle = { nullText: 'null', plainDecimals: true, hexBinary: false };
export const LEGACY_CAST_STYLE: TextStyle = { nullText: 'null', plainDecimals: false, hexBinary: false };
export const SHOW_STYLE: TextStyle = { nullText: 'NULL', plainDecimals: true, hexBinary: true };

/** A function from non-null values of a type to their text. */
export function stringifier(type: DataType, zone: TimeZone, style: TextStyle = CAST_STYLE): (value: Value) => string {
  switch (type.kind) {
    case 'float':
      return (v) => floatToString(v as number);
    case 'double':
      return (v) => doubleToString(v as number);
    case 'string':
    case 'char':
    case 'varchar':
      return (v) => v as string;
    case 'decimal':
      return style.plainDecimals ? (v) => decimalToPlainString(v as Decimal) : (v) => decimalToString(v as Decimal);
    case 'binary':
      return style.hexBinary ? (v) => binaryToText(v as Uint8Array, style.binaryStyle) : (v) => utf8Text(v as Uint8Array);
    case 'date':
      return style.oldDates === true ? (v) => formatOldDate(v as number) : (v) => formatDate(v as number);
    case 'timestamp':
      return (v) => formatTimestamp(v as bigint, zone);
    case 'timestamp_ntz':
      return (v) => formatLocalTimestamp(v as bigint);
    case 'time':
      return (v) => formatTime(v as bigint);
    case 'calendar_interval':
      return (v) => calendarIntervalToString(v as CalendarInterval);
    case 'daytime_interval':
      return (v) => dayTimeToString(v as bigint, type);
    case 'yearmonth_interval':
      return (v) => yearMonthToString(v as number, type);
    case 'array': {
      const item = nullable(stringifier(type.element, zone, style), style);
      return (v) => `[${(v as readonly Value[]).map(item).join(', ')}]`;
    }
    case 'map': {
      const key = nullable(stringifier(type.key, zone, style), style);
      const item = nullable(stringifier(type.value, zone, style), style);
      return (v) => `{${(v as MapValue).entries.map(([k, w]) => `${key(k)} -> ${item(w)}`).join(', ')}}`;
    }
    case 'struct': {
      const fields = type.fields.map((f) => nullable(stringifier(f.type, zone, style), style));
      return (v) => `{${fields.map((text, i) => text((v as StructValue).values[i] ?? null)).join(', ')}}`;
    }
    case 'variant':
      return (v) => variantToJson((v as VariantValue).node);
    default:
      return (v) => String(v);
  }
}

function nullable(text: (value: Value) => string, style: TextStyle): (value: Value) => string {
  return (v) => (v === null ? style.nullText : text(v));
}

/** CAST AS STRING of one value; null stays null. `tz` is the session's time zone. */
export function valueToString(value: Value, type: DataType, tz = 'UTC'): string | null {
  return value === null ? null : stringifier(type, timeZone(tz))(value);
}

/** The text of a cell in `show()`. */
export function valueToPrettyString(value: Value, type: DataType, tz = 'UTC'): string {
  return value === null ? 'NULL' : stringifier(type, timeZone(tz), SHOW_STYLE)(value);
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** The value as a SQL literal, as error parameters carry it: `5000000000L`, `1.5D`, `'a'`, `TIMESTAMP '…'`. */
export function valueToSql(value: Value, type: DataType, tz = 'UTC'): string {
  if (value === null) return 'NULL';
  switch (type.kind) {
    case 'byte':
      return `${String(value)}Y`;
    case 'short':
      return `${String(value)}S`;
    case 'long':
      return `${String(value)}L`;
    case 'double':
      return Number.isFinite(value) ? `${doubleToString(value as number)}D` : String(value);
    case 'decimal':
      return `${decimalToPlainString(value as Decimal)}BD`;
    case 'string':
    case 'char':
    case 'varchar':
      return quoted(value as string);
    case 'binary':
      return `X'${Array.from(value as Uint8Array, (b) => b.toString(16).toUpperCase().padStart(2, '0')).join('')}'`;
    case 'date':
      return `DATE '${formatDate(value as number)}'`;
    case 'timestamp':
      return `TIMESTAMP '${formatTimestamp(value as bigint, timeZone(tz))}'`;
    case 'time':
      return `TIME '${formatTime(value as bigint)}'`;
    case 'timestamp_ntz':
      return `TIMESTAMP_NTZ '${formatLocalTimestamp(value as bigint)}'`;
    default:
      return stringifier(type, timeZone(tz))(value);
  }
}
