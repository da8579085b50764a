/** SELECT … FROM … WHERE … GROUP BY … HAVING … QUALIFY … WINDOW, and Hive's FROM … SELECT. */
import { analysisError } from '../core/index.ts';
import type { Expression, Origin, Relation } from '../plan/index.ts';
import { alias, attribute } from './build.ts';
import { namedExpression } from './expressions.ts';
import { fromClause, lateralViews } from './from.ts';
import { groupingClause } from './grouping.ts';
import type { Grouping } from './grouping.ts';
import { hints } from './hints.ts';
import type { Parser } from './parser.ts';
import { windowClause } from './windows-clause.ts';

/** Under this name QUALIFY's condition travels beside the select list until its filter has run. */
const QUALIFY_COLUMN = '__qualify';

/** A query that begins with SELECT. */
export function selectStatement(p: Parser): Relation {
  const from = p.index;
  p.expect('SELECT');
  return selectBody(p, from, undefined);
}

/** A query that begins with FROM: a SELECT may follow, or nothing. */
export function fromStatement(p: Parser): Relation {
  const from = p.index;
  const input = fromClause(p);
  return p.accept('SELECT') ? selectBody(p, from, input) : input;
}

/** A SELECT whose FROM was read before. */
export function selectOver(p: Parser, input: Relation): Relation {
  const from = p.index;
  p.expect('SELECT');
  return selectBody(p, from, input);
}

function selectBody(p: Parser, from: number, given: Relation | undefined): Relation {
  const wrapHints = hints(p);
  const distinct = selectsDistinct(p);
  const items = p.commaList(() => namedExpression(p));
  let input = given ?? (p.is('FROM') && p.startsRelation(1) ? fromClause(p) : undefined);
  if (input !== undefined) input = lateralViews(p, input);
  const condition = clause(p, 'WHERE');
  const grouping = groupingClause(p);
  const having = clause(p, 'HAVING');
  const qualify = clause(p, 'QUALIFY');
  const origin = p.originFrom(from);
  if (condition !== undefined) {
    input = { type: 'Filter', input: input ?? { type: 'Project', expressions: [] }, condition, origin };
  }
  let result = listed(items, input, grouping, having, qualify, origin);
  if (distinct) result = { type: 'Deduplicate', input: result, columnNames: [], allColumnsAsKeys: true };
  return wrapHints(windowClause(p, result));
}

/** A SELECT of a pipe: a list, grouped or not, over what stands before it. `from` is its token. */
export function selectBehind(p: Parser, input: Relation, from: number): Relation {
  const wrapHints = hints(p);
  const distinct = selectsDistinct(p);
  const items = p.commaList(() => namedExpression(p));
  const grouping = groupingClause(p);
  let result = selectList(items, input, grouping, undefined, p.originFrom(from));
  if (distinct) result = { type: 'Deduplicate', input: result, columnNames: [], allColumnsAsKeys: true };
  return wrapHints(windowClause(p, result));
}

function selectsDistinct(p: Parser): boolean {
  const distinct = p.is('DISTINCT') && p.startsExpression(1) && p.accept('DISTINCT');
  if (!distinct && p.is('ALL') && p.startsExpression(1)) p.next();
  return distinct;
}

function clause(p: Parser, word: string): Expression | undefined {
  if (!p.is(word) || !p.startsExpression(1)) return undefined;
  p.next();
  return p.grammar.expression(p);
}

/** The select list over its input, grouped or not, and what QUALIFY leaves of it. */
function listed(
  items: readonly Expression[],
  input: Relation | undefined,
  grouping: Grouping | undefined,
  having: Expression | undefined,
  qualify: Expression | undefined,
  origin: Origin,
): Relation {
  if (qualify === undefined) return selectList(items, input, grouping, having, origin);
  if (![...items, qualify].some(holdsWindow)) {
    throw analysisError(
      'QUALIFY_REQUIRES_WINDOW_FUNCTION',
      '42903',
      {},
      'QUALIFY filters by a window function, but there is none in it or in the select list. Use WHERE or HAVING.',
    );
  }
  const listedToo = selectList([...items, alias(qualify, QUALIFY_COLUMN)], input, grouping, having, origin);
  const kept: Relation = { type: 'Filter', input: listedToo, condition: attribute([QUALIFY_COLUMN]), origin };
  return { type: 'Drop', input: kept, columns: [], columnNames: [QUALIFY_COLUMN] };
}

function selectList(
  expressions: readonly Expression[],
  input: Relation | undefined,
  grouping: Grouping | undefined,
  having: Expression | undefined,
  origin: Origin,
): Relation {
  if (grouping === undefined && having === undefined) {
    return { type: 'Project', ...(input === undefined ? {} : { input }), expressions, origin };
  }
  return {
    type: 'Aggregate',
    input: input ?? { type: 'Project', expressions: [] },
    ...(grouping ?? { groupType: 'groupby', groupingExpressions: [] }),
    aggregateExpressions: expressions,
    isSql: true,
    ...(having === undefined ? {} : { having }),
    origin,
  };
}

/** Whether a window function stands anywhere in the expression. */
function holdsWindow(e: Expression): boolean {
  switch (e.type) {
    case 'Window':
      return true;
    case 'UnresolvedFunction':
    case 'CommonInlineUserDefinedFunction':
      return e.arguments.some(holdsWindow);
    case 'Alias':
    case 'Cast':
      return holdsWindow(e.expr);
    case 'UnresolvedExtractValue':
      return holdsWindow(e.child) || holdsWindow(e.extraction);
    default:
      return false;
  }
}
