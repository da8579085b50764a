/** Errors about names of tables, views and schemas. */
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import { quoteIdentifier } from '../../types/index.ts';
import { DEFAULT_DATABASE, SESSION_CATALOG } from './tables.ts';

export function quotedName(parts: readonly string[]): string {
  return parts.map(quoteIdentifier).join('.');
}

/** Where names were looked for. */
type SearchPath = 'all' | 'session' | 'catalog';

const CURRENT = quotedName([SESSION_CATALOG, DEFAULT_DATABASE]);
const SEARCH_PATHS: Readonly<Record<SearchPath, string>> = {
  all: `[\`system\`.\`builtin\`, \`system\`.\`session\`, ${CURRENT}]`,
  session: `[\`system\`.\`session\`, ${CURRENT}]`,
  catalog: `[${CURRENT}]`,
};

export function tableNotFound(parts: readonly string[], searchPath: SearchPath = 'all'): SparkError {
  const relationName = quotedName(searchPath === 'catalog' && parts.length === 1 ? [SESSION_CATALOG, DEFAULT_DATABASE, ...parts] : parts);
  return analysisError(
    'TABLE_OR_VIEW_NOT_FOUND',
    '42P01',
    { relationName, searchPath: SEARCH_PATHS[searchPath] },
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

export function routineNotFound(name: string): SparkError {
  return analysisError('UNRESOLVED_ROUTINE', '42883', { routineName: quotedName([name]), searchPath: SEARCH_PATHS.all }, `There is no function ${name}.`);
}

export function tableExists(name: string): SparkError {
  const relationName = quotedName([SESSION_CATALOG, DEFAULT_DATABASE, name]);
  return analysisError('TABLE_OR_VIEW_ALREADY_EXISTS', '42P07', { relationName }, `There is a table or view ${name} already. Drop it, replace it, or write IF NOT EXISTS.`);
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
