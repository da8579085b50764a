/** Hints in a select list: broadcast(t), REPARTITION(3), between the slash-star-plus and the star-slash. */
import type { Expression, Relation } from '../plan/index.ts';
import type { Parser } from './parser.ts';

/** Reads the hints that follow SELECT; the result wraps them around the finished query, the first outermost. */
export function hints(p: Parser): (query: Relation) => Relation {
  const found: { readonly name: string; readonly parameters: readonly Expression[] }[] = [];
  while (p.accept('/*+')) {
    do {
      const name = p.identifier();
      const parameters = p.is('(') ? p.parenthesized(() => (p.is(')') ? [] : p.commaList(() => p.grammar.expression(p)))) : [];
      found.push({ name, parameters });
      p.accept(',');
    } while (!p.is('*/'));
    p.expect('*/');
  }
  return (query) => found.reduceRight<Relation>((input, hint) => ({ type: 'Hint', input, ...hint }), query);
}
