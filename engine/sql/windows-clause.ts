/** `WINDOW w AS (…), v AS w`. */
import type { Expression, Relation } from '../plan/index.ts';
import type { Parser } from './parser.ts';

/** The named windows over `input`, or `input` where there is no such clause. */
export function windowClause(p: Parser, input: Relation): Relation {
  if (!p.is('WINDOW') || !p.isIdentifier(1) || p.peek(2).upper !== 'AS') return input;
  p.next();
  const nothing: Expression = { type: 'Literal', dataType: 'void', value: null };
  const windows = p.commaList(() => {
    const name = p.identifier();
    p.expect('AS');
    return { name, window: p.grammar.windowSpec(p, nothing) };
  });
  return { type: 'WithWindowDefinition', input, windows };
}
