/** Unions of unions in one (Spark's `CombineUnions`); a union of one input is that input. */
import { aggregateNode, isDeterministic, projectNode, substitute, transformPlanUp, unionNode } from '../../plan/index.ts';
import type { AggregateNode, LogicalPlan, NamedExpression, UnionNode } from '../../plan/index.ts';
import type { Rule } from '../rule.ts';
import { aliasAs, sameColumns } from '../support/expressions.ts';

export const combineUnions: Rule = {
  name: 'CombineUnions',
  apply: (plan) =>
    transformPlanUp(plan, (p) => {
      if (p.node === 'Union') return combine(p);
      if (p.node === 'Distinct' && p.input.node === 'Union') return { ...p, input: combine(p.input, true) };
      return isDistinctAggregate(p) && p.input.node === 'Union' ? combinedAggregate(p) : p;
    }),
};

function isDistinctAggregate(p: LogicalPlan): p is AggregateNode {
  return p.node === 'Aggregate' && sameColumns(p.output, p.input.output) && p.grouping.length === p.output.length && p.grouping.every((g, i) => g.kind === 'attribute' && g.exprId === p.output[i]?.exprId) && p.aggregates.every((e) => e.kind === 'attribute');
}

function combinedAggregate(p: AggregateNode): LogicalPlan {
  const input = combine(p.input as UnionNode, true);
  return input === p.input ? p : aggregateNode(input, p.grouping, p.aggregates);
}

function combine(p: UnionNode, distinct = false): LogicalPlan {
  const inputs = p.inputs.flatMap((x) => flattened(x, distinct));
  if (inputs.length === 1) return p;
  if (inputs.length === p.inputs.length && inputs.every((x, i) => x === p.inputs[i])) return p;
  const made = unionNode(inputs);
  return sameColumns(made.output, p.output) ? made : p;
}

/** The inputs of a union within a union, also below a projection of columns. */
function flattened(p: LogicalPlan, distinct: boolean): LogicalPlan[] {
  if (p.node === 'Union') return p.inputs.flatMap((x) => flattened(x, distinct));
  if (distinct && (p.node === 'Distinct' || isDistinctAggregate(p)) && p.input.node === 'Union') return flattened(p.input, true);
  if (p.node === 'Project' && p.input.node === 'Union' && p.expressions.every(isDeterministic)) {
    const union = p.input;
    return union.inputs.flatMap((x) => flattened(projectLike(p.expressions, union, x), distinct));
  }
  return [p];
}

/** The projection over one of the union's inputs; the first keeps the ids. */
function projectLike(list: readonly NamedExpression[], union: UnionNode, input: LogicalPlan): LogicalPlan {
  const columns = new Map(union.output.map((a, i) => [a.exprId, input.output[i] as (typeof input.output)[number]]));
  return projectNode(
    input,
    list.map((e) => {
      const value = substitute(e.kind === 'alias' ? e.child : e, columns);
      return value.kind === 'attribute' && value.exprId === e.exprId ? value : aliasAs(value, e);
    }),
  );
}
