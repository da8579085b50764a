/** Names of tables of the catalog, with checks on their schema. */
import { unsupported } from '../../core/index.ts';
import type { Session } from '../session.ts';
import { schemaNotFound } from './errors.ts';
import { DEFAULT_DATABASE, SESSION_CATALOG } from './tables.ts';

/** The last part of a table's name. Raises SCHEMA_NOT_FOUND for a schema that is not there. */
export function tableNameOf(session: Session, nameParts: readonly string[]): string {
  const parts = nameParts.length > 1 && nameParts[0]?.toLowerCase() === SESSION_CATALOG ? nameParts.slice(1) : nameParts;
  if (parts.length > 2) throw unsupported('Another catalog than spark_catalog');
  const database = parts.length === 2 ? (parts[0] as string) : session.currentDatabase;
  requireDatabase(session, database);
  return parts[parts.length - 1] as string;
}

/** Raises SCHEMA_NOT_FOUND, and for the schemas that hold no tables here, that they do not. */
export function requireDatabase(session: Session, name: string): void {
  if (name.toLowerCase() === DEFAULT_DATABASE) return;
  throw session.shared.databases.get(name) === undefined ? schemaNotFound(name) : unsupported(`A table in another schema than ${DEFAULT_DATABASE}`);
}
