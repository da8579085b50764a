/**
 * Aggregation by session over a stream (`SessionWindowStateStoreSaveExec`): rows come as sessions of their own, and those
 * of one key that touch become one, with what the state holds too.
 */
import { concat, gather, GroupTable, sortIndices, valueAt, vectorOf } from '../../columnar/index.ts';
import type { StructVector, Vector } from '../../columnar/index.ts';
import { extractParts, Numbers } from '../../physical/index.ts';
import type { AggregationParts } from '../../physical/index.ts';
import { toAttribute } from '../../plan/index.ts';
import type { AggregateNode, AttributeReference, LogicalPlan } from '../../plan/index.ts';
import { atOrBefore } from '../watermark.ts';
import { accumulatorsOf, keepGroups, newGroups, NO_GROUPS, results } from './aggregate.ts';
import type { GroupsState } from './aggregate.ts';
import { rowsWhere } from './operator.ts';
import type { StatefulContext, StatefulResult } from './operator.ts';

const SESSION_WINDOW_KEY = 'spark.sessionWindow';

function isSession(a: AttributeReference): boolean {
  return a.metadata?.[SESSION_WINDOW_KEY] === true;
}

/** Whether an aggregation groups by sessions. */
export function isSessionWindow(p: AggregateNode): boolean {
  return p.grouping.some((g) => (g.kind === 'attribute' || g.kind === 'alias') && isSession(toAttribute(g)));
}

/** Undefined for aggregations without a session among their keys. */
export function sessionStream(p: AggregateNode, input: LogicalPlan, operatorId: number, context: StatefulContext): StatefulResult | undefined {
  if (!isSessionWindow(p)) return undefined;
  const parts = extractParts(p, new Numbers(p));
  const session = parts.grouping.findIndex((g) => isSession(toAttribute(g)));
  const store = context.stores.operator<GroupsState>(operatorId, () => NO_GROUPS);
  const before = store.get(context.batchId);
  const arrived = mergeSessions(parts, session, newGroups(parts, input, context), context);
  const late = arrived.count === 0 ? new Uint8Array(0) : atOrBefore(arrived.keys[session] as Vector, context.lateMillis);
  const inTime = keepGroups(arrived, rowsWhere(late, 0));
  const touched = touchedSessions(session, before, inTime);
  const updated = mergeSessions(parts, session, append(parts, keepGroups(before, rowsWhere(touched, 1)), inTime), context);
  const merged = append(parts, keepGroups(before, rowsWhere(touched, 0)), updated);
  const closed = merged.count === 0 || context.mode === 'complete' ? new Uint8Array(merged.count) : atOrBefore(merged.keys[session] as Vector, context.evictionMillis);
  const after = keepGroups(merged, rowsWhere(closed, 0));
  store.put(context.batchId, after);
  const emitted = context.mode === 'complete' ? merged : keepGroups(merged, rowsWhere(closed, 1));
  return {
    plan: results(parts, { keys: keysOf(parts, emitted), values: values(parts, emitted, context) }, Int32Array.from({ length: emitted.count }, (_, i) => i)),
    metrics: {
      operatorName: 'sessionWindowStateStoreSaveExec',
      numRowsTotal: after.count,
      numRowsUpdated: updated.count,
      numRowsRemoved: merged.count - after.count,
      numRowsDroppedByWatermark: arrived.count - inTime.count,
    },
    waitsForWatermark: context.mode !== 'complete',
  };
}

function keysOf(parts: AggregationParts, groups: GroupsState): readonly Vector[] {
  return groups.count > 0 ? groups.keys : parts.grouping.map((g) => vectorOf(g.type, []));
}

function values(parts: AggregationParts, groups: GroupsState, context: StatefulContext): readonly Vector[] {
  const ids = Int32Array.from({ length: groups.count }, (_, i) => i);
  return accumulatorsOf(parts, context).map((a, i) => {
    a.grow(groups.count);
    if (groups.count > 0) a.merge(ids, groups.states[i] as readonly Vector[], groups.count);
    return a.finish();
  });
}

function append(parts: AggregationParts, a: GroupsState, b: GroupsState): GroupsState {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const both = (x: Vector, y: Vector): Vector => concat(x.type, [x, y]);
  return {
    count: a.count + b.count,
    keys: parts.grouping.map((_, i) => both(a.keys[i] as Vector, b.keys[i] as Vector)),
    states: a.states.map((s, i) => s.map((v, j) => both(v, (b.states[i] as readonly Vector[])[j] as Vector))),
  };
}

function otherKeys(session: number, groups: GroupsState): Vector[] {
  return groups.keys.filter((_, i) => i !== session);
}

/** Kept sessions whose key has new ones: only those can grow. */
function touchedSessions(session: number, before: GroupsState, arrived: GroupsState): Uint8Array {
  const marks = new Uint8Array(before.count);
  if (before.count === 0 || arrived.count === 0) return marks;
  const table = new GroupTable(otherKeys(session, arrived).map((k) => k.type));
  table.assign(otherKeys(session, arrived), arrived.count);
  const found = table.find(otherKeys(session, before), before.count);
  for (let i = 0; i < found.length; i++) marks[i] = (found[i] as number) >= 0 ? 1 : 0;
  return marks;
}

/** Sessions of one key of which each begins before the other ends, made one. */
function mergeSessions(parts: AggregationParts, session: number, groups: GroupsState, context: StatefulContext): GroupsState {
  if (groups.count === 0) return groups;
  const others = otherKeys(session, groups);
  const table = new GroupTable(others.map((k) => k.type));
  const byKey = table.assign(others, groups.count);
  const window = groups.keys[session] as StructVector;
  const [start, end] = window.children as readonly [Vector, Vector];
  const key: Vector = { layout: 'int', type: { kind: 'integer' }, length: groups.count, validity: null, data: byKey };
  const order = sortIndices([{ vector: key, ascending: true, nullsFirst: true }, { vector: start, ascending: true, nullsFirst: true }], groups.count);
  const ids = new Int32Array(groups.count);
  const first: number[] = [];
  const ends: bigint[] = [];
  let [lastKey, lastEnd] = [-1, 0n];
  for (const row of order) {
    const [from, to] = [valueAt(start, row) as bigint, valueAt(end, row) as bigint];
    if (byKey[row] !== lastKey || from > lastEnd) {
      first.push(row);
      ends.push(to);
      lastEnd = to;
      lastKey = byKey[row] as number;
    } else if (to > lastEnd) {
      ends[ends.length - 1] = to;
      lastEnd = to;
    }
    ids[row] = first.length - 1;
  }
  const rows = Int32Array.from(first);
  const keys = groups.keys.map((k) => gather(k, rows));
  keys[session] = { ...(keys[session] as StructVector), children: [gather(start, rows), vectorOf(end.type, ends)] };
  const accumulators = accumulatorsOf(parts, context);
  accumulators.forEach((a, i) => {
    a.grow(rows.length);
    a.merge(ids, groups.states[i] as readonly Vector[], groups.count);
  });
  return { count: rows.length, keys, states: accumulators.map((a) => a.state()) };
}
