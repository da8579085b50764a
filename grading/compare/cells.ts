/** Equality of cells: NaN equals only NaN, infinities are exact, -0.0 equals 0.0, null only null, other floats by tolerance. */
import type { Decimal, DataType, MapValue, StructValue, Value } from '../../engine/index.ts';
import { equalValues } from '../../engine/index.ts';
import type { NumberTolerance } from './spec.ts';
import { equalDecimals, isInexact } from './types.ts';

export function closeNumbers(a: number, b: number, tolerance: NumberTolerance): boolean {
  if (a === b) return true;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b);
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const difference = Math.abs(a - b);
  return difference <= tolerance.absolute || difference <= tolerance.relative * Math.max(Math.abs(a), Math.abs(b));
}

/** Equality of two values in common form (`toCommonForm`) of the same type. */
export function equalCells(type: DataType, a: Value, b: Value, tolerance: NumberTolerance): boolean {
  if (a === null || b === null) return a === b;
  switch (type.kind) {
    case 'float':
    case 'double':
      return closeNumbers(a as number, b as number, tolerance);
    case 'decimal':
      return equalDecimals(a as Decimal, b as Decimal);
    case 'array': {
      const x = a as readonly Value[];
      const y = b as readonly Value[];
      return x.length === y.length && x.every((v, i) => equalCells(type.element, v, y[i] ?? null, tolerance));
    }
    case 'struct': {
      const x = (a as StructValue).values;
      const y = (b as StructValue).values;
      return type.fields.every((f, i) => equalCells(f.type, x[i] ?? null, y[i] ?? null, tolerance));
    }
    case 'map':
      return equalMaps(type.key, type.value, a as MapValue, b as MapValue, tolerance);
    default:
      return equalValues(type, a, b);
  }
}

function equalMaps(key: DataType, value: DataType, a: MapValue, b: MapValue, tolerance: NumberTolerance): boolean {
  if (a.entries.length !== b.entries.length) return false;
  return a.entries.every(([k, v]) => b.entries.some(([l, w]) => equalCells(key, k, l, tolerance) && equalCells(value, v, w, tolerance)));
}

/** A text that is equal for equal exact values; floats are written exactly, with one zero and one NaN. */
export function cellText(type: DataType, value: Value): string {
  if (value === null) return 'n;';
  switch (type.kind) {
    case 'float':
    case 'double':
      return `${(value as number) + 0};`;
    case 'string':
    case 'char':
    case 'varchar':
      return `${(value as string).length}:${value as string}`;
    case 'binary':
      return `${Array.from(value as Uint8Array).join(',')};`;
    case 'decimal':
      return `${(value as Decimal).unscaled}e${(value as Decimal).scale};`;
    case 'calendar_interval': {
      const v = value as { months: number; days: number; microseconds: bigint };
      return `${v.months},${v.days},${v.microseconds};`;
    }
    case 'array':
      return `[${(value as readonly Value[]).map((v) => cellText(type.element, v)).join('')}]`;
    case 'struct':
      return `(${type.fields.map((f, i) => cellText(f.type, (value as StructValue).values[i] ?? null)).join('')})`;
    case 'map':
      return `{${(value as MapValue).entries.map(([k, v]) => cellText(type.key, k) + cellText(type.value, v)).sort().join('')}}`;
    default:
      return `${String(value)};`;
  }
}

/** An array's elements in one fixed order, for columns that are sets. */
export function sortedSet(type: DataType, value: Value): Value {
  if (value === null || type.kind !== 'array') return value;
  const items = [...(value as readonly Value[])];
  if (!isInexact(type.element)) {
    return items.map((v) => [cellText(type.element, v), v] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, v]) => v);
  }
  return items.sort((a, b) => (a === null ? -1 : b === null ? 1 : Number(a) - Number(b)));
}
