/** What the page and the judge are told of a run: the physical plan with what its operators counted. */
import type { Execution } from '../execute/index.ts';
import { planTree } from '../physical/index.ts';
import type { EngineEvent } from './request.ts';

export function planEvent(action: string, execution: Execution, durationMs: number): EngineEvent {
  const physicalPlan = planTree(execution.plan, (p) => {
    const counted = execution.metrics.get(p);
    return counted === undefined ? {} : Object.fromEntries(Object.entries(counted).filter(([, v]) => typeof v === 'number'));
  });
  return { kind: 'execution', action, physicalPlan, durationMs };
}
