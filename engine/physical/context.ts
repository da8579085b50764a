/** What planning needs from the session. */
import type { FunctionRegistry } from '../functions/define.ts';
import type { LogicalPlan, ResolvedExpression, SubqueryCall } from '../plan/index.ts';
import { childrenOf, expressionsOf, inputsOf } from '../plan/index.ts';
import type { Conf } from './conf.ts';
import type { PhysicalPlan } from './nodes.ts';
import type { StatisticsOf } from './statistics.ts';

export interface PlanContext {
  readonly conf: Conf;
  readonly registry: FunctionRegistry;
  /** Planned for a stream: no adaptive execution, no codegen of two-step plans. */
  readonly streaming?: boolean;
}

/** Exchanges are numbered through all queries, so that no two plans printed one after another share a number. */
let planIds = 0;

/** Numbers handed out while one query is planned. */
export class Numbers {
  private expr: number;

  constructor(root: LogicalPlan) {
    this.expr = maxExprId(root) + 1;
  }
  exprId(): number {
    return this.expr++;
  }
  planId(): number {
    return nextPlanId();
  }
}

export function nextPlanId(): number {
  return ++planIds;
}

function maxExprId(root: LogicalPlan): number {
  let max = -1;
  const see = (id: number): void => {
    if (id > max) max = id;
  };
  const walkExpression = (e: ResolvedExpression): void => {
    if (e.kind === 'attribute' || e.kind === 'alias' || e.kind === 'lambdaVariable') see(e.exprId);
    if (e.kind === 'subquery') {
      see(e.exprId ?? 0);
      walk(e.plan);
    }
    for (const c of childrenOf(e)) walkExpression(c);
  };
  const walk = (p: LogicalPlan): void => {
    for (const a of p.output) see(a.exprId);
    for (const e of expressionsOf(p)) walkExpression(e);
    for (const i of inputsOf(p)) walk(i);
    if (p.node === 'InMemoryRelation') walk(p.child);
  };
  walk(root);
  return max;
}

/** What a strategy may use: planning of inputs, settings, fresh ids. */
export interface Planning extends PlanContext {
  readonly numbers: Numbers;
  /** Plans an input. */
  readonly plan: (p: LogicalPlan) => PhysicalPlan;
  /** Plans a subquery as a query of its own. */
  readonly planSubquery: (call: SubqueryCall) => PhysicalPlan;
  /** Plans what a cache holds: a query of its own. */
  readonly planCached: (p: LogicalPlan) => PhysicalPlan;
  readonly statistics: StatisticsOf;
  /** The part of the query that has run and has these rows, while the rest is planned again. */
  readonly stageOf: (p: LogicalPlan) => PhysicalPlan | undefined;
}

/** A way to carry out some logical operators; undefined for all others. */
export type Strategy = (p: LogicalPlan, planning: Planning) => PhysicalPlan | undefined;
