/** Names of views and tables to plans, as a session sees them: its own views first, then the current database. */
import { withoutPlace } from '../../analyze/origins.ts';
import { analysisError } from '../../core/index.ts';
import { freshIds, projectNode, subqueryAliasNode } from '../../plan/index.ts';
import type { DataSourceScan, LogicalPlan, NamedExpression, Relation, SubqueryAliasNode } from '../../plan/index.ts';
import { fileFormat, joinPath } from '../../sources/index.ts';
import type { StructType } from '../../types/index.ts';
import type { Session } from '../session.ts';
import { hasChar, readSchema } from './char-types.ts';
import { GLOBAL_TEMP_DATABASE } from './databases.ts';
import { SESSION_CATALOG, tableKey, tableParts } from './tables.ts';
import { manyParts } from './names.ts';
import type { CatalogTable } from './tables.ts';
import { aliasOf, readValue } from './store-cast.ts';
import { modeInForce, viewPlan } from './view-plan.ts';
import type { ViewScope, ViewText } from './view-plan.ts';
import type { View } from './views.ts';

export { GLOBAL_TEMP_DATABASE };

export type Found = { readonly kind: 'view'; readonly view: View; readonly isGlobal: boolean } | { readonly kind: 'table'; readonly table: CatalogTable };

/** The name without the session catalog's. */
function withoutCatalog(parts: readonly string[]): readonly string[] {
  return parts.length > 1 && parts[0]?.toLowerCase() === SESSION_CATALOG ? parts.slice(1) : parts;
}

/** What a name stands for: `v`, `t`, `default.t`, `global_temp.v`, `spark_catalog.default.t`. */
export function findName(session: Session, nameParts: readonly string[], scope?: ViewScope): Found | undefined {
  const parts = withoutCatalog(nameParts);
  const name = parts[parts.length - 1] as string;
  if (parts.length === 1 && nameParts.length === 1) {
    const isVisible = scope?.temporary === undefined || scope.temporary.has(name.toLowerCase());
    const view = isVisible ? session.views.get(name) : undefined;
    if (view !== undefined) return { kind: 'view', view, isGlobal: false };
  }
  if (parts.length > 2) return undefined;
  const database = parts.length === 2 ? (parts[0] as string).toLowerCase() : (scope ?? session).currentDatabase;
  if (database === GLOBAL_TEMP_DATABASE) {
    const view = session.shared.globalViews.get(name);
    return view === undefined ? undefined : { kind: 'view', view, isGlobal: true };
  }
  const table = session.shared.tables.get({ database, name });
  return table === undefined ? undefined : { kind: 'table', table };
}

/** The rows of a table as a scan of its files. */
export function tableScan(session: Session, table: CatalogTable): DataSourceScan {
  const schema = readSchema(table.schema);
  const output = schema.fields.map((f) => ({
    kind: 'attribute' as const,
    name: f.name,
    exprId: session.shared.nextExprId(),
    qualifier: tableParts(table),
    type: f.type,
    nullable: f.nullable,
    ...(f.metadata === undefined ? {} : { metadata: f.metadata }),
  }));
  return {
    node: 'DataSourceScan',
    format: table.provider,
    schema,
    options: { ...table.options, [TABLE_OPTION]: tableKey(table) },
    paths: [table.location],
    sizeInBytes: tableSize(session, table),
    isStreaming: false,
    pushedFilters: [],
    output,
    table: { nameParts: tableParts(table), ...(table.buckets === undefined ? {} : { buckets: table.buckets }) },
    ...(table.partitionBy.length === 0 ? {} : { partitionColumns: table.partitionBy }),
    ...(table.missing === undefined ? {} : { missing: table.missing }),
  };
}

/** Marks scans of the catalog's tables, with their key. */
export const TABLE_OPTION = '__table';

/** What ANALYZE counted, or what is in the folder. The catalog does not know what is in the folders of partitions till some are chosen. */
function tableSize({ shared }: Session, table: CatalogTable): number {
  if (table.statistics !== undefined) return table.statistics.sizeInBytes;
  if (table.partitionBy.length > 0) return Number.POSITIVE_INFINITY;
  return shared.files.filesUnder(table.location).reduce((sum, f) => sum + f.sizeInBytes, 0);
}

/** The folders of a partitioned table, as paths. */
export function tableFolders(table: CatalogTable): readonly string[] {
  return table.folders.map((f) => joinPath(table.location, f));
}

/** Analyzes a relation, by the session's settings or by those of a view. */
export type AnalyzeWithin = (relation: Relation, scope?: ViewScope) => LogicalPlan;

/**
 * The plan of a name, with ids of its own; undefined where there is none. `analyze` is for views written in SQL and for
 * files queried in place (`` csv.`/data/people.csv` ``).
 */
export function planOfName(session: Session, nameParts: readonly string[], analyze: AnalyzeWithin, scope?: ViewScope): LogicalPlan | undefined {
  const found = findName(session, nameParts, scope);
  if (found === undefined) {
    if (withoutCatalog(nameParts).length > 2) throw withoutPlace(manyParts(nameParts));
    return filesInPlace(nameParts, analyze);
  }
  session.noteRead(found.kind === 'view' && !found.isGlobal ? found.view.name : undefined);
  if (found.kind === 'view') return { ...viewOf(session, found, analyze), isView: true };
  const { table } = found;
  if (table.view !== undefined) return { ...subqueryAliasNode(persistentPlan(session, table, analyze), table.name, tableParts(table)), isView: true };
  return subqueryAliasNode(paddedScan(session, table), table.name, tableParts(table));
}

/** The rows of a table; texts of CHAR columns are filled up to their length. */
function paddedScan(session: Session, table: CatalogTable): LogicalPlan {
  const scan = tableScan(session, table);
  const { fields } = table.schema;
  if (!fields.some((f) => hasChar(f.type)) || session.conf.lookup('spark.sql.readSideCharPadding') === 'false') return scan;
  const expressions = scan.output.map((a, i): NamedExpression => {
    const type = fields[i]?.type;
    if (type === undefined || !hasChar(type)) return a;
    const alias = aliasOf(readValue(a, type), a.name, session.shared.nextExprId());
    return a.metadata === undefined ? alias : { ...alias, metadata: a.metadata };
  });
  return projectNode(scan, expressions);
}

function filesInPlace(nameParts: readonly string[], analyze: AnalyzeWithin): LogicalPlan | undefined {
  const [format = '', path = ''] = nameParts;
  if (nameParts.length !== 2 || fileFormat(format) === undefined) return undefined;
  if (path === '') throw analysisError('INVALID_EMPTY_LOCATION', '42K05', { location: path }, 'The path of the files is empty.');
  return analyze({ type: 'ReadDataSource', format, options: {}, paths: [path] });
}

function viewOf(session: Session, { view, isGlobal }: Extract<Found, { kind: 'view' }>, analyze: AnalyzeWithin): SubqueryAliasNode {
  const { nextExprId } = session.shared;
  const parts = isGlobal ? [GLOBAL_TEMP_DATABASE, view.name] : [view.name];
  const nameParts = isGlobal ? parts : undefined;
  const { definition, schema } = view;
  if (definition === undefined || schema === undefined) return subqueryAliasNode(withoutPlanIds(freshIds(view.plan, nextExprId)), view.name, nameParts);
  const known = { parts, schema, definition, remedy: 'CREATE OR REPLACE TEMPORARY VIEW' };
  return subqueryAliasNode(viewPlan(known, analyze(definition.relation, definition.scope), isCaseSensitive(session), nextExprId), view.name, nameParts);
}

function isCaseSensitive(session: Session): boolean {
  return session.conf.lookup('spark.sql.caseSensitive') === 'true';
}

/** The plan of a persistent view; the catalog learns of columns that have come to be others, where the view allows that. */
function persistentPlan(session: Session, table: CatalogTable, analyze: AnalyzeWithin): LogicalPlan {
  const view = table.view as ViewText;
  const definition = { ...view, mode: modeInForce(view.mode, session.conf.lookup) };
  const parts = tableParts(table);
  const { schema } = table;
  const remedy = `CREATE OR REPLACE VIEW ${parts.join('.')}${viewColumnsText(definition, schema)} AS ${definition.text}`;
  const plan = viewPlan({ parts, schema, definition, remedy }, analyze(definition.relation, definition.scope), isCaseSensitive(session), session.shared.nextExprId);
  if (definition.mode === 'EVOLUTION' || definition.mode === 'TYPE EVOLUTION') session.shared.tables.set(evolved(table, view, plan));
  return plan;
}

function viewColumnsText(definition: ViewText, schema: StructType): string {
  const own = schema.fields.some((f, i) => f.name !== definition.queryColumns[i] || f.metadata?.comment !== undefined);
  return own ? ` (${schema.fields.map((f) => f.name).join(', ')})` : '';
}

function evolved(table: CatalogTable, definition: ViewText, plan: LogicalPlan): CatalogTable {
  const fields = plan.output.map((a, i) => {
    const old = table.schema.fields[i];
    const metadata = definition.mode === 'EVOLUTION' ? a.metadata : old?.metadata;
    return { ...(metadata === undefined ? {} : { metadata }), name: a.name, type: a.type, nullable: a.nullable };
  });
  const names = fields.map((f) => f.name.toLowerCase());
  const twice = names.find((n, i) => names.indexOf(n) !== i);
  if (twice !== undefined) throw withoutPlace(analysisError('COLUMN_ALREADY_EXISTS', '42711', { columnName: `\`${twice}\`` }, `The view has come to have the column ${twice} twice.`));
  const queryColumns = definition.mode === 'EVOLUTION' ? fields.map((f) => f.name) : definition.queryColumns;
  return { ...table, schema: { kind: 'struct', fields }, view: { ...definition, queryColumns } };
}

/** A view's columns are not those of the DataFrame that it was made from. */
function withoutPlanIds(plan: LogicalPlan): LogicalPlan {
  if (plan.planIds === undefined) return plan;
  const { planIds: _, ...rest } = plan;
  return rest as LogicalPlan;
}
