import { CalendarInterval, Decimal, MapValue, StructValue } from '../types/index.ts';
import type { DataType, Value } from '../types/index.ts';

/** Some value of a type that is not null (Spark's `Literal.default`): zero, the empty string, an empty list. */
export function defaultValue(t: DataType): Value {
  switch (t.kind) {
    case 'null':
    case 'variant':
      return null;
    case 'boolean':
      return false;
    case 'string':
    case 'char':
    case 'varchar':
      return '';
    case 'binary':
      return new Uint8Array(0);
    case 'long':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'time':
    case 'daytime_interval':
      return 0n;
    case 'decimal':
      return new Decimal(0n, t.scale);
    case 'calendar_interval':
      return new CalendarInterval(0, 0, 0n);
    case 'array':
      return [];
    case 'map':
      return new MapValue([]);
    case 'struct':
      return new StructValue(t.fields.map((f) => defaultValue(f.type)));
    default:
      return 0;
  }
}
