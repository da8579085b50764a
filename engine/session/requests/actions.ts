/** Requests that run a query: collect, count, show, and rows by partition. */
import type { Execution } from '../../execute/index.ts';
import { analysisError } from '../../core/index.ts';
import { isStreaming } from '../../plan/index.ts';
import type { Expression, LogicalPlan, Relation } from '../../plan/index.ts';
import { Observations } from '../observations.ts';
import { planEvent } from '../events.ts';
import { schemaOf } from '../query-execution.ts';
import { firstRowsJson, oneBatch, tableJson } from '../result.ts';
import { cellStyle, showString } from '../show-string.ts';
import type { TableJson } from '../request.ts';
import type { RequestContext, RequestOf } from './context.ts';

/** A stream has no end to wait for: it is started, not collected. */
function requireBatch(plan: LogicalPlan): void {
  if (!isStreaming(plan)) return;
  throw analysisError(
    '_LEGACY_ERROR_TEMP_3102',
    null,
    {},
    'Queries with streaming sources must be executed with writeStream.start(): a stream has no last row to wait for.',
  );
}

/** Plans the relation, runs it, and tells the host about it when `use` is done with the rows. */
export function runAction<T>(context: RequestContext, action: string, plan: LogicalPlan, use: (execution: Execution) => T): T {
  requireBatch(plan);
  const { environment, options } = context.shared;
  const start = environment.elapsed();
  const observations = new Observations();
  const execution = context.queries.execution(plan, observations.observe);
  const result = use(execution);
  observations.keep(context.session.observed);
  if (options.host.onEvent !== undefined) options.host.onEvent(planEvent(action, execution, environment.elapsed() - start));
  return result;
}

export function collect(context: RequestContext, request: RequestOf<'collect'>): TableJson {
  const plan = context.analyzed(request.plan);
  const maxRows = request.maxRows ?? Number.POSITIVE_INFINITY;
  return runAction(context, 'collect', plan, (execution) => firstRowsJson(schemaOf(plan), execution.collect(), maxRows));
}

const COUNT_ROWS: Expression = { type: 'UnresolvedFunction', functionName: 'count', arguments: [{ type: 'Literal', dataType: 'integer', value: 1 }] };

export function count(context: RequestContext, request: RequestOf<'count'>): number {
  const counting: Relation = {
    type: 'Aggregate',
    input: request.plan,
    groupType: 'groupby',
    groupingExpressions: [],
    aggregateExpressions: [{ type: 'Alias', expr: COUNT_ROWS, name: ['count'] }],
  };
  requireBatch(context.analyzed(request.plan));
  return runAction(context, 'count', context.analyzed(counting), (execution) => {
    const table = tableJson({ kind: 'struct', fields: [{ name: 'count', type: { kind: 'long' }, nullable: false }] }, execution.collect());
    return table.columns[0]?.[0] as number;
  });
}

/** Cells past this many rows are never shown: `Int.MaxValue` less what arrays need. */
const MAX_SHOWN_ROWS = 2_147_483_632;

export function show(context: RequestContext, request: RequestOf<'show'>): string {
  const numRows = Math.min(Math.max(request.numRows, 0), MAX_SHOWN_ROWS);
  const plan = context.analyzed({ type: 'Limit', input: request.plan, limit: numRows + 1 });
  const { truncate, vertical } = request;
  return runAction(context, 'showString', plan, (execution) =>
    showString(schemaOf(plan), execution.collect(), { numRows, truncate, vertical, ...cellStyle(context.session) }),
  );
}

/** Tables of rows, one for each partition of the result. */
export function collectPartitions(context: RequestContext, request: RequestOf<'collectPartitions'>): TableJson[] {
  const plan = context.analyzed(request.plan);
  const schema = schemaOf(plan);
  return runAction(context, 'collectPartitions', plan, (execution) => execution.partitions().map((batches) => tableJson(schema, oneBatch(schema, batches))));
}

export function numPartitions(context: RequestContext, request: { readonly plan: Relation }): number {
  const plan = context.analyzed(request.plan);
  return runAction(context, 'numPartitions', plan, (execution) => execution.numPartitions);
}

/** What an Observation asks for: a table of one row; null where no query that collects it has run. */
export function observed(context: RequestContext, request: RequestOf<'observed'>): TableJson | null {
  const found = context.session.observed.get(request.observationId);
  return found === undefined ? null : tableJson(found.schema, found.batch);
}
