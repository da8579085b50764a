/** Operators for the nodes of a physical plan. */
import { unreachable } from '../core/index.ts';
import { physicalInputs } from '../physical/index.ts';
import type { AqeShuffleReadExec, PhysicalPlan, ShuffleExchangeExec } from '../physical/index.ts';
import { BroadcastOperator } from './exchange/broadcast.ts';
import { ShuffleReadOperator } from './exchange/shuffle-read.ts';
import { ShuffleOperator } from './exchange/shuffle.ts';
import { HashJoinOperator } from './joins/hash-join.ts';
import { CartesianProductOperator, NestedLoopJoinOperator } from './joins/loop-join.ts';
import { SortMergeJoinOperator } from './joins/sort-merge-join.ts';
import type { Operator, Runtime } from './operator.ts';
import type { Partitions } from './context.ts';
import { AggregateOperator } from './operators/aggregate.ts';
import { MergingSessionsOperator } from './operators/merging-sessions.ts';
import { CachedScanOperator } from './operators/cached-scan.ts';
import { CollectMetricsOperator } from './operators/collect-metrics.ts';
import { ExpandOperator } from './operators/expand.ts';
import { FilterOperator } from './operators/filter.ts';
import { FirstOfGroupOperator, isFirstOfGroup } from './operators/first-of-group.ts';
import { GenerateOperator } from './operators/generate.ts';
import { CollectLimitOperator, CollectTailOperator, GlobalLimitOperator, LocalLimitOperator } from './operators/limit.ts';
import { PassOperator } from './operators/pass.ts';
import { ProjectOperator } from './operators/project.ts';
import { PythonEvalOperator } from './operators/python-eval.ts';
import { SampleOperator } from './operators/sample.ts';
import { FileScanOperator, LocalTableScanOperator, RangeOperator, RddScanOperator } from './operators/scan.ts';
import { SortOperator } from './operators/sort.ts';
import { TakeOrderedOperator } from './operators/take-ordered.ts';
import { UnionLoopOperator } from './operators/union-loop.ts';
import { CoalesceOperator, UnionOperator } from './operators/union.ts';
import { UserTableOperator } from './operators/user-table.ts';
import { WindowGroupLimitOperator } from './operators/window-group-limit.ts';
import { WindowOperator } from './operators/window.ts';

/** Builds the operators of one query; an exchange used twice is one operator. */
export class OperatorBuilder {
  private readonly built = new Map<PhysicalPlan, Operator>();
  /** Nodes whose rows go straight into a shuffle. */
  private readonly exchanged = new Set<PhysicalPlan>();

  /** Observed rows of which a limit takes some. */
  private readonly limited = new Set<PhysicalPlan>();

  constructor(
    private readonly runtime: Runtime,
    private readonly runQuery: (p: PhysicalPlan) => Partitions,
  ) {}

  build(p: PhysicalPlan): Operator {
    const known = this.built.get(p);
    if (known !== undefined) return known;
    if (p.op === 'LocalLimit' || p.op === 'GlobalLimit' || p.op === 'CollectLimit') this.markObserved(p.child);
    const made = this.make(p);
    this.built.set(p, made);
    return made;
  }

  private markObserved(p: PhysicalPlan): void {
    if (p.op === 'CollectMetrics') this.limited.add(p);
    if (p.op !== 'Exchange' && p.op !== 'BroadcastExchange') physicalInputs(p).forEach((x) => this.markObserved(x));
  }

  private make(p: PhysicalPlan): Operator {
    const { runtime } = this;
    switch (p.op) {
      case 'LocalTableScan':
        return new LocalTableScanOperator(p, runtime);
      case 'RDDScan':
        return new RddScanOperator(p, runtime);
      case 'Range':
        return new RangeOperator(p, runtime);
      case 'FileScan':
        return new FileScanOperator(p, runtime, (p.dynamic ?? []).flatMap((d) => (d.exchange === undefined ? [] : [{ pruning: d, broadcast: this.build(d.exchange) as BroadcastOperator }])));
      case 'InMemoryTableScan':
        return new CachedScanOperator(p, () => this.runQuery(p.cached), runtime);
      case 'UnionLoop':
        return new UnionLoopOperator(p, runtime);
      case 'ReusedExchange':
        return p.exchange.op === 'BroadcastExchange' ? this.build(p.exchange) : new PassOperator(p, this.build(p.exchange), runtime);
      case 'ShuffleQueryStage':
        return this.build(p.shuffle);
      case 'BroadcastQueryStage':
        return this.build(p.exchange);
      case 'TableCacheQueryStage':
        return this.build(p.scan);
      case 'AQEShuffleRead':
        return new ShuffleReadOperator(p, this.build(p.child) as ShuffleOperator, runtime);
      case 'SortMergeJoin':
        return new SortMergeJoinOperator(p, this.build(p.left), this.build(p.right), runtime);
      case 'ShuffledHashJoin':
      case 'BroadcastHashJoin':
        return new HashJoinOperator(p, this.build(p.left), this.build(p.right), runtime);
      case 'BroadcastNestedLoopJoin':
        return new NestedLoopJoinOperator(p, this.build(p.left), this.build(p.right), runtime);
      case 'CartesianProduct':
        return new CartesianProductOperator(p, this.build(p.left), this.build(p.right), runtime);
      case 'Union':
        return new UnionOperator(p, p.inputs.map((x) => this.build(x)), runtime);
      case 'Exchange':
        this.exchanged.add(p.child);
        return new ShuffleOperator(p, this.build(p.child), runtime);
      default:
        return this.makeUnary(p, this.build(p.child));
    }
  }

  private makeUnary(p: Exclude<Extract<PhysicalPlan, { readonly child: PhysicalPlan }>, AqeShuffleReadExec | ShuffleExchangeExec>, input: Operator): Operator {
    const { runtime } = this;
    switch (p.op) {
      case 'Project':
        return new ProjectOperator(p, input, runtime);
      case 'Filter':
        return new FilterOperator(p, input, runtime);
      case 'Aggregate':
        return new AggregateOperator(p, input, runtime);
      case 'MergingSessions':
        return new MergingSessionsOperator(p, input, runtime);
      case 'BroadcastExchange':
        return new BroadcastOperator(p, input, runtime);
      case 'Sort':
        return new SortOperator(p, input, runtime);
      case 'Window':
        return new WindowOperator(p, input, runtime);
      case 'WindowGroupLimit':
        return isFirstOfGroup(p) ? new FirstOfGroupOperator(p, input as SortOperator, runtime, this.exchanged.has(p)) : new WindowGroupLimitOperator(p, input, runtime);
      case 'TakeOrderedAndProject':
        return new TakeOrderedOperator(p, input, runtime);
      case 'CollectLimit':
        return new CollectLimitOperator(p, input, runtime);
      case 'CollectTail':
        return new CollectTailOperator(p, input, runtime);
      case 'LocalLimit':
        return new LocalLimitOperator(p, input, runtime);
      case 'GlobalLimit':
        return new GlobalLimitOperator(p, input, runtime);
      case 'Coalesce':
        return new CoalesceOperator(p, input, runtime);
      case 'Generate':
        return p.generator.fn.userTable === undefined ? new GenerateOperator(p, input, runtime) : new UserTableOperator(p, p.generator.fn.userTable, input, runtime);
      case 'Expand':
        return new ExpandOperator(p, input, runtime);
      case 'Sample':
        return new SampleOperator(p, input, runtime);
      case 'PythonEval':
        return new PythonEvalOperator(p, input, runtime);
      case 'CollectMetrics':
        return new CollectMetricsOperator(p, this.build(p.child), runtime, this.limited.has(p));
      case 'EventTimeWatermark':
      case 'AdaptiveSparkPlan':
      case 'ResultQueryStage':
        return new PassOperator(p, input, runtime);
      default:
        return unreachable(p);
    }
  }
}
