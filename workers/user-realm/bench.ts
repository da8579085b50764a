/**
 * The engine beside the user's program, and what a case puts before it: tables, settings, a broker with its topics, a clock.
 * One bench serves one realm; each run gets a fresh engine. The same in the browser, in Node tests and on the command line.
 */
import { Engine } from '../../engine/index.ts';
import type { ApiHooks, EngineClient, EngineEvent, EngineHost, Environment } from '../../engine/index.ts';
import type { CaseInput, RealmEvent, RunRequest } from '../protocol/run.ts';

/** What a run fixes before its program begins. */
export type RunSettings = Pick<RunRequest, 'seed' | 'nowMicros'>;

export interface BenchOptions {
  readonly post: (event: RealmEvent) => void;
  /** Milliseconds on a monotonic clock. */
  readonly elapsed: () => number;
  readonly toPandas?: ApiHooks['toPandas'];
}

export class Bench {
  private current: Engine | null = null;
  private api: EngineClient | null = null;
  private case: CaseInput | null = null;
  private filesBefore: ReadonlySet<string> = new Set();
  private baseMicros = 0;
  private seeds = 0;
  /** Makes the engine's host of what the realm gives: a language whose functions the engine calls adds them here. */
  makeHost: (own: Pick<EngineHost, 'print' | 'onEvent'>) => EngineHost = (own) => own;

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
    const environment: Environment = { now: () => this.baseMicros, elapsed: this.options.elapsed, seed: () => this.nextSeed() };
    const print = (text: string): void => this.send({ kind: 'stdout', text });
    const host = this.makeHost({ print, onEvent: (event: EngineEvent) => this.send({ kind: 'engine', event }) });
    this.current = new Engine({ environment, host, cacheAnalysis: true });
    const hooks = { print, ...(callSite === undefined ? {} : { callSite }), ...(this.options.toPandas === undefined ? {} : { toPandas: this.options.toPandas }) };
    this.api = this.current.client(undefined, hooks);
  }

  /** Of a linear congruential generator: the same seeds in the same order for the same run. */
  private nextSeed(): number {
    this.seeds = (Math.imul(this.seeds, 1_664_525) + 1_013_904_223) | 0;
    return this.seeds >>> 1;
  }

  /** The engine as the TypeScript API uses it. */
  get client(): EngineClient {
    if (this.api === null) throw new Error('no program is running');
    return this.api;
  }

  /** Puts a case's inputs before the program: tables, topics, and the time at which its script begins. */
  beginCase(input: CaseInput): void {
    const { engine } = this;
    for (const argument of input.arguments) {
      if (argument.kind === 'table') engine.registerTable(argument.hash, argument.table, argument.numPartitions);
    }
    if (input.stream !== undefined) {
      // The clock only goes forward by itself; between cases it is set.
      this.baseMicros += input.stream.startMicros - engine.clock.now();
      engine.broker.clear();
      for (const topic of input.stream.topics) engine.broker.createTopic(topic.name, topic.partitions);
    }
    this.case = input;
    this.filesBefore = new Set(this.fileNames());
  }

  private fileNames(): string[] {
    return this.engine.files.filesUnder('/').map((file) => file.path);
  }

  /** Plays the case's script: time passes, events arrive, a round of micro-batches follows. Throws what a query raises. */
  playScript(): void {
    const script = this.case?.stream;
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

  private settle(): void {
    for (const queryId of this.activeQueries()) this.engine.handle({ op: 'stream', queryId, method: 'processAllAvailable' });
  }

  /** Ids of the streaming queries that run. */
  activeQueries(): string[] {
    const active = this.engine.handle({ op: 'streams', method: 'active' }) as readonly { readonly id: string }[];
    return active.map((query) => query.id);
  }

  /** Ends a case: its files go, checkpoints among them, so that the next one begins like the first. */
  endCase(): void {
    for (const path of this.fileNames()) {
      if (!this.filesBefore.has(path)) this.engine.files.delete(path);
    }
    this.case = null;
  }
}
