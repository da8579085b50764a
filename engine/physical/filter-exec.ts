import { isOperator, referencesOf, splitConjuncts, withNullability } from '../plan/index.ts';
import type { ExprId, ResolvedExpression } from '../plan/index.ts';
import type { FilterExec, PhysicalPlan } from './nodes.ts';

/** A filter; columns that its condition finds not null are so in its output. */
export function filterExec(child: PhysicalPlan, condition: ResolvedExpression): FilterExec {
  const notNull = new Set<ExprId>();
  for (const c of splitConjuncts(condition)) {
    const arg = isOperator(c, 'isNotNull') ? c.args[0] : undefined;
    if (arg !== undefined && isNullIntolerant(arg)) for (const id of referencesOf(arg).keys()) notNull.add(id);
  }
  const output = child.output.map((a) => (notNull.has(a.exprId) ? withNullability(a, false) : a));
  return { op: 'Filter', condition, child, output };
}

/** Null whenever one of its columns is. */
function isNullIntolerant(e: ResolvedExpression): boolean {
  switch (e.kind) {
    case 'attribute':
    case 'literal':
      return true;
    case 'cast':
      return isNullIntolerant(e.child);
    case 'call':
      return e.fn.nulls === 'propagate' && e.args.every(isNullIntolerant);
    default:
      return false;
  }
}
