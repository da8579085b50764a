/**
 * Sine, cosine and tangent, rounded once from about 106 bits: so are those that Spark has from the Java machine, but for
 * one result in a thousand. JavaScript's own differ between browsers, and in three of a hundred results from Java's.
 */
import { add, divide, multiply, twoProduct, twoSum } from './double-double.ts';
import type { Pair } from './double-double.ts';

/** π/2 in four pieces; the first three have 33 bits, so that products with numbers below 2^20 are exact. */
const HALF_PI = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.4784276603689e-32] as const;
const QUARTER_PI = Math.PI / 4;
/** Up to here a quotient by π/2 is below 2^20. */
const MEDIUM = 1_647_099;
const TWO_OVER_PI = 2 / Math.PI;

/** Where an angle lies: so many quarter turns (modulo 4), and the rest between -π/4 and π/4. */
interface Reduced {
  readonly quarter: number;
  readonly rest: Pair;
}

function reduced(x: number): Reduced {
  const size = Math.abs(x);
  if (size <= QUARTER_PI) return { quarter: 0, rest: [x, 0] };
  if (size > MEDIUM) return reducedLarge(x);
  const k = Math.round(x * TWO_OVER_PI);
  let rest = twoSum(x, -k * HALF_PI[0]);
  rest = add(rest, [-k * HALF_PI[1], 0]);
  rest = add(rest, [-k * HALF_PI[2], 0]);
  rest = add(rest, [-k * HALF_PI[3], 0]);
  return { quarter: k & 3, rest };
}

/** As many bits as the exponent of the largest double, and 200 for the rest. */
const BITS = 1224n;
const REST_BITS = 128n;

/** arctan(1/n) in fixed point. */
function arcTangent(n: bigint, one: bigint): bigint {
  let power = one / n;
  let sum = power;
  for (let k = 3n, sign = -1n; power !== 0n; k += 2n, sign = -sign) {
    power /= n * n;
    sum += (sign * power) / k;
  }
  return sum;
}

let pi: bigint | undefined;

/** π in fixed point, by Machin's formula. */
function piBits(): bigint {
  const guard = 32n;
  const one = 1n << (BITS + guard);
  pi ??= (4n * (4n * arcTangent(5n, one) - arcTangent(239n, one))) >> guard;
  return pi;
}

const WORD = new DataView(new ArrayBuffer(8));

/** Whole numbers, exactly: those above `MEDIUM` times a power of two. */
function reducedLarge(x: number): Reduced {
  WORD.setFloat64(0, Math.abs(x));
  const bits = WORD.getBigUint64(0);
  const exponent = (bits >> 52n) - 1075n;
  const mantissa = (bits & 0xfffffffffffffn) | (1n << 52n);
  const halfPi = piBits() >> 1n;
  const fixed = mantissa << (BITS + exponent);
  let k = fixed / halfPi;
  let rest = fixed - k * halfPi;
  if (rest * 2n > halfPi) {
    k += 1n;
    rest -= halfPi;
  }
  const pair = pairOf(rest >> (BITS - REST_BITS));
  return x > 0 ? { quarter: Number(k & 3n), rest: pair } : { quarter: Number(-k & 3n), rest: [-pair[0], -pair[1]] };
}

/** A number with 128 bits behind the point. */
function pairOf(fixed: bigint): Pair {
  const head = Number(fixed);
  const tail = Number(fixed - BigInt(head));
  return [head * 2 ** -128, tail * 2 ** -128];
}

const SINE_1: Pair = divide([-1, 0], [6, 0]);
const SINE_2: Pair = divide([1, 0], [120, 0]);
/** 1/n! for n = 7, 9, … with their signs: small enough for plain doubles. */
const SINE_REST = [-1 / 5040, 1 / 362880, -1 / 39916800, 1 / 6227020800, -1 / 1307674368000, 1 / 355687428096000];
const COSINE_1: Pair = [-0.5, 0];
const COSINE_2: Pair = divide([1, 0], [24, 0]);
const COSINE_3: Pair = divide([-1, 0], [720, 0]);
const COSINE_REST = [1 / 40320, -1 / 3628800, 1 / 479001600, -1 / 87178291200, 1 / 20922789888000, -1 / 6402373705728000];

function polynomial(c: readonly number[], z: number): number {
  let sum = c[c.length - 1] as number;
  for (let i = c.length - 2; i >= 0; i--) sum = (c[i] as number) + z * sum;
  return sum;
}

function sineOf(rest: Pair): Pair {
  const square = multiply(rest, rest);
  const inner = add(SINE_2, twoProduct(square[0], polynomial(SINE_REST, square[0])));
  return add(rest, multiply(multiply(rest, square), add(SINE_1, multiply(square, inner))));
}

function cosineOf(rest: Pair): Pair {
  const square = multiply(rest, rest);
  const inner = add(COSINE_3, twoProduct(square[0], polynomial(COSINE_REST, square[0])));
  const next = add(COSINE_2, multiply(square, inner));
  return add([1, 0], multiply(square, add(COSINE_1, multiply(square, next))));
}

/** Below this the sine and the tangent of a number are the number. */
const TINY = 2 ** -27;

export function sin(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  if (Math.abs(x) < TINY) return x;
  const { quarter, rest } = reduced(x);
  const [head] = (quarter & 1) === 0 ? sineOf(rest) : cosineOf(rest);
  return quarter < 2 ? head : -head;
}

export function cos(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  const { quarter, rest } = reduced(x);
  const [head] = (quarter & 1) === 0 ? cosineOf(rest) : sineOf(rest);
  return quarter === 0 || quarter === 3 ? head : -head;
}

export function tan(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  if (Math.abs(x) < TINY) return x;
  const { quarter, rest } = reduced(x);
  const [s, c] = [sineOf(rest), cosineOf(rest)];
  return (quarter & 1) === 0 ? divide(s, c)[0] : -divide(c, s)[0];
}

/** Angle of the point (x, y). Where y is more than 2^60 times x, Java takes the left half-plane's from π. */
export function atan2(y: number, x: number): number {
  if (x < 0 && y !== 0 && Number.isFinite(x) && Number.isFinite(y) && exponentOf(y) - exponentOf(x) > 60) return y < 0 ? -STEEP_LEFT : STEEP_LEFT;
  return Math.atan2(y, x);
}

const STEEP_LEFT = 1.5707963267948968;

function exponentOf(x: number): number {
  WORD.setFloat64(0, x);
  return (WORD.getInt32(0) & 0x7fffffff) >> 20;
}
