import type { Batch } from '../../columnar/index.ts';
import type { ProjectExec } from '../../physical/index.ts';
import { compileAll, evaluateAll } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';

export class ProjectOperator extends BaseOperator {
  private readonly columns: readonly Evaluator[];
  constructor(
    override readonly node: ProjectExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
    this.columns = compileAll(node.expressions, node.child.output, runtime);
  }
  protected *rows(partition: number): Iterable<Batch> {
    const task = this.runtime.task(partition);
    for (const batch of this.input.run(partition)) {
      yield { length: batch.length, columns: evaluateAll(this.columns, batch, task) };
    }
  }
}
