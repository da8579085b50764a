import { physicalInputs, withPhysicalInputs } from '../nodes.ts';
import type { JoinExec, PhysicalPlan, ProjectExec } from '../nodes.ts';

/**
 * Drops projections that only pass on their input's columns (Spark's `RemoveRedundantProjects`); where the operator above
 * does not mind the order of columns, also those that only reorder them.
 */
export function dropRedundantProjects(root: PhysicalPlan): PhysicalPlan {
  return visit(root, true);
}

function visit(p: PhysicalPlan, orderMatters: boolean): PhysicalPlan {
  if (p.op === 'Project') {
    if (isRedundant(p, orderMatters)) return { ...visit(p.child, orderMatters), ...(p.logical === undefined ? {} : { logical: p.logical }) };
    return withPhysicalInputs(p, [visit(p.child, false)]);
  }
  const inputs = physicalInputs(p);
  const visited = inputs.map((x) => visit(x, orderMattersBelow(p, orderMatters)));
  const rebuilt = withPhysicalInputs(p, visited);
  // Inputs that have run already may have their columns in another order too.
  return isJoin(rebuilt) || passesColumns(rebuilt) ? withInputsOrder(rebuilt, visited) : rebuilt;
}

/** Joins put their inputs' columns side by side. */
function isJoin(p: PhysicalPlan): p is JoinExec {
  return p.op === 'BroadcastHashJoin' || p.op === 'ShuffledHashJoin' || p.op === 'SortMergeJoin' || p.op === 'BroadcastNestedLoopJoin' || p.op === 'CartesianProduct';
}

/** Operators whose columns are their input's. */
function passesColumns(p: PhysicalPlan): boolean {
  return p.op === 'Filter' || p.op === 'Sort' || p.op === 'Sample';
}

function orderMattersBelow(p: PhysicalPlan, orderMatters: boolean): boolean {
  if (passesColumns(p) || isJoin(p)) return orderMatters;
  return !(p.op === 'TakeOrderedAndProject' || (p.op === 'Aggregate' && p.overRows));
}

/** The operator's columns in the order in which its inputs now have them; what it adds itself comes last. */
function withInputsOrder(p: PhysicalPlan, inputs: readonly PhysicalPlan[]): PhysicalPlan {
  const places = new Map(inputs.flatMap((x) => x.output).map((a, i) => [a.exprId, i]));
  const place = (a: { readonly exprId: number }): number => places.get(a.exprId) ?? places.size;
  const inOrder = p.output.every((a, i) => i === 0 || place(p.output[i - 1] as { readonly exprId: number }) <= place(a));
  return inOrder ? p : { ...p, output: [...p.output].sort((a, b) => place(a) - place(b)) };
}

function isRdd(p: PhysicalPlan): boolean {
  return p.op === 'RDDScan' || (passesColumns(p) && physicalInputs(p).every(isRdd));
}

function isRedundant(p: ProjectExec, orderMatters: boolean): boolean {
  const { child, expressions } = p;
  if (expressions.length !== child.output.length || !expressions.every((e) => e.kind === 'attribute')) return false;
  // Rows that came as an RDD are not taken in another order.
  if (orderMatters || isRdd(child)) return expressions.every((e, i) => e.exprId === child.output[i]?.exprId);
  const ids = new Set(expressions.map((e) => e.exprId));
  return child.output.every((a) => ids.has(a.exprId));
}
