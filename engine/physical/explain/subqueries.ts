/** Names of subqueries, and expressions in which they stand. */
import { expressionText, mapChildren, stringLiteral } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import type { PhysicalPlan, PlannedSubquery } from '../nodes.ts';

/** Prints an operator's expressions; values of subqueries appear by their number. */
export function printerFor(p: PhysicalPlan): (e: ResolvedExpression) => string {
  const subqueries = p.subqueries ?? [];
  if (subqueries.length === 0) return expressionText;
  const replace = (e: ResolvedExpression): ResolvedExpression => {
    if (e.kind !== 'subquery') return mapChildren(e, replace);
    const known = subqueries.find((s) => s.call === e) ?? subqueries.find((s) => s.call.plan === e.plan);
    return known === undefined ? e : stringLiteral(subqueryName(known));
  };
  return (e) => expressionText(replace(e));
}

/** Subqueries that are planned while the query runs have another name. */
export function subqueryName(s: PlannedSubquery): string {
  if (s.reused !== undefined) return `ReusedSubquery ${subqueryName(s.reused)}`;
  return `Subquery ${s.plan.op === 'AdaptiveSparkPlan' ? 'subquery' : 'scalar-subquery'}#${s.id}, [id=#${s.planId}]`;
}
