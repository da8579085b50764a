/** Pivots: values of a column become columns. First grouped by that column too, then its rows are put side by side. */
import { valueAt } from '../../columnar/index.ts';
import { analysisError, unsupported } from '../../core/index.ts';
import { aggregateNode, distinctNode, isFoldable, limitNode, literal, OPERATOR, projectNode, referencesOf, sortNode, stripAlias, toAttribute, toSql } from '../../plan/index.ts';
import type { Aggregate, AttributeReference, Expression, Literal, LogicalPlan, NamedExpression, ResolvedExpression } from '../../plan/index.ts';
import { castValue, sameType, valueToString } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { confNumber } from '../../physical/conf.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { aliasOf, named, quoted, sqlOf } from '../aliases.ts';
import { checkReferences } from '../checks.ts';
import { constantValue } from '../expressions/constants.ts';
import { canImplicitCast } from '../../types/index.ts';
import { coerce } from '../expressions/casts.ts';
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
  const column = stripAlias(analysis.resolve(pivot.col, env));
  const aggregates = r.aggregateExpressions.map((e) => aggregateOf(env, e));
  const groups = r.isSql === true ? otherColumns(input, [column, ...aggregates]) : r.groupingExpressions.map((g) => named(analysis, analysis.resolve(g, env)));
  const values = pivot.values === undefined ? valuesInData(env, input, column) : pivot.values.map((v) => givenValue(env, v, column));
  const node = pivoted(env, input, { groups, column, aggregates, values });
  checkReferences(node, env);
  return node;
}

export interface PivotParts {
  readonly groups: readonly NamedExpression[];
  readonly column: ResolvedExpression;
  readonly aggregates: readonly NamedExpression[];
  readonly values: readonly PivotValue[];
}

/** Spark's two steps: by group and value, then for each value the one row that there is, or null. */
export function pivoted(env: Env, input: LogicalPlan, { groups, column, aggregates, values }: PivotParts): LogicalPlan {
  const { analysis } = env;
  const { nextExprId } = analysis.context;
  const pivotColumn = column.kind === 'attribute' ? column : aliasOf(column, '__pivot_col', nextExprId());
  const cells = aggregates.map((a) => (a.kind === 'alias' ? { ...a, exprId: nextExprId() } : a));
  const first = buildAggregate(env, { input, grouping: [...groups, pivotColumn], items: [...groups, pivotColumn, ...cells], lateral: new Set() });
  const keys = groups.map((g): AttributeReference => toAttribute(g));
  const key = toAttribute(pivotColumn);
  const call = (name: string, args: readonly ResolvedExpression[]): ResolvedExpression => analysis.call(env, name, args);
  const columns = values.flatMap(({ value, name }) =>
    cells.map((cell, i): NamedExpression => {
      const here = call(OPERATOR.nullSafeEqual, [key, coerce(analysis, value, key.type)]);
      const kept = call(OPERATOR.if, [here, toAttribute(cell), literal(null, cell.type)]);
      const picked = call('first', [kept, literal(true, { kind: 'boolean' })]);
      return aliasOf(picked, cells.length === 1 ? name : `${name}_${cellName(env, aggregates[i] as NamedExpression)}`, nextExprId());
    }),
  );
  return aggregateNode(first, keys, [...keys, ...columns]);
}

function cellName(env: Env, a: NamedExpression): string {
  return a.kind === 'alias' ? a.name : sqlOf(env.analysis, a);
}

function aggregateOf(env: Env, e: Expression): NamedExpression {
  const resolved = env.analysis.resolve(e, env);
  if (plainAggregates(resolved).length > 0) return named(env.analysis, resolved);
  throw analysisError(
    '_LEGACY_ERROR_TEMP_1006',
    null,
    { sql: toSql(stripAlias(resolved)) },
    `A pivot shows aggregates, and ${quoted(env.analysis, stripAlias(resolved))} is none.`,
  );
}

/** SQL groups by every column that the pivot does not name. */
function otherColumns(input: LogicalPlan, used: readonly ResolvedExpression[]): AttributeReference[] {
  const named = referencesOf(...used);
  return input.output.filter((a) => !named.has(a.exprId));
}

function givenValue(env: Env, e: Expression, column: ResolvedExpression): PivotValue {
  const { analysis } = env;
  const resolved = analysis.resolve(e, env);
  const bare = stripAlias(resolved);
  if (!isFoldable(bare)) {
    throw analysisError('NON_LITERAL_PIVOT_VALUES', '42K08', { expression: quoted(analysis, bare) }, `The values of a pivot must be constants, and ${sqlOf(analysis, bare)} is not.`);
  }
  if (!sameType(bare.type, column.type, true) && !canImplicitCast(bare.type, column.type)) {
    throw analysisError(
      'PIVOT_VALUE_DATA_TYPE_MISMATCH',
      '42K09',
      { value: sqlOf(analysis, bare), valueType: toTypeText(bare.type), pivotType: toTypeText(column.type) },
      `The pivot value ${sqlOf(analysis, bare)} does not have the type of the pivot column.`,
    );
  }
  const value = constantValue(analysis, coerce(analysis, bare, column.type));
  const name = resolved.kind === 'alias' ? resolved.name : valueName(analysis, constantValue(analysis, bare), bare.type);
  return { value: literal(value, column.type), name };
}

function toTypeText(t: DataType): string {
  return t.kind;
}

/** The value as a string, as a column is named by it. */
export function valueName(analysis: Analysis, value: Value, type: DataType): string {
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
