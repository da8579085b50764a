import { transformPhysicalUp } from '../nodes.ts';
import type { PhysicalPlan } from '../nodes.ts';
import { orderingSatisfies, satisfies } from '../partitioning.ts';
import { outputOrdering, outputPartitioning } from '../properties.ts';
import { requiredDistributions } from '../requirements.ts';

/** A sort of rows that are already in that order goes. */
export function dropRedundantSorts(root: PhysicalPlan): PhysicalPlan {
  return transformPhysicalUp(root, (p) => {
    if (p.op !== 'Sort' || !orderingSatisfies(outputOrdering(p.child), p.order)) return p;
    return requiredDistributions(p).every((d) => satisfies(outputPartitioning(p.child), d)) ? p.child : p;
  });
}
