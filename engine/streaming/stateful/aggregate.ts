/** Aggregation over a stream (`StateStoreSaveExec`): groups and their states kept from batch to batch. */
import { gather, GroupTable, trueRows } from '../../columnar/index.ts';
import type { Batch, Vector } from '../../columnar/index.ts';
import { aggregateArguments, createAccumulator } from '../../execute/index.ts';
import type { Accumulator } from '../../functions/define.ts';
import { extractParts, normalizedGrouping, Numbers } from '../../physical/index.ts';
import type { AggregationParts } from '../../physical/index.ts';
import { projectNode, toAttribute } from '../../plan/index.ts';
import type { AggregateNode, Alias, LogicalPlan, ResolvedExpression } from '../../plan/index.ts';
import { atOrBefore, isEventTime } from '../watermark.ts';
import { rowsNode, rowsWhere } from './operator.ts';
import type { StatefulContext, StatefulResult } from './operator.ts';

/** `states[a]` are the state vectors of aggregate a; row g of all of them belongs to the key in row g. */
export interface GroupsState {
  readonly count: number;
  readonly keys: readonly Vector[];
  readonly states: readonly (readonly Vector[])[];
}

export const NO_GROUPS: GroupsState = { count: 0, keys: [], states: [] };

/** `input` is the node's input with everything stateful below it replaced by rows. */
export function aggregateStream(p: AggregateNode, input: LogicalPlan, operatorId: number, context: StatefulContext): StatefulResult {
  const parts = extractParts(p, new Numbers(p));
  const store = context.stores.operator<GroupsState>(operatorId, () => NO_GROUPS);
  const before = store.get(context.batchId);
  const eventKey = parts.grouping.findIndex((g) => isEventTime(toAttribute(g)));
  const arrived = newGroups(parts, input, context);
  const late = lateGroups(arrived, eventKey, context);
  const merged = merge(parts, before, arrived, rowsWhere(late, 0), context);
  const removed = evicted(merged, eventKey, context);
  const after = keepGroups(merged, rowsWhere(removed, 0));
  store.put(context.batchId, after);
  return {
    plan: results(parts, merged, emittedGroups(merged, removed, context)),
    metrics: {
      operatorName: 'stateStoreSave',
      numRowsTotal: after.count,
      numRowsUpdated: arrived.count - rowsWhere(late, 1).length,
      numRowsRemoved: merged.count - after.count,
      numRowsDroppedByWatermark: rowsWhere(late, 1).length,
    },
    waitsForWatermark: context.mode !== 'complete',
  };
}

export function accumulatorsOf(parts: AggregationParts, context: StatefulContext): Accumulator[] {
  return parts.aggregates.map((a) => createAccumulator(a.call, context.task));
}

/** The batch's own groups: partial aggregation over its rows. */
export function newGroups(parts: AggregationParts, input: LogicalPlan, context: StatefulContext): GroupsState {
  const columns: Alias[] = [];
  const add = (e: ResolvedExpression): number => {
    columns.push({ kind: 'alias', child: e, name: `c${columns.length}`, exprId: context.nextExprId(), type: e.type, nullable: e.nullable });
    return columns.length - 1;
  };
  const keyPlaces = parts.grouping.map((g) => add(stripped(normalizedGrouping(g))));
  const feeds = parts.aggregates.map(({ call }) => ({
    args: aggregateArguments(call).map(add),
    filter: call.filter === undefined ? -1 : add(call.filter),
  }));
  const rows = context.run(projectNode(input, columns));
  const at = (i: number): Vector => rows.columns[i] as Vector;
  const table = new GroupTable(parts.grouping.map((g) => g.type));
  const groups = table.assign(keyPlaces.map(at), rows.length);
  const accumulators = accumulatorsOf(parts, context);
  const count = parts.grouping.length === 0 ? 1 : table.size;
  feeds.forEach((f, i) => {
    const a = accumulators[i] as Accumulator;
    a.grow(count);
    const chosen = f.filter < 0 ? undefined : trueRows(at(f.filter));
    if (chosen === undefined) a.update(groups, f.args.map(at), rows.length);
    else if (chosen.length > 0) a.update(pick(groups, chosen), f.args.map((c) => gather(at(c), chosen)), chosen.length);
  });
  return { count, keys: table.keys(), states: accumulators.map((a) => a.state()) };
}

function stripped(e: ResolvedExpression): ResolvedExpression {
  return e.kind === 'alias' ? e.child : e;
}

function pick(groups: Int32Array, rows: Int32Array): Int32Array {
  return rows.map((row) => groups[row] as number);
}

/** Groups whose window had closed before the batch; complete mode keeps everything. */
function lateGroups(arrived: GroupsState, eventKey: number, context: StatefulContext): Uint8Array {
  if (eventKey < 0 || context.mode === 'complete') return new Uint8Array(arrived.count);
  return atOrBefore(arrived.keys[eventKey] as Vector, context.lateMillis);
}

interface MergedGroups extends GroupsState {
  /** Groups that the batch changed. */
  readonly touched: Int32Array;
  readonly values: readonly Vector[];
}

function merge(parts: AggregationParts, before: GroupsState, arrived: GroupsState, kept: Int32Array, context: StatefulContext): MergedGroups {
  const global = parts.grouping.length === 0;
  const table = new GroupTable(parts.grouping.map((g) => g.type));
  const accumulators = accumulatorsOf(parts, context);
  const take = (state: GroupsState, rows: Int32Array): Int32Array => {
    const ids = global ? new Int32Array(rows.length) : table.assign(state.keys.map((k) => gather(k, rows)), rows.length);
    accumulators.forEach((a, i) => {
      a.grow(global ? 1 : table.size);
      if (rows.length > 0) a.merge(ids, (state.states[i] as readonly Vector[]).map((v) => gather(v, rows)), rows.length);
    });
    return ids;
  };
  if (before.count > 0) take(before, Int32Array.from({ length: before.count }, (_, i) => i));
  const touched = take(arrived, kept);
  const states = accumulators.map((a) => a.state());
  const count = global ? 1 : table.size;
  return { count, keys: table.keys(), states, touched, values: accumulators.map((a) => a.finish()) };
}

function evicted(groups: MergedGroups, eventKey: number, context: StatefulContext): Uint8Array {
  if (eventKey < 0 || context.mode === 'complete' || groups.count === 0) return new Uint8Array(groups.count);
  return atOrBefore(groups.keys[eventKey] as Vector, context.evictionMillis);
}

export function keepGroups(groups: GroupsState, rows: Int32Array): GroupsState {
  if (rows.length === groups.count) return { count: groups.count, keys: groups.keys, states: groups.states };
  const take = (v: Vector): Vector => gather(v, rows);
  return { count: rows.length, keys: groups.keys.map(take), states: groups.states.map((s) => s.map(take)) };
}

/** Append: groups that are final now. Update: those that changed. Complete: all. */
function emittedGroups(groups: MergedGroups, removed: Uint8Array, context: StatefulContext): Int32Array {
  switch (context.mode) {
    case 'append':
      return rowsWhere(removed, 1);
    case 'update':
      return groups.touched;
    case 'complete':
      return Int32Array.from({ length: groups.count }, (_, i) => i);
  }
}

export function results(parts: AggregationParts, groups: Pick<MergedGroups, 'keys' | 'values'>, rows: Int32Array): LogicalPlan {
  const columns = [...groups.keys, ...groups.values].map((v) => gather(v, rows));
  const batch: Batch = { length: rows.length, columns };
  const output = [...parts.grouping.map(toAttribute), ...parts.aggregates.map((a) => a.result)];
  return projectNode(rowsNode(batch, output), parts.results);
}
