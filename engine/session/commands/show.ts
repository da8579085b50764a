/** SHOW: names of tables, views, columns, functions, schemas. */
import type { Relation } from '../../plan/index.ts';
import { nestedSchema, schemaNotFound, tableNotFound } from '../catalog/errors.ts';
import { findName, GLOBAL_TEMP_DATABASE } from '../catalog/lookup.ts';
import { SESSION_CATALOG } from '../catalog/tables.ts';
import type { RequestContext } from '../requests/context.ts';
import { planOfTable } from './cache.ts';
import { matchesPattern, table, text, truth } from './result.ts';
import type { StatementOf } from './statement-of.ts';

export function showTables(context: RequestContext, s: StatementOf<'showTables'>): Relation {
  const { session, shared } = context;
  const onlyViews = s.kind === 'showViews';
  const named = s.database?.[0]?.toLowerCase() === SESSION_CATALOG ? s.database.slice(1) : (s.database ?? []);
  if (named.length > 1) throw nestedSchema(named);
  const database = (named[0] ?? session.currentDatabase).toLowerCase();
  if (shared.databases.get(database) === undefined && database !== GLOBAL_TEMP_DATABASE) throw schemaNotFound(database);
  const stored = shared.tables.all(database).filter((t) => !onlyViews || t.view !== undefined);
  const own: (readonly [string, string, boolean])[] =
    database === GLOBAL_TEMP_DATABASE
      ? shared.globalViews.all().map((v) => [GLOBAL_TEMP_DATABASE, v.name, true])
      : stored.map((t) => [t.database, t.name, false]);
  const local = session.views.all().map((v) => ['', v.name, true] as const);
  const rows = [...own, ...local].filter(([, name]) => matchesPattern(name, s.pattern));
  return table([text('namespace'), text(onlyViews ? 'viewName' : 'tableName'), truth('isTemporary')], rows);
}

export function showColumns(context: RequestContext, s: StatementOf<'showColumns'>): Relation {
  if (findName(context.session, s.table) === undefined) throw tableNotFound(s.table);
  const plan = planOfTable(context, s.table);
  return table([text('col_name')], plan.output.map((a) => [a.name]));
}

/** Names by which SQL can call functions: those of the registry, and the user's own. */
export function functionNames(context: RequestContext, scope: 'ALL' | 'USER' | 'SYSTEM'): string[] {
  const builtin = context.shared.options.registry.all().filter((f) => f.internal !== true).flatMap((f) => [f.name, ...(f.aliases ?? [])]);
  const { functions, tableFunctions } = context.session;
  const own = [...functions.values(), ...tableFunctions.values()].map((f) => f.name);
  const names = scope === 'ALL' ? [...builtin, ...own] : scope === 'USER' ? own : builtin;
  return [...new Set(names)].sort();
}

export function showFunctions(context: RequestContext, s: StatementOf<'showFunctions'>): Relation {
  const names = functionNames(context, s.scope).filter((n) => matchesPattern(n, s.pattern));
  return table([text('function')], names.map((n) => [n]));
}

export function showDatabases({ shared }: RequestContext, s: StatementOf<'showDatabases'>): Relation {
  const names = shared.databases.all().map((d) => d.name).filter((n) => matchesPattern(n, s.pattern));
  return table([text('namespace')], names.map((n) => [n]));
}

export function showCatalogs(): Relation {
  return table([text('catalog')], [[SESSION_CATALOG]]);
}
