/** KLL sketches in DataSketches' compact form, and as text. */
import { doubleToString, floatToString } from '../../types/index.ts';
import { KLL_M, KllSketch } from './kll.ts';

export type KllKind = 'bigint' | 'float' | 'double';
export type AnyKll = KllSketch<number | bigint>;

const FAMILY = 15;
const FLAGS = { empty: 1, levelZeroSorted: 2, single: 4 };
const FULL_START = 20;

export function itemBytes(kind: KllKind): number {
  return kind === 'float' ? 4 : 8;
}

function put(view: DataView, at: number, kind: KllKind, item: number | bigint): void {
  if (kind === 'bigint') view.setBigInt64(at, item as bigint, true);
  else if (kind === 'double') view.setFloat64(at, item as number, true);
  else view.setFloat32(at, item as number, true);
}

function get(view: DataView, at: number, kind: KllKind): number | bigint {
  if (kind === 'bigint') return view.getBigInt64(at, true);
  return kind === 'double' ? view.getFloat64(at, true) : view.getFloat32(at, true);
}

function compactBytes(sketch: AnyKll, kind: KllKind): number {
  const width = itemBytes(kind);
  if (sketch.count === 0) return 8;
  if (sketch.count === 1) return 8 + width;
  return FULL_START + 4 * sketch.levels.length + width * (2 + sketch.retained());
}

export function kllToBytes(sketch: AnyKll, kind: KllKind): Uint8Array {
  const out = new Uint8Array(compactBytes(sketch, kind));
  const view = new DataView(out.buffer);
  const { count } = sketch;
  out.set([count > 1 ? 5 : 2, count === 1 ? 2 : 1, FAMILY, count === 0 ? FLAGS.empty : count === 1 ? FLAGS.single : 0, sketch.k & 0xff, sketch.k >> 8, KLL_M]);
  if (count === 1) put(view, 8, kind, sketch.minimum as number | bigint);
  if (count <= 1) return out;
  view.setBigInt64(8, BigInt(count), true);
  view.setUint16(16, sketch.minK, true);
  out[18] = sketch.levels.length;
  let place = sketch.capacity() - sketch.retained();
  let at = FULL_START;
  for (const level of sketch.levels) {
    view.setInt32(at, place, true);
    place += level.length;
    at += 4;
  }
  for (const item of [sketch.minimum, sketch.maximum, ...sketch.levels.flat()]) {
    put(view, at, kind, item as number | bigint);
    at += itemBytes(kind);
  }
  return out;
}

/** Null where the bytes are no such sketch. */
export function kllFromBytes(bytes: Uint8Array, kind: KllKind): AnyKll | null {
  if (bytes.length < 8 || bytes[2] !== FAMILY) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const sketch: AnyKll = new KllSketch(view.getUint16(4, true));
  const flags = bytes[3] as number;
  if (flags & FLAGS.empty) return sketch;
  if (flags & FLAGS.single) {
    if (bytes.length !== 8 + itemBytes(kind)) return null;
    sketch.update(get(view, 8, kind));
    return sketch;
  }
  return bytes.length < FULL_START ? null : readLevels(bytes, view, sketch, kind);
}

function readLevels(bytes: Uint8Array, view: DataView, sketch: AnyKll, kind: KllKind): AnyKll | null {
  const width = itemBytes(kind);
  const levels = bytes[18] as number;
  const itemsAt = FULL_START + 4 * levels;
  const total = (bytes.length - itemsAt) / width - 2;
  if (!Number.isInteger(total) || total < 0) return null;
  sketch.count = Number(view.getBigInt64(8, true));
  sketch.minK = view.getUint16(16, true);
  sketch.minimum = get(view, itemsAt, kind);
  sketch.maximum = get(view, itemsAt + width, kind);
  const starts = Array.from({ length: levels }, (_, i) => view.getInt32(FULL_START + 4 * i, true));
  const first = starts[0] ?? 0;
  sketch.levels = starts.map((start, i) => {
    const end = starts[i + 1] ?? first + total;
    return Array.from({ length: Math.max(0, end - start) }, (_, j) => get(view, itemsAt + width * (2 + start - first + j), kind));
  });
  return sketch;
}

const NAMES = { bigint: 'KllLongsSketch', float: 'KllFloatsSketch', double: 'KllDoublesSketch' };
const LABEL_WIDTH = 23;

function itemText(item: number | bigint | null, kind: KllKind): string {
  if (item === null) return 'NaN';
  if (kind === 'bigint') return String(item);
  return kind === 'double' ? doubleToString(item as number) : floatToString(item as number);
}

/** The summary that Spark prints. */
export function kllToText(sketch: AnyKll, kind: KllKind): string {
  const width = itemBytes(kind);
  const capacity = sketch.capacity();
  const lines: (readonly [string, string | number | boolean])[] = [
    ['K', sketch.k],
    ['Dynamic min K', sketch.minK],
    ['M', KLL_M],
    ['N', sketch.count],
    ['Epsilon', `${(100 * sketch.error(false)).toFixed(3)}%`],
    ['Epsilon PMF', `${(100 * sketch.error(true)).toFixed(3)}%`],
    ['Empty', sketch.count === 0],
    ['Estimation Mode', !sketch.isExact],
    ['Levels', sketch.levels.length],
    ['Level 0 Sorted', false],
    ['Capacity Items', capacity],
    ['Retained Items', sketch.retained()],
    ['Free Space', capacity - sketch.retained()],
    ['ReadOnly', false],
    ['Updatable Storage Bytes', FULL_START + 4 * sketch.levels.length + 4 + width * (2 + capacity)],
    ['Compact Storage Bytes', compactBytes(sketch, kind)],
    ['Min Item', itemText(sketch.minimum, kind)],
    ['Max Item', itemText(sketch.maximum, kind)],
  ];
  const body = lines.map(([label, value]) => `   ${label.padEnd(LABEL_WIDTH)}: ${value}\n`).join('');
  return `\n### Kll${NAMES[kind]} Summary:\n${body}### End sketch summary\n`;
}
