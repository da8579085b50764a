/** Columns aliased to their own name need no alias (Spark's `RemoveRedundantAliases`). */
import { aggregateNode, generateNode, inputsOf, mapExpressions, projectNode, somePlan, substitute, withInputs } from '../../plan/index.ts';
import type { AttributeReference, ExprId, LogicalPlan, NamedExpression } from '../../plan/index.ts';
import type { Rule } from '../rule.ts';
import { outputIds } from '../support/expressions.ts';

export const removeRedundantAliases: Rule = {
  name: 'RemoveRedundantAliases',
  renumbers: true,
  apply: (plan) => (mayHave(plan) ? visit(plan, new Set()) : plan),
};

function mayHave(plan: LogicalPlan): boolean {
  return somePlan(plan, (p) => (p.node === 'Project' && p.expressions.some(isRedundant)) || (p.node === 'Aggregate' && p.aggregates.some(isRedundant)));
}

function isRedundant(e: NamedExpression): boolean {
  return e.kind === 'alias' && e.child.kind === 'attribute' && e.child.name === e.name && e.metadata === undefined && e.child.metadata === undefined;
}

/** `taken`: ids that must not come out of the plan, since they stand for other columns beside it. */
function visit(p: LogicalPlan, taken: ReadonlySet<ExprId>): LogicalPlan {
  const over = overInputs(p, visitInputs(p, taken));
  if (over.node === 'Project') return without(over.expressions, taken, (list) => projectNode(over.input, list)) ?? over;
  if (over.node === 'Aggregate') return without(over.aggregates, taken, (list) => aggregateNode(over.input, over.grouping, list)) ?? over;
  return over;
}

function visitInputs(p: LogicalPlan, taken: ReadonlySet<ExprId>): LogicalPlan[] {
  const inputs = inputsOf(p);
  switch (p.node) {
    case 'Join': {
      const left = visit(p.left, new Set([...taken, ...outputIds(p.right)]));
      return [left, visit(p.right, new Set([...taken, ...outputIds(left), ...outputIds(p.left)]))];
    }
    case 'Union':
      return inputs.map((x, i) => visit(x, i === 0 ? new Set([...taken, ...outputIds(x), ...idsBelow(x)]) : taken));
    case 'SetOp':
      return inputs.map((x) => visit(x, new Set([...taken, ...idsBelow(x)])));
    default:
      return inputs.map((x) => visit(x, taken));
  }
}

/** The columns that the plan's own projection names: kept, where others stand for them by place. */
function idsBelow(p: LogicalPlan): readonly ExprId[] {
  return p.node === 'Project' ? p.expressions.flatMap((e) => (e.kind === 'alias' && e.child.kind === 'attribute' ? [e.child.exprId] : [])) : [];
}

/** The node over its new inputs, their columns under the new ids. */
function overInputs(p: LogicalPlan, inputs: readonly LogicalPlan[]): LogicalPlan {
  const moved = withInputs(p, inputs);
  if (moved === p) return p;
  const renames = new Map<ExprId, AttributeReference>();
  inputsOf(p).forEach((before, i) => {
    before.output.forEach((a, k) => {
      const b = inputs[i]?.output[k];
      if (b !== undefined && b.exprId !== a.exprId && !renames.has(a.exprId)) renames.set(a.exprId, b);
    });
  });
  if (renames.size === 0) return moved;
  const over = mapExpressions(moved, (e) => substitute(e, renames));
  if (over.node !== 'Generate' || over.required === undefined) return over;
  return generateNode(over.input, over.generator, over.outer, over.generatorOutput, over.required.map((a) => renames.get(a.exprId) ?? a));
}

function without(list: readonly NamedExpression[], taken: ReadonlySet<ExprId>, build: (list: readonly NamedExpression[]) => LogicalPlan): LogicalPlan | undefined {
  if (!list.some(isRedundant)) return undefined;
  const used = new Set(list.filter((e) => !isRedundant(e)).map((e) => e.exprId));
  const next = list.map((e) => {
    const column = e.kind === 'alias' && isRedundant(e) ? (e.child as AttributeReference) : undefined;
    if (column === undefined || used.has(column.exprId) || taken.has(column.exprId) || taken.has(e.exprId)) return e;
    used.add(column.exprId);
    return column;
  });
  return next.every((e, i) => e === list[i]) ? undefined : build(next);
}
