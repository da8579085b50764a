/** What Java takes for blanks (`Character.isWhitespace`): control characters among them, no-break spaces not. */

/** First and last of each run, as UTF-16. */
export const JAVA_BLANKS: readonly (readonly [number, number])[] = [[9, 13], [28, 32], [0x1680, 0x1680], [0x2000, 0x2006], [0x2008, 0x200a], [0x2028, 0x2029], [0x205f, 0x205f], [0x3000, 0x3000]];

export function isJavaBlank(character: string): boolean {
  const code = character.charCodeAt(0);
  return JAVA_BLANKS.some(([first, last]) => code >= first && code <= last);
}

export function withoutJavaBlanks(text: string): string {
  return [...text].filter((c) => !isJavaBlank(c)).join('');
}
