/** Pivots: values of a column become columns. First grouped by that column too, then its rows are put side by side. */
import { valueAt } from '../../columnar/index.ts';
import { analysisError, unsupported } from '../../core/index.ts';
import { PIVOT_FIRST, takesPivotFirst } from '../../functions/pivot/index.ts';
import { aggregateNode, distinctNode, isFoldable, limitNode, literal, mapChildren, OPERATOR, projectNode, referencesOf, sortNode, stripAlias, toAttribute } from '../../plan/index.ts';
import type { Aggregate, AggregateCall, AttributeReference, Expression, Literal, LogicalPlan, NamedExpression, ResolvedExpression } from '../../plan/index.ts';
import { arrayType, castValue, catalogString, holdsMap, IntegerType, parseName, quoteIdentifier, quoteIfNeeded, quoteParts, sameType, valueToString } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { confNumber } from '../../physical/conf.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { aliasOf, named, quoted, sqlOf } from '../aliases.ts';
import { checkReferences } from '../checks.ts';
import { constantValue } from '../expressions/constants.ts';
import { staysConstant } from '../expressions/constancy.ts';
import { canImplicitCast } from '../../types/index.ts';
import { coerce } from '../expressions/casts.ts';
import { lookUp } from '../expressions/attributes.ts';
import { contextOf } from '../origins.ts';
import { qualifiedSql } from '../qualified-text.ts';
import { unresolvedName } from '../suggestions.ts';
import { plainAggregates } from '../expressions/tests.ts';
import { buildAggregate } from './aggregate-build.ts';

/** A value of the pivot column and the name of its columns. */
export interface PivotValue {
  readonly value: Literal;
  readonly name: string;
}

export function pivotAggregate(r: Aggregate, input: LogicalPlan, analysis: Analysis, scope: Scope): LogicalPlan {
  const env = envOf(analysis, scope, [input]);
  const { pivot } = r;
  if (pivot === undefined) throw unsupported('A pivot without a column');
  const column = pivotColumnOf(pivot.col, env);
  refuseIncomparable(column);
  const aggregates = r.aggregateExpressions.map((e) => aggregateOf(env, e));
  const groups = r.isSql === true ? otherColumns(input, [column, ...aggregates]) : r.groupingExpressions.map((g) => named(analysis, analysis.resolve(g, env)));
  const values = pivot.values === undefined ? valuesInData(env, input, column) : pivot.values.map((v) => givenValue(env, v, column));
  const node = pivoted(env, input, { groups, column, aggregates, values });
  checkReferences(node, env);
  return node;
}

/** A bare name is looked up as `df[name]` is. */
function pivotColumnOf(e: Expression, env: Env): ResolvedExpression {
  if (e.type !== 'UnresolvedAttribute' || e.planId !== undefined || env.scope.sql) return stripAlias(env.analysis.resolve(e, env));
  const parts = parseName(e.unparsedIdentifier);
  const found = lookUp(env, parts, env.columns, e);
  if (found !== undefined) return stripAlias(found);
  throw unresolvedName(parts, env.columns.map((a) => quoteParts([a.name])));
}

/** Maps have no order by which their values could be told apart. */
function refuseIncomparable(column: ResolvedExpression): void {
  if (!holdsMap(column.type)) return;
  const columnName = column.kind === 'attribute' ? quoteIdentifier(column.name) : qualifiedSql(column).split('.').map(quoteIdentifier).join('.');
  throw analysisError('INCOMPARABLE_PIVOT_COLUMN', '42818', { columnName }, `The values of the pivot column ${columnName} cannot be compared.`);
}

export interface PivotParts {
  readonly groups: readonly NamedExpression[];
  readonly column: ResolvedExpression;
  readonly aggregates: readonly NamedExpression[];
  readonly values: readonly PivotValue[];
}

/** By group and value first, then for each value the one row that there is, or null. */
export function pivoted(env: Env, input: LogicalPlan, parts: PivotParts): LogicalPlan {
  return parts.aggregates.every((a) => takesPivotFirst(a.type)) ? inTwoSteps(env, input, parts) : inOneStep(env, input, parts);
}

function columnName(env: Env, parts: PivotParts, value: string, a: NamedExpression): string {
  return parts.aggregates.length === 1 ? value : `${value}_${cellName(env, a)}`;
}

function inTwoSteps(env: Env, input: LogicalPlan, parts: PivotParts): LogicalPlan {
  const { analysis } = env;
  const { nextExprId } = analysis.context;
  const { groups, column, aggregates, values } = parts;
  const pivotColumn = column.kind === 'attribute' ? column : aliasOf(column, '__pivot_col', nextExprId());
  const cells = aggregates.map((a) => aliasOf(stripAlias(a), cellText(env, a), nextExprId()));
  const first = buildAggregate(env, { input, grouping: [...groups, pivotColumn], items: [...groups, pivotColumn, ...cells], lateral: new Set() });
  const keys = groups.map((g): AttributeReference => toAttribute(g));
  const key = toAttribute(pivotColumn);
  const constants = values.map((v) => ({ ...v.value, type: key.type }));
  const rows = cells.map((cell) => aliasOf(pivotFirst(key, toAttribute(cell), constants), `__pivot_${cell.name} AS ${quoteIfNeeded(cell.name)}`, nextExprId()));
  const columns = values.flatMap(({ name }, i) =>
    rows.map((row, j): NamedExpression => {
      const value = analysis.call(env, OPERATOR.getItem, [toAttribute(row), literal(i, IntegerType)]);
      return aliasOf(value, columnName(env, parts, name, aggregates[j] as NamedExpression), nextExprId());
    }),
  );
  return projectNode(aggregateNode(first, keys, [...keys, ...rows]), [...keys, ...columns]);
}

function pivotFirst(key: AttributeReference, cell: AttributeReference, values: readonly Literal[]): AggregateCall {
  const buffers = [literal(0, IntegerType), literal(0, IntegerType)];
  return { kind: 'aggregate', fn: PIVOT_FIRST, args: [key, cell, ...values, ...buffers], distinct: false, type: arrayType(cell.type), nullable: true };
}

/** `sum(x)`, or `sum(x) AS s` where it has a name. */
function cellText(env: Env, a: NamedExpression): string {
  const text = sqlOf(env.analysis, stripAlias(a));
  return a.name === text ? text : `${text} AS ${quoteIfNeeded(a.name)}`;
}

/** Each value with aggregates of its own, which see null in the rows of other values. */
function inOneStep(env: Env, input: LogicalPlan, parts: PivotParts): LogicalPlan {
  const { analysis } = env;
  const { column, aggregates, values, groups } = parts;
  const call = (name: string, args: readonly ResolvedExpression[]): ResolvedExpression => analysis.call(env, name, args);
  const columns = values.flatMap(({ value, name }) => {
    const here = call(OPERATOR.nullSafeEqual, [column, coerce(analysis, value, column.type)]);
    const only = (e: ResolvedExpression): ResolvedExpression => call(OPERATOR.if, [here, e, literal(null, e.type)]);
    const narrowed = (e: ResolvedExpression): ResolvedExpression => {
      if (e.kind !== 'aggregate') return mapChildren(e, narrowed);
      const [arg, ...rest] = e.args;
      const ends = e.fn.name === 'first' || e.fn.name === 'last';
      const args = arg === undefined ? [] : [only(arg), ...(ends ? rest : rest.map((x) => (isFoldable(x) ? x : only(x))))];
      return ends ? { ...e, args: args.slice(0, 1), ignoreNulls: true, nullable: true } : { ...e, args };
    };
    return aggregates.map((a) => aliasOf(narrowed(stripAlias(a)), columnName(env, parts, name, a), analysis.context.nextExprId()));
  });
  return buildAggregate(env, { input, grouping: groups, items: [...groups, ...columns], lateral: new Set() });
}

function cellName(env: Env, a: NamedExpression): string {
  return a.kind === 'alias' ? a.name : sqlOf(env.analysis, a);
}

/** Stars stand for columns of the input, of which a pivot makes others. */
function refuseStar(e: Expression): void {
  if (e.type === 'Alias') refuseStar(e.expr);
  if (e.type !== 'UnresolvedFunction') return;
  for (const a of e.arguments) {
    if (a.type !== 'UnresolvedStar') refuseStar(a);
    else throw analysisError('INVALID_USAGE_OF_STAR_OR_REGEX', '42000', { elem: "'*'", prettyName: 'Pivot' }, '* cannot stand in the aggregates of a pivot: count a column, or lit(1).', contextOf(a.origin));
  }
}

function aggregateOf(env: Env, e: Expression): NamedExpression {
  refuseStar(e);
  const resolved = env.analysis.resolve(e, env);
  if (plainAggregates(resolved).length > 0) return named(env.analysis, resolved);
  throw analysisError(
    '_LEGACY_ERROR_TEMP_1006',
    null,
    { sql: qualifiedSql(referencesOf(resolved).values().next().value ?? stripAlias(resolved)) },
    `A pivot shows aggregates, and ${quoted(env.analysis, stripAlias(resolved))} is none.`,
  );
}

/** SQL groups by every column that the pivot does not name. */
function otherColumns(input: LogicalPlan, used: readonly ResolvedExpression[]): AttributeReference[] {
  const named = referencesOf(...used);
  return input.output.filter((a) => !named.has(a.exprId));
}

/** Of several columns the values are structs, whose fields have other names. */
function fits(given: DataType, wanted: DataType): boolean {
  if (sameType(given, wanted, true) || canImplicitCast(given, wanted)) return true;
  if (given.kind !== 'struct' || wanted.kind !== 'struct' || given.fields.length !== wanted.fields.length) return false;
  return given.fields.every((f, i) => fits(f.type, (wanted.fields[i] as typeof f).type));
}

function givenValue(env: Env, e: Expression, column: ResolvedExpression): PivotValue {
  const { analysis } = env;
  const resolved = analysis.resolve(e, env);
  const bare = stripAlias(resolved);
  if (!isFoldable(bare) || !staysConstant(bare)) {
    throw analysisError('NON_LITERAL_PIVOT_VALUES', '42K08', { expression: quoted(analysis, bare) }, `The values of a pivot must be constants, and ${sqlOf(analysis, bare)} is not.`);
  }
  if (!fits(bare.type, column.type)) {
    throw analysisError(
      'PIVOT_VALUE_DATA_TYPE_MISMATCH',
      '42K09',
      { value: sqlOf(analysis, bare), valueType: catalogString(bare.type), pivotType: catalogString(column.type) },
      `The pivot value ${sqlOf(analysis, bare)} does not have the type of the pivot column.`,
    );
  }
  const value = constantValue(analysis, coerce(analysis, bare, column.type));
  const name = resolved.kind === 'alias' ? resolved.name : valueName(analysis, constantValue(analysis, bare), bare.type);
  return { value: literal(value, column.type), name };
}

/** The value as a string, as a column is named by it. */
function valueName(analysis: Analysis, value: Value, type: DataType): string {
  if (value === null) return 'null';
  const { task } = analysis;
  const context = { timeZone: task.sessionTimeZone, now: task.environment.now };
  const text = castValue(value, type, { kind: 'string' }, 'ansi', context);
  return typeof text === 'string' ? text : (valueToString(value, type) ?? 'null');
}

const MAX_PIVOT_VALUES_COUNT = 10_000;

/** The different values that the column has, in order. */
export function valuesInData(env: Env, input: LogicalPlan, column: ResolvedExpression): PivotValue[] {
  const { analysis } = env;
  const { context } = analysis;
  if (context.run === undefined) throw unsupported('A pivot without values in this place', 'Give the values: pivot("column", [...]).');
  const alias = aliasOf(column, '__pivot_col', context.nextExprId());
  const key = toAttribute(alias);
  const max = confNumber(context.conf, 'spark.sql.pivotMaxValues', MAX_PIVOT_VALUES_COUNT);
  const distinct = limitNode(distinctNode(projectNode(input, [alias])), max + 1);
  const batch = context.run(sortNode(distinct, [{ child: key, ascending: true, nullsFirst: true }], true));
  if (batch.length > max) {
    throw analysisError(
      '_LEGACY_ERROR_TEMP_1324',
      null,
      { pivotColumn: sqlOf(analysis, column), maxValues: String(max), config: 'spark.sql.pivotMaxValues' },
      `The pivot column has more than ${max} different values. Give those that you want, or raise spark.sql.pivotMaxValues.`,
    );
  }
  const [vector] = batch.columns;
  return Array.from({ length: batch.length }, (_, i): PivotValue => {
    const value = vector === undefined ? null : valueAt(vector, i);
    return { value: literal(value, column.type), name: valueName(analysis, value, column.type) };
  });
}
