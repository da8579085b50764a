import { castForcesNull, castValue, IntegerType } from '../../types/index.ts';
import type { ArgumentInfo } from '../define.ts';

/** A place as Spark takes it from a number of whatever width: by its last 32 bits. */
export function placeOf(number: number | bigint): number {
  return typeof number === 'bigint' ? Number(BigInt.asIntN(32, number)) : number | 0;
}

/**
 * The place that a constant says, cast to INT as the functions take it; undefined where it is none, or may be null. Spark
 * works it out while it looks whether the item may be null, so what that raises is raised by the analyzer.
 */
export function constantPlace({ foldable, nullable, type, literal, failure, legacy }: ArgumentInfo): number | undefined {
  if (!foldable || nullable || castForcesNull(type, IntegerType)) return undefined;
  if (failure !== undefined) throw failure;
  if (literal === undefined || literal === null) return undefined;
  return castValue(literal, type, IntegerType, legacy === true ? 'legacy' : 'ansi', { timeZone: 'UTC' }) as number;
}

/**
 * Whether an item of an array may be null, as Spark has it: at a constant place it may, but for one of `array(…)` that
 * is not null itself; elsewhere, if places out of bounds raise (`strict`), only where the array has nulls, whether the
 * place is null or not. `first`: of the places.
 */
export function itemNullable(array: ArgumentInfo, at: number | undefined, first: 0 | 1, strict: boolean): boolean {
  const containsNull = array.type.kind !== 'array' || array.type.containsNull;
  if (at === undefined) return !strict || array.nullable || containsNull;
  const items = array.nullableItems ?? [];
  return items[first === 1 && at < 0 ? items.length + at : at - first] ?? true;
}
