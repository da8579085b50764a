/** Groups by an expression read a column that a projection below makes (Spark's `PullOutGroupingExpressions`). */
import { aggregateNode, childrenOf, expressionKey, isFoldable, mapChildren, projectNode, stripAlias, toAttribute, transformPlanUp } from '../../plan/index.ts';
import type { AggregateNode, Alias, LogicalPlan, NamedExpression, ResolvedExpression } from '../../plan/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { freshAlias } from '../support/expressions.ts';

export const pullOutGroupingExpressions: Rule = {
  name: 'PullOutGroupingExpressions',
  apply: (plan, context) => transformPlanUp(plan, (p) => (p.node === 'Aggregate' ? pullOut(p, context) : p)),
};

function pullOut(p: AggregateNode, context: RuleContext): LogicalPlan {
  const pulled = new Map<string, Alias>();
  const grouping = p.grouping.map((g) => {
    const e = stripAlias(g);
    if (isFoldable(e) || childrenOf(e).length === 0) return g;
    const key = expressionKey(e);
    const alias = pulled.get(key) ?? freshAlias(e, '_groupingexpression', context);
    pulled.set(key, alias);
    return toAttribute(alias);
  });
  if (pulled.size === 0) return p;
  const replace = (e: ResolvedExpression): ResolvedExpression => {
    if (e.kind === 'aggregate' || isFoldable(e)) return e;
    const alias = e.kind === 'alias' ? undefined : pulled.get(expressionKey(e));
    return alias === undefined ? mapChildren(e, replace) : toAttribute(alias);
  };
  const aggregates = p.aggregates.map((e) => replace(e) as NamedExpression);
  return aggregateNode(projectNode(p.input, [...p.input.output, ...pulled.values()]), grouping, aggregates);
}
