/**
 * Casts as loops over typed arrays. A kernel declines (undefined) where a value needs the general cast: because it does
 * not fit, or because the exact result cannot be had in doubles; the general cast then raises or gives what is right.
 */
import type { DecimalVector, DoubleVector, IntVector, LongVector, Validity, Vector } from '../../columnar/index.ts';
import { isIntegral, timeZone } from '../../types/index.ts';
import type { DataType, DecimalType } from '../../types/index.ts';

type Mode = 'ansi' | 'try' | 'legacy';

/** Powers of ten that a double holds exactly. */
const EXACT_POWER_DIGITS = 22;
const MICROS_PER_SECOND = 1_000_000;
const SECONDS_PER_DAY = 86_400;
const INT_RANGE: Readonly<Record<string, number>> = { byte: 0x7f, short: 0x7fff, integer: 0x7fffffff };

export function castKernel(v: Vector, from: DataType, to: DataType, mode: Mode, zoneId: string): Vector | undefined {
  if (to.kind === 'boolean') return toBoolean(v, from, to);
  switch (v.layout) {
    case 'bool':
      return fromBytes(v, v.data, to);
    case 'int':
      return from.kind === 'date' ? fromDate(v, to, zoneId) : isIntegral(from) ? fromInt(v, to) : undefined;
    case 'long':
      return from.kind === 'timestamp' ? fromTimestamp(v, to, zoneId) : from.kind === 'long' ? fromLong(v, to) : undefined;
    case 'double':
      return fromDouble(v, to, mode);
    case 'decimal':
      return fromDecimal(v, from as DecimalType, to);
    default:
      return undefined;
  }
}

function ints(v: Vector, to: DataType, data: Int32Array): Vector {
  return { layout: 'int', type: to as never, length: v.length, validity: v.validity, data };
}
function longs(v: Vector, to: DataType, data: Float64Array): Vector {
  return { layout: 'long', type: to as never, length: v.length, validity: v.validity, data };
}
function doubles(v: Vector, to: DataType, data: Float64Array): Vector {
  return { layout: 'double', type: to as never, length: v.length, validity: v.validity, data };
}

function toBoolean(v: Vector, from: DataType, to: DataType): Vector | undefined {
  if (v.layout !== 'int' && v.layout !== 'double' && !(v.layout === 'long' && v.data instanceof Float64Array)) return undefined;
  if (from.kind === 'date') return undefined;
  const n = v.length;
  const data = v.data as Int32Array | Float64Array;
  const out = new Uint8Array(n);
  // NaN is not zero, and so it is true.
  for (let i = 0; i < n; i++) out[i] = data[i] === 0 ? 0 : 1;
  return { layout: 'bool', type: to as never, length: n, validity: v.validity, data: out };
}

function fromBytes(v: Vector, data: Uint8Array, to: DataType): Vector | undefined {
  switch (to.kind) {
    case 'byte':
    case 'short':
    case 'integer':
      return ints(v, to, new Int32Array(data));
    case 'long':
      return longs(v, to, new Float64Array(data));
    case 'float':
    case 'double':
      return doubles(v, to, new Float64Array(data));
    default:
      return undefined;
  }
}

/** True if a valid value lies outside [-limit - 1, limit]. */
function exceeds(data: Int32Array | Float64Array, validity: Validity, limit: number): boolean {
  const n = data.length;
  for (let i = 0; i < n; i++) {
    const x = data[i] as number;
    if ((x > limit || x < -limit - 1) && (validity === null || validity[i] === 1)) return true;
  }
  return false;
}

function fromInt(v: IntVector, to: DataType): Vector | undefined {
  switch (to.kind) {
    case 'byte':
    case 'short':
    case 'integer':
      return exceeds(v.data, v.validity, INT_RANGE[to.kind] as number) ? undefined : ints(v, to, v.data);
    case 'long':
      return longs(v, to, new Float64Array(v.data));
    case 'float':
      return doubles(v, to, Float64Array.from(v.data, Math.fround));
    case 'double':
      return doubles(v, to, new Float64Array(v.data));
    case 'decimal':
      return wholeToDecimal(v, v.data, to);
    default:
      return undefined;
  }
}

function fromLong(v: LongVector, to: DataType): Vector | undefined {
  const { data, length: n, validity } = v;
  if (data instanceof BigInt64Array) {
    if (to.kind !== 'double') return undefined;
    const out = new Float64Array(n);
    for (let i = 0; i < n; i++) out[i] = Number(data[i]);
    return doubles(v, to, out);
  }
  switch (to.kind) {
    case 'byte':
    case 'short':
    case 'integer':
      return exceeds(data, validity, INT_RANGE[to.kind] as number) ? undefined : ints(v, to, new Int32Array(data));
    case 'float':
      return doubles(v, to, data.map(Math.fround));
    case 'double':
      return doubles(v, to, data);
    case 'decimal':
      return wholeToDecimal(v, data, to);
    case 'timestamp':
      return secondsToTimestamp(v, data, to);
    default:
      return undefined;
  }
}

/** Seconds since the epoch, where the microseconds are safe integers. */
function secondsToTimestamp(v: LongVector, data: Float64Array, to: DataType): Vector | undefined {
  if (exceeds(data, v.validity, Math.floor(Number.MAX_SAFE_INTEGER / MICROS_PER_SECOND))) return undefined;
  const out = new Float64Array(v.length);
  for (let i = 0; i < v.length; i++) out[i] = (data[i] as number) * MICROS_PER_SECOND;
  return longs(v, to, out);
}

/** Unscaled values `x * 10^scale` where all are safe integers within the precision. */
function wholeToDecimal(v: IntVector | LongVector, data: Int32Array | Float64Array, to: DecimalType): Vector | undefined {
  return scaleUp(data, v.validity, v.length, to.scale, to);
}

function scaleUp(data: Int32Array | Float64Array, validity: Validity, n: number, digits: number, to: DecimalType): Vector | undefined {
  if (digits > 15) return undefined;
  const factor = 10 ** digits;
  const limit = Math.min(Number.MAX_SAFE_INTEGER, to.precision > 15 ? Number.MAX_SAFE_INTEGER : 10 ** to.precision - 1);
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const x = (data[i] as number) * factor + 0;
    if (x > limit || x < -limit) {
      if (validity === null || validity[i] === 1) return undefined;
      continue;
    }
    out[i] = x;
  }
  return { layout: 'decimal', type: to, length: n, validity, data: out };
}

function fromDouble(v: DoubleVector, to: DataType, mode: Mode): Vector | undefined {
  const { data, validity, length: n } = v;
  switch (to.kind) {
    case 'double':
      return doubles(v, to, data);
    case 'float':
      return doubles(v, to, data.map(Math.fround));
    case 'byte':
    case 'short':
    case 'integer':
    case 'long': {
      if (mode === 'legacy' && to.kind !== 'integer' && to.kind !== 'long') return undefined;
      const limit = INT_RANGE[to.kind] ?? Number.MAX_SAFE_INTEGER - 1;
      const out = to.kind === 'long' ? new Float64Array(n) : new Int32Array(n);
      for (let i = 0; i < n; i++) {
        const x = data[i] as number;
        // Also true of NaN.
        if (!(x <= limit && x >= -limit - 1)) {
          if (validity === null || validity[i] === 1) return undefined;
          continue;
        }
        out[i] = Math.trunc(x) + 0;
      }
      return to.kind === 'long' ? longs(v, to, out as Float64Array) : ints(v, to, out as Int32Array);
    }
    default:
      return undefined;
  }
}

function fromDecimal(v: DecimalVector, from: DecimalType, to: DataType): Vector | undefined {
  if (!(v.data instanceof Float64Array)) return undefined;
  const { data, length: n } = v;
  if (to.kind === 'double' && from.scale <= EXACT_POWER_DIGITS) {
    // Both are exact doubles, and so the quotient is the nearest double to the decimal.
    const divisor = 10 ** from.scale;
    const out = new Float64Array(n);
    for (let i = 0; i < n; i++) out[i] = (data[i] as number) / divisor;
    return doubles(v, to, out);
  }
  if (to.kind === 'decimal' && to.scale >= from.scale) return scaleUp(data, v.validity, n, to.scale - from.scale, to);
  return undefined;
}

function fromDate(v: IntVector, to: DataType, zoneId: string): Vector | undefined {
  const utc = to.kind === 'timestamp_ntz' || (to.kind === 'timestamp' && zoneId === 'UTC');
  if (!utc) return undefined;
  const { data, length: n } = v;
  const out = new Float64Array(n);
  const perDay = SECONDS_PER_DAY * MICROS_PER_SECOND;
  for (let i = 0; i < n; i++) {
    const x = (data[i] as number) * perDay;
    if (!Number.isSafeInteger(x)) return undefined;
    out[i] = x;
  }
  return longs(v, to, out);
}

function fromTimestamp(v: LongVector, to: DataType, zoneId: string): Vector | undefined {
  const { data, length: n } = v;
  if (to.kind !== 'date' || !(data instanceof Float64Array)) return undefined;
  const zone = timeZone(zoneId);
  const out = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const seconds = Math.floor((data[i] as number) / MICROS_PER_SECOND);
    const offset = zoneId === 'UTC' ? 0 : zone.offsetAt(seconds);
    out[i] = Math.floor((seconds + offset) / SECONDS_PER_DAY);
  }
  return ints(v, to, out);
}
