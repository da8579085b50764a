/** Subqueries inside expressions: scalar, EXISTS, IN, correlated or not. */
import { analysisError } from '../../core/index.ts';
import { outerReferencesOf, projectNode, rowFieldSql, rowInSubquerySql, stripAlias } from '../../plan/index.ts';
import type { AttributeReference, ExprId, LogicalPlan, ResolvedExpression, SubqueryCall, SubqueryExpression } from '../../plan/index.ts';
import { BooleanType, catalogString, findCommonType, quotedSqlType, sameType } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import type { Env } from '../analysis.ts';
import { aliasOf, sqlOf } from '../aliases.ts';
import { refuseSecondNames } from '../cte-names.ts';
import { cteUnit } from '../cte-units.ts';
import { checkCorrelation, checkMixedAggregates } from '../correlation.ts';
import { qualifiedSql } from '../qualified-text.ts';
import { at, originOf } from '../origins.ts';
import { isNamed, setText } from '../written-text.ts';
import { coerce } from './casts.ts';

export function resolveSubquery(e: SubqueryExpression, env: Env): SubqueryCall {
  const values = e.inValues?.map((v) => env.analysis.resolve(v, env));
  refuseSecondNames(e.plan, env.analysis, env.scope);
  const plan = cteUnit(env.scope, (scope) => env.analysis.relation(e.plan, { ...scope, outer: env }));
  const exprId = env.analysis.context.nextExprId();
  return at(e.origin, () => {
    checkMixedAggregates(plan);
    if (e.subqueryType === 'scalar') refuseMoreColumns(plan);
    at(e.plan.origin, () => checkCorrelation(env.analysis, plan));
    switch (e.subqueryType) {
      case 'exists':
        return { ...base(e, plan, exprId), subqueryType: 'exists', type: BooleanType, nullable: false };
      case 'scalar':
        return scalar(e, plan, exprId);
      case 'in':
        return inSubquery(e, plan, values ?? [], env, exprId);
    }
  });
}

function base(e: SubqueryExpression, plan: LogicalPlan, exprId: ExprId): Pick<SubqueryCall, 'kind' | 'plan' | 'outerReferences' | 'exprId'> {
  return { kind: 'subquery', plan, exprId, outerReferences: outerReferencesOf(plan), ...originOf(e.origin) };
}

function refuseMoreColumns({ output }: LogicalPlan): void {
  if (output.length === 1) return;
  throw analysisError(
    'INVALID_SUBQUERY_EXPRESSION.SCALAR_SUBQUERY_RETURN_MORE_THAN_ONE_OUTPUT_COLUMN',
    '42823',
    { number: String(output.length) },
    `A subquery that stands for a value must have one column, and this one has ${output.length}.`,
  );
}

function scalar(e: SubqueryExpression, plan: LogicalPlan, exprId: ExprId): SubqueryCall {
  const [column] = plan.output as readonly [AttributeReference];
  return { ...base(e, plan, exprId), subqueryType: 'scalar', type: column.type, nullable: true };
}

function inSubquery(e: SubqueryExpression, plan: LogicalPlan, written: readonly ResolvedExpression[], env: Env, exprId: ExprId): SubqueryCall {
  const values = written.map(stripAlias);
  const made = (p: LogicalPlan, inValues: readonly ResolvedExpression[]): SubqueryCall => ({
    ...base(e, p, exprId),
    subqueryType: 'in',
    inValues,
    type: BooleanType,
    nullable: [...inValues, ...p.output].some((x) => x.nullable),
  });
  const raw = made(plan, values);
  if (values.length !== plan.output.length) throw lengthMismatch(env, raw, values, plan);
  const types = values.map((v, i) => commonType(v.type, (plan.output[i] as AttributeReference).type, env));
  if (types.some((t) => t === undefined)) throw typeMismatch(env, raw, values, plan, types);
  const cast = values.map((v, i) => coerce(env.analysis, v, types[i] as DataType));
  const call = made(castOutput(plan, types as DataType[], env), cast);
  if (values.length > 1 && written.some(isNamed)) {
    setText(call, rowInSubquerySql(call, (i) => namedField(env, written[i] as ResolvedExpression, cast[i] as ResolvedExpression, i)));
  }
  return call;
}

/** A value with its name, which shows where the value is not cast. */
function namedField(env: Env, written: ResolvedExpression, value: ResolvedExpression, place: number): string {
  if (!isNamed(written)) return rowFieldSql(value, place, { timeZone: env.analysis.context.sessionTimeZone });
  const text = sqlOf(env.analysis, written);
  return `'${value === written.child ? written.name : text}', ${text}`;
}

function commonType(a: DataType, b: DataType, env: Env): DataType | undefined {
  return findCommonType([a, b], env.analysis.context.ansi);
}

function castOutput(plan: LogicalPlan, types: readonly DataType[], env: Env): LogicalPlan {
  if (plan.output.every((a, i) => sameType(a.type, types[i] as DataType, true))) return plan;
  const list = plan.output.map((a, i) => {
    const cast = coerce(env.analysis, a, types[i] as DataType);
    return cast === a ? a : aliasOf(cast, a.name, env.analysis.context.nextExprId());
  });
  return projectNode(plan, list);
}

function lengthMismatch(env: Env, call: SubqueryCall, values: readonly ResolvedExpression[], plan: LogicalPlan): Error {
  const names = (list: readonly ResolvedExpression[]): string => list.map((x) => `"${sqlOf(env.analysis, x)}"`).join(', ');
  return analysisError(
    'DATATYPE_MISMATCH.IN_SUBQUERY_LENGTH_MISMATCH',
    '42K09',
    {
      sqlExpr: `"${sqlOf(env.analysis, call)}"`,
      leftLength: String(values.length),
      rightLength: String(plan.output.length),
      leftColumns: names(values),
      rightColumns: names(plan.output),
    },
    `IN compares ${values.length} values with ${plan.output.length} columns of the subquery; the numbers must be equal.`,
  );
}

function typeMismatch(env: Env, call: SubqueryCall, values: readonly ResolvedExpression[], plan: LogicalPlan, types: readonly (DataType | undefined)[]): Error {
  const wrong = values.flatMap((v, i) => {
    const column = plan.output[i] as AttributeReference;
    return types[i] !== undefined ? [] : [`(${qualifiedSql(v)}:${catalogString(v.type)}, ${qualifiedSql(column)}:${catalogString(column.type)})`];
  });
  const shown = (list: readonly { readonly type: DataType }[]): string => list.map((x) => quotedSqlType(x.type)).join(', ');
  return analysisError(
    'DATATYPE_MISMATCH.IN_SUBQUERY_DATA_TYPE_MISMATCH',
    '42K09',
    { sqlExpr: `"${sqlOf(env.analysis, call)}"`, leftType: shown(values), rightType: shown(plan.output), mismatchedColumns: wrong.join(', ') },
    `The values and the subquery's columns have no common type: ${wrong.join(', ')}.`,
  );
}
