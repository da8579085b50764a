/** EXPLAIN of commands: what Spark would run, and the command over what it reads. */
import { unsupported } from '../../core/index.ts';
import { attributeText } from '../../plan/index.ts';
import type { AttributeReference, ShownCommand } from '../../plan/index.ts';
import { logicalTree, treeText } from '../../physical/index.ts';
import type { TreeNode } from '../../physical/index.ts';
import type { Statement } from '../../sql/index.ts';
import { BooleanType, quoteIdentifier, simpleString, StringType, structField, structType } from '../../types/index.ts';
import { attributesOf } from '../analyzer-context.ts';
import { tableExists } from '../catalog/errors.ts';
import { findName } from '../catalog/lookup.ts';
import { tableIdOf } from '../catalog/names.ts';
import { anyTarget, tableTarget } from '../catalog/targets.ts';
import { tableParts } from '../catalog/tables.ts';
import type { RequestContext } from '../requests/context.ts';
import type { ExplainMode } from '../request.ts';
import { parsedPlanText } from '../requests/parsed-plan.ts';
import { commandText } from './command-text.ts';
import type { StatementOf } from './statement-of.ts';

/** A command in each of its forms. */
interface Explained {
  readonly output: readonly AttributeReference[];
  /** As written; absent where that is not kept. */
  readonly parsed?: string;
  readonly logical: TreeNode;
  readonly physical: TreeNode;
}

type Kind = Statement['kind'];

/** Columns that commands give. */
const COLUMNS: { readonly [K in Kind]?: readonly string[] } = {
  set: ['key', 'value'],
  showConf: ['key', 'value'],
  showTables: ['namespace', 'tableName', 'isTemporary'],
  showViews: ['namespace', 'viewName', 'isTemporary'],
  describeTable: ['col_name', 'data_type', 'comment'],
  describeQuery: ['col_name', 'data_type', 'comment'],
  showColumns: ['col_name'],
  showDatabases: ['namespace'],
  showFunctions: ['function'],
  showCatalogs: ['catalog'],
  showPartitions: ['partition'],
};

const SET_V = ['key', 'value', 'meaning', 'Since version'];

/** Commands whose lines in plans are the whole story: they read nothing but the catalog. */
const PLAIN: ReadonlySet<Kind> = new Set([...Object.keys(COLUMNS), 'reset', 'truncate', 'refresh', 'clearCache', 'createDatabase', 'dropDatabase', 'createTable', 'createView'] as Kind[]);
/** Commands that are written as they run. */
const SAME: ReadonlySet<Kind> = new Set<Kind>(['set', 'showConf', 'reset', 'showCatalogs', 'clearCache']);

/** The text of EXPLAIN in some mode. What is not known of a command raises UNSUPPORTED_FEATURE. */
export function explainCommand(context: RequestContext, s: Statement, mode: ExplainMode): string {
  const physical = (x: Explained): string => `== Physical Plan ==\n${treeText(x.physical)}`;
  switch (mode) {
    case 'codegen':
      explained(context, s);
      return 'Found 0 WholeStageCodegen subtrees.\n';
    case 'simple':
      return `${physical(explained(context, s))}\n`;
    case 'cost': {
      const x = explained(context, s);
      return `== Optimized Logical Plan ==\n${treeText(x.logical)}\n${physical(x)}\n`;
    }
    case 'extended': {
      const x = explained(context, s);
      if (x.parsed === undefined) throw unsupported(`EXPLAIN EXTENDED of this command (${s.kind})`, 'EXPLAIN without EXTENDED shows what runs.');
      const columns = x.output.map((a) => `${a.name}: ${simpleString(a.type)}`).join(', ');
      const logical = treeText(x.logical);
      return [`== Parsed Logical Plan ==\n${x.parsed}`, `== Analyzed Logical Plan ==\n${columns === '' ? '' : `${columns}\n`}${logical}`, `== Optimized Logical Plan ==\n${logical}`, physical(x)].join('\n');
    }
    case 'formatted':
      throw unsupported('EXPLAIN FORMATTED of commands', 'EXPLAIN without FORMATTED shows what runs.');
  }
}

function explained(context: RequestContext, s: Statement): Explained {
  if (s.kind === 'createView') return view(context, s);
  if (s.kind === 'createTable' && s.plan !== undefined) return tableOfQuery(context, s, s.plan);
  const output = columnsOf(context, s.kind === 'showConf' && s.described === true ? SET_V : (COLUMNS[s.kind] ?? []));
  const command = PLAIN.has(s.kind) ? shownCommand(context, s) : undefined;
  if (command === undefined) throw unsupported(`EXPLAIN of this command (${s.kind})`);
  const columns = `[${output.map(attributeText).join(', ')}]`;
  const tree = (c: ShownCommand): TreeNode => ({ line: c.line.replace('#', columns), children: (c.children ?? []).map((x) => ({ line: x.line, children: [] })) });
  const [inner] = command.inner ?? [];
  if (inner === undefined) return { output, logical: logicalOf(command, columns), physical: tree(command) };
  const logical = tree(inner);
  return { output, logical, physical: executed(command.line, logical), ...(SAME.has(s.kind) ? { parsed: treeText(logical) } : {}) };
}

function executed(line: string, logical: TreeNode): TreeNode {
  return { line, children: [], inner: [logical] };
}

/** Of `ShowTables #, catalog, [schema]`: where it looks is below it. */
function logicalOf(command: ShownCommand, columns: string): TreeNode {
  const [line = '', ...place] = command.line.split(' #, ');
  return place.length === 0 ? { line: command.line, children: [] } : { line: `${line} ${columns}`, children: [{ line: `ResolvedNamespace ${place.join(', ')}`, children: [] }] };
}

function columnsOf(context: RequestContext, names: readonly string[]): AttributeReference[] {
  const fields = names.map((n) => structField(n, n === 'isTemporary' ? BooleanType : StringType, false));
  return attributesOf(structType(fields), context.shared.nextExprId);
}

/** The lines of the command, with what of them EXPLAIN alone shows. */
function shownCommand(context: RequestContext, s: Statement): ShownCommand | undefined {
  if (s.kind === 'script' || s.kind === 'executeImmediate' || s.kind === 'query') return undefined;
  if (s.kind === 'describeQuery') return { line: 'Execute DescribeQueryCommand', inner: [{ line: `DescribeQueryCommand ${s.text}` }] };
  if (s.kind === 'showPartitions') {
    const name = tableParts(tableTarget(context.session, s.table, 'SHOW PARTITIONS', 'all')).map(quoteIdentifier).join('.');
    return { line: 'Execute ShowPartitionsCommand', inner: [{ line: `ShowPartitionsCommand ${name}, #` }] };
  }
  const command = commandText(context, s);
  return s.kind === 'describeTable' || s.kind === 'showColumns' ? withColumns(context, s, command) : command;
}

/** The table that is read is shown with its columns. */
function withColumns(context: RequestContext, s: StatementOf<'describeTable' | 'showColumns'>, command: ShownCommand | undefined): ShownCommand | undefined {
  const found = anyTarget(context.session, s.table, 'all');
  if (found.kind !== 'table' || command === undefined) return command;
  const columns = `[${attributesOf(found.table.schema, context.shared.nextExprId).map(attributeText).join(', ')}]`;
  const [inner] = command.inner ?? [];
  return inner === undefined ? command : { ...command, inner: [{ ...inner, children: (inner.children ?? []).map((c) => ({ ...c, line: `${c.line}, ${columns}` })) }] };
}

function view(context: RequestContext, s: StatementOf<'createView'>): Explained {
  if (s.columns !== undefined || s.comment !== undefined || s.properties !== undefined) throw unsupported('EXPLAIN of CREATE VIEW with columns, a comment or properties');
  const analyzed = context.analyzed(s.plan, true);
  const stored = s.scope === 'persistent';
  const id = stored ? tableParts(tableIdOf(context.session, s.name)) : s.name;
  const kind = stored ? 'PersistedView' : s.scope === 'global' ? 'GlobalTempView' : 'LocalTempView';
  const mode = stored ? (s.schemaMode ?? 'COMPENSATION') : 'UNSUPPORTED';
  const line = (isAnalyzed: boolean): string => `CreateViewCommand ${id.map(quoteIdentifier).join('.')}, ${s.text}, ${s.ifNotExists}, ${s.replace}, ${kind}, ${mode}, ${isAnalyzed}`;
  const logical: TreeNode = { line: line(true), children: [], inner: [logicalTree(analyzed)] };
  const written = parsedPlanText(context, { type: 'SQL', query: s.text }, analyzed);
  const below = written?.replace(/^/gm, '   ').replace(/^ {3}/, '+- ').replace(/ +$/, '');
  const head = stored ? `'CreateView ${s.text}, ${s.ifNotExists}, ${s.replace}, ${mode}, false\n:- 'UnresolvedIdentifier [${s.name.join(', ')}], false\n` : `'${line(false)}\n`;
  return { output: [], logical, physical: executed('Execute CreateViewCommand', logical), ...(below === undefined ? {} : { parsed: `${head}${below}` }) };
}

function tableOfQuery(context: RequestContext, s: StatementOf<'createTable'>, plan: NonNullable<StatementOf<'createTable'>['plan']>): Explained {
  if (s.replace) throw unsupported('EXPLAIN of REPLACE TABLE');
  const id = tableIdOf(context.session, s.name);
  if (!s.ifNotExists && findName(context.session, s.name)?.kind === 'table') throw tableExists(id);
  const analyzed = context.analyzed(plan, true);
  const name = 'CreateDataSourceTableAsSelectCommand';
  const columns = analyzed.output.map((a) => a.name).join(', ');
  const logical: TreeNode = { line: `${name} ${tableParts(id).map(quoteIdentifier).join('.')}, ${s.ifNotExists ? 'Ignore' : 'ErrorIfExists'}, [${columns}]`, children: [], inner: [logicalTree(analyzed)] };
  return { output: [], logical, physical: executed(`Execute ${name}`, logical) };
}
