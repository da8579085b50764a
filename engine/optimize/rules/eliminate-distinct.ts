/** DISTINCT says nothing in aggregates that give the same for values that come once or often (Spark's `EliminateDistinct`). */
import { mapExpressions, transformPlanUp, transformUp } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import type { Rule } from '../rule.ts';

export const eliminateDistinct: Rule = {
  name: 'EliminateDistinct',
  apply: (plan) => transformPlanUp(plan, (p) => mapExpressions(p, (e) => transformUp(e, plain))),
};

function plain(e: ResolvedExpression): ResolvedExpression {
  return e.kind === 'aggregate' && e.distinct && e.fn.ignoresRepeats === true ? { ...e, distinct: false } : e;
}
