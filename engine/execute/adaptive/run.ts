/**
 * Adaptive execution (Spark's `AdaptiveSparkPlanExec`): exchanges whose inputs are complete run as stages, what they found
 * is told to the planner, and the rest of the query is planned again, until only the last stage is left.
 */
import {
  coalesceReads,
  codegenStages,
  isBroadcastIn,
  isStage,
  localReads,
  nextPlanId,
  physicalInputs,
  pruningExchange,
  recordFinalPlan,
  reuseSubqueries,
  samePlanText,
  sameRowsKey,
  settlePruning,
  somePhysical,
  splitSkewedJoins,
  withPhysicalInputs,
} from '../../physical/index.ts';
import type {
  AdaptiveSparkPlanExec,
  BroadcastExchangeExec,
  BroadcastQueryStageExec,
  Conf,
  DynamicPruning,
  PhysicalPlan,
  ReusedExchangeExec,
  ShuffleExchangeExec,
  ShuffleQueryStageExec,
  TableCacheQueryStageExec,
} from '../../physical/index.ts';
import type { BroadcastOperator } from '../exchange/broadcast.ts';
import type { ShuffleOperator } from '../exchange/shuffle.ts';
import type { Operator } from '../operator.ts';
import { linkOf, stagesByLogicalPlan } from './logical-links.ts';

export interface StageBuilder {
  /** Operators of a plan; the ones made before are used again. */
  build(p: PhysicalPlan): Operator;
}

export interface AdaptiveOptions {
  readonly conf: Conf;
  /** False for what a cache holds: its partitions stay as they were planned. */
  readonly finalStageReads: boolean;
}

export class AdaptiveRun {
  private stageIds = 0;
  private codegenCount = 0;
  private readonly codegen = new Map<PhysicalPlan, number>();
  private readonly stages = new Map<string, ShuffleQueryStageExec | BroadcastQueryStageExec>();
  private readonly caches = new Map<string, TableCacheQueryStageExec>();
  /** The query as it is planned now. */
  private whole: PhysicalPlan;

  constructor(
    private readonly plan: AdaptiveSparkPlanExec,
    private readonly builder: StageBuilder,
    private readonly options: AdaptiveOptions,
  ) {
    this.whole = plan.child;
  }

  /** Runs all stages but the last, and tells of that one's operators. */
  run(): Operator {
    let current = reuseSubqueries(this.plan.child);
    for (;;) {
      this.whole = current;
      const staged = this.withStages(current);
      if (staged === current) break;
      current = this.replanned(staged);
    }
    const last = this.optimized(current, this.options.finalStageReads);
    const result: PhysicalPlan = { op: 'ResultQueryStage', id: this.stageIds++, child: last, output: last.output };
    recordFinalPlan(this.plan, { plan: result, codegenStages: this.codegen });
    return this.builder.build(last);
  }

  /** Runs the exchanges that rest on nothing unfinished; those above wait until the plan between is settled. */
  private withStages(p: PhysicalPlan): PhysicalPlan {
    if (isStage(p)) return p;
    if (p.op === 'InMemoryTableScan') return this.cacheStage(p);
    const rebuilt = withPhysicalInputs(p, physicalInputs(p).map((x) => this.withStages(x)));
    return isExchange(rebuilt) && isExchange(p) && !somePhysical(p.child, isExchange) ? this.exchangeStage(rebuilt) : rebuilt;
  }

  private exchangeStage(e: ShuffleExchangeExec | BroadcastExchangeExec): PhysicalPlan {
    const key = sameRowsKey(e);
    const exchange = { ...e, child: this.optimized(e.child, true), planId: nextPlanId() };
    const id = this.stageIds++;
    const known = this.stages.get(key);
    if (known !== undefined) return this.reused(known, e);
    const made = this.ranStage(exchange, id);
    this.stages.set(key, made);
    return made;
  }

  private ranStage(exchange: ShuffleExchangeExec | BroadcastExchangeExec, id: number): ShuffleQueryStageExec | BroadcastQueryStageExec {
    const link = linkOf(exchange);
    const operator = this.builder.build(exchange);
    if (exchange.op === 'Exchange') {
      const shuffle = operator as ShuffleOperator;
      shuffle.materialize();
      return { op: 'ShuffleQueryStage', id, exchange, shuffle: exchange, statistics: shuffle.statistics(), output: exchange.output, ...link };
    }
    const broadcast = operator as BroadcastOperator;
    broadcast.materialize();
    const statistics = { rowCount: broadcast.metrics.rows, sizeInBytes: broadcast.metrics.shuffleBytes ?? 0 };
    return { op: 'BroadcastQueryStage', id, exchange, statistics, output: exchange.output, ...link };
  }

  private reused(known: ShuffleQueryStageExec | BroadcastQueryStageExec, e: ShuffleExchangeExec | BroadcastExchangeExec): PhysicalPlan {
    const original = known.exchange.op === 'ReusedExchange' ? known.exchange.exchange : known.exchange;
    const exchange: ReusedExchangeExec = { op: 'ReusedExchange', exchange: original, output: e.output };
    const link = linkOf(e);
    return { ...known, id: this.stageIds++, exchange, output: e.output, ...link };
  }

  private cacheStage(p: PhysicalPlan & { readonly op: 'InMemoryTableScan' }): PhysicalPlan {
    const key = `${p.relation.cacheId} ${p.output.map((a) => a.exprId).join()} ${p.predicates.length}`;
    let stage = this.caches.get(key);
    if (stage === undefined) {
      const scan = this.builder.build(p) as Operator & { statistics(): TableCacheQueryStageExec['statistics'] };
      const link = p.logical === undefined ? {} : { logical: p.logical };
      stage = { op: 'TableCacheQueryStage', id: this.stageIds++, scan: p, statistics: scan.statistics(), output: p.output, ...link };
      this.caches.set(key, stage);
    }
    return stage;
  }

  /** How a stage reads the stages below it, and the numbers of its generated loops. */
  private optimized(stage: PhysicalPlan, reads: boolean): PhysicalPlan {
    const { conf } = this.options;
    const split = splitSkewedJoins(settlePruning(stage, (d) => this.settled(d)), conf);
    const read = reads ? localReads(coalesceReads(split, conf), conf) : split;
    const before = this.codegenCount;
    for (const [p, number] of codegenStages(read, before)) {
      this.codegen.set(p, number);
      this.codegenCount = Math.max(this.codegenCount, number);
    }
    return read;
  }

  /** Folders are chosen by rows that a join of the query broadcasts; these run first. */
  private settled(d: DynamicPruning): DynamicPruning {
    if (d.state !== 'adaptive') return d;
    const exchange = pruningExchange(d, d.build, nextPlanId());
    const key = sameRowsKey(exchange);
    if (!isBroadcastIn(this.whole, key)) return { ...d, state: 'never' };
    if (!this.stages.has(key)) this.exchangeStage(exchange);
    const known = this.stages.get(key) as BroadcastQueryStageExec;
    const original = known.exchange.op === 'ReusedExchange' ? (known.exchange.exchange as BroadcastExchangeExec) : known.exchange;
    return { ...d, state: 'broadcast', exchange: original, shown: shownPruning(d, exchange, original, known) };
  }

  /** The rest of the query planned with what is known now; the old plan where nothing is better. */
  private replanned(current: PhysicalPlan): PhysicalPlan {
    if (this.plan.replan === undefined || !somePhysical(current, mayChange)) return current;
    const planned = this.plan.replan(stagesByLogicalPlan(current));
    if (shuffleCount(planned) > shuffleCount(current) || samePlanText(planned, current)) return current;
    return reuseSubqueries(planned);
  }
}

/** As a query of its own that found its only stage finished. */
function shownPruning(d: DynamicPruning, exchange: BroadcastExchangeExec, original: BroadcastExchangeExec, known: BroadcastQueryStageExec): PhysicalPlan {
  const { output } = exchange;
  const stage: BroadcastQueryStageExec = { ...known, id: 1, exchange: { op: 'ReusedExchange', exchange: original, output }, output };
  const shown: AdaptiveSparkPlanExec = { op: 'AdaptiveSparkPlan', child: exchange, output, logical: d.call.plan };
  recordFinalPlan(shown, { plan: { op: 'ResultQueryStage', id: 2, child: stage, output }, codegenStages: new Map() });
  return shown;
}

function isExchange(p: PhysicalPlan): p is ShuffleExchangeExec | BroadcastExchangeExec {
  return p.op === 'Exchange' || p.op === 'BroadcastExchange';
}

/** Joins are what sizes decide about. */
function mayChange(p: PhysicalPlan): boolean {
  return p.op === 'SortMergeJoin' || p.op === 'ShuffledHashJoin' || p.op === 'CartesianProduct' || p.op === 'BroadcastNestedLoopJoin';
}

function shuffleCount(p: PhysicalPlan): number {
  return physicalInputs(p).reduce((sum, x) => sum + shuffleCount(x), p.op === 'Exchange' ? 1 : 0);
}
