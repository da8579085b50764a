/** CREATE TABLE, its partitions, INSERT, TRUNCATE, DROP. */
import { analysisError, SparkError } from '../../core/index.ts';
import type { Relation } from '../../plan/index.ts';
import { joinPath, partitionFolders } from '../../sources/index.ts';
import { REFUSED_KEY } from '../../sql/index.ts';
import type { StructType } from '../../types/index.ts';
import { defaultText, withCheckedDefaults } from '../catalog/defaults.ts';
import { tableExists, tableNotFound, quotedName } from '../catalog/errors.ts';
import { findName, tableScan } from '../catalog/lookup.ts';
import { tableIdOf } from '../catalog/names.ts';
import { folderMatches, partitionCells } from '../catalog/partitions.ts';
import { dropTable, putTable, withoutCounts } from '../catalog/store.ts';
import { checkBucketCount } from '../catalog/table-layout.ts';
import { clearTable, createEmptyTable, createTableOf } from '../catalog/write-table.ts';
import type { NewTable } from '../catalog/write-table.ts';
import { tableParts } from '../catalog/tables.ts';
import type { CatalogTable, TableId } from '../catalog/tables.ts';
import { operationUnsupported, tableTarget } from '../catalog/targets.ts';
import { schemaOf } from '../query-execution.ts';
import { readContext } from '../read-source.ts';
import type { RequestContext } from '../requests/context.ts';
import { replaceUnsupported } from '../requests/writes.ts';
import { planOfTable } from './cache.ts';
import { NOTHING, table, text } from './result.ts';
import type { StatementOf } from './statement-of.ts';

export function createTableStatement(context: RequestContext, s: StatementOf<'createTable'>): Relation {
  const id = tableIdOf(context.session, s.name);
  const operation = s.plan === undefined ? 'REPLACE TABLE' : 'REPLACE TABLE AS SELECT';
  if (s.replace) {
    throw replaceUnsupported(id, operation);
  }
  if (context.shared.tables.get(id) !== undefined) {
    if (s.ifNotExists) return NOTHING;
    throw tableExists(id);
  }
  const { conf } = context.session;
  if (s.buckets !== undefined) checkBucketCount(s.buckets.numBuckets, conf.lookup, true);
  const provider = s.provider ?? conf.lookup('spark.sql.sources.default') ?? 'parquet';
  const { path, ...options } = s.options ?? {};
  const table: NewTable = { ...id, ...about(s), provider, options, location: s.location ?? path };
  if (s.plan !== undefined) createTableOf(context, table, context.analyzed(s.plan, true));
  else if (s.schema !== undefined || table.location === undefined) createEmptyTable(context, table, checkedColumns(context, id, table.provider, s.schema));
  else createOverFiles(context, table, table.location);
  return NOTHING;
}

const WITH_DEFAULTS: readonly string[] = ['csv', 'json', 'orc', 'parquet'];

/** Columns whose defaults can be computed. Raises DEFAULT_UNSUPPORTED and INVALID_DEFAULT_VALUE. */
function checkedColumns(context: RequestContext, id: TableId, dataSource: string, schema: StructType | undefined): StructType {
  const fields = schema?.fields ?? [];
  const refused = fields.map((f) => f.metadata?.[REFUSED_KEY]).find((r) => r !== undefined);
  if (typeof refused === 'string') throw operationUnsupported(quotedName(tableParts(id)), refused);
  if (fields.every((f) => defaultText(f) === undefined)) return { kind: 'struct', fields };
  if (!WITH_DEFAULTS.includes(dataSource.toLowerCase())) {
    throw analysisError('DEFAULT_UNSUPPORTED', '42623', { statementType: 'CREATE TABLE', dataSource }, `Columns of tables of ${dataSource} have no defaults.`);
  }
  return { kind: 'struct', fields: withCheckedDefaults(context, fields, { statement: 'CREATE TABLE', exists: true }) };
}

/** A table over files that are there; their columns are its columns, and all of their folders belong to it. */
function createOverFiles(context: RequestContext, table: NewTable, location: string): void {
  const scan = context.analyzed({ type: 'ReadDataSource', format: table.provider, options: table.options ?? {}, paths: [location] });
  const partitionBy = scan.node === 'DataSourceScan' ? (scan.partitionColumns ?? []) : [];
  repair(context, createEmptyTable(context, { ...table, partitionBy }, schemaOf(scan)), { adds: true, drops: false });
}

/** MSCK REPAIR TABLE: folders found below the location belong to the table; those that are gone no longer do. */
export function repairTable(context: RequestContext, s: StatementOf<'repairTable'>): Relation {
  const table = tableTarget(context.session, s.table, 'MSCK REPAIR TABLE');
  if (table.partitionBy.length === 0) {
    const parameters = { operation: 'MSCK REPAIR TABLE', tableIdentWithDB: quotedName(tableParts(table)) };
    throw analysisError('NOT_A_PARTITIONED_TABLE', '42809', parameters, `${table.name} has no partitions to repair.`);
  }
  repair(context, table, s);
  return NOTHING;
}

/** SHOW PARTITIONS, all or those that a specification means. */
export function showPartitions(context: RequestContext, s: StatementOf<'showPartitions'>): Relation {
  const t = tableTarget(context.session, s.table, 'SHOW PARTITIONS');
  if (t.partitionBy.length === 0) {
    throw analysisError('INVALID_PARTITION_OPERATION.PARTITION_SCHEMA_IS_EMPTY', '42601', { name: quotedName(tableParts(t)) }, `${t.name} is not partitioned.`);
  }
  const cells = s.partition === undefined ? [] : partitionCells(context, s.partition, t);
  return table([text('partition')], t.folders.filter((f) => folderMatches(f, cells)).map((f) => [f]));
}

export function repair(context: RequestContext, t: CatalogTable, how: { readonly adds: boolean; readonly drops: boolean }): void {
  if (t.partitionBy.length === 0) return;
  const found = partitionFolders(tableScan(context.session, t), readContext(context.session)).map((f) => f.path.slice(t.location.length + 1));
  const isThere = (f: string): boolean => context.shared.files.exists(joinPath(t.location, f));
  const kept = how.drops ? t.folders.filter(isThere) : t.folders;
  putTable(context.shared, { ...t, folders: [...new Set([...kept, ...(how.adds ? found : [])])].sort() });
}

/** What a statement tells of the table beside its columns, its files' place and rows. */
function about(s: StatementOf<'createTable'>): Omit<NewTable, 'name' | 'database' | 'provider'> {
  const { comment, properties, partitionBy, buckets, clusterBy } = s;
  return {
    partitionBy,
    ...(buckets === undefined ? {} : { buckets }),
    ...(clusterBy === undefined ? {} : { clusterBy }),
    ...(comment === undefined ? {} : { comment }),
    ...(properties === undefined ? {} : { properties }),
  };
}

const CHANGES = { UPDATE: 'UPDATE TABLE', DELETE: 'DELETE', MERGE: 'MERGE INTO TABLE' } as const;

/** Tables of files cannot change single rows, in Spark as here. */
export function changeRows(context: RequestContext, s: StatementOf<'changeRows'>): Relation {
  const found = findName(context.session, s.table);
  if (found === undefined) throw tableNotFound(s.table, 'all', context.session.currentDatabase);
  const operation = CHANGES[s.operation];
  const tableName = found.kind === 'table' ? quotedName(tableParts(found.table)) : '`unknown`';
  throw new SparkError({
    errorClass: s.operation === 'DELETE' ? 'AnalysisException' : 'UnsupportedOperationException',
    condition: 'UNSUPPORTED_FEATURE.TABLE_OPERATION',
    sqlState: '0A000',
    parameters: { tableName, operation },
    sentence: `${operation} is not supported for ${s.table.join('.')}: its rows are files. Write the rows that you want with INSERT OVERWRITE or a new table.`,
  });
}

export function truncate(context: RequestContext, s: StatementOf<'truncate'>): Relation {
  const table = tableTarget(context.session, s.table, 'TRUNCATE TABLE');
  if (s.partition === undefined) {
    clearTable(context, table);
    return NOTHING;
  }
  if (table.partitionBy.length === 0) {
    const tableIdentWithDB = quotedName(tableParts(table));
    throw analysisError('_LEGACY_ERROR_TEMP_1267', null, { tableIdentWithDB }, `${table.name} has no partitions to empty.`);
  }
  const cells = partitionCells(context, s.partition, table);
  for (const folder of table.folders.filter((f) => folderMatches(f, cells))) {
    context.shared.files.delete(joinPath(table.location, folder));
    context.shared.files.makeDirectory(joinPath(table.location, folder));
  }
  putTable(context.shared, withoutCounts(table));
  return NOTHING;
}

export function dropStatement(context: RequestContext, s: StatementOf<'drop'>): Relation {
  const { session, shared } = context;
  const found = findName(session, s.name);
  if (found === undefined) {
    if (s.ifExists) return NOTHING;
    throw tableNotFound(s.name, 'catalog', session.currentDatabase);
  }
  if (found.kind === 'view') {
    forgetCached(context, s.name);
    (found.isGlobal ? shared.globalViews : session.views).delete(found.view.name);
    return NOTHING;
  }
  // DROP TABLE takes views too; DROP VIEW no tables.
  if (found.table.view === undefined && s.object === 'VIEW') throw tableNotView(found.table);
  dropTable(shared, found.table);
  return NOTHING;
}

/** What is cached of a view goes with it. A view that means nothing any more has nothing cached. */
export function forgetCached(context: RequestContext, name: readonly string[]): void {
  try {
    context.shared.cache.remove(planOfTable(context, name));
  } catch (error) {
    if (!(error instanceof SparkError)) throw error;
  }
}

function tableNotView(t: CatalogTable): Error {
  return analysisError(
    'WRONG_COMMAND_FOR_OBJECT_TYPE',
    '42809',
    {
      alternative: 'DROP TABLE',
      operation: 'DROP VIEW',
      foundType: 'MANAGED',
      requiredType: 'VIEW or METRIC_VIEW',
      objectName: tableParts(t).join('.'),
    },
    `${t.name} is a table: write DROP TABLE.`,
  );
}
