/** Grouping keys that tell no groups apart (Spark's batch "Aggregate"), and aggregates over the same groups again. */
import {
  aggregateNode,
  expressionKey,
  isFoldable,
  isLiteralValue,
  literal,
  mapExpressions,
  projectNode,
  someExpression,
  stripAlias,
  substitute,
  transformPlanDown,
  transformPlanUp,
  transformUp,
} from '../../plan/index.ts';
import type { AggregateCall, AggregateNode, NamedExpression, ResolvedExpression } from '../../plan/index.ts';
import { IntegerType } from '../../types/index.ts';
import type { Rule } from '../rule.ts';
import { distinctKeys } from '../support/distinct-keys.ts';
import { aliasMap, ignoresRepeats } from '../support/expressions.ts';

export const removeLiteralFromGroupExpressions: Rule = {
  name: 'RemoveLiteralFromGroupExpressions',
  apply: (plan) =>
    transformPlanUp(plan, (p) => {
      if (p.node !== 'Aggregate' || !p.grouping.some((g) => isFoldable(g))) return p;
      const keys = p.grouping.filter((g) => !isFoldable(g));
      if (keys.length > 0) return aggregateNode(p.input, keys, p.aggregates);
      // Without any key an aggregate over no rows would give a row.
      const zero = literal(0, IntegerType);
      return p.grouping.length === 1 && isLiteralValue(p.grouping[0] as ResolvedExpression, 0) ? p : aggregateNode(p.input, [zero], p.aggregates);
    }),
};

export const removeRepetitionFromGroupExpressions: Rule = {
  name: 'RemoveRepetitionFromGroupExpressions',
  apply: (plan) =>
    transformPlanUp(plan, (p) => {
      if (p.node !== 'Aggregate' || p.grouping.length < 2) return p;
      const seen = new Set<string>();
      const keys = p.grouping.filter((g) => {
        const key = expressionKey(g);
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      });
      return keys.length === p.grouping.length ? p : aggregateNode(p.input, keys, p.aggregates);
    }),
};

/** Distinct over what is grouped already (Spark's `RemoveRedundantAggregates`). */
export const removeRedundantAggregates: Rule = {
  name: 'RemoveRedundantAggregates',
  apply: (plan) =>
    transformPlanUp(plan, (p) => {
      if (p.node !== 'Aggregate' || !ignoresRepeats(p)) return p;
      const lower = p.input;
      if (lower.node !== 'Aggregate') return isGroupOnly(p) && isByDistinctKey(p) ? projectNode(lower, p.aggregates) : p;
      if (lower.grouping.length === 0 || !lower.aggregates.every((e) => isKeyOf(e, lower))) return p;
      const aliases = aliasMap(lower.aggregates);
      const list = p.aggregates.map((e): NamedExpression => (e.kind === 'alias' ? { ...e, child: substitute(e.child, aliases) } : e));
      const named = list.map((e) => (e.kind === 'attribute' && aliases.has(e.exprId) ? (lower.aggregates.find((x) => x.exprId === e.exprId) as NamedExpression) : e));
      return aggregateNode(lower.input, p.grouping.map((g) => substitute(g, aliases)), named);
    }),
};

/** Its groups are of one row each. */
function isByDistinctKey(p: AggregateNode): boolean {
  const by = new Set(p.grouping.flatMap((g) => (g.kind === 'attribute' ? [g.exprId] : [])));
  return distinctKeys(p.input).some((key) => [...key].every((id) => by.has(id)));
}

function isGroupOnly(p: AggregateNode): boolean {
  return p.grouping.length > 0 && !p.aggregates.some((e) => someExpression(e, (x) => x.kind === 'aggregate'));
}

function isKeyOf(e: NamedExpression, p: AggregateNode): boolean {
  return p.grouping.some((g) => expressionKey(g) === expressionKey(stripAlias(e)));
}

/** FILTER (WHERE true) does nothing (Spark's `EliminateAggregateFilter`). */
export const eliminateAggregateFilter: Rule = {
  name: 'EliminateAggregateFilter',
  apply: (plan) =>
    transformPlanDown(plan, (p) =>
      mapExpressions(p, (e) =>
        transformUp(e, (x) => {
          if (x.kind !== 'aggregate' || x.filter === undefined || !isLiteralValue(x.filter, true)) return x;
          const { filter, ...rest } = x;
          return rest as AggregateCall;
        }),
      ),
    ),
};
