/** `df.writeStream` and the queries that it starts. */
import { SparkError } from '../../core/index.ts';
import type { Relation } from '../../plan/index.ts';
import type { StreamMethod, StreamSpec } from '../request.ts';
import type { EngineClient } from './client.ts';
import type { DataFrame, DataStreamWriter, OptionValue, StreamingQuery, StreamingQueryManager, Trigger } from './public/index.ts';
import { optionTexts } from './reader.ts';

type Json = Readonly<Record<string, unknown>>;

/** What the engine tells of a query that it started. */
export interface StartedQuery {
  readonly id: string;
  readonly runId: string;
  readonly name: string | null;
}

class StreamingQueryImpl implements StreamingQuery {
  readonly id: string;
  readonly runId: string;
  readonly name: string | null;

  constructor(
    private readonly client: EngineClient,
    started: StartedQuery,
  ) {
    this.id = started.id;
    this.runId = started.runId;
    this.name = started.name;
  }
  private ask(method: StreamMethod, ...args: (number | boolean)[]): unknown {
    return this.client.handle({ op: 'stream', queryId: this.id, method, args });
  }
  get isActive(): boolean {
    return this.ask('isActive') as boolean;
  }
  get status(): Json {
    return this.ask('status') as Json;
  }
  get lastProgress(): Json | null {
    return this.ask('lastProgress') as Json | null;
  }
  get recentProgress(): readonly Json[] {
    return this.ask('recentProgress') as readonly Json[];
  }
  awaitTermination(timeout?: number): boolean | undefined {
    const ended = this.ask('awaitTermination', ...(timeout === undefined ? [] : [timeout * 1000]));
    return timeout === undefined ? undefined : (ended as boolean);
  }
  processAllAvailable(): void {
    this.ask('processAllAvailable');
  }
  stop(): void {
    this.ask('stop');
  }
  exception(): Error | null {
    const message = this.ask('exception');
    if (message === null || message === undefined) return null;
    const text = typeof message === 'string' ? message : JSON.stringify(message);
    return new SparkError({ errorClass: 'StreamingQueryException', condition: null, sentence: text });
  }
  explain(extended = false): void {
    this.client.hooks.print(`${String(this.ask('explain', extended))}\n`);
  }
}

export function streamingQuery(client: EngineClient, started: StartedQuery): StreamingQuery {
  return new StreamingQueryImpl(client, started);
}

/** `spark.streams`. */
export function queryManager(client: EngineClient): StreamingQueryManager {
  const ask = (method: 'active' | 'get' | 'awaitAnyTermination' | 'resetTerminated', ...args: (string | number)[]): unknown =>
    client.handle({ op: 'streams', method, args });
  return {
    get active() {
      return (ask('active') as StartedQuery[]).map((q) => streamingQuery(client, q));
    },
    get: (id) => {
      const found = ask('get', id) as StartedQuery | null;
      return found === null ? null : streamingQuery(client, found);
    },
    awaitAnyTermination: (timeout) => {
      const ended = ask('awaitAnyTermination', ...(timeout === undefined ? [] : [timeout * 1000]));
      return timeout === undefined ? undefined : (ended as boolean);
    },
    resetTerminated: () => {
      ask('resetTerminated');
    },
  };
}

function triggerOf(trigger: Trigger): StreamSpec['trigger'] {
  if (trigger.processingTime !== undefined) return { kind: 'processingTime', interval: trigger.processingTime };
  if (trigger.once === true) return { kind: 'once' };
  if (trigger.availableNow === true) return { kind: 'availableNow' };
  if (trigger.continuous !== undefined) return { kind: 'continuous', interval: trigger.continuous };
  return { kind: 'default' };
}

export class DataStreamWriterImpl implements DataStreamWriter {
  private spec: StreamSpec = { format: 'parquet', options: {}, trigger: { kind: 'default' }, partitionBy: [] };

  constructor(
    private readonly client: EngineClient,
    private readonly plan: Relation,
    private readonly make: (plan: Relation) => DataFrame,
  ) {}

  private with(change: Partial<StreamSpec>): this {
    this.spec = { ...this.spec, ...change };
    return this;
  }
  format(format: string): this {
    return this.with({ format });
  }
  outputMode(outputMode: 'append' | 'update' | 'complete'): this {
    return this.with({ outputMode });
  }
  queryName(queryName: string): this {
    return this.with({ queryName });
  }
  option(key: string, value: OptionValue): this {
    return this.options({ [key]: value });
  }
  options(options: Readonly<Record<string, OptionValue>>): this {
    return this.with({ options: { ...this.spec.options, ...optionTexts(options) } });
  }
  partitionBy(...columns: string[]): this {
    return this.with({ partitionBy: columns.flat() });
  }
  trigger(trigger: Trigger): this {
    return this.with({ trigger: triggerOf(trigger) });
  }
  foreachBatch(f: (batch: DataFrame, batchId: number) => void): this {
    const foreachBatchId = this.client.addBatchFunction((hash, batchId) => f(this.make({ type: 'CachedLocalRelation', hash }), batchId));
    return this.with({ format: 'foreachBatch', foreachBatchId });
  }
  start(path?: string): StreamingQuery {
    const spec = path === undefined ? this.spec : { ...this.spec, path };
    return streamingQuery(this.client, this.client.handle({ op: 'writeStream', plan: this.plan, spec }) as StartedQuery);
  }
  toTable(table: string): StreamingQuery {
    return streamingQuery(this.client, this.client.handle({ op: 'writeStream', plan: this.plan, spec: { ...this.spec, table } }) as StartedQuery);
  }
}
