/** Single cells. */
import { type CalendarInterval, Decimal, MapValue, StructValue } from '../types/index.ts';
import type { Value } from '../types/index.ts';
import type { Vector } from './vector.ts';

/** True if row i is null. */
export function isNullAt(v: Vector, i: number): boolean {
  return v.validity !== null && v.validity[i] === 0;
}

/** The value of row i in the form of `Value`; null where it is null. For a few cells, not for hot paths. */
export function valueAt(v: Vector, i: number): Value {
  if (v.validity !== null && v.validity[i] === 0) return null;
  switch (v.layout) {
    case 'bool':
      return v.data[i] === 1;
    case 'int':
    case 'double':
      return v.data[i] as number;
    case 'long':
      return BigInt(v.data[i] as number | bigint);
    case 'decimal':
      return new Decimal(BigInt(v.data[i] as number | bigint), v.type.scale);
    case 'string':
      return v.dictionary[v.codes[i] as number] as string;
    case 'binary':
      return v.data[i] as Uint8Array;
    case 'interval':
      return v.data[i] as CalendarInterval;
    case 'array':
      return rangeValues(v.child, v.offsets[i] as number, v.offsets[i + 1] as number);
    case 'map': {
      const entries: (readonly [Value, Value])[] = [];
      const end = v.offsets[i + 1] as number;
      for (let k = v.offsets[i] as number; k < end; k++) entries.push([valueAt(v.keys, k), valueAt(v.values, k)]);
      return new MapValue(entries);
    }
    case 'struct':
      return new StructValue(v.children.map((c) => valueAt(c, i)));
    case 'null':
      return null;
    case 'object':
      return v.data[i] as Value;
  }
}

function rangeValues(child: Vector, start: number, end: number): Value[] {
  const out: Value[] = [];
  for (let k = start; k < end; k++) out.push(valueAt(child, k));
  return out;
}

/** All values of a vector; for tests, results and small inputs. */
export function toValues(v: Vector): Value[] {
  return rangeValues(v, 0, v.length);
}
