/** The matches of a pattern in a text, as `Matcher.find` gives them one after the other. */
import { hasSurrogates } from '../string/code-points.ts';
import type { JavaPattern } from './java-pattern.ts';

/**
 * Behind an empty match Java goes on one UTF-16 unit later, be that the second half of a character beyond U+FFFF;
 * JavaScript would step back to the first. A text in which that one is not a first half any more keeps it from doing so.
 */
function* acrossHalves({ regexp }: JavaPattern, text: string): Generator<RegExpExecArray> {
  for (let at = 0; at <= text.length; ) {
    const halved = at > 0 && at < text.length && (text.codePointAt(at - 1) as number) > 0xffff;
    regexp.lastIndex = at;
    const match = regexp.exec(halved ? `${text.slice(0, at - 1)}\udfff${text.slice(at)}` : text);
    if (match === null) return;
    yield match;
    const end = match.index + match[0].length;
    at = end > match.index ? end : end + 1;
  }
}

/** All matches. */
export function matchesOf(pattern: JavaPattern, text: string): Iterable<RegExpExecArray> {
  if (hasSurrogates(text)) return acrossHalves(pattern, text);
  pattern.regexp.lastIndex = 0;
  return text.matchAll(pattern.regexp);
}

/** Halves of characters standing alone become what Java writes for them in UTF-8. */
export function withoutHalves(text: string): string {
  return hasSurrogates(text) ? text.replace(/\p{Cs}/gu, '?') : text;
}
