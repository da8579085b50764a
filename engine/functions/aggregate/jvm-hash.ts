/** Hash codes of values as the JVM and Scala compute them, on which the order of Spark's unordered results depends. */
import { murmurBytes } from '../../columnar/index.ts';
import { utf8Bytes } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';

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

/** Scala's `##`, which is one for numbers that are equal across types: that of the int, long or float where there is one. */
export function scalaHash(type: DataType): Hash | undefined {
  switch (type.kind) {
    case 'long':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'time':
    case 'daytime_interval':
      return (x) => (BigInt.asIntN(32, x as bigint) === x ? Number(x) : longHash(x as bigint));
    default:
      return jvmHash(type);
  }
}
