/** `df.write`: files, tables, and sinks that keep nothing. */
import type { Batch } from '../../columnar/index.ts';
import { analysisError, unsupported } from '../../core/index.ts';
import { collectPlans, projectNode } from '../../plan/index.ts';
import { quoteIdentifier } from '../../types/index.ts';
import type { LogicalPlan } from '../../plan/index.ts';
import { missingOption, normalizePath, uriOf, writeFiles } from '../../sources/index.ts';
import { writeKafka } from '../../streaming/index.ts';
import { parseMultipartIdentifier } from '../../sql/index.ts';
import { quotedName, tableExists, tableNotFound, viewNotTable } from '../catalog/errors.ts';
import { findName, TABLE_OPTION } from '../catalog/lookup.ts';
import { tableIdOf } from '../catalog/names.ts';
import { forTable, insertRows, putTable, readsTable, storedSchema } from '../catalog/store.ts';
import { tableParts } from '../catalog/tables.ts';
import type { CatalogTable, TableId } from '../catalog/tables.ts';
import { schemaOf } from '../query-execution.ts';
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

/** Writes the rows of an analyzed plan. */
export function writePlan(context: RequestContext, plan: LogicalPlan, spec: WriteSpec): void {
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
  const { session, shared } = context;
  const readContext = { files: shared.files, conf: session.conf.lookup, sessionTimeZone: session.timeZone, now: () => shared.clock.now() };
  writeFiles({ ...spec, path, schema: schemaOf(plan) }, () => runAction(context, 'save', plan, (e) => e.partitions()), readContext);
  shared.cache.forgetRows((p) => p.node === 'DataSourceScan' && p.paths.includes(normalizePath(path)));
}

/** UNSUPPORTED_OVERWRITE.PATH: the rows would be gone before they are read. */
function refuseOverwriteOfInput(plan: LogicalPlan, path: string): void {
  const reads = collectPlans(plan, (p) => p.node === 'DataSourceScan' && p.options[TABLE_OPTION] === undefined && p.paths.some((x) => x === path));
  if (reads.length === 0) return;
  throw analysisError('UNSUPPORTED_OVERWRITE.PATH', '42902', { path: uriOf(path) }, `The path ${uriOf(path)} cannot be overwritten by a query that reads it. Write to another path, or cache and count the DataFrame first.`);
}

function rowsOf(context: RequestContext, plan: LogicalPlan): readonly Batch[] {
  return runAction(context, 'save', plan, (e) => e.partitions()).flat();
}

function saveTable(context: RequestContext, plan: LogicalPlan, spec: WriteSpec, tableText: string): void {
  const parts = parseMultipartIdentifier(tableText);
  if (spec.isInsert === true) {
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
      insertInto(context, plan, parts, { overwrite: false, byName: true });
      return;
    }
  }
  if (spec.mode === 'overwrite' && existing !== undefined) refuseOverwriteOfTable(plan, existing);
  createTable(context, id, partitionColumnsLast(plan, spec.partitionBy, id), spec.format, spec.partitionBy);
}

/** The folders' columns come after those of the files. Raises COLUMN_NOT_DEFINED_IN_TABLE, ALL_PARTITION_COLUMNS_NOT_ALLOWED. */
function partitionColumnsLast(plan: LogicalPlan, partitionBy: readonly string[], table: TableId): LogicalPlan {
  if (partitionBy.length === 0) return plan;
  const keys = partitionBy.map((name) => {
    const found = plan.output.find((a) => a.name.toLowerCase() === name.toLowerCase());
    if (found !== undefined) return found;
    throw analysisError(
      'COLUMN_NOT_DEFINED_IN_TABLE',
      '42703',
      {
        colType: 'partition',
        colName: quoteIdentifier(name),
        tableName: quotedName(tableParts(table)),
        tableCols: plan.output.map((a) => quoteIdentifier(a.name)).join(', '),
      },
      `There is no column ${name} to partition ${table.name} by.`,
    );
  });
  if (keys.length === plan.output.length) {
    throw analysisError('ALL_PARTITION_COLUMNS_NOT_ALLOWED', 'KD005', {}, 'A table cannot be partitioned by all of its columns: leave one for the files.');
  }
  return projectNode(plan, [...plan.output.filter((a) => !keys.includes(a)), ...keys]);
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

/** A new table with the rows of the plan. */
export function createTable(context: RequestContext, id: TableId, plan: LogicalPlan, provider: string, partitionBy: readonly string[], about: Partial<CatalogTable> = {}): void {
  if (provider.toLowerCase() === 'hive') throw unsupported('Tables of Hive');
  const rows = rowsOf(context, plan).filter((b) => b.length > 0);
  putTable(context.shared, { ...id, schema: storedSchema(schemaOf(plan)), provider: provider.toLowerCase(), partitionBy, rows, ...about });
}

export interface InsertOptions {
  readonly overwrite: boolean;
  /** Columns find theirs by name instead of by position. */
  readonly byName: boolean;
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
  insertRows(context.shared, table, rowsOf(context, assigned), options.overwrite);
}

/** The plan's columns in the order of the table's of the same names; as they are where names do not match one to one. */
function inTableOrder(plan: LogicalPlan, table: CatalogTable): LogicalPlan {
  const columns = table.schema.fields.map((f) => plan.output.find((a) => a.name.toLowerCase() === f.name.toLowerCase()));
  if (plan.output.length !== columns.length || columns.some((c) => c === undefined)) return plan;
  const expressions = columns as LogicalPlan['output'];
  return { node: 'Project', input: plan, expressions, output: expressions };
}
