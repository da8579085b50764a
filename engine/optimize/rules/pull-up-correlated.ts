/** Subqueries part with their outer columns, and are optimized as queries of their own. */
import { unsupported } from '../../core/index.ts';
import { dependentRows, inputsOf, mapExpressions, stripAlias, substitute, transformPlanUp, transformUp, literal, withoutOuterMarks } from '../../plan/index.ts';
import type { AttributeReference, DependentRows, LogicalPlan, ResolvedExpression, SubqueryCall } from '../../plan/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { maxRows } from '../../physical/index.ts';
import type { DataType } from '../../types/index.ts';
import { decorrelate } from '../support/decorrelate.ts';
import { rowWithoutRows } from '../support/no-rows.ts';

function mapSubqueries(plan: LogicalPlan, f: (call: SubqueryCall, host: LogicalPlan) => ResolvedExpression): LogicalPlan {
  return transformPlanUp(plan, (p) => mapExpressions(p, (e) => transformUp(e, (x) => (x.kind === 'subquery' ? f(x, p) : x))));
}

export const pullUpCorrelatedPredicates: Rule = {
  name: 'PullupCorrelatedPredicates',
  required: true,
  apply: (plan, context) => pullUp(plan, context),
};

function pullUp(plan: LogicalPlan, context: RuleContext): LogicalPlan {
  return mapSubqueries(plan, (call, host) => {
    if (call.outerReferences.length === 0 || call.conditions !== undefined) return call;
    const inner = withoutOuterMarks(pullUp(call.plan, context));
    const alone = call.subqueryType === 'scalar' ? valueOfOneRow(inner) : undefined;
    if (alone !== undefined) return alone;
    const isScalar = call.subqueryType === 'scalar';
    const pulled = decorrelate(inner, new Set(call.outerReferences.map((a) => a.exprId)), isScalar, context);
    const { plan: own, conditions } = pulled ?? forAllValues(inner, call.outerReferences, host, context);
    // Where there is a row for every value, none stands for those that have none.
    const row = isScalar && pulled !== undefined ? rowWithoutRows(inner, context) : undefined;
    const value = row?.get(inner.output[0]?.exprId ?? -1) ?? null;
    return { ...call, plan: own, conditions, ...(isScalar ? { valueWithoutRows: literal(value, call.type), mayGiveSeveral: (maxRows(inner) ?? 2) > 1 } : {}) };
  });
}

/** A list over one row without columns is worked out where the subquery stands (Spark's `OptimizeOneRowRelationSubquery`). */
function valueOfOneRow(p: LogicalPlan): ResolvedExpression | undefined {
  if (p.node === 'SubqueryAlias') return valueOfOneRow(p.input);
  const [item, ...more] = p.node === 'Project' ? p.expressions : [];
  if (p.node !== 'Project' || item === undefined || more.length > 0) return undefined;
  const { input } = p;
  if (input.node === 'LocalData' && input.output.length === 0 && input.batch.length === 1) return stripAlias(item);
  const below = valueOfOneRow(input);
  return below === undefined ? undefined : stripAlias(substitute(item, new Map([[input.output[0]?.exprId ?? -1, below]])));
}

/** What a scalar subquery on its own comes to, where its plan says so: without rows NULL. */
function knownValue(p: LogicalPlan, type: DataType): ResolvedExpression | undefined {
  return maxRows(p) === 0 ? literal(null, type) : valueOfOneRow(p);
}

/** The subquery computed for all values of the outer columns, where its conditions cannot be taken out. */
function forAllValues(inner: LogicalPlan, outer: readonly AttributeReference[], host: LogicalPlan, context: RuleContext): DependentRows {
  const [around, ...more] = inputsOf(host);
  if (around === undefined || more.length > 0) throw unsupported('A correlated subquery of this kind in the condition of a join');
  return dependentRows(inner, outer, around, context);
}

export const optimizeSubqueries: Rule = {
  name: 'OptimizeSubqueries',
  required: true,
  apply: (plan, context) =>
    mapSubqueries(plan, (call) => {
      const optimized = context.optimizeSubquery(call.plan);
      const value = call.subqueryType === 'scalar' && call.conditions === undefined ? knownValue(optimized, call.type) : undefined;
      if (value !== undefined) return value;
      if (optimized === call.plan) return call;
      const renamed = new Map(call.plan.output.map((a, i) => [a.exprId, optimized.output[i] as (typeof optimized.output)[number]]));
      return { ...call, plan: optimized, ...(call.conditions === undefined ? {} : { conditions: call.conditions.map((c) => substitute(c, renamed)) }) };
    }),
};
