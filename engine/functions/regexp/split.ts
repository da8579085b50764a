/** Texts cut at the matches of a regular expression. */
import { lengthOf, sliceOf } from '../string/code-points.ts';
import { patternOfSplit } from './errors.ts';
import { matchesOf, withoutHalves } from './matches.ts';

/** With an empty pattern: single characters, the last of `limit` parts being the rest. */
function characters(s: string, limit: number): string[] {
  const count = lengthOf(s);
  const parts = limit > count || limit <= 0 ? count : limit;
  return [...[...s].slice(0, parts - 1), sliceOf(s, parts - 1, count)];
}

/** `Pattern.split`, at most `limit` parts if that is above zero: an empty match at the very beginning parts nothing; trailing empty parts are kept. */
export function splitOf(s: string, pattern: string, limit: number): string[] {
  if (pattern === '' && s !== '') return characters(s, limit);
  const compiled = patternOfSplit(pattern);
  const out: string[] = [];
  let from = 0;
  for (const match of matchesOf(compiled, s)) {
    if (limit > 0 && out.length === limit - 1) break;
    const end = match.index + match[0].length;
    if (end === 0) continue;
    out.push(withoutHalves(s.slice(from, match.index)));
    from = end;
  }
  out.push(withoutHalves(s.slice(from)));
  return out;
}
