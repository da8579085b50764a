/** Semi and anti joins move towards the rows that they filter (Spark's `PushDownLeftSemiAntiJoin`). */
import { aggregateNode, isDeterministic, joinNode, projectNode, referencesOf, someExpression, substitute, transformPlanDown, unionNode, usesOnly } from '../../plan/index.ts';
import type { ExprId, JoinNode, LogicalPlan, ResolvedExpression } from '../../plan/index.ts';
import { broadcastThreshold, statisticsOf } from '../../physical/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { aliasMap, outputIds } from '../support/expressions.ts';

export const pushDownLeftSemiAntiJoin: Rule = {
  name: 'PushDownLeftSemiAntiJoin',
  apply: (plan, context) =>
    transformPlanDown(plan, (p) => {
      if (p.node !== 'Join' || (p.joinType !== 'left_semi' && p.joinType !== 'left_anti')) return p;
      return push(p, context) ?? p;
    }),
};

function isPlain(e: ResolvedExpression): boolean {
  return isDeterministic(e) && !someExpression(e, (x) => x.kind === 'subquery' || x.kind === 'pythonUdf');
}

/** The same join over another left side, its columns replaced in the condition. */
function over(p: JoinNode, left: LogicalPlan, by: ReadonlyMap<ExprId, ResolvedExpression>): LogicalPlan {
  return joinNode(left, p.right, p.joinType, p.condition === undefined ? undefined : substitute(p.condition, by), p.hint);
}

/** A condition stays above a projection that computes anything, be it read by the condition or not. */
function isOverColumns(p: JoinNode, aliases: ReadonlyMap<ExprId, ResolvedExpression>): boolean {
  return p.condition === undefined || [...aliases.values()].every((e) => e.kind === 'attribute' || e.kind === 'literal');
}

function sharesColumns(left: LogicalPlan, right: LogicalPlan): boolean {
  const ids = outputIds(right);
  return left.output.some((a) => ids.has(a.exprId));
}

function push(p: JoinNode, context: RuleContext): LogicalPlan | undefined {
  const below = p.left;
  switch (below.node) {
    case 'Project':
      if (!below.expressions.every(isPlain) || sharesColumns(below.input, p.right)) return undefined;
      if (!isOverColumns(p, aliasMap(below.expressions))) return undefined;
      return projectNode(over(p, below.input, aliasMap(below.expressions)), below.expressions);
    case 'Aggregate': {
      if (below.grouping.length === 0 || !below.aggregates.every(isPlain) || !mayBroadcast(p, context) || sharesColumns(below.input, p.right)) return undefined;
      const keys = below.aggregates.filter((e) => !someExpression(e, (x) => x.kind === 'aggregate'));
      const known = new Set(keys.map((e) => e.exprId));
      const used = p.condition === undefined ? [] : [...referencesOf(p.condition).keys()].filter((id) => outputIds(below).has(id));
      if (used.length === 0 || !used.every((id) => known.has(id))) return undefined;
      return aggregateNode(over(p, below.input, aliasMap(keys)), below.grouping, below.aggregates);
    }
    case 'Union': {
      if (p.condition === undefined || below.inputs.some((x) => sharesColumns(x, p.right))) return undefined;
      return unionNode(below.inputs.map((x) => over(p, x, new Map(below.output.map((a, i) => [a.exprId, x.output[i] as ResolvedExpression])))));
    }
    default:
      return undefined;
  }
}

/** Below an aggregation the join must not cost an exchange of its own. */
function mayBroadcast(p: JoinNode, context: RuleContext): boolean {
  if (p.hint.right === 'broadcast') return true;
  const limit = broadcastThreshold(context.conf);
  return limit >= 0 && statisticsOf(p.right).sizeInBytes <= BigInt(limit) && p.condition !== undefined && !usesOnly(p.condition, outputIds(p.left));
}
