/** What Java takes for blanks (`Character.isWhitespace`): control characters among them, no-break spaces not. */
const BLANK = /[\t-\r\u001c-\u0020\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/;
const ALL = new RegExp(BLANK, 'g');

export function isJavaBlank(character: string): boolean {
  return BLANK.test(character);
}

export function withoutJavaBlanks(text: string): string {
  return text.replace(ALL, '');
}
