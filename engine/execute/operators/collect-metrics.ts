/** `observe`: hands rows on, and works out figures over those that were asked for. */
import { sliceBatch } from '../../columnar/index.ts';
import type { Batch, Vector } from '../../columnar/index.ts';
import type { Accumulator } from '../../functions/define.ts';
import type { CollectMetricsExec } from '../../physical/index.ts';
import { aggregateArguments, createAccumulator } from '../accumulators.ts';
import { compileAll, evaluateAll } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';

/** What the rows of one partition came to: a state for each aggregate. */
type PartitionState = readonly (readonly Vector[])[];

const ONE_GROUP = new Int32Array(1);

export class CollectMetricsOperator extends BaseOperator {
  private readonly args: readonly (readonly Evaluator[])[];
  private readonly results: readonly Evaluator[];
  private readonly states = new Map<number, PartitionState>();
  private isReported = false;

  constructor(
    override readonly node: CollectMetricsExec,
    input: Operator,
    runtime: Runtime,
    /** A limit above takes no more rows than it needs: rows are handed on one by one, so that no more are counted. */
    private readonly oneByOne: boolean,
  ) {
    super(node, [input], runtime);
    const { aggregates, results } = node.parts;
    this.args = aggregates.map((a) => compileAll(aggregateArguments(a.call), node.child.output, runtime));
    this.results = compileAll(results, aggregates.map((a) => a.result), runtime);
  }

  protected *rows(partition: number): Iterable<Batch> {
    this.report();
    const task = this.runtime.task(partition);
    const accumulators = this.node.parts.aggregates.map((a) => createAccumulator(a.call, task));
    for (const a of accumulators) a.grow(1);
    try {
      for (const whole of this.input.run(partition)) {
        for (const batch of this.oneByOne ? singleRows(whole) : [whole]) {
          const groups = new Int32Array(batch.length);
          accumulators.forEach((a, i) => a.update(groups, evaluateAll(this.args[i] as readonly Evaluator[], batch, task), batch.length));
          yield batch;
        }
      }
    } finally {
      // Rows that are asked for again (a sample before a sort) count once.
      this.states.set(partition, accumulators.map((a) => a.state()));
    }
  }

  private report(): void {
    if (this.isReported) return;
    this.isReported = true;
    this.runtime.context.observe?.(this.node.metrics, () => this.figures());
  }

  /** One row: the figures over all partitions. */
  private figures(): Batch {
    const task = this.runtime.task(0);
    const ordered = [...this.states].sort(([a], [b]) => a - b).map(([, s]) => s);
    const columns = this.node.parts.aggregates.map((aggregate, i) => {
      const total: Accumulator = createAccumulator(aggregate.call, task);
      total.grow(1);
      for (const s of ordered) total.merge(ONE_GROUP, s[i] as readonly Vector[], 1);
      return total.finish();
    });
    return { length: 1, columns: evaluateAll(this.results, { length: 1, columns }, task) };
  }
}

function* singleRows(batch: Batch): Iterable<Batch> {
  for (let i = 0; i < batch.length; i++) yield sliceBatch(batch, i, i + 1);
}
