/** Columns of the query around a subquery: marked as such in the subquery's plan, until the two are joined. */
import { childrenOf, collectExpressions, mapChildren, someExpression, substitute, transformDown, transformUp } from './expression-visit.ts';
import { expressionsOf, inputsOf, mapExpressions, withInputs } from './plan-visit.ts';
import type { AggregateCall, AttributeReference, ExprId, LogicalPlan, ResolvedExpression } from './resolved.ts';

function hasMark(e: ResolvedExpression): boolean {
  return e.kind === 'attribute' && e.outer === true;
}

/** Whether an expression uses a column of the query around. */
export function usesOuter(e: ResolvedExpression): boolean {
  return someExpression(e, hasMark);
}

/** Whether an aggregate function is one of the query around: over columns of it, and no others. */
export function aggregatesOuter(e: ResolvedExpression): e is AggregateCall {
  if (e.kind !== 'aggregate') return false;
  const columns = collectExpressions(e, (x) => x.kind === 'attribute');
  return columns.length > 0 && columns.every(hasMark);
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

/** A subquery's plan with columns of the query around for aggregates of it. */
export function withAggregatesOutside(p: LogicalPlan, columnOf: (call: AggregateCall) => ResolvedExpression): LogicalPlan {
  const below = withInputs(p, inputsOf(p).map((x) => withAggregatesOutside(x, columnOf)));
  const over = mapExpressions(below, (e) => transformDown(e, (x) => (aggregatesOuter(x) ? markOuter(columnOf(unmarkOuter(x) as AggregateCall)) : x)));
  return over === below ? below : { ...over, output: p.output };
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

/** Columns of the query around, each time that they are written; not inside of what `enters` refuses. */
export function outerOccurrences(p: LogicalPlan, enters: (e: ResolvedExpression) => boolean = () => true): readonly AttributeReference[] {
  const inside = (e: ResolvedExpression): AttributeReference[] => {
    if (e.kind === 'attribute') return e.outer === true ? [e] : [];
    return enters(e) ? childrenOf(e).flatMap(inside) : [];
  };
  return [...expressionsOf(p).flatMap(inside), ...inputsOf(p).flatMap((x) => outerOccurrences(x, enters))];
}
