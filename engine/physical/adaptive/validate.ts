import { physicalInputs } from '../nodes.ts';
import type { PhysicalPlan } from '../nodes.ts';
import { alternatives, orderingSatisfies, partitionCount, satisfies } from '../partitioning.ts';
import { outputOrdering, outputPartitioning } from '../properties.ts';
import { requiredDistributions, requiredOrderings } from '../requirements.ts';

/** Whether every operator's inputs lie and are ordered as it needs (Spark's `ValidateRequirements`). */
export function meetsRequirements(p: PhysicalPlan): boolean {
  const inputs = physicalInputs(p);
  const needs = requiredDistributions(p);
  const orders = requiredOrderings(p);
  const met = inputs.every((x, i) => {
    const need = needs[i];
    return (need === undefined || satisfies(outputPartitioning(x), need)) && orderingSatisfies(outputOrdering(x), orders[i] ?? []);
  });
  return met && inStep(p) && inputs.every(meetsRequirements);
}

/** Inputs of a shuffled join are cut into as many partitions. */
function inStep(p: PhysicalPlan): boolean {
  if ((p.op !== 'SortMergeJoin' && p.op !== 'ShuffledHashJoin') || p.skew === true) return true;
  const counts = physicalInputs(p).map((x) => new Set(alternatives(outputPartitioning(x)).map(partitionCount)));
  return [...(counts[0] ?? [])].some((n) => counts[1]?.has(n) === true);
}
