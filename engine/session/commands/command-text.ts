/** What plans show below the result of a command (Spark's `CommandResult`): `#` stands for its columns. */
import { unreachable } from '../../core/index.ts';
import type { ShownCommand } from '../../plan/index.ts';
import { quoteIdentifier } from '../../types/index.ts';
import type { CatalogStatement, Statement } from '../../sql/index.ts';
import { findName } from '../catalog/lookup.ts';
import { tableIdOf } from '../catalog/names.ts';
import { SESSION_CATALOG, tableParts } from '../catalog/tables.ts';
import type { RequestContext } from '../requests/context.ts';

type Command = Exclude<Statement, { readonly kind: 'query' | 'executeImmediate' | 'script' }>;

/** Commands that Spark runs as they are, by the name of their class. */
const NAMED: Readonly<Record<CatalogStatement['kind'], string>> = {
  alter: 'AlterTableCommand',
  alterDatabase: 'AlterDatabaseCommand',
  comment: 'CommentOnCommand',
  analyze: 'AnalyzeTableCommand',
  analyzeAll: 'AnalyzeTablesCommand',
  createTableLike: 'CreateTableLikeCommand',
  describeColumn: 'DescribeColumnCommand',
  showTableExtended: 'ShowTablesCommand',
  showCurrent: 'ShowCurrentNamespaceCommand',
  refreshPath: 'RefreshResource',
  refreshFunction: 'RefreshFunctionCommand',
};

const CATALOG = `V2SessionCatalog(${SESSION_CATALOG})`;

function quoted(parts: readonly string[]): string {
  return parts.map(quoteIdentifier).join('.');
}

/** A command that runs by itself, with what it reads. */
function executed(name: string, args = '', reads?: string): ShownCommand {
  const line = args === '' ? name : `${name} ${args}`;
  return { line: `Execute ${name}`, inner: [{ line, children: reads === undefined ? [] : [{ line: reads }] }] };
}

interface Target {
  readonly name: string;
  readonly resolved: string;
}

function targetOf(context: RequestContext, parts: readonly string[]): Target {
  const found = findName(context.session, parts);
  if (found?.kind !== 'table') return { name: quoted(parts.slice(-1)), resolved: `ResolvedTempView ${parts.at(-1)}, ${quoted(parts.slice(-1))}` };
  const { database, name } = found.table;
  return { name: quoted(tableParts(found.table)), resolved: `ResolvedTable ${CATALOG}, ${database}.${name}, V1Table(${database}.${name})` };
}

function list(...parts: readonly (string | undefined)[]): string {
  return parts.filter((p) => p !== undefined).join(', ');
}

/** Undefined: Spark shows what has no name outside of its process. */
export function commandText(context: RequestContext, s: Command): ShownCommand | undefined {
  const database = context.session.currentDatabase;
  switch (s.kind) {
    case 'showTables':
      return { line: list('ShowTables #', CATALOG, `[${s.database?.at(-1) ?? database}]`, s.pattern) };
    case 'showViews':
      return executed('ShowViewsCommand', list(s.database?.at(-1) ?? database, s.pattern, '#'));
    case 'describeTable': {
      const { name, resolved } = targetOf(context, s.table);
      return executed('DescribeTableCommand', list(name, String(s.extended), '#'), resolved);
    }
    case 'describeQuery':
      return executed('DescribeQueryCommand');
    case 'showColumns': {
      const { name, resolved } = targetOf(context, s.table);
      return executed('ShowColumnsCommand', list(name, '#'), resolved);
    }
    case 'set':
      return executed('SetCommand', `(${s.key},Some(${s.value}))`);
    case 'showConf':
      return executed('SetCommand', s.described === true ? '(-v,None)' : s.key === undefined ? '' : `(${s.key},None)`);
    case 'reset':
      return executed('ResetCommand', s.key ?? '');
    case 'showDatabases':
      return executed('ShowNamespacesCommand', list(s.pattern, '#'), `ResolvedNamespace ${CATALOG}`);
    case 'showFunctions':
      return executed('ShowFunctionsCommand', list(database, s.pattern, String(s.scope !== 'SYSTEM'), String(s.scope !== 'USER'), '#'));
    case 'showCatalogs':
      return executed('ShowCatalogsCommand');
    case 'createView':
    case 'createViewUsing':
      return executed('CreateViewCommand');
    case 'createTable':
      return s.plan === undefined ? executed('CreateDataSourceTableCommand', list(quoted(tableParts(tableIdOf(context.session, s.name))), String(s.ifNotExists))) : executed('CreateDataSourceTableAsSelectCommand');
    case 'truncate':
      return executed('TruncateTableCommand', targetOf(context, s.table).name);
    case 'refresh':
      return executed('RefreshTableCommand', targetOf(context, s.name).name);
    case 'clearCache':
      return executed('ClearCacheCommand$');
    case 'explain':
    case 'explainCommand':
      return executed('ExplainCommand');
    default:
      return plainText(s);
  }
}

type PlainCommand = Exclude<Command, { readonly kind: 'showTables' | 'showViews' | 'describeTable' | 'describeQuery' | 'showColumns' | 'set' | 'showConf' | 'reset' | 'showDatabases' | 'showFunctions' | 'showCatalogs' | 'createView' | 'createViewUsing' | 'createTable' | 'truncate' | 'refresh' | 'clearCache' | 'explain' | 'explainCommand' }>;

/** Commands of which a name is shown. */
function plainText(s: PlainCommand): ShownCommand {
  switch (s.kind) {
    case 'createDatabase':
      return { line: `CreateNamespace ${CATALOG}, [${s.name.join(', ')}], ${s.ifNotExists}` };
    case 'dropDatabase':
      return { line: `DropNamespace ${CATALOG}, [${s.name.join(', ')}], ${s.ifExists}, ${s.cascade}` };
    case 'describeDatabase':
      return { line: `DescribeNamespace #, ${CATALOG}, [${s.name.join(', ')}], ${s.extended}` };
    case 'drop':
      return { line: s.object === 'TABLE' ? 'DropTable' : 'Execute DropTempViewCommand' };
    case 'showCreateTable':
      return { line: 'ShowCreateTable #' };
    case 'showProperties':
      return { line: 'ShowTableProperties #' };
    case 'cache':
      return { line: `CacheTable SubqueryAlias ${s.name.join('.')}, [${s.name.join(', ')}], ${s.lazy}` };
    case 'uncache':
      return { line: `UncacheTable SubqueryAlias ${s.name.join('.')}, ${s.ifExists}` };
    case 'use':
      return { line: 'SetCatalogAndNamespace' };
    case 'insert':
    case 'inserts':
    case 'insertDirectory':
      return executed('InsertIntoHadoopFsRelationCommand');
    case 'repairTable':
      return executed('RepairTableCommand');
    case 'showPartitions':
      return { line: 'ShowPartitions #' };
    case 'describeFunction':
      return executed('DescribeFunctionCommand');
    case 'createFunction':
    case 'createSqlFunction':
      return executed('CreateFunctionCommand');
    case 'dropFunction':
      return executed('DropFunctionCommand');
    case 'changeRows':
      return { line: s.operation };
    case 'declareVariable':
      return { line: 'CreateVariable' };
    case 'dropVariable':
      return { line: 'DropVariable' };
    case 'setVariable':
      return { line: 'SetVariable' };
    default:
      return Object.hasOwn(NAMED, s.kind) ? executed(NAMED[s.kind]) : unreachable(s as never);
  }
}
