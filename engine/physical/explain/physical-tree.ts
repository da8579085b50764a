import { finalPlanOf } from '../adaptive/final-plans.ts';
import { isStage, stageInput } from '../adaptive/nodes.ts';
import { codegenStages } from '../codegen-stages.ts';
import type { ShownCommand } from '../../plan/index.ts';
import { expressionText } from '../../plan/index.ts';
import { listText } from './lists.ts';
import type { FileSourceScanExec, PhysicalPlan } from '../nodes.ts';
import { physicalInputs } from '../nodes.ts';
import { logicalTree } from './logical.ts';
import { subqueryName } from './subqueries.ts';
import { columnsText, nodeText } from './text.ts';
import { treeText } from './tree.ts';
import type { TreeNode } from './tree.ts';

type Stages = ReadonlyMap<PhysicalPlan, number>;
const NO_STAGES: Stages = new Map();

/** Inputs as they are shown: below a stage stands what it ran. */
export function shownInputs(p: PhysicalPlan): readonly PhysicalPlan[] {
  return isStage(p) ? [stageInput(p)] : physicalInputs(p);
}

/** The plan as a tree of lines; operators of a generated loop carry its number. */
export function physicalTree(root: PhysicalPlan, verbose: boolean, stages: Stages = codegenStages(root)): TreeNode {
  const visit = (p: PhysicalPlan): TreeNode => {
    const stage = stages.get(p);
    const mark = stage === undefined ? '' : `*(${stage}) `;
    const pruning = p.op === 'FileScan' ? pruningTrees(p, verbose) : [];
    if (p.op === 'FileScan' && stage !== undefined) return { line: `${mark}ColumnarToRow`, children: [{ line: nodeText(p, verbose), children: [], inner: pruning }] };
    const line = `${mark}${nodeText(p, verbose)}`;
    const final = finalPlanOf(p);
    if (final !== undefined) {
      const sections = [
        { title: 'Final Plan', tree: physicalTree(final.plan, verbose, final.codegenStages) },
        { title: 'Initial Plan', tree: physicalTree(physicalInputs(p)[0] as PhysicalPlan, verbose, NO_STAGES) },
      ];
      return { line, children: [], sections };
    }
    const subqueries = (p.subqueries ?? []).map((s): TreeNode => ({ line: subqueryName(s), children: s.reused === undefined ? [physicalTree(s.plan, verbose)] : [] }));
    const cached = p.op === 'InMemoryTableScan' ? [cachedTree(p, verbose)] : p.op === 'UnionLoop' ? [p.loop.anchor, p.loop.recursion].map((x) => logicalTree(x)) : [];
    const command = p.op === 'LocalTableScan' && p.command !== undefined ? [commandTree(p.command, columnsText(p.output))] : [];
    return { line, children: shownInputs(p).map(visit), inner: [...subqueries, ...pruning, ...cached, ...command] };
  };
  return visit(root);
}

/** What chooses the folders of a scan. */
function pruningTrees(p: FileSourceScanExec, verbose: boolean): TreeNode[] {
  return (p.dynamic ?? []).flatMap((d): TreeNode[] => {
    const { exprId, dynamicPruning, plan } = d.call;
    if (d.shown === undefined || d.state === 'never' || dynamicPruning === undefined) return [];
    const keys = listText(dynamicPruning.buildKeys.map(expressionText));
    const start = `dynamicpruning#${exprId}, [${dynamicPruning.index}], `;
    const line = d.state === 'adaptive' ? `SubqueryAdaptiveBroadcast ${start}true, ${logicalTree(plan).line}, ${keys}` : `SubqueryBroadcast ${start}${keys}, [id=#${d.planId}]`;
    return [{ line, children: [physicalTree(d.shown, verbose, d.state === 'adaptive' ? NO_STAGES : undefined)] }];
  });
}

function commandTree(c: ShownCommand, columns: string): TreeNode {
  const tree = (x: ShownCommand): TreeNode => commandTree(x, columns);
  return { line: c.line.replace('#', columns), children: (c.children ?? []).map(tree), inner: (c.inner ?? []).map(tree) };
}

function cachedTree(p: PhysicalPlan & { readonly op: 'InMemoryTableScan' }, verbose: boolean): TreeNode {
  const { relation, cached } = p;
  return { line: `InMemoryRelation ${columnsText(relation.output)}, ${relation.storageLevel}`, children: [], inner: [physicalTree(cached, verbose)] };
}

/** Whether two plans read the same, but for the numbers of their exchanges. */
export function samePlanText(a: PhysicalPlan, b: PhysicalPlan): boolean {
  const text = (p: PhysicalPlan): string => treeText(physicalTree(p, false, NO_STAGES)).replace(/plan_id=\d+/g, '');
  return text(a) === text(b);
}
