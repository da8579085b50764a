/** One row is in order, and distinct (Spark's `OptimizeOneRowPlan`). */
import { mapExpressions, projectNode, someExpression, transformPlanUp, transformUp } from '../../plan/index.ts';
import type { LogicalPlan } from '../../plan/index.ts';
import type { Rule } from '../rule.ts';
import { maxRows } from '../../physical/index.ts';

export const optimizeOneRowPlan: Rule = {
  name: 'OptimizeOneRowPlan',
  apply: (plan) =>
    transformPlanUp(plan, (p): LogicalPlan => {
      if (p.node !== 'Sort' && p.node !== 'Aggregate') return p;
      if ((maxRows(p.input) ?? Number.POSITIVE_INFINITY) > 1) return p;
      if (p.node === 'Sort') return p.input;
      const groupsOnly = p.grouping.length > 0 && !p.aggregates.some((e) => someExpression(e, (x) => x.kind === 'aggregate'));
      if (groupsOnly) return projectNode(p.input, p.aggregates);
      return mapExpressions(p, (e) => transformUp(e, (x) => (x.kind === 'aggregate' && x.distinct ? { ...x, distinct: false } : x)));
    }),
};
