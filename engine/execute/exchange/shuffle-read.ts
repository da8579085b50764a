/** Reads a finished shuffle in other portions than its partitions: several as one, or parts by map task. */
import type { Batch } from '../../columnar/index.ts';
import type { AqeShuffleReadExec, ReadSpec } from '../../physical/index.ts';
import type { ResolvedExpression, SortOrder } from '../../plan/index.ts';
import { counted, tally } from '../metrics.ts';
import { BaseOperator } from '../operator.ts';
import type { Runtime } from '../operator.ts';
import type { ShuffledRows, ShuffleOperator } from './shuffle.ts';

export class ShuffleReadOperator extends BaseOperator {
  constructor(
    override readonly node: AqeShuffleReadExec,
    private readonly shuffle: ShuffleOperator,
    runtime: Runtime,
  ) {
    super(node, [shuffle], runtime);
  }

  override partitions(): number {
    return this.node.specs.length;
  }

  private spec(partition: number): ReadSpec {
    return this.node.specs[partition] as ReadSpec;
  }

  canReadSorted(order: readonly SortOrder[]): boolean {
    return this.shuffle.canReadSorted(order) && this.node.specs.every((s) => s.mapStart === undefined);
  }

  readSorted(partition: number): Iterable<Batch> {
    return counted(this.shuffle.sortedRows(this.spec(partition)), this.metrics, this.runtime.context.environment);
  }

  /**
   * The rows for a reader to whom only the order of rows with equal keys matters. They lie in one partition, so that
   * partitions read together need not come one after another.
   */
  runLoosely(partition: number, keys: readonly ResolvedExpression[]): Iterable<Batch> {
    if (!this.shuffle.isHashedBy(keys)) return this.run(partition);
    return counted(this.shuffle.read(this.spec(partition), true), this.metrics, this.runtime.context.environment);
  }

  /** See `ShuffleOperator.undivided`. */
  shuffledRows(keys: readonly ResolvedExpression[]): ShuffledRows | undefined {
    const found = this.shuffle.undivided(keys, this.node.specs);
    return found === undefined ? undefined : { ...found, countRead: (p) => tally(this.metrics, found.countRead(p)) };
  }

  protected rows(partition: number): Iterable<Batch> {
    return this.shuffle.read(this.spec(partition));
  }
}
