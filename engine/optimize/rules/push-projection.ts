/** Projections move below unions and limits (Spark's `PushProjectionThroughUnion`, `PushProjectionThroughLimitAndOffset`). */
import { isDeterministic, projectNode, substitute, toAttribute, transformPlanDown, unionNode, withInputs } from '../../plan/index.ts';
import type { LogicalPlan, NamedExpression, UnionNode } from '../../plan/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { freshAlias } from '../support/expressions.ts';

export const pushProjectionThroughUnion: Rule = {
  name: 'PushProjectionThroughUnion',
  apply: (plan, context) =>
    transformPlanDown(plan, (p) => {
      if (p.node !== 'Project' || p.input.node !== 'Union' || !p.expressions.every(isDeterministic)) return p;
      const { inputs } = p.input;
      const [first, ...rest] = inputs as readonly [LogicalPlan, ...LogicalPlan[]];
      const union = p.input;
      return unionNode([projectNode(first, overFirst(p.expressions, union, first)), ...rest.map((x) => projectNode(x, over(p.expressions, union, x, context)))]);
    }),
};

function columns(union: UnionNode, input: LogicalPlan): Map<number, (typeof input.output)[number]> {
  return new Map(union.output.map((a, i) => [a.exprId, input.output[i] as (typeof input.output)[number]]));
}

function overFirst(list: readonly NamedExpression[], union: UnionNode, input: LogicalPlan): NamedExpression[] {
  const by = columns(union, input);
  return list.map((e) => (e.kind === 'alias' ? { ...e, child: substitute(e.child, by) } : (by.get(e.exprId) ?? e)));
}

function over(list: readonly NamedExpression[], union: UnionNode, input: LogicalPlan, context: RuleContext): NamedExpression[] {
  const by = columns(union, input);
  return list.map((e) => (e.kind === 'alias' ? freshAlias(substitute(e.child, by), e.name, context) : (by.get(e.exprId) ?? e)));
}

export const pushProjectionThroughLimit: Rule = {
  name: 'PushProjectionThroughLimitAndOffset',
  apply: (plan) =>
    transformPlanDown(plan, (p) => {
      if (p.node !== 'Project' || !p.expressions.every(isDeterministic)) return p;
      if (p.input.node !== 'Limit' && p.input.node !== 'Offset') return p;
      return { ...withInputs(p.input, [projectNode(p.input.input, p.expressions)]), output: p.expressions.map(toAttribute) };
    }),
};
