/** The Mersenne Twister (MT19937) seeded from 64 bits as Apache Commons Math does, on which Spark's shuffles rest. */
const SIZE = 624;
const SHIFT = 397;

export class MersenneTwister {
  private readonly state = new Int32Array(SIZE);
  private at = SIZE;

  constructor(seed: bigint) {
    this.seedFrom([Number(BigInt.asIntN(32, seed >> 32n)), Number(BigInt.asIntN(32, seed))]);
  }

  /** An integer from 0 to n - 1. */
  nextInt(n: number): number {
    if ((n & -n) === n) return Number((BigInt(n) * BigInt(this.next(31))) >> 31n);
    for (;;) {
      const bits = this.next(31);
      const value = bits % n;
      if (bits - value + (n - 1) <= 0x7fffffff) return value;
    }
  }

  /** 64 random bits as an unsigned number. */
  nextLong(): bigint {
    const high = BigInt(this.next(32) >>> 0);
    return (high << 32n) | BigInt(this.next(32) >>> 0);
  }

  private seedFrom(keys: readonly number[]): void {
    const { state } = this;
    state[0] = 19_650_218;
    for (let i = 1; i < SIZE; i++) {
      const last = state[i - 1] as number;
      state[i] = Math.imul(1_812_433_253, last ^ (last >>> 30)) + i;
    }
    let i = 1;
    let j = 0;
    for (let k = SIZE; k > 0; k--) {
      const last = state[i - 1] as number;
      state[i] = ((state[i] as number) ^ Math.imul(last ^ (last >>> 30), 1_664_525)) + (keys[j] as number) + j;
      i = this.wrap(i + 1);
      j = (j + 1) % keys.length;
    }
    for (let k = SIZE - 1; k > 0; k--) {
      const last = state[i - 1] as number;
      state[i] = ((state[i] as number) ^ Math.imul(last ^ (last >>> 30), 1_566_083_941)) - i;
      i = this.wrap(i + 1);
    }
    state[0] = 0x80000000 | 0;
  }

  private wrap(i: number): number {
    if (i < SIZE) return i;
    this.state[0] = this.state[SIZE - 1] as number;
    return 1;
  }

  private next(bits: number): number {
    if (this.at >= SIZE) this.refill();
    let y = this.state[this.at++] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> (32 - bits);
  }

  private refill(): void {
    const { state } = this;
    for (let k = 0; k < SIZE; k++) {
      const y = ((state[k] as number) & 0x80000000) | ((state[(k + 1) % SIZE] as number) & 0x7fffffff);
      state[k] = (state[(k + SHIFT) % SIZE] as number) ^ (y >>> 1) ^ ((y & 1) === 0 ? 0 : 0x9908b0df);
    }
    this.at = 0;
  }
}
