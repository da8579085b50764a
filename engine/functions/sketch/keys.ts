/** What of a value sketches hash: numbers as eight bytes, texts and binaries as they are. */
import { BinaryType, DoubleType, LongType, StringType, utf8Bytes } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { murmur3, murmur3Long } from './murmur3-128.ts';

const VIEW = new DataView(new ArrayBuffer(8));

/** The hash of a value of one of the types below; null for NULL and for what is empty, which sketches pass over. */
export function sketchHash(type: DataType, x: Value): readonly [bigint, bigint] | null {
  if (x === null) return null;
  switch (type.kind) {
    case 'double':
    case 'float':
      // -0.0 counts as 0.0, and all NaN are one.
      VIEW.setFloat64(0, x === 0 ? 0 : (x as number));
      return murmur3Long(VIEW.getBigInt64(0));
    case 'string':
    case 'binary': {
      const bytes = type.kind === 'string' ? utf8Bytes(x as string) : (x as Uint8Array);
      return bytes.length === 0 ? null : murmur3(bytes);
    }
    case 'array':
      return hashItems(x as readonly Value[], type.element.kind === 'integer' ? 4 : 8);
    default:
      return murmur3Long(BigInt(x as number | bigint));
  }
}

function hashItems(items: readonly Value[], width: 4 | 8): readonly [bigint, bigint] | null {
  if (items.length === 0) return null;
  const bytes = new Uint8Array(items.length * width);
  const view = new DataView(bytes.buffer);
  for (const [i, item] of items.entries()) {
    const x = BigInt((item ?? 0) as number | bigint);
    if (width === 4) view.setInt32(4 * i, Number(x), true);
    else view.setBigInt64(8 * i, x, true);
  }
  return murmur3(bytes);
}

/** Types of keys, in the order in which Spark tries them. */
export const KEY_TYPES = ['ARRAY<INT>', 'ARRAY<BIGINT>', 'BINARY', 'DOUBLE', 'FLOAT', 'INT', 'BIGINT', 'STRING'];

/** The type itself where it is a key's, else what it casts to without a doubt; undefined for others. */
export function keyType(type: DataType, casting: boolean): DataType | undefined {
  switch (type.kind) {
    case 'binary':
    case 'double':
    case 'float':
    case 'integer':
    case 'long':
    case 'string':
      return type;
    case 'array':
      return type.element.kind === 'integer' || type.element.kind === 'long' ? type : undefined;
    case 'char':
    case 'varchar':
      return StringType;
    case 'null':
      return casting ? BinaryType : LongType;
    case 'byte':
    case 'short':
    case 'decimal':
      return casting ? DoubleType : undefined;
    case 'boolean':
    case 'date':
    case 'timestamp':
    case 'timestamp_ntz':
      return casting ? StringType : undefined;
    default:
      return undefined;
  }
}
