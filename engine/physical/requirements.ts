/** What each operator asks of its inputs' partitioning and order. */
import { toAttribute } from '../plan/index.ts';
import type { ResolvedExpression, SortOrder } from '../plan/index.ts';
import type { PhysicalPlan } from './nodes.ts';
import { physicalInputs } from './nodes.ts';
import { ascendingOrder, UNSPECIFIED } from './partitioning.ts';
import type { Distribution } from './partitioning.ts';

const ALL_TUPLES: Distribution = { kind: 'allTuples' };

/** One distribution for each input. */
export function requiredDistributions(p: PhysicalPlan): readonly Distribution[] {
  switch (p.op) {
    case 'Aggregate':
      return [p.requiredClustering === undefined ? UNSPECIFIED : clustered(p.requiredClustering, false)];
    case 'MergingSessions':
      return [clustered(p.keys, false)];
    case 'Sort':
      return [p.global ? { kind: 'ordered', order: p.order } : UNSPECIFIED];
    case 'SortMergeJoin':
    case 'ShuffledHashJoin':
      if (p.skew === true) return [UNSPECIFIED, UNSPECIFIED];
      return [clustered(p.leftKeys, true), clustered(p.rightKeys, true)];
    case 'BroadcastHashJoin': {
      const keys = p.buildSide === 'left' ? p.leftKeys : p.rightKeys;
      return broadcastOn(p.buildSide, { kind: 'broadcast', keys, nullAware: p.nullAware });
    }
    case 'BroadcastNestedLoopJoin':
      return broadcastOn(p.buildSide, { kind: 'broadcast', nullAware: false });
    case 'Window':
      return [clustered(p.partitionBy, false)];
    case 'WindowGroupLimit':
      return [p.mode === 'Partial' ? UNSPECIFIED : clustered(p.partitionBy, false)];
    case 'GlobalLimit':
      return [ALL_TUPLES];
    default:
      return physicalInputs(p).map(() => UNSPECIFIED);
  }
}

function clustered(expressions: readonly ResolvedExpression[], coPartitioned: boolean): Distribution {
  return expressions.length === 0 ? ALL_TUPLES : { kind: 'clustered', expressions, coPartitioned };
}

function broadcastOn(side: 'left' | 'right', d: Distribution): readonly Distribution[] {
  return side === 'left' ? [d, UNSPECIFIED] : [UNSPECIFIED, d];
}

/** One order for each input; empty: any. */
export function requiredOrderings(p: PhysicalPlan): readonly (readonly SortOrder[])[] {
  switch (p.op) {
    case 'SortMergeJoin':
      return [p.leftKeys.map(ascendingOrder), p.rightKeys.map(ascendingOrder)];
    case 'Aggregate':
      return [p.algorithm === 'sort' ? p.grouping.map((g) => ascendingOrder(g.kind === 'alias' ? g.child : toAttribute(g))) : []];
    case 'MergingSessions':
      return [[...p.keys, p.session].map(ascendingOrder)];
    case 'Window':
    case 'WindowGroupLimit':
      return [[...p.partitionBy.map(ascendingOrder), ...p.orderBy]];
    default:
      return physicalInputs(p).map(() => []);
  }
}
