/** INSERT: rows find their columns by place, by the statement's list or by name; what is missing is the column's default. */
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import type { Expression, LogicalPlan, NamedExpression, Relation } from '../../plan/index.ts';
import { literal, projectNode } from '../../plan/index.ts';
import { quoteIdentifier, withoutLengths } from '../../types/index.ts';
import type { StructField } from '../../types/index.ts';
import { defaultOf, defaultText } from '../catalog/defaults.ts';
import { quotedName } from '../catalog/errors.ts';
import { findName } from '../catalog/lookup.ts';
import { aliasOf } from '../catalog/store-cast.ts';
import { operationUnsupported, tableTarget } from '../catalog/targets.ts';
import { tableParts } from '../catalog/tables.ts';
import type { CatalogTable } from '../catalog/tables.ts';
import type { RequestContext } from '../requests/context.ts';
import { insertInto, writePlan } from '../requests/writes.ts';
import { partitionValues, withPartition } from './insert-partition.ts';
import { NOTHING } from './result.ts';
import type { StatementOf } from './statement-of.ts';

type Insert = StatementOf<'insert'>;

export function insertStatement(context: RequestContext, s: Insert): Relation {
  // What is wrong with the query is told first, unless it asks for defaults.
  const found = findName(context.session, s.table);
  if (found === undefined) context.analyzed(s.plan, true);
  const table = tableTarget(context.session, s.table, 'INSERT', 'all');
  if (s.replacesWhere === true) throw operationUnsupported(quotedName(tableParts(table)), 'INSERT INTO ... REPLACE WHERE');
  const values = s.partition === undefined ? undefined : partitionValues(context, s.partition, table, s.origin);
  const named = values?.named ?? [];
  const columns = s.columns === undefined ? undefined : checkedColumns(s, table);
  const targets = columns ?? table.schema.fields.filter((f) => !named.includes(f.name));
  const plan = context.analyzed(s.byName ? s.plan : withDefaults(s.plan, targets), true);
  if (s.ifNotExists === true && values !== undefined && table.folders.includes(values.folder)) return NOTHING;
  insertInto(context, rowsOf(context, s, table, plan, values, columns), s.table, { overwrite: s.overwrite, byName: false, ...(values === undefined ? {} : { folder: values.folder }) });
  return NOTHING;
}

export function insertStatements(context: RequestContext, s: StatementOf<'inserts'>): Relation {
  for (const each of s.inserts) insertStatement(context, each);
  return NOTHING;
}

export function insertDirectory(context: RequestContext, s: StatementOf<'insertDirectory'>): Relation {
  writePlan(context, context.analyzed(s.plan, true), { format: s.format, mode: 'overwrite', options: s.options, partitionBy: [] });
  return NOTHING;
}

/** The rows over all columns of the table. */
function rowsOf(context: RequestContext, s: Insert, table: CatalogTable, plan: LogicalPlan, values: ReturnType<typeof partitionValues> | undefined, columns: readonly StructField[] | undefined): LogicalPlan {
  if (columns !== undefined) checkWidth(table, columns, plan);
  if (s.byName || columns !== undefined) {
    const own = values === undefined ? [] : values.columns.flatMap((c) => (c === undefined ? [] : [c]));
    const given = new Map<string, NamedExpression>();
    for (const c of own) given.set(c.name.toLowerCase(), aliasOf(literal(c.value, c.type), c.name, context.shared.nextExprId()));
    plan.output.forEach((a, i) => {
      given.set((columns?.[i]?.name ?? a.name).toLowerCase(), a);
    });
    if (s.byName) checkNames(table, plan, own.map((c) => c.name));
    return completed(context, table, plan, given);
  }
  return values === undefined ? plan : withPartition(context, plan, values, table);
}

/** Columns that no row gives a value hold their default. */
function completed(context: RequestContext, table: CatalogTable, plan: LogicalPlan, given: ReadonlyMap<string, NamedExpression>): LogicalPlan {
  const expressions = table.schema.fields.map((f): NamedExpression => {
    const value = given.get(f.name.toLowerCase());
    if (value !== undefined) return value.kind === 'alias' ? value : aliasOf(value, f.name, context.shared.nextExprId());
    const missing = defaultText(f) === undefined ? literal(null, withoutLengths(f.type)) : defaultOf(context, f, 'INSERT');
    return aliasOf(missing, f.name, context.shared.nextExprId());
  });
  return projectNode(plan, expressions);
}

/** The columns that the statement lists. Raises UNRESOLVED_COLUMN and COLUMN_ALREADY_EXISTS. */
function checkedColumns(s: Insert, table: CatalogTable): readonly StructField[] {
  const { fields } = table.schema;
  const found = (s.columns ?? []).map((c) => {
    const field = fields.find((f) => f.name.toLowerCase() === c.toLowerCase());
    if (field !== undefined) return field;
    const parameters = { objectName: quoteIdentifier(c), proposal: fields.map((f) => quoteIdentifier(f.name)).join(', ') };
    const { sqlText, start = 0, stop = 0 } = s.origin;
    const error = analysisError('UNRESOLVED_COLUMN.WITH_SUGGESTION', '42703', parameters, `The table ${table.name} has no column ${c}.`);
    throw sqlText === undefined ? error : error.withContext({ contextType: 'SQL', sqlText, start, stop });
  });
  const twice = found.find((f, i) => found.indexOf(f) !== i);
  if (twice !== undefined) throw analysisError('COLUMN_ALREADY_EXISTS', '42711', { columnName: quoteIdentifier(twice.name) }, `The statement names the column ${twice.name} twice.`);
  return found;
}

function arity(kind: 'NOT_ENOUGH' | 'TOO_MANY', table: CatalogTable, tableColumns: readonly { readonly name: string }[], plan: LogicalPlan): SparkError {
  const list = (x: readonly { readonly name: string }[]): string => x.map((c) => quoteIdentifier(c.name)).join(', ');
  const parameters = { tableName: quotedName(tableParts(table)), tableColumns: list(tableColumns), dataColumns: list(plan.output) };
  return analysisError(`INSERT_COLUMN_ARITY_MISMATCH.${kind}_DATA_COLUMNS`, '21S01', parameters, `${tableColumns.length} columns are to be filled, but the rows have ${plan.output.length}.`);
}

function checkWidth(table: CatalogTable, columns: readonly StructField[], plan: LogicalPlan): void {
  if (columns.length !== plan.output.length) throw arity(plan.output.length < columns.length ? 'NOT_ENOUGH' : 'TOO_MANY', table, columns, plan);
}

/** Of INSERT BY NAME: every column of the rows is one of the table. */
function checkNames(table: CatalogTable, plan: LogicalPlan, given: readonly string[]): void {
  const { fields } = table.schema;
  if (plan.output.length + given.length > fields.length) throw arity('TOO_MANY', table, fields, plan);
  const extra = plan.output.filter((a) => !fields.some((f) => f.name.toLowerCase() === a.name.toLowerCase()));
  if (extra.length === 0) return;
  const parameters = { tableName: quotedName(tableParts(table)), extraColumns: extra.map((a) => quoteIdentifier(a.name)).join(', ') };
  throw analysisError('INCOMPATIBLE_DATA_FOR_TABLE.EXTRA_COLUMNS', 'KD000', parameters, `${table.name} has no column ${parameters.extraColumns}.`);
}

/** The query with the word DEFAULT, where it is a whole value, replaced. Raises DEFAULT_PLACEMENT_INVALID elsewhere. */
function withDefaults(r: Relation, targets: readonly StructField[]): Relation {
  switch (r.type) {
    case 'WithCTE':
    case 'Sort':
    case 'Limit':
    case 'Offset':
    case 'SubqueryAlias': {
      const input = withDefaults(r.input, targets);
      return input === r.input ? r : { ...r, input };
    }
    case 'InlineTable':
      return r.rows.some((row) => row.some(mentionsDefault)) ? { ...r, rows: r.rows.map((row) => row.map((e, i) => replaced(e, targets[i], row.length === targets.length))) } : r;
    case 'Project':
      return r.expressions.some(mentionsDefault) ? { ...r, expressions: r.expressions.map((e, i) => replaced(e, targets[i], r.expressions.length === targets.length)) } : r;
    default:
      return r;
  }
}

function isDefault(e: Expression): boolean {
  return e.type === 'UnresolvedAttribute' && e.unparsedIdentifier.toUpperCase() === 'DEFAULT';
}

function mentionsDefault(e: Expression): boolean {
  return JSON.stringify(e, (key, value: unknown) => (key === 'origin' ? undefined : value)).toUpperCase().includes('"UNPARSEDIDENTIFIER":"DEFAULT"');
}

/** `isRightWidth`: the rows have as many values as there are columns; otherwise another error comes. */
function replaced(e: Expression, target: StructField | undefined, isRightWidth: boolean): Expression {
  if (!mentionsDefault(e)) return e;
  const none: Expression = { type: 'Literal', dataType: 'void', value: null };
  const value = target === undefined || !isRightWidth ? none : defaultExpression(target, none);
  if (isDefault(e)) return isRightWidth ? value : { type: 'Alias', expr: value, name: ['DEFAULT'] };
  if (e.type === 'Alias' && isDefault(e.expr)) return { ...e, expr: value };
  throw analysisError('DEFAULT_PLACEMENT_INVALID', '42608', {}, 'DEFAULT stands for a whole value: it can be no part of an expression.');
}

function defaultExpression(target: StructField, none: Expression): Expression {
  const text = defaultText(target);
  return text === undefined ? none : { type: 'ExpressionString', expression: text };
}
