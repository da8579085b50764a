/** The linear congruential generator of `java.util.Random`, by which Spark draws a seed for each partition. */
const MULTIPLIER = 0x5deece66dn;
const INCREMENT = 0xbn;
const STATE_BITS = 48;

export class JavaRandom {
  private state: bigint;

  constructor(seed: bigint) {
    this.state = BigInt.asUintN(STATE_BITS, seed ^ MULTIPLIER);
  }
  private nextInt(): bigint {
    this.state = BigInt.asUintN(STATE_BITS, this.state * MULTIPLIER + INCREMENT);
    return BigInt.asIntN(32, this.state >> 16n);
  }
  nextLong(): bigint {
    const high = this.nextInt();
    return BigInt.asIntN(64, (high << 32n) + this.nextInt());
  }
}

/** The seed of one partition: as many drawn as partitions go before it. */
export function partitionSeed(seed: bigint, partition: number): bigint {
  const random = new JavaRandom(seed);
  let drawn = random.nextLong();
  for (let i = 0; i < partition; i++) drawn = random.nextLong();
  return drawn;
}
