/** A recursive query: each level is a query of its own over the rows of the level before, and gives a partition. */
import type { Batch } from '../../columnar/index.ts';
import { unsupported } from '../../core/index.ts';
import { limitsOf, loopRows } from '../../plan/index.ts';
import type { UnionLoopExec } from '../../physical/index.ts';
import { BaseOperator } from '../operator.ts';
import type { Runtime } from '../operator.ts';

export class UnionLoopOperator extends BaseOperator {
  private levels: readonly Batch[] | undefined;
  constructor(
    override readonly node: UnionLoopExec,
    runtime: Runtime,
  ) {
    super(node, [], runtime);
  }
  private allLevels(): readonly Batch[] {
    const { context } = this.runtime;
    const { runPlan } = context;
    if (runPlan === undefined) throw unsupported('A recursive query in this place');
    this.levels ??= [...loopRows(this.node.loop, limitsOf(this.node.loop, context.conf), runPlan)];
    return this.levels;
  }
  override partitions(): number {
    return Math.max(1, this.allLevels().length);
  }
  protected rows(partition: number): Iterable<Batch> {
    const level = this.allLevels()[partition];
    return level === undefined ? [] : this.runtime.pieces(level);
  }
}
