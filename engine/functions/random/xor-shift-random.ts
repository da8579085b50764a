/** Spark's `XORShiftRandom`: the same numbers from the same seed. 64-bit words are kept as two halves. */
import { murmurLong } from '../../columnar/index.ts';

const ARRAY_SEED = 0x3c074a61;

function swapBytes(x: number): number {
  return ((x << 24) | ((x & 0xff00) << 8) | ((x >>> 8) & 0xff00) | (x >>> 24)) | 0;
}

export class XORShiftRandom {
  private low: number;
  private high: number;
  private nextNormal: number | undefined;

  /** The seed is scrambled first: its bytes, most significant first, hashed twice. */
  constructor(seed: bigint) {
    const first = swapBytes(Number(BigInt.asIntN(32, seed >> 32n)));
    const second = swapBytes(Number(BigInt.asIntN(32, seed)));
    this.low = murmurLong(first, second, ARRAY_SEED);
    this.high = murmurLong(first, second, this.low);
  }

  /** The next `bits` random bits, at most 32, as a signed integer. */
  next(bits: number): number {
    let { low, high } = this;
    // seed ^= seed << 21
    high ^= (high << 21) | (low >>> 11);
    low ^= low << 21;
    // seed ^= seed >>> 35
    low ^= high >>> 3;
    // seed ^= seed << 4
    high ^= (high << 4) | (low >>> 28);
    low ^= low << 4;
    this.low = low;
    this.high = high;
    return bits === 32 ? low | 0 : low & ((1 << bits) - 1);
  }

  /** Uniform in [0, 1), 53 bits. */
  nextDouble(): number {
    const upper = this.next(26);
    return (upper * 2 ** 27 + this.next(27)) * 2 ** -53;
  }

  /** Uniform in [0, bound), as `java.util.Random.nextInt`. */
  nextInt(bound: number): number {
    let bits = this.next(31);
    if ((bound & -bound) === bound) return Math.floor((bound * bits) / 2 ** 31);
    let value = bits % bound;
    while (((bits - value + (bound - 1)) | 0) < 0) {
      bits = this.next(31);
      value = bits % bound;
    }
    return value;
  }

  /** Normally distributed with mean 0 and deviation 1, as `java.util.Random.nextGaussian`: two at a time. */
  nextGaussian(): number {
    const kept = this.nextNormal;
    if (kept !== undefined) {
      this.nextNormal = undefined;
      return kept;
    }
    for (;;) {
      const x = 2 * this.nextDouble() - 1;
      const y = 2 * this.nextDouble() - 1;
      const s = x * x + y * y;
      if (s >= 1 || s === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(s)) / s);
      this.nextNormal = y * factor;
      return x * factor;
    }
  }
}
