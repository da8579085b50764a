/** Which logical plans have their rows in stages that have run. */
import { isStage, physicalInputs } from '../../physical/index.ts';
import type { BroadcastExchangeExec, PhysicalPlan, ShuffleExchangeExec } from '../../physical/index.ts';
import type { LogicalPlan } from '../../plan/index.ts';

/** An exchange that planning added has the rows of its input. */
export function linkOf(e: ShuffleExchangeExec | BroadcastExchangeExec): { readonly logical?: LogicalPlan } {
  const logical = e.logical ?? e.child.logical;
  return logical === undefined ? {} : { logical };
}

/**
 * The part of the plan to put in place of each. An exchange between the steps of one logical operator has no rows of a
 * logical plan: then the operator as a whole stands for it.
 */
export function stagesByLogicalPlan(root: PhysicalPlan): ReadonlyMap<LogicalPlan, PhysicalPlan> {
  const found = new Map<LogicalPlan, PhysicalPlan>();
  const visit = (p: PhysicalPlan, above: PhysicalPlan | undefined): void => {
    const linked = p.logical === undefined ? above : p;
    if (isStage(p)) {
      if (linked?.logical !== undefined) found.set(linked.logical, linked);
      return;
    }
    for (const x of physicalInputs(p)) visit(x, linked);
  };
  visit(root, undefined);
  return found;
}
