import type { Batch } from '../../columnar/index.ts';
import type { PhysicalPlan } from '../../physical/index.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';

/** Hands its input's rows on: nodes that mean something to the planner or to streams only. */
export class PassOperator extends BaseOperator {
  constructor(node: PhysicalPlan, input: Operator, runtime: Runtime) {
    super(node, [input], runtime);
  }
  protected rows(partition: number): Iterable<Batch> {
    return this.input.run(partition);
  }
}
