/** FROM: relations, joins, LATERAL VIEW. */
import { unsupported } from '../core/index.ts';
import type { Join, JoinType, Origin, Relation } from '../plan/index.ts';
import { call, joinName } from './build.ts';
import { tableAlias } from './clauses.ts';
import { parseError, placed } from './errors.ts';
import { inlineTable } from './inline-table.ts';
import type { Parser } from './parser.ts';
import { pivot, unpivot } from './pivot.ts';
import { sample } from './sample.ts';
import { identifierParts } from './special-forms.ts';
import { generatorOf, tableFunction } from './table-functions.ts';
import type { TableFunction } from './table-functions.ts';

/** How an unnamed subquery is called, so that its columns have no other qualifier. */
const UNNAMED_SUBQUERY = '__auto_generated_subquery_name';

/** `FROM a, b JOIN c … LATERAL VIEW …`; everything to the left of a join is its left side. */
export function fromClause(p: Parser): Relation {
  p.expect('FROM');
  let result = extensions(p, primaryRelation(p).relation);
  while (p.accept(',')) result = extensions(p, commaJoin(p, result));
  return lateralViews(p, result);
}

interface Primary {
  readonly relation: Relation;
  /** A generator in FROM may, with LATERAL, read columns of what stands left of it. */
  readonly generator?: TableFunction;
}

function commaJoin(p: Parser, left: Relation): Relation {
  const lateral = p.is('LATERAL') && p.peek(1).upper !== 'VIEW' && p.accept('LATERAL');
  const right = primaryRelation(p);
  if (lateral && right.generator !== undefined) return generatorOf(right.generator, left);
  return { type: 'Join', left, right: right.relation, joinType: 'inner', ...(lateral ? { lateral } : {}) };
}

/** A table or view by name, as TABLE t and FROM t have it. */
export function relationOfName(p: Parser): Relation {
  const from = p.index;
  const parts = p.is('IDENTIFIER', '(') ? identifierParts(p) : p.multipartIdentifier(true);
  return { type: 'ReadNamedTable', unparsedIdentifier: joinName(parts), origin: p.originFrom(from) };
}

function aliased(p: Parser, relation: Relation, fallback?: string, from?: number): Relation {
  const alias = tableAlias(p);
  if (alias === undefined) return fallback === undefined ? relation : { type: 'SubqueryAlias', input: relation, alias: fallback };
  const { name, columns } = alias;
  const origin = from === undefined ? {} : { origin: p.originFrom(from) };
  return { type: 'SubqueryAlias', input: relation, alias: name, ...(columns === undefined ? {} : { columnAliases: columns }), ...origin };
}

function primaryRelation(p: Parser): Primary {
  if (p.accept('LATERAL')) return primaryRelation(p);
  if (p.is('VALUES') && p.startsExpression(1)) return { relation: inlineTable(p) };
  if (p.is('(')) return { relation: p.startsQuery() ? p.attempt(() => subquery(p), () => bracketed(p)) : bracketed(p) };
  if (p.is('STREAM') && (p.peek(1).upper === '(' || (p.isIdentifier(1) && !p.isAny(['AS'], 1)))) {
    throw unsupported('STREAM in a FROM clause', 'Read the stream with spark.readStream and make a temporary view of it.');
  }
  if (p.is('IDENTIFIER', '(')) return clauseRelation(p);
  if (p.isIdentifier() && callAhead(p)) {
    return functionRelation(tableFunction(p));
  }
  if (!p.isIdentifier()) p.fail();
  const from = p.index;
  const relation = relationOfName(p);
  if (p.is('FOR') || p.is('VERSION', 'AS') || p.is('TIMESTAMP', 'AS')) throw unsupported('Time travel in SQL');
  return { relation: aliased(p, sample(p, relation), undefined, from) };
}

/** range() gives rows of its own, whatever stands to its left. */
function functionRelation(f: TableFunction): Primary {
  return f.generates ? { relation: f.relation, generator: f } : { relation: f.relation };
}

/** `IDENTIFIER(…)` is a table, or with arguments behind it a function. */
function clauseRelation(p: Parser): Primary {
  const from = p.index;
  const parts = identifierParts(p);
  if (p.is('(')) {
    return functionRelation(tableFunction(p, parts, from));
  }
  const relation: Relation = { type: 'ReadNamedTable', unparsedIdentifier: joinName(parts), origin: p.originFrom(from) };
  return { relation: aliased(p, sample(p, relation), undefined, from) };
}

function callAhead(p: Parser): boolean {
  let at = 1;
  while (p.peek(at).upper === '.' && p.isIdentifier(at + 1)) at += 2;
  return p.peek(at).upper === '(';
}

function subquery(p: Parser): Relation {
  const from = p.index;
  p.expect('(');
  const inner = p.grammar.query(p);
  p.expectInsertable(')');
  return aliased(p, sample(p, inner), UNNAMED_SUBQUERY, from);
}

/** `(a JOIN b ON …) x`. */
function bracketed(p: Parser): Relation {
  p.expect('(');
  const inner = extensions(p, primaryRelation(p).relation);
  p.expectInsertable(')');
  return aliased(p, sample(p, inner));
}

/** Joins and pivots that follow a relation. */
export function extensions(p: Parser, first: Relation): Relation {
  let result = first;
  for (;;) {
    const next = extension(p, result);
    if (next === undefined) return result;
    result = next;
  }
}

/** One of them, or undefined where none follows. */
export function extension(p: Parser, input: Relation): Relation | undefined {
  if (startsJoin(p)) return join(p, input);
  if (p.is('PIVOT', '(')) return aliased(p, pivot(p, input));
  if (p.is('UNPIVOT') && (p.peek(1).upper === '(' || p.isAny(['INCLUDE', 'EXCLUDE'], 1))) return aliased(p, unpivot(p, input));
  return undefined;
}

const JOIN_WORDS = ['JOIN', 'INNER', 'CROSS', 'LEFT', 'RIGHT', 'FULL', 'SEMI', 'ANTI', 'NATURAL'];

/** Whether a join follows. */
export function startsJoin(p: Parser): boolean {
  return p.isAny(JOIN_WORDS);
}

function joinTypeOf(p: Parser): JoinType {
  switch (p.acceptAny(JOIN_WORDS.slice(1, -1))) {
    case 'CROSS':
      return 'cross';
    case 'LEFT': {
      const kind = p.acceptAny(['OUTER', 'SEMI', 'ANTI']);
      return kind === 'SEMI' ? 'left_semi' : kind === 'ANTI' ? 'left_anti' : 'left_outer';
    }
    case 'RIGHT':
      p.accept('OUTER');
      return 'right_outer';
    case 'FULL':
      p.accept('OUTER');
      return 'full_outer';
    case 'SEMI':
      return 'left_semi';
    case 'ANTI':
      return 'left_anti';
    default:
      return 'inner';
  }
}

/** `[NATURAL] LEFT JOIN right ON …`. */
export function join(p: Parser, left: Relation): Relation {
  const from = p.index;
  const natural = p.accept('NATURAL');
  const joinType = joinTypeOf(p);
  if (natural) p.expectInsertable('JOIN');
  else p.expect('JOIN');
  const lateral = p.accept('LATERAL');
  const right = primaryRelation(p);
  const criteria = joinCriteria(p);
  if (lateral) refuseLateral(joinType, natural, criteria, p.originFrom(from));
  if (lateral && right.generator !== undefined && joinType !== 'left_outer') {
    const generated = generatorOf(right.generator, left);
    return criteria.joinCondition === undefined ? generated : { type: 'Filter', input: generated, condition: criteria.joinCondition };
  }
  const origin = p.originFrom(from);
  const flags = { ...(natural ? { natural } : {}), ...(lateral ? { lateral } : {}) };
  return { type: 'Join', left, right: right.relation, joinType, ...criteria, ...flags, origin };
}

/** What a subquery over the rows to its left cannot be joined by. */
function refuseLateral(joinType: JoinType, natural: boolean, criteria: Pick<Join, 'usingColumns'>, origin: Origin): void {
  if (natural) {
    throw placed(parseError('INCOMPATIBLE_JOIN_TYPES', '42613', { joinType1: 'LATERAL', joinType2: 'NATURAL' }, 'A join is LATERAL or NATURAL, not both.'), origin);
  }
  if (joinType !== 'inner' && joinType !== 'cross' && joinType !== 'left_outer') {
    const shown = joinType.replace('_', ' ').toUpperCase();
    throw placed(parseError('INVALID_LATERAL_JOIN_TYPE', '42613', { joinType: shown }, `A LATERAL subquery is read for each row to its left: INNER, CROSS or LEFT, not ${shown}.`), origin);
  }
  if (criteria.usingColumns !== undefined) {
    throw placed(parseError('UNSUPPORTED_FEATURE.LATERAL_JOIN_USING', '0A000', {}, 'A LATERAL subquery is joined ON a condition, not USING columns.'), origin);
  }
}

function joinCriteria(p: Parser): Pick<Join, 'joinCondition' | 'usingColumns'> {
  if (p.accept('ON')) return { joinCondition: p.grammar.expression(p) };
  if (!p.accept('USING')) return {};
  if (p.peek().kind === 'end') p.fail();
  p.expectInsertable('(');
  const usingColumns = p.commaList(() => p.identifier());
  p.expectInsertable(')');
  return { usingColumns };
}

/** `LATERAL VIEW [OUTER] explode(xs) t AS x`, any number of times. */
export function lateralViews(p: Parser, input: Relation): Relation {
  let result = input;
  for (let start = p.index; p.accept('LATERAL', 'VIEW'); start = p.index) {
    const outer = p.is('OUTER') && p.isIdentifier(1) && p.accept('OUTER');
    const from = p.index;
    const name = joinName(p.multipartIdentifier());
    const args = p.parenthesized(() => (p.is(')') ? [] : p.commaList(() => p.grammar.expression(p))));
    const generator = call(name, args, p.originFrom(from));
    const qualifier = p.identifier();
    const named = p.accept('AS') || (p.isIdentifier() && !p.isAny(['LATERAL', 'WHERE', 'GROUP', 'ORDER', 'HAVING', 'LIMIT']));
    const generatorOutput = named ? p.commaList(() => p.identifier()) : [];
    result = { type: 'Generate', input: result, generator, outer, isView: true, qualifier, generatorOutput, origin: p.originFrom(start) };
  }
  return result;
}
