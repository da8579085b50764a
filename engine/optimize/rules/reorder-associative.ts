/** Constants of sums and of products of whole numbers are brought together behind what is not constant (Spark's `ReorderAssociativeOperator`). */
import { expressionKey, isDeterministic, isFoldable, isOperator, literal, mapChildren, mapExpressions, operatorCall, transformPlanUp } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import { isIntegral } from '../../types/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { constantValue } from '../support/expressions.ts';

export const reorderAssociativeOperator: Rule = {
  name: 'ReorderAssociativeOperator',
  apply: (plan, context) =>
    transformPlanUp(plan, (p) => {
      // What is grouped by must be found again among the results.
      const groups = new Set(p.node === 'Aggregate' ? p.grouping.map(expressionKey) : []);
      return mapExpressions(p, (e) => reordered(e, groups, context));
    }),
};

const NEUTRAL = { add: 0, multiply: 1 } as const;

function reordered(e: ResolvedExpression, groups: ReadonlySet<string>, context: RuleContext): ResolvedExpression {
  const name = isOperator(e, 'add') ? 'add' : isOperator(e, 'multiply') ? 'multiply' : undefined;
  if (name === undefined || !isIntegral(e.type) || !isDeterministic(e)) return mapChildren(e, (c) => reordered(c, groups, context));
  const terms = termsOf(e, name, groups);
  const constants = terms.filter(isFoldable);
  const others = terms.filter((t) => !isFoldable(t)).map((t) => (t === e ? t : reordered(t, groups, context)));
  const join = (list: readonly ResolvedExpression[]): ResolvedExpression => list.reduce((a, b) => ({ ...operatorCall(context.registry, name, [a, b], e.type), ...(e.origin === undefined ? {} : { origin: e.origin }) }));
  if (constants.length === 0 || others.length === 0) return mapChildren(e, (c) => reordered(c, groups, context));
  const value = constantValue(join(constants), context);
  if (value !== null && Number(value) === NEUTRAL[name]) return join(others);
  return join([join(others), literal(value, e.type)]);
}

function termsOf(e: ResolvedExpression, name: 'add' | 'multiply', groups: ReadonlySet<string>): readonly ResolvedExpression[] {
  if (e.kind !== 'call' || !isOperator(e, name) || groups.has(expressionKey(e))) return [e];
  return e.args.flatMap((a) => termsOf(a, name, groups));
}
