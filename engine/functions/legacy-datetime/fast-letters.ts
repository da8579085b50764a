/**
 * Patterns of `FastDateFormat` of Apache Commons Lang, by which Spark reads and writes files, JSON and CSV. They have the
 * letters of `SimpleDateFormat`; two letters Z are what three letters X are, and more of them write a colon.
 */
import { BadPattern } from './letters.ts';
import type { OldElement } from './letters.ts';

const LETTERS = 'GyYMLdhHmsSEuDFwWakKXzZ';
const MOST_X = 3;

function isLetter(c: string): boolean {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/** Text up to the next letter outside of quotes, and the index of that letter. */
function textFrom(pattern: string, at: number): { readonly text: string; readonly end: number } {
  let text = '';
  let quoted = false;
  let i = at;
  for (; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (!quoted && isLetter(c)) break;
    if (c !== "'") text += c;
    else if (pattern.charAt(i + 1) === "'") {
      text += c;
      i++;
    } else quoted = !quoted;
  }
  if (quoted) throw new BadPattern('unterminated quote');
  return { text, end: i };
}

export function fastElements(pattern: string): readonly OldElement[] {
  const elements: OldElement[] = [];
  let i = 0;
  while (i < pattern.length) {
    const c = pattern.charAt(i);
    if (!isLetter(c)) {
      const { text, end } = textFrom(pattern, i);
      elements.push({ kind: 'text', text });
      i = end;
      continue;
    }
    let count = 1;
    while (pattern.charAt(i + count) === c) count++;
    if (!LETTERS.includes(c) || (c === 'X' && count > MOST_X)) throw new BadPattern(c);
    elements.push({ kind: 'field', letter: c, count });
    i += count;
  }
  return elements;
}

/** How many letters S the pattern has, in quotes too: so many digits of the second's fraction Spark counts. */
export function fractionDigits(pattern: string): number {
  return pattern.split('S').length - 1;
}
