/** Columns of the query around a subquery: marked as such in the subquery's plan, until the two are joined. */
import { collectExpressions, mapChildren, someExpression, substitute, transformUp } from './expression-visit.ts';
import { expressionsOf, inputsOf, mapExpressions, withInputs } from './plan-visit.ts';
import type { AttributeReference, ExprId, LogicalPlan, ResolvedExpression } from './resolved.ts';

function hasMark(e: ResolvedExpression): boolean {
  return e.kind === 'attribute' && e.outer === true;
}

/** Whether an expression uses a column of the query around. */
export function usesOuter(e: ResolvedExpression): boolean {
  return someExpression(e, hasMark);
}

/** The expression with its columns marked as those of the query around. */
export function markOuter(e: ResolvedExpression): ResolvedExpression {
  return e.kind === 'attribute' ? { ...e, outer: true } : mapChildren(e, markOuter);
}

/** The expression with its columns as the query around has them. */
export function unmarkOuter(e: ResolvedExpression): ResolvedExpression {
  if (!usesOuter(e)) return e;
  return transformUp(e, (x) => {
    if (x.kind !== 'attribute' || x.outer !== true) return x;
    const { outer: _, ...column } = x;
    return column;
  });
}

/** The plan without marks. Those in subqueries of its own stay: they mean this plan's columns. */
export function withoutOuterMarks(p: LogicalPlan): LogicalPlan {
  const below = withInputs(p, inputsOf(p).map(withoutOuterMarks));
  const plain = mapExpressions(below, unmarkOuter);
  return plain === below ? below : { ...plain, output: p.output };
}

/** As `mapChildren`; a subquery's plan gets the new values of its outer columns too. */
export function mapOperands(e: ResolvedExpression, f: (x: ResolvedExpression) => ResolvedExpression): ResolvedExpression {
  const over = mapChildren(e, f);
  if (e.kind !== 'subquery' || over.kind !== 'subquery' || over === e || e.conditions !== undefined) return over;
  return { ...over, plan: withOuter(over.plan, new Map(e.outerReferences.map((r) => [r.exprId, f(r)]))) };
}

function withOuter(p: LogicalPlan, values: ReadonlyMap<ExprId, ResolvedExpression>): LogicalPlan {
  const changed = new Map([...values].flatMap(([id, e]) => (e.kind === 'attribute' && e.exprId === id ? [] : [[id, markOuter(e)] as const])));
  if (changed.size === 0) return p;
  const visit = (x: LogicalPlan): LogicalPlan => {
    const below = withInputs(x, inputsOf(x).map(visit));
    const over = mapExpressions(below, (e) => substitute(e, changed));
    return over === below ? below : { ...over, output: x.output };
  };
  return visit(p);
}

/** Columns of the query around, each time that they are written. */
export function outerOccurrences(p: LogicalPlan): readonly AttributeReference[] {
  const own = expressionsOf(p).flatMap((e) => collectExpressions(e, hasMark) as AttributeReference[]);
  return [...own, ...inputsOf(p).flatMap(outerOccurrences)];
}
