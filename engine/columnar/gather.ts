/** Rows picked by index, and contiguous ranges. */
import type { DataType } from '../types/index.ts';
import { selectRanges } from './ranges.ts';
import type { Batch, Validity, Vector } from './vector.ts';

/** The mask of the picked rows; null when all are valid. */
export function gatherValidity(validity: Validity, indices: Int32Array): Validity {
  const n = indices.length;
  let i = 0;
  if (validity === null) {
    while (i < n && (indices[i] as number) >= 0) i++;
  } else {
    while (i < n && (indices[i] as number) >= 0 && validity[indices[i] as number] !== 0) i++;
  }
  if (i === n) return null;
  const out = new Uint8Array(n);
  if (validity === null) for (let k = 0; k < n; k++) out[k] = (indices[k] as number) >= 0 ? 1 : 0;
  else {
    for (let k = 0; k < n; k++) {
      const at = indices[k] as number;
      out[k] = at >= 0 ? (validity[at] as number) : 0;
    }
  }
  return out;
}

export function pickInt(data: Int32Array, indices: Int32Array): Int32Array {
  const n = indices.length;
  const out = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const at = indices[i] as number;
    if (at >= 0) out[i] = data[at] as number;
  }
  return out;
}

export function pickFloat(data: Float64Array, indices: Int32Array): Float64Array {
  const n = indices.length;
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const at = indices[i] as number;
    if (at >= 0) out[i] = data[at] as number;
  }
  return out;
}

export function pickBytes(data: Uint8Array, indices: Int32Array): Uint8Array {
  const n = indices.length;
  const out = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const at = indices[i] as number;
    if (at >= 0) out[i] = data[at] as number;
  }
  return out;
}

export function pickBigInt(data: BigInt64Array, indices: Int32Array): BigInt64Array {
  const n = indices.length;
  const out = new BigInt64Array(n);
  for (let i = 0; i < n; i++) {
    const at = indices[i] as number;
    if (at >= 0) out[i] = data[at] as bigint;
  }
  return out;
}

function pickItems<T>(data: readonly T[], indices: Int32Array, filler: T): T[] {
  const n = indices.length;
  const out: T[] = new Array(n);
  for (let i = 0; i < n; i++) {
    const at = indices[i] as number;
    out[i] = at >= 0 ? (data[at] as T) : filler;
  }
  return out;
}

/** Row i of the result is row `indices[i]` of the input; index -1 gives null. */
export function gather(v: Vector, indices: Int32Array): Vector {
  const length = indices.length;
  const validity = gatherValidity(v.validity, indices);
  switch (v.layout) {
    case 'bool':
      return { ...v, length, validity, data: pickBytes(v.data, indices) };
    case 'int':
      return { ...v, length, validity, data: pickInt(v.data, indices) };
    case 'double':
      return { ...v, length, validity, data: pickFloat(v.data, indices) };
    case 'long':
      return {
        ...v,
        length,
        validity,
        data: v.data instanceof Float64Array ? pickFloat(v.data, indices) : pickBigInt(v.data, indices),
      };
    case 'decimal':
      return {
        ...v,
        length,
        validity,
        data: v.data instanceof Float64Array ? pickFloat(v.data, indices) : pickItems(v.data, indices, 0n),
      };
    case 'string':
      return { ...v, length, validity, codes: pickInt(v.codes, indices) };
    case 'binary':
      return { ...v, length, validity, data: pickItems(v.data, indices, new Uint8Array(0)) };
    case 'interval':
      return { ...v, length, validity, data: pickItems(v.data, indices, null as never) };
    case 'object':
      return { ...v, length, validity, data: pickItems(v.data, indices, null) };
    case 'array': {
      const picked = selectRanges(v.offsets, v.validity, indices);
      return { ...v, length, validity, offsets: picked.offsets, child: gather(v.child, picked.indices) };
    }
    case 'map': {
      const { offsets, indices: inner } = selectRanges(v.offsets, v.validity, indices);
      return { ...v, length, validity, offsets, keys: gather(v.keys, inner), values: gather(v.values, inner) };
    }
    case 'struct':
      return { ...v, length, validity, children: v.children.map((c) => gather(c, indices)) };
    case 'null':
      return { ...v, length, validity: new Uint8Array(length) };
  }
}

/** Rows [start, end); buffers are shared, not copied. */
export function slice(v: Vector, start: number, end: number): Vector {
  const length = end - start;
  if (start === 0 && length === v.length) return v;
  const validity = v.validity === null ? null : v.validity.subarray(start, end);
  switch (v.layout) {
    case 'bool':
      return { ...v, length, validity, data: v.data.subarray(start, end) };
    case 'int':
      return { ...v, length, validity, data: v.data.subarray(start, end) };
    case 'double':
      return { ...v, length, validity, data: v.data.subarray(start, end) };
    case 'long':
      return { ...v, length, validity, data: v.data.subarray(start, end) };
    case 'decimal':
      return {
        ...v,
        length,
        validity,
        data: v.data instanceof Float64Array ? v.data.subarray(start, end) : v.data.slice(start, end),
      };
    case 'string':
      return { ...v, length, validity, codes: v.codes.subarray(start, end) };
    case 'binary':
      return { ...v, length, validity, data: v.data.slice(start, end) };
    case 'interval':
      return { ...v, length, validity, data: v.data.slice(start, end) };
    case 'object':
      return { ...v, length, validity, data: v.data.slice(start, end) };
    case 'array':
      return { ...v, length, validity, offsets: v.offsets.subarray(start, end + 1) };
    case 'map':
      return { ...v, length, validity, offsets: v.offsets.subarray(start, end + 1) };
    case 'struct':
      return { ...v, length, validity, children: v.children.map((c) => slice(c, start, end)) };
    case 'null':
      return { ...v, length, validity: new Uint8Array(length) };
  }
}

export function gatherBatch(batch: Batch, indices: Int32Array): Batch {
  return { length: indices.length, columns: batch.columns.map((c) => gather(c, indices)) };
}

export function sliceBatch(batch: Batch, start: number, end: number): Batch {
  return { length: end - start, columns: batch.columns.map((c) => slice(c, start, end)) };
}

/** A vector of the same rows under another type of the same layout (a renamed struct, other nullability). */
export function withType(v: Vector, type: DataType): Vector {
  return v.type === type ? v : ({ ...v, type } as Vector);
}
