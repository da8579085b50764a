/** Partitions of tables as commands name them. */
import { analysisError, unsupported } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import type { Expression, Origin } from '../../plan/index.ts';
import { interpret, plainTask, stripAlias } from '../../plan/index.ts';
import { escapePath, joinPath, uriOf } from '../../sources/index.ts';
import type { PartitionSpec } from '../../sql/index.ts';
import { castValue, quoteIdentifier, StringType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { RequestContext } from '../requests/context.ts';
import { quotedName } from './errors.ts';
import { tableParts } from './tables.ts';
import type { CatalogTable } from './tables.ts';

/** One column of a partition with its value. */
export interface PartitionCell {
  readonly name: string;
  readonly value: Value;
  readonly type: DataType;
  /** As folders and DESCRIBE write it; null where there is no value. */
  readonly text: string | null;
}

/** The value of a constant that a statement gives for a column, by the rules of ANSI casts. */
export function partitionConstant(context: RequestContext, e: Expression, type: DataType): { readonly value: Value; readonly type: DataType } {
  const { session, shared } = context;
  const plan = context.analyzed({ type: 'Project', expressions: [e] });
  const value = plan.node === 'Project' ? plan.expressions[0] : undefined;
  if (value === undefined) throw unsupported('A partition value that is no constant');
  const task = plainTask({ ansi: session.ansi, sessionTimeZone: session.timeZone, environment: shared.environment, conf: session.lookup });
  const found = interpret(stripAlias(value), () => null, task);
  return { value: castValue(found, value.type, type, 'ansi', { timeZone: session.timeZone, now: () => shared.clock.now() }), type };
}

export function partitionText(context: RequestContext, value: Value, type: DataType): string | null {
  return castValue(value, type, StringType, 'ansi', { timeZone: context.session.timeZone, now: () => context.shared.clock.now() }) as string | null;
}

/** PARTITIONS_NOT_FOUND for a column that names no folders. */
export function checkPartitionColumns(names: readonly string[], table: CatalogTable): void {
  for (const name of names) {
    if (table.partitionBy.some((c) => c.toLowerCase() === name.toLowerCase())) continue;
    throw analysisError(
      'PARTITIONS_NOT_FOUND',
      '428FT',
      { partitionList: quoteIdentifier(name), tableName: quotedName(tableParts(table)) },
      `${name} is no column of the folders of ${table.name}.`,
    );
  }
}

/**
 * The cells that a statement names, in the order of the table's partition columns. `origin`: where a value that is none of
 * its column is said to stand. Raises PARTITIONS_NOT_FOUND.
 */
export function partitionCells(context: RequestContext, spec: PartitionSpec, table: CatalogTable, origin?: Origin): readonly PartitionCell[] {
  checkPartitionColumns(spec.map((s) => s.column), table);
  return table.partitionBy.flatMap((name): PartitionCell[] => {
    const given = spec.find((s) => s.column.toLowerCase() === name.toLowerCase())?.value;
    if (given === undefined) return [];
    const type = table.schema.fields.find((f) => f.name === name)?.type ?? StringType;
    const constant = partitionConstant(context, origin === undefined ? given : ({ ...given, origin } as Expression), type);
    return [{ name, ...constant, text: partitionText(context, constant.value, type) }];
  });
}

/** As `partitionCells`, of all partition columns. Raises what Spark does where one is not given. */
export function wholePartition(context: RequestContext, spec: PartitionSpec, table: CatalogTable, origin?: Origin): readonly PartitionCell[] {
  const cells = partitionCells(context, spec, table, origin);
  if (cells.length === table.partitionBy.length) return cells;
  const parameters = { specKeys: spec.map((s) => s.column).join(', '), partitionColumnNames: table.partitionBy.join(', '), tableName: quotedName(tableParts(table)) };
  throw analysisError('_LEGACY_ERROR_TEMP_1232', null, parameters, `A partition of ${table.name} is told by all of ${parameters.partitionColumnNames}, not by ${parameters.specKeys} alone.`);
}

/** Tables without partitions have none to change. */
export function requirePartitioned(table: CatalogTable, action: string): void {
  if (table.partitionBy.length > 0) return;
  throw analysisError('_LEGACY_ERROR_TEMP_1251', null, { action, tableName: table.name }, `${action} needs a partitioned table, and ${table.name} is none.`);
}

/** Of the folders that a table's partition has, below its own: `a=1/b=x`. */
export function folderOf(cells: readonly PartitionCell[]): string {
  return cells.map((c) => `${escapePath(c.name)}=${escapePath(c.text)}`).join('/');
}

/** As errors list a partition. */
function listText(cells: readonly PartitionCell[]): string {
  return `PARTITION (${cells.map((c) => `${quoteIdentifier(c.name)} = ${c.text ?? 'null'}`).join(', ')})`;
}

export function partitionMissing(cells: readonly PartitionCell[], table: CatalogTable): SparkError {
  const parameters = { partitionList: listText(cells), tableName: quotedName([table.database, table.name]) };
  return analysisError('PARTITIONS_NOT_FOUND', '428FT', parameters, `${table.name} has no ${parameters.partitionList}.`);
}

export function partitionExists(cells: readonly PartitionCell[], table: CatalogTable): SparkError {
  const parameters = { partitionList: listText(cells), tableName: quotedName([table.database, table.name]) };
  return analysisError('PARTITIONS_ALREADY_EXIST', '428FT', parameters, `${table.name} has ${parameters.partitionList} already.`);
}

/** Whether a folder is one of those that the cells mean. */
export function folderMatches(folder: string, cells: readonly PartitionCell[]): boolean {
  const parts = folder.split('/');
  return cells.every((c) => parts.includes(`${escapePath(c.name)}=${escapePath(c.text)}`));
}

/** Where a partition's files lie, as Spark shows it. */
export function partitionUri(table: CatalogTable, folder: string): string {
  return uriOf(table.partitions?.[folder]?.location ?? joinPath(table.location, folder));
}
