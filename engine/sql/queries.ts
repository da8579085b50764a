/** Queries: WITH, set operations, brackets, and ORDER BY … LIMIT behind them. */
import { analysisError, SparkError } from '../core/index.ts';
import type { Expression, Origin, Relation } from '../plan/index.ts';
import { parseError, placed } from './errors.ts';
import { relationOfName } from './from.ts';
import { inlineTable } from './inline-table.ts';
import type { Parser } from './parser.ts';
import { pipes } from './pipe.ts';
import { fromStatement, selectStatement } from './select.ts';
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
    } else if (p.is('|>')) left = pipes(p, left);
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

/** ORDER BY, SORT BY, DISTRIBUTE BY, CLUSTER BY, WINDOW, LIMIT and OFFSET, over what stands before them. */
export function resultClauses(p: Parser, body: Relation): Relation {
  let result = sorted(p, body);
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
  if (by('ORDER')) {
    const order = sortItems(p);
    result = { type: 'Sort', input: result, order, isGlobal: true, origin: p.originFrom(from) };
  }
  if (by('CLUSTER')) {
    const partitionExprs = p.commaList(() => p.grammar.expression(p));
    result = { type: 'RepartitionByExpression', input: result, partitionExprs };
    const order = partitionExprs.map(
      (child) => ({ type: 'SortOrder', child, direction: 'ascending', nullOrdering: 'nullsFirst' }) as const,
    );
    result = { type: 'Sort', input: result, order, isGlobal: false };
  }
  if (by('DISTRIBUTE')) {
    result = { type: 'RepartitionByExpression', input: result, partitionExprs: p.commaList(() => p.grammar.expression(p)) };
  }
  if (by('SORT')) result = { type: 'Sort', input: result, order: sortItems(p), isGlobal: false };
  return result;
}

function clauseExpression(p: Parser, word: 'LIMIT' | 'OFFSET'): Expression | 'ALL' | undefined {
  if (!p.is(word) || !p.startsExpression(1)) return undefined;
  p.next();
  if (word === 'LIMIT' && p.is('ALL') && !p.startsExpression(1)) {
    p.next();
    return 'ALL';
  }
  return p.grammar.expression(p);
}

/** The value of a constant of whole numbers, `+`, `-` and `*`; undefined for anything else. */
function constantOf(e: Expression): number | undefined {
  if (e.type === 'Literal') return typeof e.value === 'number' && e.dataType === 'integer' ? e.value : undefined;
  if (e.type !== 'UnresolvedFunction') return undefined;
  const [a, b] = e.arguments.map(constantOf);
  if (a === undefined) return undefined;
  if (b === undefined) return e.functionName === '-' && e.arguments.length === 1 ? -a : undefined;
  switch (e.functionName) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    default:
      return undefined;
  }
}

/** Of an expression over variables and functions. */
function givenConstant(p: Parser, e: Expression): number | undefined {
  if (e.type === 'Literal') return undefined;
  const found = p.options.constant?.(e);
  return found?.type.kind === 'integer' && typeof found.value === 'number' ? found.value : undefined;
}

function rowCount(p: Parser, e: Expression | 'ALL', name: 'limit' | 'offset'): number {
  const value = e === 'ALL' ? undefined : (constantOf(e) ?? givenConstant(p, e));
  const origin = e === 'ALL' ? undefined : e.origin;
  const written = origin === undefined ? '' : p.sql.slice(origin.start, origin.stop);
  p.afterwards.push(() => {
    try {
      checkRowCount(e, value, name, written);
    } catch (error) {
      throw error instanceof SparkError && error.condition !== UNFOLDABLE && origin !== undefined ? placed(error, origin) : error;
    }
  });
  return value ?? 0;
}

/** Of a column Spark tells the place where it was selected, which is not known here. */
const UNFOLDABLE = 'INVALID_LIMIT_LIKE_EXPRESSION.IS_UNFOLDABLE';

function checkRowCount(e: Expression | 'ALL', value: number | undefined, name: 'limit' | 'offset', written: string): void {
  if (value === undefined) {
    const typed = e !== 'ALL' && e.type === 'Literal' && e.dataType !== 'integer';
    throw analysisError(
      typed ? 'INVALID_LIMIT_LIKE_EXPRESSION.DATA_TYPE' : UNFOLDABLE,
      '42K0E',
      {
        name,
        expr: `"${typed ? String((e as { value: unknown }).value) : written}"`,
        ...(typed ? { dataType: `"${String((e as { dataType: unknown }).dataType).toUpperCase()}"` } : {}),
      },
      `${name.toUpperCase()} takes a whole number that is the same for all rows, not ${written}.`,
    );
  }
  if (value < 0) {
    throw analysisError(
      'INVALID_LIMIT_LIKE_EXPRESSION.IS_NEGATIVE',
      '42K0E',
      { name, expr: `"${written}"`, v: String(value) },
      `${name.toUpperCase()} cannot be negative: ${value}.`,
    );
  }
}
