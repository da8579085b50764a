/** Variants in the binary form in which Spark and Parquet keep them: a dictionary of names (metadata) and a value. */
import { utf8Bytes, utf8Text } from './bytes.ts';
import type { DataType } from './data-type.ts';
import { digitCount } from './decimal.ts';
import { Decimal } from './value.ts';
import { sortedFields, VariantValue } from './variant.ts';
import type { VariantNode, VariantScalar } from './variant.ts';

export interface VariantBytes {
  readonly value: Uint8Array;
  readonly metadata: Uint8Array;
}

const VERSION = 1;
/** The low two bits of a value. */
const BASIC = { primitive: 0, shortText: 1, object: 2, array: 3 };
const PRIMITIVES = { null: 0, true: 1, false: 2, int1: 3, int2: 4, int4: 5, int8: 6, double: 7, decimal4: 8, decimal8: 9, decimal16: 10, date: 11, timestamp: 12, timestampNtz: 13, float: 14, binary: 15, text: 16 };
const SHORT_TEXT_BYTES = 64;
const SMALL_COUNT = 255;

function widthOf(n: number): number {
  return n <= 0xff ? 1 : n <= 0xffff ? 2 : n <= 0xffffff ? 3 : 4;
}

function littleEndian(x: number | bigint, width: number): number[] {
  const out: number[] = [];
  for (let i = 0, rest = BigInt.asUintN(8 * width, BigInt(x)); i < width; i++, rest >>= 8n) out.push(Number(rest & 255n));
  return out;
}

function joined(parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Names in the order in which a reader meets them. */
function collectNames(node: VariantNode, names: Map<string, number>): void {
  if (node.kind === 'array') for (const item of node.items) collectNames(item, names);
  if (node.kind !== 'object') return;
  for (const [name, field] of node.fields) {
    if (!names.has(name)) names.set(name, names.size);
    collectNames(field, names);
  }
}

function encodeNames(names: ReadonlyMap<string, number>): Uint8Array {
  const texts = [...names.keys()].map(utf8Bytes);
  const width = widthOf(Math.max(texts.length, texts.reduce((sum, t) => sum + t.length, 0)));
  let offset = 0;
  const offsets = [0, ...texts.map((t) => (offset += t.length))];
  return joined([[VERSION | ((width - 1) << 6)], littleEndian(texts.length, width), ...offsets.map((o) => littleEndian(o, width)), ...texts]);
}

function integer(x: bigint): readonly number[] {
  const [id, width] = BigInt.asIntN(8, x) === x ? [PRIMITIVES.int1, 1] : BigInt.asIntN(16, x) === x ? [PRIMITIVES.int2, 2] : BigInt.asIntN(32, x) === x ? [PRIMITIVES.int4, 4] : [PRIMITIVES.int8, 8];
  return [id << 2, ...littleEndian(x, width)];
}

function decimal(d: Decimal): readonly number[] {
  const digits = Math.max(digitCount(d.unscaled), d.scale);
  const [id, width] = digits <= 9 ? [PRIMITIVES.decimal4, 4] : digits <= 18 ? [PRIMITIVES.decimal8, 8] : [PRIMITIVES.decimal16, 16];
  return [id << 2, d.scale, ...littleEndian(d.unscaled, width)];
}

function floating(x: number, width: 4 | 8): readonly number[] {
  const bytes = new Uint8Array(width);
  const view = new DataView(bytes.buffer);
  if (width === 4) view.setFloat32(0, x, true);
  else view.setFloat64(0, x, true);
  return [(width === 4 ? PRIMITIVES.float : PRIMITIVES.double) << 2, ...bytes];
}

function withLength(id: number, bytes: Uint8Array): Uint8Array {
  return joined([[id << 2], littleEndian(bytes.length, 4), bytes]);
}

function encodeScalar({ type, value }: VariantScalar): readonly number[] | Uint8Array {
  switch (type.kind) {
    case 'null':
      return [PRIMITIVES.null << 2];
    case 'boolean':
      return [(value === true ? PRIMITIVES.true : PRIMITIVES.false) << 2];
    case 'float':
      return floating(value as number, 4);
    case 'double':
      return floating(value as number, 8);
    case 'decimal':
      return decimal(value as Decimal);
    case 'date':
      return [PRIMITIVES.date << 2, ...littleEndian(value as number, 4)];
    case 'timestamp':
      return [PRIMITIVES.timestamp << 2, ...littleEndian(value as bigint, 8)];
    case 'timestamp_ntz':
      return [PRIMITIVES.timestampNtz << 2, ...littleEndian(value as bigint, 8)];
    case 'binary':
      return withLength(PRIMITIVES.binary, value as Uint8Array);
    case 'string': {
      const bytes = utf8Bytes(value as string);
      return bytes.length < SHORT_TEXT_BYTES ? joined([[(bytes.length << 2) | BASIC.shortText], bytes]) : withLength(PRIMITIVES.text, bytes);
    }
    default:
      return integer(BigInt(value as number | bigint));
  }
}

/** Header, count, ids of the fields, offsets and what they point to. */
function container(basic: number, ids: readonly number[], offsets: readonly number[], parts: readonly Uint8Array[]): Uint8Array {
  const count = parts.length;
  const isLarge = count > SMALL_COUNT;
  const size = parts.reduce((sum, p) => sum + p.length, 0);
  const offsetWidth = widthOf(size);
  const idWidth = widthOf(Math.max(0, ...ids));
  const header = basic === BASIC.object ? (isLarge ? 1 << 4 : 0) | ((idWidth - 1) << 2) | (offsetWidth - 1) : (isLarge ? 1 << 2 : 0) | (offsetWidth - 1);
  return joined([
    [(header << 2) | basic],
    littleEndian(count, isLarge ? 4 : 1),
    ...ids.map((id) => littleEndian(id, idWidth)),
    ...[...offsets, size].map((o) => littleEndian(o, offsetWidth)),
    ...parts,
  ]);
}

function startsOf(parts: readonly Uint8Array[]): number[] {
  let at = 0;
  return parts.map((p) => (at += p.length) - p.length);
}

function encodeNode(node: VariantNode, names: ReadonlyMap<string, number>): Uint8Array {
  if (node.kind === 'scalar') return Uint8Array.from(encodeScalar(node));
  if (node.kind === 'array') {
    const parts = node.items.map((item) => encodeNode(item, names));
    return container(BASIC.array, [], startsOf(parts), parts);
  }
  // What the fields hold lies in the order in which they came; ids and offsets are in the order of the names.
  const order = [...node.fields.keys()];
  const parts = order.map((name) => encodeNode(node.fields.get(name) as VariantNode, names));
  const starts = startsOf(parts);
  const sorted = sortedFields(node).map(([name]) => name);
  return container(
    BASIC.object,
    sorted.map((name) => names.get(name) as number),
    sorted.map((name) => starts[order.indexOf(name)] as number),
    parts,
  );
}

export function encodeVariant(v: VariantValue): VariantBytes {
  const names = new Map<string, number>();
  collectNames(v.node, names);
  return { value: encodeNode(v.node, names), metadata: encodeNames(names) };
}

class Reader {
  constructor(private readonly bytes: Uint8Array) {}

  byte(at: number): number {
    const b = this.bytes[at];
    if (b === undefined) throw new RangeError('the variant ends early');
    return b;
  }
  unsigned(at: number, width: number): number {
    let out = 0;
    for (let i = width - 1; i >= 0; i--) out = out * 256 + this.byte(at + i);
    return out;
  }
  signed(at: number, width: number): bigint {
    let out = 0n;
    for (let i = width - 1; i >= 0; i--) out = (out << 8n) | BigInt(this.byte(at + i));
    return BigInt.asIntN(8 * width, out);
  }
  floating(at: number, width: 4 | 8): number {
    this.byte(at + width - 1);
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length);
    return width === 4 ? view.getFloat32(at, true) : view.getFloat64(at, true);
  }
  slice(at: number, length: number): Uint8Array {
    if (length > 0) this.byte(at + length - 1);
    return this.bytes.slice(at, at + length);
  }
}

function decodeNames(bytes: Uint8Array): readonly string[] {
  const reader = new Reader(bytes);
  const width = (reader.byte(0) >> 6) + 1;
  const count = reader.unsigned(1, width);
  const texts = 1 + width * (count + 2);
  return Array.from({ length: count }, (_, i) => {
    const start = reader.unsigned(1 + width * (i + 1), width);
    return utf8Text(reader.slice(texts + start, reader.unsigned(1 + width * (i + 2), width) - start));
  });
}

function scalar(type: DataType, value: VariantScalar['value']): VariantScalar {
  return { kind: 'scalar', type, value };
}

function decodeDecimal(reader: Reader, at: number, width: number): VariantScalar {
  const scale = reader.byte(at);
  const d = new Decimal(reader.signed(at + 1, width), scale);
  return scalar({ kind: 'decimal', precision: width === 4 ? 9 : width === 8 ? 18 : 38, scale }, d);
}

function decodePrimitive(reader: Reader, id: number, at: number): VariantScalar {
  switch (id) {
    case PRIMITIVES.null:
      return scalar({ kind: 'null' }, null);
    case PRIMITIVES.true:
    case PRIMITIVES.false:
      return scalar({ kind: 'boolean' }, id === PRIMITIVES.true);
    case PRIMITIVES.int1:
    case PRIMITIVES.int2:
    case PRIMITIVES.int4:
    case PRIMITIVES.int8:
      return scalar({ kind: 'long' }, reader.signed(at, 2 ** (id - PRIMITIVES.int1)));
    case PRIMITIVES.double:
      return scalar({ kind: 'double' }, reader.floating(at, 8));
    case PRIMITIVES.float:
      return scalar({ kind: 'float' }, reader.floating(at, 4));
    case PRIMITIVES.decimal4:
    case PRIMITIVES.decimal8:
    case PRIMITIVES.decimal16:
      return decodeDecimal(reader, at, 4 * 2 ** (id - PRIMITIVES.decimal4));
    case PRIMITIVES.date:
      return scalar({ kind: 'date' }, Number(reader.signed(at, 4)));
    case PRIMITIVES.timestamp:
      return scalar({ kind: 'timestamp' }, reader.signed(at, 8));
    case PRIMITIVES.timestampNtz:
      return scalar({ kind: 'timestamp_ntz' }, reader.signed(at, 8));
    case PRIMITIVES.binary:
      return scalar({ kind: 'binary' }, reader.slice(at + 4, reader.unsigned(at, 4)));
    case PRIMITIVES.text:
      return scalar({ kind: 'string' }, utf8Text(reader.slice(at + 4, reader.unsigned(at, 4))));
    default:
      throw new RangeError(`no variant has a primitive of kind ${id}`);
  }
}

function decodeNode(reader: Reader, at: number, names: readonly string[]): VariantNode {
  const first = reader.byte(at);
  const basic = first & 3;
  const header = first >> 2;
  if (basic === BASIC.primitive) return decodePrimitive(reader, header, at + 1);
  if (basic === BASIC.shortText) return scalar({ kind: 'string' }, utf8Text(reader.slice(at + 1, header)));
  const isObject = basic === BASIC.object;
  const countWidth = header & (isObject ? 16 : 4) ? 4 : 1;
  const idWidth = isObject ? ((header >> 2) & 3) + 1 : 0;
  const offsetWidth = (header & 3) + 1;
  const count = reader.unsigned(at + 1, countWidth);
  const ids = at + 1 + countWidth;
  const offsets = ids + idWidth * count;
  const data = offsets + offsetWidth * (count + 1);
  const entries = Array.from({ length: count }, (_, i) => ({
    name: isObject ? (names[reader.unsigned(ids + idWidth * i, idWidth)] ?? '') : '',
    start: reader.unsigned(offsets + offsetWidth * i, offsetWidth),
  }));
  if (!isObject) return { kind: 'array', items: entries.map(({ start }) => decodeNode(reader, data + start, names)) };
  entries.sort((a, b) => a.start - b.start);
  return { kind: 'object', fields: new Map(entries.map(({ name, start }) => [name, decodeNode(reader, data + start, names)])) };
}

/** Throws RangeError where the bytes are no variant. */
export function decodeVariant({ value, metadata }: VariantBytes): VariantValue {
  return new VariantValue(decodeNode(new Reader(value), 0, decodeNames(metadata)));
}
