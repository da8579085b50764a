import { transformPhysicalUp } from '../nodes.ts';
import type { PhysicalPlan } from '../nodes.ts';

/** A group limit for each partition is of no use directly below the one for the whole. */
export function dropRedundantGroupLimits(root: PhysicalPlan): PhysicalPlan {
  return transformPhysicalUp(root, (p) => {
    if (p.op !== 'WindowGroupLimit' || p.mode !== 'Final') return p;
    const below = p.child;
    return below.op === 'WindowGroupLimit' && below.mode === 'Partial' ? { ...p, child: below.child } : p;
  });
}
