/** Names of tables of the catalog, with checks on their schema. */
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import type { Session } from '../session.ts';
import { quotedName, schemaNotFound } from './errors.ts';
import { SESSION_CATALOG } from './tables.ts';
import type { TableId } from './tables.ts';

/** The table that a name means, there or not. Raises SCHEMA_NOT_FOUND and REQUIRES_SINGLE_PART_NAMESPACE. */
export function tableIdOf(session: Session, nameParts: readonly string[]): TableId {
  const parts = nameParts.length > 1 && nameParts[0]?.toLowerCase() === SESSION_CATALOG ? nameParts.slice(1) : nameParts;
  if (parts.length > 2) throw manyParts(nameParts);
  const database = parts.length === 2 ? (parts[0] as string) : session.currentDatabase;
  if (session.shared.databases.get(database) === undefined) throw schemaNotFound(database);
  const name = parts[parts.length - 1] as string;
  return { database: database.toLowerCase(), name: session.conf.lookup('spark.sql.caseSensitive') === 'true' ? name : name.toLowerCase() };
}

/** The session catalog has schemas, but none within another. */
export function manyParts(parts: readonly string[]): SparkError {
  return analysisError(
    'REQUIRES_SINGLE_PART_NAMESPACE',
    '42K05',
    { sessionCatalog: SESSION_CATALOG, identifier: quotedName(parts) },
    `${quotedName(parts)} has too many parts: a table of ${SESSION_CATALOG} is named by its schema and its name.`,
  );
}
