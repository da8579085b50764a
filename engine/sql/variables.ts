/** Session variables: DECLARE, SET VARIABLE, DROP TEMPORARY VARIABLE. */
import { SparkError } from '../core/index.ts';
import type { Expression } from '../plan/index.ts';
import type { DataType } from '../types/index.ts';
import { dataType } from './data-types.ts';
import { parseError, placed } from './errors.ts';
import type { Parser } from './parser.ts';
import { objectName } from './special-forms.ts';
import type { DefaultValue, Name, Statement } from './statement.ts';

const VARIABLE = ['VARIABLE', 'VAR'];

/** A type whose faults are told once the whole text was read: what follows may be no SQL at all. */
export function lateType(p: Parser): DataType {
  try {
    return dataType(p);
  } catch (error) {
    if (!(error instanceof SparkError)) throw error;
    p.afterwards.push(() => {
      throw error;
    });
    return { kind: 'null' };
  }
}

/** `DEFAULT expr` or `= expr`, with its text. */
export function defaultValue(p: Parser): DefaultValue | undefined {
  const given = p.is('=') || (p.is('DEFAULT') && p.startsExpression(1));
  if (!given) return undefined;
  p.next();
  const from = p.index;
  const expression = p.grammar.expression(p);
  const { start, stop } = p.originFrom(from);
  return { expression, text: p.sql.slice(start, stop) };
}

/** DECLARE [OR REPLACE] [VARIABLE] a, b [type] [DEFAULT expr]. Raises INVALID_SQL_SYNTAX.VARIABLE_TYPE_OR_DEFAULT_REQUIRED. */
export function declareVariable(p: Parser): Extract<Statement, { readonly kind: 'declareVariable' }> {
  const from = p.index;
  p.expect('DECLARE');
  const replace = p.accept('OR', 'REPLACE');
  if (p.isAny(VARIABLE) && p.isIdentifier(1) && !(p.is('VAR', 'DEFAULT') || p.is('VARIABLE', 'DEFAULT'))) p.next();
  const names = p.commaList(() => objectName(p));
  const early = defaultValue(p);
  const type = early === undefined && p.isIdentifier() ? lateType(p) : undefined;
  const value = early ?? defaultValue(p);
  const origin = p.originFrom(from);
  if (type === undefined && value === undefined) {
    if (p.peek().kind !== 'end' && !p.is(';')) p.fail();
    p.afterwards.push(() => {
      throw placed(parseError('INVALID_SQL_SYNTAX.VARIABLE_TYPE_OR_DEFAULT_REQUIRED', '42000', {}, 'A variable needs a type or a DEFAULT to take its type from.'), origin);
    });
  }
  return { kind: 'declareVariable', names, replace, origin, ...(type === undefined ? {} : { type }), ...(value === undefined ? {} : { value }) };
}

/** DROP is read; TEMPORARY VARIABLE [IF EXISTS] name follows. */
export function dropVariable(p: Parser): Statement {
  p.next();
  p.next();
  const ifExists = p.accept('IF', 'EXISTS');
  return { kind: 'dropVariable', name: objectName(p), ifExists };
}

export function dropsVariable(p: Parser): boolean {
  return p.isAny(['TEMPORARY', 'TEMP']) && p.isAny(VARIABLE, 1);
}

export function setsVariable(p: Parser): boolean {
  return p.is('SET') && p.isAny(VARIABLE, 1) && (p.isIdentifier(2) || p.peek(2).upper === '(');
}

/** `SET VARIABLE a = 1, b = DEFAULT` or `SET VARIABLE (a, b) = (SELECT …)`. Raises INVALID_SET_SYNTAX. */
export function setVariable(p: Parser): Statement {
  const from = p.index;
  p.expect('SET');
  if (p.isAny(VARIABLE)) p.next();
  if (p.is('(', ')')) throw parseError('INVALID_SET_SYNTAX', '42000', {}, SET_SENTENCE);
  if (p.accept('(')) return fromQuery(p, from);
  const names: Name[] = [];
  const values: Expression[] = [];
  p.commaList(() => {
    names.push(objectName(p));
    p.expect('=');
    values.push(p.grammar.expression(p));
  });
  // A value has its variable's name, by which the values behind it may use it; a name alone keeps its own.
  const expressions = values.map((expr, i): Expression => (expr.type === 'UnresolvedAttribute' ? expr : { type: 'Alias', expr, name: [names[i]?.at(-1) ?? ''] }));
  return { kind: 'setVariable', names, plan: { type: 'Project', expressions }, origin: p.originFrom(from) };
}

function fromQuery(p: Parser, from: number): Statement {
  const names = p.commaList(() => objectName(p));
  p.expect(')', '=', '(');
  const plan = p.grammar.query(p);
  p.expect(')');
  return { kind: 'setVariable', names, plan, origin: p.originFrom(from) };
}

export const SET_SENTENCE = 'SET takes a key, or a key and a value: SET key, SET key=value. Put a key with unusual characters in back-quotes.';
