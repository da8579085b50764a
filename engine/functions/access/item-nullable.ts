import { castForcesNull, IntegerType } from '../../types/index.ts';
import type { ArgumentInfo } from '../define.ts';

/**
 * Whether an item of an array may be null, as Spark has it: at a constant place it may, but for one of `array(…)` that
 * is not null itself; elsewhere, if places out of bounds raise (`strict`), only where the array has nulls, whether the
 * place is null or not. `first`: of the places.
 */
export function itemNullable(array: ArgumentInfo, place: ArgumentInfo, first: 0 | 1, strict: boolean): boolean {
  const isKnown = place.foldable && !place.nullable && !castForcesNull(place.type, IntegerType);
  const at = isKnown && place.literal !== undefined && place.literal !== null ? Number(place.literal) : undefined;
  const containsNull = array.type.kind !== 'array' || array.type.containsNull;
  if (at === undefined) return !strict || array.nullable || containsNull;
  const items = array.nullableItems ?? [];
  return items[first === 1 && at < 0 ? items.length + at : at - first] ?? true;
}
