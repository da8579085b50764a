import type { AggregateExec, PhysicalAggregate, PhysicalPlan } from '../nodes.ts';
import { transformPhysicalUp } from '../nodes.ts';
import { toAttribute } from '../../plan/index.ts';

/** A partial and the next aggregation without an exchange between are one step. */
export function combineAdjacentAggregates(root: PhysicalPlan): PhysicalPlan {
  return transformPhysicalUp(root, (p) => {
    if (p.op !== 'Aggregate' || p.overRows || p.child.op !== 'Aggregate' || !p.child.overRows) return p;
    const { child } = p;
    return sameKeys(p, child) && p.aggregates.length === child.aggregates.length ? combine(p, child) : p;
  });
}

function sameKeys(p: AggregateExec, child: AggregateExec): boolean {
  return p.grouping.length === child.grouping.length && p.grouping.every((g, i) => g.exprId === child.grouping[i]?.exprId);
}

function combine(p: AggregateExec, child: AggregateExec): AggregateExec {
  const aggregates = p.aggregates.map((a, i): PhysicalAggregate => {
    const first = child.aggregates[i] as PhysicalAggregate;
    return { ...a, call: first.call, mode: a.mode === 'final' ? 'complete' : 'partial' };
  });
  const { grouping } = child;
  const requiredClustering = p.requiredClustering === undefined ? {} : { requiredClustering: grouping.map(toAttribute) };
  return { ...p, aggregates, grouping, child: child.child, overRows: true, ...requiredClustering };
}
