/** Names of views and tables to plans, as a session sees them: its own views first, then the current database. */
import { withoutPlace } from '../../analyze/origins.ts';
import { freshIds, subqueryAliasNode } from '../../plan/index.ts';
import type { DataSourceScan, LogicalPlan, Relation } from '../../plan/index.ts';
import { defaultSizeBytes } from '../../physical/index.ts';
import { fileFormat } from '../../sources/index.ts';
import type { Session } from '../session.ts';
import { GLOBAL_TEMP_DATABASE } from './databases.ts';
import { SESSION_CATALOG, tableKey, tableParts, tablePath } from './tables.ts';
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
    options: { [TABLE_OPTION]: tableKey(table) },
    paths: [tablePath(table)],
    sizeInBytes: tableSize(table),
    isStreaming: false,
    pushedFilters: [],
    output,
  };
}

/** Marks scans of the catalog's tables, with their key. */
export const TABLE_OPTION = '__table';

const CELL_OVERHEAD_BYTES = 8;

/** Bytes as statistics count them: the rows times the width of their types. */
function tableSize(table: CatalogTable): number {
  const rows = table.rows.reduce((sum, b) => sum + b.length, 0);
  return rows * table.schema.fields.reduce((sum, f) => sum + defaultSizeBytes(f.type), CELL_OVERHEAD_BYTES);
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
  if (found.kind === 'view') return subqueryAliasNode(withoutPlanIds(freshIds(found.view.plan, nextExprId)), found.view.name);
  const { table } = found;
  if (table.view !== undefined) return subqueryAliasNode(analyze(table.view.relation), table.name);
  return subqueryAliasNode(tableScan(session, table), table.name);
}

/** A view's columns are not those of the DataFrame that it was made from. */
function withoutPlanIds(plan: LogicalPlan): LogicalPlan {
  if (plan.planIds === undefined) return plan;
  const { planIds: _, ...rest } = plan;
  return rest as LogicalPlan;
}
