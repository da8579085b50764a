/** Strings by code point, as Spark counts them; most strings hold no surrogates, and then units are code points. */

const SURROGATE = /[\ud800-\udfff]/;

export function hasSurrogates(s: string): boolean {
  return SURROGATE.test(s);
}

/** Number of code points. */
export function lengthOf(s: string): number {
  if (!SURROGATE.test(s)) return s.length;
  let n = 0;
  for (const _ of s) n++;
  return n;
}

/** Code points [start, end); both may lie outside the string. */
export function sliceOf(s: string, start: number, end: number): string {
  if (end <= start || end <= 0) return '';
  const from = Math.max(0, start);
  if (!SURROGATE.test(s)) return s.slice(from, end);
  return s.slice(unitOffset(s, from, 0), unitOffset(s, end, 0));
}

/** The unit at which the code point `count` after unit `from` starts; the string's end if there are not so many. */
export function unitOffset(s: string, count: number, from: number): number {
  let at = from;
  for (let k = 0; k < count && at < s.length; k++) at += (s.codePointAt(at) as number) > 0xffff ? 2 : 1;
  return at;
}

/** Number of code points in front of a unit. */
export function codePointsBefore(s: string, unit: number): number {
  return SURROGATE.test(s) ? lengthOf(s.slice(0, unit)) : unit;
}

/** UTF-8 bytes without making them; a lone surrogate counts one, as it is written `?`. */
export function byteLengthOf(s: string): number {
  let n = s.length;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c < 0x80) continue;
    if (c < 0x800) n += 1;
    else if (c < 0xd800 || c > 0xdfff) n += 2;
    else if (c < 0xdc00 && i + 1 < s.length && (s.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      n += 2;
      i++;
    }
  }
  return n;
}
