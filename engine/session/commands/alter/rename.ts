/** RENAME TO, of tables and of views of both kinds. */
import { analysisError } from '../../../core/index.ts';
import type { Name } from '../../../sql/index.ts';
import { viewExists } from '../../catalog/create-view.ts';
import { quotedName } from '../../catalog/errors.ts';
import { findName, GLOBAL_TEMP_DATABASE } from '../../catalog/lookup.ts';
import type { Found } from '../../catalog/lookup.ts';
import { tableIdOf } from '../../catalog/names.ts';
import { putTable } from '../../catalog/store.ts';
import { anyTarget, tableGiven, viewGiven } from '../../catalog/targets.ts';
import { tablePath } from '../../catalog/tables.ts';
import type { CatalogTable } from '../../catalog/tables.ts';
import type { RequestContext } from '../../requests/context.ts';
import type { StatementOf } from '../statement-of.ts';

export function renameTarget(context: RequestContext, s: StatementOf<'alter'>, to: Name): void {
  const found = anyTarget(context.session, s.name);
  if (found.kind === 'view') return renameTemporary(context, found, s.name, to);
  const isView = found.table.view !== undefined;
  if (isView && s.object === 'TABLE') throw viewGiven(quotedName(s.name), 'ALTER TABLE');
  if (!isView && s.object === 'VIEW') throw tableGiven(quotedName(s.name), 'ALTER VIEW');
  renameTable(context, found.table, to);
}

function renameTemporary(context: RequestContext, found: Extract<Found, { kind: 'view' }>, name: Name, to: Name): void {
  if (to.length > 1 && !(found.isGlobal && to[0]?.toLowerCase() === GLOBAL_TEMP_DATABASE)) {
    const parameters = { oldName: quotedName(name), newName: quotedName(to), db: quotedName(to.slice(0, -1)) };
    throw analysisError('RENAME_TEMP_VIEW_WITH_DATABASE', '42809', parameters, `A temporary view belongs to no schema: rename it to ${to.at(-1)}.`);
  }
  const store = found.isGlobal ? context.shared.globalViews : context.session.views;
  const newName = (to.at(-1) as string).toLowerCase();
  if (store.get(newName) !== undefined) throw viewExists(newName);
  store.delete(found.view.name);
  store.set({ ...found.view, name: newName });
}

function renameTable(context: RequestContext, table: CatalogTable, to: Name): void {
  const { session, shared } = context;
  const id = to.length === 1 ? { database: table.database, name: (to[0] as string).toLowerCase() } : tableIdOf(session, to);
  if (id.database !== table.database) {
    const parameters = { db: quotedName([table.database]), newDb: quotedName([id.database]) };
    throw analysisError('RENAME_TABLE_SOURCE_DESTINATION_DATABASE_MISMATCH', '3F000', parameters, `${table.name} stays in its schema ${table.database} when it is renamed.`);
  }
  if (findName(session, [id.database, id.name]) !== undefined) {
    const relationName = quotedName([id.database, id.name]);
    throw analysisError('TABLE_OR_VIEW_ALREADY_EXISTS', '42P07', { relationName }, `There is a table or view ${relationName} already.`);
  }
  shared.cache.removeWhere((p) => p.node === 'DataSourceScan' && p.table?.nameParts.at(-1) === table.name && p.table.nameParts.at(-2) === table.database);
  const ownFolder = !table.isExternal && table.view === undefined && table.location === tablePath(table, shared.databases.get(table.database));
  const location = ownFolder ? tablePath(id, shared.databases.get(id.database)) : table.location;
  if (ownFolder) shared.files.rename(table.location, location);
  shared.tables.delete(table);
  putTable(shared, { ...table, ...id, location });
}
