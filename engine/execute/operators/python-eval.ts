import type { Batch } from '../../columnar/index.ts';
import type { PythonEvalExec } from '../../physical/index.ts';
import { compileAll, evaluateAll } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';

/** Values of user functions beside the input's columns; each function is called once a batch, with whole columns. */
export class PythonEvalOperator extends BaseOperator {
  private readonly functions: readonly Evaluator[];
  constructor(
    override readonly node: PythonEvalExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
    this.functions = compileAll(node.udfs, node.child.output, runtime);
  }
  protected *rows(partition: number): Iterable<Batch> {
    const task = this.runtime.task(partition);
    for (const batch of this.input.run(partition)) {
      yield { length: batch.length, columns: [...batch.columns, ...evaluateAll(this.functions, batch, task)] };
    }
  }
}
