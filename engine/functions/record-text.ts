/** Records and keys as errors show them: values as Spark holds them inside, not as it prints them. */
import { valueToString } from '../types/index.ts';
import type { DataType, MapValue, StructType, StructValue, Value } from '../types/index.ts';

/** Days of dates, microseconds of timestamps and intervals, months; parts of nested values alike. */
export function internalText(value: Value, type: DataType): string {
  if (value === null) return 'null';
  switch (type.kind) {
    case 'date':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'time':
    case 'daytime_interval':
    case 'yearmonth_interval':
      return String(value);
    case 'struct':
      return recordText((value as StructValue).values, type);
    case 'array':
      return listText(value as readonly Value[], type.element);
    case 'map': {
      const { entries } = value as MapValue;
      return `keys: ${listText(entries.map(([k]) => k), type.key)}, values: ${listText(entries.map(([, v]) => v), type.value)}`;
    }
    default:
      return valueToString(value, type) ?? 'null';
  }
}

function listText(values: readonly Value[], type: DataType): string {
  return `[${values.map((v) => internalText(v, type)).join(',')}]`;
}

/** The values of a struct's fields: `[18262,null,[1,2]]`. */
export function recordText(values: readonly Value[], type: StructType): string {
  return `[${values.map((v, i) => internalText(v, (type.fields[i] as StructType['fields'][number]).type)).join(',')}]`;
}

/** What is read as an array or a map, as the only value of a record. */
export function rootText(value: Value, type: DataType): string {
  return `[${internalText(value, type)}]`;
}
