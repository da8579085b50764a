/** Functions over windows: specification, frame, and what Spark refuses. */
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import { quotedSql, sortOrderText, stripAlias, toSql, windowSpecSql } from '../../plan/index.ts';
import type { AggregateCall, Expression, Literal, ResolvedExpression, ResolvedFrame, SortOrder, WindowCall, WindowExpr, WindowFunctionCall } from '../../plan/index.ts';
import { frameText } from '../../plan/index.ts';
import { isOrderable, quotedSqlType, sqlTypeName } from '../../types/index.ts';
import type { Env } from '../analysis.ts';
import { sqlOf } from '../aliases.ts';
import { at, contextOf, originOf, withoutPlace } from '../origins.ts';
import { knownValue } from './constants.ts';
import { CURRENT_ROW, defaultFrame, resolveFrame, rowDistance, UNBOUNDED_PRECEDING } from './frames.ts';
import { resolveOrder } from './sort-orders.ts';

/** The specification behind OVER, looked up where it is a name. */
function specification(e: WindowExpr, env: Env): WindowExpr {
  if (e.windowName === undefined) return e;
  const found = env.scope.windows?.get(env.analysis.nameKey(e.windowName));
  if (found === undefined) {
    throw analysisError(
      'MISSING_WINDOW_SPECIFICATION',
      '42P20',
      { windowName: e.windowName, docroot: 'https://spark.apache.org/docs/latest' },
      `There is no window ${e.windowName}: define it in a WINDOW clause.`,
    );
  }
  return { ...found, windowFunction: e.windowFunction, ...originOf(e.origin) };
}

export function resolveWindow(written: WindowExpr, env: Env): WindowCall {
  const e = specification(written, env);
  const bare = windowFunctionOf(e.windowFunction, env, e);
  const partitionBy = e.partitionSpec.map((p) => stripAlias(env.analysis.resolve(p, env)));
  partitionBy.forEach((p, i) => checkPartitionKey(env, p, e.partitionSpec[i] as Expression));
  const orderBy = e.orderSpec.map((o) => resolveOrder(o, env));
  const fn = withOrderKeys(bare, orderBy);
  return at(e.origin, () => {
    const frame = frameOf(env, e, fn, partitionBy, orderBy);
    const call: WindowCall = { kind: 'window', function: fn, partitionBy, orderBy, frame, type: fn.type, nullable: fn.nullable, ...originOf(e.origin) };
    refuseDistinct(env, call);
    refuseParts(env, call);
    return call;
  });
}

const RANKS: ReadonlySet<string> = new Set(['rank', 'dense_rank', 'percent_rank']);

/** Ranks are functions of the window's order. */
function withOrderKeys(fn: AggregateCall | WindowFunctionCall, orderBy: readonly SortOrder[]): AggregateCall | WindowFunctionCall {
  return fn.kind === 'windowFunction' && RANKS.has(fn.fn.name) ? { ...fn, args: orderBy.map((o) => o.child) } : fn;
}

function windowFunctionOf(e: Expression, env: Env, window: WindowExpr): AggregateCall | WindowFunctionCall {
  const fn = stripAlias(env.analysis.resolve(e, env));
  if (fn.kind === 'aggregate' || fn.kind === 'windowFunction') return fn;
  return at(window.origin, () => {
    throw analysisError(
      'UNSUPPORTED_EXPR_FOR_WINDOW',
      '42P20',
      { sqlExpr: `"${sqlOf(env.analysis, fn)}"` },
      `${sqlOf(env.analysis, fn)} cannot be worked out over a window: OVER follows an aggregate or a window function.`,
    );
  });
}

function checkPartitionKey(env: Env, key: ResolvedExpression, written: Expression): void {
  if (isOrderable(key.type)) return;
  at(written.origin, () => {
    throw analysisError(
      'EXPRESSION_TYPE_IS_NOT_ORDERABLE',
      '42822',
      { expr: quotedSql(key, { timeZone: env.analysis.context.sessionTimeZone }), exprType: quotedSqlType(key.type) },
      `Rows cannot be partitioned by ${sqlOf(env.analysis, key)}: ${sqlTypeName(key.type)} has no order.`,
    );
  });
}

function refuseDistinct(env: Env, call: WindowCall): void {
  if (call.function.kind !== 'aggregate' || !call.function.distinct) return;
  throw analysisError(
    'DISTINCT_WINDOW_FUNCTION_UNSUPPORTED',
    '0A000',
    { windowExpr: `"${toSql(call, { timeZone: env.analysis.context.sessionTimeZone })}"` },
    'DISTINCT is not possible over a window.',
  );
}

/** The function as Spark keeps it: the keys of WITHIN GROUP before the other arguments. */
function functionText(env: Env, fn: AggregateCall): string {
  const keys = (fn.orderWithinGroup ?? []).map((o) => o.child);
  const texts = [...keys, ...fn.args].map((a) => sqlOf(env.analysis, a));
  return fn.fn.withinGroup === 'one' ? `${fn.fn.name}(${texts.join(', ')})` : sqlOf(env.analysis, fn);
}

/** INVALID_WINDOW_SPEC_FOR_AGGREGATION_FUNC: some aggregates know whole partitions only. */
function refuseParts(env: Env, call: WindowCall): void {
  const fn = call.function;
  if (fn.kind !== 'aggregate') return;
  const { wholePartition } = fn.fn;
  const bound = wholePartition === 'always' || (wholePartition === 'withinGroup' && (fn.orderWithinGroup?.length ?? 0) > 0);
  const whole = call.frame.lower.kind === 'unboundedPreceding' && call.frame.upper.kind === 'unboundedFollowing' && call.frame.frameType === 'row';
  if (!bound || (call.orderBy.length === 0 && whole)) return;
  throw analysisError(
    'INVALID_WINDOW_SPEC_FOR_AGGREGATION_FUNC',
    '42601',
    { aggFunc: `"${functionText(env, fn)}"` },
    `${sqlOf(env.analysis, fn)} works on whole partitions: leave order and frame out of its window.`,
    contextOf(fn.origin),
  );
}

function frameOf(env: Env, e: WindowExpr, fn: AggregateCall | WindowFunctionCall, partitionBy: readonly ResolvedExpression[], orderBy: readonly SortOrder[]): ResolvedFrame {
  const asked = at(e.specOrigin, () => askedFrame(env, e, partitionBy, orderBy));
  if (fn.kind === 'aggregate' || fn.fn.frame === 'any') return asked ?? defaultFrame(orderBy.length > 0);
  if (fn.fn.requiresOrder && orderBy.length === 0) throw withoutPlace(notOrdered(env, fn));
  const required = fixedFrame(env, fn);
  if (asked !== undefined && frameText(asked) !== frameText(required)) throw withoutPlace(wrongFrame(fn, asked, required));
  return required;
}

function askedFrame(env: Env, e: WindowExpr, partitionBy: readonly ResolvedExpression[], orderBy: readonly SortOrder[]): ResolvedFrame | undefined {
  if (e.frameSpec === undefined) return undefined;
  const frame = resolveFrame(e.frameSpec, partitionBy, orderBy, env);
  checkRange(env, frame, partitionBy, orderBy);
  return frame;
}

function notOrdered(env: Env, fn: WindowFunctionCall): SparkError {
  const text = sqlOf(env.analysis, fn);
  return analysisError(
    'WINDOW_FUNCTION_FRAME_NOT_ORDERED',
    '42601',
    { wf_name: fn.fn.name, wf_expr: text },
    `${text} needs a window with an order: add orderBy (ORDER BY) to it.`,
  );
}

const OFFSET_FUNCTIONS: ReadonlySet<string> = new Set(['lag', 'lead']);

function wrongOffsetFrame(fn: WindowFunctionCall, sentence: string): SparkError {
  return withoutPlace(analysisError('_LEGACY_ERROR_TEMP_1035', null, { prettyName: fn.fn.name }, sentence));
}

function wrongFrame(fn: WindowFunctionCall, asked: ResolvedFrame, required: ResolvedFrame): SparkError {
  if (OFFSET_FUNCTIONS.has(fn.fn.name)) return wrongOffsetFrame(fn, `${fn.fn.name} looks at one row by its distance, so its window cannot have a frame.`);
  return analysisError(
    '_LEGACY_ERROR_TEMP_1036',
    null,
    { wf: frameText(asked), required: frameText(required) },
    `${fn.fn.name} always works on the rows from the start of the partition to the current one; leave the frame out.`,
  );
}

/** Ranks look from the start of the partition to the current row; lag and lead at one row by its distance. */
function fixedFrame(env: Env, fn: WindowFunctionCall): ResolvedFrame {
  if (OFFSET_FUNCTIONS.has(fn.fn.name)) {
    refuseCastOffset(fn);
    const distance = offsetOf(env, fn);
    return { frameType: 'row', lower: { kind: 'offset', offset: distance }, upper: { kind: 'offset', offset: distance } };
  }
  return { frameType: fn.fn.name === 'cume_dist' ? 'range' : 'row', lower: UNBOUNDED_PRECEDING, upper: CURRENT_ROW };
}

/** Spark sets the frame by the offset as written, and finds another one once the offset is cast. */
function refuseCastOffset(fn: WindowFunctionCall): void {
  const offset = fn.args[1];
  const isCast = offset?.kind === 'cast' ? !offset.explicit : offset?.kind === 'literal' && offset.value === null;
  if (isCast) throw wrongOffsetFrame(fn, `The offset of ${fn.fn.name} must be an INT, such as 1.`);
}

function offsetOf(env: Env, fn: WindowFunctionCall): Literal {
  const value = fn.args[1] === undefined ? 1 : Number(knownValue(env.analysis, fn.args[1]) ?? 1);
  return rowDistance(fn.fn.name === 'lag' ? -value : value);
}

function checkRange(env: Env, frame: ResolvedFrame, partitionBy: readonly ResolvedExpression[], orderBy: readonly SortOrder[]): void {
  const byDistance = frame.lower.kind === 'offset' || frame.upper.kind === 'offset';
  if (frame.frameType !== 'range' || !byDistance || orderBy.length === 1) return;
  const sqlExpr = `"${windowSpecSql({ partitionBy, orderBy, frame }, { timeZone: env.analysis.context.sessionTimeZone })}"`;
  if (orderBy.length === 0) {
    throw analysisError('DATATYPE_MISMATCH.RANGE_FRAME_WITHOUT_ORDER', '42K09', { sqlExpr }, 'A RANGE frame measures distances of the order key: give the window an order.');
  }
  throw analysisError(
    'DATATYPE_MISMATCH.RANGE_FRAME_MULTI_ORDER',
    '42K09',
    { sqlExpr, orderSpec: orderBy.map(sortOrderText).join(',') },
    'A RANGE frame with distances needs exactly one order key.',
  );
}
