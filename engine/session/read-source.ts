/** The rows of a scan: a table of the catalog, or files. */
import type { Batch } from '../columnar/index.ts';
import { analysisError } from '../core/index.ts';
import type { BucketRead } from '../physical/index.ts';
import type { Partitions } from '../execute/index.ts';
import type { DataSourceScan } from '../plan/index.ts';
import { partitionFolders, readScan } from '../sources/index.ts';
import type { ReadContext } from '../sources/index.ts';
import { readKafka } from '../streaming/index.ts';
import type { StructType } from '../types/index.ts';
import { TABLE_OPTION, tableFolders } from './catalog/lookup.ts';
import type { Session } from './session.ts';

export function readContext(session: Session): ReadContext {
  const { files, clock } = session.shared;
  return { files, conf: session.conf.lookup, sessionTimeZone: session.timeZone, now: () => clock.now() };
}

/** Partitions of batches with the scan's output columns. */
export function readSource(session: Session, scan: DataSourceScan, buckets?: BucketRead): Partitions {
  if (scan.format === 'kafka') return readKafka(scan, session.shared.broker).map((b) => [columnsOf(scan, scan.schema, b)]);
  return readScan(ofTable(session, scan), readContext(session), buckets);
}

/** The folders of a source with partition columns; of a table, those that belong to it. */
export function foldersOf(session: Session, scan: DataSourceScan): ReturnType<typeof partitionFolders> {
  const known = ofTable(session, scan).selectedFolders;
  const all = partitionFolders(scan, readContext(session));
  return known === undefined ? all : all.filter((f) => known.includes(f.path));
}

/** Of a partitioned table only the folders that belong to it. */
function ofTable(session: Session, scan: DataSourceScan): DataSourceScan {
  const key = scan.options[TABLE_OPTION];
  if (key === undefined) return scan;
  const table = session.shared.tables.byKey(key);
  if (table === undefined) throw analysisError('TABLE_OR_VIEW_NOT_FOUND', '42P01', { relationName: `\`${key}\`` }, `The table ${key} has been dropped.`);
  return table.partitionBy.length === 0 || scan.selectedFolders !== undefined ? scan : { ...scan, selectedFolders: tableFolders(table) };
}

/** The scan's columns of a batch that has all of the schema's. */
function columnsOf(scan: DataSourceScan, schema: StructType, batch: Batch): Batch {
  const columns = scan.output.map((a) => batch.columns[schema.fields.findIndex((f) => f.name === a.name)] as Batch['columns'][number]);
  return { length: batch.length, columns };
}
