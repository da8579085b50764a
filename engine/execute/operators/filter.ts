import { pickBatch } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import type { FilterExec } from '../../physical/index.ts';
import { compile, selectRows } from '../evaluate.ts';
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
      const rows = selectRows(this.condition, batch, task);
      if (rows.length === batch.length) yield batch;
      else if (rows.length > 0) yield pickBatch(batch, rows);
    }
  }
}
