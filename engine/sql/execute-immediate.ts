/** EXECUTE IMMEDIATE: a text of SQL, perhaps from a variable, with values for its parameters. */
import type { Expression } from '../plan/index.ts';
import { quoteIdentifier } from '../types/index.ts';
import { parseError } from './errors.ts';
import { tokenize } from './lexer.ts';
import type { Token } from './lexer.ts';
import type { Parser } from './parser.ts';
import { objectName } from './special-forms.ts';
import type { Argument, ExecuteImmediate } from './statement.ts';

export function executeImmediate(p: Parser): ExecuteImmediate {
  const from = p.index;
  p.expect('EXECUTE');
  if (!p.accept('IMMEDIATE')) p.fail(p.peek(), ": missing 'IMMEDIATE'");
  const query = p.grammar.expression(p);
  if (p.is('INTO') && !p.isIdentifier(1)) p.fail(p.peek(1));
  const into = p.accept('INTO') ? p.commaList(() => objectName(p)) : undefined;
  const using = p.accept('USING') ? argumentsOf(p) : [];
  refuseTwice(using);
  return { kind: 'executeImmediate', query, using, origin: p.originFrom(from), ...(into === undefined ? {} : { into }) };
}

/** With or without brackets around them. */
function argumentsOf(p: Parser): Argument[] {
  const list = (): Argument[] => p.commaList(() => argument(p));
  const bracketed = (): Argument[] => {
    const items = p.parenthesized(list);
    if (p.peek().kind !== 'end' && !p.is(';')) p.fail();
    return items;
  };
  return p.is('(') ? p.attempt(bracketed, list) : list();
}

function argument(p: Parser): Argument {
  const value: Expression = p.grammar.expression(p);
  const name = p.accept('AS') || p.isIdentifier() ? p.identifier() : undefined;
  return { value, ...(name === undefined ? {} : { name }) };
}

function refuseTwice(list: readonly Argument[]): void {
  const names = list.flatMap((a) => (a.name === undefined ? [] : [a.name]));
  const twice = [...new Set(names.filter((n, i) => names.indexOf(n) !== i))];
  if (twice.length === 0) return;
  const aliases = twice.map(quoteIdentifier).join(', ');
  throw parseError('EXEC_IMMEDIATE_DUPLICATE_ARGUMENT_ALIASES', '42701', { aliases }, `USING gives ${aliases} more than once.`);
}

/** What kinds of parameters a text has: `?`, and `:name`. */
export function parameterKinds(sql: string): { readonly positional: boolean; readonly named: boolean } {
  const tokens = tokenize(sql);
  const endsValue = (t: Token | undefined): boolean => t !== undefined && (t.kind === 'quoted' || t.kind === 'string' || t.kind === 'number' || t.upper === ')' || t.upper === ']');
  const isName = (i: number): boolean => {
    const [before, colon, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
    if (colon?.upper !== ':' || (after?.kind !== 'word' && after?.kind !== 'quoted')) return false;
    // Behind a value it is a path into a variant: `v:field`.
    return !(endsValue(before) || (before?.kind === 'word' && before.stop === colon.start));
  };
  return { positional: tokens.some((t) => t.upper === '?'), named: tokens.some((_, i) => isName(i)) };
}
