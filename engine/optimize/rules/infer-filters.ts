/** Filters that follow from what is known of the rows (Spark's `InferFiltersFromConstraints`). */
import { existsAttribute, filterNode, isDeterministic, joinNode, referencesOf, splitConjuncts, transformPlanDown } from '../../plan/index.ts';
import type { FilterNode, JoinNode, LogicalPlan } from '../../plan/index.ts';
import { andAll } from '../../plan/index.ts';
import { confBoolean } from '../../physical/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { type Conditions, constraintsOf, inferEqual, notNullFrom } from '../support/constraints.ts';
import { filterBy, isAbout } from '../support/expressions.ts';

export const inferFilters: Rule = {
  name: 'InferFiltersFromConstraints',
  apply: (plan, context) => {
    if (!confBoolean(context.conf, 'spark.sql.constraintPropagation.enabled', true)) return plan;
    return transformPlanDown(plan, (p) => {
      if (p.node === 'Filter') return inferAtFilter(p, context);
      return p.node === 'Join' ? inferAtJoin(p, context) : p;
    });
  },
};

function inferAtFilter(p: FilterNode, context: RuleContext): LogicalPlan {
  const known = constraintsOf(p.input, context.registry).with(splitConjuncts(p.condition));
  const added = andAll(context.registry, [...constraintsOf(p, context.registry).without(known)]);
  if (added === undefined) return p;
  const condition = andAll(context.registry, [added, p.condition]);
  return condition === undefined ? p : filterNode(p.input, condition);
}

function inferAtJoin(p: JoinNode, context: RuleContext): LogicalPlan {
  const { registry } = context;
  const base = constraintsOf(p.left, registry)
    .with(constraintsOf(p.right, registry))
    .with(p.condition === undefined ? [] : splitConjuncts(p.condition));
  const all = base.with(inferEqual(base));
  const filtered = (side: LogicalPlan): LogicalPlan => withInferred(side, all, context);
  const rebuilt = (left: LogicalPlan, right: LogicalPlan): LogicalPlan =>
    left === p.left && right === p.right ? p : joinNode(left, right, p.joinType, p.condition, p.hint, existsAttribute(p));
  switch (p.joinType) {
    case 'inner':
    case 'cross':
    case 'left_semi':
      return rebuilt(filtered(p.left), filtered(p.right));
    case 'right_outer':
      return rebuilt(filtered(p.left), p.right);
    case 'left_outer':
    case 'left_anti':
      return rebuilt(p.left, filtered(p.right));
    default:
      return p;
  }
}

/** The side filtered by what must hold of its rows and is not yet known of them. */
function withInferred(side: LogicalPlan, all: Conditions, context: RuleContext): LogicalPlan {
  const own = constraintsOf(side, context.registry);
  const wanted = all.with(notNullFrom(all, side.output, context.registry)).filter((c) => referencesOf(c).size > 0 && isAbout(c, side) && isDeterministic(c));
  return filterBy(side, [...wanted.without(own)], context);
}
