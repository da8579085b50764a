/** Rewrites of nodes that give their columns new ids: everything above refers to the new ones. */
import { inputsOf, mapExpressions, substitute, withInputs } from '../../plan/index.ts';
import type { AttributeReference, ExprId, LogicalPlan } from '../../plan/index.ts';

type Renames = ReadonlyMap<ExprId, AttributeReference>;
const NONE: Renames = new Map();

/**
 * Rewrites inputs first. Where `f` gives another plan, its columns stand, by place, for those of the node that it
 * replaces (Spark's `transformUpWithNewOutput`).
 */
export function transformUpRenaming(plan: LogicalPlan, f: (p: LogicalPlan) => LogicalPlan): LogicalPlan {
  return visit(plan, f).plan;
}

function visit(p: LogicalPlan, f: (p: LogicalPlan) => LogicalPlan): { plan: LogicalPlan; renames: Renames } {
  const inputs = inputsOf(p).map((x) => visit(x, f));
  const below = merged(inputs.map((x) => x.renames));
  const moved = withInputs(p, inputs.map((x) => x.plan));
  const over = below.size === 0 ? moved : mapExpressions(moved, (e) => substitute(e, below));
  const next = f(over);
  return { plan: next, renames: byPlace(p, next) };
}

function merged(list: readonly Renames[]): Renames {
  if (list.every((r) => r.size === 0)) return NONE;
  return new Map(list.flatMap((r) => [...r]));
}

/** What an ancestor calls by the old ids. */
function byPlace(before: LogicalPlan, after: LogicalPlan): Renames {
  if (before.output.every((a, i) => a.exprId === after.output[i]?.exprId)) return NONE;
  const out = new Map<ExprId, AttributeReference>();
  before.output.forEach((a, i) => {
    const b = after.output[i];
    if (b !== undefined && b.exprId !== a.exprId) out.set(a.exprId, b);
  });
  return out;
}
