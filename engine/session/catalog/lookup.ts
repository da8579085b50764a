/** Names of views and tables to plans, as a session sees them: its own views first, then the current database. */
import { withoutPlace } from '../../analyze/origins.ts';
import { freshIds, subqueryAliasNode } from '../../plan/index.ts';
import type { DataSourceScan, LogicalPlan, Relation } from '../../plan/index.ts';
import { fileFormat, joinPath } from '../../sources/index.ts';
import type { Session } from '../session.ts';
import { GLOBAL_TEMP_DATABASE } from './databases.ts';
import { SESSION_CATALOG, tableKey, tableParts } from './tables.ts';
import { manyParts } from './names.ts';
import type { CatalogTable } from './tables.ts';
import type { View } from './views.ts';

export { GLOBAL_TEMP_DATABASE };

export type Found = { readonly kind: 'view'; readonly view: View; readonly isGlobal: boolean } | { readonly kind: 'table'; readonly table: CatalogTable };

/** The name without the session catalog's. */
function withoutCatalog(parts: readonly string[]): readonly string[] {
  return parts.length > 1 && parts[0]?.toLowerCase() === SESSION_CATALOG ? parts.slice(1) : parts;
}

/** What a name stands for: `v`, `t`, `default.t`, `global_temp.v`, `spark_catalog.default.t`. */
export function findName(session: Session, nameParts: readonly string[]): Found | undefined {
  const parts = withoutCatalog(nameParts);
  const name = parts[parts.length - 1] as string;
  if (parts.length === 1 && nameParts.length === 1) {
    const view = session.views.get(name);
    if (view !== undefined) return { kind: 'view', view, isGlobal: false };
  }
  if (parts.length > 2) return undefined;
  const database = parts.length === 2 ? (parts[0] as string).toLowerCase() : session.currentDatabase;
  if (database === GLOBAL_TEMP_DATABASE) {
    const view = session.shared.globalViews.get(name);
    return view === undefined ? undefined : { kind: 'view', view, isGlobal: true };
  }
  const table = session.shared.tables.get({ database, name });
  return table === undefined ? undefined : { kind: 'table', table };
}

/** The rows of a table as a scan of its files. */
export function tableScan(session: Session, table: CatalogTable): DataSourceScan {
  const output = table.schema.fields.map((f) => ({
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
    schema: table.schema,
    options: { ...table.options, [TABLE_OPTION]: tableKey(table) },
    paths: [table.location],
    sizeInBytes: tableSize(session, table),
    isStreaming: false,
    pushedFilters: [],
    output,
    table: { nameParts: tableParts(table), ...(table.buckets === undefined ? {} : { buckets: table.buckets }) },
    ...(table.partitionBy.length === 0 ? {} : { partitionColumns: table.partitionBy }),
  };
}

/** Marks scans of the catalog's tables, with their key. */
export const TABLE_OPTION = '__table';

/** What is in the folder. The catalog does not know what is in the folders of partitions till some are chosen. */
function tableSize({ shared }: Session, table: CatalogTable): number {
  if (table.partitionBy.length > 0) return Number.POSITIVE_INFINITY;
  return shared.files.filesUnder(table.location).reduce((sum, f) => sum + f.sizeInBytes, 0);
}

/** The folders of a partitioned table, as paths. */
export function tableFolders(table: CatalogTable): readonly string[] {
  return table.folders.map((f) => joinPath(table.location, f));
}

/**
 * The plan of a name, with ids of its own; undefined where there is none. `analyze` is for persistent views and for files
 * queried in place (`` csv.`/data/people.csv` ``).
 */
export function planOfName(
  session: Session,
  nameParts: readonly string[],
  analyze: (relation: Relation) => LogicalPlan,
): LogicalPlan | undefined {
  const found = findName(session, nameParts);
  if (found === undefined) {
    const [format = '', path = ''] = nameParts;
    if (withoutCatalog(nameParts).length > 2) throw withoutPlace(manyParts(nameParts));
    return nameParts.length === 2 && fileFormat(format) !== undefined ? analyze({ type: 'ReadDataSource', format, options: {}, paths: [path] }) : undefined;
  }
  const { nextExprId } = session.shared;
  if (found.kind === 'view') {
    const { plan, name, relation, usesVariables } = found.view;
    const inner = usesVariables === true ? analyze(relation) : withoutPlanIds(freshIds(plan, nextExprId));
    return { ...subqueryAliasNode(inner, name, found.isGlobal ? [GLOBAL_TEMP_DATABASE, name] : undefined), isView: true };
  }
  const { table } = found;
  if (table.view !== undefined) return subqueryAliasNode(analyze(table.view.relation), table.name, tableParts(table));
  return subqueryAliasNode(tableScan(session, table), table.name, tableParts(table));
}

/** A view's columns are not those of the DataFrame that it was made from. */
function withoutPlanIds(plan: LogicalPlan): LogicalPlan {
  if (plan.planIds === undefined) return plan;
  const { planIds: _, ...rest } = plan;
  return rest as LogicalPlan;
}
