/**
 * From an optimized logical plan to the physical plan that is run and explained: strategies choose operators, then
 * exchanges and sorts are added where an operator's needs are not met, then redundant ones removed.
 */
import { InternalError } from '../core/index.ts';
import { collectExpressions, expressionsOf } from '../plan/index.ts';
import type { LogicalPlan, SubqueryCall } from '../plan/index.ts';
import { adaptiveEnabled } from './conf.ts';
import { Numbers } from './context.ts';
import type { PlanContext, Planning, Strategy } from './context.ts';
import { adaptiveBuild, isDynamicPruning, planPruning, settlePruning } from './dynamic-pruning.ts';
import { ensureRequirements } from './ensure-requirements.ts';
import { runtimeStatistics } from './adaptive/runtime-statistics.ts';
import type { AdaptiveSparkPlanExec, PhysicalPlan, PlannedSubquery } from './nodes.ts';
import { somePhysical } from './nodes.ts';
import { disableUnnecessaryBuckets } from './rules/bucketed-scans.ts';
import { combineAdjacentAggregates } from './rules/combine-aggregates.ts';
import { dropRedundantProjects } from './rules/redundant-projects.ts';
import { dropRedundantSorts } from './rules/redundant-sorts.ts';
import { dropRedundantGroupLimits } from './rules/redundant-group-limits.ts';
import { replaceHashBySortAggregates } from './rules/sort-aggregates.ts';
import { reuseExchanges } from './rules/reuse-exchanges.ts';
import { reuseSubqueries } from './rules/reuse-subqueries.ts';
import { requiredDistributions } from './requirements.ts';
import { statisticsOf, statisticsWith } from './statistics.ts';
import { aggregation } from './strategies/aggregation.ts';
import { basicOperators } from './strategies/basic.ts';
import { joinSelection } from './strategies/joins.ts';
import { innerLimits, planRootLimit, takeOrdered } from './strategies/limits.ts';
import { pythonUdfs } from './strategies/python-udfs.ts';
import { fileScans } from './strategies/file-scans.ts';
import { inMemoryScans, leafScans } from './strategies/scans.ts';
import { windows } from './strategies/windows.ts';

const STRATEGIES: readonly Strategy[] = [
  pythonUdfs,
  inMemoryScans,
  takeOrdered,
  innerLimits,
  fileScans,
  leafScans,
  windows,
  aggregation,
  joinSelection,
  basicOperators,
];

/** Plans a query. The result's columns are the logical plan's. */
export function planPhysical(logical: LogicalPlan, context: PlanContext): PhysicalPlan {
  return new QueryPlanner(context, new Numbers(logical)).query(logical, false);
}

const cachedPlans = new WeakMap<LogicalPlan, PhysicalPlan>();

class QueryPlanner {
  private readonly subqueries = new Map<SubqueryCall, PlannedSubquery>();

  constructor(
    private readonly context: PlanContext,
    private readonly numbers: Numbers,
  ) {}

  /** A whole query: a limit at its root is collected, and adaptive execution is decided for it as a whole. */
  query(root: LogicalPlan, isSubquery: boolean): PhysicalPlan {
    const linked = this.sparkPlan(root, new Map());
    const adaptive = this.context.streaming !== true && adaptiveEnabled(this.context.conf) && (isSubquery || wantsAdaptive(linked));
    const prepared = this.prepare(linked);
    if (!adaptive) return reuseSubqueries(reuseExchanges(planPruning(prepared, (p) => this.prepare(p), () => this.numbers.planId())));
    const replan: AdaptiveSparkPlanExec['replan'] = (stages) => this.withAdaptivePruning(this.prepare(this.sparkPlan(root, stages)));
    return { op: 'AdaptiveSparkPlan', child: this.withAdaptivePruning(prepared), output: prepared.output, logical: root, replan };
  }

  /** Operators without exchanges. `stages`: what has run, by the logical plan whose rows it has. */
  private sparkPlan(root: LogicalPlan, stages: ReadonlyMap<LogicalPlan, PhysicalPlan>): PhysicalPlan {
    const done = stages.get(root);
    if (done !== undefined) return done;
    const planning: Planning = {
      ...this.context,
      numbers: this.numbers,
      plan: (p) => stages.get(p) ?? this.plan(p, planning),
      planSubquery: (call) => this.query(call.plan, true),
      planCached: (p) => this.cachedQuery(p),
      statistics: stages.size === 0 ? statisticsOf : statisticsWith((p) => runtimeStatistics(stages.get(p))),
      stageOf: (p) => stages.get(p),
    };
    const sparkPlan = planRootLimit(root, planning) ?? planning.plan(root);
    return { ...sparkPlan, logical: root } as PhysicalPlan;
  }

  /** What a cache holds is planned once, whoever reads it. */
  private cachedQuery(p: LogicalPlan): PhysicalPlan {
    let planned = cachedPlans.get(p);
    if (planned === undefined) {
      planned = this.query(p, false);
      cachedPlans.set(p, planned);
    }
    return planned;
  }

  private withAdaptivePruning(root: PhysicalPlan): PhysicalPlan {
    return settlePruning(root, (d) => adaptiveBuild({ ...d, build: this.prepare(d.build) }));
  }

  private prepare(p: PhysicalPlan): PhysicalPlan {
    const required = ensureRequirements(dropRedundantProjects(p), this.context.conf, this.numbers);
    const combined = replaceHashBySortAggregates(combineAdjacentAggregates(required), this.context.conf);
    return dropRedundantGroupLimits(dropRedundantSorts(disableUnnecessaryBuckets(combined, this.context.conf)));
  }

  private plan(p: LogicalPlan, planning: Planning): PhysicalPlan {
    for (const strategy of STRATEGIES) {
      const planned = strategy(p, planning);
      if (planned === undefined) continue;
      const subqueries = this.subqueriesOf(p, planning);
      return { ...planned, logical: planned.logical ?? p, ...(subqueries.length === 0 ? {} : { subqueries }) } as PhysicalPlan;
    }
    throw new InternalError(`no strategy plans ${p.node}`);
  }

  private subqueriesOf(p: LogicalPlan, planning: Planning): PlannedSubquery[] {
    const calls = expressionsOf(p).flatMap((e) => collectExpressions(e, (x) => x.kind === 'subquery' && !isDynamicPruning(x))) as SubqueryCall[];
    return calls.map((call) => {
      let known = this.subqueries.get(call);
      if (known === undefined) {
        const id = call.exprId ?? this.numbers.exprId();
        known = { call, id, plan: planning.planSubquery(call), planId: this.numbers.planId() };
        this.subqueries.set(call, known);
      }
      return known;
    });
  }
}

/** Adaptive execution runs plans that have, or will need, an exchange or a subquery, or read a cache that is filled by it. */
function wantsAdaptive(p: PhysicalPlan): boolean {
  return somePhysical(
    p,
    (x) =>
      x.op === 'Exchange' ||
      (x.op === 'InMemoryTableScan' && x.cached.op === 'AdaptiveSparkPlan') ||
      (x.subqueries !== undefined && x.subqueries.length > 0) ||
      requiredDistributions(x).some((d) => d.kind !== 'unspecified'),
  );
}
