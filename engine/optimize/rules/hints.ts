/** Hints move from the inputs of joins into the joins (Spark's `EliminateResolvedHint`). */
import { inputsOf, joinNode, transformPlanUp, withInputs, existsAttribute } from '../../plan/index.ts';
import type { JoinHint, JoinNode, JoinStrategyHint, LogicalPlan } from '../../plan/index.ts';
import type { Rule } from '../rule.ts';

export const eliminateResolvedHint: Rule = {
  name: 'EliminateResolvedHint',
  required: true,
  apply: (plan) => {
    const pulled = transformPlanUp(plan, (p) => (p.node === 'Join' ? hintsIntoJoin(p) : p));
    return transformPlanUp(pulled, (p) => (p.node === 'ResolvedHint' ? p.input : p));
  },
};

function hintsIntoJoin(p: JoinNode): LogicalPlan {
  const left = extract(p.left);
  const right = extract(p.right);
  if (left.hint === undefined && right.hint === undefined) return p;
  const hint: JoinHint = { ...sideHint('left', p.hint.left ?? left.hint), ...sideHint('right', p.hint.right ?? right.hint) };
  return joinNode(left.plan, right.plan, p.joinType, p.condition, hint, existsAttribute(p));
}

function sideHint(side: 'left' | 'right', hint: JoinStrategyHint | undefined): JoinHint {
  return hint === undefined ? {} : { [side]: hint };
}

/** The nearest hint below operators of one input; those below are dropped. */
function extract(p: LogicalPlan): { plan: LogicalPlan; hint?: JoinStrategyHint } {
  if (p.node === 'ResolvedHint') return { plan: extract(p.input).plan, hint: p.strategy };
  const inputs = inputsOf(p);
  if (p.node === 'SetOp') {
    const left = extract(p.left);
    return { ...left, plan: withInputs(p, [left.plan, p.right]) };
  }
  if (inputs.length !== 1) return { plan: p };
  const below = extract(inputs[0] as LogicalPlan);
  return { ...below, plan: withInputs(p, [below.plan]) };
}
