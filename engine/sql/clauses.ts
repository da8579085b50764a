/**
 * Whether a word begins a clause or is an alias. No keyword is reserved, so a word is taken as a clause only where what
 * follows lets the clause go on (`t where` is a table called where, `t where a` filters).
 */
import { isStrictWord } from './keywords.ts';
import type { Parser } from './parser.ts';

function byClause(p: Parser): boolean {
  return p.peek(1).upper === 'BY' && p.startsExpression(2);
}
function thenExpression(p: Parser): boolean {
  return p.startsExpression(1);
}

const CLAUSES: Readonly<Record<string, (p: Parser) => boolean>> = {
  FROM: (p) => p.startsRelation(1),
  WHERE: thenExpression,
  HAVING: thenExpression,
  QUALIFY: thenExpression,
  LIMIT: thenExpression,
  OFFSET: thenExpression,
  GROUP: byClause,
  ORDER: byClause,
  SORT: byClause,
  CLUSTER: byClause,
  DISTRIBUTE: byClause,
  WINDOW: (p) => p.isIdentifier(1) && p.peek(2).upper === 'AS' && (p.peek(3).upper === '(' || p.isIdentifier(3)),
  PIVOT: (p) => p.peek(1).upper === '(',
  UNPIVOT: (p) => p.peek(1).upper === '(' || p.isAny(['INCLUDE', 'EXCLUDE'], 1),
  TABLESAMPLE: (p) => p.peek(1).upper === '(',
  FOR: (p) => p.isAny(['VERSION', 'TIMESTAMP', 'SYSTEM_VERSION', 'SYSTEM_TIME'], 1) && p.peek(2).upper === 'AS',
  LATERAL: (p) => p.peek(1).upper === 'VIEW',
  UNION: (p) => startsOperand(p),
  EXCEPT: (p) => startsOperand(p),
  MINUS: (p) => startsOperand(p),
  INTERSECT: (p) => startsOperand(p),
  SELECT: thenExpression,
  INSERT: (p) => p.isAny(['INTO', 'OVERWRITE'], 1) && p.isIdentifier(2),
};

function startsOperand(p: Parser): boolean {
  const at = p.isAny(['ALL', 'DISTINCT'], 1) ? 2 : 1;
  return p.isAny(['(', 'SELECT', 'VALUES', 'FROM', 'TABLE', 'WITH'], at) || p.peek(at).kind === 'end';
}

/** Whether the word here begins a clause that can go on. */
export function startsClause(p: Parser): boolean {
  const token = p.peek();
  if (token.kind !== 'word') return false;
  if (token.upper === p.stopWord) return true;
  const viable = Object.hasOwn(CLAUSES, token.upper) ? CLAUSES[token.upper] : undefined;
  return viable?.(p) ?? false;
}

/** The name after an expression of a select list, with or without AS. */
export function columnAlias(p: Parser): string[] | undefined {
  const clauseBehind = p.is('AS', 'FROM') && p.isIdentifier(2) && p.peek(2).upper !== 'FROM';
  if (p.is('AS') && !clauseBehind && (p.isIdentifier(1) || p.peek(1).upper === '(' || p.peek(1).kind !== 'symbol')) {
    p.next();
    return p.is('(') ? p.identifierList() : [p.plainIdentifier()];
  }
  if (p.isIdentifier() && !startsClause(p)) return [p.plainIdentifier()];
  return undefined;
}

/** The name after a relation, with or without AS, and names of its columns. */
export function tableAlias(p: Parser): { readonly name: string; readonly columns?: string[] } | undefined {
  const clauseBehind = p.is('AS', 'FROM') && p.isIdentifier(2) && p.peek(2).upper !== 'FROM';
  if (p.is('AS') && !clauseBehind && (p.isIdentifier(1) || p.peek(1).kind === 'end')) p.next();
  else if (!p.isIdentifier() || isStrictWord(p.peek()) || startsClause(p)) return undefined;
  const name = p.strictIdentifier();
  return p.is('(') && p.isIdentifier(1) ? { name, columns: p.identifierList() } : { name };
}
