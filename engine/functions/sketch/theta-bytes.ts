/** Theta sketches in DataSketches' compact form, as Spark writes them: hashes in order, packed as differences. */
import { DEFAULT_LOG_ENTRIES, EntrySketch, WHOLE } from './entries.ts';
import { SEED_HASH } from './murmur3-128.ts';

const FAMILY = 3;
const FLAGS = { readOnly: 2, empty: 4, compact: 8, ordered: 16, single: 32 };
const ALWAYS = FLAGS.readOnly | FLAGS.compact | FLAGS.ordered;

export type ThetaSketch = EntrySketch<true>;

function bitLength(x: bigint): number {
  return x === 0n ? 0 : x.toString(2).length;
}

function header(preambleLongs: number, version: number, third: number, fourth: number, flags: number, seed: number): number[] {
  return [preambleLongs, version, FAMILY, third, fourth, flags, seed & 0xff, seed >> 8];
}

export function thetaToBytes(sketch: ThetaSketch): Uint8Array {
  if (sketch.entries.size === 0 && sketch.theta === WHOLE) return Uint8Array.from(header(1, 3, 0, 0, ALWAYS | FLAGS.empty, 0));
  const hashes = BigUint64Array.from(sketch.entries.keys()).sort();
  const isWhole = sketch.theta === WHOLE;
  if (hashes.length === 0) return withoutEntries(sketch.theta);
  if (hashes.length === 1 && isWhole) return withLong(header(1, 3, 0, 0, ALWAYS | FLAGS.single, SEED_HASH), hashes[0] as bigint);
  return packed(hashes, sketch.theta);
}

function withLong(bytes: readonly number[], long: bigint): Uint8Array {
  const out = new Uint8Array(bytes.length + 8);
  out.set(bytes);
  new DataView(out.buffer).setBigUint64(bytes.length, long, true);
  return out;
}

/** No hash is below theta, which yet is less than the whole. */
function withoutEntries(theta: bigint): Uint8Array {
  const one = [0, 0, 0x80, 0x3f];
  return withLong([...header(3, 3, 0, 0, ALWAYS, SEED_HASH), 0, 0, 0, 0, ...one], theta);
}

function packed(hashes: BigUint64Array, theta: bigint): Uint8Array {
  let all = 0n;
  const deltas: bigint[] = [];
  hashes.forEach((hash, i) => {
    const delta = i === 0 ? hash : hash - (hashes[i - 1] as bigint);
    deltas.push(delta);
    all |= delta;
  });
  const width = bitLength(all);
  const countBytes = Math.ceil(bitLength(BigInt(hashes.length)) / 8);
  const isWhole = theta === WHOLE;
  const start = isWhole ? 8 : 16;
  const out = new Uint8Array(start + countBytes + Math.ceil((width * hashes.length) / 8));
  out.set(header(isWhole ? 1 : 2, 4, width, countBytes, ALWAYS, SEED_HASH));
  if (!isWhole) new DataView(out.buffer).setBigUint64(8, theta, true);
  for (let i = 0; i < countBytes; i++) out[start + i] = (hashes.length >> (8 * i)) & 0xff;
  writeBits(out, start + countBytes, deltas, width);
  return out;
}

/** Numbers of `width` bits one after the other, the highest bit first. */
function writeBits(out: Uint8Array, start: number, numbers: readonly bigint[], width: number): void {
  let at = start * 8;
  for (const x of numbers) {
    for (let bit = width - 1; bit >= 0; bit--, at++) {
      if ((x >> BigInt(bit)) & 1n) out[at >> 3] = (out[at >> 3] as number) | (0x80 >> (at & 7));
    }
  }
}

function readBits(bytes: Uint8Array, start: number, count: number, width: number): bigint[] {
  const out: bigint[] = [];
  let at = start * 8;
  for (let i = 0; i < count; i++) {
    let x = 0n;
    for (let bit = 0; bit < width; bit++, at++) x = (x << 1n) | BigInt(((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
    out.push(x);
  }
  return out;
}

/** Null where the bytes are no such sketch. */
export function thetaFromBytes(bytes: Uint8Array): ThetaSketch | null {
  if (bytes.length < 8 || bytes[2] !== FAMILY) return null;
  const sketch: ThetaSketch = new EntrySketch(DEFAULT_LOG_ENTRIES);
  const [longs, version] = bytes as unknown as readonly [number, number];
  const flags = bytes[5] as number;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (version === 4) return readPacked(bytes, view, sketch);
  if (version !== 3) return null;
  if (flags & FLAGS.empty) return sketch;
  if (longs === 1) return bytes.length >= 16 ? add(sketch, [view.getBigUint64(8, true)]) : null;
  const count = bytes.length >= 16 ? view.getInt32(8, true) : -1;
  if (count < 0 || bytes.length < 8 * longs + 8 * count) return null;
  if (longs === 3) sketch.theta = view.getBigUint64(16, true);
  return add(sketch, Array.from({ length: count }, (_, i) => view.getBigUint64(8 * (longs + i), true)));
}

function readPacked(bytes: Uint8Array, view: DataView, sketch: ThetaSketch): ThetaSketch | null {
  const width = bytes[3] as number;
  const countBytes = bytes[4] as number;
  const start = 8 * (bytes[0] as number);
  if (start === 16 && bytes.length >= 16) sketch.theta = view.getBigUint64(8, true);
  let count = 0;
  for (let i = 0; i < countBytes; i++) count += (bytes[start + i] ?? 0) * 2 ** (8 * i);
  const from = start + countBytes;
  if (bytes.length < from + Math.ceil((width * count) / 8)) return null;
  let hash = 0n;
  return add(
    sketch,
    readBits(bytes, from, count, width).map((delta) => (hash += delta)),
  );
}

function add(sketch: ThetaSketch, hashes: readonly bigint[]): ThetaSketch {
  sketch.isEmpty = false;
  for (const hash of hashes) sketch.entries.set(hash, true);
  return sketch;
}
