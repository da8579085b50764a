/** A key for JavaScript's Map that is equal for equal values only: the value itself where it may be, else a text. */
import { keyText } from '../columnar/index.ts';
import type { DataType, Decimal, Value } from '../types/index.ts';

export type ValueKey = string | number | bigint | boolean;

/** The key function of a type; values must not be null. -0.0 counts as 0.0, NaN equals NaN. */
export function valueKey(type: DataType): (x: Value) => ValueKey {
  switch (type.kind) {
    case 'float':
    case 'double':
      return (x) => (x as number) + 0;
    case 'decimal':
      return (x) => (x as Decimal).unscaled;
    case 'binary':
    case 'array':
    case 'map':
    case 'struct':
    case 'calendar_interval':
    case 'variant':
      return (x) => keyText(type, x);
    default:
      return (x) => x as ValueKey;
  }
}
