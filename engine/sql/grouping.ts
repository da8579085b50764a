/** GROUP BY with ROLLUP, CUBE and GROUPING SETS, alone or together. */
import type { Aggregate, Expression } from '../plan/index.ts';
import type { Parser } from './parser.ts';

export type Grouping = Pick<Aggregate, 'groupType' | 'groupingExpressions' | 'groupingSets'>;

/** What one element of GROUP BY stands for: the sets of expressions by which rows are grouped. */
interface Element {
  readonly kind: 'expression' | 'rollup' | 'cube' | 'sets';
  readonly sets: readonly (readonly Expression[])[];
  /** Of rollup and cube: each a list of one or more expressions. */
  readonly groups: readonly (readonly Expression[])[];
}

/** `a` or `(a, b)` or `()`. */
function expressionGroup(p: Parser): Expression[] {
  if (!p.is('(')) return [p.grammar.expression(p)];
  return p.attempt(
    () => {
      const group = p.parenthesized(() => (p.is(')') ? [] : p.commaList(() => p.grammar.expression(p))));
      if (!p.is(',') && !p.is(')')) p.fail();
      return group;
    },
    () => [p.grammar.expression(p)],
  );
}

function rollupSets(groups: readonly (readonly Expression[])[]): Expression[][] {
  return Array.from({ length: groups.length + 1 }, (_, dropped) => groups.slice(0, groups.length - dropped).flat());
}

function cubeSets(groups: readonly (readonly Expression[])[]): Expression[][] {
  const [first, ...rest] = groups;
  if (first === undefined) return [[]];
  const others = cubeSets(rest);
  return [...others.map((set) => [...first, ...set]), ...others];
}

function element(p: Parser): Element {
  const analytic = p.peek(1).upper === '(' ? p.acceptAny(['ROLLUP', 'CUBE']) : undefined;
  if (analytic !== undefined) {
    const groups = p.parenthesized(() => p.commaList(() => expressionGroup(p)));
    return analytic === 'ROLLUP'
      ? { kind: 'rollup', groups, sets: rollupSets(groups) }
      : { kind: 'cube', groups, sets: cubeSets(groups) };
  }
  if (p.is('GROUPING', 'SETS', '(')) return { kind: 'sets', groups: [], sets: groupingSets(p) };
  const e = p.grammar.expression(p);
  return { kind: 'expression', groups: [[e]], sets: [[e]] };
}

function groupingSets(p: Parser): (readonly Expression[])[] {
  p.expect('GROUPING', 'SETS');
  return p.parenthesized(() =>
    p
      .commaList(() => {
        const nested = p.is('GROUPING', 'SETS', '(') || (p.isAny(['ROLLUP', 'CUBE']) && p.peek(1).upper === '(');
        return nested ? element(p).sets : [expressionGroup(p)];
      })
      .flat(),
  );
}

/** The expression without its places in the text: two readings of the same thing are one. */
function keyOf(e: Expression): string {
  return JSON.stringify(e, (name, value: unknown) => (name === 'origin' ? undefined : value));
}

function distinct(list: readonly Expression[]): Expression[] {
  const seen = new Map<string, Expression>();
  for (const e of list) if (!seen.has(keyOf(e))) seen.set(keyOf(e), e);
  return [...seen.values()];
}

/** Each set of one element with each set of the others. */
function crossProduct(elements: readonly Element[]): Expression[][] {
  return elements.reduce<Expression[][]>(
    (sets, next) => sets.flatMap((set) => next.sets.map((other) => [...set, ...other])),
    [[]],
  );
}

function combined(elements: readonly Element[]): Grouping {
  const [only] = elements;
  if (elements.every((e) => e.kind === 'expression')) {
    return { groupType: 'groupby', groupingExpressions: elements.flatMap((e) => e.sets.flat()) };
  }
  if (elements.length === 1 && only !== undefined && only.kind !== 'sets' && only.groups.every((g) => g.length === 1)) {
    return { groupType: only.kind === 'rollup' ? 'rollup' : 'cube', groupingExpressions: only.groups.flat() };
  }
  return {
    groupType: 'grouping_sets',
    groupingExpressions: distinct(elements.flatMap((e) => (e.groups.length > 0 ? e.groups.flat() : e.sets.flat()))),
    groupingSets: crossProduct(elements).map(distinct),
  };
}

/** `GROUP BY …`, or undefined where there is none. */
export function groupingClause(p: Parser): Grouping | undefined {
  if (!p.is('GROUP', 'BY') || !p.startsExpression(2)) return undefined;
  p.expect('GROUP', 'BY');
  const elements = p.commaList(() => element(p));
  if (p.accept('WITH', 'ROLLUP')) return { ...combined(elements), groupType: 'rollup' };
  if (p.accept('WITH', 'CUBE')) return { ...combined(elements), groupType: 'cube' };
  if (p.is('GROUPING', 'SETS', '(')) {
    return {
      groupType: 'grouping_sets',
      groupingExpressions: elements.flatMap((e) => e.sets.flat()),
      groupingSets: groupingSets(p).map(distinct),
    };
  }
  return combined(elements);
}
