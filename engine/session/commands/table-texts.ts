/** SHOW CREATE TABLE and SHOW TBLPROPERTIES. */
import { analysisError, unsupported } from '../../core/index.ts';
import type { Relation } from '../../plan/index.ts';
import { uriOf } from '../../sources/index.ts';
import { quoteIfNeeded, sqlTypeName } from '../../types/index.ts';
import type { StructField } from '../../types/index.ts';
import { quotedName, tableNotFound } from '../catalog/errors.ts';
import { findName } from '../catalog/lookup.ts';
import { tableParts } from '../catalog/tables.ts';
import type { CatalogTable } from '../catalog/tables.ts';
import type { RequestContext } from '../requests/context.ts';
import { table, text } from './result.ts';
import type { StatementOf } from './statement-of.ts';

function fullName(t: CatalogTable): string {
  return tableParts(t).join('.');
}

function quoted(s: string): string {
  return `'${s.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** Spark names the collation of columns that were written as a bare STRING. */
function column(f: StructField): string {
  const comment = f.metadata?.comment;
  const collation = f.type.kind === 'string' ? ' COLLATE UTF8_BINARY' : '';
  return `  ${quoteIfNeeded(f.name)} ${sqlTypeName(f.type)}${collation}${typeof comment === 'string' ? ` COMMENT ${quoted(comment)}` : ''}`;
}

function pairs(word: string, map: Readonly<Record<string, string>> | undefined): string {
  const entries = Object.entries(map ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? '' : `${word} (\n${entries.map(([k, v]) => `  ${quoted(k)} = ${quoted(v)}`).join(',\n')})\n`;
}

function bucketText({ buckets, clusterBy }: CatalogTable): string {
  const list = (names: readonly string[]): string => `(${names.map(quoteIfNeeded).join(', ')})`;
  if (clusterBy !== undefined) return `PARTITIONED BY (cluster_by${list(clusterBy)})\n`;
  if (buckets === undefined) return '';
  const sorted = buckets.sortColumns.length === 0 ? '' : `SORTED BY ${list(buckets.sortColumns)}\n`;
  return `CLUSTERED BY ${list(buckets.columns)}\n${sorted}INTO ${buckets.numBuckets} BUCKETS\n`;
}

export function showCreateTable(context: RequestContext, s: StatementOf<'showCreateTable'>): Relation {
  const found = findName(context.session, s.table);
  if (found === undefined) throw tableNotFound(s.table, 'session');
  if (found.kind === 'view') {
    throw analysisError('EXPECT_PERMANENT_VIEW_NOT_TEMP', '42809', { viewName: quotedName(s.table), operation: 'SHOW CREATE TABLE' }, `SHOW CREATE TABLE takes no temporary view, as ${s.table.join('.')} is.`);
  }
  const { table: t } = found;
  if (t.view !== undefined) throw unsupported('SHOW CREATE TABLE of a view');
  const parts = [
    `CREATE TABLE ${fullName(t)} (\n${t.schema.fields.map(column).join(',\n')})\n`,
    `USING ${t.provider}\n`,
    pairs('OPTIONS', t.options),
    t.partitionBy.length === 0 ? '' : `PARTITIONED BY (${t.partitionBy.map(quoteIfNeeded).join(', ')})\n`,
    bucketText(t),
    t.comment === undefined ? '' : `COMMENT ${quoted(t.comment)}\n`,
    t.isExternal ? `LOCATION ${quoted(uriOf(t.location))}\n` : '',
    pairs('TBLPROPERTIES', { ...t.properties, ...(t.clusterBy === undefined ? {} : { clusteringColumns: `[${t.clusterBy.map((c) => `["${c}"]`).join(',')}]` }) }),
  ];
  return table([text('createtab_stmt')], [[parts.join('')]]);
}

export function showProperties(context: RequestContext, s: StatementOf<'showProperties'>): Relation {
  const found = findName(context.session, s.table);
  if (found === undefined) throw tableNotFound(s.table, 'session');
  const t = found.kind === 'table' ? found.table : undefined;
  const properties = t?.properties ?? {};
  const fields = [text('key'), text('value')];
  if (s.key === undefined) return table(fields, Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)));
  const name = t === undefined ? s.table.join('.') : fullName(t);
  return table(fields, [[s.key, properties[s.key] ?? `Table ${name} does not have property: ${s.key}`]]);
}
