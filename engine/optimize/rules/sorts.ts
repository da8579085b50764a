/** Sorts whose order nothing sees (Spark's `EliminateSorts`). */
import { isDeterministic, isFoldable, joinNode, sortNode, transformPlanDown, withInputs, aggregateNode, collectExpressions, existsAttribute } from '../../plan/index.ts';
import type { AggregateCall, AggregateNode, LogicalPlan } from '../../plan/index.ts';
import type { Rule } from '../rule.ts';

export const eliminateSorts: Rule = {
  name: 'EliminateSorts',
  apply: (plan) => transformPlanDown(plan, eliminate),
};

function eliminate(p: LogicalPlan): LogicalPlan {
  switch (p.node) {
    case 'Sort': {
      const order = p.order.filter((o) => !isFoldable(o.child));
      if (order.length === 0) return p.input;
      const input = without(p.input, p.global);
      return order.length === p.order.length && input === p.input ? p : sortNode(input, order, p.global);
    }
    case 'Join':
      if (p.condition !== undefined && !isDeterministic(p.condition)) return p;
      return changed(p, [without(p.left, true), without(p.right, true)], (l, r) => joinNode(l, r, p.joinType, p.condition, p.hint, existsAttribute(p)));
    case 'Aggregate': {
      if (!ignoresOrder(p)) return p;
      const input = without(p.input, true);
      return input === p.input ? p : aggregateNode(input, p.grouping, p.aggregates);
    }
    default:
      return p;
  }
}

function changed(p: Extract<LogicalPlan, { node: 'Join' }>, sides: readonly [LogicalPlan, LogicalPlan], build: (l: LogicalPlan, r: LogicalPlan) => LogicalPlan): LogicalPlan {
  return sides[0] === p.left && sides[1] === p.right ? p : build(...sides);
}

/** The plan without its sorts, as far down as nothing depends on them. */
function without(p: LogicalPlan, dropGlobal: boolean): LogicalPlan {
  switch (p.node) {
    case 'Sort':
      return dropGlobal || !p.global ? without(p.input, dropGlobal) : p;
    case 'Project':
      return p.expressions.every(isDeterministic) ? withInputs(p, [without(p.input, dropGlobal)]) : p;
    case 'Filter':
      return isDeterministic(p.condition) ? withInputs(p, [without(p.input, dropGlobal)]) : p;
    case 'RepartitionByExpression':
      return p.expressions.every(isDeterministic) ? withInputs(p, [without(p.input, true)]) : p;
    case 'Repartition':
      return p.shuffle ? withInputs(p, [without(p.input, true)]) : p;
    default:
      return p;
  }
}

/** Each aggregate gives the same whatever the order; sums of floating numbers do not. */
function ignoresOrder(p: AggregateNode): boolean {
  const calls = p.aggregates.flatMap((e) => collectExpressions(e, (x) => x.kind === 'aggregate' || x.kind === 'pythonUdf'));
  return calls.every((c) => c.kind === 'aggregate' && isExact(c));
}

/** Aggregates that are the same in any order of the rows; the second list only over exact numbers. */
const ORDER_FREE: ReadonlySet<string> = new Set(['min', 'max', 'count', 'bit_and', 'bit_or', 'bit_xor']);
const ORDER_FREE_IF_EXACT: ReadonlySet<string> = new Set(['sum', 'avg', 'stddev', 'stddev_pop', 'variance', 'var_pop']);

function isExact(c: AggregateCall): boolean {
  if (ORDER_FREE.has(c.fn.name)) return true;
  return ORDER_FREE_IF_EXACT.has(c.fn.name) && !c.args.some((a) => a.type.kind === 'float' || a.type.kind === 'double');
}
