/** Tables made and filled: their rows become files in the table's folder. */
import { analysisError, unsupported } from '../../core/index.ts';
import { projectNode } from '../../plan/index.ts';
import type { LogicalPlan } from '../../plan/index.ts';
import { normalizePath, uriOf, writeFiles } from '../../sources/index.ts';
import type { FileWrite } from '../../sources/index.ts';
import type { StructType } from '../../types/index.ts';
import { schemaOf } from '../query-execution.ts';
import { readContext } from '../read-source.ts';
import { runAction } from '../requests/actions.ts';
import type { RequestContext } from '../requests/context.ts';
import { rawSchema, readSchema } from './char-types.ts';
import { quotedName } from './errors.ts';
import { putTable, storedSchema, withoutCounts } from './store.ts';
import { checkedLayout, partitionColumnsLast } from './table-layout.ts';
import type { TableLayout } from './table-layout.ts';
import { tableParts, tablePath } from './tables.ts';
import type { CatalogTable, TableId } from './tables.ts';

/** What is told of a new table beside its columns and rows. */
export interface NewTable extends TableId, TableLayout {
  readonly provider: string;
  /** Where the user wants the files; undefined: in the warehouse. */
  readonly location?: string | undefined;
  readonly comment?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, string>>;
}

/** A new table without rows, or over files that are there. Raises what Spark refuses about its layout. */
export function createEmptyTable(context: RequestContext, t: NewTable, schema: StructType): CatalogTable {
  const table = describe(context, t, schema);
  requireEmptyFolder(context, table);
  context.shared.files.makeDirectory(table.location);
  putTable(context.shared, table);
  return table;
}

/** A new table with the rows of the plan. With `replace` the table of that name goes once the rows are there. */
export function createTableOf(context: RequestContext, t: NewTable, plan: LogicalPlan, replace?: () => void): void {
  const table = describe(context, t, rawSchema(schemaOf(plan)));
  if (replace === undefined) requireEmptyFolder(context, table);
  const ordered = projectNode(plan, partitionColumnsLast(plan.output, table.partitionBy));
  const rows = runAction(context, 'save', ordered, (e) => e.partitions());
  replace?.();
  const written = writeFiles({ ...fileWrite(table), mode: 'overwrite' }, () => rows, readContext(context.session));
  putTable(context.shared, { ...table, folders: foldersIn(written) });
}

/** Adds the rows of a plan over all of the table's columns, or puts them in place of those there (below `folder`, if given). */
export function fillTable(context: RequestContext, table: CatalogTable, plan: LogicalPlan, options: { readonly overwrite: boolean; readonly folder?: string | undefined }): void {
  const { overwrite, folder } = options;
  const rows = runAction(context, 'save', plan, (e) => e.partitions());
  const target = { ...fileWrite(table), mode: overwrite ? 'overwrite' : 'append', ...(folder === undefined ? {} : { folder }) } as const;
  const written = foldersIn(writeFiles(target, () => rows, readContext(context.session)));
  const isKept = (f: string): boolean => !overwrite || context.shared.files.exists(`${table.location}/${f}`);
  putTable(context.shared, { ...withoutCounts(table), folders: [...new Set([...table.folders.filter(isKept), ...written])].sort() });
}

/** Empties a table. The catalog keeps its folders. */
export function clearTable(context: RequestContext, table: CatalogTable): void {
  context.shared.files.delete(table.location);
  context.shared.files.makeDirectory(table.location);
  putTable(context.shared, withoutCounts(table));
}

function describe({ shared }: RequestContext, t: NewTable, schema: StructType): CatalogTable {
  const { location, ...rest } = t;
  const provider = t.provider.toLowerCase();
  if (provider === 'hive') throw unsupported('Tables of Hive');
  const { fields } = storedSchema(schema);
  const layout = checkedLayout(t, t, fields);
  return {
    ...rest,
    ...layout,
    provider,
    schema: { kind: 'struct', fields: partitionColumnsLast(fields, layout.partitionBy) },
    location: location === undefined ? tablePath(t, shared.databases.get(t.database)) : normalizePath(location),
    created: shared.clock.now(),
    isExternal: location !== undefined,
    folders: [],
  };
}

function fileWrite(t: CatalogTable): FileWrite {
  const { provider, location, options = {}, partitionBy, buckets } = t;
  const schema = readSchema(t.schema);
  return { format: provider, path: location, mode: 'append', options, partitionBy, schema, ...(buckets === undefined ? {} : { buckets }) };
}

function foldersIn(written: ReadonlySet<string>): readonly string[] {
  return [...written].filter((f) => f !== '').sort();
}

/** A table in the warehouse begins with an empty folder. Raises LOCATION_ALREADY_EXISTS. */
function requireEmptyFolder(context: RequestContext, table: CatalogTable): void {
  if (table.isExternal || context.shared.files.filesUnder(table.location).length === 0) return;
  const location = `'${uriOf(table.location)}'`;
  throw analysisError('LOCATION_ALREADY_EXISTS', '42710', { location, identifier: quotedName(tableParts(table)) }, `There are files in ${location} already: remove them first.`);
}
