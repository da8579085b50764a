/** `spark.catalog`, method by method. Lists are of plain objects with PySpark's field names. */
import { unsupported } from '../../core/index.ts';
import type { WireValue, SqlFunction } from '../../plan/index.ts';
import { parseMultipartIdentifier } from '../../sql/index.ts';
import { simpleString } from '../../types/index.ts';
import { planOfTable, refresh, refreshPath } from '../commands/cache.ts';
import { functionKey } from '../commands/databases.ts';
import { functionNames } from '../commands/show.ts';
import { matchesPattern } from '../commands/result.ts';
import { setCurrentDatabase } from '../commands/settings.ts';
import { forgetCached } from '../commands/tables.ts';
import { cachePlan } from '../requests/cache.ts';
import type { RequestContext } from '../requests/context.ts';
import { routineNotFound, schemaNotFound, tableNotFound } from './errors.ts';
import { findName, GLOBAL_TEMP_DATABASE } from './lookup.ts';
import type { Found } from './lookup.ts';
import { databaseName } from './databases.ts';
import type { Database } from './databases.ts';
import { DEFAULT_DATABASE, SESSION_CATALOG, tableType } from './tables.ts';

type Entry = Readonly<Record<string, WireValue>>;
type Method = (context: RequestContext, args: readonly WireValue[]) => unknown;

function string(value: WireValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
function optional(value: WireValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function tableEntry(found: Found): Entry {
  if (found.kind === 'view') {
    return { name: found.view.name, catalog: null, namespace: found.isGlobal ? [GLOBAL_TEMP_DATABASE] : [], description: null, tableType: 'TEMPORARY', isTemporary: true };
  }
  const { table } = found;
  return { name: table.name, catalog: SESSION_CATALOG, namespace: [table.database], description: table.comment ?? null, tableType: tableType(table), isTemporary: false };
}

function found(context: RequestContext, name: string): Found {
  const parts = parseMultipartIdentifier(name);
  const result = findName(context.session, parts);
  if (result === undefined) throw tableNotFound(parts);
  return result;
}

function listTables(context: RequestContext, args: readonly WireValue[]): Entry[] {
  const { session, shared } = context;
  const database = (optional(args[0]) ?? session.currentDatabase).toLowerCase();
  if (shared.databases.get(database) === undefined && database !== GLOBAL_TEMP_DATABASE) throw schemaNotFound(database);
  const stored: Found[] =
    database === GLOBAL_TEMP_DATABASE
      ? shared.globalViews.all().map((view) => ({ kind: 'view', view, isGlobal: true }))
      : shared.tables.all(database).map((table) => ({ kind: 'table', table }));
  const views: Found[] = session.views.all().map((view) => ({ kind: 'view', view, isGlobal: false }));
  return [...stored, ...views].map(tableEntry).filter((e) => matchesPattern(string(e.name), optional(args[1])));
}

function listColumns(context: RequestContext, args: readonly WireValue[]): Entry[] {
  const parts = parseMultipartIdentifier(string(args[0]));
  const known = findName(context.session, parts);
  const layout = known?.kind === 'table' ? known.table : undefined;
  const isIn = (list: readonly string[] | undefined, name: string): boolean => list?.includes(name) === true;
  return planOfTable(context, parts).output.map((a) => ({
    name: a.name,
    description: typeof a.metadata?.comment === 'string' ? a.metadata.comment : null,
    dataType: simpleString(a.type),
    nullable: a.nullable,
    isPartition: isIn(layout?.partitionBy, a.name),
    isBucket: isIn(layout?.buckets?.columns, a.name),
    isCluster: isIn(layout?.clusterBy, a.name),
  }));
}

function databaseEntry({ name, description, locationUri }: Database): Entry {
  return { name, catalog: SESSION_CATALOG, description, locationUri };
}

function databaseOf({ shared }: RequestContext, name: WireValue | undefined): Database | undefined {
  return shared.databases.get(databaseName(parseMultipartIdentifier(string(name))));
}

function sqlFunctionEntry({ nameParts, comment }: SqlFunction): Entry {
  const isTemporary = nameParts.length === 1;
  return { name: nameParts.at(-1) as string, catalog: isTemporary ? null : SESSION_CATALOG, namespace: isTemporary ? null : nameParts.slice(1, -1), description: comment ?? null, className: '', isTemporary };
}

function functionEntry(context: RequestContext, name: string): Entry {
  const written = context.session.sqlFunction(name.split('.'));
  if (written !== undefined) return sqlFunctionEntry(written);
  const own = context.session.functions.get(name.toLowerCase()) ?? context.session.tableFunctions.get(name.toLowerCase());
  const stored = context.shared.databases.functions.get(functionKey(name.split('.')));
  if (own === undefined && stored !== undefined) {
    return { ...stored, catalog: SESSION_CATALOG, namespace: [DEFAULT_DATABASE], description: 'N/A.', isTemporary: false };
  }
  const description = context.shared.options.registry.get(name)?.doc ?? null;
  // All functions but those of a schema are Spark's temporary ones.
  return { name, catalog: null, namespace: null, description: own === undefined ? description : 'N/A.', className: '', isTemporary: true };
}

function functionExists(context: RequestContext, name: string): boolean {
  const short = parseMultipartIdentifier(name).at(-1) ?? '';
  const named = context.shared.databases.functions.has(short.toLowerCase());
  const { functions, tableFunctions } = context.session;
  if (context.session.sqlFunction(parseMultipartIdentifier(name)) !== undefined) return true;
  if (parseMultipartIdentifier(name).length > 1) return named;
  return named || functions.has(short.toLowerCase()) || tableFunctions.has(short.toLowerCase()) || functionNames(context, 'SYSTEM').includes(short.toLowerCase());
}

function dropView(context: RequestContext, name: string, isGlobal: boolean): boolean {
  const store = isGlobal ? context.shared.globalViews : context.session.views;
  const view = store.get(name);
  if (view !== undefined) forgetCached(context, isGlobal ? [GLOBAL_TEMP_DATABASE, name] : [name]);
  return store.delete(name);
}

const METHODS: Readonly<Record<string, Method>> = {
  currentCatalog: () => SESSION_CATALOG,
  setCurrentCatalog: (_, args) => {
    if (string(args[0]).toLowerCase() !== SESSION_CATALOG) throw unsupported(`The catalog ${string(args[0])}`);
    return null;
  },
  listCatalogs: (_, args) => [{ name: SESSION_CATALOG, description: null }].filter((c) => matchesPattern(c.name, optional(args[0]))),
  currentDatabase: (context) => context.session.currentDatabase,
  setCurrentDatabase: (context, args) => {
    setCurrentDatabase(context, parseMultipartIdentifier(string(args[0])));
    return null;
  },
  listDatabases: ({ shared }, args) =>
    shared.databases
      .all()
      .filter((d) => matchesPattern(d.name, optional(args[0])))
      .map(databaseEntry),
  databaseExists: (context, args) => databaseOf(context, args[0]) !== undefined,
  getDatabase: (context, args) => {
    const database = databaseOf(context, args[0]);
    if (database === undefined) throw schemaNotFound(string(args[0]));
    return databaseEntry(database);
  },
  listTables,
  listColumns,
  listFunctions: (context, args) =>
    functionNames(context, 'ALL')
      .filter((n) => matchesPattern(n, optional(args[1])))
      .map((n) => functionEntry(context, n)),
  getTable: (context, args) => tableEntry(found(context, string(args[0]))),
  getFunction: (context, args) => {
    if (!functionExists(context, string(args[0]))) throw routineNotFound(string(args[0]));
    return functionEntry(context, string(args[0]));
  },
  tableExists: (context, args) => {
    const database = optional(args[1]);
    const parts = parseMultipartIdentifier(string(args[0]));
    return findName(context.session, database === undefined ? parts : [database, ...parts]) !== undefined;
  },
  functionExists: (context, args) => functionExists(context, string(args[0])),
  dropTempView: (context, args) => dropView(context, string(args[0]), false),
  dropGlobalTempView: (context, args) => dropView(context, string(args[0]), true),
  cacheTable: (context, args) => {
    cachePlan(context, planOfTable(context, parseMultipartIdentifier(string(args[0]))), optional(args[1]));
    return null;
  },
  uncacheTable: (context, args) => {
    context.shared.cache.remove(planOfTable(context, parseMultipartIdentifier(string(args[0]))));
    return null;
  },
  isCached: (context, args) => context.shared.cache.storageLevelOf(planOfTable(context, parseMultipartIdentifier(string(args[0])))) !== undefined,
  clearCache: (context) => {
    context.shared.cache.clear();
    return null;
  },
  refreshTable: (context, args) => {
    refresh(context, { kind: 'refresh', name: parseMultipartIdentifier(string(args[0])) });
    return null;
  },
  refreshByPath: (context, args) => {
    refreshPath(context, { kind: 'refreshPath', path: string(args[0]) });
    return null;
  },
  recoverPartitions: () => null,
};

export function catalogRequest(context: RequestContext, method: string, args: readonly WireValue[]): unknown {
  const run = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (run === undefined) throw unsupported(`spark.catalog.${method}`);
  return run(context, args);
}
