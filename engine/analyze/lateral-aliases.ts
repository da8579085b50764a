/** A select list whose items use aliases of the same list: projections one above the other. */
import { referencesOf, toAttribute } from '../plan/index.ts';
import type { ExprId, LogicalPlan, NamedExpression } from '../plan/index.ts';
import type { Analysis } from './analysis.ts';
import { projectWithWindows } from './extract-windows.ts';

/**
 * The input with the used aliases worked out below, and the list over it. An alias stands one level above those that it
 * uses itself.
 */
export function liftLateral(analysis: Analysis, input: LogicalPlan, items: readonly NamedExpression[], used: ReadonlySet<ExprId>): { input: LogicalPlan; items: readonly NamedExpression[] } {
  if (used.size === 0) return { input, items };
  const levels = new Map<ExprId, number>();
  const levelOf = (e: NamedExpression): number => {
    let level = 0;
    for (const id of referencesOf(e).keys()) if (levels.has(id)) level = Math.max(level, (levels.get(id) as number) + 1);
    return level;
  };
  for (const e of items) if (e.kind === 'alias' && used.has(e.exprId)) levels.set(e.exprId, levelOf(e));
  let plan = input;
  for (let level = 0; ; level++) {
    const made = items.filter((e) => e.kind === 'alias' && levels.get(e.exprId) === level);
    if (made.length === 0) break;
    plan = projectWithWindows(analysis, plan, [...plan.output, ...made]);
  }
  return { input: plan, items: items.map((e) => (used.has(e.exprId) ? toAttribute(e) : e)) };
}
