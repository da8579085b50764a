/**
 * Poisson numbers as Spark's sampling with replacement draws them: uniform numbers of the generator WELL19937c multiplied
 * until their product falls below e^-mean.
 */
import { unsupported } from '../core/index.ts';

const WORDS_COUNT = 624;
const M1 = 70;
const M2 = 179;
const M3 = 449;

/** The generator WELL19937c (Panneton, L'Ecuyer, Matsumoto), seeded with an array of words as Commons Math does. */
class Well19937c {
  private readonly words = new Int32Array(WORDS_COUNT);
  private index = 0;

  constructor(seed: bigint) {
    const high = Number(BigInt.asIntN(32, seed >> 32n));
    const low = Number(BigInt.asIntN(32, seed));
    this.words[0] = high;
    this.words[1] = low;
    for (let i = 2; i < WORDS_COUNT; i++) {
      const l = BigInt(this.words[i - 2] as number);
      this.words[i] = Number(BigInt.asIntN(32, 1_812_433_253n * (l ^ (l >> 30n)) + BigInt(i)));
    }
  }

  private nextWord(): number {
    const v = this.words;
    const i = this.index;
    const previous = (i + WORDS_COUNT - 1) % WORDS_COUNT;
    const before = (i + WORDS_COUNT - 2) % WORDS_COUNT;
    const v0 = v[i] as number;
    const vM1 = v[(i + M1) % WORDS_COUNT] as number;
    const vM2 = v[(i + M2) % WORDS_COUNT] as number;
    const vM3 = v[(i + M3) % WORDS_COUNT] as number;
    const z0 = ((v[previous] as number) & 0x80000000) ^ ((v[before] as number) & 0x7fffffff);
    const z1 = v0 ^ (v0 << 25) ^ (vM1 ^ (vM1 >>> 27));
    const z2 = (vM2 >>> 9) ^ (vM3 ^ (vM3 >>> 1));
    const z3 = z1 ^ z2;
    let z4 = z0 ^ (z1 ^ (z1 << 9)) ^ (z2 ^ (z2 << 21)) ^ (z3 ^ (z3 >>> 21));
    v[i] = z3;
    v[previous] = z4;
    v[before] = (v[before] as number) & 0x80000000;
    this.index = previous;
    z4 ^= (z4 << 7) & 0xe46e1700;
    z4 ^= (z4 << 15) & 0x9b868000;
    return z4;
  }

  /** Uniform in [0, 1), 52 bits. */
  nextDouble(): number {
    const high = this.nextWord() >>> 6;
    const low = this.nextWord() >>> 6;
    return (high * 2 ** 26 + low) * 2 ** -52;
  }
}

/** Means above this are drawn by another method. */
const PRODUCT_METHOD_MEAN = 40;
const MIN_MEAN = 1e-10;

export class PoissonSampler {
  private readonly random: Well19937c;
  private readonly mean: number;

  constructor(mean: number, seed: bigint) {
    this.mean = Math.max(mean, MIN_MEAN);
    this.random = new Well19937c(seed);
    if (this.mean >= PRODUCT_METHOD_MEAN) throw unsupported('Sampling with replacement at a fraction of 40 or more');
  }

  next(): number {
    const limit = Math.exp(-this.mean);
    let product = 1;
    let count = 0;
    while (count < 1000 * this.mean) {
      product *= this.random.nextDouble();
      if (product < limit) return count;
      count += 1;
    }
    return count;
  }
}
