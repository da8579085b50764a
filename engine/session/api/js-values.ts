/** Values between the engine and JavaScript: cells of results, rows for createDataFrame, arguments of functions. */
import { analysisError, SparkError } from '../../core/index.ts';
import type { WireValue } from '../../plan/index.ts';
import {
  BinaryType,
  BooleanType,
  calendarIntervalToString,
  dayTimeToString,
  type Decimal,
  decimalToPlainString,
  DoubleType,
  encodeWire,
  formatTime,
  LongType,
  MapValue,
  NullType,
  parseDecimal,
  parseTime,
  rescaleExact,
  simpleString,
  sqlTypeName,
  StringType,
  StructValue,
  TimestampType,
  truncateTime,
  yearMonthToString,
} from '../../types/index.ts';
import type { CalendarInterval, DataType, StructField, Value } from '../../types/index.ts';
import type { CellValue } from './public/index.ts';
import { isRow, makeRow } from './row.ts';

const MILLIS_PER_DAY = 86_400_000;
const MICROS_PER_MILLI = 1000n;

/** A function from values of a type to what JavaScript sees. */
export function toJs(type: DataType): (value: Value) => CellValue {
  const convert = toJsValid(type);
  return (v) => (v === null ? null : convert(v));
}

function toJsValid(type: DataType): (value: Value) => CellValue {
  switch (type.kind) {
    case 'long':
      return (v) => (Number.isSafeInteger(Number(v)) ? Number(v) : (v as bigint));
    case 'decimal':
      return (v) => decimalToPlainString(v as Decimal);
    case 'date':
      return (v) => new Date((v as number) * MILLIS_PER_DAY);
    case 'timestamp':
    case 'timestamp_ntz':
      return (v) => new Date(Number((v as bigint) / MICROS_PER_MILLI));
    case 'time':
      return (v) => formatTime(v as bigint);
    case 'daytime_interval':
      return (v) => dayTimeToString(v as bigint, type);
    case 'yearmonth_interval':
      return (v) => yearMonthToString(v as number, type);
    case 'calendar_interval':
      return (v) => calendarIntervalToString(v as CalendarInterval);
    case 'array': {
      const item = toJs(type.element);
      return (v) => (v as readonly Value[]).map(item);
    }
    case 'map': {
      const key = toJs(type.key);
      const item = toJs(type.value);
      return (v) => new Map((v as MapValue).entries.map(([k, w]) => [key(k), item(w)]));
    }
    case 'struct': {
      const names = type.fields.map((f) => f.name);
      const fields = type.fields.map((f) => toJs(f.type));
      return (v) => makeRow(names, fields.map((f, i) => f((v as StructValue).values[i] ?? null)));
    }
    default:
      return (v) => v as CellValue;
  }
}

function mismatch(value: unknown, type: DataType): SparkError {
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'FIELD_DATA_TYPE_UNACCEPTABLE',
    sqlState: null,
    parameters: { data_type: simpleString(type), obj: String(value), obj_type: typeof value },
    sentence: `The value ${String(value)} does not fit the type ${simpleString(type)}.`,
  });
}

/** A value of JavaScript as a value of the type. Throws where it does not fit. */
export function fromJs(type: DataType, value: unknown): Value {
  if (value === null || value === undefined) return null;
  switch (type.kind) {
    case 'boolean':
      if (typeof value === 'boolean') return value;
      break;
    case 'byte':
    case 'short':
    case 'integer':
      if (Number.isInteger(value)) return value as number;
      break;
    case 'long':
      if (typeof value === 'bigint' && BigInt.asIntN(64, value) === value) return value;
      if (Number.isSafeInteger(value)) return BigInt(value as number);
      break;
    case 'float':
    case 'double':
      if (typeof value === 'number') return type.kind === 'float' ? Math.fround(value) : value;
      if (typeof value === 'bigint') return Number(value);
      break;
    case 'decimal': {
      const parsed = ['string', 'number', 'bigint'].includes(typeof value) ? parseDecimal(String(value)) : null;
      const fitted = parsed === null ? null : rescaleExact(parsed, type.precision, type.scale);
      if (fitted !== null) return fitted;
      break;
    }
    case 'string':
    case 'char':
    case 'varchar':
      return typeof value === 'string' ? value : String(value);
    case 'binary':
      if (value instanceof Uint8Array) return value;
      break;
    case 'date':
      if (value instanceof Date) return Math.floor(value.getTime() / MILLIS_PER_DAY);
      break;
    case 'timestamp':
    case 'timestamp_ntz':
      if (value instanceof Date) return BigInt(value.getTime()) * MICROS_PER_MILLI;
      break;
    case 'time': {
      const nanos = typeof value === 'string' ? parseTime(value) : null;
      if (nanos !== null) return truncateTime(nanos, type.precision);
      break;
    }
    case 'null':
      break;
    default:
      return nestedFromJs(type, value);
  }
  throw mismatch(value, type);
}

function nestedFromJs(type: DataType, value: unknown): Value {
  switch (type.kind) {
    case 'array':
      if (Array.isArray(value)) return value.map((v) => fromJs(type.element, v));
      break;
    case 'map': {
      const entries = value instanceof Map ? [...value] : typeof value === 'object' && value !== null ? Object.entries(value) : null;
      if (entries !== null) return new MapValue(entries.map(([k, v]) => [fromJs(type.key, k), fromJs(type.value, v)] as const));
      break;
    }
    case 'struct':
      return structFromJs(type.fields, value, type);
  }
  throw mismatch(value, type);
}

function structFromJs(fields: readonly StructField[], value: unknown, type: DataType): StructValue {
  const cells = cellsOf(value, fields.map((f) => f.name));
  if (cells === null) throw mismatch(value, type);
  return new StructValue(fields.map((f, i) => fromJs(f.type, cells[i])));
}

/** The cells of a row-like value in the order of the names; null if it is no row. */
export function cellsOf(value: unknown, names: readonly string[]): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (isRow(value)) return value.toArray();
  if (typeof value !== 'object' || value === null) return null;
  return names.map((n) => (value as Readonly<Record<string, unknown>>)[n]);
}

/** A value of JavaScript in wire form. */
export function wireFromJs(type: DataType, value: unknown): WireValue {
  return encodeWire(type, fromJs(type, value)) as WireValue;
}

/** The type that a value shows by itself; void for null. */
export function inferType(value: unknown): DataType {
  if (value === null || value === undefined) return NullType;
  switch (typeof value) {
    case 'boolean':
      return BooleanType;
    case 'bigint':
      return LongType;
    case 'number':
      return Number.isSafeInteger(value) ? LongType : DoubleType;
    case 'string':
      return StringType;
  }
  if (value instanceof Date) return TimestampType;
  if (value instanceof Uint8Array) return BinaryType;
  if (Array.isArray(value)) return { kind: 'array', element: mergedType(value.map(inferType)), containsNull: true };
  if (value instanceof Map) {
    const keys = [...value.keys()].map(inferType);
    return { kind: 'map', key: mergedType(keys), value: mergedType([...value.values()].map(inferType)), valueContainsNull: true };
  }
  const entries = isRow(value) ? Object.entries(value.asDict()) : Object.entries(value as object);
  return { kind: 'struct', fields: entries.map(([name, v]) => ({ name, type: inferType(v), nullable: true })) };
}

function mergedType(types: readonly DataType[]): DataType {
  return types.reduce((a, b) => mergeTypes(a, b), NullType);
}

/** One type for both, as createDataFrame merges the rows' types. Throws CANNOT_MERGE_TYPE. */
export function mergeTypes(a: DataType, b: DataType): DataType {
  if (a.kind === 'null') return b;
  if (b.kind === 'null') return a;
  const kinds = [a.kind, b.kind];
  if (kinds.includes('long') && kinds.includes('double')) return DoubleType;
  if (kinds.includes('string') && a.kind !== b.kind) return StringType;
  if (a.kind === 'array' && b.kind === 'array') return { ...a, element: mergeTypes(a.element, b.element) };
  if (a.kind === 'map' && b.kind === 'map') return { ...a, key: mergeTypes(a.key, b.key), value: mergeTypes(a.value, b.value) };
  if (a.kind === 'struct' && b.kind === 'struct') {
    const extra = b.fields.filter((f) => !a.fields.some((g) => g.name === f.name));
    const common = a.fields.map((f) => {
      const other = b.fields.find((g) => g.name === f.name);
      return other === undefined ? f : { ...f, type: mergeTypes(f.type, other.type) };
    });
    return { kind: 'struct', fields: [...common, ...extra] };
  }
  if (a.kind === b.kind) return a;
  throw analysisError(
    'CANNOT_MERGE_TYPE',
    null,
    { data_type1: sqlTypeName(a), data_type2: sqlTypeName(b) },
    `One column holds values of ${simpleString(a)} and of ${simpleString(b)}. Give the schema.`,
  );
}

/** A literal's type: whole numbers are INT where they fit, as in Python. */
export function literalType(value: unknown): DataType {
  if (typeof value === 'number' && Number.isInteger(value) && !Object.is(value, -0) && Math.abs(value) < 2 ** 31) {
    return { kind: 'integer' };
  }
  return inferType(value);
}
