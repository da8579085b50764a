/** Random samples, the same rows as Spark's for the same seed and partitions. */
import { gatherBatch } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import type { SampleExec } from '../../physical/index.ts';
import { BaseOperator } from '../operator.ts';
import type { Operator, Runtime } from '../operator.ts';
import { partitionSeed } from '../java-random.ts';
import { PoissonSampler } from '../poisson.ts';
import { XORShiftRandom } from '../../functions/random/xor-shift-random.ts';

export class SampleOperator extends BaseOperator {
  constructor(
    override readonly node: SampleExec,
    input: Operator,
    runtime: Runtime,
  ) {
    super(node, [input], runtime);
  }
  protected *rows(partition: number): Iterable<Batch> {
    const times = this.sampler(partition);
    for (const batch of this.input.run(partition)) {
      const rows: number[] = [];
      for (let i = 0; i < batch.length; i++) for (let k = times(); k > 0; k--) rows.push(i);
      if (rows.length > 0) yield* this.runtime.pieces(gatherBatch(batch, Int32Array.from(rows)));
    }
  }
  /** How often the next row is taken. */
  private sampler(partition: number): () => number {
    const { lowerBound, upperBound, withReplacement, seed } = this.node;
    if (withReplacement) {
      const poisson = new PoissonSampler(upperBound - lowerBound, partitionSeed(seed, partition));
      return () => poisson.next();
    }
    const random = new XORShiftRandom(seed + BigInt(partition));
    return () => {
      const x = random.nextDouble();
      return x >= lowerBound && x < upperBound ? 1 : 0;
    };
  }
}
