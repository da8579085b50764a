/** Reading a Java pattern character by character: flags, quantifiers, names and escapes of single characters. */
import { unsupported } from '../../core/index.ts';
import { ESCAPED, propertyNamed } from './char-properties.ts';
import { complement } from './char-set.ts';
import type { CharSet } from './char-set.ts';

/** What `java.util.regex.PatternSyntaxException` stands for. */
export class PatternSyntaxError extends Error {}

export interface Flags {
  i: boolean;
  m: boolean;
  s: boolean;
  d: boolean;
  u: boolean;
  x: boolean;
}

const CONTROL: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 };

export class PatternReader {
  readonly flags: Flags = { i: false, m: false, s: false, d: false, u: false, x: false };
  private readonly points: readonly string[];
  private at = 0;

  constructor(pattern: string) {
    this.points = [...pattern];
  }

  done(): boolean {
    return this.at >= this.points.length;
  }
  /** '' at the end. */
  peek(ahead = 0): string {
    return this.points[this.at + ahead] ?? '';
  }
  is(c: string): boolean {
    return this.points[this.at] === c;
  }
  take(c: string): boolean {
    if (!this.is(c)) return false;
    this.at++;
    return true;
  }
  next(): string {
    if (this.done()) this.fail('the pattern ends too early');
    return this.points[this.at++] as string;
  }
  fail(why: string): never {
    throw new PatternSyntaxError(`${why} near index ${this.at}`);
  }

  /** With the flag x: blanks, and comments to the end of the line. */
  skipComments(): void {
    while (this.flags.x && !this.done()) {
      if (/[ \t\n\v\f\r]/.test(this.peek())) this.at++;
      else if (this.is('#')) while (!this.done() && !/[\n\r\u0085\u2028\u2029]/.test(this.peek())) this.at++;
      else return;
    }
  }

  /** `*`, `+`, `?` or `{n,m}`, without what may follow to make it lazy or possessive. */
  quantifier(): { readonly text: string; readonly min: number; readonly max: number } | null {
    const c = this.peek();
    if (c === '*' || c === '+' || c === '?') {
      this.at++;
      return { text: c, min: c === '+' ? 1 : 0, max: c === '?' ? 1 : Number.POSITIVE_INFINITY };
    }
    if (c !== '{') return null;
    const m = /^\{(\d+)(,(\d*))?\}/.exec(this.points.slice(this.at, this.at + 32).join(''));
    if (m === null) return this.fail('illegal repetition');
    this.at += m[0].length;
    const min = Number(m[1]);
    const max = m[2] === undefined ? min : m[3] === '' ? Number.POSITIVE_INFINITY : Number(m[3]);
    if (max < min) this.fail('illegal repetition range');
    return { text: m[0], min, max };
  }

  /** `imsdux-…` after `(?`. */
  readFlags(): void {
    let on = true;
    for (;;) {
      const c = this.peek();
      if (c === '-') on = false;
      else if (c === 'U') throw unsupported('The flag (?U) of a regular expression');
      else if (c !== '' && 'imsdux'.includes(c)) this.flags[c as keyof Flags] = on;
      else return;
      this.at++;
    }
  }

  groupName(): string {
    let name = '';
    while (!this.done() && !this.is('>')) name += this.next();
    if (!this.take('>') || !/^[A-Za-z][A-Za-z0-9]*$/.test(name)) this.fail('a group needs a name of letters and digits');
    return name;
  }

  /** What stands up to `\E`, or to the end. */
  untilEndOfQuote(): string {
    let out = '';
    while (!this.done()) {
      if (this.is('\\') && this.peek(1) === 'E') {
        this.at += 2;
        return out;
      }
      out += this.next();
    }
    return out;
  }

  /** The character behind a backslash: its code point, or the set it stands for. */
  escapedCharacter(): number | CharSet {
    const c = this.next();
    const control = CONTROL[c];
    if (control !== undefined) return control;
    const set = ESCAPED[c.toLowerCase()];
    if (set !== undefined) return c === c.toLowerCase() ? set : complement(set);
    switch (c) {
      case 'p':
      case 'P':
        return this.propertySet(c === 'P');
      case '0':
        return this.octal();
      case 'x':
        return this.hexadecimal();
      case 'u':
        return this.unicode();
      case 'c':
        return (this.next().codePointAt(0) as number) ^ 64;
      default:
        if (/[A-Za-z0-9]/.test(c)) this.fail('illegal escape');
        return c.codePointAt(0) as number;
    }
  }

  private propertySet(negated: boolean): CharSet {
    let name = this.next();
    if (name === '{') {
      name = '';
      while (!this.is('}')) name += this.next();
      this.at++;
    }
    const set = propertyNamed(name, this.flags.i);
    if (set === undefined) return this.fail('unknown character property');
    return negated ? complement(set) : set;
  }

  private digits(pattern: RegExp, most: number): string {
    let out = '';
    while (out.length < most && pattern.test(this.peek())) out += this.next();
    return out;
  }

  private octal(): number {
    const first = this.digits(/[0-7]/, 1);
    if (first === '') return this.fail('illegal octal escape');
    return Number.parseInt(first + this.digits(/[0-7]/, first <= '3' ? 2 : 1), 8);
  }

  private hexadecimal(): number {
    if (this.take('{')) {
      const text = this.digits(/[0-9A-Fa-f]/, 8);
      const code = Number.parseInt(text, 16);
      if (text === '' || !this.take('}') || code > 0x10ffff) this.fail('illegal hexadecimal escape');
      return code;
    }
    const text = this.digits(/[0-9A-Fa-f]/, 2);
    if (text.length < 2) this.fail('illegal hexadecimal escape');
    return Number.parseInt(text, 16);
  }

  /** `\uhhhh`, and a pair of them for a code point beyond 16 bits. */
  private unicode(): number {
    const text = this.digits(/[0-9A-Fa-f]/, 4);
    if (text.length < 4) this.fail('illegal Unicode escape');
    const high = Number.parseInt(text, 16);
    const rest = this.points.slice(this.at, this.at + 6).join('');
    if (high >= 0xd800 && high < 0xdc00 && /^\\u[dD][c-fC-F][0-9A-Fa-f]{2}$/.test(rest)) {
      this.at += 6;
      return 0x10000 + ((high - 0xd800) << 10) + (Number.parseInt(rest.slice(2), 16) - 0xdc00);
    }
    return high;
  }
}
