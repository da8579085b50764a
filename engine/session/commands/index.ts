/** SQL commands, carried out at once; their results are small tables. */
import { unreachable } from '../../core/index.ts';
import type { Relation, SqlRelation } from '../../plan/index.ts';
import { parseStatement } from '../../sql/index.ts';
import type { Statement } from '../../sql/index.ts';
import type { RequestContext } from '../requests/context.ts';
import { cacheTable, clearCache, refresh, uncacheTable } from './cache.ts';
import { createDatabase, createFunction, describeDatabase, dropDatabase, dropFunction } from './databases.ts';
import { commandText } from './command-text.ts';
import { describeFunction, describeQuery, describeTable } from './describe.ts';
import { explainStatement } from './explain.ts';
import { reset, setConf, showConf, use } from './settings.ts';
import { showCatalogs, showColumns, showDatabases, showFunctions, showTables } from './show.ts';
import { showCreateTable, showProperties } from './table-texts.ts';
import { changeRows, createTableStatement, dropStatement, insertStatement, repairTable, showPartitions, truncate } from './tables.ts';
import { createViewStatement, createViewUsing } from './views.ts';

/** A query as it is; the result of a command after it was carried out. */
export function runStatement(context: RequestContext, plan: Relation): Relation {
  if (plan.type !== 'SQL') return plan;
  const statement = parsed(context, plan);
  if (statement.kind === 'query') return plan;
  // Before it is carried out: what it names may be gone after.
  const command = commandText(context, statement);
  const result = runCommand(context, statement);
  return result.type === 'LocalRelation' && command !== undefined ? { ...result, command } : result;
}

function parsed(context: RequestContext, { query, namedArguments, posArguments }: SqlRelation): Statement {
  return parseStatement(query, {
    timeZone: context.session.timeZone,
    ...(namedArguments === undefined ? {} : { namedArguments }),
    ...(posArguments === undefined ? {} : { posArguments }),
  });
}

type Command = Exclude<Statement, { readonly kind: 'query' }>;

function runCommand(context: RequestContext, s: Command): Relation {
  switch (s.kind) {
    case 'createView':
      return createViewStatement(context, s);
    case 'createViewUsing':
      return createViewUsing(context, s);
    case 'createTable':
      return createTableStatement(context, s);
    case 'createDatabase':
      return createDatabase(context, s);
    case 'dropDatabase':
      return dropDatabase(context, s);
    case 'describeDatabase':
      return describeDatabase(context, s);
    case 'createFunction':
      return createFunction(context, s);
    case 'dropFunction':
      return dropFunction(context, s);
    case 'showCreateTable':
      return showCreateTable(context, s);
    case 'showProperties':
      return showProperties(context, s);
    case 'drop':
      return dropStatement(context, s);
    case 'insert':
      return insertStatement(context, s);
    case 'changeRows':
      return changeRows(context, s);
    case 'truncate':
      return truncate(context, s);
    case 'repairTable':
      return repairTable(context, s);
    case 'showPartitions':
      return showPartitions(context, s);
    case 'showTables':
    case 'showViews':
      return showTables(context, s);
    case 'showFunctions':
      return showFunctions(context, s);
    case 'showColumns':
      return showColumns(context, s);
    case 'showDatabases':
      return showDatabases(context, s);
    case 'showCatalogs':
      return showCatalogs();
    case 'describeTable':
      return describeTable(context, s);
    case 'describeQuery':
      return describeQuery(context, s);
    case 'describeFunction':
      return describeFunction(context, s);
    case 'set':
      return setConf(context, s);
    case 'showConf':
      return showConf(context, s);
    case 'reset':
      return reset(context, s);
    case 'explain':
      return explainStatement(context, s);
    case 'cache':
      return cacheTable(context, s);
    case 'uncache':
      return uncacheTable(context, s);
    case 'clearCache':
      return clearCache(context);
    case 'refresh':
      return refresh(context, s);
    case 'use':
      return use(context, s);
    default:
      return unreachable(s);
  }
}
