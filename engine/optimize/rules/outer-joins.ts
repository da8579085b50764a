/** Outer joins whose rows with nulls a filter drops anyway (Spark's `EliminateOuterJoin`). */
import {
  filterNode,
  interpret,
  isDeterministic,
  joinNode,
  projectNode,
  referencesOf,
  someExpression,
  splitConjuncts,
  transformPlanUp,
  usesOnly,
  aggregateNode,
  expressionsOf,
} from '../../plan/index.ts';
import type { FilterNode, JoinNode, LogicalPlan, ResolvedExpression } from '../../plan/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { constraintsOf } from '../support/constraints.ts';
import { ignoresRepeats, isAbout, outputIds } from '../support/expressions.ts';

export const eliminateOuterJoin: Rule = {
  name: 'EliminateOuterJoin',
  apply: (plan, context) =>
    transformPlanUp(plan, (p) => {
      if (p.node === 'Filter' && p.input.node === 'Join') return narrowed(p, p.input, context);
      if (p.node === 'Aggregate' && ignoresRepeats(p)) return withoutOuter(p.input, p) ?? p;
      return p;
    }),
};

function narrowed(p: FilterNode, join: JoinNode, context: RuleContext): LogicalPlan {
  const type = innerType(p, join, context);
  return type === join.joinType ? p : filterNode(joinNode(join.left, join.right, type, join.condition, join.hint), p.condition);
}

function innerType(p: FilterNode, join: JoinNode, context: RuleContext): JoinNode['joinType'] {
  if (join.joinType !== 'left_outer' && join.joinType !== 'right_outer' && join.joinType !== 'full_outer') return join.joinType;
  const conditions = [...splitConjuncts(p.condition), ...constraintsOf(p, context.registry)];
  const rejects = (side: LogicalPlan): boolean => conditions.some((c) => isAbout(c, side) && rejectsNulls(c, context));
  const left = join.joinType !== 'left_outer' && rejects(join.left);
  const right = join.joinType !== 'right_outer' && rejects(join.right);
  switch (join.joinType) {
    case 'left_outer':
      return right ? 'inner' : 'left_outer';
    case 'right_outer':
      return left ? 'inner' : 'right_outer';
    case 'full_outer':
      if (left && right) return 'inner';
      return left ? 'left_outer' : right ? 'right_outer' : 'full_outer';
  }
}

/** Not true of a row of nulls. */
function rejectsNulls(e: ResolvedExpression, context: RuleContext): boolean {
  if (!isDeterministic(e) || referencesOf(e).size === 0 || someExpression(e, (x) => x.kind === 'subquery' || x.kind === 'pythonUdf')) return false;
  try {
    return interpret(e, () => null, context.task) !== true;
  } catch {
    return false;
  }
}


/** The outer side alone, where nothing of the other is read. */
function withoutOuter(below: LogicalPlan, p: Extract<LogicalPlan, { node: 'Aggregate' }>): LogicalPlan | undefined {
  const join = below.node === 'Project' && below.expressions.every((e) => isDeterministic(e)) ? below.input : below;
  if (join.node !== 'Join' || (join.condition !== undefined && !isDeterministic(join.condition))) return undefined;
  const side = join.joinType === 'left_outer' ? join.left : join.joinType === 'right_outer' ? join.right : undefined;
  if (side === undefined) return undefined;
  const used = below.node === 'Project' ? below.expressions : expressionsOf(p);
  if (!used.every((e) => usesOnly(e, outputIds(side)))) return undefined;
  return aggregateNode(below.node === 'Project' ? projectNode(side, below.expressions) : side, p.grouping, p.aggregates);
}
