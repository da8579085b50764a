/** Spark's 64-bit xxHash of single values (`XxHash64Function`, seed 42), for approximate counting. */
import { bigIntBytes, utf8Bytes } from '../../types/index.ts';
import type { CalendarInterval, DataType, Decimal, MapValue, StructValue, Value } from '../../types/index.ts';

const P1 = 0x9e3779b185ebca87n;
const P2 = 0xc2b2ae3d27d4eb4fn;
const P3 = 0x165667b19e3779f9n;
const P4 = 0x85ebca77c2b2ae63n;
const P5 = 0x27d4eb2f165667c5n;
const MASK = 0xffffffffffffffffn;
const WORDS = new DataView(new ArrayBuffer(8));
const LONG_DIGITS_COUNT = 18;

function rotate(x: bigint, bits: bigint): bigint {
  return ((x << bits) | (x >> (64n - bits))) & MASK;
}

function mix(h: bigint): bigint {
  let x = h ^ (h >> 33n);
  x = (x * P2) & MASK;
  x ^= x >> 29n;
  x = (x * P3) & MASK;
  return x ^ (x >> 32n);
}

function hashInt(x: number, seed: bigint): bigint {
  const h = ((seed + P5 + 4n) & MASK) ^ ((BigInt(x >>> 0) * P1) & MASK);
  return mix((rotate(h, 23n) * P2 + P3) & MASK);
}

function hashLong(x: bigint, seed: bigint): bigint {
  const k = (rotate((BigInt.asUintN(64, x) * P2) & MASK, 31n) * P1) & MASK;
  const h = ((seed + P5 + 8n) & MASK) ^ k;
  return mix((rotate(h, 27n) * P1 + P4) & MASK);
}

function round(acc: bigint, input: bigint): bigint {
  return (rotate((acc + input * P2) & MASK, 31n) * P1) & MASK;
}

function hashBytes(bytes: Uint8Array, seed: bigint): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const n = bytes.length;
  let at = 0;
  let h: bigint;
  if (n >= 32) {
    const v = [(seed + P1 + P2) & MASK, (seed + P2) & MASK, seed, (seed - P1) & MASK];
    for (; at <= n - 32; at += 32) for (let k = 0; k < 4; k++) v[k] = round(v[k] as bigint, view.getBigUint64(at + k * 8, true));
    const [a, b, c, d] = v as [bigint, bigint, bigint, bigint];
    h = (rotate(a, 1n) + rotate(b, 7n) + rotate(c, 12n) + rotate(d, 18n)) & MASK;
    for (const x of v) h = ((h ^ round(0n, x)) * P1 + P4) & MASK;
  } else h = (seed + P5) & MASK;
  h = (h + BigInt(n)) & MASK;
  for (; at <= n - 8; at += 8) h = (rotate(h ^ round(0n, view.getBigUint64(at, true)), 27n) * P1 + P4) & MASK;
  if (at <= n - 4) {
    h = (rotate(h ^ ((BigInt(view.getUint32(at, true)) * P1) & MASK), 23n) * P2 + P3) & MASK;
    at += 4;
  }
  for (; at < n; at++) h = (rotate(h ^ ((BigInt(bytes[at] as number) * P5) & MASK), 11n) * P1) & MASK;
  return mix(h);
}

function doubleBits(x: number): bigint {
  WORDS.setFloat64(0, Number.isNaN(x) ? Number.NaN : x + 0);
  return WORDS.getBigInt64(0);
}

function floatBits(x: number): number {
  WORDS.setFloat32(0, x + 0);
  return WORDS.getInt32(0);
}

/** Hash of a value as an unsigned 64-bit number; a null leaves the seed. */
export function xxHash64(type: DataType, value: Value, seed: bigint): bigint {
  if (value === null) return seed;
  switch (type.kind) {
    case 'boolean':
      return hashInt(value === true ? 1 : 0, seed);
    case 'byte':
    case 'short':
    case 'integer':
    case 'date':
    case 'yearmonth_interval':
      return hashInt(value as number, seed);
    case 'long':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'time':
    case 'daytime_interval':
      return hashLong(value as bigint, seed);
    case 'float':
      return hashInt(floatBits(value as number), seed);
    case 'double':
      return hashLong(doubleBits(value as number), seed);
    case 'decimal': {
      const { unscaled } = value as Decimal;
      return type.precision <= LONG_DIGITS_COUNT ? hashLong(unscaled, seed) : hashBytes(bigIntBytes(unscaled), seed);
    }
    case 'string':
    case 'char':
    case 'varchar':
      return hashBytes(utf8Bytes(value as string), seed);
    case 'binary':
      return hashBytes(value as Uint8Array, seed);
    case 'calendar_interval': {
      const v = value as CalendarInterval;
      return hashInt(v.months, hashInt(v.days, hashLong(v.microseconds, seed)));
    }
    case 'array':
      return (value as readonly Value[]).reduce((h: bigint, x) => xxHash64(type.element, x, h), seed);
    case 'map':
      return (value as MapValue).entries.reduce((h, [k, v]) => xxHash64(type.value, v, xxHash64(type.key, k, h)), seed);
    case 'struct':
      return type.fields.reduce((h, f, i) => xxHash64(f.type, (value as StructValue).values[i] ?? null, h), seed);
    default:
      return seed;
  }
}
