/**
 * Values of chance by which rows are sorted, spread or grouped become columns of a projection below, so that each row has
 * one value of each (Spark's `PullOutNondeterministic`, which runs once all is resolved).
 */
import { aggregateNode, childrenOf, expressionKey, expressionsOf, inputsOf, isDeterministic, mapChildren, mapExpressions, mapSortOrders, projectNode, repartitionByExpressionNode, someExpression, sortNode, toAttribute, transformUp, withInputs } from '../plan/index.ts';
import type { AggregateNode, Alias, LogicalPlan, NamedExpression, RepartitionByExpressionNode, ResolvedExpression, SortNode } from '../plan/index.ts';
import { aliasOf } from './aliases.ts';

/** What plans became: a DataFrame's plan stays the same wherever it is used. */
const DONE = new WeakMap<LogicalPlan, LogicalPlan>();

export function pullOutNondeterministic(plan: LogicalPlan, nextExprId: () => number): LogicalPlan {
  const known = DONE.get(plan);
  if (known !== undefined) return known;
  const done = pulledOut(insideSubqueries(withInputs(plan, inputsOf(plan).map((x) => pullOutNondeterministic(x, nextExprId))), nextExprId), nextExprId);
  DONE.set(plan, done);
  DONE.set(done, done);
  return done;
}

function insideSubqueries(p: LogicalPlan, nextExprId: () => number): LogicalPlan {
  const asks = expressionsOf(p).some((e) => someExpression(e, (x) => x.kind === 'subquery'));
  if (!asks) return p;
  const replaced = mapExpressions(p, (e) =>
    transformUp(e, (x) => {
      if (x.kind !== 'subquery') return x;
      const plan = pullOutNondeterministic(x.plan, nextExprId);
      return plan === x.plan ? x : { ...x, plan };
    }),
  );
  return replaced === p || p.planIds === undefined ? replaced : { ...replaced, planIds: p.planIds };
}

function pulledOut(p: LogicalPlan, nextExprId: () => number): LogicalPlan {
  switch (p.node) {
    case 'Sort':
      return spread(p, p.order.map((o) => o.child), nextExprId);
    case 'RepartitionByExpression':
      return spread(p, p.expressions, nextExprId);
    case 'Aggregate':
      return grouped(p, nextExprId);
    default:
      return p;
  }
}

/** Columns for the values of chance in some expressions, by the expressions' keys. */
class Columns {
  readonly made = new Map<string, Alias>();

  constructor(expressions: readonly ResolvedExpression[], nextExprId: () => number) {
    const collect = (e: ResolvedExpression): void => {
      if (isDeterministic(e)) return;
      if (isOfChance(e) && !this.made.has(keyOf(e))) this.made.set(keyOf(e), aliasOf(e, '_nondeterministic', nextExprId()));
      else childrenOf(e).forEach(collect);
    };
    for (const e of expressions) collect(e);
  }

  readonly replace = (e: ResolvedExpression): ResolvedExpression => {
    const known = isOfChance(e) ? this.made.get(keyOf(e)) : undefined;
    return known === undefined ? mapChildren(e, this.replace) : toAttribute(known);
  };

  below(input: LogicalPlan): LogicalPlan {
    return projectNode(input, [...input.output, ...this.made.values()]);
  }
}

function isOfChance(e: ResolvedExpression): boolean {
  return e.kind === 'pythonUdf' ? !e.deterministic : e.kind === 'call' && e.fn.pulledOut === true;
}

/** Calls of the same function with the same arguments, seeds among them, are one; those of a Python function are not. */
function keyOf(e: ResolvedExpression): string {
  return expressionKey(
    transformUp(e, (x) => {
      if (x.kind !== 'call' || x.instance === undefined) return x;
      const { instance: _, ...same } = x;
      return same;
    }),
  );
}

function spread(p: SortNode | RepartitionByExpressionNode, keys: readonly ResolvedExpression[], nextExprId: () => number): LogicalPlan {
  const columns = new Columns(keys, nextExprId);
  if (columns.made.size === 0) return p;
  const below = columns.below(p.input);
  const { replace } = columns;
  const node =
    p.node === 'Sort'
      ? sortNode(below, mapSortOrders(p.order, replace), p.global)
      : repartitionByExpressionNode(below, p.expressions.map(replace), { ...p, order: p.order === undefined ? undefined : mapSortOrders(p.order, replace) });
  return projectNode(node, p.output);
}

function grouped(p: AggregateNode, nextExprId: () => number): LogicalPlan {
  const columns = new Columns(p.grouping, nextExprId);
  if (columns.made.size === 0) return p;
  return aggregateNode(columns.below(p.input), p.grouping.map(columns.replace), p.aggregates.map((e) => columns.replace(e) as NamedExpression));
}
