/** ALTER TABLE … COLUMN: what tables of files allow is to add columns, to comment on them, and to change defaults. */
import { analysisError, unsupported } from '../../../core/index.ts';
import type { SparkError } from '../../../core/index.ts';
import type { Origin } from '../../../plan/index.ts';
import { CURRENT_DEFAULT } from '../../../sql/index.ts';
import type { AlterAction, ColumnChange, Name } from '../../../sql/index.ts';
import { quotedSqlType, quoteIdentifier, sameType } from '../../../types/index.ts';
import type { DataType, StructField } from '../../../types/index.ts';
import { quotedName } from '../../catalog/errors.ts';
import { missingValues, withCheckedDefaults } from '../../catalog/defaults.ts';
import { putTable } from '../../catalog/store.ts';
import { checkedLayout, partitionColumnsLast } from '../../catalog/table-layout.ts';
import { operationUnsupported } from '../../catalog/targets.ts';
import { tableParts } from '../../catalog/tables.ts';
import type { CatalogTable } from '../../catalog/tables.ts';
import type { RequestContext } from '../../requests/context.ts';

function placedAt(error: SparkError, origin: Origin): SparkError {
  const { sqlText, start, stop } = origin;
  return sqlText === undefined ? error : error.withContext({ contextType: 'SQL', sqlText, start: start ?? 0, stop: stop ?? 0 });
}

function isSame(context: RequestContext, a: string, b: string): boolean {
  return context.session.conf.lookup('spark.sql.caseSensitive') === 'true' ? a === b : a.toLowerCase() === b.toLowerCase();
}

/** UNRESOLVED_COLUMN with all columns of the table. */
function columnMissing(table: CatalogTable, path: Name, origin: Origin): SparkError {
  const name = path.join('.');
  const proposal = table.schema.fields.map((f) => quoteIdentifier(f.name)).join(', ');
  const parameters = { objectName: quotedName(path), proposal };
  return placedAt(analysisError('UNRESOLVED_COLUMN.WITH_SUGGESTION', '42703', parameters, `${table.name} has no column ${name}. It has ${proposal}.`), origin);
}

/** The column of the table that a path begins with. */
export function checkColumn(context: RequestContext, table: CatalogTable, path: Name, origin: Origin): StructField {
  const name = path[0] as string;
  const found = table.schema.fields.find((f) => isSame(context, f.name, name));
  if (found === undefined) throw columnMissing(table, [name], origin);
  const [, inner] = path;
  if (inner !== undefined && found.type.kind === 'struct' && !found.type.fields.some((f) => isSame(context, f.name, inner))) throw columnMissing(table, path, origin);
  return found;
}

export function addColumns(context: RequestContext, table: CatalogTable, columns: Extract<AlterAction, { do: 'addColumns' }>['columns']): void {
  for (const c of columns) {
    if (c.path.length === 1) continue;
    checkColumn(context, table, c.path.slice(0, -1), c.origin);
    throw operationUnsupported(quotedName(tableParts(table)), 'ADD COLUMN with qualified column');
  }
  const added = columns.map((c) => c.field);
  checkedLayout({ partitionBy: [] }, table, [...table.schema.fields, ...added]);
  if (added.some((f) => !f.nullable)) throw analysisError('_LEGACY_ERROR_TEMP_1052', null, {}, 'A column that is added holds NULL in the rows that are there: it cannot be NOT NULL.');
  const checked = withCheckedDefaults(context, added, { statement: 'ALTER TABLE ADD COLUMNS', exists: true });
  const fields = partitionColumnsLast([...table.schema.fields, ...checked], table.partitionBy);
  const missing = missingValues(context, checked);
  if (Object.keys(missing).length > 0 && !COLUMNAR.includes(table.provider)) throw unsupported(`A column with a default that is added to a table of ${table.provider}`);
  putTable(context.shared, { ...table, schema: { kind: 'struct', fields }, missing: { ...table.missing, ...missing } });
}

/** Formats whose files tell which columns they have. */
const COLUMNAR: readonly string[] = ['parquet', 'orc'];

export function alterColumns(context: RequestContext, table: CatalogTable, changes: readonly ColumnChange[], origin: Origin): void {
  const tableName = quotedName(tableParts(table));
  for (const c of changes) checkColumn(context, table, c.path, origin);
  const [change] = changes as [ColumnChange];
  if (changes.length > 1) throw operationUnsupported(tableName, 'ALTER COLUMN in bulk');
  if (change.path.length > 1) throw operationUnsupported(tableName, 'ALTER COLUMN with qualified column');
  if (change.changesNull === true) throw operationUnsupported(tableName, 'ALTER COLUMN ... SET NOT NULL');
  if (change.moves === true) throw operationUnsupported(tableName, 'ALTER COLUMN ... FIRST | AFTER');
  const field = checkColumn(context, table, change.path, origin);
  if (change.type !== undefined && !sameType(change.type, field.type, true)) throw typeChange(tableName, field, change.type, origin);
  const changed = changedField(context, field, change);
  const fields = table.schema.fields.map((f) => (f === field ? changed : f));
  putTable(context.shared, { ...table, schema: { kind: 'struct', fields } });
}

function changedField(context: RequestContext, field: StructField, change: ColumnChange): StructField {
  const { metadata, ...rest } = field;
  const { [CURRENT_DEFAULT]: current, ...others } = metadata ?? {};
  const told: Record<string, unknown> = {
    ...others,
    ...(current === undefined || change.dropsDefault === true ? {} : { [CURRENT_DEFAULT]: current }),
    ...(change.comment === undefined ? {} : { comment: change.comment }),
    ...(change.defaultText === undefined ? {} : { [CURRENT_DEFAULT]: change.defaultText }),
  };
  const made: StructField = Object.keys(told).length === 0 ? rest : { ...rest, metadata: told };
  if (change.defaultText !== undefined) withCheckedDefaults(context, [made], { statement: 'ALTER TABLE ALTER COLUMN', exists: false });
  return made;
}

function typeChange(table: string, field: StructField, type: DataType, origin: Origin): SparkError {
  const parameters = {
    table,
    originName: quoteIdentifier(field.name),
    originType: quotedSqlType(field.type),
    newName: quoteIdentifier(field.name),
    newType: quotedSqlType(type),
  };
  return placedAt(analysisError('NOT_SUPPORTED_CHANGE_COLUMN', '0A000', parameters, `The column ${field.name} stays ${parameters.originType}: the files hold it so.`), origin);
}
