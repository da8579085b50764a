/** Semi and anti joins move below projections, so that projections meet (Spark's `PushDownLeftSemiAntiJoin`). */
import { isDeterministic, joinNode, projectNode, someExpression, substitute, transformPlanDown } from '../../plan/index.ts';
import type { JoinNode, LogicalPlan } from '../../plan/index.ts';
import type { Rule } from '../rule.ts';
import { aliasMap, outputIds } from '../support/expressions.ts';

export const pushDownLeftSemiAntiJoin: Rule = {
  name: 'PushDownLeftSemiAntiJoin',
  apply: (plan) =>
    transformPlanDown(plan, (p) => {
      if (p.node !== 'Join' || (p.joinType !== 'left_semi' && p.joinType !== 'left_anti')) return p;
      return push(p) ?? p;
    }),
};

function push(p: JoinNode): LogicalPlan | undefined {
  const below = p.left;
  const right = outputIds(p.right);
  if (below.node !== 'Project' || !below.expressions.every((e) => isDeterministic(e) && !someExpression(e, (x) => x.kind === 'subquery' || x.kind === 'pythonUdf'))) return undefined;
  if (below.input.output.some((a) => right.has(a.exprId))) return undefined;
  const condition = p.condition === undefined ? undefined : substitute(p.condition, aliasMap(below.expressions));
  return projectNode(joinNode(below.input, p.right, p.joinType, condition, p.hint), below.expressions);
}
