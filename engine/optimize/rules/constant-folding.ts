/** Values that do not depend on any row are worked out once (Spark's `ConstantFolding`). */
import { isBranching, isFoldable, literal, mapChildren, mapExpressions, transformPlanUp } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { constantValue } from '../support/expressions.ts';

export const constantFolding: Rule = {
  name: 'ConstantFolding',
  apply: (plan, context) => transformPlanUp(plan, (p) => mapExpressions(p, (e) => fold(e, false, context))),
};

/** With its constants worked out, but for those that raise an error. */
export function withConstants(e: ResolvedExpression, context: RuleContext): ResolvedExpression {
  return fold(e, true, context);
}

/** `maybe`: whether a row will ask for the value is not known yet; then an error is left to that row. */
function fold(e: ResolvedExpression, maybe: boolean, context: RuleContext): ResolvedExpression {
  if (e.kind === 'literal' || e.kind === 'attribute') return e;
  if (e.kind === 'alias' || !isFoldable(e)) return foldChildren(e, maybe, context);
  try {
    return literal(constantValue(e, context), e.type);
  } catch (error) {
    if (maybe) return e;
    throw error;
  }
}

/** Functions that Spark makes an `if` or a `coalesce` of. */
const CHOOSES: ReadonlySet<string> = new Set(['assert_true', 'nullif', 'nullifzero', 'zeroifnull']);

/** Of what chooses between values Spark takes none for granted, not even the first. */
function foldChildren(e: ResolvedExpression, maybe: boolean, context: RuleContext): ResolvedExpression {
  const conditional = isBranching(e) || (e.kind === 'call' && CHOOSES.has(e.fn.name));
  return mapChildren(e, (c) => fold(c, maybe || conditional, context));
}
