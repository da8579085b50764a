/** Cells as the page shows them; the forms on the wire are described in engine/types/wire.ts. */
import type { Wire } from '../../workers/protocol/tables.ts';
import type { JsonType } from './types.ts';

const MILLIS_PER_DAY = 86_400_000;
const MICROS_PER_SECOND = 1_000_000n;

/** Text of a value; null is `NULL`, told apart from the string by the caller. Binary is shown as Spark shows it: `[61 62]`. */
export function cellText(type: JsonType, value: Wire): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof type === 'string') return scalarText(type, value);
  const items = Array.isArray(value) ? (value as readonly Wire[]) : [];
  switch (type.type) {
    case 'array':
      return `[${items.map((v) => cellText(type.elementType, v)).join(', ')}]`;
    case 'struct':
      return `{${type.fields.map((f, i) => cellText(f.type, items[i] ?? null)).join(', ')}}`;
    case 'map':
      return `{${items.map((entry) => {
        const [k, v] = entry as readonly [Wire, Wire];
        return `${cellText(type.keyType, k)} -> ${cellText(type.valueType, v)}`;
      }).join(', ')}}`;
  }
}

function scalarText(type: string, value: Wire): string {
  switch (type) {
    case 'date':
      return new Date(Number(value) * MILLIS_PER_DAY).toISOString().slice(0, 10);
    case 'timestamp':
    case 'timestamp_ntz':
      return timestampText(BigInt(String(value)));
    case 'binary':
      return `[${[...bytesOf(String(value))].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ')}]`;
    case 'double':
    case 'float':
      return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(1) : String(value);
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}

/** `2024-05-01 10:05:00`, with a fraction when there is one; UTC. */
export function timestampText(micros: bigint): string {
  let seconds = micros / MICROS_PER_SECOND;
  let fraction = micros % MICROS_PER_SECOND;
  if (fraction < 0n) {
    fraction += MICROS_PER_SECOND;
    seconds -= 1n;
  }
  const text = new Date(Number(seconds) * 1_000).toISOString().slice(0, 19).replace('T', ' ');
  return fraction === 0n ? text : `${text}.${String(fraction).padStart(6, '0').replace(/0+$/, '')}`;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}

/** The text in a binary value, as people write it into Kafka; null where it is none. */
export function binaryText(value: Wire): string | null {
  if (typeof value !== 'string') return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(value));
  } catch {
    return null;
  }
}
