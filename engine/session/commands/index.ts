/** SQL commands, carried out at once; their results are small tables. */
import type { Relation, SqlRelation } from '../../plan/index.ts';
import { parseStatement } from '../../sql/index.ts';
import type { Statement } from '../../sql/index.ts';
import { parseOptions } from '../parse-options.ts';
import type { RequestContext } from '../requests/context.ts';
import { alterStatement } from './alter/index.ts';
import { analyzeTable, analyzeTables } from './analyze.ts';
import { cacheTable, clearCache, refresh, refreshFunction, refreshPath, uncacheTable } from './cache.ts';
import { createTableLike } from './create-like.ts';
import { alterDatabase, commentOn, createDatabase, createFunction, describeDatabase, dropDatabase, dropFunction } from './databases.ts';
import { commandText } from './command-text.ts';
import { describeColumn, describeQuery, describeTable } from './describe.ts';
import { describeFunction } from './describe-function.ts';
import { executeImmediate } from './execute-immediate.ts';
import { runScript } from './script.ts';
import { explainCommandStatement, explainStatement } from './explain.ts';
import { insertDirectory, insertStatement, insertStatements } from './insert.ts';
import { reset, setConf, showConf, use } from './settings.ts';
import { showCatalogs, showColumns, showCurrent, showDatabases, showFunctions, showTables } from './show.ts';
import { showTableExtended } from './show-table-extended.ts';
import { showCreateTable, showProperties } from './table-texts.ts';
import { changeRows, createTableStatement, dropStatement, repairTable, showPartitions, truncate } from './tables.ts';
import type { StatementOf } from './statement-of.ts';
import { createSqlFunction } from './sql-functions.ts';
import { declareVariable, dropVariable, setVariable } from './variables.ts';
import { createViewStatement, createViewUsing } from './views.ts';

/** A query as it is; the result of a command after it was carried out. */
export function runStatement(context: RequestContext, plan: Relation): Relation {
  if (plan.type !== 'SQL') return plan;
  return runText(context, { ...plan, query: context.session.substitute(plan.query) });
}

function runText(context: RequestContext, plan: SqlRelation): Relation {
  const statement = parsed(context, plan);
  if (statement.kind === 'query') return plan;
  if (statement.kind === 'script') return runScript(context, statement, argumentsOf(plan), runStatement);
  if (statement.kind === 'executeImmediate') return executeImmediate(context, statement, runStatement);
  // Before it is carried out: what it names may be gone after.
  const command = commandText(context, statement);
  const result = runCommand(context, statement);
  return result.type === 'LocalRelation' && command !== undefined ? { ...result, command } : result;
}

function parsed({ session }: RequestContext, plan: SqlRelation): Statement {
  return parseStatement(plan.query, parseOptions(session, plan));
}

function argumentsOf({ namedArguments, posArguments }: SqlRelation): Pick<SqlRelation, 'namedArguments' | 'posArguments'> {
  return { ...(namedArguments === undefined ? {} : { namedArguments }), ...(posArguments === undefined ? {} : { posArguments }) };
}

type Command = Exclude<Statement, { readonly kind: 'query' | 'executeImmediate' | 'script' }>;

type Handlers = { readonly [K in Command['kind']]: (context: RequestContext, s: StatementOf<K>) => Relation };

const HANDLERS: Handlers = {
  createView: createViewStatement,
  createViewUsing,
  createTable: createTableStatement,
  createDatabase,
  dropDatabase,
  describeDatabase,
  createFunction,
  createSqlFunction,
  dropFunction,
  showCreateTable,
  showProperties,
  drop: dropStatement,
  insert: insertStatement,
  inserts: insertStatements,
  insertDirectory,
  changeRows,
  truncate,
  repairTable,
  showPartitions,
  showTables,
  showViews: showTables,
  showFunctions,
  showColumns,
  showDatabases,
  showCatalogs: (_, s) => showCatalogs(s),
  describeTable,
  describeQuery,
  describeFunction,
  set: setConf,
  showConf,
  reset,
  explain: explainStatement,
  explainCommand: explainCommandStatement,
  cache: cacheTable,
  uncache: uncacheTable,
  clearCache,
  refresh,
  use,
  declareVariable,
  dropVariable,
  setVariable,
  alter: alterStatement,
  alterDatabase,
  comment: commentOn,
  analyze: analyzeTable,
  analyzeAll: analyzeTables,
  createTableLike,
  describeColumn,
  showTableExtended,
  showCurrent,
  refreshPath,
  refreshFunction,
};

function runCommand<C extends Command>(context: RequestContext, s: C): Relation {
  const handle = HANDLERS[s.kind] as unknown as (c: RequestContext, x: C) => Relation;
  return handle(context, s);
}
