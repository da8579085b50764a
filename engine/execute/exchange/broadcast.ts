/** All rows of a plan, for every task of the stage that uses them. */
import type { Batch } from '../../columnar/index.ts';
import { invariant } from '../../core/index.ts';
import type { BroadcastExchangeExec } from '../../physical/index.ts';
import { gatherAll } from '../collect.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';
import { allPartitions } from '../operators/limit.ts';
import { rowBytes } from './row-bytes.ts';

export class BroadcastOperator extends BaseOperator {
  private batch: Batch | undefined;
  constructor(
    override readonly node: BroadcastExchangeExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
  }

  materialize(): void {
    if (this.batch !== undefined) return;
    const { environment } = this.runtime.context;
    const start = environment.elapsed();
    const batch = gatherAll(allPartitions(this.input), this.node.output);
    this.batch = batch;
    this.metrics.timeMs += environment.elapsed() - start;
    this.metrics.rows = batch.length;
    this.metrics.batches = 1;
    this.metrics.partitions = 1;
    this.metrics.shuffleBytes = Math.round(batch.length * rowBytes(batch));
  }

  /** The rows; `materialize` has run. */
  value(): Batch {
    invariant(this.batch !== undefined, 'a broadcast is read before it is complete');
    return this.batch;
  }

  override partitions(): number {
    return 1;
  }
  protected *rows(): Iterable<Batch> {
    yield this.value();
  }
}
