/** The first rows of each window partition by rank: rows that a filter on the rank above would drop anyway go early. */
import { pickBatch } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import type { WindowGroupLimitExec } from '../../physical/index.ts';
import { gatherAll } from '../collect.ts';
import { compileAll, evaluateAll } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';
import { SortedRows } from '../window/partitions.ts';
import { OrderKeys } from './order-keys.ts';

export class WindowGroupLimitOperator extends BaseOperator {
  private readonly partitionKeys: readonly Evaluator[];
  private readonly orderKeys: OrderKeys;

  constructor(
    override readonly node: WindowGroupLimitExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
    this.partitionKeys = compileAll(node.partitionBy, node.child.output, runtime);
    this.orderKeys = new OrderKeys(node.orderBy, node.child.output, runtime);
  }

  protected *rows(partition: number): Iterable<Batch> {
    const { limit } = this.node;
    const task = this.runtime.task(partition);
    const batch = gatherAll(this.input.run(partition), this.node.output);
    if (batch.length === 0 || limit <= 0) return;
    const order = this.orderKeys.of(batch, task).map((k) => k.vector);
    const rows = new SortedRows(evaluateAll(this.partitionKeys, batch, task), order, batch.length);
    const kept = withinLimit(rows, this.node.rankFunction, limit);
    yield* this.runtime.pieces(kept.length === batch.length ? batch : pickBatch(batch, kept));
  }
}

function withinLimit(rows: SortedRows, rank: WindowGroupLimitExec['rankFunction'], limit: number): Int32Array {
  const { n, partition } = rows;
  const starts = partition.start;
  const peerStarts = rank === 'row_number' ? starts : rows.peers.start;
  const kept = new Int32Array(n);
  let k = 0;
  let dense = 0;
  for (let i = 0; i < n; i++) {
    const start = starts[i] as number;
    const peer = peerStarts[i] as number;
    if (i === start) dense = 0;
    if (i === peer) dense += 1;
    const value = rank === 'row_number' ? i - start + 1 : rank === 'rank' ? peer - start + 1 : dense;
    if (value <= limit) kept[k++] = i;
  }
  return kept.subarray(0, k);
}
