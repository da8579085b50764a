/** Errors about names of tables, views and schemas. */
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import { quoteIdentifier } from '../../types/index.ts';
import { DEFAULT_DATABASE, SESSION_CATALOG, tableParts } from './tables.ts';
import type { TableId } from './tables.ts';

export function quotedName(parts: readonly string[]): string {
  return parts.map(quoteIdentifier).join('.');
}

/** Where names were looked for. */
type SearchPath = 'all' | 'session' | 'catalog';

function searched(path: SearchPath, database: string): string {
  const current = quotedName([SESSION_CATALOG, database]);
  const before = { all: '`system`.`builtin`, `system`.`session`, ', session: '`system`.`session`, ', catalog: '' }[path];
  return `[${before}${current}]`;
}

export function tableNotFound(parts: readonly string[], searchPath: SearchPath = 'all', database = DEFAULT_DATABASE): SparkError {
  const relationName = quotedName(searchPath === 'catalog' && parts.length === 1 ? [SESSION_CATALOG, database, ...parts] : parts);
  return analysisError(
    'TABLE_OR_VIEW_NOT_FOUND',
    '42P01',
    { relationName, searchPath: searched(searchPath, database) },
    `There is no table or view ${quotedName(parts)}. Check the name, or make it first.`,
  );
}

export function schemaNotFound(name: string): SparkError {
  return analysisError(
    'SCHEMA_NOT_FOUND',
    '42704',
    { schemaName: quotedName([SESSION_CATALOG, name]) },
    `There is no schema ${name}. Check the name, or make it first.`,
  );
}

export function nestedSchema(parts: readonly string[]): SparkError {
  return analysisError('NESTED_DATABASE_UNSUPPORTED_BY_V1_SESSION_CATALOG', '42K05', { namespace: quotedName(parts) }, `${SESSION_CATALOG} has no schema within another, as ${quotedName(parts)} would be.`);
}

export function routineNotFound(name: string): SparkError {
  return analysisError('UNRESOLVED_ROUTINE', '42883', { routineName: quotedName([name]), searchPath: searched('all', DEFAULT_DATABASE) }, `There is no function ${name}.`);
}

export function tableExists(table: TableId): SparkError {
  const relationName = quotedName(tableParts(table));
  return analysisError('TABLE_OR_VIEW_ALREADY_EXISTS', '42P07', { relationName }, `There is a table or view ${table.name} already. Drop it, replace it, or write IF NOT EXISTS.`);
}

/** EXPECT_TABLE_NOT_VIEW (42809). */
export function viewNotTable(parts: readonly string[], operation: string): SparkError {
  return analysisError(
    'EXPECT_TABLE_NOT_VIEW.NO_ALTERNATIVE',
    '42809',
    { viewName: quotedName(parts), operation },
    `${operation} needs a table, and ${quotedName(parts)} is a view.`,
  );
}
