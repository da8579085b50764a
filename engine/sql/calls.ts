/** Function calls and what may follow their arguments: WITHIN GROUP, FILTER, IGNORE NULLS, OVER. */
import type { Expression, SortOrderExpr, UnresolvedFunction } from '../plan/index.ts';
import { intLiteral, joinName } from './build.ts';
import type { Parser } from './parser.ts';

/** Catalogs and schemas that hold the functions of Spark itself. */
const BUILTIN_QUALIFIERS: readonly string[] = ['builtin', 'system.builtin'];

/** A function's name, without the qualifiers of Spark's own. */
export function functionNameOf(parts: readonly string[]): string {
  const qualifier = parts.slice(0, -1).join('.').toLowerCase();
  return BUILTIN_QUALIFIERS.includes(qualifier) ? (parts.at(-1) as string) : joinName(parts);
}

function argument(p: Parser): Expression {
  if (p.isIdentifier() && p.peek(1).upper === '=>') {
    const from = p.index;
    const key = p.identifier();
    p.next();
    return { type: 'NamedArgumentExpression', key, value: p.grammar.expression(p), origin: p.originFrom(from) };
  }
  return p.grammar.expression(p);
}

/** `count(*)` counts rows: Spark's parser makes it `count(1)`. */
function countsRows(name: string, args: readonly Expression[], distinct: boolean): boolean {
  const [only] = args;
  if (name.toLowerCase() !== 'count' || distinct || args.length !== 1 || only?.type !== 'UnresolvedStar') return false;
  return only.unparsedTarget === undefined && only.except === undefined;
}

/** The name is read; the bracket follows. */
export function functionCall(p: Parser, parts: readonly string[], from: number): Expression {
  const functionName = functionNameOf(parts);
  p.expect('(');
  let isDistinct = false;
  let args: Expression[] = [];
  if (!p.is(')')) {
    if (p.is('DISTINCT') && p.startsExpression(1)) {
      p.next();
      isDistinct = true;
    } else if (p.is('ALL') && p.startsExpression(1)) p.next();
    args = p.commaList(() => argument(p));
  }
  closeCall(p, args);
  const shown = countsRows(functionName, args, isDistinct) ? [intLiteral(1)] : args;
  return suffixes(
    p,
    { type: 'UnresolvedFunction', functionName, arguments: shown, ...(isDistinct ? { isDistinct } : {}), origin: p.originFrom(from) },
    from,
  );
}

/** Spark guesses a missing bracket only where the last argument could be followed by anything. */
function closeCall(p: Parser, args: readonly Expression[]): void {
  if (args.at(-1)?.type === 'UnresolvedStar') p.expect(')');
  else if (p.peek().kind === 'end' && args.length > 1) p.fail(p.peek(), ': extra input end of input');
  else p.expectInsertable(')');
}

/** What may follow any call; origins then span all of it. */
export function suffixes(p: Parser, called: UnresolvedFunction, from: number): Expression {
  let result = called;
  if (p.is('WITHIN', 'GROUP', '(')) result = { ...result, withinGroup: withinGroup(p) };
  if (p.is('FILTER', '(', 'WHERE')) result = { ...result, filter: filterClause(p) };
  if (p.isAny(['IGNORE', 'RESPECT']) && p.peek(1).upper === 'NULLS') {
    const ignoreNulls = p.next().upper === 'IGNORE';
    p.next();
    result = { ...result, ignoreNulls };
  }
  if (result !== called) result = { ...result, origin: p.originFrom(from) };
  if (p.is('OVER') && (p.peek(1).upper === '(' || p.isIdentifier(1))) {
    p.next();
    const windowed = p.grammar.windowSpec(p, result);
    const origin = p.originFrom(from);
    return windowed.type === 'Window' ? { ...windowed, windowFunction: { ...result, origin }, origin } : windowed;
  }
  return result;
}

function withinGroup(p: Parser): SortOrderExpr[] {
  p.expect('WITHIN', 'GROUP', '(', 'ORDER', 'BY');
  const order = p.grammar.sortItems(p);
  p.expect(')');
  return order;
}

function filterClause(p: Parser): Expression {
  p.expect('FILTER', '(', 'WHERE');
  const condition = p.grammar.expression(p);
  p.expect(')');
  return condition;
}
