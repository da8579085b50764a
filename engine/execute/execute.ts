/** Running a physical plan: subqueries first, then stage by stage up to the rows of the last one. */
import { collectBatches, forgetPlaces, valueAt } from '../columnar/index.ts';
import type { Batch } from '../columnar/index.ts';
import type { AdaptiveSparkPlanExec, PhysicalPlan, PlannedSubquery } from '../physical/index.ts';
import { physicalInputs, subqueryKey } from '../physical/index.ts';
import type { AttributeReference } from '../plan/index.ts';
import type { Value } from '../types/index.ts';
import { OperatorBuilder } from './build.ts';
import type { ExecutionContext, Partitions } from './context.ts';
import { AdaptiveRun } from './adaptive/run.ts';
import { BroadcastOperator } from './exchange/broadcast.ts';
import { ShuffleOperator } from './exchange/shuffle.ts';
import type { OperatorMetrics } from './metrics.ts';
import { Runtime } from './operator.ts';
import { tooManyRows } from './subquery-rows.ts';
import type { Operator } from './operator.ts';

export interface Execution {
  readonly plan: PhysicalPlan;
  readonly output: readonly AttributeReference[];
  /** Number of partitions of the result. */
  readonly numPartitions: number;
  /** The rows of one partition, computed as they are asked for. */
  partition(index: number): Iterable<Batch>;
  /** All rows, partition after partition, as one batch. */
  collect(): Batch;
  /** All rows by partition. */
  partitions(): Partitions;
  /** What the operators counted so far, by plan node. */
  readonly metrics: ReadonlyMap<PhysicalPlan, OperatorMetrics>;
}

/** Runs the exchanges of a plan; the rows of the last stage are computed when they are read. */
export function execute(plan: PhysicalPlan, context: ExecutionContext): Execution {
  return new QueryRun(plan, context, new Map());
}

class QueryRun implements Execution {
  readonly output: readonly AttributeReference[];
  private readonly runtime: Runtime;
  private readonly root: Operator;
  /** Those that give the same are run once. */
  private readonly subqueryValues = new Map<string, Value>();

  constructor(
    readonly plan: PhysicalPlan,
    private readonly context: ExecutionContext,
    readonly metrics: Map<PhysicalPlan, OperatorMetrics>,
    /** Run to fill a cache: the partitions are those that the plan says. */
    private readonly cached = false,
  ) {
    this.output = plan.output;
    this.runtime = new Runtime(context);
    this.runSubqueries(plan);
    const builder = new OperatorBuilder(this.runtime, (p) => this.nested(p, true).partitions());
    this.root = plan.op === 'AdaptiveSparkPlan' ? this.runAdaptively(plan, builder) : builder.build(plan);
    this.register(this.root);
    if (plan.op !== 'AdaptiveSparkPlan') this.completeExchanges(this.root);
  }

  private runAdaptively(plan: AdaptiveSparkPlanExec, builder: OperatorBuilder): Operator {
    return new AdaptiveRun(plan, builder, { conf: this.context.conf, finalStageReads: !this.cached }).run();
  }

  private nested(p: PhysicalPlan, cached = false): Execution {
    return new QueryRun(p, this.context, this.metrics, cached);
  }

  private register(op: Operator): void {
    this.metrics.set(op.node, op.metrics);
    for (const x of op.inputs) this.register(x);
  }

  /** Completes the exchanges on which an operator rests, the lowest first. */
  private completeExchanges(op: Operator): void {
    for (const x of op.inputs) this.completeExchanges(x);
    if (op instanceof ShuffleOperator || op instanceof BroadcastOperator) op.materialize();
  }

  private runSubqueries(p: PhysicalPlan): void {
    for (const s of p.subqueries ?? []) {
      const key = subqueryKey(s);
      const value = this.subqueryValues.has(key) ? this.subqueryValues.get(key) : this.subqueryValue(s);
      this.subqueryValues.set(key, value ?? null);
      this.runtime.setSubqueryValue(s.call, value ?? null);
    }
    for (const x of physicalInputs(p)) this.runSubqueries(x);
    // An exchange of the query around, which may not have come to its own subqueries yet.
    if (p.op === 'ReusedExchange') this.runSubqueries(p.exchange);
  }

  private subqueryValue(s: PlannedSubquery): Value {
    const rows = this.nested(s.plan).collect();
    if (s.call.subqueryType === 'exists') return rows.length > 0;
    if (rows.length > 1) throw tooManyRows();
    const [column] = rows.columns;
    return rows.length === 0 || column === undefined ? null : valueAt(column, 0);
  }

  get numPartitions(): number {
    return this.root.partitions();
  }
  partition(index: number): Iterable<Batch> {
    return this.root.run(index);
  }
  collect(): Batch {
    const rows = collectBatches(this.output.map((a) => a.type), [...this.all()]);
    forgetPlaces();
    return rows;
  }
  partitions(): Partitions {
    const rows = Array.from({ length: this.numPartitions }, (_, p) => [...this.partition(p)]);
    forgetPlaces();
    return rows;
  }
  private *all(): Iterable<Batch> {
    for (let p = 0; p < this.numPartitions; p++) yield* this.partition(p);
  }
}
