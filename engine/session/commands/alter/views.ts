/** ALTER VIEW … AS and WITH SCHEMA. */
import type { Name, SchemaMode, WrittenQuery } from '../../../sql/index.ts';
import { anyTarget, atName, foundName, tableGiven } from '../../catalog/targets.ts';
import { putTable } from '../../catalog/store.ts';
import type { CatalogTable } from '../../catalog/tables.ts';
import type { RequestContext } from '../../requests/context.ts';
import { persistentView, storeTemporaryView } from '../views.ts';

export function setSchemaMode({ shared }: RequestContext, table: CatalogTable, mode: SchemaMode): void {
  if (table.view !== undefined) putTable(shared, { ...table, view: { ...table.view, mode } });
}

/** Another query under the view's name; comment and properties stay. */
export function alterViewQuery(context: RequestContext, name: Name, query: WrittenQuery): void {
  const found = anyTarget(context.session, name);
  if (found.kind === 'view') {
    storeTemporaryView(context, { name: found.view.name, query, replace: true, isGlobal: found.isGlobal });
    return;
  }
  const { table } = found;
  if (table.view === undefined) throw atName(tableGiven(foundName(found), 'ALTER VIEW ... AS'), name);
  const { comment, properties, created } = table;
  const mode = table.view.mode;
  const about = { mode, created, ...(comment === undefined ? {} : { comment }), ...(properties === undefined ? {} : { properties }) };
  putTable(context.shared, persistentView(context, table, query, about));
}
