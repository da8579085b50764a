/** Rows without elements give no rows, and need not reach the generator (Spark's `InferFiltersFromGenerate`). */
import { filterNode, isOperator, literal, operatorCall, transformPlanDown, andAll } from '../../plan/index.ts';
import type { GenerateNode, LogicalPlan, ResolvedExpression } from '../../plan/index.ts';
import { BooleanType, IntegerType } from '../../types/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { constraintsOf } from '../support/constraints.ts';

/** Generators that give a row for each element of their only argument. */
const EXPLODING: ReadonlySet<string> = new Set(['explode', 'posexplode', 'inline']);

export const inferFiltersFromGenerate: Rule = {
  name: 'InferFiltersFromGenerate',
  apply: (plan, context) => transformPlanDown(plan, (p) => (p.node === 'Generate' ? infer(p, context) : p)),
};

function infer(p: GenerateNode, context: RuleContext): LogicalPlan {
  const [input] = p.generator.args;
  const { registry } = context;
  if (p.outer || p.generator.fn.outer === true || !EXPLODING.has(p.generator.fn.name) || input?.kind !== 'attribute') return p;
  const size = operatorCall(registry, 'size', [input], IntegerType, input.nullable);
  const wanted: ResolvedExpression[] = [
    operatorCall(registry, 'greater', [size, literal(0, IntegerType)]),
    operatorCall(registry, 'isNotNull', [input], BooleanType, false),
  ];
  const known = constraintsOf(p.input, registry);
  const condition = andAll(registry, wanted.filter((c) => !known.has(c) && !(isOperator(c, 'isNotNull') && !input.nullable)));
  return condition === undefined ? p : { ...p, input: filterNode(p.input, condition) };
}
