/**
 * `IDENTIFIER('a.b')`: a name given as text. Where the text stands there as a literal, the clause is read as the name itself,
 * wherever a name may stand.
 */
import { analysisError } from '../core/index.ts';
import type { SparkError } from '../core/index.ts';
import type { Expression } from '../plan/index.ts';
import { isString, quoteIdentifier, simpleString } from '../types/index.ts';
import { parseError, emptyStatement, SyntaxFailure, syntaxError } from './errors.ts';
import type { Token } from './lexer.ts';
import type { Parser } from './parser.ts';

/** Reads a text as a name of some parts. */
export type ReadName = (text: string) => readonly string[];

/** The tokens with those of literal clauses put as the names that they give. */
export function withLiteralNames(tokens: readonly Token[], readName: ReadName, parameter: (name: string) => string | undefined): readonly Token[] {
  if (!tokens.some((t) => t.upper === 'IDENTIFIER')) return tokens;
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const clause = literalClause(tokens, i, parameter);
    if (clause === undefined) {
      out.push(tokens[i] as Token);
      continue;
    }
    const { end, text } = clause;
    const { start } = tokens[i] as Token;
    const { stop } = tokens[end] as Token;
    readName(text).forEach((value, n) => {
      if (n > 0) out.push({ kind: 'symbol', text: '.', upper: '.', value: '.', start, stop });
      out.push({ kind: 'quoted', text: value, upper: '', value, start, stop });
    });
    i = end;
  }
  return out;
}

/** The text of `IDENTIFIER('…' :parameter '…')`, and where its bracket closes. */
function literalClause(tokens: readonly Token[], at: number, parameter: (name: string) => string | undefined): { readonly end: number; readonly text: string } | undefined {
  if (tokens[at]?.upper !== 'IDENTIFIER' || tokens[at + 1]?.upper !== '(') return undefined;
  let end = at + 2;
  let text = '';
  for (;;) {
    const token = tokens[end];
    if (token?.upper === ')') return end === at + 2 ? undefined : { end, text };
    const isParameter = token?.upper === ':';
    const value = isParameter ? parameter(tokens[end + 1]?.value ?? '') : token?.kind === 'string' ? token.value : undefined;
    if (value === undefined) return undefined;
    text += value;
    end += isParameter ? 2 : 1;
  }
}

/** IDENTIFIER_TOO_MANY_NAME_PARTS: the dot of such a name, where a name of one part may stand. */
export function tooManyParts(sql: string, token: Token): SparkError | undefined {
  if (token.upper !== '.' || sql[token.start] === '.') return undefined;
  const identifier = sql.slice(token.start, token.stop);
  const name = /'([^']*)'/.exec(identifier)?.[1] ?? identifier;
  const shown = name.split('.').map(quoteIdentifier).join('.');
  return parseError('IDENTIFIER_TOO_MANY_NAME_PARTS', '42601', { identifier: shown, limit: '1' }, `${shown} has more parts than the one that a name has here.`);
}

/** The name that a text is. Raises PARSE_SYNTAX_ERROR and PARSE_EMPTY_STATEMENT about that text. */
export function nameInText(text: string, parser: () => Parser): string[] {
  if (text.trim() === '') throw emptyStatement();
  const inner = parser();
  try {
    const parts = inner.multipartIdentifier();
    inner.finish();
    return parts;
  } catch (error) {
    if (error instanceof SyntaxFailure) throw syntaxError(text, error.token, error.hint);
    throw error;
  }
}

const NAME_LESS = ['unknown'];

/** The text of a constant expression; of one that is none the error is told once the whole text was read. */
export function constantText(p: Parser, e: Expression): string | undefined {
  const found = e.type === 'Literal' ? literalText(e) : p.options.constant?.(e);
  if (found !== undefined && 'text' in found) return found.text;
  if (found !== undefined && isString(found.type) && typeof found.value === 'string') return found.value;
  const expr = e.origin?.sqlText?.slice(e.origin.start, e.origin.stop) ?? '';
  const kind = found === undefined ? 'NOT_CONSTANT' : isString(found.type) || found.value === null ? 'NULL' : 'WRONG_TYPE';
  const dataType: Record<string, string> = kind === 'WRONG_TYPE' && found !== undefined ? { dataType: simpleString(found.type) } : {};
  p.afterwards.push(() => {
    throw analysisError(`NOT_A_CONSTANT_STRING.${kind}`, '42601', { name: 'IDENTIFIER', expr, ...dataType }, `IDENTIFIER takes a text that is the same for all rows, and ${expr} is none.`);
  });
  return undefined;
}

function literalText(e: Extract<Expression, { readonly type: 'Literal' }>): { readonly text: string } | { readonly type: { readonly kind: 'integer' | 'string' }; readonly value: null | number } {
  if (typeof e.value === 'string' && e.dataType === 'string') return { text: e.value };
  return { type: { kind: e.dataType === 'string' || e.value === null ? 'string' : 'integer' }, value: e.value === null ? null : 0 };
}

/** Stands for a name that could not be found. */
export function noName(): string[] {
  return [...NAME_LESS];
}
