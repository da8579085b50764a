/** Hints in a select list: broadcast(t), REPARTITION(3), between the slash-star-plus and the star-slash. */
import type { Expression, Relation } from '../plan/index.ts';
import type { Parser } from './parser.ts';
import { negativeNumber, primary } from './primary.ts';

/** Reads the hints that follow SELECT; the result wraps them around the finished query, the first outermost. */
export function hints(p: Parser): (query: Relation) => Relation {
  const found: { readonly name: string; readonly parameters: readonly Expression[] }[] = [];
  while (p.accept('/*+')) {
    do {
      const name = p.identifier();
      const parameters = p.is('(') ? p.parenthesized(() => p.commaList(() => parameter(p))) : [];
      found.push({ name, parameters });
    } while (p.accept(',') || !p.is('*/'));
    p.expect('*/');
  }
  return (query) => found.reduceRight<Relation>((input, hint) => ({ type: 'Hint', input, ...hint }), query);
}

/** What operators apply to: a hint takes no `a + 1`. */
function parameter(p: Parser): Expression {
  return p.is('-') && p.peek(1).kind === 'number' ? negativeNumber(p) : primary(p);
}
