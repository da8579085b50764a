import { physicalInputs, withPhysicalInputs } from '../nodes.ts';
import type { PhysicalPlan, ProjectExec } from '../nodes.ts';

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
  return rebuilt === p || !passesColumns(p) ? rebuilt : withInputOrder(rebuilt, visited[0] as PhysicalPlan);
}

/** Operators whose columns are their input's. */
function passesColumns(p: PhysicalPlan): boolean {
  return p.op === 'Filter' || p.op === 'Sort' || p.op === 'Sample';
}

function orderMattersBelow(p: PhysicalPlan, orderMatters: boolean): boolean {
  if (passesColumns(p)) return orderMatters;
  return !(p.op === 'TakeOrderedAndProject' || (p.op === 'Aggregate' && p.overRows));
}

function withInputOrder(p: PhysicalPlan, input: PhysicalPlan): PhysicalPlan {
  const known = new Map(p.output.map((a) => [a.exprId, a]));
  return { ...p, output: input.output.map((a) => known.get(a.exprId) ?? a) };
}

function isRedundant(p: ProjectExec, orderMatters: boolean): boolean {
  const { child, expressions } = p;
  if (expressions.length !== child.output.length || !expressions.every((e) => e.kind === 'attribute')) return false;
  if (orderMatters) return expressions.every((e, i) => e.exprId === child.output[i]?.exprId);
  const ids = new Set(expressions.map((e) => e.exprId));
  return child.output.every((a) => ids.has(a.exprId));
}
