/** Schemas (databases) of the session catalog, and functions that were only named. */
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import { uriOf } from '../../sources/index.ts';
import { quotedName, schemaNotFound } from './errors.ts';
import { DEFAULT_DATABASE, SESSION_CATALOG, WAREHOUSE_PATH } from './tables.ts';

export const GLOBAL_TEMP_DATABASE = 'global_temp';

export interface Database {
  readonly name: string;
  readonly description: string;
  readonly locationUri: string;
  readonly properties?: Readonly<Record<string, string>>;
}

/** A function of a class that a JVM would load: it can be listed, not called. */
export interface NamedFunction {
  readonly name: string;
  readonly className: string;
}

const DEFAULT: Database = { name: DEFAULT_DATABASE, description: 'default database', locationUri: uriOf(WAREHOUSE_PATH) };

/** The schema that a name with or without its catalog means, in small letters. */
export function databaseName(parts: readonly string[]): string {
  const own = parts.length > 1 && parts[0]?.toLowerCase() === SESSION_CATALOG ? parts.slice(1) : parts;
  return own.join('.').toLowerCase();
}

/** Schemas by name, without regard to case. */
export class DatabaseStore {
  private readonly databases = new Map<string, Database>([[DEFAULT_DATABASE, DEFAULT]]);
  readonly functions = new Map<string, NamedFunction>();

  get(name: string): Database | undefined {
    return this.databases.get(name.toLowerCase());
  }

  all(): readonly Database[] {
    return [...this.databases.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Raises SCHEMA_ALREADY_EXISTS and RESERVED_DATABASE_NAME. */
  create(name: string, given: Partial<Database>, ifNotExists: boolean): void {
    const key = name.toLowerCase();
    if (key === GLOBAL_TEMP_DATABASE) throw reserved(name);
    if (this.databases.has(key)) {
      if (ifNotExists) return;
      throw alreadyExists(name);
    }
    this.databases.set(key, { name: key, description: '', locationUri: uriOf(`${WAREHOUSE_PATH}/${key}.db`), ...given });
  }

  change(database: Database): void {
    this.databases.set(database.name, database);
  }

  /** Raises SCHEMA_NOT_FOUND, and UNSUPPORTED_FEATURE.DROP_DATABASE for `default`. */
  drop(name: string, ifExists: boolean): void {
    const key = name.toLowerCase();
    if (key === DEFAULT_DATABASE) throw undroppable(name);
    if (!this.databases.delete(key) && !ifExists) throw schemaNotFound(name);
  }
}

function reserved(name: string): SparkError {
  return analysisError('RESERVED_DATABASE_NAME', '42939', { database: quotedName([name]) }, `${name} is kept for global temporary views.`);
}

function alreadyExists(name: string): SparkError {
  return analysisError('SCHEMA_ALREADY_EXISTS', '42P06', { schemaName: quotedName([name]) }, `There is a schema ${name} already. Write IF NOT EXISTS, or drop it first.`);
}

function undroppable(name: string): SparkError {
  return analysisError('UNSUPPORTED_FEATURE.DROP_DATABASE', '0A000', { database: quotedName([SESSION_CATALOG, name]) }, `The schema ${name} cannot be dropped.`);
}
