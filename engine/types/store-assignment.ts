import { isDatetime, isNested, isNumeric, isString } from './coercion.ts';
import { sameType } from './data-type.ts';
import type { DataType } from './data-type.ts';

/** Which types a table's column takes, and a field of `df.to(schema)` (`Cast.canANSIStoreAssign`): numbers as numbers, anything as text, text as nothing else. */
export function canStoreAs(from: DataType, to: DataType): boolean {
  if (from.kind === 'null') return true;
  if (from.kind === 'array' && to.kind === 'array') return (!from.containsNull || to.containsNull) && canStoreAs(from.element, to.element);
  if (from.kind === 'map' && to.kind === 'map') return canStoreAs(from.key, to.key) && canStoreAs(from.value, to.value);
  if (from.kind === 'struct' && to.kind === 'struct') {
    return from.fields.length === to.fields.length && from.fields.every((f, i) => canStoreAs(f.type, (to.fields[i] as typeof f).type));
  }
  if (isNested(from) || isNested(to)) return false;
  if (isNumeric(from) && isNumeric(to)) return true;
  if (isString(to)) return from.kind !== 'calendar_interval';
  if (isDatetime(from) && isDatetime(to)) return true;
  return sameType(from, to) || (from.kind === 'time' && to.kind === 'time');
}
