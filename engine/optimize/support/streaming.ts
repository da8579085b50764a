import { somePlan } from '../../plan/index.ts';
import type { LogicalPlan } from '../../plan/index.ts';

/** The plan reads a stream: what needs its state stays as it is. */
export function isStreaming(p: LogicalPlan): boolean {
  return somePlan(p, (x) => x.node === 'DataSourceScan' && x.isStreaming);
}
