/** Literals as SQL text (`Literal.sql`) and as plans print them (`Literal.toString`). */
import {
  calendarIntervalToString,
  Decimal,
  type CalendarInterval,
  dayTimeToString,
  decimalToString,
  doubleToString,
  floatToString,
  formatDate,
  formatLocalTimestamp,
  formatTime,
  formatTimestamp,
  type MapValue,
  type StructValue,
  timeZone,
  yearMonthToString,
} from '../types/index.ts';
import type { DataType, Value } from '../types/index.ts';

function hex(bytes: Uint8Array): string {
  return [...bytes].map((b) => b.toString(16).padStart(2, '0').toUpperCase()).join('');
}

function plainNumber(value: Value, type: DataType): string {
  if (value instanceof Decimal) return decimalToString(value);
  if (type.kind === 'double') return doubleToString(value as number);
  if (type.kind === 'float') return floatToString(value as number);
  return String(value);
}

/** In column names and error parameters: strings and numbers bare, dates as `DATE '…'`. */
export function literalSql(value: Value, type: DataType, zone = 'UTC'): string {
  if (value === null) return 'NULL';
  switch (type.kind) {
    case 'string':
    case 'char':
    case 'varchar':
      return value as string;
    case 'date':
      return `DATE '${formatDate(value as number)}'`;
    case 'timestamp':
      return `TIMESTAMP '${formatTimestamp(value as bigint, timeZone(zone))}'`;
    case 'time':
      return `TIME '${formatTime(value as bigint)}'`;
    case 'timestamp_ntz':
      return `TIMESTAMP_NTZ '${formatLocalTimestamp(value as bigint)}'`;
    case 'binary':
      return `X'${hex(value as Uint8Array)}'`;
    case 'calendar_interval':
      return `INTERVAL '${calendarIntervalToString(value as CalendarInterval)}'`;
    case 'array':
      return `ARRAY(${(value as readonly Value[]).map((v) => literalSql(v, type.element, zone)).join(', ')})`;
    case 'map': {
      const { entries } = value as MapValue;
      const list = (part: 0 | 1, t: DataType): string => entries.map((e) => literalSql(e[part], t, zone)).join(', ');
      return `MAP_FROM_ARRAYS(ARRAY(${list(0, type.key)}), ARRAY(${list(1, type.value)}))`;
    }
    case 'struct': {
      const { values } = value as StructValue;
      const parts = type.fields.map((f, i) => `'${f.name}', ${literalSql(values[i] ?? null, f.type, zone)}`);
      return `NAMED_STRUCT(${parts.join(', ')})`;
    }
    default:
      return literalText(value, type, zone);
  }
}

/** In plans: `5`, `abc`, `2024-01-01`, `[1,2]`, `null`. */
export function literalText(value: Value, type: DataType, zone = 'UTC'): string {
  if (value === null) return 'null';
  switch (type.kind) {
    case 'date':
      return formatDate(value as number);
    case 'timestamp':
      return formatTimestamp(value as bigint, timeZone(zone));
    case 'timestamp_ntz':
      return formatLocalTimestamp(value as bigint);
    case 'time':
      return formatTime(value as bigint);
    case 'binary':
      return `0x${hex(value as Uint8Array)}`;
    case 'calendar_interval':
      return calendarIntervalToString(value as CalendarInterval);
    case 'daytime_interval':
      return dayTimeToString(value as bigint, type);
    case 'yearmonth_interval':
      return yearMonthToString(value as number, type);
    case 'array':
      return `[${(value as readonly Value[]).map((v) => literalText(v, type.element, zone)).join(',')}]`;
    case 'map': {
      const parts = (value as MapValue).entries.map(([k, v]) => `${literalText(k, type.key, zone)} -> ${literalText(v, type.value, zone)}`);
      return `map(${parts.join(', ')})`;
    }
    case 'struct': {
      const { values } = value as StructValue;
      return `[${type.fields.map((f, i) => literalText(values[i] ?? null, f.type, zone)).join(',')}]`;
    }
    default:
      return plainNumber(value, type);
  }
}
