/** Walking physical plans for criteria. */
import { physicalInputs } from '../../engine/index.ts';
import type { JoinExec, PhysicalPlan } from '../../engine/index.ts';

/** What hangs below an operator: its inputs, and the exchange that a reuse points to. */
export function below(p: PhysicalPlan): readonly PhysicalPlan[] {
  if (p.op === 'ReusedExchange') return [p.exchange];
  if (p.op === 'InMemoryTableScan') return [p.cached];
  return physicalInputs(p);
}

/** All operators, the root first. */
export function operators(root: PhysicalPlan): PhysicalPlan[] {
  return [root, ...below(root).flatMap(operators)];
}

export function isJoin(p: PhysicalPlan): p is JoinExec {
  switch (p.op) {
    case 'SortMergeJoin':
    case 'ShuffledHashJoin':
    case 'BroadcastHashJoin':
    case 'BroadcastNestedLoopJoin':
    case 'CartesianProduct':
      return true;
    default:
      return false;
  }
}

/** The build side of a broadcast join; null for joins of other kinds. */
export function broadcastSide(p: PhysicalPlan): PhysicalPlan | null {
  if (p.op !== 'BroadcastHashJoin' && p.op !== 'BroadcastNestedLoopJoin') return null;
  return p.buildSide === 'left' ? p.left : p.right;
}

/** The first operator below projections and wrappers that leave rows where they are. */
export function belowProjections(p: PhysicalPlan): PhysicalPlan {
  switch (p.op) {
    case 'AdaptiveSparkPlan':
    case 'Project':
      return belowProjections(p.child);
    default:
      return p;
  }
}
