/** SHOW: names of tables, views, columns, functions, schemas. */
import { analysisError } from '../../core/index.ts';
import type { Relation } from '../../plan/index.ts';
import { databaseName } from '../catalog/databases.ts';
import { nestedSchema, quotedName, schemaNotFound, tableNotFound } from '../catalog/errors.ts';
import { findName, GLOBAL_TEMP_DATABASE } from '../catalog/lookup.ts';
import { SESSION_CATALOG } from '../catalog/tables.ts';
import { atName } from '../catalog/targets.ts';
import type { RequestContext } from '../requests/context.ts';
import { planOfTable } from './cache.ts';
import { matchesPattern, table, text, truth } from './result.ts';
import type { StatementOf } from './statement-of.ts';

/** The schema that SHOW looks in. Raises SCHEMA_NOT_FOUND. */
export function shownDatabase({ session, shared }: RequestContext, name: readonly string[] | undefined): string {
  const named = name?.[0]?.toLowerCase() === SESSION_CATALOG ? name.slice(1) : (name ?? []);
  if (named.length > 1) throw nestedSchema(named);
  const database = (named[0] ?? session.currentDatabase).toLowerCase();
  if (shared.databases.get(database) === undefined && database !== GLOBAL_TEMP_DATABASE) throw schemaNotFound(database);
  return database;
}

export function showTables(context: RequestContext, s: StatementOf<'showTables'>): Relation {
  const { session, shared } = context;
  const onlyViews = s.kind === 'showViews';
  const database = shownDatabase(context, s.database);
  const stored = shared.tables.all(database).filter((t) => !onlyViews || t.view !== undefined);
  const own: (readonly [string, string, boolean])[] =
    database === GLOBAL_TEMP_DATABASE
      ? shared.globalViews.all().map((v) => [GLOBAL_TEMP_DATABASE, v.name, true])
      : stored.map((t) => [t.database, t.name, false]);
  const local = session.views.all().map((v) => ['', v.name, true] as const);
  const rows = [...own, ...local].filter(([, name]) => matchesPattern(name, s.pattern));
  return table([text('namespace'), text(onlyViews ? 'viewName' : 'tableName'), truth('isTemporary')], rows);
}

/** Raises SHOW_COLUMNS_WITH_CONFLICT_NAMESPACE where the schema is told twice. */
export function showColumns(context: RequestContext, s: StatementOf<'showColumns'>): Relation {
  const own = s.table.slice(0, -1);
  const given = s.database;
  if (given !== undefined && own.length > 0 && quotedName(own).toLowerCase() !== quotedName(given).toLowerCase()) {
    const parameters = { namespaceA: quotedName(given), namespaceB: quotedName(own) };
    throw analysisError('SHOW_COLUMNS_WITH_CONFLICT_NAMESPACE', '42K05', parameters, `SHOW COLUMNS names two schemas: ${parameters.namespaceB} and ${parameters.namespaceA}.`);
  }
  const name = given === undefined || own.length > 0 ? s.table : [...given, ...s.table];
  const found = findName(context.session, name);
  if (found === undefined) throw atName(tableNotFound(name, 'session', context.session.currentDatabase), s.table);
  const columns = found.kind === 'table' ? found.table.schema.fields : planOfTable(context, name).output;
  return table([text('col_name')], columns.map((a) => [a.name]));
}

/** Functions written in SQL: the session's own, and those of its schema with their full names. */
function writtenFunctions({ session, shared }: RequestContext): string[] {
  const lasting = shared.sqlFunctions.entries().filter(([key]) => key.startsWith(`${session.currentDatabase}.`));
  return [...session.sqlFunctions.entries(), ...lasting].map(([, f]) => f.nameParts.join('.'));
}

/** Names by which SQL can call functions: those of the registry, and the user's own. */
export function functionNames(context: RequestContext, scope: 'ALL' | 'USER' | 'SYSTEM'): string[] {
  const builtin = context.shared.options.registry.all().filter((f) => f.internal !== true).flatMap((f) => [f.name, ...(f.aliases ?? [])]);
  const { functions, tableFunctions } = context.session;
  const own = [...functions.values(), ...tableFunctions.values()].map((f) => f.name).concat(writtenFunctions(context));
  const names = scope === 'ALL' ? [...builtin, ...own] : scope === 'USER' ? own : builtin;
  return [...new Set(names)].sort();
}

export function showFunctions(context: RequestContext, s: StatementOf<'showFunctions'>): Relation {
  const names = functionNames(context, s.scope).filter((n) => matchesPattern(n.split('.').at(-1) as string, s.pattern));
  return table([text('function')], names.map((n) => [n]));
}

export function showDatabases({ shared }: RequestContext, s: StatementOf<'showDatabases'>): Relation {
  // Schemas have no schemas within them.
  const inside = s.database !== undefined && databaseName([...s.database, 'x']) !== 'x';
  const names = inside ? [] : shared.databases.all().map((d) => d.name);
  return table([text('namespace')], names.filter((n) => matchesPattern(n, s.pattern)).map((n) => [n]));
}

export function showCatalogs(s: StatementOf<'showCatalogs'>): Relation {
  return table([text('catalog')], [SESSION_CATALOG].filter((n) => matchesPattern(n, s.pattern)).map((n) => [n]));
}

export function showCurrent({ session }: RequestContext): Relation {
  return table([text('catalog'), text('namespace')], [[SESSION_CATALOG, session.currentDatabase]]);
}
