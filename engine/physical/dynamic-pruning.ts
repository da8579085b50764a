/**
 * Folders chosen while a query runs (Spark's `PlanDynamicPruningFilters` and `PlanAdaptiveDynamicPruningFilters`): by the
 * keys of a join's other side, where the plan broadcasts that side anyway.
 */
import { expressionText } from '../plan/index.ts';
import type { ResolvedExpression, SubqueryCall } from '../plan/index.ts';
import type { BroadcastExchangeExec, FileSourceScanExec, PhysicalPlan, ReusedExchangeExec } from './nodes.ts';
import { somePhysical, transformPhysicalUp } from './nodes.ts';
import { sameRowsKey } from './rules/reuse-exchanges.ts';

export interface DynamicPruning {
  readonly call: SubqueryCall;
  readonly planId: number;
  /** The other side by itself. */
  readonly build: PhysicalPlan;
  /** `adaptive`: settled while the query runs; `never`: that side is not broadcast, and all folders are read. */
  readonly state: 'adaptive' | 'broadcast' | 'never';
  /** Of `broadcast`: where the keys come from. */
  readonly exchange?: BroadcastExchangeExec | ReusedExchangeExec;
  /** As plans show it: the exchange, or an adaptive plan around it. */
  readonly shown?: PhysicalPlan;
}

export function isDynamicPruning(e: ResolvedExpression): e is SubqueryCall {
  return e.kind === 'subquery' && e.dynamicPruning !== undefined;
}

/** A condition on folders as scans show it. */
export function pruningText(e: SubqueryCall, scan: FileSourceScanExec): string {
  const known = scan.dynamic?.find((d) => d.call === e);
  return `dynamicpruningexpression(${known?.state === 'never' ? 'true' : pruningName(e)})`;
}

export function pruningName(e: SubqueryCall): string {
  return `${(e.inValues ?? []).map(expressionText).join(', ')} IN dynamicpruning#${e.exprId}`;
}

/** The exchange that a join would make of that side. */
export function pruningExchange(d: DynamicPruning, build: PhysicalPlan, planId: number): BroadcastExchangeExec {
  const keys = d.call.dynamicPruning?.buildKeys ?? [];
  return { op: 'BroadcastExchange', child: build, keys, nullAware: false, planId, output: build.output };
}

/** Scans of which some folders are to be chosen, with what chooses them told by `settle`. */
export function settlePruning(root: PhysicalPlan, settle: (d: DynamicPruning) => DynamicPruning): PhysicalPlan {
  return transformPhysicalUp(root, (p) => (p.op === 'FileScan' && p.dynamic !== undefined ? { ...p, dynamic: p.dynamic.map(settle) } : p));
}

/** Whether a join of the plan broadcasts these rows. */
export function isBroadcastIn(root: PhysicalPlan, key: string): boolean {
  return somePhysical(root, (p) => p.op === 'BroadcastHashJoin' && exchangeKey(p.buildSide === 'left' ? p.left : p.right) === key);
}

function exchangeKey(p: PhysicalPlan): string | undefined {
  return p.op === 'BroadcastExchange' || p.op === 'ReusedExchange' || p.op === 'BroadcastQueryStage' ? sameRowsKey(p) : undefined;
}

/** Without adaptive execution: settled before the query runs. `prepare` adds the exchanges that the other side needs. */
export function planPruning(root: PhysicalPlan, prepare: (p: PhysicalPlan) => PhysicalPlan, nextPlanId: () => number): PhysicalPlan {
  return settlePruning(root, (d) => {
    const exchange = pruningExchange(d, prepare(d.build), nextPlanId());
    return isBroadcastIn(root, sameRowsKey(exchange)) ? { ...d, state: 'broadcast', exchange, shown: exchange } : { ...d, state: 'never' };
  });
}

/** An adaptive plan stands for the other side until it is settled. */
export function adaptiveBuild(d: DynamicPruning): DynamicPruning {
  return { ...d, shown: { op: 'AdaptiveSparkPlan', child: d.build, output: d.build.output, logical: d.call.plan } };
}
