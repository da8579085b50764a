/** Pipe syntax: `FROM t |> WHERE … |> AGGREGATE sum(a) GROUP BY b`. */
import type { Expression, Relation } from '../plan/index.ts';
import { namedExpression } from './expressions.ts';
import { extensions, startsJoin } from './from.ts';
import { hints } from './hints.ts';
import type { Parser } from './parser.ts';
import { sample } from './sample.ts';

/** Applies the operators that follow, one after the other. */
export function pipes(p: Parser, first: Relation): Relation {
  let result = first;
  while (p.accept('|>')) result = operator(p, result);
  return result;
}

function list(p: Parser): Expression[] {
  return p.commaList(() => namedExpression(p));
}

function operator(p: Parser, input: Relation): Relation {
  if (startsJoin(p) || p.isAny(['PIVOT', 'UNPIVOT'])) return extensions(p, input);
  if (p.is('TABLESAMPLE')) return sample(p, input);
  if (p.isAny(['ORDER', 'SORT', 'CLUSTER', 'DISTRIBUTE', 'LIMIT', 'OFFSET'])) return p.grammar.resultClauses(p, input);
  const word = p.acceptAny(OPERATORS);
  switch (word) {
    case 'SELECT':
      return select(p, input);
    case 'EXTEND':
      return { type: 'Project', input, expressions: [{ type: 'UnresolvedStar' }, ...list(p)] };
    case 'SET':
      return { type: 'WithColumns', input, aliases: p.commaList(() => assignment(p)) };
    case 'DROP':
      return { type: 'Drop', input, columns: [], columnNames: p.commaList(() => p.identifier()) };
    case 'AS':
      return { type: 'SubqueryAlias', input, alias: p.identifier() };
    case 'WHERE':
      return { type: 'Filter', input, condition: p.grammar.expression(p) };
    case 'AGGREGATE':
      return aggregate(p, input);
    case 'UNION':
    case 'EXCEPT':
    case 'MINUS':
    case 'INTERSECT':
      return setOperation(p, input, word);
    default:
      return p.fail();
  }
}

const OPERATORS = ['SELECT', 'EXTEND', 'SET', 'DROP', 'AS', 'WHERE', 'AGGREGATE', 'UNION', 'EXCEPT', 'MINUS', 'INTERSECT'];

function select(p: Parser, input: Relation): Relation {
  const withHints = hints(p);
  const distinct = p.is('DISTINCT') && p.startsExpression(1) && p.accept('DISTINCT');
  if (!distinct && p.is('ALL') && p.startsExpression(1)) p.next();
  const result = withHints({ type: 'Project', input, expressions: list(p) });
  return distinct ? { type: 'Deduplicate', input: result, columnNames: [], allColumnsAsKeys: true } : result;
}

function assignment(p: Parser): { name: string; expr: Expression } {
  const name = p.identifier();
  p.expect('=');
  return { name, expr: p.grammar.expression(p) };
}

/** The grouping columns come first in the result, as in the DataFrame API. */
function aggregate(p: Parser, input: Relation): Relation {
  const aggregateExpressions = p.is('GROUP', 'BY') ? [] : list(p);
  const groupingExpressions = p.accept('GROUP', 'BY') ? list(p) : [];
  return { type: 'Aggregate', input, groupType: 'groupby', groupingExpressions, aggregateExpressions };
}

function setOperation(p: Parser, left: Relation, word: 'UNION' | 'EXCEPT' | 'MINUS' | 'INTERSECT'): Relation {
  const isAll = p.acceptAny(['ALL', 'DISTINCT']) === 'ALL';
  const setOpType = word === 'UNION' ? 'union' : word === 'INTERSECT' ? 'intersect' : 'except';
  return { type: 'SetOperation', left, right: p.grammar.queryPrimary(p), setOpType, isAll };
}
