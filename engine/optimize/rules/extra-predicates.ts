/**
 * What a join's condition over both sides says of one side filters that side: of `(a = 1 AND b = 2) OR (a = 3 AND b = 4)`
 * that is `a = 1 OR a = 3` (Spark's `PushExtraPredicateThroughJoin`). The condition stays.
 */
import { isDeterministic, isOperator, joinNode, existsAttribute, operatorCall, referencesOf, splitConjuncts, transformPlanDown, usesOnly } from '../../plan/index.ts';
import type { ExprId, JoinNode, LogicalPlan, ResolvedExpression, ScalarCall } from '../../plan/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { filterBy, isAbout, outputIds } from '../support/expressions.ts';

/** Conditions from which filters were taken, of each run of the optimizer. */
const done = new WeakMap<RuleContext, WeakSet<ResolvedExpression>>();

export const pushExtraPredicateThroughJoin: Rule = {
  name: 'PushExtraPredicateThroughJoin',
  apply: (plan, context) => transformPlanDown(plan, (p) => (p.node === 'Join' ? push(p, context) : p)),
};

function push(p: JoinNode, context: RuleContext): LogicalPlan {
  const { condition, joinType } = p;
  if (condition === undefined || joinType === 'full_outer' || !isNew(condition, context)) return p;
  const both = splitConjuncts(condition).filter((c) => isDeterministic(c) && referencesOf(c).size > 0 && !isAbout(c, p.left) && !isAbout(c, p.right));
  const about = (side: LogicalPlan): ResolvedExpression[] =>
    both.flatMap((c) => {
      const part = partWithin(c, outputIds(side), context);
      return part === undefined ? [] : [part];
    });
  const intoLeft = joinType === 'inner' || joinType === 'cross' || joinType === 'left_semi' || joinType === 'right_outer';
  const left = intoLeft ? about(p.left) : [];
  const right = joinType === 'right_outer' ? [] : about(p.right);
  if (left.length + right.length === 0) return p;
  return joinNode(filterBy(p.left, left, context), filterBy(p.right, right, context), joinType, condition, p.hint, existsAttribute(p));
}

/** Whether the condition is met for the first time, which it is but once. */
function isNew(condition: ResolvedExpression, context: RuleContext): boolean {
  const seen = done.get(context) ?? new WeakSet();
  if (seen.has(condition)) return false;
  done.set(context, seen.add(condition));
  return true;
}

/** What the condition demands of these columns alone; undefined if nothing. */
function partWithin(e: ResolvedExpression, ids: ReadonlySet<ExprId>, context: RuleContext): ResolvedExpression | undefined {
  if (isOperator(e, 'and')) {
    const [a, b] = partsOf(e, ids, context);
    return a === undefined || b === undefined ? (a ?? b) : operatorCall(context.registry, 'and', [a, b]);
  }
  if (isOperator(e, 'or')) {
    const [a, b] = partsOf(e, ids, context);
    return a === undefined || b === undefined ? undefined : operatorCall(context.registry, 'or', [a, b]);
  }
  return usesOnly(e, ids) ? e : undefined;
}

function partsOf(e: ScalarCall, ids: ReadonlySet<ExprId>, context: RuleContext): readonly (ResolvedExpression | undefined)[] {
  return e.args.map((a) => partWithin(a, ids, context));
}
