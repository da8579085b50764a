/** Java's replacement texts: `$1`, `${name}`, and a backslash in front of what stands for itself. */
import { hasSurrogates } from '../string/code-points.ts';
import { groupOf } from './java-pattern.ts';
import type { JavaPattern } from './java-pattern.ts';
import { matchesOf, withoutHalves } from './matches.ts';

/** Literal text, or the number of a group. */
export type Replacement = readonly (string | number)[];

/** The parts of a replacement; null where Java would refuse it. */
export function parseReplacement(text: string, pattern: JavaPattern): Replacement | null {
  const parts: (string | number)[] = [];
  let literal = '';
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '\\') {
      if (++i >= text.length) return null;
      literal += text.charAt(i);
      continue;
    }
    if (c !== '$') {
      literal += c;
      continue;
    }
    const found = groupAt(text, i + 1, pattern);
    if (found === null) return null;
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push(found.group);
    i = found.end - 1;
  }
  if (literal !== '') parts.push(literal);
  return parts;
}

function groupAt(text: string, at: number, pattern: JavaPattern): { readonly group: number; readonly end: number } | null {
  const named = /^\{([A-Za-z][A-Za-z0-9]*)\}/.exec(text.slice(at));
  if (named !== null) {
    const group = pattern.names.get(named[1] as string);
    return group === undefined ? null : { group, end: at + named[0].length };
  }
  if (!/[0-9]/.test(text.charAt(at))) return null;
  let group = Number(text.charAt(at));
  if (group > pattern.groupCount) return null;
  let end = at + 1;
  while (/[0-9]/.test(text.charAt(end)) && group * 10 + Number(text.charAt(end)) <= pattern.groupCount) {
    group = group * 10 + Number(text.charAt(end));
    end++;
  }
  return { group, end };
}

/** Every match in the text replaced; null where the replacement cannot be used and something matched. */
export function replaceAll(text: string, pattern: JavaPattern, replacement: string): string | null {
  if (!/[\\$]/.test(replacement) && !hasSurrogates(text)) {
    pattern.regexp.lastIndex = 0;
    return text.replace(pattern.regexp, () => replacement);
  }
  let parts: Replacement | null | undefined;
  let out = '';
  let from = 0;
  for (const match of matchesOf(pattern, text)) {
    parts ??= parseReplacement(replacement, pattern) ?? undefined;
    if (parts === undefined) return null;
    out += text.slice(from, match.index);
    for (const part of parts) out += typeof part === 'string' ? part : groupOf(pattern, match, part);
    from = match.index + match[0].length;
  }
  return withoutHalves(out + text.slice(from));
}
