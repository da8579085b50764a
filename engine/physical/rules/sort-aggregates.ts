import { confBoolean } from '../conf.ts';
import type { Conf } from '../conf.ts';
import { transformPhysicalUp } from '../nodes.ts';
import type { PhysicalPlan } from '../nodes.ts';
import { orderingSatisfies } from '../partitioning.ts';
import { outputOrdering } from '../properties.ts';
import { requiredOrderings } from '../requirements.ts';

/** Rows that come sorted by the keys need no hash table (Spark's `ReplaceHashWithSortAgg`). */
export function replaceHashBySortAggregates(root: PhysicalPlan, conf: Conf): PhysicalPlan {
  if (!confBoolean(conf, 'spark.sql.execution.replaceHashWithSortAgg', true)) return root;
  return transformPhysicalUp(root, (p) => {
    if (p.op !== 'Aggregate' || p.algorithm === 'sort' || p.grouping.length === 0) return p;
    const sorted = { ...p, algorithm: 'sort' } as const;
    return orderingSatisfies(outputOrdering(p.child), requiredOrderings(sorted)[0] ?? []) ? sorted : p;
  });
}
