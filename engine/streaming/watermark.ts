/** Event-time watermarks (`WatermarkTracker`): what is late, and what is final. Times are milliseconds. */
import { valueAt } from '../columnar/index.ts';
import type { Vector } from '../columnar/index.ts';
import { WATERMARK_DELAY_KEY } from '../plan/index.ts';
import type { AttributeReference, EventTimeWatermarkNode } from '../plan/index.ts';

/** Event times of a batch at one watermark operator. */
export interface EventTimeStats {
  readonly count: number;
  readonly maxMillis: number;
  readonly minMillis: number;
  readonly avgMillis: number;
  readonly delayMillis: number;
}

/** Microseconds (a timestamp, or the end of a window) of row i; undefined for null. */
export function eventMicros(v: Vector, i: number): number | undefined {
  const column = v.layout === 'struct' ? (v.children[1] as Vector) : v;
  const value = v.layout === 'struct' && v.validity !== null && v.validity[i] === 0 ? null : valueAt(column, i);
  return value === null ? undefined : Number(value as bigint);
}

/** A null event time counts as the epoch, as in Spark. */
export function statsOf(p: EventTimeWatermarkNode, column: Vector): EventTimeStats {
  let [max, min, avg] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < column.length; i++) {
    const millis = Math.floor((eventMicros(column, i) ?? 0) / 1000);
    if (millis > max) max = millis;
    if (millis < min) min = millis;
    avg += (millis - avg) / (i + 1);
  }
  return { count: column.length, maxMillis: max, minMillis: min, avgMillis: avg, delayMillis: p.delay / 1000 };
}

export type WatermarkPolicy = 'min' | 'max';

export class WatermarkTracker {
  /** By the number of the watermark operator in the plan. */
  private readonly byOperator = new Map<number, number>();

  constructor(
    private readonly policy: WatermarkPolicy,
    /** The watermark in force for the next batch. */
    public current = 0,
  ) {}

  /** Moves on after a batch; never back. */
  update(stats: readonly EventTimeStats[]): void {
    stats.forEach((s, i) => {
      if (s.count === 0) {
        if (!this.byOperator.has(i)) this.byOperator.set(i, 0);
        return;
      }
      const candidate = s.maxMillis - s.delayMillis;
      if (candidate > (this.byOperator.get(i) ?? 0) || !this.byOperator.has(i)) this.byOperator.set(i, Math.max(candidate, this.byOperator.get(i) ?? candidate));
    });
    const values = [...this.byOperator.values()];
    if (values.length === 0) return;
    const chosen = this.policy === 'min' ? Math.min(...values) : Math.max(...values);
    if (chosen > this.current) this.current = chosen;
  }
}

/** Whether a column carries an event time that a watermark bounds. */
export function isEventTime(a: AttributeReference): boolean {
  return a.metadata?.[WATERMARK_DELAY_KEY] !== undefined;
}

/** Rows at or before the watermark: late where they come in, final where they are kept. */
export function atOrBefore(column: Vector, watermarkMillis: number): Uint8Array {
  const limit = watermarkMillis * 1000;
  const out = new Uint8Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const micros = eventMicros(column, i);
    out[i] = micros !== undefined && micros <= limit ? 1 : 0;
  }
  return out;
}
