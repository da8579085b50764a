/** ALTER TABLE … SET and UNSET: properties, options of the files, their place. */
import { analysisError } from '../../../core/index.ts';
import { normalizePath } from '../../../sources/index.ts';
import type { AlterAction } from '../../../sql/index.ts';
import { readSchema } from '../../catalog/char-types.ts';
import { quotedName } from '../../catalog/errors.ts';
import { putTable } from '../../catalog/store.ts';
import { tableParts } from '../../catalog/tables.ts';
import type { CatalogTable } from '../../catalog/tables.ts';
import type { RequestContext } from '../../requests/context.ts';
import { treeString } from '../../tree-string.ts';

type Of<K extends AlterAction['do']> = Extract<AlterAction, { readonly do: K }>;

/** The property `comment` is the table's comment. */
export function changeProperties({ shared }: RequestContext, table: CatalogTable, action: Of<'setProperties'> | Of<'unsetProperties'>): void {
  const { comment: oldComment, ...rest } = table;
  if (action.do === 'setProperties') {
    const { comment = oldComment, ...given } = action.properties;
    const properties = { ...table.properties, ...given };
    putTable(shared, { ...rest, properties, ...(comment === undefined ? {} : { comment }) });
    return;
  }
  const properties = Object.fromEntries(Object.entries(table.properties ?? {}).filter(([k]) => !action.keys.includes(k)));
  const keeps = oldComment !== undefined && !action.keys.includes('comment');
  putTable(shared, { ...rest, properties, ...(keeps ? { comment: oldComment } : {}) });
}

/** SET SERDEPROPERTIES changes the options by which the files are read. */
export function changeStorage({ shared }: RequestContext, table: CatalogTable, action: Of<'setSerde'> | Of<'setStorage'>): void {
  const tableName = quotedName(tableParts(table));
  if (action.do === 'setSerde') {
    throw analysisError('UNSUPPORTED_FEATURE.ALTER_TABLE_SERDE_FOR_DATASOURCE_TABLE', '0A000', { tableName }, `${table.name} has no serde, for its files are ${table.provider}.`);
  }
  if (action.partition !== undefined) {
    throw analysisError('_LEGACY_ERROR_TEMP_1247', null, {}, 'The options of files are those of the whole table, not of a partition.');
  }
  putTable(shared, { ...table, options: { ...table.options, ...action.properties } });
}

/** From now on the rows are those in another folder. The files stay where they are. */
export function setLocation({ shared }: RequestContext, table: CatalogTable, location: string): void {
  putTable(shared, { ...table, location: normalizePath(location) });
}

export function clusterBy({ shared }: RequestContext, table: CatalogTable, columns: readonly string[]): void {
  const unknown = columns.find((c) => !table.schema.fields.some((f) => f.name.toLowerCase() === c.toLowerCase()));
  if (unknown !== undefined) {
    const parameters = { i: unknown, schema: treeString(readSchema(table.schema)) };
    throw analysisError('_LEGACY_ERROR_TEMP_3060', null, parameters, `${table.name} has no column ${unknown} to cluster by.`);
  }
  putTable(shared, { ...table, clusterBy: columns });
}
