/** Of several repartitions in a row the last one counts (Spark's `CollapseRepartition`, `OptimizeRepartition`). */
import { isFoldable, repartitionByExpressionNode, transformPlanUp, withInputs } from '../../plan/index.ts';
import type { LogicalPlan } from '../../plan/index.ts';
import { shufflePartitions } from '../../physical/index.ts';
import type { Rule, RuleContext } from '../rule.ts';

export const collapseRepartition: Rule = {
  name: 'CollapseRepartition',
  apply: (plan, context) => transformPlanUp(plan, (p) => collapse(p, context)),
};

function collapse(p: LogicalPlan, context: RuleContext): LogicalPlan {
  if (p.node !== 'Repartition' && p.node !== 'RepartitionByExpression') return p;
  const below = p.input;
  const evens = p.node === 'RepartitionByExpression' && p.rebalance === true;
  // Rows that are dealt out by keys lose the order that they had.
  if (below.node === 'Sort' && p.node === 'RepartitionByExpression' && (below.global || evens)) return collapse(withInputs(p, [below.input]), context);
  if (below.node !== 'Repartition' && below.node !== 'RepartitionByExpression') return p;
  if (!evens && below.node === 'RepartitionByExpression' && below.rebalance === true) return p;
  const onlyJoins = p.node === 'Repartition' && !p.shuffle;
  if (!onlyJoins || (below.node === 'Repartition' && !below.shuffle)) return collapse(withInputs(p, [below.input]), context);
  // coalesce(n) takes partitions together: nothing to do where there are no more than n.
  return p.numPartitions >= (below.numPartitions ?? shufflePartitions(context.conf)) ? below : p;
}

export const optimizeRepartition: Rule = {
  name: 'OptimizeRepartition',
  apply: (plan) =>
    transformPlanUp(plan, (p): LogicalPlan => {
      if (p.node !== 'RepartitionByExpression' || p.rebalance === true || p.expressions.length === 0 || p.numPartitions !== undefined) return p;
      return p.expressions.every(isFoldable) && (p.order ?? []).every((o) => isFoldable(o.child)) ? repartitionByExpressionNode(p.input, p.expressions, { ...p, numPartitions: 1 }) : p;
    }),
};
