/** Filters that keep every row or none, and conditions that hold already (Spark's `PruneFilters`). */
import { filterNode, isDeterministic, isLiteralValue, splitConjuncts, transformPlanUp, andAll } from '../../plan/index.ts';
import type { FilterNode, LogicalPlan } from '../../plan/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { constraintsOf } from '../support/constraints.ts';
import { partition } from '../support/expressions.ts';
import { isStreaming } from '../../plan/index.ts';
import { emptyRelation } from './empty-relations.ts';

export const pruneFilters: Rule = {
  name: 'PruneFilters',
  apply: (plan, context) => transformPlanUp(plan, (p) => (p.node === 'Filter' ? prune(p, context) : p)),
};

function prune(p: FilterNode, context: RuleContext): LogicalPlan {
  if (isLiteralValue(p.condition, true)) return p.input;
  if ((isLiteralValue(p.condition, false) || isLiteralValue(p.condition, null)) && !isStreaming(p)) return emptyRelation(p);
  const known = constraintsOf(p.input, context.registry);
  if (known.size === 0) return p;
  const [held, open] = partition(splitConjuncts(p.condition), (c) => isDeterministic(c) && known.has(c));
  if (held.length === 0) return p;
  const condition = andAll(context.registry, open);
  return condition === undefined ? p.input : filterNode(p.input, condition);
}
