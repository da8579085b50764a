import type { PhysicalPlan, PlannedSubquery } from '../nodes.ts';
import { transformPhysicalUp } from '../nodes.ts';
import { sameRowsKey } from './reuse-exchanges.ts';

/** Subqueries that give the same are run once (the other half of Spark's `ReuseExchangeAndSubquery`). */
export function reuseSubqueries(root: PhysicalPlan): PhysicalPlan {
  const seen = new Map<string, PlannedSubquery>();
  return transformPhysicalUp(root, (p) => {
    if (p.subqueries === undefined) return p;
    const subqueries = p.subqueries.map((s): PlannedSubquery => {
      const key = subqueryKey(s);
      const first = seen.get(key);
      if (first !== undefined && first !== s) return { ...s, reused: first };
      seen.set(key, s);
      return s;
    });
    return subqueries.some((s) => s.reused !== undefined) ? ({ ...p, subqueries } as PhysicalPlan) : p;
  });
}

/** Equal for subqueries of the same value. */
export function subqueryKey(s: PlannedSubquery): string {
  return `${s.call.subqueryType} ${sameRowsKey(s.plan)}`;
}
