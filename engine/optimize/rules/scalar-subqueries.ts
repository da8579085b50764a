/** A scalar subquery that depends on the row becomes a left join (Spark's `RewriteCorrelatedScalarSubquery`). */
import { InternalError, unsupported } from '../../core/index.ts';
import {
  TRUE,
  aggregateNode,
  andAll,
  filterNode,
  isOperator,
  joinNode,
  literal,
  mapChildren,
  mapExpressions,
  operatorCall,
  projectNode,
  referencesOf,
  someExpression,
  toAttribute,
  transformPlanUp,
  withInputs,
} from '../../plan/index.ts';
import type { AggregateCall, AttributeReference, LogicalPlan, ResolvedExpression, SubqueryCall } from '../../plan/index.ts';
import type { AggregateFunction } from '../../functions/define.ts';
import { BooleanType, IntegerType, LongType } from '../../types/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { freshAlias, isAbout } from '../support/expressions.ts';
import { singleRow } from './single-row.ts';

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
  const seen = new Map<SubqueryCall, ResolvedExpression>();
  const replace = (e: ResolvedExpression): ResolvedExpression => {
    if (!someExpression(e, isCorrelated)) return e;
    if (!isCorrelated(e)) return mapChildren(e, replace);
    const known = seen.get(e);
    if (known !== undefined) return known;
    const made = joined(input, e, context);
    input = made.plan;
    seen.set(e, made.value);
    return made.value;
  };
  const over = mapExpressions(p, replace);
  if (over === p) return p;
  const moved = withInputs(over, [input]);
  return moved.node === 'Filter' ? projectNode(filterNode(moved.input, moved.condition), p.output) : moved;
}

/** The input with the subquery's value beside it. */
function joined(input: LogicalPlan, call: SubqueryCall, context: RuleContext): { plan: LogicalPlan; value: ResolvedExpression } {
  const side = uniqueSide(call, context);
  const column = side.output[0];
  if (column === undefined) throw new InternalError('a scalar subquery without a column');
  const condition = andAll(context.registry, call.conditions ?? []);
  const empty = call.valueWithoutRows ?? literal(null, call.type);
  if (empty.value === null) {
    const plan = joinNode(input, side, 'left_outer', condition);
    return { plan: projectNode(plan, [...input.output, nullable(column)]), value: nullable(column) };
  }
  const found = freshAlias(TRUE, 'alwaysTrue', context);
  const plan = joinNode(input, projectNode(side, [...side.output, found]), 'left_outer', condition);
  const flag = nullable(toAttribute(found));
  const missing = operatorCall(context.registry, 'isNull', [flag], BooleanType, false);
  const value = operatorCall(context.registry, 'if', [missing, empty, nullable(column)], call.type, true);
  return { plan: projectNode(plan, [...input.output, nullable(column), flag]), value };
}

function nullable(a: AttributeReference): AttributeReference {
  return a.nullable ? a : { ...a, nullable: true };
}

/** The subquery with at most one row for each value of the columns that it is joined by. */
function uniqueSide(call: SubqueryCall, context: RuleContext): LogicalPlan {
  const { plan } = call;
  const keys = plan.output.slice(1);
  if (plan.node === 'Aggregate' || isUniqueBy(plan)) return plan;
  const conditions = call.conditions ?? [];
  const used = [...referencesOf(...conditions).values()].filter((a) => isAbout(a, plan));
  if (!conditions.every((c) => isOperator(c, 'equal') || isOperator(c, 'nullSafeEqual'))) throw unsupported('A scalar subquery without an aggregate that is not tied by equal columns');
  const grouping = used.length > 0 ? used : keys;
  const [column] = plan.output as readonly [AttributeReference];
  const first = freshAlias(aggregate('first', [column], column.type, true, context), column.name, context);
  const count = freshAlias(aggregate('count', [literal(1, IntegerType)], LongType, false, context), 'count', context);
  const grouped = aggregateNode(plan, grouping, [first, count, ...grouping]);
  const checked = freshAlias(singleRow([toAttribute(first), toAttribute(count)], column.type), column.name, context);
  return projectNode(grouped, [checked, ...grouping]);
}

/** An aggregate by no other keys than those of the conditions gives one row for each of them. */
function isUniqueBy(p: LogicalPlan): boolean {
  if (p.node === 'Aggregate') return true;
  return (p.node === 'Project' || p.node === 'Filter' || p.node === 'Sort') && isUniqueBy(p.input);
}

function aggregate(name: string, args: readonly ResolvedExpression[], type: AggregateCall['type'], nullable: boolean, context: RuleContext): AggregateCall {
  const fn = context.registry.get(name);
  if (fn?.kind !== 'aggregate') throw new InternalError(`aggregate ${name} is not in the registry`);
  return { kind: 'aggregate', fn: fn as AggregateFunction, args, type, nullable, distinct: false };
}
