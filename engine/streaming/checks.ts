/** What a streaming query may not do (`UnsupportedOperationChecker`), checked before it starts. */
import { analysisError, SparkError } from '../core/index.ts';
import { collectExpressions, collectPlans, expressionsOf, inputsOf, isStreaming, somePlan, toSql, windowSpecSql } from '../plan/index.ts';
import type { AggregateNode, JoinNode, LogicalPlan, WindowNode } from '../plan/index.ts';

import type { OutputMode } from './stateful/operator.ts';
import { isSessionWindow } from './stateful/session-windows.ts';
import { isEventTime } from './watermark.ts';

const MODES: ReadonlySet<string> = new Set(['append', 'update', 'complete']);

/** Raises STREAMING_OUTPUT_MODE.INVALID. */
export function outputModeOf(text: string | undefined): OutputMode {
  const mode = (text ?? 'append').toLowerCase();
  if (MODES.has(mode)) return mode as OutputMode;
  throw new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'STREAMING_OUTPUT_MODE.INVALID',
    sqlState: '42KDE',
    parameters: { outputMode: text as string },
    sentence: `The output mode is append, update or complete, not ${text}.`,
  });
}

function modeUnsupported(operation: string, outputMode: OutputMode, hint: string): SparkError {
  return analysisError('STREAMING_OUTPUT_MODE.UNSUPPORTED_OPERATION', '42KDE', { operation, outputMode }, `${outputMode} mode does not go with ${operation}. ${hint}`);
}

/** Spark's older errors of this kind carry the sentence alone. */
function refused(sentence: string): SparkError {
  return analysisError('_LEGACY_ERROR_TEMP_3102', null, {}, sentence);
}

/** Raises what Spark raises for plans that cannot run batch by batch in this output mode. */
export function checkStreamingPlan(plan: LogicalPlan, mode: OutputMode): void {
  if (!isStreaming(plan)) {
    throw analysisError('WRITE_STREAM_NOT_ALLOWED', '42601', {}, 'writeStream is for streaming DataFrames only: begin with spark.readStream, or use write.');
  }
  const aggregates = streamingNodes(plan, 'Aggregate') as AggregateNode[];
  checkMode(plan, aggregates, mode);
  if (aggregates.length > 1 && mode !== 'append') throw refused(`Several aggregations of one stream go with append mode only, not ${mode}.`);
  visit(plan, mode, aggregates.length > 0);
}

function streamingNodes(plan: LogicalPlan, node: LogicalPlan['node']): LogicalPlan[] {
  return collectPlans(plan, (p) => p.node === node && isStreaming(p));
}

function checkMode(plan: LogicalPlan, aggregates: readonly AggregateNode[], mode: OutputMode): void {
  if (mode === 'append' && aggregates.some((a) => !hasEventTime(a))) {
    throw modeUnsupported('streaming aggregations without watermark', mode, 'Group by a window over a column with withWatermark(), or use update or complete mode.');
  }
  if (mode === 'complete' && aggregates.length === 0) {
    throw modeUnsupported('no streaming aggregations', mode, 'Complete mode gives the whole result each time, which only an aggregation keeps. Use append.');
  }
  if (mode === 'update' && aggregates.some((a) => isSessionWindow(a))) {
    throw modeUnsupported('session window streaming aggregations', mode, 'A session may still merge with another. Use append.');
  }
  if (mode === 'update' && collectPlans(plan, (p) => p.node === 'Join' && isStreaming(p.left) && isStreaming(p.right)).length > 0) {
    throw modeUnsupported('stream-stream joins', mode, 'Use append.');
  }
}

/** Append mode needs a key with an event time, by which a group is final one day. */
function hasEventTime(p: AggregateNode): boolean {
  return p.grouping.some((g) => (g.kind === 'attribute' || g.kind === 'alias') && isEventTime(g.kind === 'attribute' ? g : { ...g, kind: 'attribute', qualifier: [] }));
}

function visit(p: LogicalPlan, mode: OutputMode, aggregated: boolean): void {
  if (!isStreaming(p)) return;
  checkNode(p, mode);
  for (const x of inputsOf(p)) visit(x, mode, aggregated);
}

function checkNode(p: LogicalPlan, mode: OutputMode): void {
  switch (p.node) {
    case 'Aggregate':
      if (expressionsOf(p).some((e) => collectExpressions(e, (x) => x.kind === 'aggregate' && x.distinct).length > 0)) {
        throw refused('Distinct aggregations are not supported on streams. Use approx_count_distinct().');
      }
      return;
    case 'Sort':
      if (mode === 'complete' && somePlan(p, (x) => x.node === 'Aggregate' && isStreaming(x))) return;
      throw refused('Sorting a stream is supported after an aggregation in complete mode only: rows still to come could belong before those already given out.');
    case 'Limit':
      if (mode === 'update') throw refused('limit() on a stream does not go with update mode. Use append.');
      return;
    case 'Tail':
    case 'Offset':
    case 'Sample':
      throw refused(`${p.node} is not supported on streams.`);
    case 'Window':
      throw timelessWindow(p);
    case 'SetOp':
      if (p.op === 'intersect' && isStreaming(p.left) && isStreaming(p.right)) throw refused('INTERSECT of two streams is not supported.');
      if (p.op === 'except' && isStreaming(p.right)) throw refused('EXCEPT with a stream on its right is not supported.');
      return;
    case 'Join':
      checkJoin(p);
      return;
    case 'Deduplicate':
      if (p.withinWatermark && !p.input.output.some(isEventTime)) throw refused('dropDuplicatesWithinWatermark needs withWatermark() before it.');
      return;
    default:
  }
}

function timelessWindow(p: WindowNode): SparkError {
  const first = p.windowExpressions[0];
  const call = first?.child;
  const window = call?.kind === 'window' ? call : undefined;
  const windowFunc = window === undefined ? '' : toSql(window.function).toUpperCase();
  const windowSpec = window === undefined ? '' : windowSpecSql(window).toUpperCase();
  return analysisError(
    'NON_TIME_WINDOW_NOT_SUPPORTED_IN_STREAMING',
    '42KDE',
    { columnName: `\`${first?.name ?? ''}\``, windowFunc, windowSpec },
    'Windows over rows are not supported on streams: rows still to come could belong in front. Group by window() over a timestamp, or use foreachBatch.',
  );
}

function checkJoin(p: JoinNode): void {
  const [left, right] = [isStreaming(p.left), isStreaming(p.right)];
  const both = left && right;
  const bounded = [p.left, p.right].some((x) => x.output.some(isEventTime));
  switch (p.joinType) {
    case 'full_outer':
      if (!both) throw refused('A full outer join of a stream and a table is not supported: a row of the table could still find its match.');
      break;
    case 'left_outer':
    case 'left_semi':
    case 'left_anti':
      if (right && !left) throw refused('The stream must be on the left of this join.');
      if (both && p.joinType === 'left_anti') throw refused('A left anti join of two streams is not supported.');
      break;
    case 'right_outer':
      if (left && !right) throw refused('The stream must be on the right of a right outer join.');
      break;
    default:
      return;
  }
  if (both && !bounded) throw refused('An outer join of two streams needs a watermark on a side and a bound on its time in the condition: else it never knows that a row has no match.');
}
