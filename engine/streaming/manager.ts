/** The queries of an engine (`StreamingQueryManager`): they advance while the program waits, on the virtual clock. */
import { analysisError, SparkError } from '../core/index.ts';
import type { LogicalPlan, Relation, WireValue } from '../plan/index.ts';
import { normalizePath } from '../sources/index.ts';
import type { KafkaBroker } from '../sources/index.ts';
import type { StructType } from '../types/index.ts';
import { checkStreamingPlan, outputModeOf } from './checks.ts';
import { Checkpoint, CheckpointRegistry } from './query/checkpoint.ts';
import { StreamingQuery } from './query/query.ts';
import { triggerOf } from './query/trigger.ts';
import { DeliverySchedule } from './schedule.ts';
import type { DeliveryScript } from './schedule.ts';
import type { StartedQueryJson, StreamingManager, StreamingSession, StreamMethod, StreamSpec, VirtualClock } from './session-contract.ts';
import { hasTemporaryCheckpoint, makeSink } from './sinks/index.ts';

/**
 * How long a wait without a time limit lasts at most, on the virtual clock, when a source makes rows for ever and nothing
 * else is due: real Spark would wait until somebody stops it.
 */
const ENDLESS_WAIT_MICROS = 10_000_000;
const MICROS_PER_MILLI = 1000;

interface Started {
  readonly query: StreamingQuery;
  readonly sessionId: string;
}

class QueryManager implements StreamingManager {
  private readonly queries = new Map<string, Started>();
  private readonly terminated: StreamingQuery[] = [];
  private readonly checkpoints = new CheckpointRegistry();
  private readonly deliveries = new DeliverySchedule();
  private made = 0;

  constructor(
    private readonly clock: VirtualClock,
    private readonly broker: KafkaBroker,
  ) {}

  start(session: StreamingSession, _relation: Relation, analyzed: LogicalPlan, spec: StreamSpec): StartedQueryJson {
    const mode = outputModeOf(spec.outputMode);
    const trigger = triggerOf(spec);
    const schema: StructType = { kind: 'struct', fields: analyzed.output.map((a) => ({ name: a.name, type: a.type, nullable: a.nullable })) };
    const runId = this.uuid();
    const name = spec.queryName ?? null;
    this.requireFreeName(name);
    const sink = makeSink(session, spec, schema, mode, runId);
    const location = checkpointLocation(session, spec, name);
    checkStreamingPlan(analyzed, mode);
    const checkpoint = location === undefined ? undefined : new Checkpoint(session.files, location);
    const id = checkpoint?.idOr(this.uuid()) ?? this.uuid();
    this.requireNotRunning(id);
    const identity: StartedQueryJson = { id, runId, name };
    const kept = this.checkpoints.get(location, session.clock.now());
    const fixed: StreamingSession = { ...session, conf: session.confSnapshot() };
    this.queries.set(id, { query: new StreamingQuery({ session: fixed, analyzed, schema, spec, mode, trigger, identity, sink, checkpoint, kept }), sessionId: session.sessionId });
    return identity;
  }

  /** The same numbers in every run, in the form of a UUID. */
  private uuid(): string {
    this.made += 1;
    return `00000000-0000-4000-8000-${this.made.toString(16).padStart(12, '0')}`;
  }

  private requireFreeName(name: string | null): void {
    if (name === null || !this.active().some((q) => q.identity.name === name)) return;
    throw new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence: `A query named ${name} is running already. Stop it first, or take another name.` });
  }
  private requireNotRunning(id: string): void {
    if (this.queries.get(id)?.query.isActive !== true) return;
    throw new SparkError({ errorClass: 'IllegalArgumentException', condition: 'CONCURRENT_QUERY', sqlState: '0A000', sentence: 'Another run of this query, with the same checkpoint, is active. Stop it first.' });
  }

  private active(sessionId?: string): StreamingQuery[] {
    return [...this.queries.values()].filter((s) => s.query.isActive && (sessionId === undefined || s.sessionId === sessionId)).map((s) => s.query);
  }

  private find(queryId: string): StreamingQuery {
    const found = this.queries.get(queryId)?.query;
    if (found === undefined) throw new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence: `There is no streaming query ${queryId}.` });
    return found;
  }

  query(queryId: string, method: StreamMethod, args: readonly WireValue[]): unknown {
    const query = this.find(queryId);
    switch (method) {
      case 'isActive':
        return query.isActive;
      case 'status':
        return statusOf(query);
      case 'stop':
        query.stop();
        this.settle();
        return null;
      case 'awaitTermination':
        return this.awaitTermination([query], args[0]);
      case 'processAllAvailable':
        if (query.isActive) query.runAll();
        this.settle();
        query.throwIfFailed();
        return null;
      case 'lastProgress':
        return query.progress[query.progress.length - 1] ?? null;
      case 'recentProgress':
        return query.progress;
      case 'exception':
        return query.exception;
      case 'explain':
        return query.explainText(args[0] === true);
    }
  }

  manager(method: 'active' | 'get' | 'awaitAnyTermination' | 'resetTerminated', args: readonly WireValue[], sessionId: string): unknown {
    switch (method) {
      case 'active':
        return this.active(sessionId).map((q) => q.identity);
      case 'get':
        return this.active(sessionId).find((q) => q.identity.id === args[0])?.identity ?? null;
      case 'awaitAnyTermination': {
        const ended = this.terminated.find((q) => q.exception !== null) ?? this.terminated[0];
        if (ended !== undefined) {
          ended.throwIfFailed();
          return true;
        }
        return this.awaitTermination(this.active(sessionId), args[0]);
      }
      case 'resetTerminated':
        this.terminated.length = 0;
        return null;
    }
  }

  /** Notes queries that have ended since. */
  private settle(): void {
    for (const { query } of this.queries.values()) if (!query.isActive && !this.terminated.includes(query)) this.terminated.push(query);
  }

  private runDue(): void {
    for (const query of this.active()) query.trigger();
    this.settle();
  }

  /** The next moment at which something happens by itself; undefined if nothing will. */
  private nextMoment(): number | undefined {
    const wakes = this.active().flatMap((q) => q.nextWake() ?? []);
    const waiting = this.active().filter((q) => !q.isDue && q.isDataAvailable).map((q) => q.tick);
    const delivery = this.deliveries.next;
    const all = [...wakes, ...waiting, ...(delivery === undefined ? [] : [delivery])].filter((t) => t > this.clock.now() || t === delivery);
    return all.length === 0 ? undefined : Math.min(...all);
  }

  /** Goes to a moment and lets happen what is due then. */
  private goTo(micros: number): void {
    this.clock.advanceTo(micros);
    while (this.deliveries.deliverDue(this.clock.now(), this.broker)) this.runDue();
    this.runDue();
  }

  advanceClock(micros: number): void {
    this.goThrough(this.clock.now() + Math.max(0, micros), () => false);
  }

  /** Lets time pass up to a moment, or until `done`. Gives whether it was done. */
  private goThrough(until: number, done: () => boolean): boolean {
    this.goTo(this.clock.now());
    for (;;) {
      if (done()) return true;
      const next = this.nextMoment();
      if (next === undefined || next > until) break;
      this.goTo(next);
    }
    if (Number.isFinite(until)) this.goTo(until);
    return done();
  }

  /** True if one of the queries ended in time. Without a limit the wait also ends when nothing more can happen. */
  private awaitTermination(queries: readonly StreamingQuery[], millis: WireValue | undefined): boolean {
    const done = (): boolean => queries.some((q) => !q.isActive);
    const limit = typeof millis === 'number' ? this.clock.now() + millis * MICROS_PER_MILLI : this.endOfWaiting();
    const ended = this.goThrough(limit, done);
    for (const q of queries) q.throwIfFailed();
    return ended;
  }

  /** Everything scheduled, and a while longer where a source goes on by itself. */
  private endOfWaiting(): number {
    return Math.max(this.deliveries.last ?? 0, this.clock.now()) + ENDLESS_WAIT_MICROS;
  }

  schedule(script: DeliveryScript): void {
    this.deliveries.add(script, this.clock.now(), this.broker);
  }

  playOut(): void {
    this.goTo(this.clock.now());
    for (let at = this.deliveries.next; at !== undefined; at = this.deliveries.next) this.goTo(Math.max(at, this.clock.now()));
    // Triggers with an interval may still owe their last batches.
    for (let at = this.owed(); at !== undefined; at = this.owed()) this.goTo(at);
  }

  private owed(): number | undefined {
    const ticks = this.active().filter((q) => !q.isDue && q.isDataAvailable).map((q) => q.tick);
    return ticks.length === 0 ? undefined : Math.min(...ticks);
  }

  stopAll(): void {
    for (const q of this.active()) q.stop();
    this.settle();
  }
}

function statusOf(query: StreamingQuery): Record<string, unknown> {
  const isDataAvailable = query.isDataAvailable;
  if (query.exception !== null) return { message: 'Terminated with exception', isDataAvailable: false, isTriggerActive: false };
  if (!query.isActive) return { message: 'Stopped', isDataAvailable: false, isTriggerActive: false };
  return { message: isDataAvailable ? 'Waiting for next trigger' : 'Waiting for data to arrive', isDataAvailable, isTriggerActive: false };
}

/** Where the query's logs are; undefined for sinks that need none. Raises _LEGACY_ERROR_TEMP_1298. */
function checkpointLocation(session: StreamingSession, spec: StreamSpec, name: string | null): string | undefined {
  const given = Object.entries(spec.options).find(([key]) => key.toLowerCase() === 'checkpointlocation')?.[1];
  if (given !== undefined) return normalizePath(given);
  const base = session.conf('spark.sql.streaming.checkpointLocation');
  if (base !== undefined && base !== '') return normalizePath(`${base}/${name ?? `query-${session.clock.now()}`}`);
  if (hasTemporaryCheckpoint(spec)) return undefined;
  throw analysisError(
    '_LEGACY_ERROR_TEMP_1298',
    null,
    { config: 'spark.sql.streaming.checkpointLocation' },
    'A streaming query that writes to this sink needs a place to remember how far it has come: option("checkpointLocation", "/checkpoints/name"), or the setting spark.sql.streaming.checkpointLocation.',
  );
}

/** Structured Streaming for an engine. */
export function makeStreamingManager(world: { readonly clock: VirtualClock; readonly broker: KafkaBroker }): StreamingManager {
  return new QueryManager(world.clock, world.broker);
}
