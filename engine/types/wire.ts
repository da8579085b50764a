/**
 * Values in JSON, as plans and results carry them between realms and languages. The column's type decides the form:
 *
 * | type | form |
 * | --- | --- |
 * | boolean, string | as it is |
 * | byte, short, integer, date (days), year-month interval (months) | number |
 * | long, day-time interval (microseconds), time (nanoseconds) | number when safe, else decimal string |
 * | float, double | number; `"NaN"`, `"Infinity"`, `"-Infinity"`, `"-0.0"` |
 * | decimal | decimal string without exponent |
 * | binary | base64 |
 * | timestamp, timestamp_ntz | microseconds since the epoch as decimal string |
 * | calendar interval | `[months, days, "microseconds"]` |
 * | variant | `[base64 of the value, base64 of the metadata]` |
 * | array | list; map: list of `[key, value]`; struct: list in field order |
 */
import { InternalError, invariant, unsupported } from '../core/index.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import type { DataType } from './data-type.ts';
import { decimalToPlainString, parseDecimal, rescaleExact } from './decimal.ts';
import { simpleString } from './names.ts';
import { CalendarInterval, type Decimal, MapValue, StructValue } from './value.ts';
import type { Value } from './value.ts';
import type { VariantValue } from './variant.ts';
import { decodeVariant, encodeVariant } from './variant-bytes.ts';

type Wire = null | boolean | number | string | readonly Wire[] | { readonly [key: string]: unknown };

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function encodeLong(value: bigint): number | string {
  return value <= MAX_SAFE && value >= -MAX_SAFE ? Number(value) : value.toString();
}

function encodeDouble(value: number): number | string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0.0' : value;
  return String(value);
}

/** The JSON form of a value of the given type. */
export function encodeWire(type: DataType, value: Value): Wire {
  if (value === null) return null;
  switch (type.kind) {
    case 'null':
      return null;
    case 'boolean':
    case 'string':
    case 'char':
    case 'varchar':
    case 'byte':
    case 'short':
    case 'integer':
    case 'date':
    case 'yearmonth_interval':
      return value as boolean | string | number;
    case 'long':
    case 'time':
    case 'daytime_interval':
      return encodeLong(value as bigint);
    case 'float':
    case 'double':
      return encodeDouble(value as number);
    case 'decimal':
      return decimalToPlainString(value as Decimal);
    case 'binary':
      return encodeBase64(value as Uint8Array);
    case 'timestamp':
    case 'timestamp_ntz':
      return (value as bigint).toString();
    case 'calendar_interval': {
      const v = value as CalendarInterval;
      return [v.months, v.days, v.microseconds.toString()];
    }
    case 'array':
      return (value as readonly Value[]).map((v) => encodeWire(type.element, v));
    case 'map':
      return (value as MapValue).entries.map(([k, v]) => [encodeWire(type.key, k), encodeWire(type.value, v)]);
    case 'struct':
      return type.fields.map((f, i) => encodeWire(f.type, (value as StructValue).values[i] ?? null));
    case 'variant': {
      const { value: bytes, metadata } = encodeVariant(value as VariantValue);
      return [encodeBase64(bytes), encodeBase64(metadata)];
    }
  }
}

function malformed(type: DataType, wire: unknown): InternalError {
  const shown = JSON.stringify(wire)?.slice(0, 80);
  return new InternalError(`${shown} is not a wire value of type ${simpleString(type)}`);
}

const INT_LIMITS: Readonly<Record<string, number>> = { byte: 0x7f, short: 0x7fff };

function decodeInt(type: DataType, wire: unknown): number {
  const limit = INT_LIMITS[type.kind] ?? 0x7fffffff;
  if (typeof wire !== 'number' || !Number.isInteger(wire) || wire > limit || wire < -limit - 1) {
    throw malformed(type, wire);
  }
  return wire === 0 ? 0 : wire;
}

function decodeLong(type: DataType, wire: unknown): bigint {
  if (typeof wire === 'number' && Number.isSafeInteger(wire)) return BigInt(wire);
  if (typeof wire !== 'string' || !/^-?\d{1,20}$/.test(wire)) throw malformed(type, wire);
  const value = BigInt(wire);
  if (BigInt.asIntN(64, value) !== value) throw malformed(type, wire);
  return value;
}

function decodeDouble(type: DataType, wire: unknown): number {
  if (typeof wire === 'number') return type.kind === 'float' ? Math.fround(wire) : wire;
  switch (wire) {
    case 'NaN':
      return Number.NaN;
    case 'Infinity':
      return Number.POSITIVE_INFINITY;
    case '-Infinity':
      return Number.NEGATIVE_INFINITY;
    case '-0.0':
      return -0;
    default:
      throw malformed(type, wire);
  }
}

function list(type: DataType, wire: unknown): readonly unknown[] {
  if (!Array.isArray(wire)) throw malformed(type, wire);
  return wire;
}

/** Reads a value of the given type; an ill-formed one is a defect of the sender and raises InternalError. */
export function decodeWire(type: DataType, wire: unknown): Value {
  if (wire === null || wire === undefined) return null;
  switch (type.kind) {
    case 'null':
      throw malformed(type, wire);
    case 'boolean':
      if (typeof wire !== 'boolean') throw malformed(type, wire);
      return wire;
    case 'string':
    case 'char':
    case 'varchar':
      if (typeof wire !== 'string') throw malformed(type, wire);
      return wire;
    case 'byte':
    case 'short':
    case 'integer':
    case 'date':
    case 'yearmonth_interval':
      return decodeInt(type, wire);
    case 'long':
    case 'time':
    case 'daytime_interval':
    case 'timestamp':
    case 'timestamp_ntz':
      return decodeLong(type, wire);
    case 'float':
    case 'double':
      return decodeDouble(type, wire);
    case 'decimal': {
      const parsed = typeof wire === 'string' || typeof wire === 'number' ? parseDecimal(String(wire)) : null;
      const fitted = parsed === null ? null : rescaleExact(parsed, type.precision, type.scale);
      if (fitted === null) throw malformed(type, wire);
      return fitted;
    }
    case 'binary': {
      const bytes = typeof wire === 'string' ? decodeBase64(wire) : null;
      if (bytes === null) throw malformed(type, wire);
      return bytes;
    }
    default:
      return decodeNested(type, wire);
  }
}

function decodeVariantWire(type: DataType, wire: unknown): Value {
  const [value, metadata] = list(type, wire).map((text) => (typeof text === 'string' ? decodeBase64(text) : null));
  if (!value || !metadata) throw malformed(type, wire);
  try {
    return decodeVariant({ value, metadata });
  } catch (error) {
    if (error instanceof RangeError) throw malformed(type, wire);
    throw error;
  }
}

function decodeNested(type: DataType, wire: unknown): Value {
  switch (type.kind) {
    case 'calendar_interval': {
      const [months, days, micros] = list(type, wire);
      if (typeof months !== 'number' || typeof days !== 'number') throw malformed(type, wire);
      return new CalendarInterval(months, days, decodeLong(type, micros));
    }
    case 'array':
      return list(type, wire).map((v) => decodeWire(type.element, v));
    case 'map':
      return new MapValue(
        list(type, wire).map((entry) => {
          const [key, value] = list(type, entry);
          return [decodeWire(type.key, key), decodeWire(type.value, value)] as const;
        }),
      );
    case 'struct': {
      const cells = list(type, wire);
      invariant(cells.length === type.fields.length, `a row of ${cells.length} values for ${simpleString(type)}`);
      return new StructValue(type.fields.map((f, i) => decodeWire(f.type, cells[i])));
    }
    case 'variant':
      return decodeVariantWire(type, wire);
    default:
      throw unsupported(`The type ${simpleString(type)}`);
  }
}
