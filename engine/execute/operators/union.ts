import type { Batch } from '../../columnar/index.ts';
import { withType } from '../../columnar/index.ts';
import { outputPartitioning } from '../../physical/index.ts';
import type { CoalesceExec, UnionExec } from '../../physical/index.ts';
import { sameType } from '../../types/index.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';

/** The inputs' partitions one after another; those of inputs hashed alike one upon another. */
export class UnionOperator extends BaseOperator {
  private readonly aligned: boolean;
  constructor(
    override readonly node: UnionExec,
    inputs: readonly Operator[],
    runtime: Runtime,
  ) {
    super(node, inputs, runtime);
    this.aligned = outputPartitioning(node).kind === 'hash';
  }
  private isAligned(): boolean {
    const counts = this.inputs.map((x) => x.partitions());
    return this.aligned && counts.every((n) => n === counts[0]);
  }
  override partitions(): number {
    if (this.isAligned()) return (this.inputs[0] as Operator).partitions();
    return this.inputs.reduce((sum, x) => sum + x.partitions(), 0);
  }
  protected *rows(partition: number): Iterable<Batch> {
    if (this.isAligned()) {
      for (const x of this.inputs) yield* this.renamed(x.run(partition));
      return;
    }
    let at = partition;
    for (const x of this.inputs) {
      const count = x.partitions();
      if (at < count) {
        yield* this.renamed(x.run(at));
        return;
      }
      at -= count;
    }
  }
  /** Inputs may differ in the nullability of nested types: rows get the union's. */
  private *renamed(batches: Iterable<Batch>): Iterable<Batch> {
    const { output } = this.node;
    for (const b of batches) {
      const same = b.columns.every((c, i) => sameType(c.type, output[i]?.type ?? c.type));
      yield same ? b : { length: b.length, columns: b.columns.map((c, i) => withType(c, output[i]?.type ?? c.type)) };
    }
  }
}

/** Neighbouring partitions put together without moving rows between others. */
export class CoalesceOperator extends BaseOperator {
  constructor(
    override readonly node: CoalesceExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
  }
  override partitions(): number {
    return Math.min(this.node.numPartitions, this.input.partitions());
  }
  protected *rows(partition: number): Iterable<Batch> {
    const count = this.input.partitions();
    const n = this.partitions();
    const end = Math.floor(((partition + 1) * count) / n);
    for (let p = Math.floor((partition * count) / n); p < end; p++) yield* this.input.run(p);
  }
}
