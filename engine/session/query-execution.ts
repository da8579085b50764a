/**
 * From a wire plan to rows, by stages that can be asked for one by one (Spark's `QueryExecution`): analyzed, with what is
 * cached, optimized, physical, run.
 */
import { analyze, pullOutNondeterministic } from '../analyze/index.ts';
import type { AnalyzerContext } from '../analyze/index.ts';
import type { Batch } from '../columnar/index.ts';
import { execute } from '../execute/index.ts';
import type { Execution, ExecutionContext } from '../execute/index.ts';
import { optimize } from '../optimize/index.ts';
import type { OptimizeContext } from '../optimize/index.ts';
import { planPhysical } from '../physical/index.ts';
import type { PhysicalPlan, PlanContext } from '../physical/index.ts';
import type { StructType } from '../types/index.ts';
import type { LogicalPlan, Relation } from '../plan/index.ts';
import { foldersOf, readSource } from './read-source.ts';
import { analyzerContext } from './analyzer-context.ts';
import type { Session } from './session.ts';

/** A finished run. */
export interface QueryResult {
  readonly schema: StructType;
  readonly batch: Batch;
  readonly plan: PhysicalPlan;
  readonly metrics: Execution['metrics'];
}

/** What a plan was made into when it was first asked for; later settings and caches do not change it, as in Spark. */
interface Prepared {
  readonly optimized: LogicalPlan;
  physical?: PhysicalPlan;
}

const prepared = new WeakMap<LogicalPlan, Map<Session, Prepared>>();

export function schemaOf(plan: LogicalPlan): StructType {
  return {
    kind: 'struct',
    fields: plan.output.map((a) => ({
      name: a.name,
      type: a.type,
      nullable: a.nullable,
      ...(a.metadata === undefined ? {} : { metadata: a.metadata }),
    })),
  };
}

export class QueryExecution {
  constructor(private readonly session: Session) {}

  analyzed(relation: Relation, isSql = false): LogicalPlan {
    const { cacheAnalysis } = this.session.shared.options;
    const known = cacheAnalysis && relation.planId !== undefined ? this.session.analyzed.get(relation.planId) : undefined;
    return pullOutNondeterministic(known ?? analyze(relation, this.analyzerContext(), isSql), this.session.shared.nextExprId);
  }

  analyzerContext(): AnalyzerContext {
    return analyzerContext(this.session, this.session.shared.options.cacheAnalysis, (plan) => this.run(plan).batch);
  }

  private prepare(analyzed: LogicalPlan): Prepared {
    const { session } = this;
    let bySession = prepared.get(analyzed);
    if (bySession === undefined) {
      bySession = new Map();
      prepared.set(analyzed, bySession);
    }
    const known = bySession.get(session);
    if (known !== undefined) return known;
    const made: Prepared = { optimized: optimize(session.shared.cache.use(analyzed), this.optimizeContext()) };
    bySession.set(session, made);
    return made;
  }

  optimized(analyzed: LogicalPlan): LogicalPlan {
    return this.prepare(analyzed).optimized;
  }

  physical(analyzed: LogicalPlan): PhysicalPlan {
    const entry = this.prepare(analyzed);
    entry.physical ??= planPhysical(entry.optimized, this.planContext());
    return entry.physical;
  }

  /** `observe` is told of the figures that the query collects. */
  execution(analyzed: LogicalPlan, observe?: ExecutionContext['observe']): Execution {
    return execute(this.physical(analyzed), { ...this.executionContext(), ...(observe === undefined ? {} : { observe }) });
  }

  run(analyzed: LogicalPlan): QueryResult {
    const execution = this.execution(analyzed);
    const batch = execution.collect();
    return { schema: schemaOf(analyzed), batch, plan: execution.plan, metrics: execution.metrics };
  }

  optimizeContext(): OptimizeContext {
    const { session } = this;
    const { registry, disabledRules, onlyRules } = session.shared.options;
    return {
      conf: session.lookup,
      registry,
      environment: session.shared.environment,
      ansi: session.ansi,
      sessionTimeZone: session.timeZone,
      foldersOf: (scan) => foldersOf(session, scan),
      ...(disabledRules === undefined ? {} : { disabledRules }),
      ...(onlyRules === undefined ? {} : { onlyRules }),
    };
  }

  planContext(): PlanContext {
    return { conf: this.session.conf.lookup, registry: this.session.shared.options.registry };
  }

  executionContext(): ExecutionContext {
    const { session } = this;
    const { shared } = session;
    const { host, batchRows } = shared.options;
    const { callFunction, callTableFunction } = host;
    return {
      conf: session.lookup,
      environment: shared.environment,
      ansi: session.ansi,
      sessionTimeZone: session.timeZone,
      cache: shared.cache,
      runPlan: (plan) => execute(planPhysical(plan, this.planContext()), this.executionContext()).collect(),
      foldersOf: (scan) => foldersOf(session, scan),
      readSource: (scan, buckets) => readSource(session, scan, buckets),
      ...(batchRows === undefined ? {} : { batchRows }),
      ...(callFunction === undefined ? {} : { callFunction: (id, columns, numRows, argTypes) => callFunction.call(host, id, columns, numRows, argTypes) }),
      ...(callTableFunction === undefined ? {} : { callTableFunction: (call) => callTableFunction.call(host, call) }),
    };
  }
}
