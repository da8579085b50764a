/** What operators of SQL's pipes refuse that the clauses of a query do not. */
import { analysisError } from '../../core/index.ts';
import { expressionText, someExpression, stripAlias } from '../../plan/index.ts';
import type { Expression, NamedExpression, Relation, ResolvedExpression } from '../../plan/index.ts';
import type { Env } from '../analysis.ts';
import { plainAggregates } from '../expressions/tests.ts';
import { contextOf } from '../origins.ts';
import type { SelectItem } from '../select-items.ts';
import { orderBySimilarity, unresolvedName } from '../suggestions.ts';
import { quoteIdentifier } from '../../types/index.ts';

type Pipe = Relation['pipe'];
type Written = Expression | NamedExpression;

/** EXTEND and SET take no aggregates, and AGGREGATE nothing that holds none. `written` is what the items were made of. */
export function checkPipeItems(pipe: Pipe, written: readonly Written[], items: readonly SelectItem[]): void {
  items.forEach((item, i) => {
    const from = written[i];
    if (pipe === undefined || item.kind === 'generators' || from === undefined || 'kind' in from) return;
    if (pipe === 'AGGREGATE') checkAggregated(stripAlias(item), from);
    else refuseAggregates(stripAlias(item), pipe, from);
  });
}

function refuseAggregates(e: ResolvedExpression, clause: string, written: Expression): void {
  const [found] = plainAggregates(e);
  if (found === undefined) return;
  const expr = expressionText(found);
  throw analysisError(
    'PIPE_OPERATOR_CONTAINS_AGGREGATE_FUNCTION',
    '0A000',
    { expr, clause },
    `${expr} cannot stand in ${clause}, which works row by row: use AGGREGATE for it.`,
    contextOf(found.origin ?? placeOf(written)),
  );
}

function checkAggregated(e: ResolvedExpression, written: Expression): void {
  if (someExpression(e, (x) => x.kind === 'aggregate')) return;
  const expr = expressionText(e);
  throw analysisError(
    'PIPE_OPERATOR_AGGREGATE_EXPRESSION_CONTAINS_NO_AGGREGATE_FUNCTION',
    '0A000',
    { expr },
    `${expr} works nothing out over the rows of a group: each item of AGGREGATE must. To group by it, write it behind GROUP BY.`,
    contextOf(placeOf(written)),
  );
}

function placeOf(e: Expression): Expression['origin'] {
  return e.type === 'Alias' ? (e.expr.origin ?? e.origin) : e.origin;
}

/** SET changes columns that are there. Raises UNRESOLVED_COLUMN.WITH_SUGGESTION. */
export function checkPresent(r: Relation, names: readonly string[], env: Env): void {
  const { analysis } = env;
  const missing = names.find((n) => !env.columns.some((c) => analysis.sameName(c.name, n)));
  if (missing === undefined) return;
  throw unresolvedName([missing], orderBySimilarity(missing, env.columns.map((a) => quoteIdentifier(a.name))), contextOf(r.origin));
}

/** In GROUP BY of AGGREGATE a number is the place of a column of the input. Raises GROUP_BY_POS_OUT_OF_RANGE. */
export function groupsByPosition(groups: readonly Written[], env: Env): Written[] {
  return groups.map((g) => {
    if ('kind' in g || g.type !== 'Literal' || g.dataType !== 'integer') return g;
    const column = env.columns[Number(g.value) - 1];
    if (column !== undefined) return column;
    const size = String(env.columns.length);
    const sentence = `GROUP BY ${String(g.value)} asks for a column that the input has not: it has ${size}.`;
    throw analysisError('GROUP_BY_POS_OUT_OF_RANGE', '42805', { index: String(g.value), size }, sentence, contextOf(g.origin));
  });
}
