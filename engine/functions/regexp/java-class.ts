/** Java's character classes: `[a-z&&[^aeiou]\d]`, with unions, intersections and negations. */
import { anyCase, complement, intersection, ranges, union } from './char-set.ts';
import type { CharSet } from './char-set.ts';
import type { PatternReader } from './pattern-reader.ts';

const NOTHING: CharSet = ranges();

/** Reads on from behind the opening bracket to behind the closing one. */
export function parseClass(p: PatternReader): CharSet {
  const negated = p.take('^');
  let whole: CharSet | undefined;
  let operand: CharSet = NOTHING;
  let empty = true;
  for (;;) {
    p.skipComments();
    if (p.is(']') && !empty) {
      p.next();
      const all = whole === undefined ? operand : intersection(whole, operand);
      return negated ? complement(all) : all;
    }
    if (p.is('&') && p.peek(1) === '&') {
      while (p.take('&'));
      if (!empty) whole = whole === undefined ? operand : intersection(whole, operand);
      operand = NOTHING;
      if (p.is(']')) operand = whole ?? NOTHING;
      continue;
    }
    operand = union(operand, p.take('[') ? parseClass(p) : member(p));
    empty = false;
  }
}

/** One character, a range, or what an escape stands for. */
function member(p: PatternReader): CharSet {
  const first = single(p);
  if (typeof first !== 'number') return first;
  let last = first;
  if (p.is('-') && p.peek(1) !== '' && p.peek(1) !== ']' && p.peek(1) !== '[') {
    p.next();
    const end = single(p);
    if (typeof end !== 'number') return p.fail('illegal character range');
    last = end;
    if (last < first) p.fail('illegal character range');
  }
  const s = ranges([first, last]);
  return p.flags.i ? anyCase(s, p.flags.u) : s;
}

function single(p: PatternReader): number | CharSet {
  const c = p.next();
  if (c !== '\\') return c.codePointAt(0) as number;
  if (!p.take('Q')) return p.escapedCharacter();
  let s = NOTHING;
  for (const quoted of p.untilEndOfQuote()) {
    const code = quoted.codePointAt(0) as number;
    s = union(s, ranges([code, code]));
  }
  return p.flags.i ? anyCase(s, p.flags.u) : s;
}
