/** The first rows in an order, chosen without sorting the rest: each partition's best, then the best of those. */
import { concatBatches, pickBatch, sliceBatch, sortWords } from '../../columnar/index.ts';
import type { Batch, SortKey } from '../../columnar/index.ts';
import type { TakeOrderedAndProjectExec } from '../../physical/index.ts';
import { gatherAll } from '../collect.ts';
import { compileAll, evaluateAll } from '../evaluate.ts';
import type { Evaluator } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';
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
    const candidates = limit < batch.length * CHOOSE_SHARE ? candidateRows(keys[0] as SortKey, batch.length, limit) : null;
    if (candidates === null) {
      const sorted = sortBatch(batch, keys);
      return sorted.length <= limit ? sorted : sliceBatch(sorted, 0, limit);
    }
    const few = pickBatch(batch, candidates);
    const sorted = sortBatch(few, this.keys.of(few, this.runtime.task(partition)));
    return sorted.length <= limit ? sorted : sliceBatch(sorted, 0, limit);
  }
}

/**
 * Rows, in their order, among which the first `limit` by the key (and any further keys) certainly are: those whose leading
 * word is not above the limit-th smallest. Null if there is nothing to gain.
 */
function candidateRows(key: SortKey, n: number, limit: number): Int32Array | null {
  if (key.vector.layout === 'string' || key.vector.layout === 'null') return null;
  const { low, high } = sortWords(key.vector, n);
  const words = high ?? low;
  const mask = key.vector.validity;
  if (!key.ascending) for (let i = 0; i < n; i++) words[i] = ~(words[i] as number);
  if (mask !== null) {
    const atNull = key.nullsFirst ? 0 : 0xffffffff;
    for (let i = 0; i < n; i++) if (mask[i] === 0) words[i] = atNull;
  }
  const threshold = smallest(words, n, limit);
  let count = 0;
  for (let i = 0; i < n; i++) if ((words[i] as number) <= threshold) count++;
  if (count > n / 2) return null;
  const rows = new Int32Array(count);
  for (let i = 0, k = 0; i < n; i++) if ((words[i] as number) <= threshold) rows[k++] = i;
  return rows;
}

/** The k-th smallest word, by a heap of the k smallest seen (largest on top). */
function smallest(words: Uint32Array, n: number, k: number): number {
  const heap = words.slice(0, k);
  const sift = (from: number): void => {
    let at = from;
    const value = heap[at] as number;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= k) break;
      if (child + 1 < k && (heap[child + 1] as number) > (heap[child] as number)) child += 1;
      if ((heap[child] as number) <= value) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = value;
  };
  for (let i = (k >> 1) - 1; i >= 0; i--) sift(i);
  let top = heap[0] as number;
  for (let i = k; i < n; i++) {
    const w = words[i] as number;
    if (w >= top) continue;
    heap[0] = w;
    sift(0);
    top = heap[0] as number;
  }
  return top;
}
