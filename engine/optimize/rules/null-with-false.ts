/** In a condition null does as false does (Spark's `ReplaceNullWithFalseInPredicate`). */
import { FALSE, filterNode, isLiteralValue, isOperator, transformPlanUp } from '../../plan/index.ts';
import type { ResolvedExpression, ScalarCall } from '../../plan/index.ts';
import type { Rule } from '../rule.ts';

export const replaceNullWithFalse: Rule = {
  name: 'ReplaceNullWithFalseInPredicate',
  apply: (plan) =>
    transformPlanUp(plan, (p) => {
      if (p.node === 'Filter') {
        const condition = replace(p.condition);
        return condition === p.condition ? p : filterNode(p.input, condition);
      }
      if (p.node === 'Join' && p.condition !== undefined) {
        const condition = replace(p.condition);
        return condition === p.condition ? p : { ...p, condition };
      }
      return p;
    }),
};

function replace(e: ResolvedExpression): ResolvedExpression {
  if (isLiteralValue(e, null)) return FALSE;
  if (e.kind === 'call' && e.fn.control === 'case' && e.type.kind === 'boolean') {
    return replaceInCase(e);
  }
  if (isOperator(e, 'and') || isOperator(e, 'or')) {
    const args = e.args.map(replace);
    return args.every((x, i) => x === e.args[i]) ? e : { ...e, args };
  }
  return e;
}

/** Where a branch is known, the rest is said to be false, so that the CASE can become its conditions. */
function replaceInCase(e: ScalarCall): ResolvedExpression {
  const args = e.args.map(replace);
  const branchIsKnown = args.some((x, i) => i % 2 === 1 && (isLiteralValue(x, true) || isLiteralValue(x, false)));
  const all = args.length % 2 === 0 && branchIsKnown ? [...args, FALSE] : args;
  return all.length === e.args.length && all.every((x, i) => x === e.args[i]) ? e : { ...e, args: all };
}
