/** Expressions with operators, by Spark's precedence: OR, AND, NOT, predicates, comparisons, | ^ & shifts + * unary. */
import type { Expression } from '../plan/index.ts';
import { alias, boolLiteral, call, not } from './build.ts';
import { columnAlias } from './clauses.ts';
import { parseError, placed } from './errors.ts';
import type { Parser } from './parser.ts';
import { negativeNumber, primary, subquery } from './primary.ts';

export function expression(p: Parser): Expression {
  return chain(p, 'OR', 'or', conjunction);
}

function conjunction(p: Parser): Expression {
  return chain(p, 'AND', 'and', negation);
}

/** A long chain of one connective is a balanced tree, as Spark's parser makes it. */
function chain(p: Parser, word: string, name: 'and' | 'or', operand: (p: Parser) => Expression): Expression {
  const from = p.index;
  const operands = [operand(p)];
  while (p.is(word) && p.startsExpression(1)) {
    p.next();
    operands.push(operand(p));
  }
  const origin = p.originFrom(from);
  const tree = (low: number, high: number): Expression => {
    if (low === high) return operands[low] as Expression;
    const middle = low + Math.floor((high - low) / 2);
    return call(name, [tree(low, middle), tree(middle + 1, high)], origin);
  };
  return tree(0, operands.length - 1);
}

function negation(p: Parser): Expression {
  const from = p.index;
  if (p.is('!') || (p.is('NOT') && p.startsExpression(1) && p.peek(1).upper !== '*')) {
    p.next();
    return not(negation(p), p.originFrom(from));
  }
  return predicated(p);
}

const NEGATIONS = ['NOT', '!'];

/** NOT within a predicate. Raises SYNTAX_DISCONTINUED.BANG_EQUALS_NOT for `!`, unless the session wants it. */
function takeNegation(p: Parser): true {
  const from = p.index;
  if (p.next().upper === '!' && p.options.bangEqualsNot !== true) {
    const sentence = "Within a predicate write NOT; '!' can only stand in front of a condition.";
    throw placed(parseError('SYNTAX_DISCONTINUED.BANG_EQUALS_NOT', '42601', { clause: '!' }, sentence), p.originFrom(from));
  }
  return true;
}

const NEGATABLE = ['IN', 'BETWEEN', 'LIKE', 'ILIKE', 'RLIKE', 'REGEXP'];

function predicated(p: Parser): Expression {
  // EXISTS is a whole condition: neither predicates nor operators go on with it.
  if (p.is('EXISTS', '(') && p.startsQuery(2)) {
    const from = p.index;
    p.next();
    return subquery(p, 'exists', from);
  }
  const left = valueExpression(p);
  const negated = p.isAny(NEGATIONS) && p.isAny(NEGATABLE, 1);
  if (!predicateFollows(p, negated ? 1 : 0)) return left;
  // A predicate stands where its own words begin, without what it is about.
  const from = p.index;
  if (negated) takeNegation(p);
  return predicate(p, left, negated, from);
}

function predicateFollows(p: Parser, at: number): boolean {
  switch (p.peek(at).upper) {
    case 'IN':
      return p.peek(at + 1).upper === '(';
    case 'BETWEEN':
    case 'LIKE':
    case 'ILIKE':
    case 'RLIKE':
    case 'REGEXP':
      return p.startsExpression(at + 1) && !(p.peek(at + 1).upper === 'FROM' && p.isIdentifier(at + 2));
    case 'IS':
      return p.isAny(['NULL', ...NEGATIONS, 'TRUE', 'FALSE', 'UNKNOWN', 'DISTINCT'], at + 1);
    default:
      return false;
  }
}

function predicate(p: Parser, left: Expression, negated: boolean, from: number): Expression {
  const word = p.next().upper;
  const finish = (e: Expression): Expression => (negated ? not(e, p.originFrom(from)) : e);
  switch (word) {
    case 'BETWEEN': {
      const lower = valueExpression(p);
      if (!p.is('AND')) p.fail(p.peek(), missingAnd(p));
      p.next();
      return finish(call('between', [left, lower, valueExpression(p)], p.originFrom(from)));
    }
    case 'IN':
      return finish(inPredicate(p, left, from));
    case 'LIKE':
    case 'ILIKE':
      return p.isAny(QUANTIFIERS) && p.peek(1).upper === '('
        ? likeQuantified(p, left, word.toLowerCase(), negated, from)
        : finish(like(p, left, word.toLowerCase(), from));
    case 'RLIKE':
    case 'REGEXP':
      return finish(call('rlike', [left, valueExpression(p)], p.originFrom(from)));
    default:
      return isPredicate(p, left, from);
  }
}

/** What the word is taken for that stands where AND should: one too many, or the upper bound. */
function missingAnd(p: Parser): string {
  if (p.peek(1).upper === 'AND') return `: extra input '${p.peek().text}'`;
  return p.startsExpression() ? ": missing 'AND'" : '';
}

function inPredicate(p: Parser, left: Expression, from: number): Expression {
  p.expect('(');
  if (p.accept(')')) {
    throw placed(parseError('INVALID_SQL_SYNTAX.EMPTY_IN_PREDICATE', '42000', {}, 'IN needs at least one value; IN () has none.'), p.originFrom(from));
  }
  if (p.startsQuery()) {
    const plan = p.attempt(() => p.grammar.query(p));
    p.expectInsertable(')');
    const origin = p.originFrom(from);
    return { type: 'SubqueryExpression', subqueryType: 'in', plan, inValues: rowValues(p, left), origin };
  }
  const values = p.commaList(() => expression(p));
  p.expect(')');
  return call('in', [left, ...values], p.originFrom(from));
}

/** The values of a row constructor, or the expression itself. */
function rowValues(p: Parser, e: Expression): Expression[] {
  if (e.type !== 'UnresolvedFunction') return [e];
  if (e.functionName.toLowerCase() === 'struct') return [...e.arguments];
  if (e.functionName !== 'named_struct' || p.sql[e.origin?.start ?? 0] !== '(') return [e];
  return e.arguments.filter((_, i) => i % 2 === 1);
}

const QUANTIFIERS: readonly string[] = ['ANY', 'SOME', 'ALL'];

/**
 * `LIKE ANY (…)`: one of the patterns, `LIKE ALL (…)`: each of them; NOT applies to each pattern's test. Constant texts
 * make one call, as in Spark.
 */
function likeQuantified(p: Parser, left: Expression, name: string, negated: boolean, from: number): Expression {
  const connective = p.next().upper === 'ALL' ? 'and' : 'or';
  if (p.is('(', ')')) throw parseError('INVALID_SQL_SYNTAX.EMPTY_QUANTIFIED_PATTERN', '42000', {}, 'LIKE ANY and LIKE ALL need at least one pattern.');
  const patterns = p.parenthesized(() => p.commaList(() => expression(p)));
  const origin = p.originFrom(from);
  if (patterns.every((each) => each.type === 'Literal' && typeof each.value === 'string' && each.dataType === 'string')) {
    const lower = (e: Expression): Expression => (name === 'ilike' ? call('lower', [e], origin) : e);
    return call(`${negated ? 'not ' : ''}like ${connective === 'and' ? 'all' : 'any'}`, [left, ...patterns].map(lower), origin);
  }
  return patterns
    .map((each): Expression => {
      const test = call(name, [left, each], origin);
      return negated ? not(test, origin) : test;
    })
    .reduce((a, b) => call(connective, [a, b], origin));
}

function like(p: Parser, left: Expression, name: string, from: number): Expression {
  const pattern = valueExpression(p);
  const escape = p.is('ESCAPE') && p.peek(1).kind === 'string' ? [escapeCharacter(p)] : [];
  return call(name, [left, pattern, ...escape], p.originFrom(from));
}

function escapeCharacter(p: Parser): Expression {
  p.expect('ESCAPE');
  const from = p.index;
  const value = p.string();
  if ([...value].length !== 1) {
    throw parseError('INVALID_ESC', '42604', { invalidEscape: `'${value}'` }, `ESCAPE takes one character, not '${value}'.`);
  }
  return { type: 'Literal', dataType: 'string', value, origin: p.originFrom(from) };
}

function isPredicate(p: Parser, left: Expression, from: number): Expression {
  const negated = p.isAny(NEGATIONS) && takeNegation(p);
  const wrap = (e: Expression): Expression => (negated ? not(e, p.originFrom(from)) : e);
  const kind = p.acceptAny(['NULL', 'UNKNOWN', 'TRUE', 'FALSE', 'DISTINCT']);
  switch (kind) {
    case 'UNKNOWN':
      return { ...call(negated ? 'IS NOT UNKNOWN' : 'IS UNKNOWN', [left], p.originFrom(from)), isSpecialForm: true };
    case 'NULL':
      return call(negated ? 'isNotNull' : 'isNull', [left], p.originFrom(from));
    case 'TRUE':
    case 'FALSE':
      return wrap(call('<=>', [left, boolLiteral(kind === 'TRUE')], p.originFrom(from)));
    case 'DISTINCT': {
      p.expect('FROM');
      const same = call('<=>', [left, valueExpression(p)], p.originFrom(from));
      return negated ? same : not(same, p.originFrom(from));
    }
    default:
      return p.fail();
  }
}

/** Binary operators by how tightly they bind, and the functions they call. */
const BINARY: Readonly<Record<string, readonly [level: number, name: string]>> = {
  '=': [1, '=='],
  '==': [1, '=='],
  '<=>': [1, '<=>'],
  '<>': [1, '!='],
  '!=': [1, '!='],
  '<': [1, '<'],
  '<=': [1, '<='],
  '!>': [1, '<='],
  '>': [1, '>'],
  '>=': [1, '>='],
  '!<': [1, '>='],
  '|': [2, '|'],
  '^': [3, '^'],
  '&': [4, '&'],
  '<<': [5, '<<'],
  '>>': [5, '>>'],
  '>>>': [5, '>>>'],
  '+': [6, '+'],
  '-': [6, '-'],
  '||': [6, 'concat'],
  '*': [7, '*'],
  '/': [7, '/'],
  '%': [7, '%'],
  DIV: [7, 'div'],
};
const LOOSEST_LEVEL = 1;

/** An expression without boolean connectives and predicates. */
export function valueExpression(p: Parser, level = LOOSEST_LEVEL): Expression {
  const from = p.index;
  let left = unary(p);
  for (;;) {
    const { upper } = p.peek();
    const operator = Object.hasOwn(BINARY, upper) ? BINARY[upper] : undefined;
    if (operator === undefined || operator[0] < level) return left;
    if (upper === 'DIV' && !p.startsExpression(1)) return left;
    p.next();
    const right = valueExpression(p, operator[0] + 1);
    const origin = p.originFrom(from);
    left = operator[1] === '!=' ? not(call('==', [left, right], origin), origin) : call(operator[1], [left, right], origin);
  }
}

const UNARY: Readonly<Record<string, string>> = { '-': '-', '+': '+', '~': '~' };

function unary(p: Parser): Expression {
  const from = p.index;
  const name = UNARY[p.peek().upper];
  if (name === undefined) return primary(p);
  if (name === '-' && p.peek(1).kind === 'number') return negativeNumber(p);
  p.next();
  return call(name, [unary(p)], p.originFrom(from));
}

/** An expression of a select list with its alias, if it has one. */
export function namedExpression(p: Parser): Expression {
  const from = p.index;
  p.selectItems += 1;
  let e: Expression;
  try {
    e = expression(p);
  } finally {
    p.selectItems -= 1;
  }
  const names = columnAlias(p);
  if (names === undefined) return e;
  const origin = p.originFrom(from);
  const [name] = names;
  return names.length === 1 && name !== undefined ? alias(e, name, origin) : { type: 'Alias', expr: e, name: names, origin };
}
