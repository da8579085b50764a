import { codegenStages } from '../codegen-stages.ts';
import type { PhysicalPlan } from '../nodes.ts';
import { physicalInputs } from '../nodes.ts';
import { columnsText, nodeText, subqueryName } from './text.ts';
import type { TreeNode } from './tree.ts';

/** The plan as a tree of lines; operators of a generated loop carry its number. */
export function physicalTree(root: PhysicalPlan, verbose: boolean): TreeNode {
  const stages = codegenStages(root);
  const visit = (p: PhysicalPlan): TreeNode => {
    const stage = stages.get(p);
    const line = `${stage === undefined ? '' : `*(${stage}) `}${nodeText(p, verbose)}`;
    const subqueries = (p.subqueries ?? []).map((s): TreeNode => ({ line: subqueryName(s), children: [physicalTree(s.plan, verbose)] }));
    const cached = p.op === 'InMemoryTableScan' ? [cachedTree(p, verbose)] : [];
    return { line, children: physicalInputs(p).map(visit), inner: [...subqueries, ...cached] };
  };
  return visit(root);
}

function cachedTree(p: PhysicalPlan & { readonly op: 'InMemoryTableScan' }, verbose: boolean): TreeNode {
  const { relation, cached } = p;
  return { line: `InMemoryRelation ${columnsText(relation.output)}, ${relation.storageLevel}`, children: [], inner: [physicalTree(cached, verbose)] };
}
