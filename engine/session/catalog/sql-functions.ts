/** Functions written in SQL: those of schemas, and a session's own. */
import type { SqlFunction } from '../../plan/index.ts';
import { DEFAULT_DATABASE, SESSION_CATALOG } from './tables.ts';

export class SqlFunctionStore {
  private readonly functions = new Map<string, SqlFunction>();

  get(key: string): SqlFunction | undefined {
    return this.functions.get(key);
  }
  set(key: string, f: SqlFunction): void {
    this.functions.set(key, f);
  }
  delete(key: string): boolean {
    return this.functions.delete(key);
  }
  get size(): number {
    return this.functions.size;
  }
  entries(): readonly (readonly [string, SqlFunction])[] {
    return [...this.functions];
  }
  /** Those of a schema that is dropped. */
  deleteDatabase(database: string): void {
    for (const key of this.functions.keys()) if (key.startsWith(`${database}.`)) this.functions.delete(key);
  }
}

/** `schema.function` in small letters; undefined where the name has too many parts. */
export function functionKeyOf(parts: readonly string[], currentDatabase: string): string | undefined {
  const lower = parts.map((p) => p.toLowerCase());
  const own = lower.length === 3 && lower[0] === SESSION_CATALOG ? lower.slice(1) : lower;
  if (own.length > 2) return undefined;
  const [database = DEFAULT_DATABASE, name = ''] = own.length === 2 ? own : [currentDatabase, ...own];
  return `${database}.${name}`;
}
