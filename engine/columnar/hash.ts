/** Spark's Murmur3 (x86, 32 bits), bit for bit: `hash()`, and the partition of a row in a hash exchange. */
import { InternalError } from '../core/index.ts';
import type { CalendarInterval } from '../types/index.ts';
import { toBigInts } from './concat.ts';
import { bigIntBytes, utf8Bytes } from '../types/index.ts';
import type { DecimalVector, StringVector, Vector } from './vector.ts';

const C1 = 0xcc9e2d51;
const C2 = 0x1b873593;

function mixK(k: number): number {
  const x = Math.imul(k, C1);
  return Math.imul((x << 15) | (x >>> 17), C2);
}

function mixH(h: number, k: number): number {
  const x = h ^ k;
  return (Math.imul((x << 13) | (x >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(h: number, length: number): number {
  let x = h ^ length;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

export function murmurInt(value: number, seed: number): number {
  return finish(mixH(seed, mixK(value)), 4);
}

/** Of a 64-bit value given as two words. */
export function murmurLong(low: number, high: number, seed: number): number {
  return finish(mixH(mixH(seed, mixK(low)), mixK(high)), 8);
}

/** Folds one more of several words into a running hash; `murmurEnd` ends it with the number of their bytes. */
export function murmurWord(h: number, word: number): number {
  return mixH(h, mixK(word));
}
export function murmurEnd(h: number, bytes: number): number {
  return finish(h, bytes);
}

/** Of bytes; the tail is mixed byte by byte, signed, as Spark's `hashUnsafeBytes` does. */
export function murmurBytes(bytes: Uint8Array, seed: number): number {
  const n = bytes.length;
  const aligned = n & ~3;
  let h = seed;
  for (let i = 0; i < aligned; i += 4) {
    const word =
      (bytes[i] as number) |
      ((bytes[i + 1] as number) << 8) |
      ((bytes[i + 2] as number) << 16) |
      ((bytes[i + 3] as number) << 24);
    h = mixH(h, mixK(word));
  }
  for (let i = aligned; i < n; i++) h = mixH(h, mixK(((bytes[i] as number) << 24) >> 24));
  return finish(h, n);
}

/** Words of the bit patterns that Java's `doubleToLongBits` gives, -0.0 taken as 0.0. */
function doubleWords(data: Float64Array, n: number): Int32Array {
  const normal = new Float64Array(n);
  for (let i = 0; i < n; i++) normal[i] = (data[i] as number) + 0;
  const words = new Int32Array(normal.buffer);
  for (let i = 0; i < n; i++) {
    if (normal[i] !== normal[i]) {
      words[i * 2] = 0;
      words[i * 2 + 1] = 0x7ff80000;
    }
  }
  return words;
}

function floatWords(data: Float64Array, n: number): Int32Array {
  const normal = new Float32Array(n);
  for (let i = 0; i < n; i++) normal[i] = (data[i] as number) + 0;
  const words = new Int32Array(normal.buffer);
  for (let i = 0; i < n; i++) if (normal[i] !== normal[i]) words[i] = 0x7fc00000;
  return words;
}

const TWO_32 = 4_294_967_296;

function hashLongs(data: Float64Array | BigInt64Array, mask: Uint8Array | null, h: Int32Array, n: number): void {
  if (data instanceof Float64Array) {
    for (let i = 0; i < n; i++) {
      if (mask !== null && mask[i] === 0) continue;
      const x = data[i] as number;
      h[i] = murmurLong(x | 0, Math.floor(x / TWO_32) | 0, h[i] as number);
    }
    return;
  }
  const words = new Int32Array(data.buffer, data.byteOffset, n * 2);
  for (let i = 0; i < n; i++) {
    if (mask !== null && mask[i] === 0) continue;
    h[i] = murmurLong(words[i * 2] as number, words[i * 2 + 1] as number, h[i] as number);
  }
}

function hashInts(data: Int32Array | Uint8Array, mask: Uint8Array | null, h: Int32Array, n: number): void {
  for (let i = 0; i < n; i++) {
    if (mask !== null && mask[i] === 0) continue;
    h[i] = murmurInt(data[i] as number, h[i] as number);
  }
}

function hashDoubles(v: Vector & { layout: 'double' }, h: Int32Array, n: number): void {
  if (v.type.kind === 'float') return hashInts(floatWords(v.data, n), v.validity, h, n);
  const words = doubleWords(v.data, n);
  const mask = v.validity;
  for (let i = 0; i < n; i++) {
    if (mask !== null && mask[i] === 0) continue;
    h[i] = murmurLong(words[i * 2] as number, words[i * 2 + 1] as number, h[i] as number);
  }
}

/** Each entry's bytes are made once; where all seeds are equal, its hash too. */
function hashStrings(v: StringVector, h: Int32Array, n: number, uniformSeed: boolean): void {
  const { codes, dictionary, validity } = v;
  if (uniformSeed && n > 0) {
    const seed = h[0] as number;
    const done = new Uint8Array(dictionary.length);
    const hashes = new Int32Array(dictionary.length);
    for (let i = 0; i < n; i++) {
      if (validity !== null && validity[i] === 0) continue;
      const code = codes[i] as number;
      if (done[code] === 0) {
        hashes[code] = murmurBytes(utf8Bytes(dictionary[code] as string), seed);
        done[code] = 1;
      }
      h[i] = hashes[code] as number;
    }
    return;
  }
  const bytes: (Uint8Array | undefined)[] = new Array(dictionary.length);
  for (let i = 0; i < n; i++) {
    if (validity !== null && validity[i] === 0) continue;
    const code = codes[i] as number;
    let text = bytes[code];
    if (text === undefined) {
      text = utf8Bytes(dictionary[code] as string);
      bytes[code] = text;
    }
    h[i] = murmurBytes(text, h[i] as number);
  }
}

/** Decimals of up to 18 digits hash as longs, wider ones as the bytes of their unscaled value. */
const LONG_DECIMAL_DIGITS = 18;

function hashDecimals(v: DecimalVector, h: Int32Array, n: number): void {
  const mask = v.validity;
  const narrow = v.type.precision <= LONG_DECIMAL_DIGITS;
  if (narrow && v.data instanceof Float64Array) return hashLongs(v.data, mask, h, n);
  const values = toBigInts(v);
  for (let i = 0; i < n; i++) {
    if (mask !== null && mask[i] === 0) continue;
    const x = values[i] as bigint;
    h[i] = narrow
      ? murmurLong(Number(BigInt.asIntN(32, x)), Number(BigInt.asIntN(32, x >> 32n)), h[i] as number)
      : murmurBytes(bigIntBytes(x), h[i] as number);
  }
}

function hashInterval(x: CalendarInterval, seed: number): number {
  const micros = x.microseconds;
  const low = Number(BigInt.asIntN(32, micros));
  const high = Number(BigInt.asIntN(32, micros >> 32n));
  return murmurInt(x.months, murmurInt(x.days, murmurLong(low, high, seed)));
}

/** Folds a list's elements into each row's hash, element by element. */
function hashRanges(v: Vector & { layout: 'array' | 'map' }, h: Int32Array, n: number): void {
  const mask = v.validity;
  const children = v.layout === 'array' ? [v.child] : [v.keys, v.values];
  const one = new Int32Array(1);
  for (let i = 0; i < n; i++) {
    if (mask !== null && mask[i] === 0) continue;
    one[0] = h[i] as number;
    for (let k = v.offsets[i] as number; k < (v.offsets[i + 1] as number); k++) {
      for (const child of children) foldOne(child, k, one);
    }
    h[i] = one[0] as number;
  }
}

/** Folds the value at one row of a child into a single hash. */
function foldOne(child: Vector, row: number, h: Int32Array): void {
  if (child.validity !== null && child.validity[row] === 0) return;
  foldColumn(sliceOne(child, row), h, 1, false);
}

function sliceOne(v: Vector, row: number): Vector {
  switch (v.layout) {
    case 'bool':
    case 'int':
    case 'double':
      return { ...v, length: 1, validity: null, data: v.data.slice(row, row + 1) } as Vector;
    case 'long':
    case 'decimal':
    case 'binary':
    case 'interval':
    case 'object':
      return { ...v, length: 1, validity: null, data: v.data.slice(row, row + 1) } as Vector;
    case 'string':
      return { ...v, length: 1, validity: null, codes: new Int32Array(1), dictionary: [v.dictionary[v.codes[row] as number] as string] };
    case 'array':
    case 'map':
      return { ...v, length: 1, validity: null, offsets: v.offsets.slice(row, row + 2) };
    case 'struct':
      return {
        ...v,
        length: 1,
        validity: null,
        children: v.children.map((c) =>
          c.validity !== null && c.validity[row] === 0
            ? { layout: 'null', type: { kind: 'null' }, length: 1, validity: new Uint8Array(1) }
            : sliceOne(c, row),
        ),
      };
    case 'null':
      return v;
  }
}

/** Folds one column into the running hashes. */
function foldColumn(v: Vector, h: Int32Array, n: number, uniformSeed: boolean): void {
  const mask = v.validity;
  switch (v.layout) {
    case 'null':
      return;
    case 'bool':
    case 'int':
      return hashInts(v.data, mask, h, n);
    case 'long':
      return hashLongs(v.data, mask, h, n);
    case 'double':
      return hashDoubles(v, h, n);
    case 'decimal':
      return hashDecimals(v, h, n);
    case 'string':
      return hashStrings(v, h, n, uniformSeed);
    case 'binary':
      for (let i = 0; i < n; i++) {
        if (mask === null || mask[i] !== 0) h[i] = murmurBytes(v.data[i] as Uint8Array, h[i] as number);
      }
      return;
    case 'interval':
      for (let i = 0; i < n; i++) {
        if (mask === null || mask[i] !== 0) h[i] = hashInterval(v.data[i] as CalendarInterval, h[i] as number);
      }
      return;
    case 'struct':
      return foldStruct(v, h, n);
    case 'array':
    case 'map':
      return hashRanges(v, h, n);
    case 'object':
      throw new InternalError('an opaque value has no hash');
  }
}

function foldStruct(v: Vector & { layout: 'struct' }, h: Int32Array, n: number): void {
  const mask = v.validity;
  const before = mask === null ? null : h.slice(0, n);
  for (const child of v.children) foldColumn(child, h, n, false);
  if (mask === null || before === null) return;
  for (let i = 0; i < n; i++) if (mask[i] === 0) h[i] = before[i] as number;
}

/** `hash(columns…)` of each row: a null leaves the running hash as it is. */
export function hashColumns(vectors: readonly Vector[], n: number, seed = 42): Int32Array {
  return foldHashes(vectors, n, new Int32Array(n).fill(seed));
}

/** Folds the columns of each row into its running hash, in place. */
export function foldHashes(vectors: readonly Vector[], n: number, h: Int32Array): Int32Array {
  for (const [k, v] of vectors.entries()) foldColumn(v, h, n, k === 0);
  return h;
}
