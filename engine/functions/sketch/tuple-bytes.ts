/** Tuple sketches in DataSketches' compact form: each hash with its summary, in the order of the table of hashes. */
import { DEFAULT_LOG_ENTRIES, EntrySketch, WHOLE } from './entries.ts';
import { SEED_HASH } from './murmur3-128.ts';

const FAMILY = 9;
const VERSION = 3;
const TYPE = 1;
const GROWTH_LOG = 3;
const SMALLEST_LOG = 5;
const FLAGS = { readOnly: 2, empty: 4, compact: 8 };

export const TUPLE_MODES = ['sum', 'min', 'max', 'alwaysone'] as const;
export type TupleMode = (typeof TUPLE_MODES)[number];
export type Number_ = 'double' | 'integer';

/** A number and how it combines with another of the same key. */
export interface Summary {
  readonly value: number;
  readonly mode: TupleMode;
}
export type TupleSketch = EntrySketch<Summary>;

function summaryBytes(kind: Number_): number {
  return kind === 'double' ? 9 : 5;
}

/** Puts a hash into a table of 2^log places, where the bits above tell the steps from a taken place to the next. */
function place(slots: bigint[], log: number, hash: bigint): void {
  let at = Number(hash & BigInt(slots.length - 1));
  const stride = 2 * Number((hash >> BigInt(log)) & 127n) + 1;
  while (slots[at] !== 0n) at = (at + stride) % slots.length;
  slots[at] = hash;
}

/** As the hashes would lie in Spark's table: half full, it grows eightfold, from at least 32 up to twice the nominal number. */
function inTableOrder(sketch: TupleSketch): readonly bigint[] {
  const target = sketch.logNominal + 1;
  let log = target;
  while (log - GROWTH_LOG >= SMALLEST_LOG) log -= GROWTH_LOG;
  let slots = new Array<bigint>(2 ** log).fill(0n);
  let count = 0;
  for (const hash of sketch.entries.keys()) {
    place(slots, log, hash);
    count += 1;
    if (log === target || count <= slots.length / 2) continue;
    log = Math.min(log + GROWTH_LOG, target);
    const old = slots;
    slots = new Array<bigint>(2 ** log).fill(0n);
    for (const each of old) if (each !== 0n) place(slots, log, each);
  }
  return slots.filter((hash) => hash !== 0n);
}

export function tupleToBytes(sketch: TupleSketch, kind: Number_): Uint8Array {
  const isWhole = sketch.theta === WHOLE;
  const hashes = inTableOrder(sketch);
  const longs = sketch.isEmpty ? 1 : isWhole ? (hashes.length === 1 ? 1 : 2) : 3;
  const entryBytes = 8 + summaryBytes(kind);
  const out = new Uint8Array(8 * longs + entryBytes * hashes.length);
  const view = new DataView(out.buffer);
  out.set([longs, VERSION, FAMILY, TYPE, 0, FLAGS.readOnly | FLAGS.compact | (sketch.isEmpty ? FLAGS.empty : 0), SEED_HASH & 0xff, SEED_HASH >> 8]);
  if (longs > 1) view.setInt32(8, hashes.length, true);
  if (longs > 2) view.setBigUint64(16, sketch.theta, true);
  hashes.forEach((hash, i) => {
    const at = 8 * longs + entryBytes * i;
    const { value, mode } = sketch.entries.get(hash) as Summary;
    view.setBigUint64(at, hash, true);
    if (kind === 'double') view.setFloat64(at + 8, value, true);
    else view.setInt32(at + 8, value, true);
    out[at + entryBytes - 1] = TUPLE_MODES.indexOf(mode);
  });
  return out;
}

/** Null where the bytes are no such sketch. */
export function tupleFromBytes(bytes: Uint8Array, kind: Number_): TupleSketch | null {
  if (bytes.length < 8 || bytes[1] !== VERSION || bytes[2] !== FAMILY || bytes[3] !== TYPE) return null;
  const sketch: TupleSketch = new EntrySketch(DEFAULT_LOG_ENTRIES);
  const longs = bytes[0] as number;
  if ((bytes[5] as number) & FLAGS.empty) return sketch;
  sketch.isEmpty = false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entryBytes = 8 + summaryBytes(kind);
  const count = longs === 1 ? 1 : bytes.length >= 16 ? view.getInt32(8, true) : -1;
  if (count < 0 || bytes.length !== 8 * longs + entryBytes * count) return null;
  if (longs > 2) sketch.theta = view.getBigUint64(16, true);
  for (let i = 0; i < count; i++) {
    const at = 8 * longs + entryBytes * i;
    const mode = TUPLE_MODES[bytes[at + entryBytes - 1] as number];
    if (mode === undefined) return null;
    const value = kind === 'double' ? view.getFloat64(at + 8, true) : view.getInt32(at + 8, true);
    sketch.entries.set(view.getBigUint64(at, true), { value, mode });
  }
  return sketch;
}
