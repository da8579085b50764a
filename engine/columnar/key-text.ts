/** A text that is equal for equal values and only for them, for keys of nested and rare types. */
import { encodeVariant } from '../types/index.ts';
import type { CalendarInterval, DataType, Decimal, MapValue, StructValue, Value, VariantValue } from '../types/index.ts';

/** Every part says how long it is or ends in a character it cannot hold, so that no two values share a text. */
export function keyText(type: DataType, value: Value): string {
  if (value === null) return 'n';
  switch (type.kind) {
    case 'float':
    case 'double':
      return `${(value as number) + 0};`;
    case 'string':
    case 'char':
    case 'varchar':
      return `${(value as string).length}:${value as string}`;
    case 'binary':
      return `${(value as Uint8Array).length}:${Array.from(value as Uint8Array).join(',')}`;
    case 'decimal':
      return `${(value as Decimal).unscaled};`;
    case 'calendar_interval': {
      const v = value as CalendarInterval;
      return `${v.months},${v.days},${v.microseconds};`;
    }
    case 'array':
      return `[${(value as readonly Value[]).map((v) => keyText(type.element, v)).join('')}]`;
    case 'struct':
      return `(${type.fields.map((f, i) => keyText(f.type, (value as StructValue).values[i] ?? null)).join('')})`;
    case 'map': {
      const entries = (value as MapValue).entries.map(([k, v]) => keyText(type.key, k) + keyText(type.value, v));
      return `{${entries.length}:${entries.sort().join('')}}`;
    }
    case 'variant': {
      const { value: bytes, metadata } = encodeVariant(value as VariantValue);
      return `${bytes.length}:${bytes.join(',')}|${metadata.length}:${metadata.join(',')}`;
    }
    default:
      return `${String(value)};`;
  }
}
