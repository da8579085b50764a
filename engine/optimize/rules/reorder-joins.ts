/** Inner joins in an order in which each has a condition (Spark's `ReorderJoin`). */
import { andAll, isDeterministic, joinNode, projectNode, splitConjuncts, transformPlanDown, usesOnly } from '../../plan/index.ts';
import type { JoinHint, JoinStrategyHint, LogicalPlan, ResolvedExpression } from '../../plan/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { evaluatesWithinJoin, filterBy, isAbout, outputIds, partition, sameColumns } from '../support/expressions.ts';

interface Item {
  readonly plan: LogicalPlan;
  readonly type: 'inner' | 'cross';
}

export const reorderJoins: Rule = {
  name: 'ReorderJoin',
  apply: (plan, context) =>
    transformPlanDown(plan, (p) => {
      const flat = flatten(p, 'inner');
      if (flat.items.length <= 2 || flat.conditions.length === 0) return p;
      const ordered = order(flat.items, flat.conditions, context);
      return ordered === undefined ? p : sameColumns(p.output, ordered.output) ? ordered : projectNode(ordered, p.output);
    }),
};

/** The inputs of joins below joins, and the conditions among them; joins with hints stay as they are. */
function flatten(p: LogicalPlan, parentType: Item['type']): { items: Item[]; conditions: ResolvedExpression[] } {
  if (p.node === 'Join' && (p.joinType === 'inner' || p.joinType === 'cross') && noHint(p.hint)) {
    const left = flatten(p.left, p.joinType);
    const conditions = p.condition === undefined ? [] : splitConjuncts(p.condition);
    return { items: [...left.items, { plan: p.right, type: p.joinType }], conditions: [...left.conditions, ...conditions] };
  }
  if (p.node === 'Filter' && p.input.node === 'Join' && p.input.joinType === 'inner' && noHint(p.input.hint)) {
    const below = flatten(p.input, parentType);
    return { items: below.items, conditions: [...below.conditions, ...splitConjuncts(p.condition)] };
  }
  return { items: [{ plan: p, type: parentType }], conditions: [] };
}

function noHint(hint: JoinHint): boolean {
  const hints: readonly (JoinStrategyHint | undefined)[] = [hint.left, hint.right];
  return hints.every((h) => h === undefined);
}

/** The next input is the first one that a condition ties to those before; undefined if the order stands already. */
function order(items: readonly Item[], conditions: readonly ResolvedExpression[], context: RuleContext): LogicalPlan | undefined {
  if (!conditions.every(isDeterministic)) return undefined;
  const [first, ...others] = items as readonly [Item, ...Item[]];
  let plan = first.plan;
  let rest = others;
  let open = [...conditions];
  let moved = false;
  while (rest.length > 0) {
    const tied = rest.findIndex((x) => open.some((c) => isTie(c, plan, x.plan)));
    const at = Math.max(0, tied);
    if (at > 0) moved = true;
    const next = rest[at] as Item;
    rest = rest.filter((_, i) => i !== at);
    const ids = new Set([...outputIds(plan), ...outputIds(next.plan)]);
    const [own, later] = partition(open, (c) => usesOnly(c, ids) && evaluatesWithinJoin(c));
    open = later;
    plan = joinNode(plan, next.plan, next.type, andAll(context.registry, own));
  }
  return moved ? filterBy(plan, open, context) : undefined;
}

/** Uses columns of both, and of nothing else. */
function isTie(c: ResolvedExpression, left: LogicalPlan, right: LogicalPlan): boolean {
  return usesOnly(c, new Set([...outputIds(left), ...outputIds(right)])) && !isAbout(c, left) && !isAbout(c, right);
}
