/** Limits and offsets: combined, dropped where they take everything, moved down where fewer rows do. */
import { isDeterministic, limitNode, offsetNode, sortNode, transformPlanDown, transformPlanUp, windowNode, withInputs } from '../../plan/index.ts';
import type { JoinNode, LimitNode, LogicalPlan, OffsetNode, UnionLoopNode, WindowNode } from '../../plan/index.ts';
import { confNumber } from '../../physical/index.ts';
import type { Rule } from '../rule.ts';
import { maxRows } from '../../physical/index.ts';
import { emptyRelation } from './empty-relations.ts';

/** Spark's default of `spark.sql.execution.topKSortFallbackThreshold`. */
const TOP_K_ROWS = 2_147_483_632;

export const eliminateLimits: Rule = {
  name: 'EliminateLimits',
  apply: (plan) =>
    transformPlanDown(plan, (p) => {
      if (p.node !== 'Limit') return p;
      if (p.limit === 0) return emptyRelation(p);
      if ((maxRows(p.input) ?? Number.POSITIVE_INFINITY) <= p.limit) return p.input;
      if (p.input.node === 'Limit' && p.input.global === true && p.input.limit <= p.limit) return p.input;
      return p.input.node === 'Limit' && p.input.local === p.local && p.input.global === p.global ? limitNode(p.input.input, Math.min(p.limit, p.input.limit), p.local) : p;
    }),
};

export const eliminateOffsets: Rule = {
  name: 'EliminateOffsets',
  apply: (plan) =>
    transformPlanUp(plan, (p) => {
      if (p.node !== 'Offset') return p;
      if (p.offset === 0) return p.input;
      if ((maxRows(p.input) ?? Number.POSITIVE_INFINITY) <= p.offset) return emptyRelation(p);
      return p.input.node === 'Offset' ? offsetNode(p.input.input, p.offset + p.input.offset) : p;
    }),
};

/** The first rows by a row number over one partition are those of a sort (Spark's `LimitPushDownThroughWindow`). */
export const limitPushDownThroughWindow: Rule = {
  name: 'LimitPushDownThroughWindow',
  apply: (plan, context) =>
    transformPlanDown(plan, (p) => {
      if (p.node !== 'Limit' || p.local === true || p.limit >= confNumber(context.conf, 'spark.sql.execution.topKSortFallbackThreshold', TOP_K_ROWS)) return p;
      const below = p.input;
      if (below.node === 'Window') return pushed(p, below) ?? p;
      if (below.node !== 'Project' || below.input.node !== 'Window' || !below.expressions.every(isDeterministic)) return p;
      const inner = pushed(p, below.input);
      return inner === undefined ? p : { ...inner, input: withInputs(below, [inner.input]), output: p.output };
    }),
};

function pushed(p: LimitNode, window: WindowNode): LimitNode | undefined {
  if (window.partitionBy.length > 0 || window.orderBy.length === 0 || !window.windowExpressions.every(grows)) return undefined;
  const rows = maxRows(window.input);
  if (rows !== undefined && rows <= p.limit) return undefined;
  if (window.input.node === 'Limit') return undefined;
  const top = limitNode(sortNode(window.input, window.orderBy, true), p.limit);
  return limitNode(windowNode(top, window.windowExpressions, [], window.orderBy), p.limit);
}

/** A row's value needs no later row: a rank, or rows from the first to the current one. */
function grows(e: WindowNode['windowExpressions'][number]): boolean {
  if (e.child.kind !== 'window') return false;
  const { frameType, lower, upper } = e.child.frame;
  return e.child.function.kind === 'windowFunction' && frameType === 'row' && lower.kind === 'unboundedPreceding' && upper.kind === 'currentRow';
}

/** Inputs of unions and outer joins need give no more rows than a limit above takes (Spark's `LimitPushDown`). */
export const limitPushDown: Rule = {
  name: 'LimitPushDown',
  apply: (plan) =>
    transformPlanDown(plan, (p) => {
      if (p.node === 'Join') return anyRow(p);
      if (p.node !== 'Limit') return p;
      const below = p.input.node === 'Project' ? p.input.input : p.input;
      if (below.node === 'UnionLoop') return limitedLoop(p, below);
      if (p.input.node === 'Offset') return belowOffset(p, p.input);
      const next = limitInputs(below, p.limit);
      if (next === below) return p;
      return withInputs(p, [p.input.node === 'Project' ? withInputs(p.input, [next]) : next]);
    }),
};

/** Without a condition it only matters whether the right side has a row at all. */
function anyRow(p: JoinNode): JoinNode {
  const asks = (p.joinType === 'left_semi' || p.joinType === 'left_anti') && p.condition === undefined;
  return asks ? (withInputs(p, [p.left, locallyLimited(p.right, 1)]) as JoinNode) : p;
}

/** A loop stops by itself when it has enough rows. */
function limitedLoop(p: LimitNode, loop: UnionLoopNode): LogicalPlan {
  if (p.global === true || (loop.limit !== undefined && loop.limit <= p.limit)) return p;
  const limited: UnionLoopNode = { ...loop, limit: p.limit };
  const below = p.input.node === 'Project' ? withInputs(p.input, [limited]) : limited;
  return p.local === true ? below : { ...limitNode(below, p.limit), global: true };
}

/** Each partition need give no more rows than the limit takes and the offset drops. */
function belowOffset(p: LimitNode, offset: OffsetNode): LogicalPlan {
  if (p.global === true) return p;
  const local = offsetNode(limitNode(offset.input, p.limit + offset.offset, true), offset.offset);
  return p.local === true ? local : { ...limitNode(local, p.limit), global: true };
}

function limitInputs(p: LogicalPlan, limit: number): LogicalPlan {
  if (p.node === 'Union') return withInputs(p, p.inputs.map((x) => locallyLimited(x, limit)));
  if (p.node !== 'Join') return p;
  const left = (): LogicalPlan => locallyLimited(p.left, limit);
  const right = (): LogicalPlan => locallyLimited(p.right, limit);
  switch (p.joinType) {
    case 'left_outer':
      return withInputs(p, [left(), p.right]);
    case 'right_outer':
      return withInputs(p, [p.left, right()]);
    case 'inner':
    case 'cross':
      return p.condition === undefined ? withInputs(p, [left(), right()]) : p;
    case 'left_semi':
    case 'left_anti':
      return p.condition === undefined ? withInputs(p, [left(), p.right]) : p;
    default:
      return p;
  }
}

function locallyLimited(p: LogicalPlan, limit: number): LogicalPlan {
  if (p.node === 'Limit' && p.limit <= limit) return p;
  return (maxRows(p) ?? Number.POSITIVE_INFINITY) <= limit ? p : limitNode(p, limit, true);
}
