/** Pipe syntax: `FROM t |> WHERE … |> AGGREGATE sum(a) GROUP BY b`. What an operator reads shows its own columns alone. */
import { analysisError } from '../core/index.ts';
import type { Expression, Origin, Relation } from '../plan/index.ts';
import { namedExpression } from './expressions.ts';
import { parseError, placed } from './errors.ts';
import { extension, startsJoin } from './from.ts';
import type { Parser } from './parser.ts';
import { pipeAggregate } from './pipe-aggregate.ts';
import { sample } from './sample.ts';
import { selectBehind } from './select.ts';
import { windowClause } from './windows-clause.ts';

/** Applies the operators that follow, one after the other. `from` is the token where the query begins. */
export function pipes(p: Parser, first: Relation, from: number): Relation {
  let result = first;
  // What its operators are blamed for stands at the whole pipe, of which the end is not known before.
  const whole = { ...p.originFrom(from) };
  while (p.accept('|>')) {
    const read = operator(p, { ...result, isClosed: true }, whole);
    // A window clause here is the whole query's, and reaches into none of its operators.
    if (p.is('WINDOW')) refuseWindows(p, result, read, whole);
    result = at(read, whole);
  }
  Object.assign(whole, p.originFrom(from));
  return result;
}

/** Of operators of several relations only the outer ones have the place. */
function at(r: Relation, origin: Origin): Relation {
  return r.origin === undefined ? { ...r, origin } : r;
}

function refuseWindows(p: Parser, input: Relation, read: Relation, whole: Origin): void {
  windowClause(p, input);
  if (read.type !== 'Filter') return;
  const sentence = 'WHERE in a pipe has no WINDOW clause: make the window a column with EXTEND first.';
  p.afterwards.push(() => {
    throw placed(parseError('NOT_ALLOWED_IN_PIPE_OPERATOR_WHERE.WINDOW_CLAUSE', '42601', {}, sentence), whole);
  });
}

function operator(p: Parser, input: Relation, whole: Origin): Relation {
  if (startsJoin(p)) return extension(p, input) ?? p.fail();
  if (p.isAny(['PIVOT', 'UNPIVOT'])) return pivoted(p, input, whole);
  if (p.is('TABLESAMPLE')) return sample(p, input);
  if (p.isAny(RESULT_WORDS)) return resultOperator(p, input);
  const from = p.index;
  const word = p.acceptAny(OPERATORS);
  switch (word) {
    case 'SELECT':
      return selectBehind(p, input, from);
    case 'EXTEND':
      return windowClause(p, { type: 'Project', input, expressions: [{ type: 'UnresolvedStar' }, ...extensionItems(p)], pipe: 'EXTEND' });
    case 'SET':
      return assignments(p, input);
    case 'DROP':
      return dropped(p, input, whole);
    case 'AS':
      return { type: 'SubqueryAlias', input, alias: p.plainIdentifier() };
    case 'WHERE':
      return { type: 'Filter', input, condition: p.grammar.expression(p) };
    case 'AGGREGATE':
      return pipeAggregate(p, input, whole);
    case 'UNION':
    case 'EXCEPT':
    case 'MINUS':
    case 'INTERSECT':
      return setOperation(p, input, word);
    default:
      return p.fail(p.tokens[from]);
  }
}

const OPERATORS = ['SELECT', 'EXTEND', 'SET', 'DROP', 'AS', 'WHERE', 'AGGREGATE', 'UNION', 'EXCEPT', 'MINUS', 'INTERSECT'];
const RESULT_WORDS = ['ORDER', 'SORT', 'CLUSTER', 'DISTRIBUTE', 'LIMIT', 'OFFSET'];

/** One of PIVOT and UNPIVOT; the other has to come behind a pipe of its own. */
function pivoted(p: Parser, input: Relation, whole: Origin): Relation {
  const other = p.is('PIVOT') ? 'UNPIVOT' : 'PIVOT';
  const result = extension(p, input) ?? p.fail();
  if (!p.is(other, '(')) return result;
  extension(p, input);
  const sentence = 'PIVOT and UNPIVOT do not stand side by side: put |> between them.';
  p.afterwards.push(() => {
    throw placed(parseError('NOT_ALLOWED_IN_FROM.UNPIVOT_WITH_PIVOT', '42601', {}, sentence), whole);
  });
  return result;
}

/** One of the clauses that order and cut; LIMIT with OFFSET counts as one. */
function resultOperator(p: Parser, input: Relation): Relation {
  const from = p.index;
  const [first] = RESULT_CLAUSES.filter((c) => p.is(c));
  const cuts = p.isAny(['LIMIT', 'OFFSET']);
  const result = p.grammar.resultClauses(p, input, 'one');
  if (p.is('WINDOW')) {
    windowClause(p, input);
    const sentence = 'A WINDOW clause stands in a pipe only behind SELECT and EXTEND.';
    throw placed(parseError('UNSUPPORTED_FEATURE.CLAUSE_WITH_PIPE_OPERATORS', '0A000', { clauses: 'the WINDOW clause' }, sentence), p.originFrom(from));
  }
  const second = cuts || first === undefined ? undefined : ['LIMIT', 'OFFSET'].find((c) => p.is(c) && p.startsExpression(1));
  if (second === undefined) return result;
  p.grammar.resultClauses(p, input);
  const parameters = { clause1: `${first} BY`, clause2: second };
  const sentence = `${first} BY and ${second} are operators of their own in a pipe: put |> between them.`;
  throw placed(parseError('MULTIPLE_QUERY_RESULT_CLAUSES_WITH_PIPE_OPERATORS', '42000', parameters, sentence), p.originFrom(from));
}

const RESULT_CLAUSES = ['ORDER', 'CLUSTER', 'DISTRIBUTE', 'SORT'];

function extensionItems(p: Parser): Expression[] {
  const items = p.commaList(() => namedExpression(p));
  if (items.some((e) => e.type === 'UnresolvedStar')) {
    p.afterwards.push(() => {
      const sentence = 'EXTEND adds columns to those that are there: a star would only repeat them.';
      throw analysisError('INVALID_USAGE_OF_STAR_OR_REGEX', '42000', { elem: "'*'", prettyName: 'expression `pipeexpression`' }, sentence);
    });
  }
  return items;
}

/** Each assignment sees what those before it made. */
function assignments(p: Parser, input: Relation): Relation {
  let result = input;
  p.commaList(() => {
    const from = p.index;
    const name = p.multipartIdentifier();
    p.expect('=');
    const expr = p.grammar.expression(p);
    if (name.length > 1) refuseField(p.originFrom(from));
    result = { type: 'WithColumns', input: result, aliases: [{ name: name[0] as string, expr }], pipe: 'SET', isClosed: true };
  });
  const { isClosed: _, ...last } = result;
  return last as Relation;
}

function refuseField(origin: Origin): never {
  const message = 'SQL pipe syntax |> SET operator with multi-part assignment key (only single-part keys are allowed)';
  throw placed(parseError('_LEGACY_ERROR_TEMP_0035', null, { message }, 'SET in a pipe sets whole columns, not fields of them.'), origin);
}

function dropped(p: Parser, input: Relation, whole: Origin): Relation {
  const except = p.commaList(() => p.multipartIdentifier());
  const names = except.map((c) => c.join('.').toLowerCase());
  if (new Set(names).size < names.length) refuseTwice(p, except, whole);
  return { type: 'Project', input, expressions: [{ type: 'UnresolvedStar', except, origin: whole }] };
}

function refuseTwice(p: Parser, columns: readonly (readonly string[])[], origin: Origin): void {
  p.afterwards.push(() => {
    const shown = columns.map((c) => c.join('.')).join(', ');
    throw placed(analysisError('EXCEPT_OVERLAPPING_COLUMNS', '42702', { columns: shown }, `DROP names a column twice: ${shown}.`), origin);
  });
}

function setOperation(p: Parser, left: Relation, word: 'UNION' | 'EXCEPT' | 'MINUS' | 'INTERSECT'): Relation {
  const isAll = p.acceptAny(['ALL', 'DISTINCT']) === 'ALL';
  const setOpType = word === 'UNION' ? 'union' : word === 'INTERSECT' ? 'intersect' : 'except';
  return { type: 'SetOperation', left, right: p.grammar.queryPrimary(p), setOpType, isAll };
}
