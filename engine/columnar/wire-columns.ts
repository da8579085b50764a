/** Whole columns to and from wire values: results, plans' rows, and what user functions take and give. */
import { decodeWire, encodeWire } from '../types/index.ts';
import type { DataType } from '../types/index.ts';
import { cellReader } from './cells.ts';
import { createBuilder } from './builders.ts';
import type { Vector } from './vector.ts';

type Wire = ReturnType<typeof encodeWire>;

/** The wire values of a column. */
export function encodeColumn(v: Vector): Wire[] {
  const { length, validity } = v;
  const out: Wire[] = new Array(length);
  const isNull = (i: number): boolean => validity !== null && validity[i] === 0;
  switch (v.layout) {
    case 'bool':
      for (let i = 0; i < length; i++) out[i] = isNull(i) ? null : v.data[i] === 1;
      return out;
    case 'int':
      for (let i = 0; i < length; i++) out[i] = isNull(i) ? null : (v.data[i] as number);
      return out;
    case 'string':
      for (let i = 0; i < length; i++) out[i] = isNull(i) ? null : (v.dictionary[v.codes[i] as number] as string);
      return out;
    case 'long': {
      if (!(v.data instanceof Float64Array) || v.type.kind === 'timestamp' || v.type.kind === 'timestamp_ntz') break;
      for (let i = 0; i < length; i++) out[i] = isNull(i) ? null : (v.data[i] as number);
      return out;
    }
    case 'double':
      for (let i = 0; i < length; i++) {
        const x = v.data[i] as number;
        out[i] = isNull(i) ? null : Number.isFinite(x) && x !== 0 ? x : encodeWire(v.type, x);
      }
      return out;
  }
  const read = cellReader(v);
  for (let i = 0; i < length; i++) out[i] = encodeWire(v.type, read(i));
  return out;
}

/** A column of the given type from wire values. An ill-formed value raises InternalError. */
export function decodeColumn(type: DataType, values: readonly unknown[]): Vector {
  const builder = createBuilder(type, values.length);
  for (let i = 0; i < values.length; i++) builder.append(decodeWire(type, values[i]));
  return builder.finish();
}
