import { sliceBatch } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import type { CollectLimitExec, CollectTailExec, GlobalLimitExec, LocalLimitExec } from '../../physical/index.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';

/** Rows [skip, take) of the batches; `take` -1: to the end. Asks for no more batches than it needs. */
export function* limited(batches: Iterable<Batch>, take: number, skip: number): Iterable<Batch> {
  const end = take < 0 ? Number.POSITIVE_INFINITY : take;
  if (end <= skip) return;
  let seen = 0;
  for (const batch of batches) {
    const from = Math.min(Math.max(skip - seen, 0), batch.length);
    const to = Math.min(end - seen, batch.length);
    seen += batch.length;
    if (to > from) yield from === 0 && to === batch.length ? batch : sliceBatch(batch, from, to);
    if (seen >= end) return;
  }
}

/** The first rows of each partition. */
export class LocalLimitOperator extends BaseOperator {
  constructor(
    override readonly node: LocalLimitExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
  }
  protected rows(partition: number): Iterable<Batch> {
    return limited(this.input.run(partition), this.node.limit, 0);
  }
}

/** The first rows of the one partition there is. */
export class GlobalLimitOperator extends BaseOperator {
  constructor(
    override readonly node: GlobalLimitExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
  }
  protected rows(partition: number): Iterable<Batch> {
    return limited(this.input.run(partition), this.node.limit, this.node.offset);
  }
}

export function* allPartitions(input: Operator): Iterable<Batch> {
  const n = input.partitions();
  for (let p = 0; p < n; p++) yield* input.run(p);
}

/** The first rows of a query: partitions are run one by one until there are enough. */
export class CollectLimitOperator extends BaseOperator {
  constructor(
    override readonly node: CollectLimitExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
  }
  override partitions(): number {
    return 1;
  }
  protected rows(): Iterable<Batch> {
    return limited(allPartitions(this.input), this.node.limit, this.node.offset);
  }
}

/** The last rows of a query: partitions are run from the last one back. */
export class CollectTailOperator extends BaseOperator {
  constructor(
    override readonly node: CollectTailExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
  }
  override partitions(): number {
    return 1;
  }
  protected *rows(): Iterable<Batch> {
    const kept: Batch[] = [];
    let wanted = this.node.limit;
    for (let p = this.input.partitions() - 1; p >= 0 && wanted > 0; p--) {
      const batches = [...this.input.run(p)];
      for (let k = batches.length - 1; k >= 0 && wanted > 0; k--) {
        const batch = batches[k] as Batch;
        const from = Math.max(0, batch.length - wanted);
        kept.unshift(sliceBatch(batch, from, batch.length));
        wanted -= batch.length - from;
      }
    }
    yield* kept;
  }
}
