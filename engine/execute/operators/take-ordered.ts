/** The first rows in an order, chosen without sorting the rest: each partition's best, then the best of those. */
import { concatBatches, pickBatch, sliceBatch } from '../../columnar/index.ts';
import type { Batch, SortKey } from '../../columnar/index.ts';
import type { TakeOrderedAndProjectExec } from '../../physical/index.ts';
import { gatherAll } from '../collect.ts';
import { compileAll, evaluateAll } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';
import { leadingRows } from './leading-rows.ts';
import { OrderKeys } from './order-keys.ts';
import { sortBatch } from './sort.ts';

/** With more rows wanted than this share of all, sorting is as quick as choosing. */
const CHOOSE_SHARE = 0.1;

export class TakeOrderedOperator extends BaseOperator {
  private readonly keys: OrderKeys;
  private readonly columns: readonly Evaluator[];
  constructor(
    override readonly node: TakeOrderedAndProjectExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
    this.keys = new OrderKeys(node.order, node.child.output, runtime);
    this.columns = compileAll(node.expressions, node.child.output, runtime);
  }
  override partitions(): number {
    return 1;
  }
  protected *rows(): Iterable<Batch> {
    const { limit, offset, child } = this.node;
    if (limit <= offset) return;
    const parts: Batch[] = [];
    for (let p = 0; p < this.input.partitions(); p++) {
      const batch = gatherAll(this.input.run(p), child.output);
      if (batch.length > 0) parts.push(this.top(batch, p));
    }
    const all = this.top(concatBatches(child.output.map((a) => a.type), parts), 0);
    if (all.length <= offset) return;
    const kept = offset === 0 ? all : sliceBatch(all, offset, all.length);
    yield* this.runtime.pieces({ length: kept.length, columns: evaluateAll(this.columns, kept, this.runtime.task(0)) });
  }

  /** The first `limit` rows in order. */
  private top(batch: Batch, partition: number): Batch {
    const { limit } = this.node;
    const keys = this.keys.of(batch, this.runtime.task(partition));
    const candidates = limit < batch.length * CHOOSE_SHARE ? leadingRows(keys[0] as SortKey, batch.length, limit) : null;
    if (candidates === null) {
      const sorted = sortBatch(batch, keys);
      return sorted.length <= limit ? sorted : sliceBatch(sorted, 0, limit);
    }
    const few = pickBatch(batch, candidates);
    const sorted = sortBatch(few, this.keys.of(few, this.runtime.task(partition)));
    return sorted.length <= limit ? sorted : sliceBatch(sorted, 0, limit);
  }
}
