/** When are two types alike enough, and values of alike types brought to one form. */
import { compareDecimals, Decimal, decimalToNumber, DoubleType, LongType, MapValue, StringType, StructValue, valueToString } from '../../engine/index.ts';
import type { DataType, Value } from '../../engine/index.ts';

const FAMILIES: Readonly<Record<string, string>> = {
  byte: 'integer',
  short: 'integer',
  integer: 'integer',
  long: 'integer',
  float: 'floating',
  double: 'floating',
  char: 'string',
  varchar: 'string',
};

function family(t: DataType): string {
  return FAMILIES[t.kind] ?? t.kind;
}

/** Same family: `int` and `bigint`, `float` and `double`, decimals, strings; nested types part by part. */
export function sameFamily(a: DataType, b: DataType): boolean {
  if (a.kind === 'array' && b.kind === 'array') return sameFamily(a.element, b.element);
  if (a.kind === 'map' && b.kind === 'map') return sameFamily(a.key, b.key) && sameFamily(a.value, b.value);
  if (a.kind === 'struct' && b.kind === 'struct') {
    return (
      a.fields.length === b.fields.length &&
      a.fields.every((f, i) => f.name === b.fields[i]?.name && sameFamily(f.type, b.fields[i]?.type as DataType))
    );
  }
  return family(a) === family(b);
}

export function isNumeric(t: DataType): boolean {
  return t.kind === 'decimal' || family(t) === 'integer' || family(t) === 'floating';
}

/** Holds floating numbers somewhere, which are compared with tolerance. */
export function isInexact(t: DataType): boolean {
  switch (t.kind) {
    case 'array':
      return isInexact(t.element);
    case 'map':
      return isInexact(t.key) || isInexact(t.value);
    case 'struct':
      return t.fields.some((f) => isInexact(f.type));
    default:
      return family(t) === 'floating';
  }
}

/** A float anywhere: its seven digits widen the tolerance. */
export function hasFloat(t: DataType): boolean {
  switch (t.kind) {
    case 'array':
      return hasFloat(t.element);
    case 'map':
      return hasFloat(t.key) || hasFloat(t.value);
    case 'struct':
      return t.fields.some((f) => hasFloat(f.type));
    default:
      return t.kind === 'float';
  }
}

/** The widest type of a type's family; decimals stay as they are, for their values are compared by value. */
export function commonForm(t: DataType): DataType {
  switch (t.kind) {
    case 'array':
      return { ...t, element: commonForm(t.element) };
    case 'map':
      return { ...t, key: commonForm(t.key), value: commonForm(t.value) };
    case 'struct':
      return { ...t, fields: t.fields.map((f) => ({ ...f, type: commonForm(f.type) })) };
    default:
      if (family(t) === 'integer') return LongType;
      if (family(t) === 'floating') return DoubleType;
      return family(t) === 'string' ? StringType : t;
  }
}

/** A value of type `t` in the form of `commonForm(t)`. */
export function toCommonForm(t: DataType, value: Value): Value {
  if (value === null) return null;
  switch (t.kind) {
    case 'byte':
    case 'short':
    case 'integer':
      return BigInt(value as number);
    case 'decimal':
      return trimDecimal(value as Decimal);
    case 'array':
      return (value as readonly Value[]).map((v) => toCommonForm(t.element, v));
    case 'map':
      return new MapValue((value as MapValue).entries.map(([k, v]) => [toCommonForm(t.key, k), toCommonForm(t.value, v)] as const));
    case 'struct':
      return new StructValue(t.fields.map((f, i) => toCommonForm(f.type, (value as StructValue).values[i] ?? null)));
    default:
      return value;
  }
}

/** Without trailing zeros: decimals equal in value become equal in form. */
function trimDecimal(d: Decimal): Decimal {
  let { unscaled, scale } = d;
  while (scale > 0 && unscaled % 10n === 0n) {
    unscaled /= 10n;
    scale -= 1;
  }
  return new Decimal(unscaled, scale);
}

export function equalDecimals(a: Decimal, b: Decimal): boolean {
  return compareDecimals(a, b) === 0;
}

/** A number as a double, for comparing across families when the type is forgiven. */
export function toDouble(value: Value): Value {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Decimal ? decimalToNumber(value) : value;
}

/** The value as text, for comparing a string with what it should have been. */
export function toText(t: DataType, value: Value): Value {
  return valueToString(value, t);
}
