/** The engine's door: requests as JSON or as values, and its stages one by one for tests and for the judge. */
import type { Batch } from '../columnar/index.ts';
import { isOutOfMemory, outOfMemory, SparkError, unsupported } from '../core/index.ts';
import type { Environment } from '../core/index.ts';
import { registry } from '../functions/registry.ts';
import type { PhysicalPlan } from '../physical/index.ts';
import type { LogicalPlan, Relation } from '../plan/index.ts';
import { typeFromJson } from '../types/index.ts';
import type { StructType } from '../types/index.ts';
import type { KafkaBroker, VirtualFileSystem } from '../sources/index.ts';
import { makeStreamingManager } from '../streaming/index.ts';
import type { ApiHooks, EngineClient } from './api/client.ts';
import type { VirtualClock } from '../core/index.ts';
import { engineClient } from './engine-client.ts';
import type { FunctionTable } from './engine-client.ts';
import type { LocalTable } from './local-store.ts';
import { QueryExecution, schemaOf } from './query-execution.ts';
import type { QueryResult } from './query-execution.ts';
import { runAction } from './requests/actions.ts';
import { answer } from './requests/index.ts';
import type { RequestContext } from './requests/context.ts';
import type { EngineHost, EngineRequest, EngineResponse, TableJson } from './request.ts';
import { Session } from './session.ts';
import { SharedState } from './shared-state.ts';
import type { MakeStreamingManager, StreamingManager } from '../streaming/index.ts';

export const DEFAULT_SESSION_ID = 'default';

export interface EngineOptions {
  readonly environment: Environment;
  readonly host?: EngineHost;
  /** Settings with which every session begins. */
  readonly conf?: Readonly<Record<string, string>>;
  /** Rows in a batch; small values are for tests. */
  readonly batchRows?: number;
  /** Remember analyzed plans by their wire `planId`: for the realm whose plans these are, never for the judge. */
  readonly cacheAnalysis?: boolean;
  /** Structured Streaming; another implementation is for tests. */
  readonly streaming?: MakeStreamingManager;
  /** Optimizer rules left out, or the only ones kept: for tests. */
  readonly disabledRules?: ReadonlySet<string>;
  readonly onlyRules?: ReadonlySet<string>;
}

export class Engine {
  private readonly shared: SharedState;
  private readonly contexts = new Map<string, RequestContext>();
  private readonly functions: FunctionTable = new Map();
  private readonly streaming: StreamingManager;
  private sessions = 0;

  constructor(private readonly options: EngineOptions) {
    const { environment, host = {}, batchRows, cacheAnalysis = false, disabledRules, onlyRules } = options;
    this.shared = new SharedState({
      registry,
      environment,
      host: withClientFunctions(host, this.functions),
      cacheAnalysis,
      ...(batchRows === undefined ? {} : { batchRows }),
      ...(disabledRules === undefined ? {} : { disabledRules }),
      ...(onlyRules === undefined ? {} : { onlyRules }),
    });
    this.streaming = (options.streaming ?? makeStreamingManager)({ clock: this.shared.clock, broker: this.shared.broker });
  }

  /** The virtual file system that readers and writers use. */
  get files(): VirtualFileSystem {
    return this.shared.files;
  }
  get broker(): KafkaBroker {
    return this.shared.broker;
  }
  get clock(): VirtualClock {
    return this.shared.clock;
  }
  /** The streaming queries, and what is scheduled to arrive. */
  get streams(): StreamingManager {
    return this.streaming;
  }

  /** One request in JSON; the answer is `EngineResponse` in JSON and nothing is thrown. */
  call(requestJson: string): string {
    return JSON.stringify(this.respond(requestJson));
  }

  private respond(requestJson: string): EngineResponse {
    try {
      const value = this.handle(JSON.parse(requestJson) as EngineRequest);
      return { ok: true, value: value ?? null };
    } catch (error) {
      if (error instanceof SparkError) return { ok: false, error: error.toJSON() };
      return { ok: false, internal: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  }

  /** One request. Throws SparkError, and InternalError for defects of the engine. */
  handle(request: EngineRequest): unknown {
    const context = this.contextOf(request.sessionId);
    try {
      return answer(context, request);
    } catch (error) {
      if (error instanceof SparkError) throw context.session.texts.placed(error);
      throw isOutOfMemory(error) ? outOfMemory('a text or an array of this query is longer than memory can hold.') : error;
    }
  }

  private contextOf(sessionId = DEFAULT_SESSION_ID): RequestContext {
    const known = this.contexts.get(sessionId);
    if (known !== undefined) return known;
    const session = new Session(sessionId, this.shared, this.options.conf ?? {});
    const queries = new QueryExecution(session);
    const context: RequestContext = {
      session,
      shared: this.shared,
      queries,
      streaming: this.streaming,
      newSession: () => this.contextOf(`session-${++this.sessions}`).session,
      analyzed: (relation, isSql) => queries.analyzed(relation, isSql),
    };
    this.contexts.set(sessionId, context);
    return context;
  }

  /** Rows for `CachedLocalRelation {hash}`: a challenge's input, cut into `numPartitions`. */
  registerTable(hash: string, table: TableJson, numPartitions?: number): void {
    this.shared.local.registerColumns(hash, typeFromJson(table.schema) as StructType, table.columns, table.numRows, numPartitions);
  }
  registerBatch(hash: string, table: LocalTable): void {
    this.shared.local.register(hash, table);
  }

  analyzed(plan: Relation, sessionId?: string): LogicalPlan {
    return this.contextOf(sessionId).analyzed(plan);
  }
  optimized(plan: Relation, sessionId?: string): LogicalPlan {
    const { queries, analyzed } = this.contextOf(sessionId);
    return queries.optimized(analyzed(plan));
  }
  physical(plan: Relation, sessionId?: string): PhysicalPlan {
    const { queries, analyzed } = this.contextOf(sessionId);
    return queries.physical(analyzed(plan));
  }
  run(plan: Relation, sessionId?: string): QueryResult {
    const { queries, analyzed } = this.contextOf(sessionId);
    return queries.run(analyzed(plan));
  }

  /** The rows of a query as columns, as an action of the user's: the host is told of it. */
  collect(plan: Relation, sessionId?: string): { readonly schema: StructType; readonly batch: Batch } {
    const context = this.contextOf(sessionId);
    const analyzed = context.analyzed(plan);
    return runAction(context, 'collect', analyzed, (execution) => ({ schema: schemaOf(analyzed), batch: execution.collect() }));
  }

  /** The engine for the TypeScript API, in a session. `hooks.print` is by default the host's. */
  client(sessionId: string = DEFAULT_SESSION_ID, hooks: Partial<ApiHooks> = {}): EngineClient {
    const { host } = this.options;
    const print = hooks.print ?? ((text: string) => host?.print?.(text));
    return engineClient(this, this.functions, sessionId, this.shared.environment, { ...hooks, print });
  }
}

/** Functions that TypeScript programs gave come first; their ids are negative. All others are the host's. */
function withClientFunctions(host: EngineHost, functions: FunctionTable): EngineHost {
  return {
    ...(host.print === undefined ? {} : { print: host.print.bind(host) }),
    ...(host.onEvent === undefined ? {} : { onEvent: host.onEvent.bind(host) }),
    ...(host.callTableFunction === undefined ? {} : { callTableFunction: host.callTableFunction.bind(host) }),
    ...(host.analyzeTableFunction === undefined ? {} : { analyzeTableFunction: host.analyzeTableFunction.bind(host) }),
    callFunction(id, columns, numRows, argTypes) {
      const own = functions.get(id);
      if (own?.kind === 'columns') return own.run(columns, numRows, argTypes);
      if (host.callFunction === undefined) throw unsupported('A Python function in this place');
      return host.callFunction(id, columns, numRows, argTypes);
    },
    callBatchFunction(id, hash, batchId) {
      const own = functions.get(id);
      if (own?.kind === 'batch') return own.run(hash, batchId);
      if (host.callBatchFunction === undefined) throw unsupported('A function for micro-batches in this place');
      host.callBatchFunction(id, hash, batchId);
    },
  };
}
