/** `df.write`: files, tables, and sinks that keep nothing. */
import { analysisError } from '../../core/index.ts';
import { collectPlans } from '../../plan/index.ts';
import type { BucketSpec, LogicalPlan } from '../../plan/index.ts';
import { missingOption, normalizePath, uriOf, writeFiles } from '../../sources/index.ts';
import { writeKafka } from '../../streaming/index.ts';
import { parseMultipartIdentifier } from '../../sql/index.ts';
import { quotedName, tableExists, tableNotFound, viewNotTable } from '../catalog/errors.ts';
import { findName, TABLE_OPTION } from '../catalog/lookup.ts';
import { tableIdOf } from '../catalog/names.ts';
import { dropTable, forTable, readsTable } from '../catalog/store.ts';
import { checkBucketCount } from '../catalog/table-layout.ts';
import type { TableLayout } from '../catalog/table-layout.ts';
import { createTableOf, fillTable } from '../catalog/write-table.ts';
import { tableParts } from '../catalog/tables.ts';
import type { CatalogTable, TableId } from '../catalog/tables.ts';
import { schemaOf } from '../query-execution.ts';
import { readContext } from '../read-source.ts';
import type { WriteSpec } from '../request.ts';
import { runAction } from './actions.ts';
import { isStreaming } from '../../plan/index.ts';
import type { RequestContext, RequestOf } from './context.ts';

export function write(context: RequestContext, request: RequestOf<'write'>): null {
  const plan = { ...context.analyzed(request.plan) };
  if (isStreaming(plan)) {
    throw analysisError('CALL_ON_STREAMING_DATASET_UNSUPPORTED', '42KDE', { methodName: '`write`' }, 'A stream is written with writeStream, not with write.');
  }
  writePlan(context, plan, request.spec);
  return null;
}

/** Buckets are for tables that are made. Raises what Spark raises elsewhere. */
function checkBuckets(context: RequestContext, { buckets, sortedBy, clusterBy, partitionBy, table, isInsert }: WriteSpec): void {
  if (buckets === undefined) {
    if (sortedBy === true) throw analysisError('SORT_BY_WITHOUT_BUCKETING', '42601', {}, 'sortBy sorts the files of buckets: write bucketBy(n, …) too.');
  } else {
    checkBucketCount(buckets.numBuckets, context.session.conf.lookup);
    const operation = table === undefined ? 'save' : isInsert === true ? 'insertInto' : undefined;
    const sorted = buckets.sortColumns.length > 0;
    if (operation !== undefined) throw analysisError(sorted ? '_LEGACY_ERROR_TEMP_1313' : '_LEGACY_ERROR_TEMP_1312', null, { operation }, `${operation} takes no bucketBy: buckets are for new tables, so write with saveAsTable.`);
  }
  if (clusterBy === undefined) return;
  const other = buckets !== undefined ? 'BUCKETING' : partitionBy.length > 0 ? 'PARTITIONED_BY' : undefined;
  if (other !== undefined) throw analysisError(`SPECIFY_CLUSTER_BY_WITH_${other}_IS_NOT_ALLOWED`, '42908', {}, 'A table is either clustered, or has buckets or partitions.');
}

/** Writes the rows of an analyzed plan. */
export function writePlan(context: RequestContext, plan: LogicalPlan, spec: WriteSpec): void {
  checkBuckets(context, spec);
  if (spec.table !== undefined) saveTable(context, plan, spec, spec.table);
  else if (spec.format.toLowerCase() === 'noop') runAction(context, 'save', plan, (e) => e.partitions());
  else if (spec.format.toLowerCase() === 'kafka') {
    writeKafka(context.shared.broker, spec.options, schemaOf(plan), plan.output, () => runAction(context, 'save', plan, (e) => e.collect()));
  }
  else saveFiles(context, plan, spec);
}

function saveFiles(context: RequestContext, plan: LogicalPlan, spec: WriteSpec): void {
  const path = spec.path ?? spec.options.path;
  if (path === undefined) throw missingOption('path', `Writing ${spec.format} needs a path: save("/data/out"), or option("path", …).`);
  if (spec.mode === 'overwrite') refuseOverwriteOfInput(plan, normalizePath(path));
  const { format, mode, options, partitionBy } = spec;
  writeFiles({ format, mode, options, partitionBy, path, schema: schemaOf(plan) }, () => runAction(context, 'save', plan, (e) => e.partitions()), readContext(context.session));
  context.shared.cache.forgetRows((p) => p.node === 'DataSourceScan' && p.paths.includes(normalizePath(path)));
}

/** UNSUPPORTED_OVERWRITE.PATH: the rows would be gone before they are read. */
function refuseOverwriteOfInput(plan: LogicalPlan, path: string): void {
  const reads = collectPlans(plan, (p) => p.node === 'DataSourceScan' && p.options[TABLE_OPTION] === undefined && p.paths.some((x) => x === path));
  if (reads.length === 0) return;
  throw analysisError('UNSUPPORTED_OVERWRITE.PATH', '42902', { path: uriOf(path) }, `The path ${uriOf(path)} cannot be overwritten by a query that reads it. Write to another path, or cache and count the DataFrame first.`);
}

function saveTable(context: RequestContext, plan: LogicalPlan, spec: WriteSpec, tableText: string): void {
  const parts = parseMultipartIdentifier(tableText);
  if (spec.isInsert === true) {
    if (spec.partitionBy.length > 0) throw analysisError('PARTITION_BY_NOT_ALLOWED_WITH_INSERT_INTO', '42601', { tableName: tableText }, `${tableText} knows its partitions: leave partitionBy out.`);
    insertInto(context, plan, parts, { overwrite: spec.mode === 'overwrite', byName: false });
    return;
  }
  const id = tableIdOf(context.session, parts);
  if (spec.isReplace === true) throw replaceUnsupported(id, 'REPLACE TABLE AS SELECT');
  const existing = context.shared.tables.get(id);
  if (existing !== undefined) {
    if (spec.mode === 'ignore') return;
    if (spec.mode === 'error') throw tableExists(id);
    if (spec.mode === 'append') {
      refuseOtherFormat(existing, spec.format);
      refuseOtherLayout(existing, spec);
      insertInto(context, plan, parts, { overwrite: false, byName: true });
      return;
    }
  }
  const { path, ...options } = spec.options;
  const given = { ...id, ...layoutOf(spec), provider: spec.format, location: path, options, ...(spec.properties === undefined ? {} : { properties: spec.properties }) };
  if (spec.mode !== 'overwrite' || existing === undefined) {
    createTableOf(context, given, plan);
    return;
  }
  refuseOverwriteOfTable(plan, existing);
  createTableOf(context, given, plan, () => dropTable(context.shared, existing));
}

const FORMAT_CLASSES: Readonly<Record<string, string>> = { parquet: 'Parquet', json: 'Json', csv: 'CSV', orc: 'Orc', text: 'Text' };

function refuseOtherFormat(table: CatalogTable, format: string): void {
  const [existing, given] = [table.provider, format.toLowerCase()].map((f) => FORMAT_CLASSES[f]) as [string | undefined, string | undefined];
  if (existing === undefined || given === undefined || existing === given) return;
  const parameters = { tableName: tableParts(table).join('.'), existingProvider: `${existing}DataSourceV2`, specifiedProvider: `${given}DataSourceV2` };
  throw analysisError('_LEGACY_ERROR_TEMP_1159', null, parameters, `The files of ${table.name} are ${table.provider}, not ${format}: write format("${table.provider}").`);
}

/** What is added must say how the table is laid out. */
function refuseOtherLayout(table: CatalogTable, { partitionBy, buckets }: WriteSpec): void {
  const tableName = tableParts(table).join('.');
  const [specifiedPartCols, existingPartCols] = [partitionBy, table.partitionBy].map((list) => list.join(', ')) as [string, string];
  if (specifiedPartCols.toLowerCase() !== existingPartCols.toLowerCase()) {
    throw analysisError('_LEGACY_ERROR_TEMP_1163', null, { tableName, specifiedPartCols, existingPartCols }, `${table.name} is partitioned by [${existingPartCols}]: write so, or use insertInto.`);
  }
  const [specifiedBucketString, existingBucketString] = [buckets, table.buckets].map(bucketText) as [string, string];
  if (specifiedBucketString.toLowerCase() === existingBucketString.toLowerCase()) return;
  throw analysisError('_LEGACY_ERROR_TEMP_1164', null, { tableName, specifiedBucketString, existingBucketString }, `The buckets of ${table.name} are: ${existingBucketString}. Write so, or use insertInto.`);
}

function bucketText(buckets: BucketSpec | undefined): string {
  if (buckets === undefined) return 'not bucketed';
  const sorted = buckets.sortColumns.length === 0 ? '' : `, sort columns: [${buckets.sortColumns.join(', ')}]`;
  return `${buckets.numBuckets} buckets, bucket columns: [${buckets.columns.join(', ')}]${sorted}`;
}

function layoutOf({ partitionBy, buckets, clusterBy }: WriteSpec): TableLayout {
  return { partitionBy, ...(buckets === undefined ? {} : { buckets }), ...(clusterBy === undefined ? {} : { clusterBy }) };
}

/** A table of the session catalog cannot be replaced in one step. */
export function replaceUnsupported(table: TableId, operation: string): Error {
  const tableName = quotedName(tableParts(table));
  return analysisError('UNSUPPORTED_FEATURE.TABLE_OPERATION', '0A000', { tableName, operation }, `${operation} is not supported for ${table.name}, as in Spark: drop the table first.`);
}

function refuseOverwriteOfTable(plan: LogicalPlan, table: CatalogTable): void {
  const reads = collectPlans(plan, (p) => readsTable(p, table));
  if (reads.length === 0) return;
  const shown = quotedName(tableParts(table));
  throw analysisError('UNSUPPORTED_OVERWRITE.TABLE', '42902', { table: shown }, `The table ${table.name} cannot be overwritten by a query that reads it. Write another table, or cache and count the DataFrame first.`);
}

export interface InsertOptions {
  readonly overwrite: boolean;
  /** Columns find theirs by name instead of by position. */
  readonly byName: boolean;
  /** With `overwrite`: the folder whose rows are replaced. */
  readonly folder?: string;
}

/** `insertInto` and SQL's INSERT over the table's columns in their order. */
export function insertInto(context: RequestContext, plan: LogicalPlan, parts: readonly string[], options: InsertOptions): void {
  const found = findName(context.session, parts);
  if (found === undefined) throw tableNotFound(parts);
  if (found.kind === 'view' || found.table.view !== undefined) throw viewNotTable(parts, 'INSERT');
  const { table } = found;
  const ordered = options.byName ? inTableOrder(plan, table) : plan;
  const assigned = forTable(ordered, table, context.shared.nextExprId);
  if (options.overwrite) refuseOverwriteOfTable(plan, table);
  fillTable(context, table, assigned, options);
}

/** The plan's columns in the order of the table's of the same names; as they are where names do not match one to one. */
function inTableOrder(plan: LogicalPlan, table: CatalogTable): LogicalPlan {
  const columns = table.schema.fields.map((f) => plan.output.find((a) => a.name.toLowerCase() === f.name.toLowerCase()));
  if (plan.output.length !== columns.length || columns.some((c) => c === undefined)) return plan;
  const expressions = columns as LogicalPlan['output'];
  return { node: 'Project', input: plan, expressions, output: expressions };
}
