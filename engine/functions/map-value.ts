/** Maps are built here: keys are not null and come once (Spark's `ArrayBasedMapBuilder`). */
import { SparkError } from '../core/index.ts';
import { MapValue, quotedSqlType, someType } from '../types/index.ts';
import type { DataType, Value } from '../types/index.ts';
import type { ArgumentInfo, CallContext } from './define.ts';
import { mismatch } from './typing.ts';
import { internalText } from './record-text.ts';
import { valueKey } from './value-key.ts';
import type { ValueKey } from './value-key.ts';

export function nullMapKey(): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'NULL_MAP_KEY',
    sqlState: '2200E',
    parameters: {},
    sentence: 'A map key must not be NULL.',
  });
}

function duplicateKey(key: string): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'DUPLICATED_MAP_KEY',
    sqlState: '23505',
    parameters: { key, mapKeyDedupPolicy: '"spark.sql.mapKeyDedupPolicy"' },
    sentence: `The key ${key} comes twice in the map. Remove one of them, or set spark.sql.mapKeyDedupPolicy to LAST_WIN to keep the last.`,
  });
}

/**
 * A map of the entries. A key that comes twice raises DUPLICATED_MAP_KEY, or takes the last value where the policy
 * LAST_WIN is set; a null key raises NULL_MAP_KEY. Zeros lose their sign.
 */
export function buildMap(entries: Iterable<readonly [Value, Value]>, keyType: DataType, ctx: CallContext): MapValue {
  const keyOf = valueKey(keyType);
  const places = new Map<ValueKey, number>();
  const out: (readonly [Value, Value])[] = [];
  for (const [key, value] of entries) {
    if (key === null) throw nullMapKey();
    const k = keyOf(key);
    const at = places.get(k);
    const entry = [key === 0 ? 0 : key, value] as const;
    if (at === undefined) {
      places.set(k, out.length);
      out.push(entry);
    } else if (ctx.conf('spark.sql.mapKeyDedupPolicy')?.toUpperCase() === 'LAST_WIN') out[at] = [(out[at] as readonly [Value, Value])[0], value];
    else throw duplicateKey(internalText(key, keyType));
  }
  return new MapValue(out);
}

/** As `buildMap`, but where no key comes twice the keys stay as they are given, signs of zeros too. */
export function buildMapOfKeys(entries: readonly (readonly [Value, Value])[], keyType: DataType, ctx: CallContext): MapValue {
  const built = buildMap(entries, keyType, ctx);
  return built.entries.length === entries.length ? new MapValue(entries) : built;
}

/** INVALID_MAP_KEY_TYPE: maps cannot be keys, for they have no order. */
export function checkKeyType(name: string, args: readonly ArgumentInfo[], key: DataType): void {
  if (!someType(key, (t) => t.kind === 'map' || t.kind === 'variant')) return;
  throw mismatch('INVALID_MAP_KEY_TYPE', name, args, { keyType: quotedSqlType(key) }, 'A map cannot be the key of a map.');
}
