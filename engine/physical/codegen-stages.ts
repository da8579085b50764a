/**
 * Which operators Spark would fuse into one generated loop, numbered as `explain()` shows them: `*(2) Project`
 * (`CollapseCodegenStages`). This engine runs whole columns and fuses nothing; the numbers are for reading plans.
 */
import { isDeterministic, someExpression } from '../plan/index.ts';
import type { ResolvedExpression } from '../plan/index.ts';
import type { PhysicalPlan } from './nodes.ts';
import { physicalInputs } from './nodes.ts';

const MAX_FIELDS_COUNT = 100;

/** Operators that have no generated form. */
function canFuse(p: PhysicalPlan): boolean {
  switch (p.op) {
    case 'LocalTableScan':
    case 'RDDScan':
    case 'Range':
    case 'Project':
    case 'Filter':
    case 'Sort':
    case 'SortMergeJoin':
    case 'BroadcastHashJoin':
    case 'LocalLimit':
    case 'GlobalLimit':
    case 'Expand':
    case 'Sample':
      break;
    case 'ShuffledHashJoin':
      break;
    case 'Generate':
      if (p.generator.fn.userTable !== undefined) return false;
      break;
    case 'FileScan':
      // Not the scan itself: what turns its columns into rows.
      if (!p.batched) return false;
      break;
    case 'BroadcastNestedLoopJoin':
      if (p.joinType === 'full_outer' || (p.joinType === 'left_outer' && p.buildSide === 'left') || (p.joinType === 'right_outer' && p.buildSide === 'right')) {
        return false;
      }
      break;
    case 'Union':
      if (!p.inputs.every(isFusedWhole)) return false;
      break;
    case 'Aggregate':
      if (p.algorithm !== 'hash') return false;
      break;
    default:
      return false;
  }
  const narrow = p.output.length <= MAX_FIELDS_COUNT && physicalInputs(p).every((x) => x.output.length <= MAX_FIELDS_COUNT);
  return narrow && !ownExpressions(p).some((e) => someExpression(e, (x) => (x.kind === 'higherOrder' || x.kind === 'call' || x.kind === 'aggregate') && x.fn.interpreted === true));
}

/** Down to where its rows come from. What depends on the partition's number stays apart: the union would change it. */
function isFusedWhole(p: PhysicalPlan): boolean {
  return canFuse(p) && ownExpressions(p).every(isDeterministic) && physicalInputs(p).every(isFusedWhole);
}

function ownExpressions(p: PhysicalPlan): readonly ResolvedExpression[] {
  switch (p.op) {
    case 'Project':
      return p.expressions;
    case 'Filter':
      return [p.condition];
    case 'Aggregate':
      return [...p.grouping, ...p.aggregates.map((a) => a.call), ...p.results];
    case 'Generate':
      return [p.generator];
    case 'Expand':
      return p.projections.flat();
    default:
      return [];
  }
}

/** The stage of each fused operator, numbered after `before`. */
export function codegenStages(root: PhysicalPlan, before = 0): ReadonlyMap<PhysicalPlan, number> {
  const stages = new Map<PhysicalPlan, number>();
  let count = before;
  const start = (p: PhysicalPlan): void => {
    if (p.op === 'AdaptiveSparkPlan') return;
    if (p.op === 'InMemoryTableScan') return;
    if (p.op === 'ReusedExchange') {
      // Numbered before it was found to be there already.
      count = Math.max(count, ...codegenStages(p.exchange.child, count).values());
      return;
    }
    if (!canFuse(p) || p.op === 'LocalTableScan') {
      for (const x of physicalInputs(p)) start(x);
      return;
    }
    const members: PhysicalPlan[] = [];
    fuse(p, members);
    const stage = ++count;
    for (const m of members) stages.set(m, stage);
  };
  const fuse = (p: PhysicalPlan, members: PhysicalPlan[]): void => {
    members.push(p);
    const separate = p.op === 'SortMergeJoin' || p.op === 'ShuffledHashJoin';
    for (const x of physicalInputs(p)) {
      if (separate || !canFuse(x)) start(x);
      else fuse(x, members);
    }
  };
  start(root);
  return stages;
}
