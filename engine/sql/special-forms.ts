/** Calls with a grammar of their own: CAST, EXTRACT, TRIM, SUBSTRING, POSITION, OVERLAY, STRUCT, FIRST, TIMESTAMPADD. */
import type { Expression, Origin } from '../plan/index.ts';
import { quoteIdentifier } from '../types/index.ts';
import { alias, attribute, call, textLiteral } from './build.ts';
import { functionCall, suffixes } from './calls.ts';
import { constantText, nameInText, noName } from './identifier-clause.ts';
import { columnAlias } from './clauses.ts';
import { castType } from './data-types.ts';
import { parseError } from './errors.ts';
import { Parser } from './parser.ts';

type Form = (p: Parser) => Expression;

function cast(evalMode: 'try' | undefined): Form {
  return (p) => {
    const from = p.index;
    p.next();
    p.expect('(');
    const expr = p.grammar.expression(p);
    p.expect('AS');
    const toType = castType(p);
    p.expect(')');
    return { type: 'Cast', expr, toType, ...(evalMode === undefined ? {} : { evalMode }), origin: p.originFrom(from) };
  };
}

/** `EXTRACT(field FROM source)`. */
function extract(p: Parser): Expression {
  const from = p.index;
  p.next();
  p.expect('(');
  const field = p.identifier();
  p.expect('FROM');
  const source = p.grammar.valueExpression(p);
  p.expect(')');
  return call('extract', [textLiteral(field), source], p.originFrom(from));
}

/** `TRIM([BOTH | LEADING | TRAILING] [characters] FROM text)`. The functions take the characters first. */
function trim(p: Parser): Expression {
  const from = p.index;
  p.next();
  p.expect('(');
  const side = p.isAny(['BOTH', 'LEADING', 'TRAILING']) && p.startsExpression(1) ? p.next().upper : 'BOTH';
  const characters = p.is('FROM') && p.startsExpression(1) && p.peek(1).upper !== 'FROM' ? [] : [p.grammar.valueExpression(p)];
  p.expect('FROM');
  const text = p.grammar.valueExpression(p);
  p.expect(')');
  const name = side === 'LEADING' ? 'ltrim' : side === 'TRAILING' ? 'rtrim' : 'trim';
  return call(name, [...characters, text], p.originFrom(from));
}

/** `SUBSTRING(text FROM position [FOR length])`; with commas it is a plain call. */
function substring(p: Parser): Expression {
  const from = p.index;
  p.next();
  p.expect('(');
  const args = [p.grammar.valueExpression(p)];
  p.expect('FROM');
  args.push(p.grammar.valueExpression(p));
  if (p.accept('FOR')) args.push(p.grammar.valueExpression(p));
  p.expect(')');
  return call('substring', args, p.originFrom(from));
}

/** `POSITION(part IN text)`. */
function position(p: Parser): Expression {
  const from = p.index;
  p.next();
  p.expect('(');
  const part = p.grammar.valueExpression(p);
  p.expect('IN');
  const text = p.grammar.valueExpression(p);
  p.expect(')');
  return call('locate', [part, text], p.originFrom(from));
}

/** `OVERLAY(text PLACING replacement FROM position [FOR length])`. */
function overlay(p: Parser): Expression {
  const from = p.index;
  p.next();
  p.expect('(');
  const args = [p.grammar.valueExpression(p)];
  p.expect('PLACING');
  args.push(p.grammar.valueExpression(p));
  p.expect('FROM');
  args.push(p.grammar.valueExpression(p));
  if (p.accept('FOR')) args.push(p.grammar.valueExpression(p));
  p.expect(')');
  return call('overlay', args, p.originFrom(from));
}

/** `STRUCT(a, b AS c)`: fields may be named. */
function struct(p: Parser): Expression {
  const from = p.index;
  p.next();
  p.expect('(');
  const fields = p.is(')') ? [] : p.commaList(() => structField(p));
  p.expect(')');
  return suffixes(p, call('struct', fields, p.originFrom(from)), from);
}

function structField(p: Parser): Expression {
  const from = p.index;
  const e = p.grammar.expression(p);
  const [name] = columnAlias(p) ?? [];
  return name === undefined ? e : alias(e, name, p.originFrom(from));
}

/** `FIRST(a IGNORE NULLS)`, which says within the brackets what may also stand behind them. */
function firstOrLast(p: Parser): Expression {
  const from = p.index;
  const functionName = p.next().value;
  p.expect('(');
  const value = p.grammar.expression(p);
  p.expect('IGNORE', 'NULLS', ')');
  return suffixes(p, { ...call(functionName, [value], p.originFrom(from)), ignoreNulls: true }, from);
}

const UNITS: readonly string[] = [
  'YEAR',
  'QUARTER',
  'MONTH',
  'WEEK',
  'DAY',
  'DAYOFYEAR',
  'HOUR',
  'MINUTE',
  'SECOND',
  'MILLISECOND',
  'MICROSECOND',
];

/** A unit is a word, not a text. */
function quotedUnit(functionName: string, unit: string, p: Parser, origin: Origin): Error {
  return parseError(
    'INVALID_PARAMETER_VALUE.DATETIME_UNIT',
    '22023',
    { functionName: quoteIdentifier(functionName), parameter: '`unit`', invalidValue: unit },
    `${functionName} takes its unit as a word, without the quotes of ${unit}.`,
    { contextType: 'SQL', sqlText: p.sql, start: origin.start ?? 0, stop: origin.stop ?? 0 },
  );
}

/** `TIMESTAMPADD(unit, count, timestamp)` and its kin; without a unit it is a plain call. */
function withUnit(functionName: string): Form {
  return (p) => {
    const from = p.index;
    const written = p.next().value;
    p.expect('(');
    let quoted = '';
    while (p.peek().kind === 'string') {
      const { start, stop } = p.next();
      quoted += p.sql.slice(start, stop);
    }
    const named = quoted === '' && p.isAny(UNITS) && p.peek(1).upper === ',';
    if (!named && !(quoted !== '' && p.is(','))) p.fail();
    const unit = textLiteral(named ? p.next().value : '');
    p.expect(',');
    const first = p.grammar.valueExpression(p);
    p.expect(',');
    const second = p.grammar.valueExpression(p);
    p.expect(')');
    if (quoted !== '') throw quotedUnit(written, quoted, p, p.originFrom(from));
    return { ...call(functionName, [unit, first, second], p.originFrom(from)), isSpecialForm: true };
  };
}

/** `IDENTIFIER('a.b')`: a name given as text, of a column or of a function. */
function identifierClause(p: Parser): Expression {
  const from = p.index;
  const parts = clauseParts(p);
  return p.is('(') ? functionCall(p, parts, from) : attribute(parts, p.originFrom(from));
}

/** The parts of the name in `IDENTIFIER(expression)`. Raises NOT_A_CONSTANT_STRING where the expression is no constant text. */
export function identifierParts(p: Parser): string[] {
  const first = clauseParts(p);
  return p.is('.') && p.isIdentifier(1) && p.accept('.') ? [...first, ...p.multipartIdentifier()] : first;
}

function clauseParts(p: Parser): string[] {
  p.expect('IDENTIFIER', '(');
  const from = p.index;
  const given = p.grammar.expression(p);
  const e = given.origin === undefined ? { ...given, origin: p.originFrom(from) } : given;
  p.expect(')');
  const text = constantText(p, e);
  return text === undefined ? noName() : nameInText(text, () => new Parser(text, p.grammar));
}

/** The name of a table, a function or a variable: `a.b`, or `IDENTIFIER('a.b')`. */
export function objectName(p: Parser): string[] {
  return p.is('IDENTIFIER', '(') ? identifierParts(p) : p.multipartIdentifier(true);
}

export const SPECIAL_FORMS: Readonly<Record<string, Form>> = {
  CAST: cast(undefined),
  TRY_CAST: cast('try'),
  EXTRACT: extract,
  TRIM: trim,
  SUBSTRING: substring,
  SUBSTR: substring,
  POSITION: position,
  OVERLAY: overlay,
  STRUCT: struct,
  FIRST: firstOrLast,
  LAST: firstOrLast,
  FIRST_VALUE: firstOrLast,
  LAST_VALUE: firstOrLast,
  ANY_VALUE: firstOrLast,
  TIMESTAMPADD: withUnit('timestampadd'),
  DATEADD: withUnit('timestampadd'),
  DATE_ADD: withUnit('timestampadd'),
  TIMESTAMPDIFF: withUnit('timestampdiff'),
  DATEDIFF: withUnit('timestampdiff'),
  DATE_DIFF: withUnit('timestampdiff'),
  TIMEDIFF: withUnit('timestampdiff'),
  IDENTIFIER: identifierClause,
};
