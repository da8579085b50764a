/** Queries: WITH, set operations, brackets, and ORDER BY … LIMIT behind them. */
import type { Expression, Origin, Relation } from '../plan/index.ts';
import { parseError, placed } from './errors.ts';
import { relationOfName } from './from.ts';
import { inlineTable } from './inline-table.ts';
import type { Parser } from './parser.ts';
import { pipes } from './pipe.ts';
import { fromStatement, selectStatement } from './select.ts';
import { rowCount } from './row-count.ts';
import { windowClause } from './windows-clause.ts';
import { sortItems } from './windows.ts';

/** A query with its CTEs, set operations and result clauses. */
export function query(p: Parser): Relation {
  const from = p.index;
  const ctes = p.is('WITH') ? withClause(p) : undefined;
  const body = resultClauses(p, setOperations(p));
  if (ctes !== undefined) refuseOdd(ctes, p.originFrom(from));
  return ctes === undefined ? body : { type: 'WithCTE', input: body, ...ctes, origin: p.originFrom(from) };
}

function refuseOdd({ ctes, recursive }: Ctes, origin: Origin): void {
  if (recursive !== true && ctes.some((c) => c.maxLevels !== undefined)) {
    const message = 'Cannot specify MAX RECURSION LEVEL when the CTE is not marked as RECURSIVE';
    throw placed(parseError('_LEGACY_ERROR_TEMP_0035', null, { message }, 'MAX RECURSION LEVEL is a limit of recursive queries: write WITH RECURSIVE.'), origin);
  }
  const names = ctes.map((c) => c.name.toLowerCase());
  const repeated = names.filter((n, i) => names.indexOf(n) !== i);
  if (repeated.length === 0) return;
  const shown = [...new Set(repeated)].map((n) => `\`${n}\``).join(', ');
  throw placed(parseError('DUPLICATED_CTE_NAMES', '42602', { duplicateNames: shown }, `WITH defines ${shown} twice.`), origin);
}

interface Ctes {
  readonly ctes: readonly { readonly name: string; readonly columnAliases?: readonly string[]; readonly plan: Relation; readonly maxLevels?: number; readonly origin?: Origin }[];
  readonly recursive?: boolean;
}

/** The queries of WITH, under their names. */
export function withClause(p: Parser): Ctes {
  p.expect('WITH');
  const recursive = p.is('RECURSIVE') && p.isIdentifier(1) && !p.is('RECURSIVE', 'AS');
  if (recursive) p.next();
  const ctes = p.commaList(() => {
    const from = p.index;
    const name = p.plainIdentifier();
    const columns = p.is('(') && p.isIdentifier(1) && !p.startsQuery(1) ? p.identifierList() : undefined;
    const maxLevels = p.accept('MAX', 'RECURSION', 'LEVEL') ? p.integer() : undefined;
    p.accept('AS');
    p.expect('(');
    const plan = query(p);
    p.expectInsertable(')');
    return { name, plan, ...(maxLevels === undefined ? {} : { maxLevels }), ...(columns === undefined ? {} : { columnAliases: columns }), origin: p.originFrom(from) };
  });
  return { ctes, ...(recursive ? { recursive } : {}) };
}

/** UNION, EXCEPT and MINUS from left to right, and pipes; INTERSECT binds tighter. */
function setOperations(p: Parser): Relation {
  const from = p.index;
  let left = intersections(p);
  for (;;) {
    const word = p.acceptAny(['UNION', 'EXCEPT', 'MINUS']);
    if (word !== undefined) {
      const isAll = setQuantifier(p);
      const right = intersections(p);
      left = { type: 'SetOperation', left, right, setOpType: word === 'UNION' ? 'union' : 'except', isAll, origin: p.originFrom(from) };
    } else if (p.is('|>')) left = pipes(p, left, from);
    else return left;
  }
}

function setQuantifier(p: Parser): boolean {
  return p.acceptAny(['ALL', 'DISTINCT']) === 'ALL';
}

/** Queries joined by INTERSECT. */
function intersections(p: Parser): Relation {
  const from = p.index;
  let left = queryPrimary(p);
  while (p.accept('INTERSECT')) {
    const isAll = setQuantifier(p);
    const right = queryPrimary(p);
    left = { type: 'SetOperation', left, right, setOpType: 'intersect', isAll, origin: p.originFrom(from) };
  }
  return left;
}

/** One operand of a set operation. */
export function queryPrimary(p: Parser): Relation {
  switch (p.peek().upper) {
    case 'SELECT':
      return selectStatement(p);
    case 'FROM':
      return fromStatement(p);
    case 'VALUES':
      return inlineTable(p);
    case 'TABLE':
      p.next();
      return relationOfName(p);
    case '(': {
      p.next();
      const inner = query(p);
      p.expectInsertable(')');
      return inner;
    }
    default:
      return p.fail();
  }
}

/**
 * ORDER BY, SORT BY, DISTRIBUTE BY, CLUSTER BY, WINDOW, LIMIT and OFFSET, over what stands before them. `one`: an order,
 * or else LIMIT and OFFSET.
 */
export function resultClauses(p: Parser, body: Relation, upTo: 'all' | 'one' = 'all'): Relation {
  let result = sorted(p, body);
  if (upTo === 'one' && result !== body) return result;
  result = windowClause(p, result);
  const limit = clauseExpression(p, 'LIMIT');
  const offset = clauseExpression(p, 'OFFSET');
  if (offset !== undefined) result = { type: 'Offset', input: result, offset: rowCount(p, offset, 'offset') };
  if (limit !== undefined && limit !== 'ALL') result = { type: 'Limit', input: result, limit: rowCount(p, limit, 'limit') };
  return result;
}

function sorted(p: Parser, body: Relation): Relation {
  const by = (word: string): boolean => p.is(word, 'BY') && p.startsExpression(2) && p.accept(word, 'BY');
  let result = body;
  const from = p.index;
  const words: string[] = [];
  if (by('ORDER')) {
    words.push('ORDER');
    const order = sortItems(p);
    result = { type: 'Sort', input: result, order, isGlobal: true, origin: p.originFrom(from) };
  }
  if (by('CLUSTER')) {
    words.push('CLUSTER');
    const partitionExprs = p.commaList(() => p.grammar.expression(p));
    result = { type: 'RepartitionByExpression', input: result, partitionExprs };
    const order = partitionExprs.map(
      (child) => ({ type: 'SortOrder', child, direction: 'ascending', nullOrdering: 'nullsFirst' }) as const,
    );
    result = { type: 'Sort', input: result, order, isGlobal: false };
  }
  if (by('DISTRIBUTE')) {
    words.push('DISTRIBUTE');
    result = { type: 'RepartitionByExpression', input: result, partitionExprs: p.commaList(() => p.grammar.expression(p)) };
  }
  if (by('SORT')) {
    words.push('SORT');
    result = { type: 'Sort', input: result, order: sortItems(p), isGlobal: false };
  }
  if (words.length > 1 && words.join(' ') !== 'DISTRIBUTE SORT') {
    const sentence = 'Of ORDER BY, SORT BY, DISTRIBUTE BY and CLUSTER BY only SORT BY and DISTRIBUTE BY go together.';
    throw placed(parseError('UNSUPPORTED_FEATURE.COMBINATION_QUERY_RESULT_CLAUSES', '0A000', {}, sentence), p.originFrom(from));
  }
  return result;
}

function clauseExpression(p: Parser, word: 'LIMIT' | 'OFFSET'): Expression | 'ALL' | undefined {
  if (!p.is(word) || !p.startsExpression(1)) return undefined;
  p.next();
  if (word === 'LIMIT' && p.is('ALL') && (!p.startsExpression(1) || p.is('ALL', 'OFFSET'))) {
    p.next();
    return 'ALL';
  }
  return p.grammar.expression(p);
}
