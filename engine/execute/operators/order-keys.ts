import type { Batch, SortKey } from '../../columnar/index.ts';
import type { AttributeReference, SortOrder, TaskContext } from '../../plan/index.ts';
import { compile } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import type { Runtime } from '../operator.ts';

/** Sort keys over an operator's input. */
export class OrderKeys {
  private readonly evaluators: readonly Evaluator[];
  constructor(
    readonly order: readonly SortOrder[],
    input: readonly AttributeReference[],
    runtime: Runtime,
  ) {
    this.evaluators = order.map((o) => compile(o.child, input, runtime));
  }
  of(batch: Batch, task: TaskContext): SortKey[] {
    return this.order.map((o, i) => ({
      vector: (this.evaluators[i] as Evaluator)(batch, task),
      ascending: o.ascending,
      nullsFirst: o.nullsFirst,
    }));
  }
}
