import type { AggregateFunction, CallContext } from '../functions/define.ts';
import { callContext, collectExpressions, expressionKey, literal, mapChildren } from '../plan/index.ts';
import type { AggregateCall, AggregateNode, ResolvedExpression, RowLookup } from '../plan/index.ts';
import { keyText } from '../columnar/index.ts';
import type { Value } from '../types/index.ts';
import { evaluate, lookupIn, NO_OUTER } from './context.ts';
import type { Row, Scope } from './context.ts';
import { mergedSessions, sessionKey } from './sessions.ts';

/** Rows of each group, in order of first appearance; without keys one group, also of no rows. */
export function groupRows(keys: readonly ResolvedExpression[], rows: readonly Row[], valueOf: (e: ResolvedExpression, row: Row) => Value): { key: Value[]; rows: Row[] }[] {
  if (keys.length === 0) return [{ key: [], rows: [...rows] }];
  const groups = new Map<string, { key: Value[]; rows: Row[] }>();
  for (const row of rows) {
    const key = keys.map((k) => normalized(valueOf(k, row)));
    const text = key.map((v, i) => keyText((keys[i] as ResolvedExpression).type, v)).join('|');
    const group = groups.get(text);
    if (group === undefined) groups.set(text, { key, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
}

/** A key of -0.0 is shown as 0.0. */
function normalized(v: Value): Value {
  return typeof v === 'number' ? v + 0 : v;
}

export function interpretAggregate(p: AggregateNode, rows: readonly Row[], scope: Scope): Row[] {
  const lookup = lookupIn(p.input.output, scope.outer);
  const valueOf = (e: ResolvedExpression, row: Row): Value => evaluate(e, lookup(row), scope);
  const keys = p.grouping.map((g) => expressionKey(g));
  const calls = p.aggregates.flatMap((e) => collectExpressions(e, (x) => x.kind === 'aggregate')) as AggregateCall[];
  const session = sessionKey(p.grouping);
  const sessions = session < 0 ? undefined : mergedSessions(p.grouping, session, rows, valueOf);
  const keyOf = (e: ResolvedExpression, row: Row): Value => (sessions !== undefined && e === p.grouping[session] ? (sessions.get(row) ?? null) : valueOf(e, row));
  return groupRows(p.grouping, rows, keyOf).map((group) => {
    const values = new Map<string, Value>();
    for (const c of calls) if (!values.has(expressionKey(c))) values.set(expressionKey(c), aggregateValue(c, group.rows, lookup, scope));
    const replace = (e: ResolvedExpression): ResolvedExpression => {
      const at = keys.indexOf(expressionKey(e));
      if (e.kind === 'aggregate') return literal(values.get(expressionKey(e)) ?? null, e.type);
      if (at >= 0 && e.kind !== 'alias') return literal(group.key[at] ?? null, e.type);
      return mapChildren(e, replace);
    };
    return p.aggregates.map((e) => evaluate(replace(e), NO_OUTER, scope));
  });
}

export function aggregateCallContext(call: AggregateCall, scope: Scope): CallContext {
  const orders = call.orderWithinGroup ?? [];
  const args = [...call.args, ...orders.map((o) => o.child)];
  const { type, ignoreNulls } = call;
  const context = callContext(scope.task, { type, args, ...(ignoreNulls === undefined ? {} : { ignoreNulls }) });
  return orders.length === 0 ? context : { ...context, withinGroup: orders.map(({ ascending, nullsFirst }) => ({ ascending, nullsFirst })) };
}

/** The aggregate over some rows, by its row form. */
export function aggregateValue(call: AggregateCall, rows: readonly Row[], lookup: (row: Row) => RowLookup, scope: Scope): Value {
  const fn = call.fn as AggregateFunction<unknown>;
  const context = aggregateCallContext(call, scope);
  const seen = new Set<string>();
  let state = fn.init(context);
  for (const row of rows) {
    const at = lookup(row);
    if (call.filter !== undefined && evaluate(call.filter, at, scope) !== true) continue;
    const all = [...call.args, ...(call.orderWithinGroup ?? []).map((o) => o.child)];
    const args = all.map((a) => evaluate(a, at, scope));
    if (call.distinct) {
      if (fn.distinctBy !== undefined && args.includes(null)) continue;
      const text = args.map((v, i) => (i === (fn.distinctBy ?? i) ? keyText((all[i] as ResolvedExpression).type, v) : '')).join('|');
      if (seen.has(text)) continue;
      seen.add(text);
    }
    state = fn.update(state, args, context);
  }
  return fn.finish(state, context);
}
