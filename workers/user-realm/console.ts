/** `console.log` and its like in TypeScript programs: into the page's console, as text. */
import type { RealmEvent } from '../protocol/run.ts';

const MAX_DEPTH_LEVELS = 4;
const MAX_ITEMS_COUNT = 100;

type Print = (event: Extract<RealmEvent, { kind: 'stdout' | 'stderr' }>) => void;

export function redirectConsole(print: Print): void {
  const to = (kind: 'stdout' | 'stderr') => (...values: unknown[]) => print({ kind, text: `${values.map((v) => (typeof v === 'string' ? v : inspect(v))).join(' ')}\n` });
  const out = to('stdout');
  const error = to('stderr');
  Object.assign(console, { log: out, info: out, debug: out, dir: out, table: out, warn: error, error, trace: error });
}

/** A value as a person reads it: one line, cut off where it is deep or long. */
export function inspect(value: unknown, depth = 0): string {
  if (typeof value === 'string') return depth === 0 ? value : JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return `[Function ${value.name === '' ? 'anonymous' : value.name}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (depth >= MAX_DEPTH_LEVELS) return Array.isArray(value) ? '[…]' : '{…}';
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return list('[', [...(value as Iterable<unknown>)].map((v) => inspect(v, depth + 1)), ']');
  if (value instanceof Map) return list('Map {', [...value].map(([k, v]) => `${inspect(k, depth + 1)} => ${inspect(v, depth + 1)}`), '}');
  if (value instanceof Set) return list('Set {', [...value].map((v) => inspect(v, depth + 1)), '}');
  const own = (value as { toString?: unknown }).toString;
  if (typeof own === 'function' && own !== Object.prototype.toString) return String(value);
  return list('{', Object.entries(value).map(([k, v]) => `${k}: ${inspect(v, depth + 1)}`), '}');
}

function list(open: string, items: readonly string[], close: string): string {
  if (items.length === 0) return `${open}${close}`;
  const shown = items.slice(0, MAX_ITEMS_COUNT);
  const rest = items.length > shown.length ? [`… ${items.length - shown.length} more`] : [];
  const space = open === '[' ? '' : ' ';
  return `${open}${space}${[...shown, ...rest].join(', ')}${space}${close}`;
}
