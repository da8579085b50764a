/** Reading cells one by one at speed: a reader is made once for a vector and asks its layout no more. */
import { Decimal } from '../types/index.ts';
import type { Value } from '../types/index.ts';
import { valueAt } from './access.ts';
import type { Vector } from './vector.ts';

/** A function from a row to its value, null included. */
export function cellReader(v: Vector): (row: number) => Value {
  const { validity } = v;
  const read = validReader(v);
  return validity === null ? read : (i) => (validity[i] === 0 ? null : read(i));
}

/** As `cellReader`, for rows known to be valid. */
export function validReader(v: Vector): (row: number) => Value {
  switch (v.layout) {
    case 'bool': {
      const { data } = v;
      return (i) => data[i] === 1;
    }
    case 'int':
    case 'double': {
      const { data } = v;
      return (i) => data[i] as number;
    }
    case 'long': {
      const { data } = v;
      if (data instanceof BigInt64Array) return (i) => data[i] as bigint;
      return (i) => BigInt(data[i] as number);
    }
    case 'decimal': {
      const { data } = v;
      const { scale } = v.type;
      return (i) => new Decimal(BigInt(data[i] as number | bigint), scale);
    }
    case 'string': {
      const { codes, dictionary } = v;
      return (i) => dictionary[codes[i] as number] as string;
    }
    case 'binary': {
      const { data } = v;
      return (i) => data[i] as Uint8Array;
    }
    default:
      return (i) => valueAt(v, i);
  }
}
