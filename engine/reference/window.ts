import { valueAt, vectorOf } from '../columnar/index.ts';
import { callContext, windowColumnOf } from '../plan/index.ts';
import type { Alias, Literal, ResolvedBound, ResolvedExpression, SortOrder, WindowCall, WindowFunctionCall, WindowGroupLimitNode, WindowNode } from '../plan/index.ts';
import { addDecimals, addMonthsToDays, CalendarInterval, Decimal, floorDiv, fromLocalMicros, negateDecimal, timeZone, toLocalMicros } from '../types/index.ts';
import type { DataType, Value } from '../types/index.ts';
import { aggregateValue, groupRows } from './aggregate.ts';
import { evaluate, lookupIn } from './context.ts';
import type { Row, Scope } from './context.ts';
import { compareKeys } from './order.ts';

const DAY_MICROS = 86_400_000_000n;

interface Sorted {
  readonly rows: readonly Row[];
  readonly keys: readonly (readonly Value[])[];
}

function sortedPartitions(p: WindowNode | WindowGroupLimitNode, rows: readonly Row[], scope: Scope): Sorted[] {
  const lookup = lookupIn(p.input.output, scope.outer);
  const valueOf = (e: ResolvedExpression, row: Row): Value => evaluate(e, lookup(row), scope);
  return groupRows(p.partitionBy, rows, valueOf).map((group) => {
    const keyed = group.rows.map((row) => ({ row, key: p.orderBy.map((o) => valueOf(o.child, row)) }));
    keyed.sort((a, b) => compareKeys(p.orderBy, a.key, b.key));
    return { rows: keyed.map((k) => k.row), keys: keyed.map((k) => k.key) };
  });
}

export function interpretWindow(p: WindowNode, rows: readonly Row[], scope: Scope): Row[] {
  return sortedPartitions(p, rows, scope).flatMap((part) => {
    const columns = p.windowExpressions.map((e) => windowColumn(e, p, part, scope));
    return part.rows.map((row, i) => [...row, ...columns.map((c) => c[i] ?? null)]);
  });
}

function windowColumn(e: Alias, p: WindowNode, part: Sorted, scope: Scope): Value[] {
  const { call, slot, around } = windowColumnOf(e);
  const values = callValues(call, p, part, scope);
  if (around === undefined) return values;
  const lookup = lookupIn([slot], scope.outer);
  return values.map((v) => evaluate(around, lookup([v]), scope));
}

function callValues(call: WindowCall, p: WindowNode, part: Sorted, scope: Scope): Value[] {
  const lookup = lookupIn(p.input.output, scope.outer);
  const frames = part.rows.map((_, i) => frameOf(call, p.orderBy, part, i, scope));
  const fn = call.function;
  if (fn.kind === 'aggregate') {
    return frames.map(([lo, hi]) => aggregateValue(fn, part.rows.slice(lo, hi), lookup, scope));
  }
  return functionValues(fn, p, part, frames, scope);
}

/** Window functions have one meaning only, over columns; it is asked for one partition at a time. */
function functionValues(fn: WindowFunctionCall, p: WindowNode, part: Sorted, frames: readonly (readonly [number, number])[], scope: Scope): Value[] {
  const lookup = lookupIn(p.input.output, scope.outer);
  const n = part.rows.length;
  const args = fn.args.map((a) => vectorOf(a.type, part.rows.map((row) => evaluate(a, lookup(row), scope))));
  const peers = part.keys.map((_, i) => peersOf(p.orderBy, part, i));
  const out = fn.fn.evaluate(
    {
      n,
      args,
      partitionStart: new Int32Array(n),
      partitionEnd: new Int32Array(n).fill(n),
      peerStart: Int32Array.from(peers, (x) => x[0]),
      peerEnd: Int32Array.from(peers, (x) => x[1]),
      lo: Int32Array.from(frames, (x) => x[0]),
      hi: Int32Array.from(frames, (x) => x[1]),
    },
    callContext(scope.task, fn),
  );
  return part.rows.map((_, i) => valueAt(out, i));
}

function peersOf(orders: readonly SortOrder[], part: Sorted, i: number): readonly [number, number] {
  const same = part.keys.map((k) => compareKeys(orders, k, part.keys[i] as readonly Value[]) === 0);
  return [same.indexOf(true), same.lastIndexOf(true) + 1];
}

/** The frame [lo, hi) of row i, by looking at every row of its partition. */
function frameOf(call: WindowCall, orders: readonly SortOrder[], part: Sorted, i: number, scope: Scope): readonly [number, number] {
  const n = part.rows.length;
  const { lower, upper, frameType } = call.frame;
  const inside = part.rows.map((_, j) => {
    if (frameType === 'row') return j - i >= rowOffset(lower) && j - i <= rowOffset(upper);
    return reaches(lower, 1, orders, part, i, j, scope) && reaches(upper, -1, orders, part, i, j, scope);
  });
  const lo = inside.indexOf(true);
  return lo < 0 ? [Math.min(i, n), Math.min(i, n)] : [lo, inside.lastIndexOf(true) + 1];
}

function rowOffset(b: ResolvedBound): number {
  switch (b.kind) {
    case 'unboundedPreceding':
      return Number.NEGATIVE_INFINITY;
    case 'unboundedFollowing':
      return Number.POSITIVE_INFINITY;
    case 'currentRow':
      return 0;
    case 'offset':
      return Number(b.offset.value);
  }
}

/** Whether row j is not before (`sign` 1) or not after (-1) the bound that row i sets. */
function reaches(b: ResolvedBound, sign: number, orders: readonly SortOrder[], part: Sorted, i: number, j: number, scope: Scope): boolean {
  if (b.kind === 'unboundedPreceding' || b.kind === 'unboundedFollowing') return true;
  const own = part.keys[i] as readonly Value[];
  const other = part.keys[j] as readonly Value[];
  if (b.kind === 'currentRow') return sign * compareKeys(orders, other, own) >= 0;
  const [order] = orders as readonly [SortOrder];
  const [key] = own as readonly [Value];
  const target = key === null ? null : shift(key, order.child.type, b.offset, order.ascending ? 1 : -1, scope.task.sessionTimeZone);
  return sign * compareKeys(orders, other, [target]) >= 0;
}

function shift(key: Value, type: DataType, offset: Literal, sign: number, zoneId: string): Value {
  const by = offset.value;
  if (key instanceof Decimal) {
    const step = by instanceof Decimal ? by : new Decimal(BigInt(by as number | bigint), 0);
    return addDecimals(key, sign < 0 ? negateDecimal(step) : step);
  }
  const months = by instanceof CalendarInterval ? by.months : offset.type.kind === 'yearmonth_interval' ? Number(by) : 0;
  const days = by instanceof CalendarInterval ? by.days : 0;
  const calendar = by instanceof CalendarInterval || offset.type.kind === 'yearmonth_interval';
  if (type.kind === 'date') {
    if (calendar) return addMonthsToDays(key as number, sign * months) + sign * days;
    const step = offset.type.kind === 'daytime_interval' ? Number((by as bigint) / DAY_MICROS) : Number(by);
    return (key as number) + sign * step;
  }
  if (typeof key === 'bigint' && calendar) {
    const zone = timeZone(type.kind === 'timestamp' ? zoneId : 'UTC');
    const local = toLocalMicros(key, zone);
    const day = floorDiv(local, DAY_MICROS);
    const moved = BigInt(addMonthsToDays(Number(day), sign * months) + sign * days);
    const micros = by instanceof CalendarInterval ? by.microseconds : 0n;
    return fromLocalMicros(moved * DAY_MICROS + local - day * DAY_MICROS, zone) + BigInt(sign) * micros;
  }
  if (typeof key === 'bigint') return key + BigInt(sign) * BigInt(by as number | bigint);
  return (key as number) + sign * Number(by);
}

/** Rows whose rank is within the limit. */
export function interpretGroupLimit(p: WindowGroupLimitNode, rows: readonly Row[], scope: Scope): Row[] {
  return sortedPartitions(p, rows, scope).flatMap((part) => {
    let dense = 0;
    return part.rows.filter((_, i) => {
      const [first] = peersOf(p.orderBy, part, i);
      if (first === i) dense += 1;
      const rank = p.rankFunction === 'row_number' ? i + 1 : p.rankFunction === 'rank' ? first + 1 : dense;
      return rank <= p.limit;
    });
  });
}
