/** The rows of a scan: a table of the catalog, or files. */
import type { Batch } from '../columnar/index.ts';
import { analysisError } from '../core/index.ts';
import type { Partitions } from '../execute/index.ts';
import type { DataSourceScan } from '../plan/index.ts';
import { readScan } from '../sources/index.ts';
import { readKafka } from '../streaming/index.ts';
import type { StructType } from '../types/index.ts';
import { TABLE_OPTION } from './catalog/lookup.ts';
import type { Session } from './session.ts';

/** Partitions of batches with the scan's output columns. */
export function readSource(session: Session, scan: DataSourceScan): Partitions {
  const { shared } = session;
  const tableName = scan.options[TABLE_OPTION];
  if (scan.format === 'kafka') return readKafka(scan, shared.broker).map((b) => [columnsOf(scan, scan.schema, b)]);
  if (tableName === undefined) {
    return readScan(scan, { files: shared.files, sessionTimeZone: session.timeZone, now: () => shared.clock.now(), conf: session.conf.lookup });
  }
  const table = shared.tables.byKey(tableName);
  if (table === undefined) {
    throw analysisError('TABLE_OR_VIEW_NOT_FOUND', '42P01', { relationName: `\`${tableName}\`` }, `The table ${tableName} has been dropped.`);
  }
  const parts = table.rows.map((b) => [columnsOf(scan, table.schema, b)]);
  return parts.length > 0 ? parts : [[]];
}

/** The scan's columns of a batch that has all of the schema's. */
function columnsOf(scan: DataSourceScan, schema: StructType, batch: Batch): Batch {
  const columns = scan.output.map((a) => batch.columns[schema.fields.findIndex((f) => f.name === a.name)] as Batch['columns'][number]);
  return { length: batch.length, columns };
}
