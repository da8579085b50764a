/** A streaming query: batch after batch, each written down before it runs and after it ended (`MicroBatchExecution`). */
import type { Batch } from '../../columnar/index.ts';
import { SparkError } from '../../core/index.ts';
import type { SparkErrorJson } from '../../core/index.ts';
import { explain, shufflePartitions } from '../../physical/index.ts';
import { collectPlans, transformPlanUp } from '../../plan/index.ts';
import type { DataSourceScan, LogicalPlan } from '../../plan/index.ts';
import type { StructType } from '../../types/index.ts';
import { sameOffset } from '../offsets.ts';
import type { Offset } from '../offsets.ts';
import type { StartedQueryJson, StreamingSession, StreamSpec } from '../session-contract.ts';
import type { StreamSink } from '../sinks/index.ts';
import { FileSource, makeSource, SOURCE_OPTION } from '../sources/index.ts';
import type { StreamSource } from '../sources/index.ts';
import type { OutputMode } from '../stateful/operator.ts';
import { WatermarkTracker } from '../watermark.ts';
import type { Checkpoint, KeptState } from './checkpoint.ts';
import { runMicroBatch } from './micro-batch.ts';
import { isStreaming } from '../../plan/index.ts';
import type { BatchOutput } from './micro-batch.ts';
import { microBatchEvent } from './event.ts';
import { progressJson } from './progress.ts';
import type { QueryTrigger } from './trigger.ts';

export interface QueryParts {
  readonly session: StreamingSession;
  readonly analyzed: LogicalPlan;
  readonly schema: StructType;
  readonly spec: StreamSpec;
  readonly mode: OutputMode;
  readonly trigger: QueryTrigger;
  readonly identity: StartedQueryJson;
  readonly sink: StreamSink;
  readonly checkpoint: Checkpoint | undefined;
  readonly kept: KeptState;
}

/** A batch that is to run: its number, how far it reads, and the watermark in force. */
interface PlannedBatch {
  readonly batchId: number;
  readonly ends: readonly Offset[];
  readonly watermark: number;
}

/** `spark.sql.streaming.numRecentProgressUpdates`. */
const RECENT_PROGRESS_COUNT = 100;

export class StreamingQuery {
  readonly identity: StartedQueryJson;
  private readonly sources: readonly StreamSource[];
  private readonly plan: LogicalPlan;
  private readonly tracker: WatermarkTracker;
  private offsets: readonly Offset[];
  private nextBatch = 0;
  /** The watermark of the batch before: what is at or before it is late. */
  private lastWatermark = 0;
  private lastWaits = false;
  private unfinished: PlannedBatch | undefined;
  private error: SparkError | undefined;
  private stopped = false;
  private lastExecution: BatchOutput | undefined;
  readonly progress: Record<string, unknown>[] = [];
  /** When the next batch of a trigger with an interval is due, in microseconds. */
  private nextTick: number;

  constructor(private readonly parts: QueryParts) {
    const { session, analyzed, kept } = parts;
    this.identity = parts.identity;
    const scans = collectPlans(analyzed, (p) => p.node === 'DataSourceScan' && p.isStreaming) as DataSourceScan[];
    this.sources = scans.map((scan) => makeSource(scan, session, kept.startMicros));
    this.plan = numberScans(analyzed, scans);
    const policy = session.conf('spark.sql.streaming.multipleWatermarkPolicy') === 'max' ? 'max' : 'min';
    this.tracker = new WatermarkTracker(policy);
    this.sources.forEach((s, i) => {
      if (s instanceof FileSource) s.restore(kept.fileHistories.get(i) ?? []);
    });
    this.offsets = this.sources.map((s) => s.initialOffset());
    this.nextTick = session.clock.now();
    this.restore();
  }

  /** Goes on where the checkpoint ends: a batch that was begun and not ended runs again with the same data. */
  private restore(): void {
    const { checkpoint } = this.parts;
    const last = checkpoint?.latest('offsets');
    if (checkpoint === undefined || last === undefined) return;
    const entry = checkpoint.readOffsets(last);
    if (entry === undefined) return;
    const before = last === 0 ? undefined : checkpoint.readOffsets(last - 1);
    this.lastWatermark = before?.batchWatermarkMs ?? 0;
    const committed = checkpoint.readCommit(last);
    if (committed === undefined) {
      this.offsets = before?.offsets ?? this.offsets;
      this.tracker.current = entry.batchWatermarkMs;
      this.nextBatch = last;
      this.unfinished = { batchId: last, ends: entry.offsets, watermark: entry.batchWatermarkMs };
      return;
    }
    this.offsets = entry.offsets;
    this.lastWatermark = entry.batchWatermarkMs;
    this.tracker.current = committed;
    this.nextBatch = last + 1;
  }

  get isActive(): boolean {
    return !this.stopped && this.error === undefined;
  }
  get exception(): SparkErrorJson | null {
    return this.error?.toJSON() ?? null;
  }
  /** Raises the error that ended the query, if one did. */
  throwIfFailed(): void {
    if (this.error !== undefined) throw this.error;
  }
  get isDataAvailable(): boolean {
    return this.isActive && this.sources.some((s, i) => !sameOffset(s.latestOffset(this.offsets[i] as Offset, true), this.offsets[i] as Offset));
  }
  stop(): void {
    this.stopped = true;
  }

  /** When the query would like to run again by itself, in microseconds; undefined if it only waits for others. */
  nextWake(): number | undefined {
    if (!this.isActive) return undefined;
    const arrivals = this.sources.flatMap((s, i) => s.nextArrival?.(this.offsets[i] as Offset) ?? []);
    if (arrivals.length === 0) return undefined;
    const soonest = Math.min(...arrivals);
    return this.parts.trigger.kind === 'processingTime' ? Math.max(soonest, this.nextTick) : soonest;
  }

  /** Whether a trigger with an interval is due now. */
  get isDue(): boolean {
    return this.nextTick <= this.parts.session.clock.now();
  }
  /** When the next batch may run, for data that has come: now, or at the interval's next multiple. */
  get tick(): number {
    return this.nextTick;
  }

  /** Runs what the trigger asks for now. */
  trigger(): void {
    const { trigger } = this.parts;
    if (!this.isActive) return;
    switch (trigger.kind) {
      case 'once':
        this.step(false);
        this.stop();
        return;
      case 'availableNow':
        this.runAll();
        this.stop();
        return;
      case 'processingTime':
        if (trigger.intervalMicros === 0) this.runAll();
        else if (this.isDue && this.step(true)) this.advanceTick(trigger.intervalMicros);
    }
  }

  private advanceTick(intervalMicros: number): void {
    const now = this.parts.session.clock.now();
    this.nextTick = Math.floor(now / intervalMicros) * intervalMicros + intervalMicros;
  }

  /** Batch after batch until nothing is left to do. A batch of its own every time, for `rate-micro-batch`, has no end: one. */
  runAll(): void {
    const endless = this.sources.some((s) => s.description.startsWith('RatePerMicroBatchStream'));
    while (this.isActive && this.step(true) && !endless);
  }

  /** Runs the next batch, if there is one. Gives whether it ran. An error ends the query. */
  private step(limited: boolean): boolean {
    try {
      const batch = this.unfinished ?? this.construct(limited);
      if (batch === undefined) return false;
      this.run(batch);
      return true;
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  private construct(limited: boolean): PlannedBatch | undefined {
    const ends = this.sources.map((s, i) => s.latestOffset(this.offsets[i] as Offset, limited));
    const hasData = ends.some((end, i) => !sameOffset(end, this.offsets[i] as Offset));
    if (!hasData && !this.wantsBatchWithoutData()) return undefined;
    const batch: PlannedBatch = { batchId: this.nextBatch, ends, watermark: this.tracker.current };
    this.parts.checkpoint?.writeOffsets(batch.batchId, {
      batchWatermarkMs: batch.watermark,
      batchTimestampMs: Math.floor(this.parts.session.clock.now() / 1000),
      offsets: ends,
    });
    return batch;
  }

  /** The watermark has moved on since the last batch, and state waits for it. */
  private wantsBatchWithoutData(): boolean {
    if (this.parts.session.conf('spark.sql.streaming.noDataMicroBatches.enabled') === 'false') return false;
    if (this.parts.trigger.kind === 'once') return false;
    return this.lastExecution !== undefined && this.lastWaits && this.tracker.current > this.lastWatermark;
  }

  private run(batch: PlannedBatch): void {
    const { session, sink, mode, kept, checkpoint, schema } = this.parts;
    const { environment } = session;
    const rows = this.sources.map((s, i) => s.rows(this.offsets[i] as Offset, batch.ends[i] as Offset));
    const began = environment.elapsed();
    const output = runMicroBatch(this.plan, session, {
      batchId: batch.batchId,
      mode,
      rows,
      lateMillis: this.lastWatermark,
      evictionMillis: batch.watermark,
      stores: kept.stores,
    });
    const planned = environment.elapsed();
    const numOutputRows = sink.addBatch({ batchId: batch.batchId, mode, schema, rows: output.rows, output: this.plan.output });
    const ended = environment.elapsed();
    const watermarkMillis = output.eventTimes.length > 0 ? batch.watermark : undefined;
    this.tracker.update(output.eventTimes);
    checkpoint?.writeCommit(batch.batchId, this.tracker.current);
    this.tell(batch, rows, output, { numOutputRows, queryPlanning: planned - began, addBatch: ended - planned, watermarkMillis });
    this.finish(batch, output);
  }

  private finish(batch: PlannedBatch, output: BatchOutput): void {
    this.sources.forEach((s, i) => {
      if (s instanceof FileSource) this.parts.kept.fileHistories.set(i, [...s.history]);
    });
    this.unfinished = undefined;
    this.offsets = batch.ends;
    this.lastWatermark = batch.watermark;
    this.lastWaits = output.waitsForWatermark;
    this.lastExecution = output;
    this.nextBatch = batch.batchId + 1;
  }

  private tell(
    batch: PlannedBatch,
    rows: readonly (readonly Batch[])[],
    output: BatchOutput,
    facts: { readonly numOutputRows: number; readonly queryPlanning: number; readonly addBatch: number; readonly watermarkMillis: number | undefined },
  ): void {
    const { session, sink } = this.parts;
    const json = progressJson({
      ...this.identity,
      batchId: batch.batchId,
      nowMicros: session.clock.now(),
      sources: this.sources.map((s, i) => ({
        description: s.description,
        start: this.offsets[i] as Offset,
        end: batch.ends[i] as Offset,
        numInputRows: (rows[i] ?? []).reduce((sum, b) => sum + b.length, 0),
      })),
      sink: { description: sink.description, numOutputRows: facts.numOutputRows },
      stateOperators: output.stateOperators,
      eventTimes: output.eventTimes,
      watermarkMillis: facts.watermarkMillis,
      durations: { queryPlanning: facts.queryPlanning, addBatch: facts.addBatch },
      shufflePartitions: shufflePartitions(session.conf),
      observed: output.observed,
    });
    this.progress.push(json);
    if (this.progress.length > RECENT_PROGRESS_COUNT) this.progress.shift();
    session.onExecution?.('microBatch', output.execution.plan, output.execution);
    if (session.host.onEvent !== undefined) {
      const scans = collectPlans(this.plan, (p) => p.node === 'DataSourceScan' && isStreaming(p)) as DataSourceScan[];
      session.host.onEvent(microBatchEvent(this.parts, { scan: scans[0], rows: rows[0] ?? [] }, batch.batchId, output, facts.watermarkMillis, json));
    }
  }

  private fail(error: unknown): void {
    if (!(error instanceof SparkError)) throw error;
    const { id, runId } = this.identity;
    const message = error.message;
    this.error = new SparkError({
      errorClass: 'StreamingQueryException',
      condition: 'STREAM_FAILED',
      sqlState: 'XXKST',
      parameters: { id, runId, message },
      sentence: `Query [id = ${id}, runId = ${runId}] terminated with exception: ${message}`,
    });
  }

  explainText(extended: boolean): string {
    const output = this.lastExecution;
    if (output === undefined) return 'No physical plan. Waiting for data.';
    const physical = output.execution.plan;
    const logical = physical.logical ?? this.plan;
    return explain(extended ? 'extended' : 'simple', { analyzed: this.plan, optimized: logical, physical });
  }
}

/** Gives each streaming scan the number of its source, by which the optimizer's copies of it are known again. */
function numberScans(plan: LogicalPlan, scans: readonly DataSourceScan[]): LogicalPlan {
  return transformPlanUp(plan, (p) => {
    if (p.node !== 'DataSourceScan' || !p.isStreaming) return p;
    return { ...p, options: { ...p.options, [SOURCE_OPTION]: String(scans.indexOf(p)) } };
  });
}
