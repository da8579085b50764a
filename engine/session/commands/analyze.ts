/** ANALYZE TABLE and ANALYZE TABLES: sizes and counts that the catalog keeps. */
import { inputsOf, withInputs } from '../../plan/index.ts';
import type { LogicalPlan, Relation } from '../../plan/index.ts';
import { joinPath } from '../../sources/index.ts';
import { folderMatches, partitionCells } from '../catalog/partitions.ts';
import { putTable } from '../catalog/store.ts';
import { anyTarget, atName, foundName, temporaryGiven } from '../catalog/targets.ts';
import type { CatalogTable, PartitionInfo, Statistics } from '../catalog/tables.ts';
import type { RequestContext } from '../requests/context.ts';
import { columnStatistics } from './analyze-columns.ts';
import { readingOf } from './cache.ts';
import { NOTHING } from './result.ts';
import { shownDatabase } from './show.ts';
import type { StatementOf } from './statement-of.ts';

function sizeOf({ shared }: RequestContext, folder: string): number {
  return shared.files.filesUnder(folder).reduce((sum, f) => sum + f.sizeInBytes, 0);
}

/** The rows of a table, or of its rows in one folder. */
function countRows(context: RequestContext, table: CatalogTable, folder?: string): number {
  const plan = context.analyzed(readingOf([table.database, table.name]));
  const within = folder === undefined ? plan : inFolder(plan, joinPath(table.location, folder));
  return context.queries.run(within).batch.length;
}

function inFolder(plan: LogicalPlan, folder: string): LogicalPlan {
  if (plan.node === 'DataSourceScan') return { ...plan, selectedFolders: [folder] };
  return withInputs(plan, inputsOf(plan).map((x) => inFolder(x, folder)));
}

/** What a count without rows leaves: rows that were counted before. */
function counted(context: RequestContext, table: CatalogTable, scan: boolean): Statistics {
  const sizeInBytes = sizeOf(context, table.location);
  const known = table.statistics?.rowCount ?? 0;
  return { sizeInBytes, rowCount: scan ? countRows(context, table) : known };
}

export function analyzeTable(context: RequestContext, s: StatementOf<'analyze'>): Relation {
  const found = anyTarget(context.session, s.table);
  if (found.kind === 'view') throw atName(temporaryGiven(foundName(found), 'ANALYZE TABLE'), s.table);
  const { table } = found;
  if (s.partition !== undefined) analyzePartitions(context, table, s, s.partition);
  else if ('columns' in s.scope) {
    const columns = columnStatistics(context, table, s.scope.columns);
    putTable(context.shared, { ...table, statistics: counted(context, table, true), columnStatistics: { ...table.columnStatistics, ...columns } });
  } else if (table.view === undefined) putTable(context.shared, { ...table, statistics: counted(context, table, s.scope.scan) });
  return NOTHING;
}

function analyzePartitions(context: RequestContext, table: CatalogTable, s: StatementOf<'analyze'>, spec: Exclude<typeof s.partition, undefined>): void {
  const scan = 'scan' in s.scope ? s.scope.scan : true;
  const cells = partitionCells(context, spec, table);
  const infos: Record<string, PartitionInfo> = { ...table.partitions };
  for (const folder of table.folders.filter((f) => folderMatches(f, cells))) {
    const known: PartitionInfo = infos[folder] ?? { created: table.created };
    const rows = scan ? { rowCount: countRows(context, table, folder) } : known.statistics?.rowCount === undefined ? {} : { rowCount: known.statistics.rowCount };
    infos[folder] = { ...known, statistics: { sizeInBytes: sizeOf(context, joinPath(table.location, folder)), ...rows } };
  }
  putTable(context.shared, { ...table, partitions: infos });
}

/** All tables of a schema. */
export function analyzeTables(context: RequestContext, s: StatementOf<'analyzeAll'>): Relation {
  for (const table of context.shared.tables.all(shownDatabase(context, s.database))) {
    if (table.view === undefined) putTable(context.shared, { ...table, statistics: counted(context, table, s.scan) });
  }
  return NOTHING;
}
