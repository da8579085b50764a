/** Subqueries part with their outer columns, and are optimized as queries of their own. */
import { mapExpressions, substitute, transformPlanUp, transformUp, literal } from '../../plan/index.ts';
import type { LogicalPlan, ResolvedExpression, SubqueryCall } from '../../plan/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { decorrelate } from '../support/decorrelate.ts';
import { rowWithoutRows } from '../support/no-rows.ts';

function mapSubqueries(plan: LogicalPlan, f: (call: SubqueryCall) => ResolvedExpression): LogicalPlan {
  return transformPlanUp(plan, (p) => mapExpressions(p, (e) => transformUp(e, (x) => (x.kind === 'subquery' ? f(x) : x))));
}

export const pullUpCorrelatedPredicates: Rule = {
  name: 'PullupCorrelatedPredicates',
  required: true,
  apply: (plan, context) => pullUp(plan, context),
};

function pullUp(plan: LogicalPlan, context: RuleContext): LogicalPlan {
  return mapSubqueries(plan, (call) => {
    if (call.outerReferences.length === 0 || call.conditions !== undefined) return call;
    const inner = pullUp(call.plan, context);
    const { plan: own, conditions } = decorrelate(inner, new Set(call.outerReferences.map((a) => a.exprId)), context);
    const row = call.subqueryType === 'scalar' ? rowWithoutRows(inner, context) : undefined;
    const value = row?.get(inner.output[0]?.exprId ?? -1) ?? null;
    return { ...call, plan: own, conditions, ...(call.subqueryType === 'scalar' ? { valueWithoutRows: literal(value, call.type) } : {}) };
  });
}

export const optimizeSubqueries: Rule = {
  name: 'OptimizeSubqueries',
  required: true,
  apply: (plan, context) =>
    mapSubqueries(plan, (call) => {
      const optimized = context.optimizeSubquery(call.plan);
      if (optimized === call.plan) return call;
      const renamed = new Map(call.plan.output.map((a, i) => [a.exprId, optimized.output[i] as (typeof optimized.output)[number]]));
      return { ...call, plan: optimized, ...(call.conditions === undefined ? {} : { conditions: call.conditions.map((c) => substitute(c, renamed)) }) };
    }),
};
