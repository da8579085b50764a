/** The plan that adaptive execution came to, for those that have run: `explain` shows it beside the first one. */
import type { AdaptiveSparkPlanExec, PhysicalPlan } from '../nodes.ts';

export interface FinalPlan {
  readonly plan: PhysicalPlan;
  /** Number of the generated loop of each fused operator: stages are numbered as they began. */
  readonly codegenStages: ReadonlyMap<PhysicalPlan, number>;
}

const finalPlans = new WeakMap<AdaptiveSparkPlanExec, FinalPlan>();

/** The last run of a plan counts. */
export function recordFinalPlan(plan: AdaptiveSparkPlanExec, final: FinalPlan): void {
  finalPlans.set(plan, final);
}

export function finalPlanOf(plan: PhysicalPlan): FinalPlan | undefined {
  return plan.op === 'AdaptiveSparkPlan' ? finalPlans.get(plan) : undefined;
}
