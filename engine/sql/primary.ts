/** What operators apply to: literals, names, calls, brackets, CASE, subqueries, and field or item access behind them. */
import { SparkError } from '../core/index.ts';
import type { Expression } from '../plan/index.ts';
import { decodeWire, quoteIfNeeded, timeZone, TimestampNTZType, TimestampType, toLocalMicros } from '../types/index.ts';
import { attribute, boolLiteral, call, joinName, literal, textLiteral } from './build.ts';
import { functionCall } from './calls.ts';
import { castType } from './data-types.ts';
import { placed } from './errors.ts';
import { intervalLiteral, startsInterval } from './intervals.ts';
import { numberLiteral, stringLiteral, typedLiteral } from './literals.ts';
import type { Parser } from './parser.ts';
import { SPECIAL_FORMS } from './special-forms.ts';
import { columnAlias } from './clauses.ts';

export function primary(p: Parser): Expression {
  const from = p.index;
  return postfix(p, atom(p), from);
}

/** `-5` is a literal, also in front of `::`. */
export function negativeNumber(p: Parser): Expression {
  const from = p.index;
  p.next();
  const { text } = p.next();
  return postfix(p, numberLiteral(text, true, p.originFrom(from)), from);
}

function postfix(p: Parser, base: Expression, from: number): Expression {
  let e = base;
  for (;;) {
    if (p.is('.') && p.isIdentifier(1)) {
      p.next();
      e = field(p, e, p.identifier(), from);
    } else if (p.accept('[')) {
      const extraction = p.grammar.valueExpression(p);
      p.expectInsertable(']');
      e = { type: 'UnresolvedExtractValue', child: e, extraction, origin: p.originFrom(from) };
    } else if (p.accept('::')) {
      e = { type: 'Cast', expr: e, toType: castType(p), origin: p.originFrom(from) };
    } else if (p.is('COLLATE') && p.isIdentifier(1)) {
      p.next();
      e = { type: 'UnresolvedFunction', functionName: 'collate', arguments: [e, textLiteral(p.identifier())], origin: p.originFrom(from) };
    } else if (p.is(':') && (p.isIdentifier(1) || isBracketStep(p, 1))) e = variantExtract(p, e, from);
    else return e;
  }
}

/** `[0]` or `['name']`. */
function isBracketStep(p: Parser, ahead: number): boolean {
  const { kind } = p.peek(ahead + 1);
  return p.peek(ahead).text === '[' && (kind === 'string' || kind === 'number');
}

/** `v:name[0].other`: what lies at a path of a variant, as a variant under the last name of the path. */
function variantExtract(p: Parser, v: Expression, from: number): Expression {
  p.expect(':');
  let name: string | undefined;
  let path = '$';
  const step = (key: string, quoted = false): string => {
    name = key;
    return variantStep(key, quoted);
  };
  if (!p.is('[')) path += step(p.identifier());
  for (;;) {
    if (p.is('.') && p.isIdentifier(1)) {
      p.next();
      path += step(p.identifier());
    } else if (isBracketStep(p, 0)) {
      p.next();
      path += p.peek().kind === 'number' ? `[${p.next().text}]` : step(textOf(stringLiteral(p)), true);
      p.expect(']');
    } else break;
  }
  const args = [v, textLiteral(path), textLiteral('variant')];
  const call: Expression = { type: 'UnresolvedFunction', functionName: 'variant_get', arguments: args, isSpecialForm: true, origin: p.originFrom(from) };
  return name === undefined ? call : { type: 'Alias', expr: call, name: [name] };
}

function textOf(e: Expression): string {
  return e.type === 'Literal' ? String(e.value) : '';
}

function variantStep(name: string, quoted = !/^\w+$/.test(name)): string {
  return quoted ? `["${name}"]` : `.${name}`;
}

/** A name given by IDENTIFIER ends with its clause: what follows are fields of that column. */
function isClause(e: Expression): boolean {
  const { sqlText, start, stop } = e.origin ?? {};
  return sqlText !== undefined && /^identifier\s*\(/i.test(sqlText.slice(start, stop));
}

function field(p: Parser, e: Expression, name: string, from: number): Expression {
  const origin = p.originFrom(from);
  if (e.type === 'UnresolvedAttribute' && !isClause(e)) {
    return { ...e, unparsedIdentifier: `${e.unparsedIdentifier}.${quoteIfNeeded(name)}`, origin };
  }
  return { type: 'UnresolvedExtractValue', child: e, extraction: textLiteral(name), origin };
}

function atom(p: Parser): Expression {
  const from = p.index;
  const token = p.peek();
  switch (token.kind) {
    case 'number':
      p.next();
      return numberLiteral(token.text, false, p.originFrom(from));
    case 'string':
      return stringLiteral(p);
    case 'symbol':
      return symbolAtom(p);
    case 'quoted':
      return named(p);
    case 'word':
      return wordAtom(p);
    case 'end':
      return p.fail();
  }
}

function symbolAtom(p: Parser): Expression {
  const from = p.index;
  switch (p.peek().upper) {
    case '*':
      p.next();
      return star(p, undefined, from);
    case '(':
      return bracket(p);
    case '?':
      p.next();
      return positionalParameter(p, from);
    case ':':
      if (!p.isIdentifier(1)) p.fail();
      p.next();
      return namedParameter(p, p.next().value, from);
    default:
      return p.fail();
  }
}

function unbound(name: string): SparkError {
  return new SparkError({
    errorClass: 'AnalysisException',
    condition: 'UNBOUND_SQL_PARAMETER',
    sqlState: '42P02',
    parameters: { name },
    sentence: `The parameter ${name} has no value. Give it one in the args of sql().`,
  });
}
/** Spark puts the text of a value in the parameter's place: TIMESTAMP in it, a moment, is read as the session means it. */
function reread(p: Parser, value: Expression): Expression {
  if (p.options.timestampType?.kind !== 'timestamp_ntz') return value;
  if (value.type === 'UnresolvedFunction') return { ...value, arguments: value.arguments.map((a) => reread(p, a)) };
  if (value.type !== 'Literal' || value.dataType !== 'timestamp' || value.value === null) return value;
  const micros = decodeWire(TimestampType, value.value) as bigint;
  return literal(TimestampNTZType, toLocalMicros(micros, timeZone(p.timeZone)), value.origin);
}
function namedParameter(p: Parser, name: string, from: number): Expression {
  const found = p.options.namedArguments;
  if (found === undefined || !Object.hasOwn(found, name)) throw placed(unbound(name), p.originFrom(from));
  return reread(p, found[name] as Expression);
}
function positionalParameter(p: Parser, from: number): Expression {
  const found = p.options.posArguments?.[p.nextPositional()];
  if (found === undefined) throw placed(unbound(`_${p.originFrom(from).start}`), p.originFrom(from));
  return reread(p, found);
}

/** `*`, `t.*`, and what EXCEPT leaves out. */
function star(p: Parser, target: readonly string[] | undefined, from: number): Expression {
  const except = p.is('EXCEPT', '(') && p.isIdentifier(2) && !p.startsQuery(2);
  if (except) p.next();
  const columns = except ? p.parenthesized(() => p.commaList(() => p.multipartIdentifier())) : undefined;
  return {
    type: 'UnresolvedStar',
    ...(target === undefined ? {} : { unparsedTarget: `${joinName(target)}.*` }),
    ...(columns === undefined ? {} : { except: columns }),
    origin: p.originFrom(from),
  };
}

const CONSTANTS: Readonly<Record<string, (p: Parser, from: number) => Expression>> = {
  NULL: (p, from) => ({ type: 'Literal', dataType: 'void', value: null, origin: p.originFrom(from) }),
  TRUE: (p, from) => boolLiteral(true, p.originFrom(from)),
  FALSE: (p, from) => boolLiteral(false, p.originFrom(from)),
};

function wordAtom(p: Parser): Expression {
  const from = p.index;
  const { upper } = p.peek();
  if (Object.hasOwn(CONSTANTS, upper)) {
    p.next();
    return (CONSTANTS[upper] as (q: Parser, at: number) => Expression)(p, from);
  }
  if (upper === 'CASE') return p.attempt(() => caseExpression(p), () => named(p));
  if (startsInterval(p)) {
    const alone = p.peek(1).kind === 'string' && !p.isIdentifier(2);
    return alone ? typedLiteral(p) : p.attempt(() => intervalLiteral(p), () => typedLiteral(p));
  }
  if (p.peek(1).kind === 'string') return typedLiteral(p);
  const special = p.peek(1).upper === '(' && Object.hasOwn(SPECIAL_FORMS, upper) ? SPECIAL_FORMS[upper] : undefined;
  return special === undefined ? named(p) : p.attempt(() => special(p), () => named(p));
}

/** The parts of a name; of one that IDENTIFIER gives only those of its clause. */
function nameParts(p: Parser): string[] {
  const { kind, start } = p.peek();
  if (kind !== 'quoted' || !/^identifier\s*\(/i.test(p.sql.slice(start, start + IDENTIFIER_LOOKAHEAD_CHARS))) return p.multipartIdentifier();
  const parts = [p.identifier()];
  while (p.is('.') && p.peek().start === start) {
    p.next();
    parts.push(p.identifier());
  }
  return parts;
}

/** Enough to see the word IDENTIFIER and its bracket. */
const IDENTIFIER_LOOKAHEAD_CHARS = 64;

/** The last name read, where back-quotes make it a regular expression. */
function quotedPattern(p: Parser): string | undefined {
  const { kind, text } = p.tokens[p.index - 1] ?? p.peek();
  if (p.options.quotedRegexColumnNames !== true || p.selectItems === 0 || kind !== 'quoted' || !text.startsWith('`')) return undefined;
  const pattern = text.slice(1, -1);
  return pattern === '' || /^[\p{L}\p{N}_]+$/u.test(pattern) ? undefined : pattern;
}

/** A column, a lambda variable, a lambda, a star of a relation, or a call. */
function named(p: Parser): Expression {
  const from = p.index;
  if (p.peek(1).upper === '->') return lambda(p, [p.identifier()], from);
  const parts = nameParts(p);
  const pattern = quotedPattern(p);
  if (p.is('.', '*')) {
    p.index += 2;
    return star(p, parts, from);
  }
  if (p.is('(')) return functionCall(p, parts, from);
  if (p.is('.') && !isClause(attribute(parts, p.originFrom(from)))) p.fail(p.peek(1));
  const [first = '', ...rest] = parts;
  if (pattern !== undefined && !p.is('.')) return { type: 'UnresolvedRegex', colName: '', pattern, ...(rest.length === 0 ? {} : { table: joinName(parts.slice(0, -1)) }), origin: p.originFrom(from) };
  if (!p.lambdaScopes.some((scope) => scope.includes(first.toLowerCase()))) return attribute(parts, p.originFrom(from));
  const variable: Expression = { type: 'UnresolvedNamedLambdaVariable', nameParts: [first] };
  return rest.reduce<Expression>(
    (child, name) => ({ type: 'UnresolvedExtractValue', child, extraction: textLiteral(name), origin: p.originFrom(from) }),
    variable,
  );
}

/** The parameters are read; `->` and the body follow. */
function lambda(p: Parser, names: readonly string[], from: number): Expression {
  p.expect('->');
  p.lambdaScopes.push(names.map((n) => n.toLowerCase()));
  const body = p.grammar.expression(p);
  p.lambdaScopes.pop();
  return {
    type: 'LambdaFunction',
    function: body,
    arguments: names.map((name) => ({ type: 'UnresolvedNamedLambdaVariable', nameParts: [name] })),
    origin: p.originFrom(from),
  };
}

function lambdaAhead(p: Parser): boolean {
  let at = 1;
  while (p.isIdentifier(at) && p.peek(at + 1).upper === ',') at += 2;
  return p.isIdentifier(at) && p.peek(at + 1).upper === ')' && p.peek(at + 2).upper === '->';
}

export function subquery(p: Parser, subqueryType: 'scalar' | 'exists', from: number): Expression {
  p.expect('(');
  const plan = p.grammar.query(p);
  p.expectInsertable(')');
  return { type: 'SubqueryExpression', subqueryType, plan, origin: p.originFrom(from) };
}

function bracket(p: Parser): Expression {
  const from = p.index;
  if (lambdaAhead(p)) return lambda(p, p.identifierList(), from);
  if (p.startsQuery(1)) return p.attempt(() => subquery(p, 'scalar', from), () => grouping(p));
  return grouping(p);
}

/** `(a)` or the row `(a, b)`. */
function grouping(p: Parser): Expression {
  const from = p.index;
  p.expect('(');
  const items = p.commaList(() => rowItem(p));
  const [only] = items;
  // Only what stands in a row has a name of its own.
  if (items.length === 1 && only?.type === 'Alias' && p.is(')')) p.fail();
  p.expect(')');
  if (items.length === 1 && only !== undefined) return only;
  const fields = items.flatMap((e, i) => [textLiteral(rowFieldName(e, i)), e]);
  return call('named_struct', fields, p.originFrom(from));
}

function rowItem(p: Parser): Expression {
  const e = p.grammar.expression(p);
  const names = p.is(')') || p.is(',') ? undefined : columnAlias(p);
  return names === undefined ? e : { type: 'Alias', expr: e, name: names };
}

/** The name that a row constructor gives to a field: the column's own, or its position. */
function rowFieldName(e: Expression, index: number): string {
  const position = `col${index + 1}`;
  if (e.type === 'Alias') return e.name[0] ?? position;
  if (e.type !== 'UnresolvedAttribute') return position;
  const last = /(?:`((?:[^`]|``)*)`|([^.`]+))$/.exec(e.unparsedIdentifier);
  return last?.[1]?.replaceAll('``', '`') ?? last?.[2] ?? position;
}

/** CASE with or without a value to compare with. */
function caseExpression(p: Parser): Expression {
  const from = p.index;
  p.expect('CASE');
  const subject = p.is('WHEN') ? undefined : p.grammar.expression(p);
  const args: Expression[] = [];
  if (!p.is('WHEN')) p.fail();
  while (p.accept('WHEN')) {
    const condition = p.grammar.expression(p);
    p.expect('THEN');
    args.push(subject === undefined ? condition : call('==', [subject, condition]), p.grammar.expression(p));
  }
  if (p.accept('ELSE')) args.push(p.grammar.expression(p));
  p.expect('END');
  const origin = p.originFrom(from);
  // A comparison with the subject is written nowhere: it stands where the whole does.
  const shown = subject === undefined ? args : args.map((a, i) => (i % 2 === 0 && i + 1 < args.length ? { ...a, origin } : a));
  return call('when', shown, origin);
}
