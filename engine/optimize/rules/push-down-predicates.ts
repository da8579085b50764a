/** Filters move towards the rows' sources (Spark's `PushDownPredicates`). */
import {
  existsAttribute,
  expressionKey,
  filterNode,
  isDeterministic,
  joinNode,
  projectNode,
  referencesOf,
  someExpression,
  splitConjuncts,
  substitute,
  transformPlanDown,
  usesOnly,
  andAll,
  withInputs,
} from '../../plan/index.ts';
import type { ExprId, FilterNode, JoinNode, LogicalPlan, ResolvedExpression } from '../../plan/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { aliasMap, evaluatesWithinJoin, filterBy, isAbout, partition } from '../support/expressions.ts';

export const pushDownPredicates: Rule = {
  name: 'PushDownPredicates',
  apply: (plan, context) =>
    transformPlanDown(plan, (p) => {
      if (p.node === 'Filter') return pushFilter(p, context);
      return p.node === 'Join' ? pushJoinCondition(p, context) : p;
    }),
};

function pushFilter(p: FilterNode, context: RuleContext): LogicalPlan {
  // One step at a time, as in Spark: in which order conditions come together shows in plans.
  const combined = combineFilters(p, context);
  return combined === p ? (pushThroughUnary(p, context) ?? pushThroughJoin(p, context) ?? p) : combined;
}

/** Two filters in one: the lower conditions first, as they came first. */
function combineFilters(p: FilterNode, context: RuleContext): LogicalPlan {
  const below = p.input;
  if (below.node !== 'Filter' || !isDeterministic(below.condition)) return p;
  const [mine, random] = partition(splitConjuncts(p.condition), isDeterministic);
  if (mine.length === 0) return p;
  const known = new Set(splitConjuncts(below.condition).map(expressionKey));
  const added = mine.filter((c) => !known.has(expressionKey(c)));
  const extra = andAll(context.registry, added);
  const merged = extra === undefined ? below : filterBy(below.input, [below.condition, extra], context);
  return filterBy(merged, random, context);
}

/** Splits by what may go below; undefined where nothing may. */
function pushWhere(p: FilterNode, context: RuleContext, mayPush: (c: ResolvedExpression) => boolean, push: (conditions: readonly ResolvedExpression[]) => LogicalPlan): LogicalPlan | undefined {
  const [down, up] = partition(splitConjuncts(p.condition), (c) => isDeterministic(c) && mayPush(c));
  return down.length === 0 ? undefined : filterBy(push(down), up, context);
}

function pushThroughUnary(p: FilterNode, context: RuleContext): LogicalPlan | undefined {
  const below = p.input;
  const under = (conditions: readonly ResolvedExpression[]): LogicalPlan =>
    withInputs(below, [filterBy((below as { readonly input: LogicalPlan }).input, conditions, context)]);
  switch (below.node) {
    case 'Project': {
      if (!below.expressions.every(isDeterministic)) return undefined;
      const aliases = aliasMap(below.expressions);
      return projectNode(filterNode(below.input, substitute(p.condition, aliases)), below.expressions);
    }
    case 'Aggregate': {
      if (below.grouping.length === 0 || !below.aggregates.every(isDeterministic)) return undefined;
      const aliases = aliasMap(below.aggregates.filter((e) => !someExpression(e, (x) => x.kind === 'aggregate')));
      const mayPush = (c: ResolvedExpression): boolean => referencesOf(c).size > 0 && isAbout(substitute(c, aliases), below.input) && isOverGroups(c, below, aliases);
      return pushWhere(p, context, mayPush, (list) => under(list.map((c) => substitute(c, aliases))));
    }
    case 'Window': {
      const keys = new Set(referencesOf(...below.partitionBy).keys());
      if (!below.windowExpressions.every(isDeterministic)) return undefined;
      return pushWhere(p, context, (c) => referencesOf(c).size > 0 && usesOnly(c, keys), under);
    }
    case 'Union':
      return pushWhere(p, context, (c) => referencesOf(c).size > 0, (list) =>
        withInputs(below, below.inputs.map((x) => filterBy(x, list.map((c) => substitute(c, byPlace(below, x))), context))),
      );
    case 'EventTimeWatermark':
      return pushWhere(p, context, (c) => !referencesOf(c).has(below.eventTime.exprId), under);
    case 'Distinct':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'Sort':
    case 'Expand':
    case 'Generate':
      if (below.node === 'Generate' && !isDeterministic(below.generator)) return undefined;
      return pushWhere(p, context, (c) => isAbout(c, below.input), under);
    default:
      return undefined;
  }
}

/** Only what a group is the same in: columns of the input that are grouping keys, or parts of them. */
function isOverGroups(c: ResolvedExpression, below: Extract<LogicalPlan, { node: 'Aggregate' }>, aliases: ReadonlyMap<ExprId, ResolvedExpression>): boolean {
  const plain = new Set(below.aggregates.flatMap((e) => (e.kind === 'attribute' ? [e.exprId] : [])));
  return [...referencesOf(c).keys()].every((id) => plain.has(id) || aliases.has(id));
}

function byPlace(union: LogicalPlan, input: LogicalPlan): Map<ExprId, ResolvedExpression> {
  return new Map(union.output.map((a, i) => [a.exprId, input.output[i] as ResolvedExpression]));
}

interface Sides {
  readonly left: ResolvedExpression[];
  readonly right: ResolvedExpression[];
  readonly rest: ResolvedExpression[];
}

/** Conditions on the left alone, on the right alone, and the others. */
function splitBySide(conditions: readonly ResolvedExpression[], p: JoinNode): Sides {
  const [candidates, random] = partition(conditions, isDeterministic);
  const [left, more] = partition(candidates, (c) => isAbout(c, p.left));
  const [right, rest] = partition(more, (c) => isAbout(c, p.right));
  return { left, right, rest: [...rest, ...random] };
}

function pushThroughJoin(p: FilterNode, context: RuleContext): LogicalPlan | undefined {
  const join = p.input;
  if (join.node !== 'Join') return undefined;
  const { left, right, rest } = splitBySide(splitConjuncts(p.condition), join);
  switch (join.joinType) {
    case 'inner':
    case 'cross': {
      const [within, above] = partition(rest, evaluatesWithinJoin);
      const condition = andAll(context.registry, [...within, ...(join.condition === undefined ? [] : [join.condition])]);
      if (left.length + right.length + within.length === 0) return undefined;
      const made = joinNode(filterBy(join.left, left, context), filterBy(join.right, right, context), join.joinType, condition, join.hint);
      return filterBy(made, above, context);
    }
    case 'right_outer':
      return right.length === 0 ? undefined : filterBy(withInputs(join, [join.left, filterBy(join.right, right, context)]), [...left, ...rest], context);
    case 'left_outer':
    case 'left_single':
    case 'left_semi':
    case 'left_anti':
    case 'existence':
      return left.length === 0 ? undefined : filterBy(withInputs(join, [filterBy(join.left, left, context), join.right]), [...right, ...rest], context);
    case 'full_outer':
      return undefined;
  }
}

/** Parts of the join's condition about one side filter that side, where its unmatched rows do not come out. */
function pushJoinCondition(p: JoinNode, context: RuleContext): LogicalPlan {
  if (p.condition === undefined) return p;
  const { left, right, rest } = splitBySide(splitConjuncts(p.condition), p);
  const rebuilt = (down: { left?: readonly ResolvedExpression[]; right?: readonly ResolvedExpression[] }, kept: readonly ResolvedExpression[]): LogicalPlan => {
    if ((down.left ?? []).length + (down.right ?? []).length === 0) return p;
    const condition = andAll(context.registry, kept);
    return joinNode(filterBy(p.left, down.left ?? [], context), filterBy(p.right, down.right ?? [], context), p.joinType, condition, p.hint, existsAttribute(p));
  };
  switch (p.joinType) {
    case 'inner':
    case 'cross':
    case 'left_semi':
      return rebuilt({ left, right }, rest);
    case 'right_outer':
      return rebuilt({ left }, [...right, ...rest]);
    case 'left_outer':
    case 'left_single':
    case 'left_anti':
    case 'existence':
      return rebuilt({ right }, [...left, ...rest]);
    case 'full_outer':
      return p;
  }
}
