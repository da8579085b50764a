/** `explain()` in its modes, and plans as data for the page. */
import type { LogicalPlan } from '../../plan/index.ts';
import { simpleString } from '../../types/index.ts';
import type { PhysicalPlan } from '../nodes.ts';
import { finalPlanOf } from '../adaptive/final-plans.ts';
import { codegenStages } from '../codegen-stages.ts';
import { formattedText } from './formatted.ts';
import { logicalTree } from './logical.ts';
import { physicalTree, shownInputs } from './physical-tree.ts';
import { listText } from './lists.ts';
import { nodeName, nodeText } from './text.ts';
import { treeText } from './tree.ts';

export { logicalTree } from './logical.ts';
export { samePlanText } from './physical-tree.ts';
export { treeText } from './tree.ts';
export type { TreeNode } from './tree.ts';

export type ExplainMode = 'simple' | 'extended' | 'codegen' | 'cost' | 'formatted';

export interface Explained {
  readonly analyzed: LogicalPlan;
  readonly optimized: LogicalPlan;
  readonly physical: PhysicalPlan;
  /** The plan as written, a line an operator with a line end; by default the analyzed one. */
  readonly parsed?: string;
}

/** The text that Python's `explain` prints (it adds a line end). */
export function explain(mode: ExplainMode, query: Explained): string {
  switch (mode) {
    case 'simple':
      return `== Physical Plan ==\n${treeText(physicalTree(query.physical, false))}\n`;
    case 'formatted':
      return formattedText(query.physical);
    case 'cost':
      return `== Optimized Logical Plan ==\n${treeText(logicalTree(query.optimized, true))}\n== Physical Plan ==\n${treeText(physicalTree(query.physical, true))}\n`;
    case 'codegen':
      return codegenText(query.physical);
    case 'extended': {
      const analyzed = logicalText(query.analyzed);
      const columns = listText(query.analyzed.output.map((a) => `${a.name}: ${simpleString(a.type)}`)).slice(1, -1);
      return [
        `== Parsed Logical Plan ==\n${query.parsed ?? analyzed}`,
        `== Analyzed Logical Plan ==\n${columns}\n${analyzed}`,
        `== Optimized Logical Plan ==\n${logicalText(query.optimized)}`,
        `== Physical Plan ==\n${treeText(physicalTree(query.physical, true))}`,
      ].join('\n');
    }
  }
}

/** A logical plan as `explain(extended)` shows it. */
export function logicalText(p: LogicalPlan): string {
  return treeText(logicalTree(p));
}

/** This engine generates no code: the stages that Spark would compile are listed without it. */
function codegenText(physical: PhysicalPlan): string {
  const final = finalPlanOf(physical);
  const root = final?.plan ?? physical;
  const stages = final?.codegenStages ?? codegenStages(root);
  const tops = new Map<number, PhysicalPlan>();
  const visit = (p: PhysicalPlan): void => {
    const stage = stages.get(p);
    if (stage !== undefined && !tops.has(stage)) tops.set(stage, p);
    for (const x of shownInputs(p)) visit(x);
  };
  visit(root);
  const list = [...tops.entries()].sort(([a], [b]) => a - b);
  const parts = list.map(([, p], i) => `== Subtree ${i + 1} / ${list.length} ==\n${treeText(physicalTree(p, true, stages))}\nNo code is generated: operators run over whole columns.\n`);
  return `Found ${list.length} WholeStageCodegen subtrees.\n${parts.join('\n')}\n`;
}

/** A plan as data: names, lines, what was counted. */
export interface PlanTree {
  readonly nodeName: string;
  readonly simpleString: string;
  readonly metrics: Readonly<Record<string, number>>;
  readonly children: readonly PlanTree[];
}

/** `counted` gives an operator's metrics; subqueries and cached plans hang below their operator. What has run is shown as it ran. */
export function planTree(root: PhysicalPlan, counted: (p: PhysicalPlan) => Readonly<Record<string, number>> = () => ({})): PlanTree {
  return planTreeOf(root, codegenStages(root), counted);
}

function planTreeOf(root: PhysicalPlan, stages: ReadonlyMap<PhysicalPlan, number>, counted: (p: PhysicalPlan) => Readonly<Record<string, number>>): PlanTree {
  const visit = (p: PhysicalPlan): PlanTree => {
    const stage = stages.get(p);
    const final = finalPlanOf(p);
    const mark = stage === undefined ? '' : `*(${stage}) `;
    if (p.op === 'FileScan' && stage !== undefined) {
      const scan = { nodeName: nodeName(p), simpleString: nodeText(p, false), metrics: counted(p), children: [] };
      return { nodeName: 'ColumnarToRow', simpleString: `${mark}ColumnarToRow`, metrics: {}, children: [scan] };
    }
    const inner = [...(p.subqueries ?? []).flatMap((s) => (s.reused === undefined ? [s.plan] : [])), ...(p.op === 'InMemoryTableScan' ? [p.cached] : [])];
    return {
      nodeName: nodeName(p),
      simpleString: `${mark}${nodeText(p, false)}`,
      metrics: counted(p),
      children: [...(final === undefined ? shownInputs(p).map(visit) : [planTreeOf(final.plan, final.codegenStages, counted)]), ...inner.map((x) => planTree(x, counted))],
    };
  };
  return visit(root);
}
