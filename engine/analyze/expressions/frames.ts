/** Frames of windows: bounds as constants of the right type. */
import { analysisError } from '../../core/index.ts';
import { frameSql, isFoldable, literal, stripAlias, windowSpecSql } from '../../plan/index.ts';
import type { Expression, FrameBoundary, Literal, ResolvedBound, ResolvedExpression, ResolvedFrame, SortOrder, WindowFrame } from '../../plan/index.ts';
import { canImplicitCast, compareValues, IntegerType, isNested, isNumeric, quotedSqlType, sameType, sqlTypeName } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { Env } from '../analysis.ts';
import { sqlOf } from '../aliases.ts';
import { coerce } from './casts.ts';
import { constantValue } from './constants.ts';

export const CURRENT_ROW: ResolvedBound = { kind: 'currentRow' };
export const UNBOUNDED_PRECEDING: ResolvedBound = { kind: 'unboundedPreceding' };
const UNBOUNDED_FOLLOWING: ResolvedBound = { kind: 'unboundedFollowing' };

/** With an order all rows up to the current one's equals, without one the whole partition. */
export function defaultFrame(ordered: boolean): ResolvedFrame {
  return ordered
    ? { frameType: 'range', lower: UNBOUNDED_PRECEDING, upper: CURRENT_ROW }
    : { frameType: 'row', lower: UNBOUNDED_PRECEDING, upper: UNBOUNDED_FOLLOWING };
}

/** A distance in rows. */
export function rowDistance(rows: number): Literal {
  return literal(rows, IntegerType);
}

type Side = 'lower' | 'upper';

/** The frame with its bounds worked out. Raises DATATYPE_MISMATCH.SPECIFIED_WINDOW_FRAME_… */
export function resolveFrame(frame: WindowFrame, partitionBy: readonly ResolvedExpression[], orderBy: readonly SortOrder[], env: Env): ResolvedFrame {
  const lower = boundOf(frame.lower, frame, orderBy, env);
  const upper = boundOf(frame.upper, frame, orderBy, env);
  const resolved: ResolvedFrame = { frameType: frame.frameType, lower: lower.bound, upper: upper.bound };
  checkTypes(env, resolved, partitionBy, orderBy);
  checkSides(env, resolved);
  const cast = (b: ResolvedBound): ResolvedBound => castBound(b, frame.frameType, orderBy, env);
  return { frameType: frame.frameType, lower: cast(lower.bound), upper: cast(upper.bound) };
}

/** SQL's `n PRECEDING` is written as the negative of n, and named by n. */
function precedingText(e: Expression, env: Env): string | undefined {
  if (e.type !== 'UnresolvedFunction' || e.functionName !== 'negative') return undefined;
  const [n] = e.arguments;
  return n === undefined ? undefined : sqlOf(env.analysis, stripAlias(env.analysis.resolve(n, env)));
}

function boundOf(b: FrameBoundary, frame: WindowFrame, orderBy: readonly SortOrder[], env: Env): { readonly bound: ResolvedBound } {
  if (b.kind !== 'value') return { bound: b };
  const e = stripAlias(env.analysis.resolve(b.value, env));
  if (!isFoldable(e)) throw notFoldable(env, e, frame, orderBy);
  const written = precedingText(b.value, env);
  const offset = literal(constantValue(env.analysis, e), e.type);
  return { bound: { kind: 'offset', offset, ...(written === undefined ? {} : { written }) } };
}

function notFoldable(env: Env, e: ResolvedExpression, frame: WindowFrame, _orderBy: readonly SortOrder[]): Error {
  const text = sqlOf(env.analysis, e);
  return analysisError(
    'DATATYPE_MISMATCH.SPECIFIED_WINDOW_FRAME_WITHOUT_FOLDABLE',
    '42K09',
    { sqlExpr: `"${frame.frameType === 'row' ? 'ROWS' : 'RANGE'} BETWEEN ${text}"`, location: 'lower', expression: `"${text}"` },
    `The bound of a frame must be the same for all rows, and ${text} is not.`,
  );
}

const RANGE_TYPES = '("NUMERIC" or "INTERVAL DAY TO SECOND" or "INTERVAL YEAR TO MONTH" or "INTERVAL")';

function isDistance(t: DataType): boolean {
  return isNumeric(t) || t.kind === 'daytime_interval' || t.kind === 'yearmonth_interval' || t.kind === 'calendar_interval';
}

function checkTypes(env: Env, frame: ResolvedFrame, partitionBy: readonly ResolvedExpression[], orderBy: readonly SortOrder[]): void {
  for (const side of ['lower', 'upper'] as const) {
    const bound = frame[side];
    if (bound.kind !== 'offset') continue;
    if (frame.frameType === 'row') {
      if (bound.offset.type.kind !== 'integer') throw unaccepted(env, frame, side, bound.offset.type, '"INT"');
    } else if (orderBy.length === 1) {
      const keyType = (orderBy[0] as SortOrder).child.type;
      const takesNone = isNested(keyType) || ['null', 'time'].includes(keyType.kind) || (keyType.kind === 'binary' && env.analysis.context.ansi);
      if (!takesNone && !rangeKey(keyType)) throw unaccepted(env, frame, side, keyType, RANGE_TYPES);
      if (!isDistance(bound.offset.type)) throw unaccepted(env, frame, side, bound.offset.type, RANGE_TYPES);
      if (takesNone || !canAdd(keyType, bound.offset.type)) throw mismatched(windowSpecSql({ partitionBy, orderBy, frame }, { timeZone: env.analysis.context.sessionTimeZone }), keyType, bound.offset.type);
    }
  }
}

function rangeKey(t: DataType): boolean {
  return isDistance(t) || t.kind === 'date' || t.kind === 'timestamp' || t.kind === 'timestamp_ntz';
}

function canAdd(key: DataType, distance: DataType): boolean {
  if (isNumeric(key)) return isNumeric(distance);
  if (key.kind === 'date' && distance.kind === 'daytime_interval') return distance.start === 'day' && distance.end === 'day';
  if (key.kind === 'date') return distance.kind !== 'float' && distance.kind !== 'double' && distance.kind !== 'decimal' && distance.kind !== 'long';
  if (key.kind === 'timestamp' || key.kind === 'timestamp_ntz') return !isNumeric(distance);
  return key.kind === distance.kind;
}

function unaccepted(env: Env, frame: ResolvedFrame, side: Side, type: DataType, expectedType: string): Error {
  return analysisError(
    'DATATYPE_MISMATCH.SPECIFIED_WINDOW_FRAME_UNACCEPTED_TYPE',
    '42K09',
    // Here Spark shows `n PRECEDING` as the negative distance that it stands for.
    { sqlExpr: `"${frameSql(frame, { timeZone: env.analysis.context.sessionTimeZone }).replace(/(?<=BETWEEN |AND )(?!UNBOUNDED)(\S+) PRECEDING/g, '(- $1) FOLLOWING')}"`, location: side, exprType: quotedSqlType(type), expectedType },
    `The ${side} bound of the frame is ${sqlTypeName(type)}; it must be ${expectedType.replaceAll('"', '')}.`,
  );
}

function mismatched(window: string, key: DataType, distance: DataType): Error {
  return analysisError(
    'DATATYPE_MISMATCH.RANGE_FRAME_INVALID_TYPE',
    '42K09',
    { sqlExpr: `"${window}"`, orderSpecType: quotedSqlType(key), valueBoundaryType: quotedSqlType(distance) },
    `A distance of type ${sqlTypeName(distance)} cannot be measured on an order key of type ${sqlTypeName(key)}.`,
  );
}

/** The lower bound must not lie behind the upper one. */
function checkSides(env: Env, frame: ResolvedFrame): void {
  const { lower, upper } = frame;
  const sqlExpr = `"${frameSql(frame, { timeZone: env.analysis.context.sessionTimeZone })}"`;
  if (lower.kind === 'unboundedFollowing' || upper.kind === 'unboundedPreceding') {
    const side = lower.kind === 'unboundedFollowing' ? 'lower' : 'upper';
    throw analysisError(
      'DATATYPE_MISMATCH.SPECIFIED_WINDOW_FRAME_INVALID_BOUND',
      '42K09',
      { sqlExpr, upper: boundText(env, upper), lower: boundText(env, lower) },
      `The ${side} bound of the frame lies beyond the other.`,
    );
  }
  const [a, b] = [position(lower), position(upper)];
  if (a === undefined || b === undefined || a.sign <= b.sign) {
    if (a === undefined || b === undefined || lower.kind !== 'offset' || upper.kind !== 'offset') return;
    if (!sameType(lower.offset.type, upper.offset.type) || compareValues(lower.offset.type, lower.offset.value, upper.offset.value) <= 0) return;
  }
  throw analysisError(
    'DATATYPE_MISMATCH.SPECIFIED_WINDOW_FRAME_WRONG_COMPARISON',
    '42K09',
    { sqlExpr, comparison: 'less than or equal' },
    'The frame ends before it begins: its lower bound must be less than or equal to its upper one.',
  );
}

function boundText(env: Env, b: ResolvedBound): string {
  return b.kind === 'offset' ? `"${sqlOf(env.analysis, b.offset)}"` : `"${b.kind.replace(/[A-Z]/g, (c) => ` ${c}`).toUpperCase()}"`;
}

/** Before, at or after the current row. */
function position(b: ResolvedBound): { readonly sign: number } | undefined {
  if (b.kind === 'currentRow') return { sign: 0 };
  if (b.kind !== 'offset') return undefined;
  const { value, type } = b.offset;
  if (value === null) return undefined;
  return { sign: signOf(value, type) };
}

function signOf(value: Value, type: DataType): number {
  if (typeof value === 'number' || typeof value === 'bigint') return value < 0 ? -1 : value > 0 ? 1 : 0;
  if (type.kind === 'decimal') {
    const { unscaled } = value as unknown as { readonly unscaled: bigint };
    return unscaled < 0n ? -1 : unscaled > 0n ? 1 : 0;
  }
  const { months, days, microseconds } = value as unknown as { readonly months: number; readonly days: number; readonly microseconds: bigint };
  const first = [months, days, Number(microseconds)].find((x) => x !== 0) ?? 0;
  return Math.sign(first);
}

/** Distances on numbers are measured in the key's own type. */
function castBound(b: ResolvedBound, frameType: 'row' | 'range', orderBy: readonly SortOrder[], env: Env): ResolvedBound {
  const key = orderBy[0]?.child.type;
  if (b.kind !== 'offset' || frameType === 'row' || key === undefined || !isNumeric(key) || !canImplicitCast(b.offset.type, key)) return b;
  const cast = coerce(env.analysis, b.offset, key);
  const offset = literal(constantValue(env.analysis, cast), key);
  if (sameType(b.offset.type, key)) return { ...b, offset };
  // The negative distance is no longer bare, and Spark does not see that it could say PRECEDING.
  return { ...b, offset, shown: b.written === undefined ? sqlOf(env.analysis, b.offset) : `(- ${b.written})` };
}
