/** The session as streaming queries see it. */
import type { Batch } from '../columnar/index.ts';
import { execute } from '../execute/index.ts';
import { planPhysical } from '../physical/index.ts';
import { optimize } from '../optimize/index.ts';
import type { StructType } from '../types/index.ts';
import { attributesOf } from './analyzer-context.ts';
import { planEvent } from './events.ts';
import { oneBatch, tableJson } from './result.ts';
import { showString } from './show-string.ts';
import type { StreamingSession } from '../streaming/index.ts';
import type { RequestContext } from './requests/context.ts';
import { writePlan } from './requests/writes.ts';

export function streamingSession(context: RequestContext): StreamingSession {
  const { session, shared, queries } = context;
  const { host } = shared.options;
  return {
    sessionId: session.id,
    confSnapshot: () => session.conf.snapshot(),
    conf: session.conf.lookup,
    clock: shared.clock,
    environment: shared.environment,
    files: shared.files,
    broker: shared.broker,
    host,
    nextExprId: shared.nextExprId,
    optimizeContext: () => queries.optimizeContext(),
    planContext: () => queries.planContext(),
    executionContext: () => queries.executionContext(),
    replaceCached: (plan) => shared.cache.use(plan),
    run: (plan) => {
      const optimized = optimize(shared.cache.use(plan), queries.optimizeContext());
      return execute(planPhysical(optimized, queries.planContext()), queries.executionContext());
    },
    registerBatch: (hash, schema, batch) => shared.local.register(hash, { schema, batch }),
    forgetBatch: (hash) => shared.local.remove(hash),
    showString: (schema, rows, numRows, truncate) => showString(schema, rows, { numRows, truncate, vertical: false, timeZone: session.timeZone }),
    tableJson,
    createMemoryView: (name, schema, rows) => memoryView(context, name, schema, rows),
    write: (plan, spec) => writePlan(context, plan, spec),
    ...(host.onEvent === undefined
      ? {}
      : { onExecution: (action, _plan, execution) => host.onEvent?.(planEvent(action, execution, 0)) }),
  };
}

/** Reading the view gives the rows that the sink holds at that time. */
function memoryView(context: RequestContext, name: string, schema: StructType, rows: () => readonly Batch[]): void {
  const { session, shared } = context;
  const columns = attributesOf(schema, shared.nextExprId);
  session.views.set({
    name,
    get plan() {
      return { node: 'LocalData', origin: 'local', batch: oneBatch(schema, rows()), output: columns } as const;
    },
    relation: { type: 'ReadNamedTable', unparsedIdentifier: name },
  });
}
