/** Changes of tables: keeping and dropping. What is cached of them is computed again. */
import { analysisError } from '../../core/index.ts';
import { aliasOf, storedValue } from './store-cast.ts';
import { projectNode } from '../../plan/index.ts';
import type { LogicalPlan } from '../../plan/index.ts';
import type { StructType } from '../../types/index.ts';
import { canStoreAs, quotedSqlType, quoteIdentifier, withoutLengths } from '../../types/index.ts';
import type { SharedState } from '../shared-state.ts';
import { quotedName } from './errors.ts';
import { TABLE_OPTION } from './lookup.ts';
import { tableKey, tableParts } from './tables.ts';
import type { CatalogTable, TableId } from './tables.ts';

function fullName(table: CatalogTable): string {
  return quotedName(tableParts(table));
}

/** Keeps the table, new or changed. */
export function putTable(shared: SharedState, table: CatalogTable): void {
  shared.tables.set(table);
  forgetRows(shared, table);
}

/** The table after its rows have changed: what ANALYZE counted is true no more. */
export function withoutCounts(table: CatalogTable): CatalogTable {
  const { statistics: _, columnStatistics: __, ...rest } = table;
  return rest;
}

/** Forgets the table; its files go too unless they lie where the user wanted them. */
export function dropTable(shared: SharedState, table: CatalogTable): void {
  shared.tables.delete(table);
  if (table.view === undefined) shared.files.unlink(table.location);
  if (!table.isExternal && table.view === undefined) shared.files.delete(table.location);
  shared.cache.removeWhere((p) => readsTable(p, table));
}

function forgetRows(shared: SharedState, table: TableId): void {
  shared.cache.forgetRows((p) => readsTable(p, table));
}

export function readsTable(p: LogicalPlan, table: TableId): boolean {
  return p.node === 'DataSourceScan' && p.options[TABLE_OPTION] === tableKey(table);
}

/** The columns of a managed table: files promise no column to be without nulls. */
export function storedSchema(schema: StructType): StructType {
  return { kind: 'struct', fields: schema.fields.map((f) => ({ ...f, nullable: true })) };
}

/**
 * The query's columns as the table's, by position, by the rules of store assignment. Raises INSERT_COLUMN_ARITY_MISMATCH
 * and INCOMPATIBLE_DATA_FOR_TABLE.
 */
export function forTable(plan: LogicalPlan, table: CatalogTable, nextExprId: () => number): LogicalPlan {
  const { fields } = table.schema;
  if (plan.output.length !== fields.length) {
    const few = plan.output.length < fields.length;
    throw analysisError(
      `INSERT_COLUMN_ARITY_MISMATCH.${few ? 'NOT_ENOUGH' : 'TOO_MANY'}_DATA_COLUMNS`,
      '21S01',
      { tableName: fullName(table), tableColumns: names(fields), dataColumns: names(plan.output) },
      `The table ${table.name} has ${fields.length} columns, but the rows have ${plan.output.length}.`,
    );
  }
  const expressions = fields.map((f, i) => {
    const a = plan.output[i] as LogicalPlan['output'][number];
    if (!canStoreAs(a.type, withoutLengths(f.type))) throw incompatible(table, f.name, quotedSqlType(a.type), quotedSqlType(f.type));
    return aliasOf(storedValue(a, f.type, f.name), f.name, nextExprId());
  });
  return projectNode(plan, expressions);
}

function names(list: readonly { readonly name: string }[]): string {
  return list.map((x) => quoteIdentifier(x.name)).join(', ');
}

function incompatible(table: CatalogTable, colName: string, srcType: string, targetType: string): Error {
  return analysisError(
    'INCOMPATIBLE_DATA_FOR_TABLE.CANNOT_SAFELY_CAST',
    'KD000',
    { tableName: fullName(table), colName: quoteIdentifier(colName), srcType, targetType },
    `The column ${colName} of ${table.name} is ${targetType.replaceAll('"', '')}, and ${srcType.replaceAll('"', '')} cannot be stored in it. Cast it first.`,
  );
}
