/** Where Java's mathematics differs from JavaScript's in the last digit or at the edges. */

/** One unit in the last place above e. */
const EXP_1 = Math.E + 2 ** -51;

/** `StrictMath.exp`: e itself comes out one unit higher. */
export function exp(x: number): number {
  return x === 1 ? EXP_1 : Math.exp(x);
}

export function cosh(x: number): number {
  return Math.abs(x) === 1 ? 1.543080634815244 : Math.cosh(x);
}

/** `StrictMath.tanh`: the number itself only below 2^-55. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size !== size || size < 2 ** -55) return x;
  const part = size >= 22 ? 1 : size >= 1 ? 1 - 2 / (Math.expm1(2 * size) + 2) : tanhBelowOne(Math.expm1(-2 * size));
  return x < 0 ? -part : part;
}

function tanhBelowOne(t: number): number {
  return -t / (t + 2);
}

export function atanh(x: number): number {
  return 0.5 * (Math.log1p(x) - Math.log1p(-x));
}

const WORDS = new DataView(new ArrayBuffer(8));

/** The number with the lower half of its bits cleared: its square is exact. */
function head(x: number): number {
  WORDS.setFloat64(0, x);
  WORDS.setInt32(4, 0);
  return WORDS.getFloat64(0);
}

const SCALE = 2 ** 600;
const LARGE = 2 ** 500;
const SMALL = 2 ** -500;
const NEGLIGIBLE_RATIO = 2 ** 60;

/** `Math.hypot` of Java: squares are split into an exact head and a rest, in one way where the sides differ much and in another where not. */
export function hypot(x: number, y: number): number {
  const [p, q] = [Math.abs(x), Math.abs(y)];
  if (p === Number.POSITIVE_INFINITY || q === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  if (p !== p || q !== q) return Number.NaN;
  const [a, b] = p > q ? [p, q] : [q, p];
  if (b === 0 || a / b > NEGLIGIBLE_RATIO) return a + b;
  if (a > LARGE) return hypot(a / SCALE, b / SCALE) * SCALE;
  if (b < SMALL) return hypot(a * SCALE, b * SCALE) / SCALE;
  const gap = a - b;
  if (gap > b) {
    const top = head(a);
    return Math.sqrt(top * top - (b * -b - (a - top) * (a + top)));
  }
  const double = a + a;
  const [top, side] = [head(double), head(b)];
  return Math.sqrt(top * side - (gap * -gap - (top * (b - side) + (double - top) * b)));
}

/** Java's `signum`: keeps zeros and NaN. */
export function signum(x: number): number {
  return x > 0 ? 1 : x < 0 ? -1 : x;
}

/** The nearest integer, the even one at a half. */
export function rint(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) >= 2 ** 52) return x;
  const down = Math.floor(x);
  const part = x - down;
  const whole = part < 0.5 || (part === 0.5 && down % 2 === 0) ? down : down + 1;
  return whole === 0 && (x < 0 || Object.is(x, -0)) ? -0 : whole;
}
