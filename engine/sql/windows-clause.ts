/** `WINDOW w AS (…), v AS w`. */
import type { Expression, Relation } from '../plan/index.ts';
import { quoteIdentifier } from '../types/index.ts';
import { parseError, placed } from './errors.ts';
import type { Parser } from './parser.ts';

/** The named windows over `input`, or `input` where there is no such clause. */
export function windowClause(p: Parser, input: Relation): Relation {
  if (!p.is('WINDOW') || !p.isIdentifier(1) || p.peek(2).upper !== 'AS') return input;
  const from = p.index;
  p.next();
  const nothing: Expression = { type: 'Literal', dataType: 'void', value: null };
  const windows = p.commaList(() => {
    const name = p.identifier();
    p.expect('AS');
    return { name, window: p.grammar.windowSpec(p, nothing) };
  });
  const repeated = windows.find(({ name }, i) => windows.findIndex((w) => w.name === name) < i);
  if (repeated !== undefined) {
    const windowName = quoteIdentifier(repeated.name);
    const error = parseError('INVALID_SQL_SYNTAX.REPETITIVE_WINDOW_DEFINITION', '42000', { windowName }, `WINDOW defines ${windowName} twice.`);
    throw placed(error, p.originFrom(from));
  }
  return { type: 'WithWindowDefinition', input, windows };
}
