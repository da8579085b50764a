/** CREATE, DROP and DESCRIBE of schemas; CREATE and DROP FUNCTION, whose classes are named only. */
import { analysisError } from '../../core/index.ts';
import type { FunctionRegistry } from '../../functions/define.ts';
import type { Relation } from '../../plan/index.ts';
import { normalizePath, uriOf } from '../../sources/index.ts';
import { databaseName } from '../catalog/databases.ts';
import type { Database } from '../catalog/databases.ts';
import { quotedName, schemaNotFound } from '../catalog/errors.ts';
import { manyParts } from '../catalog/names.ts';
import { DEFAULT_DATABASE, SESSION_CATALOG } from '../catalog/tables.ts';
import { functionKeyOf } from '../catalog/sql-functions.ts';
import { dropTable, putTable } from '../catalog/store.ts';
import { tableTarget } from '../catalog/targets.ts';
import type { RequestContext } from '../requests/context.ts';
import type { Session } from '../session.ts';
import { alterColumns } from './alter/columns.ts';
import { NOTHING, table, text } from './result.ts';
import type { StatementOf } from './statement-of.ts';

const OWNER = 'spark';
const DATABASE_INFO = [
  { ...text('info_name'), metadata: { comment: 'name of the namespace info' } },
  { ...text('info_value', true), metadata: { comment: 'value of the namespace info' } },
];

export function createDatabase({ shared }: RequestContext, s: StatementOf<'createDatabase'>): Relation {
  if (s.name.length > 1 && s.name[0]?.toLowerCase() !== SESSION_CATALOG) throw manyParts(s.name);
  const given = {
    ...(s.comment === undefined ? {} : { description: s.comment }),
    ...(s.properties === undefined ? {} : { properties: s.properties }),
    ...(s.location === undefined ? {} : { locationUri: uriOf(normalizePath(s.location)) }),
  };
  shared.databases.create(databaseName(s.name), given, s.ifNotExists);
  return NOTHING;
}

function databaseOf({ shared }: RequestContext, name: readonly string[]): Database {
  const found = shared.databases.get(databaseName(name));
  if (found === undefined) throw schemaNotFound(databaseName(name));
  return found;
}

/** ALTER DATABASE … SET and UNSET. Tables that are there stay where they are. */
export function alterDatabase(context: RequestContext, s: StatementOf<'alterDatabase'>): Relation {
  const database = databaseOf(context, s.name);
  const kept = Object.fromEntries(Object.entries(database.properties ?? {}).filter(([k]) => s.unset?.includes(k) !== true));
  const location = s.location === undefined ? {} : { locationUri: uriOf(normalizePath(s.location)) };
  context.shared.databases.change({ ...database, properties: { ...kept, ...s.set }, ...location });
  return NOTHING;
}

/** COMMENT ON. */
export function commentOn(context: RequestContext, s: StatementOf<'comment'>): Relation {
  if (s.object === 'DATABASE') context.shared.databases.change({ ...databaseOf(context, s.name), description: s.comment ?? '' });
  else if (s.object === 'COLUMN') commentOnColumn(context, s);
  else {
    const { comment: _, ...rest } = tableTarget(context.session, s.name, 'COMMENT ON TABLE');
    putTable(context.shared, { ...rest, ...(s.comment === null ? {} : { comment: s.comment }) });
  }
  return NOTHING;
}

function commentOnColumn(context: RequestContext, s: StatementOf<'comment'>): void {
  const table = tableTarget(context.session, s.name.slice(0, -1), 'COMMENT ON COLUMN');
  alterColumns(context, table, [{ path: s.name.slice(-1), comment: s.comment ?? '' }], s.origin);
}

export function dropDatabase({ shared }: RequestContext, s: StatementOf<'dropDatabase'>): Relation {
  const name = databaseName(s.name);
  const inside = shared.tables.all(name);
  if (inside.length > 0 && !s.cascade && name !== DEFAULT_DATABASE) throw notEmpty(name);
  shared.databases.drop(name, s.ifExists);
  shared.sqlFunctions.deleteDatabase(name);
  for (const t of inside) dropTable(shared, t);
  return NOTHING;
}

function notEmpty(name: string): Error {
  return analysisError('SCHEMA_NOT_EMPTY', '2BP01', { schemaName: quotedName([name]) }, `The schema ${name} has tables: drop them first, or write CASCADE.`);
}

function propertiesText(properties: Readonly<Record<string, string>>): string {
  const entries = Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? '' : `(${entries.map(([k, v]) => `(${k},${v})`).join(', ')})`;
}

export function describeDatabase(context: RequestContext, s: StatementOf<'describeDatabase'>): Relation {
  const database = databaseOf(context, s.name);
  const rows = [
    ['Catalog Name', SESSION_CATALOG],
    ['Namespace Name', database.name],
    ['Comment', database.description],
    ['Location', database.locationUri],
    ['Owner', OWNER],
    ...(s.extended ? [['Properties', propertiesText(database.properties ?? {})]] : []),
  ];
  return table(DATABASE_INFO, rows);
}

/** The name of a function of the schema `default`, in small letters. */
export function functionKey(parts: readonly string[]): string {
  return (parts.at(-1) ?? '').toLowerCase();
}

export function createFunction({ shared }: RequestContext, s: StatementOf<'createFunction'>): Relation {
  const key = functionKey(s.name);
  const { functions } = shared.databases;
  if (functions.has(key) && !s.replace) {
    if (s.ifNotExists) return NOTHING;
    throw analysisError('ROUTINE_ALREADY_EXISTS', '42723', { routineName: quotedName([DEFAULT_DATABASE, key]), newRoutineType: 'routine', existingRoutineType: 'routine' }, `There is a function ${key} already.`);
  }
  functions.set(key, { name: key, className: s.className });
  return NOTHING;
}

/** A function that was registered by name; no function of Spark's own. */
function dropTemporary(registry: FunctionRegistry, session: Session, key: string, s: StatementOf<'dropFunction'>): void {
  if ([session.functions, session.tableFunctions, session.sqlFunctions].some((own) => own.delete(key))) return;
  const objectName = quotedName([key]);
  const builtIn = registry.get(key);
  if (builtIn !== undefined && builtIn.internal !== true) {
    throw analysisError('FORBIDDEN_OPERATION', '42809', { statement: 'DROP', objectType: 'FUNCTION', objectName }, `${key} is a function of Spark's own and cannot be dropped.`);
  }
  if (!s.ifExists) throw analysisError('ROUTINE_NOT_FOUND', '42883', { routineName: objectName }, `There is no function ${key} to drop.`);
}

function temporaryFunction(name: readonly string[]): Error {
  const functionName = quotedName(name);
  const parameters = { functionName, operation: 'DROP FUNCTION', alternative: ' Please use DROP TEMPORARY FUNCTION to drop a temporary function.' };
  return analysisError('EXPECT_PERSISTENT_FUNCTION_NOT_TEMP', '42809', parameters, `${functionName} belongs to the session: write DROP TEMPORARY FUNCTION.`);
}

export function dropFunction({ shared, session }: RequestContext, s: StatementOf<'dropFunction'>): Relation {
  const key = functionKey(s.name);
  if (s.temporary) {
    dropTemporary(shared.options.registry, session, key, s);
    return NOTHING;
  }
  const own = s.name.length === 1 && [session.functions, session.tableFunctions, session.sqlFunctions].some((f) => f.get(key) !== undefined);
  if (own) throw temporaryFunction(s.name);
  const sqlKey = functionKeyOf(s.name, session.currentDatabase);
  if (sqlKey !== undefined && shared.sqlFunctions.delete(sqlKey)) return NOTHING;
  if (!shared.databases.functions.delete(key) && !s.ifExists) {
    throw analysisError('ROUTINE_NOT_FOUND', '42883', { routineName: quotedName([DEFAULT_DATABASE, key]) }, `There is no function ${key} to drop.`);
  }
  return NOTHING;
}
