/** Numbers written by the formats of `to_char`. */
import { decimalToPlainString } from '../../types/index.ts';
import type { Decimal } from '../../types/index.ts';
import type { DigitRun, NumberPattern } from './number-pattern.ts';

/** Digits before and after the point at the pattern's widths: blanks in front, zeros behind; `#` where they do not fit. */
function digitsOf(d: Decimal, p: NumberPattern): { readonly before: string; readonly after: string } {
  const [whole = '', fraction = ''] = decimalToPlainString(d).replace('-', '').split('.');
  const before = whole.replace(/^0+/, '');
  const after = fraction.replace(/0+$/, '');
  if (before.length > p.integerDigits || after.length > p.fractionDigits) {
    return { before: '#'.repeat(p.integerDigits), after: '#'.repeat(p.fractionDigits) };
  }
  return { before: before.padStart(p.integerDigits), after: after.padEnd(p.fractionDigits, '0') };
}

/** Text that grows: a blank goes in front of a sign or bracket that ends it, so that these stand next to the digits. */
class Output {
  text = '';
  blank(): void {
    const last = this.text.at(-1) ?? '';
    this.text = '+-<'.includes(last) && last !== '' ? `${this.text.slice(0, -1)} ${last}` : `${this.text} `;
  }
  digit(c: string, exact: boolean): void {
    if (c !== ' ') this.text += c;
    else if (exact) this.text += '0';
    else this.blank();
  }
  /** Behind a digit; a blank before the first one, and where the number does not fit. */
  separator(): void {
    if (/[0-9]$/.test(this.text)) this.text += ',';
    else this.blank();
  }
  /** Without an integer part a zero stands before the point. */
  point(): void {
    if (this.text.endsWith(' ')) this.text = `${this.text.slice(0, -1)}0`;
    this.text += '.';
  }
  dropLonePoint(): void {
    if (this.text.endsWith('.')) this.text = `${this.text.slice(0, -1)} `;
  }
}

function writeRuns(out: Output, runs: readonly (DigitRun | ',')[], digits: string, from: number): number {
  let at = from;
  for (const run of runs) {
    if (run === ',') out.separator();
    else for (let k = 0; k < run.count; k++) out.digit(digits.charAt(at++), run.exact);
  }
  return at;
}

export function writeNumber(d: Decimal, p: NumberPattern): string {
  const { before, after } = digitsOf(d, p);
  const negative = d.unscaled < 0n;
  const out = new Output();
  let fraction = false;
  let at = 0;
  for (const token of p.tokens) {
    switch (token.kind) {
      case 'digits':
        at = writeRuns(out, token.runs, fraction ? after : before, at);
        break;
      case '.':
        fraction = true;
        at = 0;
        out.point();
        break;
      case '$':
        out.text += '$';
        break;
      case 'S':
        out.dropLonePoint();
        out.text += negative ? '-' : '+';
        break;
      case 'MI':
        out.dropLonePoint();
        out.text += negative ? '-' : ' ';
        break;
      case '<':
        out.text += negative ? '<' : '';
        break;
      case '>':
        out.dropLonePoint();
        out.text += negative ? '>' : '  ';
        break;
    }
  }
  out.dropLonePoint();
  return out.text === '' || out.text === '+' || out.text === '-' ? '0' : out.text;
}
