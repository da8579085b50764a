/** Of several repartitions in a row the last one counts (Spark's `CollapseRepartition`, `OptimizeRepartition`). */
import { isFoldable, repartitionByExpressionNode, transformPlanUp, withInputs } from '../../plan/index.ts';
import type { LogicalPlan } from '../../plan/index.ts';
import { shufflePartitions } from '../../physical/index.ts';
import type { Rule } from '../rule.ts';

export const collapseRepartition: Rule = {
  name: 'CollapseRepartition',
  apply: (plan, context) =>
    transformPlanUp(plan, (p) => {
      if (p.node !== 'Repartition' && p.node !== 'RepartitionByExpression') return p;
      const below = p.input;
      if (below.node !== 'Repartition' && below.node !== 'RepartitionByExpression') return p;
      const onlyJoins = p.node === 'Repartition' && !p.shuffle;
      if (!onlyJoins || (below.node === 'Repartition' && !below.shuffle)) return withInputs(p, [below.input]);
      // coalesce(n) takes partitions together: nothing to do where there are no more than n.
      return p.numPartitions >= (below.numPartitions ?? shufflePartitions(context.conf)) ? below : p;
    }),
};

export const optimizeRepartition: Rule = {
  name: 'OptimizeRepartition',
  apply: (plan) =>
    transformPlanUp(plan, (p): LogicalPlan => {
      if (p.node !== 'RepartitionByExpression' || p.expressions.length === 0 || p.numPartitions !== undefined) return p;
      return p.expressions.every(isFoldable) && (p.order ?? []).every((o) => isFoldable(o.child)) ? repartitionByExpressionNode(p.input, p.expressions, { ...p, numPartitions: 1 }) : p;
    }),
};
