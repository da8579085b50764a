/** `|> AGGREGATE sum(a) AS s GROUP BY b AS k, 2`: the groups come first in the result, and numbers count the input's columns. */
import type { Expression, Origin, Relation } from '../plan/index.ts';
import { parseError, placed } from './errors.ts';
import { namedExpression } from './expressions.ts';
import type { Parser } from './parser.ts';

/** What Spark has no AGGREGATE over, by its name for it; each is refused at the whole query. */
type Refused = 'GROUP BY ALL' | 'GROUP BY ROLLUP' | 'GROUP BY CUBE' | 'GROUPING SETS' | 'GROUPING' | 'GROUPING_ID' | typeof WINDOWS;

const WINDOWS = 'window functions; please update the query to move the window functions to a subsequent |> SELECT operator instead';

/**
 * Reads on behind AGGREGATE. `whole` is the place of the pipe.
 * Raises UNSUPPORTED_FEATURE.PIPE_OPERATOR_AGGREGATE_UNSUPPORTED_CASE.
 */
export function pipeAggregate(p: Parser, input: Relation, whole: Origin): Relation {
  if (p.peek().kind === 'end' || p.is('|>')) {
    const message = 'The AGGREGATE clause requires a list of aggregate expressions or a list of grouping expressions, or both';
    p.afterwards.push(() => {
      throw placed(parseError('_LEGACY_ERROR_TEMP_0035', null, { message }, 'AGGREGATE needs something to work out, or something to group by.'), whole);
    });
    return input;
  }
  const groupsFollow = (): boolean => p.is('GROUP', 'BY') && p.startsExpression(2);
  const aggregateExpressions = groupsFollow() ? [] : p.commaList(() => namedExpression(p));
  const found: Refused[] = [];
  const groupingExpressions = groupsFollow() && p.accept('GROUP', 'BY') ? groups(p, found) : [];
  const [refused] = [...found, ...aggregateExpressions.flatMap(refusedIn)];
  if (refused !== undefined) p.afterwards.push(() => refuse(refused, whole));
  return { type: 'Aggregate', input, groupType: 'groupby', groupingExpressions, aggregateExpressions, pipe: 'AGGREGATE' };
}

function groups(p: Parser, found: Refused[]): Expression[] {
  const sets = (): boolean => p.is('GROUPING', 'SETS', '(') && p.accept('GROUPING', 'SETS');
  const list = p.commaList(() => {
    if (p.is('ROLLUP', '(')) found.push('GROUP BY ROLLUP');
    if (p.is('CUBE', '(')) found.push('GROUP BY CUBE');
    if (p.is('ALL') && !p.startsExpression(1) && p.peek(1).upper !== '.') found.push('GROUP BY ALL');
    if (sets()) found.push('GROUPING SETS');
    return group(p);
  });
  if (p.accept('WITH', 'ROLLUP')) found.push('GROUP BY ROLLUP');
  if (p.accept('WITH', 'CUBE')) found.push('GROUP BY CUBE');
  if (sets()) {
    found.push('GROUPING SETS');
    p.grammar.expression(p);
  }
  return list;
}

/** As a named expression, but GROUPING SETS and WITH behind it are no alias. */
function group(p: Parser): Expression {
  return p.attempt(
    () => {
      const e = p.grammar.expression(p);
      if (!p.is('GROUPING', 'SETS', '(') && !p.is('WITH', 'ROLLUP') && !p.is('WITH', 'CUBE')) p.fail();
      return e;
    },
    () => namedExpression(p),
  );
}

function refusedIn(e: Expression): Refused[] {
  const calls = (name: string): boolean => holds(e, (x) => x.type === 'UnresolvedFunction' && String(x.functionName).toUpperCase() === name);
  return [
    ...(holds(e, (x) => x.type === 'Window') ? [WINDOWS] as const : []),
    ...(['GROUPING', 'GROUPING_ID'] as const).filter(calls),
  ];
}

function holds(e: unknown, fits: (x: Readonly<Record<string, unknown>>) => boolean): boolean {
  if (typeof e !== 'object' || e === null) return false;
  return fits(e as Readonly<Record<string, unknown>>) || Object.entries(e).some(([k, v]) => k !== 'origin' && holds(v, fits));
}

function refuse(what: Refused, origin: Origin): never {
  const sentence = `AGGREGATE in a pipe does not go with ${what === WINDOWS ? 'window functions: add them with EXTEND or SELECT behind it' : what}.`;
  throw placed(parseError('UNSUPPORTED_FEATURE.PIPE_OPERATOR_AGGREGATE_UNSUPPORTED_CASE', '0A000', { case: what }, sentence), origin);
}
