/**
 * The order into which Spark puts the rows of a map task before it deals them out in turn
 * (`spark.sql.execution.sortBeforeRepartition`): by the hash of their bytes as an `UnsafeRow`, then by these bytes. A row is
 * a bit for each null, a word for each column, and behind these what takes more than a word. The hashes are worked out
 * column by column; whole rows are written only to tell apart different rows of one hash.
 */
import { bitmapBytes, cellReader, countNulls, fixedSize, Memory, murmurEnd, murmurWord, nullPlace, sortIndices, unsafeRow, validReader, writeValue } from '../../columnar/index.ts';
import type { Batch, StringVector, Validity, Vector } from '../../columnar/index.ts';
import { IntegerType, utf8Bytes } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';

/** The seed of `UnsafeRow.hashCode`. */
const SEED = 42;
const WORD = 8;
const HALF = 4;
const TWO_32 = 4_294_967_296;
const BITS = 32;

/** A column as rows hold it. Words are taken as two halves, the lower first. */
interface RowColumn {
  /** Folds each row's word into its running hash; `ends`, where each row ends so far, moves on. */
  slots(h: Int32Array, ends: Int32Array): void;
  /** Folds in what lies behind the words. */
  rest(h: Int32Array): void;
  /** Whether two rows hold the same. */
  same(a: number, b: number): boolean;
}

/** Values of at most a word; null is 0. */
class WordColumn implements RowColumn {
  constructor(
    private readonly low: Int32Array,
    private readonly high: Int32Array | null,
    private readonly mask: Validity,
  ) {}

  slots(h: Int32Array): void {
    const { low, high } = this;
    const n = h.length;
    if (high === null) for (let i = 0; i < n; i++) h[i] = murmurWord(murmurWord(h[i] as number, low[i] as number), 0);
    else for (let i = 0; i < n; i++) h[i] = murmurWord(murmurWord(h[i] as number, low[i] as number), high[i] as number);
  }

  rest(): void {}

  same(a: number, b: number): boolean {
    const { low, high, mask } = this;
    return low[a] === low[b] && (high === null || high[a] === high[b]) && (mask === null || mask[a] === mask[b]);
  }
}

/** Where values lie that take more than a word. */
interface Entries {
  readonly memory: Int32Array;
  /** Where each begins, in halves. */
  readonly starts: Int32Array;
  /** Halves of each, up to a whole word. */
  readonly places: Int32Array;
  /** Bytes of each. */
  readonly sizes: Int32Array;
}

/** Values behind the words: a row's is the entry of its code, or of its own number. */
class RestColumn implements RowColumn {
  constructor(
    private readonly entries: Entries,
    private readonly codes: Int32Array | null,
    private readonly mask: Validity,
  ) {}

  /** -1 for a null that keeps no place. */
  private entry(row: number): number {
    const { codes, mask } = this;
    if (mask === null || mask[row] !== 0) return codes === null ? row : (codes[row] as number);
    return codes === null && this.entries.places[row] !== 0 ? row : -1;
  }

  slots(h: Int32Array, ends: Int32Array): void {
    const { places, sizes } = this.entries;
    const n = h.length;
    for (let i = 0; i < n; i++) {
      const entry = this.entry(i);
      if (entry < 0) {
        h[i] = murmurWord(murmurWord(h[i] as number, 0), 0);
        continue;
      }
      const end = ends[i] as number;
      h[i] = murmurWord(murmurWord(h[i] as number, sizes[entry] as number), end);
      ends[i] = end + (places[entry] as number) * HALF;
    }
  }

  rest(h: Int32Array): void {
    const { memory, starts, places } = this.entries;
    const n = h.length;
    for (let i = 0; i < n; i++) {
      const entry = this.entry(i);
      if (entry < 0) continue;
      let hash = h[i] as number;
      const start = starts[entry] as number;
      const end = start + (places[entry] as number);
      for (let k = start; k < end; k++) hash = murmurWord(hash, memory[k] as number);
      h[i] = hash;
    }
  }

  same(a: number, b: number): boolean {
    const { mask } = this;
    if (mask !== null && mask[a] !== mask[b]) return false;
    const { memory, starts, places, sizes } = this.entries;
    const [x, y] = [this.entry(a), this.entry(b)];
    if (x === y) return true;
    if (sizes[x] !== sizes[y]) return false;
    const [from, to, count] = [starts[x] as number, starts[y] as number, places[x] as number];
    for (let k = 0; k < count; k++) if (memory[from + k] !== memory[to + k]) return false;
    return true;
  }
}

/** Whether the place of a null in there holds whatever was written to it last: that of an interval in a row is not cleared. */
function leavesBytes(type: DataType): boolean {
  switch (type.kind) {
    case 'array':
      return leavesBytes(type.element);
    case 'map':
      return leavesBytes(type.key) || leavesBytes(type.value);
    case 'struct':
      return type.fields.some((f) => (f.nullable && f.type.kind === 'calendar_interval') || leavesBytes(f.type));
    default:
      return false;
  }
}

/** A column as rows hold it; undefined where its bytes are not known. `first`: all before it are of a word each. */
function rowColumn(v: Vector, first: boolean): RowColumn | undefined {
  switch (v.layout) {
    case 'null':
      return new WordColumn(new Int32Array(v.length), null, null);
    case 'bool':
    case 'int':
      return new WordColumn(lowHalves(v), null, v.validity);
    case 'long':
    case 'double':
    case 'decimal':
      return fixedSize(v.type) === undefined ? restColumn(v) : wordColumn(v);
    case 'string':
      return new RestColumn(textEntries(v), v.codes, v.validity);
    case 'object':
      // Anything but a variant is the state of an aggregate, which users do not deal out.
      return v.type.kind === 'variant' ? restColumn(v) : undefined;
    case 'interval':
      // What a row leaves behind its words is known as long as no text before it moves the place.
      return first || countNulls(v) === 0 ? restColumn(v) : undefined;
    default:
      return leavesBytes(v.type) ? undefined : restColumn(v);
  }
}

/** Shorter numbers fill the lowest bytes of a word that is zero otherwise. */
function lowHalves(v: Vector & { layout: 'bool' | 'int' }): Int32Array {
  const { data, validity, length } = v;
  const used = v.type.kind === 'byte' ? 0xff : v.type.kind === 'short' ? 0xffff : -1;
  if (validity === null && used === -1 && data instanceof Int32Array) return data;
  const out = new Int32Array(length);
  for (let i = 0; i < length; i++) if (validity === null || validity[i] !== 0) out[i] = (data[i] as number) & used;
  return out;
}

/** The numbers with NaN in the one form that Java's constant has; arithmetic may leave others. */
function oneNaN(data: Float64Array): Float64Array {
  const at = data.findIndex((x) => x !== x);
  if (at < 0) return data;
  return data.map((x) => (x !== x ? Number.NaN : x));
}

function wordColumn(v: Vector & { layout: 'long' | 'double' | 'decimal' }): RowColumn {
  const { data, validity, length } = v;
  const low = new Int32Array(length);
  if (v.type.kind === 'float') {
    const halves = new Int32Array(Float32Array.from(oneNaN(v.data as Float64Array)).buffer);
    for (let i = 0; i < length; i++) if (validity === null || validity[i] !== 0) low[i] = halves[i] as number;
    return new WordColumn(low, null, validity);
  }
  const high = new Int32Array(length);
  if (v.layout === 'double' || data instanceof BigInt64Array) {
    const { buffer, byteOffset } = data instanceof BigInt64Array ? data : oneNaN(data as Float64Array);
    const halves = new Int32Array(buffer, byteOffset, 2 * length);
    for (let i = 0; i < length; i++) {
      if (validity !== null && validity[i] === 0) continue;
      low[i] = halves[2 * i] as number;
      high[i] = halves[2 * i + 1] as number;
    }
  } else if (data instanceof Float64Array) {
    for (let i = 0; i < length; i++) {
      if (validity !== null && validity[i] === 0) continue;
      const x = data[i] as number;
      low[i] = x | 0;
      high[i] = Math.floor(x / TWO_32) | 0;
    }
  } else {
    for (let i = 0; i < length; i++) {
      if (validity !== null && validity[i] === 0) continue;
      const x = data[i] as bigint;
      low[i] = Number(BigInt.asIntN(BITS, x));
      high[i] = Number(BigInt.asIntN(BITS, x >> BigInt(BITS)));
    }
  }
  return new WordColumn(low, high, validity);
}

function wholeWords(bytes: number): number {
  return Math.ceil(bytes / WORD) * WORD;
}

/** Each text that occurs, once. */
function textEntries(v: StringVector): Entries {
  const { codes, dictionary, validity, length } = v;
  const m = new Memory(false);
  const count = dictionary.length;
  const [starts, places, sizes] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const written = new Uint8Array(count);
  for (let i = 0; i < length; i++) {
    if (validity !== null && validity[i] === 0) continue;
    const code = codes[i] as number;
    if (written[code] === 1) continue;
    written[code] = 1;
    const text = utf8Bytes(dictionary[code] as string);
    const place = wholeWords(text.length);
    const start = m.reserve(place);
    m.copy(start, text);
    starts[code] = start / HALF;
    places[code] = place / HALF;
    sizes[code] = text.length;
  }
  return { memory: m.halves(), starts, places, sizes };
}

function restColumn(v: Vector): RowColumn {
  const { validity, length, type } = v;
  const m = new Memory(false);
  const [starts, places, sizes] = [new Int32Array(length), new Int32Array(length), new Int32Array(length)];
  const read = validReader(v);
  const absent = nullPlace(type);
  let last = -1;
  for (let i = 0; i < length; i++) {
    const start = m.size;
    if (validity === null || validity[i] !== 0) {
      sizes[i] = writeValue(m, type, read(i), true);
      last = i;
    } else {
      if (v.layout === 'interval' && last >= 0) writeValue(m, type, read(last), true);
      else m.reserve(absent.place);
      sizes[i] = absent.size;
    }
    starts[i] = start / HALF;
    places[i] = (m.size - start) / HALF;
  }
  return new RestColumn({ memory: m.halves(), starts, places, sizes }, null, validity);
}

/** Folds in the bits of the nulls. */
function foldNulls(columns: readonly Vector[], h: Int32Array): void {
  const n = h.length;
  const groups = bitmapBytes(columns.length) / HALF;
  const bits = new Int32Array(n);
  for (let g = 0; g < groups; g++) {
    bits.fill(0);
    columns.slice(g * BITS, (g + 1) * BITS).forEach(({ validity }, k) => {
      if (validity === null) return;
      const bit = 1 << k;
      for (let i = 0; i < n; i++) if (validity[i] === 0) bits[i] = (bits[i] as number) | bit;
    });
    for (let i = 0; i < n; i++) h[i] = murmurWord(h[i] as number, bits[i] as number);
  }
}

/** `UnsafeRow.hashCode` of each row. */
function rowHashes(batch: Batch, columns: readonly RowColumn[]): Int32Array {
  const h = new Int32Array(batch.length).fill(SEED);
  const ends = new Int32Array(batch.length).fill(bitmapBytes(columns.length) + columns.length * WORD);
  foldNulls(batch.columns, h);
  for (const c of columns) c.slots(h, ends);
  for (const c of columns) c.rest(h);
  for (let i = 0; i < h.length; i++) h[i] = murmurEnd(h[i] as number, ends[i] as number);
  return h;
}

/** Longer rows are larger; of equal length the first byte that differs tells. */
function compareBytes(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return 0;
}

function areSame(a: number, b: number, columns: readonly RowColumn[]): boolean {
  for (const c of columns) if (!c.same(a, b)) return false;
  return true;
}

/** Puts rows of one hash into the order of their bytes. Mostly all are the same, and there is nothing to do. */
function orderAlike(rows: Int32Array, batch: Batch, columns: readonly RowColumn[]): void {
  const first = rows[0] as number;
  let same = 1;
  while (same < rows.length && areSame(first, rows[same] as number, columns)) same++;
  if (same === rows.length) return;
  const kinds: number[][] = [];
  for (const row of rows) {
    const known = kinds.find((kind) => areSame(kind[0] as number, row, columns));
    if (known === undefined) kinds.push([row]);
    else known.push(row);
  }
  const types = batch.columns.map((c) => c.type);
  const readers = batch.columns.map(cellReader);
  const written = kinds.map((list) => ({ list, bytes: unsafeRow(types, readers.map((read) => read(list[0] as number))) }));
  rows.set(written.sort((a, b) => compareBytes(a.bytes, b.bytes)).flatMap((w) => w.list));
}

/** The rows in the order of their bytes; undefined where that order is not known, or is that of the rows. */
export function orderOfBytes(batch: Batch): Int32Array | undefined {
  const n = batch.length;
  if (n < 2) return undefined;
  const columns: RowColumn[] = [];
  for (const v of batch.columns) {
    const column = rowColumn(v, columns.every((c) => c instanceof WordColumn));
    if (column === undefined) return undefined;
    columns.push(column);
  }
  const h = rowHashes(batch, columns);
  const order = sortIndices([{ vector: { layout: 'int', type: IntegerType, length: n, validity: null, data: h }, ascending: true, nullsFirst: true }], n);
  for (let start = 0; start < n; ) {
    const hash = h[order[start] as number];
    let end = start + 1;
    while (end < n && h[order[end] as number] === hash) end++;
    if (end - start > 1) orderAlike(order.subarray(start, end), batch, columns);
    start = end;
  }
  return order;
}
