/** DISTINCT says nothing in aggregates that give the same for values that come once or often (Spark's `EliminateDistinct`). */
import { mapExpressions, transformPlanUp, transformUp } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import type { Rule } from '../rule.ts';

const SAME_FOR_REPEATS: ReadonlySet<string> = new Set(['max', 'min', 'first', 'first_value', 'any_value', 'last', 'last_value', 'bit_and', 'bit_or', 'bool_and', 'bool_or', 'every', 'some', 'any', 'collect_set']);

export const eliminateDistinct: Rule = {
  name: 'EliminateDistinct',
  apply: (plan) => transformPlanUp(plan, (p) => mapExpressions(p, (e) => transformUp(e, plain))),
};

function plain(e: ResolvedExpression): ResolvedExpression {
  return e.kind === 'aggregate' && e.distinct && SAME_FOR_REPEATS.has(e.fn.name) ? { ...e, distinct: false } : e;
}
