/**
 * One key column to dense codes, batch after batch: equal values get equal codes, in order of first appearance; null
 * is a value like any other, -0.0 is 0.0 and every NaN is one. `find` gives -1 for values not seen by `assign`.
 */
import { InternalError } from '../core/index.ts';
import type { DataType } from '../types/index.ts';
import { valueAt } from './access.ts';
import { BaseEncoder } from './base-encoder.ts';
import type { KeyEncoder } from './base-encoder.ts';
import { toBigInt64 } from './concat.ts';
import { keyText } from './key-text.ts';
import { Float64KeyTable } from './float-key-table.ts';
import { Int32Codes } from './int32-codes.ts';
import { PairKeyTable } from './key-table.ts';
import { giveBack, takeFloat64, takeInt32 } from './scratch.ts';
import { StructEncoder } from './struct-encoder.ts';
import type { DecimalVector, IntVector, LongVector, StringVector, Validity, Vector } from './vector.ts';

class IntEncoder extends BaseEncoder {
  protected readonly codes = new Int32Codes();
  protected get innerSize(): number {
    return this.codes.size;
  }
  protected inner(v: Vector, mask: Validity, out: Int32Array, n: number, add: boolean): void {
    if (v.layout === 'bool') this.codes.run(new Int32Array(v.data), mask, out, n, add);
    else if (v.layout === 'int') this.codes.run(v.data, mask, out, n, add);
    else throw new InternalError(`an integer key came as ${v.layout}`);
  }
}

/** Integers but booleans, which have a layout of their own: the values are had back without looking at rows again. */
class PlainIntEncoder extends IntEncoder {
  constructor(private readonly type: IntVector['type']) {
    super();
  }

  keys(): IntVector {
    const { size, nullCode, type } = this;
    const values = this.codes.values();
    if (nullCode < 0) return { layout: 'int', type, length: size, validity: null, data: values };
    const data = new Int32Array(size);
    data.set(values.subarray(0, nullCode));
    data.set(values.subarray(nullCode), nullCode + 1);
    const validity = new Uint8Array(size).fill(1);
    validity[nullCode] = 0;
    return { layout: 'int', type, length: size, validity, data };
  }
}

/** Words of 64-bit integers; low word first. */
function words64(data: BigInt64Array | Float64Array): Int32Array {
  return new Int32Array(data.buffer, data.byteOffset, data.length * 2);
}

/** Safe integers as 32-bit ones, in an array to be given back; null if one does not fit. */
export function narrowToInt32(data: Float64Array, mask: Validity, n: number): Int32Array | null {
  const out = takeInt32(n);
  for (let i = 0; i < n; i++) {
    const x = data[i] as number;
    const y = x | 0;
    if (y !== x && (mask === null || mask[i] !== 0)) {
      giveBack(out);
      return null;
    }
    out[i] = y;
  }
  return out;
}

/** longs and narrow decimals: as 32-bit integers while they fit, then as safe integers, then as pairs of words. */
class LongEncoder extends BaseEncoder {
  private codes: Int32Codes | Float64KeyTable | PairKeyTable = new Int32Codes();

  protected get innerSize(): number {
    return this.codes.size;
  }

  protected inner(v: Vector, mask: Validity, out: Int32Array, n: number, add: boolean): void {
    const { data } = v as LongVector | DecimalVector;
    if (this.codes instanceof Int32Codes) {
      const ints = data instanceof Float64Array ? narrowToInt32(data, mask, n) : null;
      if (ints !== null) {
        this.codes.run(ints, mask, out, n, add);
        giveBack(ints);
        return;
      }
      this.codes = toFloat64(this.codes.values(), n);
    }
    if (this.codes instanceof Float64KeyTable) {
      if (data instanceof Float64Array) {
        if (add) this.codes.assign(data, mask, out, n);
        else this.codes.find(data, mask, out, n);
        return;
      }
      this.codes = toPairs(this.codes.values(), n);
    }
    const words = words64(wide(v));
    const high = words.subarray(1);
    if (add) this.codes.assign(words, high, 2, mask, out, n);
    else this.codes.find(words, high, 2, mask, out, n);
  }
}

function toFloat64(values: Int32Array, expected: number): Float64KeyTable {
  const known = values.length;
  const table = new Float64KeyTable(Math.max(known, expected >> 4));
  table.assign(Float64Array.from(values), null, new Int32Array(known), known);
  return table;
}

function toPairs(values: Float64Array, expected: number): PairKeyTable {
  const known = values.length;
  const table = new PairKeyTable(Math.max(known, expected >> 4));
  const words = words64(BigInt64Array.from(values, BigInt));
  table.assign(words, words.subarray(1), 2, null, new Int32Array(known), known);
  return table;
}

/** The values as 64-bit integers; decimals beyond 64 bits never come here. */
function wide(v: Vector): BigInt64Array {
  if (v.layout === 'long') return toBigInt64(v);
  const { data, length, validity } = v as DecimalVector;
  const out = new BigInt64Array(length);
  for (let i = 0; i < length; i++) {
    if (validity === null || validity[i] !== 0) out[i] = BigInt(data[i] as number | bigint);
  }
  return out;
}

class DoubleEncoder extends BaseEncoder {
  private readonly pairs = new PairKeyTable();
  protected get innerSize(): number {
    return this.pairs.size;
  }
  protected inner(v: Vector, mask: Validity, out: Int32Array, n: number, add: boolean): void {
    if (v.layout !== 'double') throw new InternalError(`a floating-point key came as ${v.layout}`);
    const { data } = v;
    const normal = takeFloat64(n);
    for (let i = 0; i < n; i++) {
      const x = (data[i] as number) + 0;
      normal[i] = x === x ? x : Number.NaN;
    }
    const words = words64(normal);
    const high = words.subarray(1);
    if (add) this.pairs.assign(words, high, 2, mask, out, n);
    else this.pairs.find(words, high, 2, mask, out, n);
    giveBack(normal);
  }
}

/** Strings: the dictionary's entries are looked up once each, rows only by code. */
class StringEncoder extends BaseEncoder {
  private readonly texts: string[] = [];
  private index: Map<string, number> | null = null;
  private dictionary: readonly string[] | null = null;
  private byEntry = new Int32Array(0);
  protected get innerSize(): number {
    return this.texts.length;
  }

  protected inner(v: Vector, mask: Validity, out: Int32Array, n: number, add: boolean): void {
    if (v.layout !== 'string') throw new InternalError(`a string key came as ${v.layout}`);
    this.turnTo(v);
    const { codes, dictionary } = v;
    const { byEntry } = this;
    for (let i = 0; i < n; i++) {
      if (mask !== null && mask[i] === 0) continue;
      const entry = codes[i] as number;
      let code = byEntry[entry] as number;
      if (code < 0) {
        code = this.resolve(dictionary[entry] as string, add);
        if (code >= 0) byEntry[entry] = code;
      }
      out[i] = code;
    }
  }

  /** Another dictionary: what is known of its entries starts anew, by text. */
  private turnTo(v: StringVector): void {
    if (v.dictionary === this.dictionary && v.dictionary.length === this.byEntry.length) return;
    if (this.dictionary !== null || !v.distinct) this.buildIndex();
    this.dictionary = v.dictionary;
    this.byEntry = new Int32Array(v.dictionary.length).fill(-1);
  }

  private buildIndex(): void {
    if (this.index !== null) return;
    this.index = new Map(this.texts.map((text, code) => [text, code]));
  }

  private resolve(text: string, add: boolean): number {
    const known = this.index?.get(text);
    if (known !== undefined) return known;
    if (!add) return -1;
    const code = this.texts.push(text) - 1;
    this.index?.set(text, code);
    return code;
  }
}

/** Everything else: a text that tells values apart. */
class TextEncoder implements KeyEncoder {
  private readonly codes = new Map<string, number>();
  constructor(private readonly type: DataType) {}
  get size(): number {
    return this.codes.size;
  }
  assign(v: Vector, n: number): Int32Array {
    return this.run(v, n, true);
  }
  find(v: Vector, n: number): Int32Array {
    return this.run(v, n, false);
  }
  private run(v: Vector, n: number, add: boolean): Int32Array {
    const out = new Int32Array(n);
    for (let i = 0; i < n; i++) {
      const text = keyText(this.type, valueAt(v, i));
      let code = this.codes.get(text);
      if (code === undefined) {
        code = add ? this.codes.size : -1;
        if (add) this.codes.set(text, code);
      }
      out[i] = code;
    }
    return out;
  }
}

/** Digits of which any unscaled value fits 64 bits. */
const INT64_DECIMAL_DIGITS = 18;

/** The encoder for keys of a type. */
export function createKeyEncoder(type: DataType): KeyEncoder {
  switch (type.kind) {
    case 'boolean':
      return new IntEncoder();
    case 'byte':
    case 'short':
    case 'integer':
    case 'date':
    case 'yearmonth_interval':
      return new PlainIntEncoder(type);
    case 'long':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'time':
    case 'daytime_interval':
      return new LongEncoder();
    case 'float':
    case 'double':
      return new DoubleEncoder();
    case 'string':
    case 'char':
    case 'varchar':
      return new StringEncoder();
    case 'decimal':
      return type.precision <= INT64_DECIMAL_DIGITS ? new LongEncoder() : new TextEncoder(type);
    case 'struct':
      return type.fields.length > 0 ? new StructEncoder(type, createKeyEncoder) : new TextEncoder(type);
    default:
      return new TextEncoder(type);
  }
}
