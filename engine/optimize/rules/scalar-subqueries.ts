/** A scalar subquery that depends on the row becomes a left join (Spark's `RewriteCorrelatedScalarSubquery`). */
import { InternalError } from '../../core/index.ts';
import {
  TRUE,
  andAll,
  expressionKey,
  filterNode,
  freshIds,
  joinNode,
  literal,
  mapChildren,
  mapExpressions,
  operatorCall,
  projectNode,
  someExpression,
  substitute,
  toAttribute,
  transformPlanUp,
  withInputs,
} from '../../plan/index.ts';
import type { AttributeReference, LogicalPlan, ResolvedExpression, SubqueryCall } from '../../plan/index.ts';
import { BooleanType } from '../../types/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { freshAlias, outputIds } from '../support/expressions.ts';

export const rewriteCorrelatedScalarSubquery: Rule = {
  name: 'RewriteCorrelatedScalarSubquery',
  required: true,
  apply: (plan, context) => transformPlanUp(plan, (p) => rewrite(p, context)),
};

function isCorrelated(e: ResolvedExpression): e is SubqueryCall {
  return e.kind === 'subquery' && e.subqueryType === 'scalar' && e.conditions !== undefined;
}

function rewrite(p: LogicalPlan, context: RuleContext): LogicalPlan {
  if (p.node !== 'Project' && p.node !== 'Filter' && p.node !== 'Aggregate') return p;
  let input = p.input;
  const seen = new Map<string, ResolvedExpression>();
  const replace = (e: ResolvedExpression): ResolvedExpression => {
    if (!someExpression(e, isCorrelated)) return e;
    if (!isCorrelated(e)) return mapChildren(e, replace);
    const key = `${expressionKey(e)} ${e.conditions?.map((c) => expressionKey(c)).join()}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const made = joined(input, apart(e, input, context), context);
    input = made.plan;
    seen.set(key, made.value);
    return made.value;
  };
  const over = mapExpressions(p, replace);
  if (over === p) return p;
  const moved = withInputs(over, [input]);
  return moved.node === 'Filter' ? projectNode(filterNode(moved.input, moved.condition), p.output) : moved;
}

/** The subquery with columns that the input has not. */
function apart(call: SubqueryCall, input: LogicalPlan, context: RuleContext): SubqueryCall {
  const taken = outputIds(input);
  if (!call.plan.output.some((a) => taken.has(a.exprId))) return call;
  const plan = freshIds(call.plan, context.nextExprId);
  const renamed = new Map(call.plan.output.map((a, i) => [a.exprId, plan.output[i] as AttributeReference]));
  return { ...call, plan, ...(call.conditions === undefined ? {} : { conditions: call.conditions.map((c) => substitute(c, renamed)) }) };
}

/** The input with the subquery's value beside it. */
function joined(input: LogicalPlan, call: SubqueryCall, context: RuleContext): { plan: LogicalPlan; value: ResolvedExpression } {
  const side = call.plan;
  const joinType = call.mayGiveSeveral === true ? 'left_single' : 'left_outer';
  const column = side.output[0];
  if (column === undefined) throw new InternalError('a scalar subquery without a column');
  const condition = andAll(context.registry, call.conditions ?? []);
  const empty = call.valueWithoutRows ?? literal(null, call.type);
  if (empty.value === null) {
    const plan = joinNode(input, side, joinType, condition);
    return { plan: projectNode(plan, [...input.output, nullable(column)]), value: nullable(column) };
  }
  const found = freshAlias(TRUE, 'alwaysTrue', context);
  const plan = joinNode(input, projectNode(side, [...side.output, found]), joinType, condition);
  const flag = nullable(toAttribute(found));
  const missing = operatorCall(context.registry, 'isNull', [flag], BooleanType, false);
  const value = operatorCall(context.registry, 'if', [missing, empty, nullable(column)], call.type, true);
  return { plan: projectNode(plan, [...input.output, nullable(column), flag]), value };
}

function nullable(a: AttributeReference): AttributeReference {
  return a.nullable ? a : { ...a, nullable: true };
}
