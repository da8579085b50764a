/** Operators that change nothing (Spark's `RemoveNoopOperators`, `RemoveNoopUnion`). */
import { isFoldable, projectNode, transformPlanUp } from '../../plan/index.ts';
import type { LogicalPlan, NamedExpression, ProjectNode } from '../../plan/index.ts';
import type { Rule } from '../rule.ts';
import { aliasAs, sameColumns } from '../support/expressions.ts';

export const removeNoopOperators: Rule = {
  name: 'RemoveNoopOperators',
  apply: (plan) =>
    transformPlanUp(plan, (p) => {
      if (p.node === 'Project') return withoutNoop(p);
      if (p.node === 'Window' && p.windowExpressions.length === 0) return p.input;
      if (p.node === 'Union' && p.inputs.length === 1) return p.inputs[0] as LogicalPlan;
      return p;
    }),
};

/** Of a source some columns are read: the projection says which, also where the scan gives no others any more. */
function narrowsScan(p: LogicalPlan): boolean {
  if (p.node === 'Filter') return narrowsScan(p.input);
  return p.node === 'DataSourceScan' && p.allColumns !== undefined && p.allColumns.length > p.output.length;
}

/** What stands for the column of the same id, which is this constant below (`FoldablePropagation`). */
function isKnown(e: NamedExpression): boolean {
  return e.kind === 'alias' && isFoldable(e.child);
}

function withoutNoop(p: ProjectNode): LogicalPlan {
  if (!sameColumns(p.output, p.input.output) || !p.expressions.every((e) => e.kind === 'attribute' || isKnown(e))) return p;
  const named = p.output.every((a, i) => a.name === p.input.output[i]?.name);
  if (named) return narrowsScan(p.input) ? p : p.input;
  if (p.input.node !== 'Project') return p;
  const names = p.output;
  return projectNode(
    p.input.input,
    p.input.expressions.map((e, i) => {
      const { name } = names[i] as (typeof names)[number];
      return e.name === name ? e : e.kind === 'alias' ? { ...e, name } : { ...aliasAs(e, e), name };
    }),
  );
}
