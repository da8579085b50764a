/** dropDuplicates over a stream (`StreamingDeduplicateExec`, `StreamingDeduplicateWithinWatermarkExec`). */
import { concat, gather, gatherBatch, GroupTable } from '../../columnar/index.ts';
import type { Vector } from '../../columnar/index.ts';
import { TimestampType } from '../../types/index.ts';
import { WATERMARK_DELAY_KEY } from '../../plan/index.ts';
import type { AttributeReference, LogicalPlan } from '../../plan/index.ts';
import { vectorOf } from '../../columnar/index.ts';
import { atOrBefore, eventMicros, isEventTime } from '../watermark.ts';
import { rowsNode, rowsWhere } from './operator.ts';
import type { StatefulContext, StatefulResult } from './operator.ts';

interface SeenState {
  readonly count: number;
  readonly keys: readonly Vector[];
  /** Within a watermark: when a key may be forgotten. */
  readonly expires: Vector | undefined;
}

const NOTHING_SEEN: SeenState = { count: 0, keys: [], expires: undefined };

interface Deduplication {
  readonly keys: readonly AttributeReference[];
  readonly withinWatermark: boolean;
  readonly output: readonly AttributeReference[];
}

export function deduplicateStream(p: Deduplication, input: LogicalPlan, operatorId: number, context: StatefulContext): StatefulResult {
  const store = context.stores.operator<SeenState>(operatorId, () => NOTHING_SEEN);
  const before = store.get(context.batchId);
  const rows = context.run(input);
  const place = (a: AttributeReference): number => input.output.findIndex((x) => x.exprId === a.exprId);
  const eventColumn = input.output.findIndex(isEventTime);
  const late = eventColumn < 0 ? new Uint8Array(rows.length) : atOrBefore(rows.columns[eventColumn] as Vector, context.lateMillis);
  const inTime = gatherBatch(rows, rowsWhere(late, 0));
  const fresh = gatherBatch(inTime, firstRows(p, before, p.keys.map((k) => inTime.columns[place(k)] as Vector), inTime.length));
  const freshKeys = p.keys.map((k) => fresh.columns[place(k)] as Vector);
  const delay = Number(input.output[eventColumn]?.metadata?.[WATERMARK_DELAY_KEY] ?? 0);
  const expires = p.withinWatermark ? expiry(fresh.columns[eventColumn] as Vector, delay) : undefined;
  const merged: SeenState = {
    count: before.count + fresh.length,
    keys: p.keys.map((k, i) => concat(k.type, [...(before.count > 0 ? [before.keys[i] as Vector] : []), freshKeys[i] as Vector])),
    expires: expires === undefined ? undefined : concat(TimestampType, [...(before.expires === undefined ? [] : [before.expires]), expires]),
  };
  const after = forget(merged, p, context);
  store.put(context.batchId, after);
  return {
    plan: rowsNode(fresh, p.output),
    metrics: {
      operatorName: p.withinWatermark ? 'dedupeWithinWatermark' : 'dedupe',
      numRowsTotal: after.count,
      numRowsUpdated: fresh.length,
      numRowsRemoved: merged.count - after.count,
      numRowsDroppedByWatermark: rows.length - inTime.length,
    },
    waitsForWatermark: eventColumn >= 0,
  };
}

/** The first row of each key that is not known yet. */
function firstRows(p: Deduplication, before: SeenState, keys: readonly Vector[], n: number): Int32Array {
  const table = new GroupTable(p.keys.map((k) => k.type));
  if (before.count > 0) table.assign(before.keys, before.count);
  let known = table.size;
  const ids = table.assign(keys, n);
  const out: number[] = [];
  for (let i = 0; i < n; i++) {
    if (ids[i] !== known) continue;
    out.push(i);
    known += 1;
  }
  return Int32Array.from(out);
}

function expiry(eventTime: Vector, delayMillis: number): Vector {
  const at = (i: number): bigint | null => {
    const micros = eventMicros(eventTime, i);
    return micros === undefined ? null : BigInt(micros + delayMillis * 1000);
  };
  return vectorOf(TimestampType, Array.from({ length: eventTime.length }, (_, i) => at(i)));
}

function forget(state: SeenState, p: Deduplication, context: StatefulContext): SeenState {
  const eventKey = p.keys.findIndex(isEventTime);
  const bound = p.withinWatermark ? state.expires : state.keys[eventKey];
  if (bound === undefined || state.count === 0) return state;
  const kept = rowsWhere(atOrBefore(bound, context.evictionMillis), 0);
  if (kept.length === state.count) return state;
  return {
    count: kept.length,
    keys: state.keys.map((k) => gather(k, kept)),
    expires: state.expires === undefined ? undefined : gather(state.expires, kept),
  };
}
