/** The session as streaming queries see it. */
import type { Batch } from '../columnar/index.ts';
import { execute } from '../execute/index.ts';
import { planPhysical } from '../physical/index.ts';
import { optimize } from '../optimize/index.ts';
import type { StructType } from '../types/index.ts';
import { attributesOf } from './analyzer-context.ts';
import { planEvent } from './events.ts';
import { oneBatch, tableJson } from './result.ts';
import { cellStyle, showString } from './show-string.ts';
import type { StreamingSession } from '../streaming/index.ts';
import type { RequestContext } from './requests/context.ts';
import { analysisError } from '../core/index.ts';
import { parseMultipartIdentifier } from '../sql/index.ts';
import { findName } from './catalog/lookup.ts';
import { tableIdOf } from './catalog/names.ts';
import { createEmptyTable } from './catalog/write-table.ts';
import type { WriteSpec } from './request.ts';
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
    showString: (schema, rows, numRows, truncate) => showString(schema, rows, { numRows, truncate, vertical: false, ...cellStyle(session) }),
    tableJson,
    openTable: (table, schema) => openTable(context, table, schema),
    createMemoryView: (name, schema, rows) => memoryView(context, name, schema, rows),
    write: (plan, spec) => writePlan(context, plan, spec.table === undefined ? spec : asTableIs(context, spec, spec.table)),
    ...(host.onEvent === undefined
      ? {}
      : { onExecution: (action, _plan, execution) => host.onEvent?.(planEvent(action, execution, 0)) }),
  };
}

/** Makes the table if there is none. Raises _LEGACY_ERROR_TEMP_1190 and 1191 for views, _LEGACY_ERROR_TEMP_1192 for a table of another format. */
function openTable(context: RequestContext, { name, format, path, partitionBy }: Parameters<StreamingSession['openTable']>[0], schema: StructType): void {
  const parts = parseMultipartIdentifier(name);
  const found = findName(context.session, parts);
  if (found === undefined) {
    createEmptyTable(context, { ...tableIdOf(context.session, parts), provider: format, location: path, partitionBy }, schema);
    return;
  }
  if (found.kind === 'view' || found.table.view !== undefined) {
    throw analysisError(found.kind === 'view' ? '_LEGACY_ERROR_TEMP_1190' : '_LEGACY_ERROR_TEMP_1191', null, { viewName: name }, `${name} is a view: a stream adds to tables only.`);
  }
  const { provider } = found.table;
  if (provider.toLowerCase() === format.toLowerCase()) return;
  throw analysisError(
    '_LEGACY_ERROR_TEMP_1192',
    null,
    { source: format, tableName: name, provider },
    `The table ${name} is kept as ${provider} and the stream writes ${format}. Write format("${provider}") before toTable.`,
  );
}

/** A stream adds to a table in the way in which that is laid out, whatever the stream says. */
function asTableIs(context: RequestContext, spec: WriteSpec, name: string): WriteSpec {
  const found = findName(context.session, parseMultipartIdentifier(name));
  if (found?.kind !== 'table' || found.table.view !== undefined) return spec;
  const { provider, partitionBy, buckets } = found.table;
  return { ...spec, format: provider, partitionBy, ...(buckets === undefined ? {} : { buckets }) };
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
