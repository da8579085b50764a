/**
 * The one order and equality of values: NaN equals NaN and is above every number, -0.0 equals 0.0, strings and
 * binaries compare by bytes (UTF-8), nulls inside nested values come first.
 */
import { InternalError } from '../core/index.ts';
import type { DataType, MapType } from './data-type.ts';
import { compareDecimals } from './decimal.ts';
import type { CalendarInterval, Decimal, MapValue, StructValue, Value } from './value.ts';
import { variantToJson } from './variant.ts';
import type { VariantValue } from './variant.ts';

/** Negative, zero or positive; NaN is greatest and equal to itself, the zeros are equal. */
export function compareDoubles(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return a !== a ? (b !== b ? 0 : 1) : -1;
}

/** Order of the UTF-8 bytes: UTF-16 units with surrogates moved above the rest. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) continue;
    if (x >= 0xd800 && y >= 0xd800) {
      x = x >= 0xe000 ? x - 0x800 : x + 0x2000;
      y = y >= 0xe000 ? y - 0x800 : y + 0x2000;
    }
    return x < y ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
}

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const d = (a[i] as number) - (b[i] as number);
    if (d !== 0) return d;
  }
  return a.length - b.length;
}

/**
 * Negative, zero or positive. Null is below everything. Maps and calendar intervals have no order in Spark but the one by
 * which rows are grouped.
 */
export function compareValues(type: DataType, a: Value, b: Value): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  switch (type.kind) {
    case 'null':
      return 0;
    case 'boolean':
      return Number(a) - Number(b);
    case 'float':
    case 'double':
      return compareDoubles(a as number, b as number);
    case 'string':
    case 'char':
    case 'varchar':
      return compareStrings(a as string, b as string);
    case 'binary':
      return compareBytes(a as Uint8Array, b as Uint8Array);
    case 'decimal':
      return compareDecimals(a as Decimal, b as Decimal);
    case 'array':
      return compareArrays(type.element, a as readonly Value[], b as readonly Value[]);
    case 'struct': {
      const x = (a as StructValue).values;
      const y = (b as StructValue).values;
      for (const [i, field] of type.fields.entries()) {
        const d = compareValues(field.type, x[i] ?? null, y[i] ?? null);
        if (d !== 0) return d;
      }
      return 0;
    }
    case 'map':
      return compareMaps(type, a as MapValue, b as MapValue);
    case 'calendar_interval': {
      const [x, y] = [a as CalendarInterval, b as CalendarInterval];
      return x.months - y.months || x.days - y.days || Number(x.microseconds - y.microseconds);
    }
    case 'variant':
      throw new InternalError(`values of type ${type.kind} have no order`);
    default:
      return (a as number | bigint) < (b as number | bigint) ? -1 : a === b ? 0 : 1;
  }
}

function compareArrays(element: DataType, a: readonly Value[], b: readonly Value[]): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const d = compareValues(element, a[i] ?? null, b[i] ?? null);
    if (d !== 0) return d;
  }
  return a.length - b.length;
}

/** By the entries in the order of their keys. */
function compareMaps({ key, value }: MapType, a: MapValue, b: MapValue): number {
  const sorted = ({ entries }: MapValue): MapValue['entries'] => [...entries].sort(([x], [y]) => compareValues(key, x, y));
  const [left, right] = [sorted(a), sorted(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [[k, v], [l, w]] = [left[i], right[i]] as unknown as [readonly [Value, Value], readonly [Value, Value]];
    const d = compareValues(key, k, l) || compareValues(value, v, w);
    if (d !== 0) return d;
  }
  return left.length - right.length;
}

/** Equality as grouping sees it: null equals null. Maps are equal as sets of entries. */
export function equalValues(type: DataType, a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b;
  switch (type.kind) {
    case 'calendar_interval': {
      const x = a as CalendarInterval;
      const y = b as CalendarInterval;
      return x.months === y.months && x.days === y.days && x.microseconds === y.microseconds;
    }
    case 'array': {
      const x = a as readonly Value[];
      const y = b as readonly Value[];
      return x.length === y.length && x.every((v, i) => equalValues(type.element, v, y[i] ?? null));
    }
    case 'struct': {
      const x = (a as StructValue).values;
      const y = (b as StructValue).values;
      return type.fields.every((f, i) => equalValues(f.type, x[i] ?? null, y[i] ?? null));
    }
    case 'variant':
      return variantToJson((a as VariantValue).node) === variantToJson((b as VariantValue).node);
    case 'map': {
      const x = (a as MapValue).entries;
      const y = (b as MapValue).entries;
      return (
        x.length === y.length &&
        x.every(([k, v]) => y.some(([l, w]) => equalValues(type.key, k, l) && equalValues(type.value, v, w)))
      );
    }
    default:
      return compareValues(type, a, b) === 0;
  }
}

/** Whether ORDER BY, comparison, min and max accept the type. */
export function isOrderable(type: DataType): boolean {
  switch (type.kind) {
    case 'map':
    case 'calendar_interval':
    case 'variant':
      return false;
    case 'array':
      return isOrderable(type.element);
    case 'struct':
      return type.fields.every((f) => isOrderable(f.type));
    default:
      return true;
  }
}
