/** INSERT … PARTITION (a = 1, b): values that the statement gives to columns of folders. */
import { analysisError, unsupported } from '../../core/index.ts';
import type { Expression, LogicalPlan, NamedExpression, Origin } from '../../plan/index.ts';
import { literal, projectNode } from '../../plan/index.ts';
import { escapePath } from '../../sources/index.ts';
import { quoteIdentifier, StringType, withoutLengths } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { PartitionValue } from '../../sql/index.ts';
import { quotedName } from '../catalog/errors.ts';
import { checkPartitionColumns, partitionConstant, partitionText } from '../catalog/partitions.ts';
import { aliasOf } from '../catalog/store-cast.ts';
import { tableParts } from '../catalog/tables.ts';
import type { CatalogTable } from '../catalog/tables.ts';
import type { RequestContext } from '../requests/context.ts';

export interface PartitionValues {
  /** For each partition column of the table its value, or undefined where the rows tell it. */
  readonly columns: readonly ({ readonly name: string; readonly value: Value; readonly type: DataType } | undefined)[];
  /** Columns whose values the statement gives. */
  readonly named: readonly string[];
  /** The folder that an overwrite replaces: empty for all. */
  readonly folder: string;
}

/** Raises PARTITIONS_NOT_FOUND for a column that names no folder. */
export function partitionValues(context: RequestContext, given: readonly PartitionValue[], table: CatalogTable, origin?: Origin): PartitionValues {
  checkPartitionColumns(given.map((g) => g.column), table);
  const columns = table.partitionBy.map((name) => {
    const found = given.find((g) => g.column.toLowerCase() === name.toLowerCase());
    if (found?.value === undefined) return undefined;
    const field = table.schema.fields.find((f) => f.name === name);
    return { name, ...partitionConstant(context, origin === undefined ? found.value : ({ ...found.value, origin } as Expression), withoutLengths(field?.type ?? StringType)) };
  });
  const first = columns.findIndex((c) => c === undefined);
  const fixed = (first < 0 ? columns : columns.slice(0, first)).flatMap((c) => (c === undefined ? [] : [folderOf(context, c)]));
  if (first >= 0 && columns.slice(first).some((c) => c !== undefined)) throw unsupported('A partition of a given value below one whose value is in the rows');
  return { columns, named: columns.flatMap((c) => (c === undefined ? [] : [c.name])), folder: fixed.join('/') };
}

function folderOf(context: RequestContext, c: { readonly name: string; readonly value: Value; readonly type: DataType }): string {
  return `${escapePath(c.name)}=${escapePath(partitionText(context, c.value, c.type))}`;
}

/**
 * The rows with the values given, in the places of the partition columns: after the columns of the files. Raises
 * INSERT_PARTITION_COLUMN_ARITY_MISMATCH.
 */
export function withPartition(context: RequestContext, plan: LogicalPlan, { columns, named }: PartitionValues, table: CatalogTable): LogicalPlan {
  if (plan.output.length !== table.schema.fields.length - named.length) {
    const list = (names: readonly string[]): string => names.map(quoteIdentifier).join(', ');
    const parameters = { staticPartCols: list(named), tableColumns: list(table.schema.fields.map((f) => f.name)), dataColumns: list(plan.output.map((a) => a.name)), tableName: quotedName(tableParts(table)) };
    throw analysisError('INSERT_PARTITION_COLUMN_ARITY_MISMATCH', '21S01', parameters, `With the partition given, ${table.name} takes ${table.schema.fields.length - named.length} columns, but the rows have ${plan.output.length}.`);
  }
  const inRows = columns.filter((c) => c === undefined).length;
  const data = plan.output.slice(0, plan.output.length - inRows);
  const keys = [...plan.output.slice(plan.output.length - inRows)];
  const last = columns.map((c): NamedExpression | undefined => (c === undefined ? keys.shift() : aliasOf(literal(c.value, c.type), c.name, context.shared.nextExprId())));
  return projectNode(plan, [...data, ...last.filter((e) => e !== undefined)]);
}
