/** Columns put one below the other. */
import type { DataType } from '../types/index.ts';
import { nullVector } from './constant.ts';
import { gather, slice } from './gather.ts';
import type {
  ArrayVector,
  DecimalVector,
  LongVector,
  MapVector,
  StringVector,
  StructVector,
  Validity,
  Vector,
} from './vector.ts';

function concatValidity(vectors: readonly Vector[], length: number): Validity {
  if (vectors.every((v) => v.validity === null)) return null;
  if (vectors.every((v) => v.validity !== null)) return concatTyped(Uint8Array, vectors.map((v) => v.validity as Uint8Array), length);
  const out = new Uint8Array(length);
  let at = 0;
  for (const v of vectors) {
    if (v.validity === null) out.fill(1, at, at + v.length);
    else out.set(v.validity, at);
    at += v.length;
  }
  return out;
}

type Numbers = Uint8Array | Int32Array | Float64Array;

/** Parts that lie one behind the other in memory, as slices of one column do, are not copied. */
function concatTyped<T extends Numbers>(array: new (source: ArrayBufferLike | number, offset?: number, length?: number) => T, parts: readonly T[], length: number): T {
  const first = parts[0];
  if (first !== undefined && areAdjacent(parts)) return new array(first.buffer, first.byteOffset, length);
  const out = new array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part as never, at);
    at += part.length;
  }
  return out;
}

type Flat = Numbers | BigInt64Array;

function areAdjacent(parts: readonly Flat[]): boolean {
  return parts.every((p, i) => i === 0 || follows(parts[i - 1] as Flat, p));
}

/** True if `concat` of the vectors copies nothing, for they are neighbouring slices of one column. */
export function areSlices(vectors: readonly Vector[]): boolean {
  const [first] = vectors;
  if (first === undefined || vectors.length === 1) return true;
  const masks = vectors.map((v) => v.validity);
  if (masks.some((m) => m !== null) && !(masks.every((m) => m !== null) && areAdjacent(masks as Uint8Array[]))) return false;
  switch (first.layout) {
    case 'bool':
    case 'int':
    case 'double':
      return areAdjacent(dataOf<Flat>(vectors));
    case 'long':
      return vectors.every((v) => (v as LongVector).data.constructor === first.data.constructor) && areAdjacent(dataOf<Flat>(vectors));
    case 'string':
      return vectors.every((v) => (v as StringVector).dictionary === first.dictionary) && areAdjacent(vectors.map((v) => (v as StringVector).codes));
    default:
      return false;
  }
}

function follows(a: Flat, b: Flat): boolean {
  return a.buffer === b.buffer && a.byteOffset + a.byteLength === b.byteOffset;
}

/** A long column as 64-bit integers, whatever it holds. Null rows become 0. */
export function toBigInt64(v: LongVector): BigInt64Array {
  if (v.data instanceof BigInt64Array) return v.data;
  const { data, validity, length } = v;
  const out = new BigInt64Array(length);
  for (let i = 0; i < length; i++) {
    if (validity === null || validity[i] !== 0) out[i] = BigInt(data[i] as number);
  }
  return out;
}

/** Unscaled values of a decimal column as bigints. Null rows become 0n. */
export function toBigInts(v: DecimalVector): readonly bigint[] {
  if (!(v.data instanceof Float64Array)) return v.data;
  const { data, validity, length } = v;
  const out: bigint[] = new Array(length);
  for (let i = 0; i < length; i++) out[i] = validity === null || validity[i] !== 0 ? BigInt(data[i] as number) : 0n;
  return out;
}

function concatLong(vectors: readonly LongVector[], length: number): Float64Array | BigInt64Array {
  if (vectors.every((v) => v.data instanceof Float64Array)) {
    return concatTyped(Float64Array, vectors.map((v) => v.data as Float64Array), length);
  }
  const parts = vectors.map(toBigInt64);
  const [only] = parts;
  if (only !== undefined && areAdjacent(parts)) return new BigInt64Array(only.buffer, only.byteOffset, length);
  const out = new BigInt64Array(length);
  let at = 0;
  for (const v of parts) {
    out.set(v, at);
    at += v.length;
  }
  return out;
}

function concatDecimal(vectors: readonly DecimalVector[], length: number): Float64Array | readonly bigint[] {
  if (vectors.every((v) => v.data instanceof Float64Array)) {
    return concatTyped(Float64Array, vectors.map((v) => v.data as Float64Array), length);
  }
  return vectors.flatMap((v) => toBigInts(v));
}

/** One dictionary for several: entries are merged by value, codes renumbered. */
function concatStrings(vectors: readonly StringVector[], length: number): Pick<StringVector, 'codes' | 'dictionary' | 'distinct'> {
  const first = vectors[0] as StringVector;
  if (vectors.every((v) => v.dictionary === first.dictionary)) {
    const shared = concatTyped(Int32Array, vectors.map((v) => v.codes), length);
    return { codes: shared, dictionary: first.dictionary, distinct: first.distinct };
  }
  const codes = new Int32Array(length);
  const dictionary: string[] = [];
  const index = new Map<string, number>();
  let at = 0;
  for (const v of vectors) {
    const own = v.codes;
    const map = new Int32Array(v.dictionary.length).fill(-1);
    for (let i = 0; i < v.length; i++) {
      if (v.validity !== null && v.validity[i] === 0) continue;
      const from = own[i] as number;
      let code = map[from] as number;
      if (code < 0) {
        const text = v.dictionary[from] as string;
        code = index.get(text) ?? -1;
        if (code < 0) {
          code = dictionary.push(text) - 1;
          index.set(text, code);
        }
        map[from] = code;
      }
      codes[at + i] = code;
    }
    at += v.length;
  }
  if (dictionary.length === 0) dictionary.push('');
  return { codes, dictionary, distinct: true };
}

/** Offsets as if the children stood one below the other; each child is cut to the part in use. */
function concatOffsets(vectors: readonly (ArrayVector | MapVector)[], length: number): Int32Array {
  const out = new Int32Array(length + 1);
  let row = 0;
  let base = 0;
  for (const v of vectors) {
    const start = v.offsets[0] as number;
    for (let i = 0; i < v.length; i++) out[row + i + 1] = base + (v.offsets[i + 1] as number) - start;
    row += v.length;
    base += (v.offsets[v.length] as number) - start;
  }
  return out;
}

function used(v: ArrayVector | MapVector, child: Vector): Vector {
  return slice(child, v.offsets[0] as number, v.offsets[v.length] as number);
}

function dataOf<T>(parts: readonly Vector[]): T[] {
  return parts.map((v) => (v as { readonly data: unknown }).data as T);
}

/** All rows of the vectors in order, as one vector of the given type (their common type). */
export function concat(type: DataType, vectors: readonly Vector[]): Vector {
  const parts = vectors.filter((v) => v.length > 0);
  if (parts.length === 0) return vectors[0] ?? nullVector(type, 0);
  if (parts.length === 1) return parts[0] as Vector;
  const length = parts.reduce((sum, v) => sum + v.length, 0);
  const validity = concatValidity(parts, length);
  const first = parts[0] as Vector;
  switch (first.layout) {
    case 'bool':
      return { ...first, length, validity, data: concatTyped(Uint8Array, dataOf<Uint8Array>(parts), length) };
    case 'int':
      return { ...first, length, validity, data: concatTyped(Int32Array, dataOf<Int32Array>(parts), length) };
    case 'double':
      return { ...first, length, validity, data: concatTyped(Float64Array, dataOf<Float64Array>(parts), length) };
    case 'long':
      return { ...first, length, validity, data: concatLong(parts as readonly LongVector[], length) };
    case 'decimal':
      return { ...first, length, validity, data: concatDecimal(parts as readonly DecimalVector[], length) };
    case 'string':
      return { ...first, length, validity, ...concatStrings(parts as readonly StringVector[], length) };
    case 'binary':
    case 'interval':
    case 'object':
      return { ...first, length, validity, data: dataOf<readonly unknown[]>(parts).flat(1) } as Vector;
    case 'null':
      return { ...first, length, validity: new Uint8Array(length) };
    default:
      return concatNested(first, parts, length, validity);
  }
}

function concatNested(first: ArrayVector | MapVector | StructVector, parts: readonly Vector[], length: number, validity: Validity): Vector {
  switch (first.layout) {
    case 'array': {
      const lists = parts as readonly ArrayVector[];
      const child = concat(first.type.element, lists.map((v) => used(v, v.child)));
      return { ...first, length, validity, offsets: concatOffsets(lists, length), child };
    }
    case 'map': {
      const maps = parts as readonly MapVector[];
      return {
        ...first,
        length,
        validity,
        offsets: concatOffsets(maps, length),
        keys: concat(first.type.key, maps.map((v) => used(v, v.keys))),
        values: concat(first.type.value, maps.map((v) => used(v, v.values))),
      };
    }
    case 'struct': {
      const structs = parts as readonly StructVector[];
      const children = first.children.map((_, i) =>
        concat((first.type.fields[i] as { type: DataType }).type, structs.map((v) => v.children[i] as Vector)),
      );
      return { ...first, length, validity, children };
    }
  }
}

/** Row i of the result is row `rows[i]` of vector `which[i]`. Vectors share one type. */
export function interleave(type: DataType, vectors: readonly Vector[], which: Uint8Array | Int32Array, rows: Int32Array): Vector {
  const starts = new Int32Array(vectors.length + 1);
  for (let i = 0; i < vectors.length; i++) starts[i + 1] = (starts[i] as number) + (vectors[i] as Vector).length;
  const indices = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) indices[i] = (starts[which[i] as number] as number) + (rows[i] as number);
  return gather(concat(type, vectors), indices);
}
