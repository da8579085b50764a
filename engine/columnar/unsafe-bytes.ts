/**
 * Values in the bytes that Spark keeps them in (`UnsafeArrayData`, `UnsafeMapData`, `UnsafeRow`): hash codes, and so the
 * order in which Spark's sets give their members and in which rows are dealt out to partitions, come of these bytes.
 */
import { bigIntBytes, encodeVariant, utf8Bytes } from '../types/index.ts';
import type { CalendarInterval, DataType, Decimal, MapValue, StructValue, Value, VariantValue } from '../types/index.ts';

const WORD = 8;
/** Decimals with more digits than a long has are kept as the bytes of a whole number, in a place of this size. */
const LONG_DIGITS = 18;
const WIDE = 2 * WORD;

/** A growing piece of memory in the byte order of the platforms that Spark runs on. */
export class Memory {
  private bytes = new Uint8Array(64);
  private view = new DataView(this.bytes.buffer);
  size = 0;

  /** `oneZero`: -0.0 is written as 0.0, as members of sets are compared. */
  constructor(private readonly oneZero: boolean) {}

  /** Makes room for so many bytes, all zero, and gives where they begin. */
  reserve(count: number): number {
    const start = this.size;
    this.size += count;
    if (this.size > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.size, 2 * this.bytes.length));
      larger.set(this.bytes);
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    }
    return start;
  }
  long(at: number, x: bigint): void {
    this.view.setBigInt64(at, x, true);
  }
  setNull(bitmap: number, i: number): void {
    const at = bitmap + (i >> 3);
    this.bytes[at] = (this.bytes[at] as number) | (1 << (i & 7));
  }
  copy(at: number, data: Uint8Array): void {
    this.bytes.set(data, at);
  }
  /** A number of the type at a place of its size. */
  number(at: number, type: DataType, x: Value): void {
    switch (type.kind) {
      case 'boolean':
        this.view.setInt8(at, x === true ? 1 : 0);
        return;
      case 'byte':
        this.view.setInt8(at, x as number);
        return;
      case 'short':
        this.view.setInt16(at, x as number, true);
        return;
      case 'integer':
      case 'date':
      case 'yearmonth_interval':
        this.view.setInt32(at, x as number, true);
        return;
      case 'float':
        this.view.setFloat32(at, this.oneZero ? (x as number) + 0 : (x as number), true);
        return;
      case 'double':
        this.view.setFloat64(at, this.oneZero ? (x as number) + 0 : (x as number), true);
        return;
      case 'decimal':
        this.long(at, (x as Decimal).unscaled);
        return;
      default:
        this.long(at, x as bigint);
    }
  }
  result(): Uint8Array {
    return this.bytes.subarray(0, this.size);
  }
  /** What has been written, which is whole words, in halves of words. */
  halves(): Int32Array {
    return new Int32Array(this.bytes.buffer, 0, this.size / 4);
  }
}

/** Bytes of a value in an array; undefined where it lies beyond the array's places, and has a word that says where. */
export function fixedSize(type: DataType): number | undefined {
  switch (type.kind) {
    case 'boolean':
    case 'byte':
      return 1;
    case 'short':
      return 2;
    case 'integer':
    case 'date':
    case 'yearmonth_interval':
    case 'float':
      return 4;
    case 'long':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'time':
    case 'daytime_interval':
    case 'double':
      return WORD;
    case 'decimal':
      return type.precision <= LONG_DIGITS ? WORD : undefined;
    default:
      return undefined;
  }
}

const words = (count: number): number => Math.ceil(count / WORD) * WORD;
export const bitmapBytes = (fields: number): number => Math.ceil(fields / 64) * WORD;

function append(m: Memory, data: Uint8Array, place = words(data.length)): number {
  m.copy(m.reserve(place), data);
  return data.length;
}

/** Writes a value behind what is there, up to a whole word, and gives its size. `inRow`: in a row, not in an array. */
export function writeValue(m: Memory, type: DataType, x: Value, inRow: boolean): number {
  const start = m.size;
  switch (type.kind) {
    case 'array':
      writeArray(m, type.element, x as readonly Value[]);
      return m.size - start;
    case 'map':
      writeMap(m, type.key, type.value, x as MapValue);
      return m.size - start;
    case 'struct':
      writeStruct(m, type.fields.map((f) => f.type), (x as StructValue).values);
      return m.size - start;
    case 'binary':
      return append(m, x as Uint8Array);
    case 'decimal': {
      const data = bigIntBytes((x as Decimal).unscaled);
      return append(m, data, inRow ? WIDE : words(data.length));
    }
    case 'calendar_interval': {
      const { months, days, microseconds } = x as CalendarInterval;
      m.reserve(WIDE);
      m.number(start, { kind: 'integer' }, months);
      m.number(start + 4, { kind: 'integer' }, days);
      m.long(start + WORD, microseconds);
      return WIDE;
    }
    case 'variant': {
      const { value, metadata } = encodeVariant(x as VariantValue);
      const size = 4 + value.length + metadata.length;
      m.reserve(words(size));
      m.number(start, { kind: 'integer' }, value.length);
      m.copy(start + 4, value);
      m.copy(start + 4 + value.length, metadata);
      return size;
    }
    default:
      return append(m, utf8Bytes(x as string));
  }
}

/** As `writeValue`; `slot` gets its offset from `base` and its size. */
function writeBeyond(m: Memory, base: number, slot: number, type: DataType, x: Value, inRow: boolean): void {
  const start = m.size;
  const size = writeValue(m, type, x, inRow);
  m.long(slot, (BigInt(start - base) << 32n) | BigInt(size));
}

/** Of a null in a row: wide decimals and intervals keep a place also then, so that they can be set later. */
export function nullPlace(type: DataType): { readonly place: number; readonly size: number } {
  if (type.kind === 'calendar_interval') return { place: WIDE, size: WIDE };
  return { place: type.kind === 'decimal' && type.precision > LONG_DIGITS ? WIDE : 0, size: 0 };
}

function writeNullBeyond(m: Memory, base: number, slot: number, type: DataType): void {
  const { place, size } = nullPlace(type);
  if (place > 0) m.long(slot, (BigInt(m.reserve(place) - base) << 32n) | BigInt(size));
}

/** The bytes of the keys with their number before, then those of the values. */
function writeMap(m: Memory, key: DataType, value: DataType, { entries }: MapValue): void {
  const start = m.reserve(WORD);
  writeArray(m, key, entries.map((e) => e[0]));
  m.long(start, BigInt(m.size - start - WORD));
  writeArray(m, value, entries.map((e) => e[1]));
}

function writeArray(m: Memory, element: DataType, items: readonly Value[]): void {
  const n = items.length;
  const fixed = fixedSize(element);
  const size = fixed ?? WORD;
  const base = m.reserve(WORD + bitmapBytes(n) + words(n * size));
  m.long(base, BigInt(n));
  const bitmap = base + WORD;
  const places = bitmap + bitmapBytes(n);
  items.forEach((x, i) => {
    const at = places + i * size;
    if (x === null) m.setNull(bitmap, i);
    else if (fixed === undefined) writeBeyond(m, base, at, element, x, false);
    else m.number(at, element, x);
  });
}

function writeStruct(m: Memory, types: readonly DataType[], values: readonly Value[]): void {
  const bitmap = m.reserve(bitmapBytes(types.length) + types.length * WORD);
  const places = bitmap + bitmapBytes(types.length);
  types.forEach((type, i) => {
    const at = places + i * WORD;
    const x = values[i] as Value;
    if (x === null) {
      m.setNull(bitmap, i);
      writeNullBeyond(m, bitmap, at, type);
    } else if (fixedSize(type) === undefined) writeBeyond(m, bitmap, at, type, x, true);
    else m.number(at, type, x);
  });
}

/** The bytes of a row. */
export function unsafeRow(types: readonly DataType[], values: readonly Value[]): Uint8Array {
  const m = new Memory(false);
  writeStruct(m, types, values);
  return m.result();
}

/** The bytes of an array, a struct or, as an array of bytes, a binary, as members of a set. */
export function unsafeBytes(type: DataType, x: Value): Uint8Array {
  const m = new Memory(true);
  if (type.kind === 'binary') writeArray(m, { kind: 'byte' }, [...(x as Uint8Array)]);
  else writeValue(m, type, x, false);
  return m.result();
}
