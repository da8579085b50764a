/** Names of views and tables to plans, as a session sees them: its own views first, then the current database. */
import { freshIds, subqueryAliasNode } from '../../plan/index.ts';
import type { DataSourceScan, LogicalPlan, Relation } from '../../plan/index.ts';
import { statisticsOf } from '../../physical/index.ts';
import type { Session } from '../session.ts';
import { DEFAULT_DATABASE, SESSION_CATALOG, tablePath } from './tables.ts';
import type { CatalogTable } from './tables.ts';
import type { View } from './views.ts';

export const GLOBAL_TEMP_DATABASE = 'global_temp';

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
  if (database !== DEFAULT_DATABASE) return undefined;
  const table = session.shared.tables.get(name);
  return table === undefined ? undefined : { kind: 'table', table };
}

/** The rows of a table as a scan of its files. */
export function tableScan(session: Session, table: CatalogTable): DataSourceScan {
  const output = table.schema.fields.map((f) => ({
    kind: 'attribute' as const,
    name: f.name,
    exprId: session.shared.nextExprId(),
    qualifier: [SESSION_CATALOG, DEFAULT_DATABASE, table.name],
    type: f.type,
    nullable: f.nullable,
    ...(f.metadata === undefined ? {} : { metadata: f.metadata }),
  }));
  const scan: DataSourceScan = {
    node: 'DataSourceScan',
    format: table.provider,
    schema: table.schema,
    options: { [TABLE_OPTION]: table.name },
    paths: [tablePath(table)],
    sizeInBytes: 0,
    isStreaming: false,
    pushedFilters: [],
    output,
  };
  return { ...scan, sizeInBytes: tableSize(table, scan) };
}

/** Marks scans of the catalog's tables. */
export const TABLE_OPTION = '__table';

function tableSize(table: CatalogTable, scan: DataSourceScan): number {
  const rows = table.rows.reduce((sum, b) => sum + b.length, 0);
  const width = Number(statisticsOf({ ...scan, node: 'LocalData', origin: 'local', batch: { length: 1, columns: [] } } as unknown as LogicalPlan).sizeInBytes);
  return rows * width;
}

/** The plan of a name, with ids of its own; undefined where there is none. `analyze` is for persistent views. */
export function planOfName(
  session: Session,
  nameParts: readonly string[],
  analyze: (relation: Relation) => LogicalPlan,
): LogicalPlan | undefined {
  const found = findName(session, nameParts);
  if (found === undefined) return undefined;
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
