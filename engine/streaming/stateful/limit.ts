/** A limit over a stream (`StreamingGlobalLimitExec`): so many rows in the query's whole life. */
import { sliceBatch } from '../../columnar/index.ts';
import type { LimitNode, LogicalPlan } from '../../plan/index.ts';
import { rowsNode } from './operator.ts';
import type { StatefulContext, StatefulResult } from './operator.ts';

export function limitStream(p: LimitNode, input: LogicalPlan, operatorId: number, context: StatefulContext): StatefulResult {
  const store = context.stores.operator<number>(operatorId, () => 0);
  const before = store.get(context.batchId);
  const rows = context.run(input);
  const taken = Math.min(rows.length, Math.max(0, p.limit - before));
  store.put(context.batchId, before + taken);
  return {
    plan: rowsNode(sliceBatch(rows, 0, taken), p.output),
    metrics: { operatorName: 'globalLimit', numRowsTotal: 1, numRowsUpdated: taken > 0 ? 1 : 0, numRowsRemoved: 0, numRowsDroppedByWatermark: 0 },
    waitsForWatermark: false,
  };
}
