/** Hash codes of values as the JVM and Scala compute them, on which the order of Spark's unordered results depends. */
import { murmurBytes, unsafeBytes } from '../../columnar/index.ts';
import { utf8Bytes } from '../../types/index.ts';
import type { DataType, Decimal, Value } from '../../types/index.ts';

const WORDS = new DataView(new ArrayBuffer(8));

/** `Long.hashCode`: the halves xored. */
function longHash(x: bigint): number {
  return Number(BigInt.asIntN(32, x ^ (x >> 32n)));
}

function doubleHash(x: number): number {
  WORDS.setFloat64(0, x);
  return WORDS.getInt32(0) ^ WORDS.getInt32(4);
}

function floatHash(x: number): number {
  WORDS.setFloat32(0, x);
  return WORDS.getInt32(0);
}

/** `BigInteger.hashCode`. */
function wholeHash(x: bigint): number {
  let hash = 0;
  const size = x < 0n ? -x : x;
  for (let i = Math.ceil(size.toString(16).length / 8) - 1; i >= 0; i--) hash = (Math.imul(31, hash) + Number(BigInt.asIntN(32, size >> BigInt(32 * i)))) | 0;
  return x < 0n ? -hash | 0 : hash;
}

/** A double's `##` in Scala: that of the smallest type that holds it. */
function scalaDoubleHash(x: number): number {
  if (Number.isInteger(x) && Math.abs(x) <= Number.MAX_SAFE_INTEGER) return (x | 0) === x ? x : longHash(BigInt(x));
  return Math.fround(x) === x ? floatHash(x) : doubleHash(x);
}

/** Scala's `BigDecimal.hashCode`: that of the whole number, or of the double that the decimal is, where it is one. */
function decimalHash(d: Decimal): number {
  let { unscaled, scale } = d;
  for (; scale > 0 && unscaled % 10n === 0n; scale--) unscaled /= 10n;
  if (scale === 0) {
    if (BigInt.asIntN(64, unscaled) !== unscaled) return wholeHash(unscaled);
    return BigInt.asIntN(32, unscaled) === unscaled ? Number(unscaled) : longHash(unscaled);
  }
  const text = `${unscaled}e-${scale}`;
  const [digits, exponent] = Number(text).toExponential().split('e') as [string, string];
  const fraction = digits.split('.')[1] ?? '';
  if (BigInt(digits.replace('.', '')) === unscaled && fraction.length - Number(exponent) === scale) return scalaDoubleHash(Number(text));
  let k = Math.imul(scale, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  return wholeHash(unscaled) ^ k;
}

type Hash = (x: Value) => number;

/** `hashCode()` of the boxed value; undefined for types whose hash is not reproduced. */
export function jvmHash(type: DataType): Hash | undefined {
  switch (type.kind) {
    case 'boolean':
      return (x) => (x === true ? 1231 : 1237);
    case 'byte':
    case 'short':
    case 'integer':
    case 'date':
    case 'yearmonth_interval':
      return (x) => x as number;
    case 'long':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'time':
    case 'daytime_interval':
      return (x) => longHash(x as bigint);
    case 'float':
      return (x) => floatHash(x as number);
    case 'double':
      return (x) => doubleHash(x as number);
    case 'string':
      return (x) => murmurBytes(utf8Bytes(x as string), 42);
    default:
      return undefined;
  }
}

/** Whether the bytes of such values tell them apart: maps and variants cannot be put into sets. */
function hasMembersBytes(type: DataType): boolean {
  if (type.kind === 'array') return hasMembersBytes(type.element);
  if (type.kind === 'struct') return type.fields.every((f) => hasMembersBytes(f.type));
  return type.kind !== 'map' && type.kind !== 'variant';
}

/** Scala's `##`, which is one for numbers that are equal across types: that of the int, long or float where there is one. */
export function scalaHash(type: DataType): Hash | undefined {
  switch (type.kind) {
    case 'long':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'time':
    case 'daytime_interval':
      return (x) => (BigInt.asIntN(32, x as bigint) === x ? Number(x) : longHash(x as bigint));
    case 'decimal':
      return (x) => decimalHash(x as Decimal);
    case 'array':
    case 'struct':
    case 'binary':
      return hasMembersBytes(type) ? (x) => murmurBytes(unsafeBytes(type, x), 42) : undefined;
    default:
      return jvmHash(type);
  }
}
