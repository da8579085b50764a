/** Patterns of `java.text.SimpleDateFormat`: their runs of letters and the texts between them. */

export type OldElement =
  | { readonly kind: 'field'; readonly letter: string; readonly count: number }
  | { readonly kind: 'text'; readonly text: string };

const LETTERS = 'GyMdkHmsSEDFwWahKzZYuXL';
const MOST_X = 3;

/** Raised for what is no pattern. */
export class BadPattern extends Error {}

function isLetter(c: string): boolean {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/**
 * The elements of a pattern. Two quotes are one wherever they stand; each piece of text is an element of its own, since a
 * number before a text is read to its end, and before a number no further than its letters.
 */
export function oldElements(pattern: string): readonly OldElement[] {
  const elements: OldElement[] = [];
  let quoted: string | null = null;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === "'") {
      if (pattern.charAt(i + 1) === "'") {
        i++;
        if (quoted === null) elements.push({ kind: 'text', text: c });
        else quoted += c;
      } else if (quoted === null) quoted = '';
      else {
        elements.push({ kind: 'text', text: quoted });
        quoted = null;
      }
    } else if (quoted !== null) quoted += c;
    else if (!isLetter(c)) elements.push({ kind: 'text', text: c });
    else {
      let count = 1;
      while (pattern.charAt(i + 1) === c) {
        count++;
        i++;
      }
      if (!LETTERS.includes(c) || (c === 'X' && count > MOST_X)) throw new BadPattern(c);
      elements.push({ kind: 'field', letter: c, count });
    }
  }
  if (quoted !== null) throw new BadPattern('unterminated quote');
  return elements;
}
