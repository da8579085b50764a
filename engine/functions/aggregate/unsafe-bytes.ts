/**
 * Arrays and structs in the bytes that Spark keeps them in (`UnsafeArrayData`, `UnsafeRow`): their hash codes, and so
 * the order in which Spark's sets give them, come of these bytes.
 */
import { utf8Bytes } from '../../types/index.ts';
import type { CalendarInterval, DataType, Decimal, StructValue, Value } from '../../types/index.ts';

const WORD = 8;
/** Decimals with more digits than a long has are kept as the bytes of a whole number, in a place of this size. */
const LONG_DIGITS = 18;
const WIDE = 2 * WORD;

/** A growing piece of memory in the byte order of the platforms that Spark runs on. */
class Memory {
  private bytes = new Uint8Array(64);
  private view = new DataView(this.bytes.buffer);
  size = 0;

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
        this.view.setFloat32(at, (x as number) + 0, true);
        return;
      case 'double':
        this.view.setFloat64(at, (x as number) + 0, true);
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
}

/** Bytes of a value in an array; undefined where it lies beyond the array's places, and has a word that says where. */
function fixedSize(type: DataType): number | undefined {
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

/** Whether values of the type have such bytes here. Maps and variants cannot be put into sets. */
export function hasUnsafeBytes(type: DataType): boolean {
  if (type.kind === 'array') return hasUnsafeBytes(type.element);
  if (type.kind === 'struct') return type.fields.every((f) => hasUnsafeBytes(f.type));
  return fixedSize(type) !== undefined || ['string', 'char', 'varchar', 'binary', 'decimal', 'calendar_interval', 'null'].includes(type.kind);
}

const words = (count: number): number => Math.ceil(count / WORD) * WORD;
const bitmapBytes = (fields: number): number => Math.ceil(fields / 64) * WORD;

/** Two's complement, the highest byte first, as short as it goes. */
function wholeNumberBytes(x: bigint): Uint8Array {
  let size = 1;
  while (BigInt.asIntN(8 * size, x) !== x) size++;
  return Uint8Array.from({ length: size }, (_, i) => Number(BigInt.asUintN(8, x >> BigInt(8 * (size - 1 - i)))));
}

/** Writes a value behind what is there; `slot` gets its offset from `base` and its size. */
function writeBeyond(m: Memory, base: number, slot: number, type: DataType, x: Value): void {
  const start = m.size;
  const point = (size: number): void => m.long(slot, (BigInt(start - base) << 32n) | BigInt(size));
  const append = (data: Uint8Array, place = words(data.length)): void => {
    m.copy(m.reserve(place), data);
    point(data.length);
  };
  switch (type.kind) {
    case 'array':
      writeArray(m, type.element, x as readonly Value[]);
      return point(m.size - start);
    case 'struct':
      writeStruct(m, type.fields.map((f) => f.type), (x as StructValue).values);
      return point(m.size - start);
    case 'binary':
      return append(x as Uint8Array);
    case 'decimal':
      return append(wholeNumberBytes((x as Decimal).unscaled), WIDE);
    case 'calendar_interval': {
      const { months, days, microseconds } = x as CalendarInterval;
      m.reserve(WIDE);
      m.number(start, { kind: 'integer' }, months);
      m.number(start + 4, { kind: 'integer' }, days);
      m.long(start + WORD, microseconds);
      return point(WIDE);
    }
    default:
      return append(utf8Bytes(x as string));
  }
}

/** Wide decimals and intervals keep a place also where they are null, so that they can be set later. */
function writeNullBeyond(m: Memory, base: number, slot: number, type: DataType): void {
  if (fixedSize(type) !== undefined || (type.kind !== 'decimal' && type.kind !== 'calendar_interval')) return;
  const start = m.reserve(WIDE);
  m.long(slot, BigInt(start - base) << 32n);
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
    else if (fixed === undefined) writeBeyond(m, base, at, element, x);
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
    } else if (fixedSize(type) === undefined) writeBeyond(m, bitmap, at, type, x);
    else m.number(at, type, x);
  });
}

/** The bytes of an array, a struct or, as an array of bytes, a binary. */
export function unsafeBytes(type: DataType, x: Value): Uint8Array {
  const m = new Memory();
  if (type.kind === 'array') writeArray(m, type.element, x as readonly Value[]);
  else if (type.kind === 'struct') writeStruct(m, type.fields.map((f) => f.type), (x as StructValue).values);
  else writeArray(m, { kind: 'byte' }, [...(x as Uint8Array)]);
  return m.result();
}
