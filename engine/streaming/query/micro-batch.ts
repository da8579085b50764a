/**
 * One micro-batch: the query's plan with the batch's rows in place of its sources, run from below. Where the plan keeps
 * state, or watches event times, it is cut: what is below runs first, and its rows stand in for it above.
 */
import { concatBatches } from '../../columnar/index.ts';
import type { Batch, Vector } from '../../columnar/index.ts';
import { InternalError, unsupported } from '../../core/index.ts';
import { execute } from '../../execute/index.ts';
import type { Execution } from '../../execute/index.ts';
import { optimize } from '../../optimize/index.ts';
import { planPhysical } from '../../physical/index.ts';
import { inputsOf, isStreaming, withInputs } from '../../plan/index.ts';
import type { CollectMetricsNode, DataSourceScan, LogicalPlan } from '../../plan/index.ts';
import type { StructType } from '../../types/index.ts';
import type { StreamingSession } from '../session-contract.ts';
import { SOURCE_OPTION } from '../sources/index.ts';
import { aggregateStream } from '../stateful/aggregate.ts';
import { deduplicateStream } from '../stateful/deduplicate.ts';
import { joinStreams } from '../stateful/join.ts';
import { limitStream } from '../stateful/limit.ts';
import { rowsNode } from '../stateful/operator.ts';
import type { OutputMode, StatefulContext, StatefulResult, StateMetrics } from '../stateful/operator.ts';
import { sessionStream } from '../stateful/session-windows.ts';
import type { StateStores } from '../stateful/store.ts';
import { statsOf } from '../watermark.ts';
import type { EventTimeStats } from '../watermark.ts';

export interface BatchInput {
  readonly batchId: number;
  readonly mode: OutputMode;
  /** Rows of each source with all its columns, by partition. */
  readonly rows: readonly (readonly Batch[])[];
  readonly lateMillis: number;
  readonly evictionMillis: number;
  readonly stores: StateStores;
}

export interface BatchOutput {
  readonly rows: Batch;
  readonly execution: Execution;
  readonly stateOperators: readonly StateMetrics[];
  /** One for each watermark of the plan, from below. */
  readonly eventTimes: readonly EventTimeStats[];
  readonly waitsForWatermark: boolean;
  /** Figures of `observe` by name, each with the row that they came to. */
  readonly observed: ReadonlyMap<string, { readonly schema: StructType; readonly row: Batch }>;
}

/** Runs the analyzed plan, whose streaming scans carry the numbers of their sources. */
export function runMicroBatch(analyzed: LogicalPlan, session: StreamingSession, input: BatchInput): BatchOutput {
  const optimized = optimize(session.replaceCached(analyzed), session.optimizeContext());
  return new MicroBatchRun(session, input).finish(optimized);
}

class MicroBatchRun {
  private readonly observed: { readonly node: CollectMetricsNode; readonly figures: () => Batch }[] = [];
  private readonly stateOperators: StateMetrics[] = [];
  private readonly eventTimes: EventTimeStats[] = [];
  private waitsForWatermark = false;
  private readonly context: StatefulContext;

  constructor(
    private readonly session: StreamingSession,
    private readonly input: BatchInput,
  ) {
    const { environment, conf, ansi, sessionTimeZone, callFunction } = session.executionContext();
    this.context = {
      ...input,
      task: { partitionIndex: 0, environment, conf, ansi, sessionTimeZone, ...(callFunction === undefined ? {} : { callFunction }) },
      run: (plan) => this.execution(plan).collect(),
      nextExprId: () => session.nextExprId(),
    };
  }

  finish(optimized: LogicalPlan): BatchOutput {
    const execution = this.execution(this.cut(optimized));
    const rows = execution.collect();
    const { stateOperators, eventTimes, waitsForWatermark } = this;
    const observed = new Map(this.observed.map(({ node, figures }) => [node.name, { schema: schemaOf(node), row: figures() }] as const));
    return { rows, execution, stateOperators, eventTimes, waitsForWatermark, observed };
  }

  private execution(plan: LogicalPlan): Execution {
    return execute(planPhysical(plan, { ...this.session.planContext(), streaming: true }), { ...this.session.executionContext(), observe: (node, figures) => this.observed.push({ node, figures }) });
  }

  /** The plan with rows in place of everything that is a stream or keeps state. */
  private cut(p: LogicalPlan): LogicalPlan {
    if (!isStreaming(p)) return p;
    switch (p.node) {
      case 'DataSourceScan':
        return this.arrived(p);
      case 'EventTimeWatermark': {
        const rows = this.context.run(this.cut(p.input));
        const at = p.input.output.findIndex((a) => a.exprId === p.eventTime.exprId);
        this.eventTimes.push(statsOf(p, rows.columns[at] as Vector));
        return rowsNode(rows, p.output);
      }
      case 'Aggregate': {
        const input = this.cut(p.input);
        return this.keep(sessionStream(p, input, this.nextId(), this.context) ?? aggregateStream(p, input, this.nextId(), this.context));
      }
      case 'Deduplicate':
        return this.keep(deduplicateStream(p, this.cut(p.input), this.nextId(), this.context));
      case 'Distinct':
        return this.keep(deduplicateStream({ keys: p.output, withinWatermark: false, output: p.output }, this.cut(p.input), this.nextId(), this.context));
      case 'Limit':
        if (this.input.mode === 'complete') return withInputs(p, [this.cut(p.input)]);
        return this.keep(limitStream(p, this.cut(p.input), this.nextId(), this.context));
      case 'Join': {
        const [left, right] = [this.cut(p.left), this.cut(p.right)];
        if (!isStreaming(p.left) || !isStreaming(p.right)) return withInputs(p, [left, right]);
        if (p.joinType !== 'inner') throw unsupported(`A ${p.joinType.replaceAll('_', ' ')} join of two streams`);
        return this.keep(joinStreams(p, left, right, this.nextId(), this.context));
      }
      default:
        return withInputs(p, inputsOf(p).map((x) => this.cut(x)));
    }
  }

  private nextId(): number {
    return this.stateOperators.length;
  }

  private keep(result: StatefulResult): LogicalPlan {
    this.stateOperators.push(result.metrics);
    if (result.waitsForWatermark) this.waitsForWatermark = true;
    return result.plan;
  }

  /** The batch's rows of a source, with the columns that the optimizer left of its scan. */
  private arrived(scan: DataSourceScan): LogicalPlan {
    const parts = this.input.rows[Number(scan.options[SOURCE_OPTION])];
    if (parts === undefined) throw new InternalError(`the source of a scan of ${scan.format} is not known`);
    const places = scan.output.map((a) => scan.schema.fields.findIndex((f) => f.name === a.name));
    const whole = concatBatches(scan.schema.fields.map((f) => f.type), parts);
    const columns = places.map((i) => whole.columns[i] as Vector);
    const data = rowsNode({ length: whole.length, columns }, scan.output);
    return { ...data, numPartitions: Math.max(1, parts.length) };
  }
}

function schemaOf({ metrics }: CollectMetricsNode): StructType {
  return { kind: 'struct', fields: metrics.map(({ name, type, nullable }) => ({ name, type, nullable })) };
}
