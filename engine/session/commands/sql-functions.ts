/** CREATE FUNCTION with a body in SQL, with Spark's checks. */
import { analysisError, SparkError } from '../../core/index.ts';
import { checkedSqlFunction } from '../../analyze/index.ts';
import type { Relation, SqlFunction } from '../../plan/index.ts';
import { parseExpression } from '../../sql/index.ts';
import { quoteIdentifier, typeFromJson } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import { quotedName, schemaNotFound } from '../catalog/errors.ts';
import { functionKeyOf } from '../catalog/sql-functions.ts';
import { SESSION_CATALOG } from '../catalog/tables.ts';
import type { RequestContext } from '../requests/context.ts';
import type { Uses } from '../uses.ts';
import { NOTHING } from './result.ts';
import type { StatementOf } from './statement-of.ts';

type Create = StatementOf<'createSqlFunction'>;

export function createSqlFunction(context: RequestContext, s: Create): Relation {
  const { session, shared } = context;
  const name = (s.name.at(-1) as string).toLowerCase();
  const key = s.temporary ? name : functionKeyOf(s.name, session.currentDatabase);
  if (key === undefined) throw schemaNotFound(s.name.slice(0, -1).join('.'));
  const database = key.split('.')[0] as string;
  if (!s.temporary && shared.databases.get(database) === undefined) throw schemaNotFound(database);
  const store = s.temporary ? session.sqlFunctions : shared.sqlFunctions;
  const known = store.get(key) !== undefined || (s.temporary && session.functions.has(name)) || (!s.temporary && shared.databases.functions.has(name));
  checkNames(s, name);
  checkDefaults(s, name);
  if (s.isTable === true && !s.isQuery) throw bodyError('SQL_TABLE_UDF_BODY_MUST_BE_A_QUERY', { name }, `${name} gives rows: its body must be a query.`);
  const draft: SqlFunction = {
    nameParts: s.temporary ? [name] : [SESSION_CATALOG, ...key.split('.')],
    parameters: s.parameters.map(({ notNull: _, ...p }) => p),
    ...(s.returns === undefined ? {} : { returns: s.returns }),
    ...(s.isTable === true ? { columns: (s.columns ?? []).map(({ notNull: _, ...c }) => c) } : {}),
    body: s.body,
    isQuery: s.isQuery,
    ansi: session.ansi,
    database: s.temporary ? session.currentDatabase : database,
    ...(s.comment === undefined ? {} : { comment: s.comment }),
    ...(s.deterministic === undefined ? {} : { deterministic: s.deterministic }),
    readsData: s.dataAccess === 'READS SQL DATA',
  };
  const { result, uses } = checked(context, draft, s);
  checkUses(s, uses, key);
  if (known && !s.replace) {
    if (s.ifNotExists) return NOTHING;
    throw alreadyExists(key.split('.'));
  }
  store.set(key, { ...result, readsData: s.dataAccess === undefined ? uses.readsData : draft.readsData });
  return NOTHING;
}

/** The body is looked through; a function that it calls and that there is not is a missing routine of the schema. */
function checked(context: RequestContext, draft: SqlFunction, s: Create): { readonly result: SqlFunction; readonly uses: Uses } {
  try {
    return context.session.recordingUses(() => checkedSqlFunction(draft, context.queries.analyzerContext(), s.columns === undefined && s.isTable === true));
  } catch (error) {
    const name = error instanceof SparkError && error.condition === 'UNRESOLVED_ROUTINE' ? error.parameters.routineName : undefined;
    if (name === undefined || name.includes('`.`')) throw error;
    throw analysisError('ROUTINE_NOT_FOUND', '42883', { routineName: `${quoteIdentifier(draft.database)}.${name}` }, `There is no function ${name}.`);
  }
}

function alreadyExists(parts: readonly string[]): SparkError {
  const routineName = quotedName(parts);
  return analysisError('ROUTINE_ALREADY_EXISTS', '42723', { routineName, newRoutineType: 'routine', existingRoutineType: 'routine' }, `There is a function ${routineName} already.`);
}

function bodyError(kind: string, parameters: Readonly<Record<string, string>>, sentence: string): SparkError {
  return analysisError(`USER_DEFINED_FUNCTIONS.${kind}`, '42601', parameters, sentence);
}

/** Names that stand twice, case aside. */
function twice(names: readonly string[]): readonly string[] {
  const lower = names.map((n) => n.toLowerCase());
  return [...new Set(lower.filter((n, i) => lower.indexOf(n) !== i))];
}

function isCharLike(t: DataType): boolean {
  return t.kind === 'char' || t.kind === 'varchar';
}

function checkNames(s: Create, routineName: string): void {
  const names = twice(s.parameters.map((p) => p.name));
  if (names.length > 0) {
    throw analysisError('DUPLICATE_ROUTINE_PARAMETER_NAMES', '42734', { routineName, names: names.map(quoteIdentifier).join(', ') }, `${routineName} has parameters of one name: ${names.join(', ')}.`);
  }
  const columns = twice((s.columns ?? []).map((c) => c.name));
  if (columns.length > 0) {
    throw analysisError('DUPLICATE_ROUTINE_RETURNS_COLUMNS', '42711', { routineName, columns: columns.map(quoteIdentifier).join(', ') }, `${routineName} gives columns of one name: ${columns.join(', ')}.`);
  }
  const notNull = s.parameters.some((p) => p.notNull === true) ? s.parametersText : s.columns?.some((c) => c.notNull === true) === true ? s.columnsText : undefined;
  if (notNull !== undefined) throw bodyError('NOT_NULL_ON_FUNCTION_PARAMETERS', { input: notNull }, `NOT NULL cannot be asked of what a function takes or gives: ${notNull}.`);
  const types = [...s.parameters, ...(s.columns ?? [])].map((p) => p.type);
  if ([...types, ...(s.returns === undefined ? [] : [s.returns])].map((t) => typeFromJson(t)).some(isCharLike)) {
    throw analysisError('UNSUPPORTED_CHAR_OR_VARCHAR_AS_STRING', '0A000', {}, 'CHAR and VARCHAR are types of columns of tables only: write STRING.');
  }
}

function checkDefaults(s: Create, functionName: string): void {
  s.parameters.forEach((p, i) => {
    const next = s.parameters[i + 1];
    if (p.defaultText !== undefined && next !== undefined && next.defaultText === undefined) {
      throw bodyError('NOT_A_VALID_DEFAULT_PARAMETER_POSITION', { functionName, parameterName: p.name, nextParameterName: next.name }, `${p.name} has a DEFAULT and ${next.name} behind it has none.`);
    }
    if (p.defaultText !== undefined && holdsSubquery(parseExpression(p.defaultText))) {
      throw bodyError('NOT_A_VALID_DEFAULT_EXPRESSION', { functionName, parameterName: p.name }, `The DEFAULT of ${p.name} may hold no subquery.`);
    }
  });
}

function holdsSubquery(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ((node as { readonly type?: unknown }).type === 'SubqueryExpression') return true;
  return Object.values(node).some(holdsSubquery);
}

/** What stays may use nothing that goes with the session; CONTAINS SQL promises to read no data. */
function checkUses(s: Create, uses: Uses, key: string): void {
  const used = [
    ['FUNCTION', uses.temporaryFunctions],
    ['VIEW', uses.temporaryViews],
    ['VARIABLE', uses.variables],
  ] as const;
  for (const [tempObj, [name]] of used) {
    if (s.temporary || name === undefined) continue;
    const objName = quotedName(key.split('.'));
    throw analysisError('INVALID_TEMP_OBJ_REFERENCE', '42K0F', { obj: 'FUNCTION', objName, tempObj, tempObjName: quoteIdentifier(name) }, `The function ${objName} may not use ${name}, which belongs to the session. Make a temporary function.`);
  }
  if (s.dataAccess === 'CONTAINS SQL' && uses.readsData) {
    throw analysisError('INVALID_SQL_FUNCTION_DATA_ACCESS', '42K0E', {}, 'The function says CONTAINS SQL and reads tables: write READS SQL DATA.');
  }
}
