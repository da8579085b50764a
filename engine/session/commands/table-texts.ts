/** SHOW CREATE TABLE and SHOW TBLPROPERTIES. */
import { analysisError } from '../../core/index.ts';
import type { Relation } from '../../plan/index.ts';
import { uriOf } from '../../sources/index.ts';
import type { SchemaMode } from '../../sql/index.ts';
import { quoteIfNeeded, sqlTypeName } from '../../types/index.ts';
import type { DataType, StructField } from '../../types/index.ts';
import { defaultText } from '../catalog/defaults.ts';
import { quotedName } from '../catalog/errors.ts';
import { redacted } from '../catalog/redact.ts';
import { anyTarget, atName, foundName, temporaryGiven } from '../catalog/targets.ts';
import { tableParts } from '../catalog/tables.ts';
import type { CatalogTable } from '../catalog/tables.ts';
import { modeInForce } from '../catalog/view-plan.ts';
import type { ViewText } from '../catalog/view-plan.ts';
import type { RequestContext } from '../requests/context.ts';
import { tableProperties } from './detail.ts';
import { table, text } from './result.ts';
import type { StatementOf } from './statement-of.ts';

function fullName(t: CatalogTable): string {
  return tableParts(t).join('.');
}

function quoted(s: string): string {
  return `'${s.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** A type with the collation of each text in it. */
function collatedName(type: DataType): string {
  switch (type.kind) {
    case 'string':
    case 'char':
    case 'varchar':
      return `${sqlTypeName(type)} COLLATE UTF8_BINARY`;
    case 'array':
      return `ARRAY<${collatedName(type.element)}>`;
    case 'map':
      return `MAP<${collatedName(type.key)}, ${collatedName(type.value)}>`;
    case 'struct':
      return `STRUCT<${type.fields.map((f) => `${quoteIfNeeded(f.name)}: ${collatedName(f.type)}${f.nullable ? '' : ' NOT NULL'}`).join(', ')}>`;
    default:
      return sqlTypeName(type);
  }
}

/** Spark names the collation of columns that were written as a bare STRING. */
function column(f: StructField): string {
  const comment = f.metadata?.comment;
  const given = defaultText(f);
  const told = `${given === undefined ? '' : ` DEFAULT ${given}`}${typeof comment === 'string' ? ` COMMENT ${quoted(comment)}` : ''}`;
  return `  ${quoteIfNeeded(f.name)} ${collatedName(f.type)}${told}`;
}

function pairs(word: string, map: Readonly<Record<string, string>> | undefined): string {
  const entries = redacted(map);
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
  const found = anyTarget(context.session, s.table);
  if (found.kind === 'view') throw atName(temporaryGiven(foundName(found), 'SHOW CREATE TABLE'), s.table);
  const { table: t } = found;
  if (t.view !== undefined) return table([text('createtab_stmt')], [[viewStatement(t, t.view, modeInForce(t.view.mode, context.session.conf.lookup))]]);
  if (s.asSerde === true) {
    const parameters = { tableName: quotedName(tableParts(t)) };
    throw analysisError('UNSUPPORTED_SHOW_CREATE_TABLE.ON_DATA_SOURCE_TABLE_WITH_AS_SERDE', '0A000', parameters, `${t.name} is no table of Hive: write SHOW CREATE TABLE without AS SERDE.`);
  }
  const parts = [
    `CREATE TABLE ${fullName(t)} (\n${t.schema.fields.map(column).join(',\n')})\n`,
    `USING ${t.provider}\n`,
    pairs('OPTIONS', t.options),
    t.partitionBy.length === 0 ? '' : `PARTITIONED BY (${t.partitionBy.map(quoteIfNeeded).join(', ')})\n`,
    bucketText(t),
    t.comment === undefined ? '' : `COMMENT ${quoted(t.comment)}\n`,
    t.isExternal ? `LOCATION ${quoted(uriOf(t.location))}\n` : '',
    pairs('TBLPROPERTIES', tableProperties(t)),
  ];
  return table([text('createtab_stmt')], [[parts.join('')]]);
}

function viewStatement(t: CatalogTable, view: ViewText, mode: SchemaMode): string {
  const columns = t.schema.fields.map((f) => {
    const comment = f.metadata?.comment;
    return `  ${quoteIfNeeded(f.name)}${typeof comment === 'string' ? ` COMMENT ${quoted(comment)}` : ''}`;
  });
  const comment = t.comment === undefined ? '' : `COMMENT ${quoted(t.comment)}\n`;
  const name = [t.database, t.name].map(quoteIfNeeded).join('.');
  return `CREATE VIEW ${name} (\n${columns.join(',\n')})\n${comment}${pairs('TBLPROPERTIES', t.properties)}${mode === 'NONE' ? '' : `WITH SCHEMA ${mode}\n`}AS ${view.text}\n`;
}

/** Of a temporary view there are none. */
export function showProperties(context: RequestContext, s: StatementOf<'showProperties'>): Relation {
  const found = anyTarget(context.session, s.table);
  const fields = [text('key'), text('value')];
  if (found.kind === 'view') return table(fields, []);
  const properties = redacted(tableProperties(found.table));
  if (s.key === undefined) return table(fields, properties);
  const [, value] = properties.find(([k]) => k === s.key) ?? [];
  return table(fields, [[s.key, value ?? `Table ${fullName(found.table)} does not have property: ${s.key}`]]);
}
