/** Words with a meaning of their own. None is reserved; some may not stand as an alias of a relation. */
import type { Token } from './lexer.ts';

const STRICT_WORDS: ReadonlySet<string> = new Set([
  'ANTI',
  'CROSS',
  'EXCEPT',
  'FULL',
  'INNER',
  'INTERSECT',
  'JOIN',
  'LATERAL',
  'LEFT',
  'MINUS',
  'NATURAL',
  'ON',
  'RIGHT',
  'SEMI',
  'UNION',
  'USING',
]);

/** Words that join or combine relations: `strictNonReserved` in Spark's grammar. */
export function isStrictWord(token: Token): boolean {
  return token.kind === 'word' && STRICT_WORDS.has(token.upper);
}

export const SET_OPERATORS: readonly string[] = ['UNION', 'EXCEPT', 'MINUS', 'INTERSECT'];
