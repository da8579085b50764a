/** SELECT … FROM … WHERE … GROUP BY … HAVING … QUALIFY … WINDOW, and Hive's FROM … SELECT. */
import type { Expression, Origin, Relation } from '../plan/index.ts';
import { namedExpression } from './expressions.ts';
import { fromClause, lateralViews } from './from.ts';
import { groupingClause } from './grouping.ts';
import type { Grouping } from './grouping.ts';
import { hints } from './hints.ts';
import type { Parser } from './parser.ts';
import { windowClause } from './windows-clause.ts';

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
  const list = selectList(items, input, grouping, having, origin);
  return qualify === undefined ? list : { type: 'Filter', input: list, condition: qualify, isQualify: true, origin };
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
