/** Inner joins of two streams (`StreamingSymmetricHashJoinExec`): each side's rows are kept for those still to come of the other. */
import { concatBatches, gatherBatch } from '../../columnar/index.ts';
import type { Batch, Vector } from '../../columnar/index.ts';
import { unionNode } from '../../plan/index.ts';
import type { AttributeReference, JoinNode, LogicalPlan } from '../../plan/index.ts';
import { atOrBefore, isEventTime } from '../watermark.ts';
import { rowsNode, rowsWhere } from './operator.ts';
import type { StatefulContext, StatefulResult } from './operator.ts';

interface SidesState {
  readonly left: Batch;
  readonly right: Batch;
}

interface Side {
  readonly rows: Batch;
  readonly dropped: number;
  readonly output: readonly AttributeReference[];
}

/** New rows of the left meet all of the right; old rows of the left meet the new ones of the right. */
export function joinStreams(p: JoinNode, left: LogicalPlan, right: LogicalPlan, operatorId: number, context: StatefulContext): StatefulResult {
  const empty = (plan: LogicalPlan): Batch => concatBatches(plan.output.map((a) => a.type), []);
  const store = context.stores.operator<SidesState>(operatorId, () => ({ left: empty(left), right: empty(right) }));
  const before = store.get(context.batchId);
  const keys = equalKeys(p);
  const [newLeft, newRight] = [side(left, keys, context), side(right, keys, context)];
  const all = (old: Batch, s: Side): Batch => concatBatches(s.output.map((a) => a.type), [old, s.rows]);
  const joined = (l: Batch, r: Batch): LogicalPlan => ({ ...p, left: rowsNode(l, left.output), right: rowsNode(r, right.output), hint: {} });
  const allRight = all(before.right, newRight);
  const allLeft = all(before.left, newLeft);
  const after: SidesState = { left: evict(allLeft, newLeft, keys, context), right: evict(allRight, newRight, keys, context) };
  store.put(context.batchId, after);
  const total = after.left.length + after.right.length;
  return {
    plan: unionNode([joined(newLeft.rows, allRight), joined(before.left, newRight.rows)]),
    metrics: {
      operatorName: 'symmetricHashJoin',
      numRowsTotal: total,
      numRowsUpdated: newLeft.rows.length + newRight.rows.length,
      numRowsRemoved: allLeft.length + allRight.length - total,
      numRowsDroppedByWatermark: newLeft.dropped + newRight.dropped,
    },
    waitsForWatermark: keys.some(isEventTime),
  };
}

/** Columns that the condition sets equal: where one of them is an event time, the watermark bounds the state. */
function equalKeys(p: JoinNode): AttributeReference[] {
  const out: AttributeReference[] = [];
  const visit = (e: JoinNode['condition']): void => {
    if (e?.kind !== 'call') return;
    if (e.fn.name === 'and') e.args.forEach(visit);
    else if (e.fn.name === '==') for (const a of e.args) if (a.kind === 'attribute') out.push(a);
  };
  visit(p.condition);
  return out;
}

function eventKeyOf(output: readonly AttributeReference[], keys: readonly AttributeReference[]): number {
  return output.findIndex((a) => isEventTime(a) && keys.some((k) => k.exprId === a.exprId));
}

function side(plan: LogicalPlan, keys: readonly AttributeReference[], context: StatefulContext): Side {
  const rows = context.run(plan);
  const at = eventKeyOf(plan.output, keys);
  if (at < 0) return { rows, dropped: 0, output: plan.output };
  const kept = gatherBatch(rows, rowsWhere(atOrBefore(rows.columns[at] as Vector, context.lateMillis), 0));
  return { rows: kept, dropped: rows.length - kept.length, output: plan.output };
}

function evict(rows: Batch, s: Side, keys: readonly AttributeReference[], context: StatefulContext): Batch {
  const at = eventKeyOf(s.output, keys);
  if (at < 0 || rows.length === 0) return rows;
  return gatherBatch(rows, rowsWhere(atOrBefore(rows.columns[at] as Vector, context.evictionMillis), 0));
}
