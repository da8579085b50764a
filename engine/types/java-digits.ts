/**
 * Decimal digits of floating-point numbers as Java 17 finds them. They are mostly the shortest that give the number back,
 * and now and then one more: whole numbers beyond the mantissa's bits keep all digits that its last bit decides,
 * and between powers of two the smaller distance counts on both sides. Java 19 and later always give the shortest.
 */

/** A format of numbers: bits of its mantissa, and the exponent of its smallest normal number. */
interface Format {
  readonly bits: number;
  readonly least: number;
}
export const DOUBLE: Format = { bits: 53, least: -1022 };
export const FLOAT: Format = { bits: 24, least: -126 };

/** The number is 0.d₁d₂d₃… × 10^exponent. */
export interface Digits {
  readonly digits: string;
  readonly exponent: number;
}

/** A positive number as (odd) mantissa × 2^(exponent - its bits + 1); `significant`: bits that the format keeps of it. */
interface Parts {
  readonly mantissa: bigint;
  readonly bits: number;
  readonly exponent: number;
  readonly significant: number;
}

const VIEW = new DataView(new ArrayBuffer(8));
const DOUBLE_FRACTION = 52;
const FRACTION_MASK = (1n << 52n) - 1n;

function partsOf(x: number, format: Format): Parts {
  VIEW.setFloat64(0, x);
  const raw = VIEW.getBigUint64(0);
  const biased = Number(raw >> 52n) & 0x7ff;
  let mantissa = biased === 0 ? raw & FRACTION_MASK : (raw & FRACTION_MASK) | (1n << 52n);
  const width = mantissa.toString(2).length;
  const exponent = (biased === 0 ? format.least : biased - 1023) - (DOUBLE_FRACTION + 1 - width);
  const significant = exponent < format.least ? format.bits - (format.least - exponent) : format.bits;
  let bits = width;
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    bits--;
  }
  return { mantissa, bits, exponent, significant };
}

/** Largest exponent of two of the whole numbers that are written from a long. */
const LONG_EXPONENT = 62;

/** A whole number below 2^63: without the decimal places that its last bit does not decide. */
function wholeDigits({ mantissa, bits, exponent, significant }: Parts): Digits {
  const value = mantissa << BigInt(exponent - bits + 1);
  const spare = exponent - significant - 1;
  const dropped = spare > 1 ? Math.floor(spare * Math.LOG10E * Math.LN2) : 0;
  const unit = 10n ** BigInt(dropped);
  const kept = dropped > 0 ? (value + unit / 2n) / unit : value;
  const text = String(kept);
  return { digits: text.replace(/0+$/, ''), exponent: text.length + dropped };
}

/** The exponent of ten that the first digit probably has; the next lower one may be right. */
function estimate({ mantissa, bits, exponent }: Parts): number {
  const scaled = Number(mantissa) / 2 ** (bits - 1);
  return Math.floor((scaled - 1.5) * 0.289529654 + 0.176091259 + exponent * 0.301029995663981);
}

/** Java counts in machine words where they are wide enough: then sums wrap around, and a text just as far away is not near. */
const WORDS = [32, 64];

function bitsOfFive(power: number): number {
  return power === 0 ? 0 : power < 27 ? (5n ** BigInt(power)).toString(2).length : power * 3;
}

interface Fraction {
  /** value / scale is the number with its point behind the first digit; `half` is half the distance to its neighbours. */
  readonly value: bigint;
  readonly scale: bigint;
  readonly half: bigint;
  /** Bits of the words; undefined: numbers of any size. */
  readonly word: number | undefined;
}

function fractionOf(parts: Parts, ten: number): Fraction {
  const tiny = Math.max(0, parts.bits - parts.exponent - 1);
  const five = Math.max(0, -ten);
  let two = five + tiny + parts.exponent;
  let scaleTwo = Math.max(0, ten) + tiny;
  let halfTwo = two - parts.significant;
  two -= parts.bits - 1;
  const common = Math.min(two, scaleTwo);
  two -= common;
  scaleTwo -= common;
  halfTwo -= common;
  if (parts.bits === 1) halfTwo--;
  if (halfTwo < 0) {
    two -= halfTwo;
    scaleTwo -= halfTwo;
    halfTwo = 0;
  }
  const scaleFive = Math.max(0, ten);
  const width = Math.max(parts.bits + two + bitsOfFive(five), scaleTwo + 1 + bitsOfFive(scaleFive + 1));
  const word = WORDS.find((bits) => width < bits);
  const fives = 5n ** BigInt(five);
  return { value: (parts.mantissa * fives) << BigInt(two), scale: 5n ** BigInt(scaleFive) << BigInt(scaleTwo), half: fives << BigInt(halfTwo), word };
}

/** One more in the last place. */
function roundedUp(digits: string): { readonly digits: string; readonly carry: number } {
  const next = String(BigInt(digits) + 1n);
  return next.length > digits.length ? { digits: next.slice(0, -1), carry: 1 } : { digits: next, carry: 0 };
}

function fractionDigits(parts: Parts): Digits {
  let ten = estimate(parts);
  const { value, scale, half: first, word } = fractionOf(parts, ten);
  const tens = scale * 10n;
  let rest = value;
  let half = first;
  let digits = '';
  let low = false;
  let high = false;
  const next = (): bigint => {
    const digit = rest / scale;
    rest = (rest % scale) * 10n;
    half *= 10n;
    if (word !== undefined) half = BigInt.asIntN(word, half);
    const wrapped = word !== undefined && half <= 0n;
    low = wrapped || rest < half;
    high = wrapped || (word === undefined ? rest + half >= tens : BigInt.asIntN(word, rest + half) > tens);
    return digit;
  };
  const lead = next();
  if (lead === 0n && !high) ten--;
  else digits += lead;
  // What is written with an exponent has two digits at least.
  if (ten < -3 || ten >= 8) low = high = false;
  while (!low && !high) digits += next();
  const over = rest * 2n - tens;
  const up = high && (!low || over > 0n || (over === 0n && Number(digits.at(-1)) % 2 === 1));
  if (!up) return { digits, exponent: ten + 1 };
  const { digits: rounded, carry } = roundedUp(digits);
  return { digits: rounded, exponent: ten + 1 + carry };
}

/** Digits of a finite positive number; for floats one that is rounded to single precision. */
export function javaDigits(x: number, format: Format): Digits {
  const parts = partsOf(x, format);
  const whole = parts.bits <= parts.exponent + 1 && parts.exponent <= LONG_EXPONENT;
  return whole ? wholeDigits(parts) : fractionDigits(parts);
}
