/** Floating-point numbers as Java 17 prints them: `1.0`, `1.0E7`, `1.23456789E8`, `NaN`, `-Infinity`. */
import { DOUBLE, FLOAT, javaDigits } from './java-digits.ts';
import type { Digits } from './java-digits.ts';

/** `text` is JavaScript's exponential form. */
function javaExponential(text: string): string {
  const at = text.indexOf('e');
  const mantissa = text.slice(0, at);
  const exponent = text.slice(at + 1).replace('+', '');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent}`;
}

function written(sign: string, { digits, exponent }: Digits): string {
  if (exponent <= -3 || exponent >= 8) return `${sign}${digits.charAt(0)}.${digits.slice(1) || '0'}E${exponent - 1}`;
  if (exponent <= 0) return `${sign}0.${'0'.repeat(-exponent)}${digits}`;
  return `${sign}${digits.slice(0, exponent).padEnd(exponent, '0')}.${digits.slice(exponent) || '0'}`;
}

const BITS = new Float64Array(1);
const WORDS = new Uint32Array(BITS.buffer);
/** The word with the sign and the exponent, and the other: by the machine's order of bytes. */
BITS[0] = 1;
const HIGH = WORDS[0] === 0 ? 1 : 0;
const FRACTION = 0xfffff;

function isPowerOfTwo(x: number): boolean {
  BITS[0] = x;
  return WORDS[1 - HIGH] === 0 && ((WORDS[HIGH] as number) & FRACTION) === 0;
}

/** Between them the shortest digits are Java's too, but for powers of two. */
const SHORTEST_FROM = 1e-300;
const SHORTEST_BELOW = 2 ** 50;

/** `Double.toString`. */
export function doubleToString(x: number): string {
  if (!Number.isFinite(x)) return String(x);
  if (x === 0) return Object.is(x, -0) ? '-0.0' : '0.0';
  const magnitude = Math.abs(x);
  const whole = Number.isInteger(x);
  if (whole && magnitude < 1e7) return `${x}.0`;
  if (!(magnitude >= SHORTEST_FROM && magnitude < SHORTEST_BELOW) || (!whole && isPowerOfTwo(x))) return written(x < 0 ? '-' : '', javaDigits(magnitude, DOUBLE));
  if (magnitude >= 1e-3 && magnitude < 1e7) return String(x);
  const text = x.toExponential();
  return javaExponential(text.includes('.') ? text : x.toExponential(1));
}

const FLOAT_DIGITS = 9;

const EXACT_DIGITS = 40;

/** The shortest digits that give a float back, two at least; of two that are as near the even ones. */
function shortestFloat(x: number): Digits {
  let more = 1;
  let text = x.toExponential(more);
  while (more < FLOAT_DIGITS && Math.fround(Number(text)) !== x) text = x.toExponential(++more);
  const at = text.indexOf('e');
  if (Number(text.charAt(at - 1)) % 2 === 1) {
    // JavaScript rounds up between two.
    const exact = x.toExponential(EXACT_DIGITS);
    if (/^50*e/.test(exact.slice(at))) return { digits: exact.charAt(0) + exact.slice(2, at).replace(/0+$/, ''), exponent: Number(text.slice(at + 1)) + 1 };
  }
  return { digits: text.charAt(0) + text.slice(2, at).replace(/0+$/, ''), exponent: Number(text.slice(at + 1)) + 1 };
}

/** As `SHORTEST_FROM` and `SHORTEST_BELOW`, for floats. */
const SHORTEST_FLOAT_FROM = 1e-30;
const SHORTEST_FLOAT_BELOW = 2 ** 21;

/** `Float.toString` of a number already rounded to single precision. */
export function floatToString(x: number): string {
  if (!Number.isFinite(x)) return String(x);
  if (x === 0) return Object.is(x, -0) ? '-0.0' : '0.0';
  const magnitude = Math.abs(x);
  if (Number.isInteger(x) && magnitude < 1e7) return `${x}.0`;
  if (magnitude >= SHORTEST_FLOAT_FROM && magnitude < SHORTEST_FLOAT_BELOW && !isPowerOfTwo(x)) return written(x < 0 ? '-' : '', shortestFloat(magnitude));
  return written(x < 0 ? '-' : '', javaDigits(magnitude, FLOAT));
}
