import { pickBatch, scatteredRows, sortIndices } from '../../columnar/index.ts';
import type { Batch, SortKey } from '../../columnar/index.ts';
import type { SortExec } from '../../physical/index.ts';
import { expressionKey } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import { gatherAll } from '../collect.ts';
import { ShuffleReadOperator } from '../exchange/shuffle-read.ts';
import { ShuffleOperator } from '../exchange/shuffle.ts';
import type { ShuffledRows } from '../exchange/shuffle.ts';
import { counted, tally } from '../metrics.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';
import { OrderKeys } from './order-keys.ts';

export function isIdentity(indices: Int32Array): boolean {
  for (let i = 0; i < indices.length; i++) if (indices[i] !== i) return false;
  return true;
}

/** The rows in order; equal rows stay as they came. */
export function sortBatch(batch: Batch, keys: readonly SortKey[]): Batch {
  const indices = sortIndices(keys, batch.length);
  return isIdentity(indices) ? batch : pickBatch(batch, scatteredRows(indices));
}

/** Each partition by itself; a global sort has had its rows partitioned by range. */
export class SortOperator extends BaseOperator {
  private readonly keys: OrderKeys;
  constructor(
    override readonly node: SortExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
    this.keys = new OrderKeys(node.order, node.child.output, runtime);
  }

  /** True if the rows are put in ascending order of just these keys, nulls first, and nothing else. */
  sortsBy(keys: readonly ResolvedExpression[]): boolean {
    const { order } = this.node;
    return order.length === keys.length && order.every((o, i) => o.ascending && o.nullsFirst && expressionKey(o.child) === expressionKey(keys[i] as ResolvedExpression));
  }

  /** The rows for whom orders them later, or minds only the order of rows with equal keys. */
  runUnsorted(partition: number): Iterable<Batch> {
    return counted(this.unsorted(partition), this.metrics, this.runtime.context.environment);
  }

  /** All rows unsorted, where they come straight from a shuffle by the keys. */
  shuffledRows(keys: readonly ResolvedExpression[]): ShuffledRows | undefined {
    const { input } = this;
    if (!(input instanceof ShuffleOperator || input instanceof ShuffleReadOperator)) return undefined;
    const found = input.shuffledRows(keys);
    return found === undefined ? undefined : { ...found, countRead: (p) => tally(this.metrics, found.countRead(p)) };
  }

  private unsorted(partition: number): Iterable<Batch> {
    const { input } = this;
    return input instanceof ShuffleReadOperator ? input.runLoosely(partition, this.node.order.map((o) => o.child)) : input.run(partition);
  }

  protected *rows(partition: number): Iterable<Batch> {
    const { input } = this;
    if ((input instanceof ShuffleOperator || input instanceof ShuffleReadOperator) && input.canReadSorted(this.node.order)) {
      yield* input.readSorted(partition);
      return;
    }
    const batch = gatherAll(this.unsorted(partition), this.node.output);
    if (batch.length === 0) return;
    yield* this.runtime.pieces(sortBatch(batch, this.keys.of(batch, this.runtime.task(partition))));
  }
}
