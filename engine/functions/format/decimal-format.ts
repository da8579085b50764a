/** `java.text.DecimalFormat` in English: patterns such as `#,##0.00`, rounding half to even on the exact value. */
import { compareDecimals, Decimal, divideRounded, doubleToString, parseDecimal, pow10, rescale } from '../../types/index.ts';
import { parsePattern } from './decimal-pattern.ts';
import type { Pattern } from './decimal-pattern.ts';

function grouped(digits: string, size: number): string {
  if (size === 0 || digits.length <= size) return digits;
  let out = digits.slice(-size);
  for (let end = digits.length - size; end > 0; end -= size) out = `${digits.slice(Math.max(0, end - size), end)},${out}`;
  return out;
}

/** A number of at least zero; `exact` is what it stands for, where its digits are only the shortest that tell it. */
interface Size {
  readonly value: Decimal;
  readonly exact: Decimal;
}

/** Cuts so many digits off, half to even; whether the digits lie at the half the exact value tells. */
function roundOff({ value, exact }: Size, digits: number): bigint {
  const unit = pow10(digits);
  const tie = (value.unscaled % unit) * 2n === unit;
  const side = tie ? compareDecimals(exact, value) : 0;
  if (side === 0) return divideRounded(value.unscaled, unit, 'halfEven');
  return value.unscaled / unit + (side > 0 ? 1n : 0n);
}

function plain(size: Size, p: Pattern): string {
  const shift = size.value.scale - p.maxFraction;
  const unscaled = shift <= 0 ? size.value.unscaled * pow10(-shift) : roundOff(size, shift);
  const digits = unscaled.toString().padStart(p.maxFraction + 1, '0');
  const cut = digits.length - p.maxFraction;
  return joined(`${digits.slice(0, cut)}.${digits.slice(cut)}`, p);
}

/** Digits around a point, brought to the pattern's least and grouped. */
function joined(text: string, p: Pattern): string {
  const [whole = '', digits = ''] = text.split('.');
  let fraction = digits;
  while (fraction.length > p.minFraction && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  let integer = whole.replace(/^0+/, '').padStart(p.minInteger, '0');
  if (integer === '' && fraction === '') integer = '0';
  return grouped(integer, p.grouping) + (fraction !== '' || p.pointAlways ? '.' : '') + fraction;
}

/** Whether a double may lie exactly between two numbers of so many digits after the point: only eighths and the like do. */
function mayTie(x: number, digits: number): boolean {
  return digits > 50 || (x * 2 ** (digits + 1)) % 1 === 0;
}

/** `d.ddEx`: with more integer digits possible than needed, the exponent is a multiple of their number. */
function scientific(size: Size, p: Pattern): string {
  const zero = size.value.unscaled === 0n;
  let digits = zero ? '' : size.value.unscaled.toString();
  let pointAt = zero ? 0 : digits.length - size.value.scale;
  const kept = p.maxInteger + p.maxFraction;
  if (digits.length > kept) {
    const rounded = roundOff(size, digits.length - kept).toString();
    pointAt += rounded.length - kept;
    digits = rounded;
  }
  digits = digits.replace(/0+$/, '');
  let exponent = zero ? 0 : pointAt;
  let minInteger = p.minInteger;
  if (p.maxInteger > 1 && p.maxInteger > p.minInteger) {
    exponent = Math.trunc((exponent >= 1 ? exponent - 1 : exponent - p.maxInteger) / p.maxInteger) * p.maxInteger;
    minInteger = 1;
  } else exponent -= p.minInteger;
  const integerDigits = zero ? minInteger : pointAt - exponent;
  const all = digits.padEnd(Math.max(p.minInteger + p.minFraction, integerDigits), '0');
  const fraction = all.slice(integerDigits);
  const shown = zero ? 0 : exponent;
  const power = `${shown < 0 ? '-' : ''}${String(Math.abs(shown)).padStart(p.exponent, '0')}`;
  return `${all.slice(0, integerDigits)}${fraction !== '' || p.pointAlways ? '.' : ''}${fraction}E${power}`;
}

export interface NumberFormat {
  formatDecimal(value: Decimal): string;
  formatDouble(value: number): string;
}

function magnitude(d: Decimal, multiplier: bigint): Decimal {
  return new Decimal((d.unscaled < 0n ? -d.unscaled : d.unscaled) * multiplier, d.scale);
}

/** A format for a pattern; raises IllegalArgumentException for one that is none. */
export function decimalFormat(pattern: string): NumberFormat {
  const p = parsePattern(pattern);
  const affixed = (body: string, negative: boolean): string =>
    negative ? p.negativePrefix + body + p.negativeSuffix : p.prefix + body + p.suffix;
  const digits = (size: Size): string => (p.exponent > 0 ? scientific(size, p) : plain(size, p));
  return {
    formatDecimal: (value) => {
      const size = magnitude(value, p.multiplier);
      return affixed(digits({ value: size, exact: size }), value.unscaled < 0n);
    },
    formatDouble: (given) => {
      const x = given * Number(p.multiplier);
      if (Number.isNaN(x)) return 'NaN';
      const negative = x < 0 || Object.is(x, -0);
      if (p.exponent === 0 && Math.abs(x) < Number.MAX_SAFE_INTEGER && !mayTie(x, p.maxFraction)) {
        return affixed(joined(Math.abs(x).toFixed(p.maxFraction), p), negative);
      }
      if (!Number.isFinite(x)) return affixed('∞', negative);
      const shortest = parseDecimal(doubleToString(Math.abs(x))) as Decimal;
      const value = shortest.scale < 0 ? rescale(shortest, 0) : shortest;
      return affixed(digits({ value, exact: exactDecimal(Math.abs(x)) }), negative);
    },
  };
}

/** The exact value of a finite double that is not negative. */
function exactDecimal(x: number): Decimal {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 2047n);
  const fraction = bits & (2n ** 52n - 1n);
  const mantissa = biased === 0 ? fraction : fraction + 2n ** 52n;
  const power = (biased === 0 ? 1 : biased) - 1075;
  if (power >= 0) return new Decimal(mantissa * 2n ** BigInt(power), 0);
  return new Decimal(mantissa * 5n ** BigInt(-power), -power);
}
