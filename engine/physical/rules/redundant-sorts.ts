import { transformPhysicalUp } from '../nodes.ts';
import type { PhysicalPlan, WindowExec } from '../nodes.ts';
import { usesOnly } from '../../plan/index.ts';
import { orderingSatisfies, satisfies } from '../partitioning.ts';
import { outputOrdering, outputPartitioning } from '../properties.ts';
import { requiredDistributions } from '../requirements.ts';

/** A sort of rows that are already in that order goes. */
export function dropRedundantSorts(root: PhysicalPlan): PhysicalPlan {
  return transformPhysicalUp(root, (p) => {
    const window = p.op === 'Window' ? sortedOnce(p) : undefined;
    if (window !== undefined) return window;
    if (p.op !== 'Sort' || !orderingSatisfies(outputOrdering(p.child), p.order)) return p;
    return requiredDistributions(p).every((d) => satisfies(outputPartitioning(p.child), d)) ? p.child : p;
  });
}

/** Of a window over a window, the lower may sort by what the upper needs, where that begins with what it needs itself. */
function sortedOnce(p: WindowExec): PhysicalPlan | undefined {
  const upper = p.child;
  const below = upper.op === 'Sort' && !upper.global ? upper.child : undefined;
  if (upper.op !== 'Sort' || below?.op !== 'Window' || below.child.op !== 'Sort' || below.child.global) return undefined;
  const lower = below.child;
  const known = new Set(lower.child.output.map((a) => a.exprId));
  if (!orderingSatisfies(upper.order, lower.order) || !upper.order.every((o) => usesOnly(o.child, known))) return undefined;
  return { ...p, child: { ...below, child: { ...lower, order: upper.order } } };
}
