/** Columns of one repeated value. Their arrays are made when somebody reads them: mostly nobody does. */
import type { DataType, Value } from '../types/index.ts';
import { vectorOf } from './builders.ts';
import { gather } from './gather.ts';
import { once } from './once.ts';
import type { Vector } from './vector.ts';

const CONSTANTS = new WeakMap<Vector, { readonly value: Value }>();

/** The value that all rows of a column are known to have; undefined if that is not known. */
export function constantOf(v: Vector): { readonly value: Value } | undefined {
  return CONSTANTS.get(v);
}

/** n rows of one value. */
export function constantVector(type: DataType, value: Value, n: number): Vector {
  const made = value === null ? nullVector(type, n) : repeated(type, value, n);
  CONSTANTS.set(made, { value });
  return made;
}

function repeated(type: DataType, value: Exclude<Value, null>, n: number): Vector {
  const validity = null;
  switch (type.kind) {
    case 'boolean': {
      const data = once(() => new Uint8Array(n).fill(value === true ? 1 : 0));
      return { layout: 'bool', type, length: n, validity, get data() { return data(); } };
    }
    case 'byte':
    case 'short':
    case 'integer':
    case 'date':
    case 'yearmonth_interval': {
      const data = once(() => new Int32Array(n).fill(value as number));
      return { layout: 'int', type: type as never, length: n, validity, get data() { return data(); } };
    }
    case 'float':
    case 'double': {
      const data = once(() => new Float64Array(n).fill(value as number));
      return { layout: 'double', type, length: n, validity, get data() { return data(); } };
    }
    case 'long':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'daytime_interval': {
      const one = vectorOf(type, [value]);
      if (one.layout !== 'long') return gather(one, new Int32Array(n));
      const [x] = one.data;
      const data = once(() => (typeof x === 'bigint' ? new BigInt64Array(n).fill(x) : new Float64Array(n).fill(x as number)));
      return { layout: 'long', type: type as never, length: n, validity, get data() { return data(); } };
    }
    case 'string':
    case 'char':
    case 'varchar': {
      const codes = once(() => new Int32Array(n));
      return { layout: 'string', type: type as never, length: n, validity, dictionary: [value as string], distinct: true, get codes() { return codes(); } };
    }
    default:
      return gather(vectorOf(type, [value]), new Int32Array(n));
  }
}

/** n nulls of the given type. */
export function nullVector(type: DataType, n: number): Vector {
  return gather(vectorOf(type, []), new Int32Array(n).fill(-1));
}
