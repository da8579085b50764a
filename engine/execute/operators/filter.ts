import { constantOf, pickBatch, trueRows } from '../../columnar/index.ts';
import type { Batch, Vector } from '../../columnar/index.ts';
import type { FilterExec } from '../../physical/index.ts';
import { compile, evaluateAll } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';

export class FilterOperator extends BaseOperator {
  private readonly condition: Evaluator;
  constructor(
    override readonly node: FilterExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
    this.condition = compile(node.condition, node.child.output, runtime);
  }
  protected *rows(partition: number): Iterable<Batch> {
    const task = this.runtime.task(partition);
    for (const batch of this.input.run(partition)) {
      const [held] = evaluateAll([this.condition], batch, task) as [Vector];
      const known = constantOf(held);
      if (known !== undefined) {
        if (known.value === true) yield batch;
        continue;
      }
      const rows = trueRows(held);
      if (rows.length === batch.length) yield batch;
      else if (rows.length > 0) yield pickBatch(batch, rows);
    }
  }
}
