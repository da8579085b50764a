/** Patterns of `java.text.DecimalFormat`: `#,##0.00`, `0.0##E0`, `0.00;(0.00)`, and whatever else it takes. */
import { SparkError } from '../../core/index.ts';

export interface Pattern {
  readonly prefix: string;
  readonly suffix: string;
  readonly negativePrefix: string;
  readonly negativeSuffix: string;
  readonly minInteger: number;
  /** Most digits before the point of a number with an exponent. */
  readonly maxInteger: number;
  readonly minFraction: number;
  readonly maxFraction: number;
  readonly grouping: number;
  readonly pointAlways: boolean;
  /** Least digits of the exponent; 0: no exponent. */
  readonly exponent: number;
  readonly multiplier: bigint;
}

function malformed(pattern: string): SparkError {
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: null,
    sentence: `"${pattern}" is not a number format. Use # and 0 for digits, one point, and commas between thousands, as in #,##0.00.`,
  });
}

const DIGITS = '#0,.';
/** What stands for a hundred times and a thousand times the number. */
const FACTORS: Readonly<Record<string, bigint>> = { '%': 100n, '‰': 1000n };

/**
 * One half of a pattern, up to a semicolon. Digits may begin again behind the suffix: they count on, and what follows
 * them is suffix as well. Of the half for negative numbers only what stands around the digits counts.
 */
class Half {
  prefix = '';
  suffix = '';
  multiplier = 1n;
  exponent = 0;
  /** How many `#` stand before the first 0, how many 0, and how many `#` behind it. */
  left = 0;
  zeros = 0;
  right = 0;
  /** How many of them stand before the point, and behind the last comma; -1: there is none. */
  point = -1;
  grouping = -1;
  /** Where the pattern goes on behind the semicolon. */
  readonly end: number;
  private place: 'before' | 'digits' | 'behind' = 'before';

  constructor(
    private readonly pattern: string,
    start: number,
    private readonly negative: boolean,
  ) {
    let quoted = false;
    let i = start;
    for (; i < pattern.length; i++) {
      const c = pattern.charAt(i);
      if (c === "'" && pattern.charAt(i + 1) === "'") {
        this.affix(c);
        i++;
      } else if (c === "'") {
        this.affix('');
        quoted = !quoted;
      } else if (quoted) this.affix(c);
      else if (DIGITS.includes(c)) this.digit(c);
      else if (c === 'E' && this.place === 'digits') i += this.power(i + 1);
      else if (c === ';') {
        if (negative || this.place === 'before') throw malformed(pattern);
        break;
      } else i += this.sign(c, i);
    }
    if (quoted) throw malformed(pattern);
    this.end = i + 1;
  }

  private affix(text: string): void {
    if (this.place === 'digits') this.place = 'behind';
    if (this.place === 'before') this.prefix += text;
    else this.suffix += text;
  }

  /** Signs of currencies stand for the dollar, two of them for its name. Gives how many characters more it took. */
  private sign(c: string, at: number): number {
    const factor = FACTORS[c];
    if (factor !== undefined) {
      if (this.multiplier !== 1n) throw malformed(this.pattern);
      this.multiplier = factor;
    }
    const named = c === '¤' && this.pattern.charAt(at + 1) === '¤';
    this.affix(named ? 'USD' : c === '¤' ? '$' : c);
    return named ? 1 : 0;
  }

  private digit(c: string): void {
    this.place = 'digits';
    if (this.negative) return;
    if (c === ',') this.grouping = 0;
    else if (c === '.') {
      if (this.point >= 0) throw malformed(this.pattern);
      this.point = this.left + this.zeros + this.right;
    } else {
      if (c === '0' && this.right > 0) throw malformed(this.pattern);
      if (c === '0') this.zeros++;
      else if (this.zeros > 0) this.right++;
      else this.left++;
      if (this.grouping >= 0 && this.point < 0) this.grouping++;
    }
  }

  /** Reads the zeros behind an E; gives how many. */
  private power(at: number): number {
    if (this.negative) return 0;
    const digits = (/^0*/.exec(this.pattern.slice(at))?.[0] ?? '').length;
    if (this.exponent > 0 || digits === 0 || this.left + this.zeros === 0) throw malformed(this.pattern);
    this.exponent = digits;
    this.place = 'behind';
    return digits;
  }
}

/** The format that a pattern describes; raises IllegalArgumentException for one that is none. */
export function parsePattern(pattern: string): Pattern {
  const half = new Half(pattern, 0, false);
  let { left, zeros, right } = half;
  const { point } = half;
  if (zeros === 0 && left > 0 && point >= 0) {
    // "#.##" shows a digit before the point, ".##" one behind it.
    const shown = Math.max(point, 1);
    right = left - shown;
    left = shown - 1;
    zeros = 1;
  }
  const misplaced = point < 0 ? right > 0 : point < left || point > left + zeros;
  if (misplaced || half.grouping === 0) throw malformed(pattern);
  const digits = left + zeros + right;
  const minInteger = (point >= 0 ? point : digits) - left;
  const negative = half.end < pattern.length ? new Half(pattern, half.end, true) : half;
  const same = negative.prefix === half.prefix && negative.suffix === half.suffix;
  return {
    prefix: half.prefix,
    suffix: half.suffix,
    negativePrefix: same ? `-${half.prefix}` : negative.prefix,
    negativeSuffix: negative.suffix,
    minInteger,
    maxInteger: left + minInteger,
    minFraction: point >= 0 ? left + zeros - point : 0,
    maxFraction: point >= 0 ? digits - point : 0,
    grouping: Math.max(half.grouping, 0),
    pointAlways: point === 0 || point === digits,
    exponent: half.exponent,
    multiplier: half.multiplier,
  };
}
