/** ALTER TABLE … PARTITION. */
import { analysisError } from '../../../core/index.ts';
import type { Origin } from '../../../plan/index.ts';
import { joinPath, normalizePath } from '../../../sources/index.ts';
import type { AlterAction, PartitionSpec } from '../../../sql/index.ts';
import { quotedName } from '../../catalog/errors.ts';
import { folderMatches, folderOf, partitionCells, partitionExists, partitionMissing, requirePartitioned, wholePartition } from '../../catalog/partitions.ts';
import { putTable, withoutCounts } from '../../catalog/store.ts';
import { tableParts } from '../../catalog/tables.ts';
import type { CatalogTable, PartitionInfo } from '../../catalog/tables.ts';
import type { RequestContext } from '../../requests/context.ts';
import { repair } from '../tables.ts';

type Of<K extends AlterAction['do']> = Extract<AlterAction, { readonly do: K }>;

function withPartitions(context: RequestContext, table: CatalogTable, infos: Readonly<Record<string, PartitionInfo>>): void {
  putTable(context.shared, { ...withoutCounts(table), folders: Object.keys(infos).sort(), partitions: infos });
}

/** What is known of all partitions. */
function infosOf(context: RequestContext, table: CatalogTable): Record<string, PartitionInfo> {
  const created = context.shared.clock.now();
  return Object.fromEntries(table.folders.map((f) => [f, table.partitions?.[f] ?? { created }]));
}

/** Raises PARTITIONS_ALREADY_EXIST, before any is added. */
export function addPartitions(context: RequestContext, table: CatalogTable, action: Of<'addPartitions'>, origin: Origin): void {
  requirePartitioned(table, 'ALTER TABLE ADD PARTITION');
  const infos = infosOf(context, table);
  const wanted = action.partitions.map(({ spec, location }) => ({ cells: wholePartition(context, spec, table, origin), location }));
  const there = wanted.find((w) => table.folders.includes(folderOf(w.cells)));
  if (there !== undefined && !action.ifNotExists) throw partitionExists(there.cells, table);
  for (const { cells, location } of wanted) {
    const folder = folderOf(cells);
    if (infos[folder] !== undefined) continue;
    infos[folder] = { created: context.shared.clock.now(), ...placeOf(context, table, folder, location) };
  }
  withPartitions(context, table, infos);
}

/** The partition's own folder, or another for which it stands. A name without a slash at its start is one below the table's. */
function placeOf({ shared }: RequestContext, table: CatalogTable, folder: string, location: string | undefined): { readonly location?: string } {
  const at = joinPath(table.location, folder);
  if (location === undefined) {
    shared.files.makeDirectory(at);
    return {};
  }
  const isAbsolute = location.startsWith('/') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(location);
  const target = normalizePath(isAbsolute ? location : joinPath(table.location, location));
  shared.files.makeDirectory(target);
  shared.files.link(at, target);
  return { location: target };
}

/** Raises PARTITIONS_NOT_FOUND where one of them is not there. A partition that is told in part is none. */
export function dropPartitions(context: RequestContext, table: CatalogTable, action: Of<'dropPartitions'>, origin: Origin): void {
  requirePartitioned(table, 'ALTER TABLE DROP PARTITION');
  const infos = infosOf(context, table);
  for (const spec of action.specs) {
    const cells = partitionCells(context, spec, table, origin);
    const found = cells.length === table.partitionBy.length ? table.folders.filter((f) => folderMatches(f, cells)) : [];
    if (found.length === 0 && !action.ifExists) throw partitionMissing(cells, table);
    for (const f of found) {
      if (!table.isExternal) context.shared.files.delete(joinPath(table.location, f));
      context.shared.files.unlink(joinPath(table.location, f));
      delete infos[f];
    }
  }
  withPartitions(context, table, infos);
}

export function renamePartition(context: RequestContext, table: CatalogTable, action: Of<'renamePartition'>, origin: Origin): void {
  requirePartitioned(table, 'ALTER TABLE RENAME PARTITION');
  const [from, to] = [wholePartition(context, action.from, table, origin), wholePartition(context, action.to, table, origin)];
  const [old, renamed] = [folderOf(from), folderOf(to)];
  const infos = infosOf(context, table);
  const info = infos[old];
  if (info === undefined) throw partitionMissing(from, table);
  if (infos[renamed] !== undefined) throw partitionExists(to, table);
  delete infos[old];
  infos[renamed] = info;
  context.shared.files.rename(joinPath(table.location, old), joinPath(table.location, renamed));
  if (info.location !== undefined) {
    context.shared.files.unlink(joinPath(table.location, old));
    context.shared.files.link(joinPath(table.location, renamed), info.location);
  }
  withPartitions(context, table, infos);
}

export function setPartitionLocation(context: RequestContext, table: CatalogTable, spec: PartitionSpec, location: string, origin: Origin): void {
  requirePartitioned(table, 'ALTER TABLE ... SET LOCATION');
  const cells = wholePartition(context, spec, table, origin);
  const folder = folderOf(cells);
  const infos = infosOf(context, table);
  const info = infos[folder];
  if (info === undefined) throw partitionMissing(cells, table);
  context.shared.files.unlink(joinPath(table.location, folder));
  infos[folder] = { ...info, ...placeOf(context, table, folder, location) };
  withPartitions(context, table, infos);
}

export function recoverPartitions(context: RequestContext, table: CatalogTable): void {
  if (table.partitionBy.length === 0) {
    const parameters = { operation: 'ALTER TABLE RECOVER PARTITIONS', tableIdentWithDB: quotedName(tableParts(table)) };
    throw analysisError('NOT_A_PARTITIONED_TABLE', '42809', parameters, `${table.name} has no partitions to recover.`);
  }
  repair(context, table, { adds: true, drops: false });
}
