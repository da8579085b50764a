/**
 * Powers and cube roots to the very digit that Java's StrictMath gives: log2(x) as a sum of two doubles, times y, and
 * 2 to that. The coefficients are those of the published minimax polynomials for these intervals.
 */
const DOUBLE = new Float64Array(1);
/** The lower and the upper half of `DOUBLE`, as all machines of today store it. */
const HALVES = new Int32Array(DOUBLE.buffer);

function highWord(x: number): number {
  DOUBLE[0] = x;
  return HALVES[1] as number;
}

function withHighWord(x: number, high: number): number {
  DOUBLE[0] = x;
  HALVES[1] = high;
  return DOUBLE[0];
}

/** The number with the lower half of its bits cleared. */
function head(x: number): number {
  DOUBLE[0] = x;
  HALVES[0] = 0;
  return DOUBLE[0];
}

type Pair = readonly [head: number, tail: number];

const LOG_TERMS = [
  0.5999999999999946, 0.4285714285785502, 0.33333332981837743, 0.272728123808534, 0.23066074577556175,
  0.20697501780033842,
];
const EXP_TERMS = [
  0.16666666666666602, -0.0027777777777015593, 0.00006613756321437934, -0.0000016533902205465252, 4.1381367970572385e-8,
];
const LN2 = Math.LN2;
const LN2_HEAD = 0.6931471824645996;
const LN2_TAIL = -1.904654299957768e-9;
/** 2 / (3 ln 2) as a whole and in two parts. */
const SCALE = 0.9617966939259756;
const SCALE_HEAD = 0.9617967009544373;
const SCALE_TAIL = -7.028461650952758e-9;
/** 1 / ln 2 as a whole and in two parts. */
const LOG2_E = Math.LOG2E;
const LOG2_E_HEAD = 1.4426950216293335;
const LOG2_E_TAIL = 1.9259629911266175e-8;
/** log2(1.5) in two parts. */
const LOG2_1_5_HEAD = 0.5849624872207642;
const LOG2_1_5_TAIL = 1.350039202129749e-8;
/** -(1024 - log2(largest double + half a unit)). */
const OVERFLOW_REST = 8.008566259537294e-17;
const TWO_53 = 2 ** 53;
/** Above this exponent only numbers near 1 stay within the range of doubles. */
const HUGE_EXPONENT = 2 ** 31;
const NEAR_ONE = 2 ** -20;

/** The sum c[0] + z (c[1] + z (c[2] + …)). */
function polynomial(c: readonly number[], z: number): number {
  let sum = c[c.length - 1] as number;
  for (let i = c.length - 2; i >= 0; i--) sum = (c[i] as number) + z * sum;
  return sum;
}

/** log2 of a number within 2^-20 of 1, from the first terms of the series. */
function log2NearOne(x: number): Pair {
  const t = x - 1;
  const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
  const u = LOG2_E_HEAD * t;
  const v = t * LOG2_E_TAIL - w * LOG2_E;
  const top = head(u + v);
  return [top, v - (top - u)];
}

/** log2 of a positive number. */
function log2(positive: number): Pair {
  let x = positive;
  let n = 0;
  if (highWord(x) < 0x00100000) {
    x *= TWO_53;
    n = -53;
  }
  const high = highWord(x);
  n += (high >> 20) - 0x3ff;
  const mantissa = high & 0x000fffff;
  let scaledHigh = mantissa | 0x3ff00000;
  let above = 0;
  if (mantissa > 0x3988e) {
    if (mantissa < 0xbb67a) above = 1;
    else {
      n += 1;
      scaledHigh -= 0x00100000;
    }
  }
  x = withHighWord(x, scaledHigh);
  const base = above === 1 ? 1.5 : 1;
  // s = (x - base) / (x + base), in two parts
  const u = x - base;
  const v = 1 / (x + base);
  const s = u * v;
  const sHead = head(s);
  const tHead = withHighWord(0, ((scaledHigh >> 1) | 0x20000000) + 0x00080000 + (above << 18));
  const tTail = x - (tHead - base);
  const sTail = v * (u - sHead * tHead - sHead * tTail);
  // 2/3 of ln((1 + s) / (1 - s)) / s
  const s2 = s * s;
  const r = s2 * s2 * polynomial(LOG_TERMS, s2) + sTail * (sHead + s);
  const square = sHead * sHead;
  const qHead = head(3 + square + r);
  const qTail = r - (qHead - 3 - square);
  const p = sHead * qHead;
  const q = sTail * qHead + qTail * s;
  const zHead = head(p + q);
  const zTail = q - (zHead - p);
  const lHead = SCALE_HEAD * zHead;
  const lTail = SCALE_TAIL * zHead + zTail * SCALE + (above === 1 ? LOG2_1_5_TAIL : 0);
  const shift = above === 1 ? LOG2_1_5_HEAD : 0;
  const top = head(lHead + lTail + shift + n);
  return [top, lTail - (top - n - shift - lHead)];
}

/** 2 to the power of a sum of two doubles. */
function exp2(high: number, low: number, sign: number): number {
  let pHead = high;
  const z = low + pHead;
  if (z >= 1024 && (z > 1024 || low + OVERFLOW_REST > z - pHead)) return sign * Number.POSITIVE_INFINITY;
  if (z <= -1075 && (z < -1075 || low <= z - pHead)) return sign * 0;
  let n = 0;
  if (Math.abs(z) > 0.5) {
    n = Math.trunc(z + (z > 0 ? 0.5 : -0.5));
    pHead -= n;
  }
  const t = head(low + pHead);
  const u = t * LN2_HEAD;
  const v = (low - (t - pHead)) * LN2 + t * LN2_TAIL;
  const sum = u + v;
  const w = v - (sum - u);
  const square = sum * sum;
  const t1 = sum - square * polynomial(EXP_TERMS, square);
  const r = (sum * t1) / (t1 - 2) - (w + sum * w);
  const result = 1 - (r - sum);
  return sign * scaled(result, n);
}

/** x * 2^n, rounded once. */
function scaled(x: number, n: number): number {
  if (n > 1000) return x * 2 ** 1000 * 2 ** (n - 1000);
  return n < -1000 ? x * 2 ** (n + 1000) * 2 ** -1000 : x * 2 ** n;
}

/** `StrictMath.pow`. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (y === 1) return x;
  if (y === -1) return 1 / x;
  if (y === 2) return x * x;
  if (y === 0.5 && x >= -Number.MAX_VALUE) return Math.sqrt(x + 0);
  const size = Math.abs(x);
  const ordinary = Number.isFinite(x) && Number.isFinite(y) && size !== 0 && size !== 1;
  const whole = Number.isInteger(y);
  if (!ordinary || (x < 0 && !whole)) return x ** y;
  const sign = x < 0 && y % 2 !== 0 ? -1 : 1;
  const huge = Math.abs(y) > HUGE_EXPONENT;
  if (huge && Math.abs(size - 1) >= NEAR_ONE) return x ** y;
  const [t1, t2] = huge ? log2NearOne(size) : log2(size);
  const yHead = head(y);
  return exp2(yHead * t1, (y - yHead) * t1 + y * t2, sign);
}

/** `StrictMath.cbrt`: a first guess from the exponent, made better by a rational function and a step of Newton's method. */
export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const size = Math.abs(x);
  const subnormal = size < 2 ** -1022;
  const guessHigh = subnormal ? Math.trunc(highWord(size * 2 ** 54) / 3) + 696_219_795 : Math.trunc(highWord(size) / 3) + 715_094_163;
  let t = withHighWord(0, guessHigh);
  const s = 19 / 35 + ((t * t) / size) * t;
  t *= 5 / 14 + 45 / 28 / (s + 99 / 70 + -864 / 1225 / s);
  t = head(t);
  t = withHighWord(t, highWord(t) + 1);
  const square = t * t;
  const quotient = size / square;
  t += t * ((quotient - t) / (t + t + quotient));
  return x < 0 ? -t : t;
}
