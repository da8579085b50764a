/** The session of a TypeScript program, and what a case changes in it and puts back. */
import { createSparkSession, dataFrameOf } from '../../engine/index.ts';
import type { DataFrame, EngineClient, SparkSession } from '../../engine/index.ts';
import type { CaseInput, StartedStream } from '../protocol/run.ts';
import type { Bench } from './bench.ts';

export class TypeScriptSession {
  readonly spark: SparkSession;
  private readonly client: EngineClient;
  private started: StartedStream[] = [];
  private oldConf: ReadonlyMap<string, string | null> = new Map();
  private oldViews: ReadonlySet<string> = new Set();

  constructor(private readonly bench: Bench) {
    const inner = bench.client;
    this.client = {
      ...inner,
      handle: (request) => {
        const value = inner.handle(request);
        if (request.op === 'writeStream') {
          const { id } = value as { readonly id: string };
          this.started.push({ queryId: id, plan: inner.handle({ op: 'portable', plan: request.plan }), spec: request.spec });
        }
        return value;
      },
    };
    this.spark = createSparkSession(this.client);
  }

  /** A registered table. */
  table(hash: string): DataFrame {
    return dataFrameOf(this.client, { type: 'CachedLocalRelation', hash });
  }

  beginCase(input: CaseInput): void {
    this.started = [];
    const all = this.spark.conf.getAll;
    this.oldConf = new Map(Object.keys(input.conf).map((key) => [key, all[key] ?? null]));
    this.oldViews = new Set(this.views());
    for (const [key, value] of Object.entries(input.conf)) this.spark.conf.set(key, value);
    this.bench.beginCase(input);
  }

  /** Settings of SQL that were made explicitly. */
  settings(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.spark.conf.getAll).filter(([key]) => key.startsWith('spark.sql.')));
  }

  /** Ends a case: nothing of it is left in the session. Gives the queries that it started. */
  endCase(): StartedStream[] {
    for (const query of this.spark.streams.active) query.stop();
    for (const name of this.views()) {
      if (!this.oldViews.has(name)) this.spark.catalog.dropTempView(name);
    }
    this.spark.catalog.clearCache();
    for (const [key, value] of this.oldConf) {
      if (value === null) this.spark.conf.unset(key);
      else this.spark.conf.set(key, value);
    }
    this.bench.endCase();
    return this.started;
  }

  private views(): string[] {
    return this.spark.catalog.listTables().flatMap((t) => (t['isTemporary'] === true ? [String(t['name'])] : []));
  }
}
