/** The rows of a scan: a table of the catalog, or files. */
import type { Batch } from '../columnar/index.ts';
import { analysisError } from '../core/index.ts';
import type { Partitions } from '../execute/index.ts';
import type { DataSourceScan } from '../plan/index.ts';
import { readScan } from '../sources/index.ts';
import { TABLE_OPTION } from './catalog/lookup.ts';
import type { Session } from './session.ts';

/** Partitions of batches with the scan's output columns. */
export function readSource(session: Session, scan: DataSourceScan): Partitions {
  const { shared } = session;
  const tableName = scan.options[TABLE_OPTION];
  if (tableName === undefined) {
    return readScan(scan, { files: shared.files, sessionTimeZone: session.timeZone, now: () => shared.clock.now(), conf: session.conf.lookup });
  }
  const table = shared.tables.get(tableName);
  if (table === undefined) {
    throw analysisError('TABLE_OR_VIEW_NOT_FOUND', '42P01', { relationName: `\`${tableName}\`` }, `The table ${tableName} has been dropped.`);
  }
  const places = scan.output.map((a) => table.schema.fields.findIndex((f) => f.name === a.name));
  const parts = table.rows.map((b): Batch[] => [{ length: b.length, columns: places.map((c) => b.columns[c] as Batch['columns'][number]) }]);
  return parts.length > 0 ? parts : [[]];
}
