/** DESCRIBE of tables, views, their partitions and columns, and of queries. */
import { analysisError } from '../../core/index.ts';
import type { AttributeReference, Relation, WireValue } from '../../plan/index.ts';
import { uriOf } from '../../sources/index.ts';
import { quoteIdentifier, quotedSqlType, simpleString, withoutLengths } from '../../types/index.ts';
import type { StructField } from '../../types/index.ts';
import type { PartitionSpec } from '../../sql/index.ts';
import { rawSchema } from '../catalog/char-types.ts';
import { defaultText } from '../catalog/defaults.ts';
import type { Found } from '../catalog/lookup.ts';
import type { PartitionCell } from '../catalog/partitions.ts';
import { folderOf, partitionMissing, partitionUri, requirePartitioned, wholePartition } from '../catalog/partitions.ts';
import { redacted } from '../catalog/redact.ts';
import { anyTarget } from '../catalog/targets.ts';
import { quotedName } from '../catalog/errors.ts';
import type { CatalogTable, ColumnStatistics } from '../catalog/tables.ts';
import { schemaOf } from '../query-execution.ts';
import type { RequestContext } from '../requests/context.ts';
import { planOfTable } from './cache.ts';
import { describeJson } from './describe-json.ts';
import type { DescribedPartition } from './describe-json.ts';
import { bucketDetails, partitionDetails, tableDetails } from './detail.ts';
import { table, text } from './result.ts';
import type { StatementOf } from './statement-of.ts';

const COLUMNS = [
  { ...text('col_name'), metadata: { comment: 'name of the column' } },
  { ...text('data_type'), metadata: { comment: 'data type of the column' } },
  { ...text('comment', true), metadata: { comment: 'comment of the column' } },
];

type Row = readonly WireValue[];
const EMPTY: Row = ['', '', ''];

function commentOf(f: StructField): string | null {
  const comment = f.metadata?.comment;
  return typeof comment === 'string' ? comment : null;
}

function columnRow(f: StructField): Row {
  return [f.name, simpleString(f.type), commentOf(f)];
}

/** The columns of what was found: of temporary views those of their query, of others as the catalog has them. */
function fieldsOf(context: RequestContext, found: Found, name: readonly string[]): readonly StructField[] {
  const schema = found.kind === 'table' ? found.table.schema : rawSchema(found.view.schema ?? schemaOf(planOfTable(context, name)));
  return schema.fields;
}

function columnBlock(fields: readonly StructField[], title: string, names: readonly string[]): Row[] {
  return [[title, '', ''], ['# col_name', 'data_type', 'comment'], ...names.flatMap((n) => fields.filter((f) => f.name === n).map(columnRow))];
}

export function describeTable(context: RequestContext, s: StatementOf<'describeTable'>): Relation {
  const found = anyTarget(context.session, s.table, 'all');
  const fields = fieldsOf(context, found, s.table);
  if (s.asJson === true) return describeJson(context, found, fields.map((f) => ({ ...f, type: withoutLengths(f.type) })), s.partition === undefined ? undefined : partitionOf(context, s.table, found, s.partition));
  const rows: Row[] = fields.map(columnRow);
  const t = found.kind === 'table' ? found.table : undefined;
  if (t !== undefined && t.partitionBy.length > 0) rows.push(...columnBlock(fields, '# Partition Information', t.partitionBy));
  if (t?.clusterBy !== undefined) rows.push(...columnBlock(fields, '# Clustering Information', t.clusterBy));
  if (s.partition !== undefined) return table(COLUMNS, [...rows, ...partitionRows(context, s, found, s.partition)]);
  if (s.extended && t !== undefined) {
    rows.push(EMPTY, ['# Detailed Table Information', '', ''], ...tableDetails(context, t, false).map((d): Row => [...d, '']));
  }
  const defaults = fields.filter((f) => defaultText(f) !== undefined);
  if (defaults.length > 0) rows.push(EMPTY, ['# Column Default Values', '', ''], ...defaults.map((f): Row => [f.name, simpleString(f.type), defaultText(f) ?? null]));
  return table(COLUMNS, rows);
}

interface ToldPartition {
  readonly table: CatalogTable;
  readonly cells: readonly PartitionCell[];
  readonly folder: string;
}

/** Raises FORBIDDEN_OPERATION of views, and PARTITIONS_NOT_FOUND. */
function toldPartition(context: RequestContext, name: readonly string[], found: Found, spec: PartitionSpec): ToldPartition {
  if (found.kind === 'view' || found.table.view !== undefined) {
    const objectType = found.kind === 'view' ? 'TEMPORARY VIEW' : 'VIEW';
    const objectName = quotedName(name.slice(-1));
    throw analysisError('FORBIDDEN_OPERATION', '42809', { statement: 'DESC PARTITION', objectType, objectName }, `${objectName} is a view and has no partitions.`);
  }
  const t = found.table;
  requirePartitioned(t, 'DESC PARTITION');
  const cells = wholePartition(context, spec, t);
  const folder = folderOf(cells);
  if (!t.folders.includes(folder)) throw partitionMissing(cells, t);
  return { table: t, cells, folder };
}

function partitionOf(context: RequestContext, name: readonly string[], found: Found, spec: PartitionSpec): DescribedPartition {
  const { table: t, cells, folder } = toldPartition(context, name, found, spec);
  const made = t.partitions?.[folder]?.created;
  return { values: Object.fromEntries(cells.map((c) => [c.name, c.text ?? 'null'])), location: partitionUri(t, folder), ...(made === undefined ? {} : { created: made }) };
}

function partitionRows(context: RequestContext, s: StatementOf<'describeTable'>, found: Found, spec: PartitionSpec): Row[] {
  const { table: t, cells, folder } = toldPartition(context, s.table, found, spec);
  if (!s.extended) return [];
  const values = `[${cells.map((c) => `${c.name}=${c.text ?? 'null'}`).join(', ')}]`;
  return [
    EMPTY,
    ['# Detailed Partition Information', '', ''],
    ['Database', t.database, ''],
    ['Table', t.name, ''],
    ...partitionDetails(context, t, values, partitionUri(t, folder), folder).map((d): Row => [...d, '']),
    EMPTY,
    ['# Storage Information', '', ''],
    ...bucketDetails(t).map((d): Row => [...d, '']),
    ['Location', uriOf(t.location), ''],
    ...storageRow(t),
  ];
}

function storageRow(t: CatalogTable): Row[] {
  const pairs = redacted(t.options);
  return pairs.length === 0 ? [] : [['Storage Properties', `[${pairs.map(([k, v]) => `${k}=${v}`).join(', ')}]`, '']];
}

const COLUMN_INFO = [
  { ...text('info_name'), metadata: { comment: 'name of the column info' } },
  { ...text('info_value'), metadata: { comment: 'value of the column info' } },
];

export function describeColumn(context: RequestContext, s: StatementOf<'describeColumn'>): Relation {
  const found = anyTarget(context.session, s.table, 'all');
  const fields = fieldsOf(context, found, s.table);
  const isSame = (f: StructField): boolean => (context.session.conf.lookup('spark.sql.caseSensitive') === 'true' ? f.name === s.column[0] : f.name.toLowerCase() === s.column[0]?.toLowerCase());
  const field = fields.find(isSame);
  if (field === undefined) throw columnNotFound(s.column.join('.'));
  if (s.column.length > 1) throw nestedColumn(field, s);
  const rows: Row[] = [['col_name', field.name], ['data_type', simpleString(field.type)], ['comment', commentOf(field) ?? 'NULL']];
  if (s.extended && found.kind === 'table') rows.push(...statisticsRows(found.table.columnStatistics?.[field.name]));
  else if (s.extended) rows.push(...statisticsRows(undefined));
  return table(COLUMN_INFO, rows);
}

function statisticsRows(c: ColumnStatistics | undefined): Row[] {
  const show = (x: string | number | undefined): string => (x === undefined ? 'NULL' : String(x));
  return [
    ['min', show(c?.min)],
    ['max', show(c?.max)],
    ['num_nulls', show(c?.nullCount)],
    ['distinct_count', show(c?.distinctCount)],
    ['avg_col_len', show(c?.averageLength)],
    ['max_col_len', show(c?.longest)],
    ['histogram', 'NULL'],
  ];
}

export function columnNotFound(name: string): Error {
  const parameters = { colName: quoteIdentifier(name), caseSensitiveConfig: '"spark.sql.caseSensitive"' };
  return analysisError('COLUMN_NOT_FOUND', '42703', parameters, `There is no column ${name}.`);
}

/** A field of a struct is no column; of other types there are no fields. */
function nestedColumn(field: StructField, s: StatementOf<'describeColumn'>): Error {
  const { sqlText, start, stop } = s.origin;
  if (field.type.kind === 'struct') {
    const column = s.column.join('.');
    const fieldName = s.column[1] as string;
    if (!field.type.fields.some((f) => f.name.toLowerCase() === fieldName.toLowerCase())) {
      const parameters = { fieldName: quoteIdentifier(fieldName), fields: field.type.fields.map((f) => quoteIdentifier(f.name)).join(', ') };
      const missing = analysisError('FIELD_NOT_FOUND', '42704', parameters, `${field.name} has no field ${fieldName}.`);
      return sqlText === undefined ? missing : missing.withContext({ contextType: 'SQL', sqlText, start: start ?? 0, stop: stop ?? 0 });
    }
    return analysisError('_LEGACY_ERROR_TEMP_1060', null, { command: 'DESC TABLE COLUMN', column }, `DESCRIBE tells of whole columns, not of ${column}.`);
  }
  const parameters = { base: `"${field.name}"`, other: quotedSqlType(field.type) };
  const error = analysisError('INVALID_EXTRACT_BASE_FIELD_TYPE', '42000', parameters, `${field.name} is ${parameters.other} and has no fields.`);
  return sqlText === undefined ? error : error.withContext({ contextType: 'SQL', sqlText, start: start ?? 0, stop: stop ?? 0 });
}

export function describeQuery(context: RequestContext, s: StatementOf<'describeQuery'>): Relation {
  const row = (a: AttributeReference): Row => columnRow({ name: a.name, type: a.type, nullable: a.nullable, ...(a.metadata === undefined ? {} : { metadata: a.metadata }) });
  return table(COLUMNS, context.analyzed(s.plan, true).output.map(row));
}
