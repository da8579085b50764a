/**
 * The engine beside the user's program, and what a case puts before it: tables, settings, a broker with its topics, a clock.
 * One bench serves one realm; each run gets a fresh engine. The same in the browser, in Node tests and on the command line.
 */
import { createSparkSession, dataFrameOf, Engine } from '../../engine/index.ts';
import type { ApiHooks, DataFrame, EngineClient, EngineEvent, EngineHost, EngineRequest, Environment, Relation, SparkSession, StreamSpec } from '../../engine/index.ts';
import type { CaseInput, RealmEvent, RunRequest, StartedStream } from '../protocol/run.ts';

/** What a run fixes before its program begins. */
export type RunSettings = Pick<RunRequest, 'seed' | 'nowMicros'>;

/** What is called in the program's own language. */
export type ProgramFunctions = Pick<EngineHost, 'callFunction' | 'callBatchFunction'>;

interface RunningCase {
  readonly input: CaseInput;
  /** Settings of the session before the case's own. */
  readonly oldConf: ReadonlyMap<string, string | null>;
  readonly files: ReadonlySet<string>;
}

export interface BenchOptions {
  readonly post: (event: RealmEvent) => void;
  /** Milliseconds on a monotonic clock. */
  readonly elapsed: () => number;
  readonly toPandas?: ApiHooks['toPandas'];
}

export class Bench {
  private current: Engine | null = null;
  private client: EngineClient | null = null;
  private case: RunningCase | null = null;
  private started: StartedStream[] = [];
  private baseMicros = 0;
  private seeds = 0;
  /** Answers the engine's calls into the program: set by the language's runtime. */
  functions: ProgramFunctions = {};

  constructor(private readonly options: BenchOptions) {}

  get elapsed(): () => number {
    return this.options.elapsed;
  }
  get engine(): Engine {
    if (this.current === null) throw new Error('no program is running');
    return this.current;
  }

  send(event: RealmEvent): void {
    this.options.post(event);
  }

  /** A fresh engine, with the run's time and chance. `callSite` names the program's running line for errors. */
  beginRun(settings: RunSettings, callSite?: () => string | undefined): void {
    this.baseMicros = settings.nowMicros;
    this.seeds = settings.seed;
    this.case = null;
    this.started = [];
    const environment: Environment = { now: () => this.baseMicros, elapsed: this.options.elapsed, seed: () => this.nextSeed() };
    const print = (text: string): void => this.send({ kind: 'stdout', text });
    this.current = new Engine({ environment, host: this.host(print), cacheAnalysis: true });
    const hooks = { print, ...(callSite === undefined ? {} : { callSite }), ...(this.options.toPandas === undefined ? {} : { toPandas: this.options.toPandas }) };
    this.client = this.current.client(undefined, hooks);
  }

  /** Of a linear congruential generator: the same seeds in the same order for the same run. */
  private nextSeed(): number {
    this.seeds = (Math.imul(this.seeds, 1_664_525) + 1_013_904_223) | 0;
    return this.seeds >>> 1;
  }

  private host(print: (text: string) => void): EngineHost {
    return {
      print,
      onEvent: (event: EngineEvent) => this.send({ kind: 'engine', event }),
      callFunction: (id, columns, numRows, argTypes) => {
        if (this.functions.callFunction === undefined) throw new Error('the program has no functions');
        return this.functions.callFunction(id, columns, numRows, argTypes);
      },
      callBatchFunction: (id, hash, batchId) => this.functions.callBatchFunction?.(id, hash, batchId),
    };
  }

  /** One request as JSON, for the Python facade. Started queries are noted on the way. */
  call(requestJson: string): string {
    const answer = this.engine.call(requestJson);
    if (requestJson.includes('"writeStream"')) this.note(JSON.parse(requestJson) as EngineRequest, JSON.parse(answer) as { ok: boolean; value?: unknown });
    return answer;
  }

  private note(request: EngineRequest, answer: { readonly ok: boolean; readonly value?: unknown }): void {
    if (request.op !== 'writeStream' || !answer.ok) return;
    const { id } = answer.value as { readonly id: string };
    this.started.push({ queryId: id, plan: request.plan, spec: request.spec });
  }

  /** The session of TypeScript programs. */
  sparkSession(): SparkSession {
    const client = this.apiClient();
    return createSparkSession({
      ...client,
      handle: (request) => {
        const value = client.handle(request);
        if (request.op === 'writeStream') this.started.push({ queryId: (value as { id: string }).id, plan: request.plan, spec: request.spec as StreamSpec });
        return value;
      },
    });
  }

  private apiClient(): EngineClient {
    if (this.client === null) throw new Error('no program is running');
    return this.client;
  }

  /** A registered table as a DataFrame of the TypeScript API. */
  tableFrame(hash: string): DataFrame {
    return dataFrameOf(this.apiClient(), { type: 'CachedLocalRelation', hash } as Relation);
  }

  /** Puts a case's inputs before the program. */
  beginCase(input: CaseInput): void {
    const { engine } = this;
    for (const argument of input.arguments) {
      if (argument.kind === 'table') engine.registerTable(argument.hash, argument.table, argument.numPartitions);
    }
    const oldConf = new Map(Object.keys(input.conf).map((key) => [key, this.readConf(key)]));
    for (const [key, value] of Object.entries(input.conf)) engine.handle({ op: 'conf', action: 'set', key, value });
    if (input.stream !== undefined) {
      // The clock only goes forward by itself; between cases it is set.
      this.baseMicros += input.stream.startMicros - engine.clock.now();
      engine.broker.clear();
      for (const topic of input.stream.topics) engine.broker.createTopic(topic.name, topic.partitions);
    }
    this.case = { input, oldConf, files: new Set(this.fileNames()) };
  }

  private readConf(key: string): string | null {
    const all = this.engine.handle({ op: 'conf', action: 'getAll' }) as Record<string, string>;
    return all[key] ?? null;
  }

  private fileNames(): string[] {
    return this.engine.files.filesUnder('/').map((file) => file.path);
  }

  /** Plays the case's script: time passes, events arrive, a round of micro-batches follows. A failed query keeps its exception. */
  playScript(): void {
    const script = this.case?.input.stream;
    if (script === undefined) return;
    this.settle();
    for (const step of script.steps) {
      this.engine.handle({ op: 'advanceClock', micros: step.advanceMicros });
      for (const { topic, value, key, partition, timestampMicros } of step.deliver) {
        this.engine.broker.append({
          topic,
          value,
          key: key ?? null,
          ...(partition === undefined ? {} : { partition }),
          ...(timestampMicros === undefined ? {} : { timestampMicros }),
        });
      }
      this.settle();
    }
  }

  /** One round: every active query works off what has arrived. Throws what a query raises. */
  private settle(): void {
    for (const { id } of this.activeQueries()) this.engine.handle({ op: 'stream', queryId: id, method: 'processAllAvailable' });
  }

  private activeQueries(): readonly { readonly id: string }[] {
    return this.engine.handle({ op: 'streams', method: 'active' }) as readonly { readonly id: string }[];
  }

  /** Ends a case: its queries stop, its settings and files go. Gives the queries that it started. */
  endCase(): StartedStream[] {
    const started = this.started;
    this.started = [];
    if (this.case === null) return started;
    for (const { id } of this.activeQueries()) this.engine.handle({ op: 'stream', queryId: id, method: 'stop' });
    for (const [key, value] of this.case.oldConf) {
      this.engine.handle(value === null ? { op: 'conf', action: 'unset', key } : { op: 'conf', action: 'set', key, value });
    }
    for (const path of this.fileNames()) {
      if (!this.case.files.has(path)) this.engine.files.delete(path);
    }
    this.case = null;
    return started;
  }
}
