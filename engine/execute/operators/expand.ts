import { concat, gather } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import type { ExpandExec } from '../../physical/index.ts';
import { compileAll, evaluateAll } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';

/** Each row once for every projection, in their order. */
export class ExpandOperator extends BaseOperator {
  private readonly projections: readonly (readonly Evaluator[])[];
  constructor(
    override readonly node: ExpandExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
    this.projections = node.projections.map((list) => compileAll(list, node.child.output, runtime));
  }
  protected *rows(partition: number): Iterable<Batch> {
    const task = this.runtime.task(partition);
    const k = this.projections.length;
    for (const batch of this.input.run(partition)) {
      const n = batch.length;
      const parts = this.projections.map((list) => evaluateAll(list, batch, task));
      const order = new Int32Array(n * k);
      for (let i = 0; i < n; i++) for (let j = 0; j < k; j++) order[i * k + j] = j * n + i;
      const columns = this.node.output.map((a, c) => gather(concat(a.type, parts.map((p) => p[c] as (typeof p)[number])), order));
      yield* this.runtime.pieces({ length: n * k, columns });
    }
  }
}
