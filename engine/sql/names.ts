/** Names of the tables, views and schemas that commands are about, with their places in the text. */
import type { Origin } from '../plan/index.ts';
import type { Parser } from './parser.ts';
import { identifierParts } from './special-forms.ts';
import type { Name } from './statement.ts';

const places = new WeakMap<Name, Origin>();

/** A name, or IDENTIFIER with the text of one. */
export function targetName(p: Parser): Name {
  const from = p.index;
  const parts = p.is('IDENTIFIER', '(') ? identifierParts(p) : p.multipartIdentifier(true);
  places.set(parts, p.originFrom(from));
  return parts;
}

/** Where a name that `targetName` gave stands. */
export function placeOfName(name: Name): Origin | undefined {
  return places.get(name);
}

export function ifExists(p: Parser): boolean {
  return p.accept('IF', 'EXISTS');
}
export function ifNotExists(p: Parser): boolean {
  return p.accept('IF', 'NOT', 'EXISTS');
}

export const DATABASE_WORDS = ['DATABASE', 'SCHEMA', 'NAMESPACE'];
