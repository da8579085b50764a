/** Plans that are known to give no rows become empty relations (Spark's `PropagateEmptyRelation`). */
import { nullVector } from '../../columnar/index.ts';
import { aliasAs } from '../support/expressions.ts';
import { literal, projectNode, transformPlanUp, unionNode } from '../../plan/index.ts';
import type { JoinNode, LocalData, LogicalPlan, NamedExpression } from '../../plan/index.ts';
import type { Rule } from '../rule.ts';
import { sameColumns } from '../support/expressions.ts';

/** No rows under the plan's columns. */
export function emptyRelation(p: Pick<LogicalPlan, 'output'>): LocalData {
  const columns = p.output.map((a) => nullVector(a.type, 0));
  return { node: 'LocalData', batch: { length: 0, columns }, origin: 'local', emptyRelation: true, output: p.output };
}

export function isEmptyRelation(p: LogicalPlan): boolean {
  return p.node === 'LocalData' && p.origin === 'local' && p.command === undefined && p.batch.length === 0;
}

export const propagateEmptyRelation: Rule = {
  name: 'PropagateEmptyRelation',
  apply: (plan) => transformPlanUp(plan, propagate),
};

function propagate(p: LogicalPlan): LogicalPlan {
  switch (p.node) {
    case 'Union': {
      const inputs = p.inputs.filter((x) => !isEmptyRelation(x));
      if (inputs.length === p.inputs.length) return p;
      if (inputs.length === 0) return emptyRelation(p);
      return underNames(inputs.length === 1 ? (inputs[0] as LogicalPlan) : unionNode(inputs), p);
    }
    case 'Join':
      return propagateJoin(p);
    case 'Aggregate':
      return p.grouping.length > 0 && isEmptyRelation(p.input) ? emptyRelation(p) : p;
    case 'Project':
    case 'Filter':
    case 'Sample':
    case 'Sort':
    case 'Limit':
    case 'Offset':
    case 'Tail':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'Expand':
    case 'Window':
    case 'Distinct':
    case 'Generate':
      return isEmptyRelation(p.input) ? emptyRelation(p) : p;
    default:
      return p;
  }
}

function propagateJoin(p: JoinNode): LogicalPlan {
  const left = isEmptyRelation(p.left);
  const right = isEmptyRelation(p.right);
  if (!left && !right) return p;
  switch (p.joinType) {
    case 'inner':
    case 'cross':
      return emptyRelation(p);
    case 'left_outer':
    case 'left_single':
      return left ? emptyRelation(p) : withNulls(p, p.left);
    case 'right_outer':
      return right ? emptyRelation(p) : withNulls(p, p.right);
    case 'full_outer':
      return left && right ? emptyRelation(p) : withNulls(p, left ? p.right : p.left);
    case 'left_semi':
      return emptyRelation(p);
    case 'left_anti':
      return left ? emptyRelation(p) : p.left;
    case 'existence':
      return left ? emptyRelation(p) : p;
  }
}

/** The rows of one side, the other side's columns null. */
function withNulls(p: JoinNode, side: LogicalPlan): LogicalPlan {
  const own = new Set(side.output.map((a) => a.exprId));
  return projectNode(side, p.output.map((a): NamedExpression => (own.has(a.exprId) ? a : aliasAs(literal(null, a.type), a))));
}

/** The rows under the columns of another plan, by place. */
function underNames(made: LogicalPlan, p: LogicalPlan): LogicalPlan {
  if (sameColumns(made.output, p.output)) return made;
  return projectNode(made, p.output.map((a, i) => aliasAs(made.output[i] as (typeof made.output)[number], a)));
}
