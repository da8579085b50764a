/** Frames by distance of the order key: `RANGE BETWEEN 5 PRECEDING AND …`, on numbers, dates and timestamps. */
import type { SortKey, Vector } from '../../columnar/index.ts';
import { unsupported } from '../../core/index.ts';
import type { Literal } from '../../plan/index.ts';
import { addMonthsToDays, CalendarInterval, compareDoubles, Decimal, floorDiv, fromLocalMicros, simpleString, timeZone, toLocalMicros } from '../../types/index.ts';
import type { TimeZone } from '../../types/index.ts';
import type { SortedRows } from './partitions.ts';

const DAY_MICROS = 86_400_000_000n;

/** Keys as comparable numbers, and the key that a frame's bound lies at, for each row. */
interface Reach {
  readonly keys: ArrayLike<number> | ArrayLike<bigint>;
  readonly targets: ArrayLike<number> | ArrayLike<bigint>;
}

/** The first row of each row's frame (`lower`), or the row after its last (`upper`). A null key reaches all nulls. */
export function rangeBound(offset: Literal, side: 'lower' | 'upper', rows: SortedRows, key: SortKey, zoneId: string): Int32Array {
  const reach = reachOf(key.vector, offset, key.ascending ? 1 : -1, zoneId, rows.n);
  const { validity } = key.vector;
  const out = new Int32Array(rows.n);
  const { start, end } = rows.partition;
  for (let from = 0; from < rows.n; from = end[from] as number) {
    const to = end[from] as number;
    let a = start[from] as number;
    let b = to;
    if (validity !== null) {
      while (a < b && validity[a] === 0) a++;
      while (b > a && validity[b - 1] === 0) b--;
      const nulls: readonly [number, number] = a > from ? [from, a] : [b, to];
      out.fill(side === 'lower' ? nulls[0] : nulls[1], nulls[0], nulls[1]);
    }
    walk(reach, side, key.ascending, a, b, out);
  }
  return out;
}

/** Keys and targets rise (or fall) together, so one pass finds all bounds. */
function walk(reach: Reach, side: 'lower' | 'upper', ascending: boolean, from: number, to: number, out: Int32Array): void {
  const { keys, targets } = reach;
  const sign = ascending ? 1 : -1;
  let j = from;
  for (let i = from; i < to; i++) {
    const target = targets[i] as number | bigint;
    while (j < to) {
      const order = sign * compareKeys(keys[j] as number | bigint, target);
      if (side === 'lower' ? order >= 0 : order > 0) break;
      j++;
    }
    out[i] = j;
  }
}

function compareKeys(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return typeof a === 'number' && typeof b === 'number' ? compareDoubles(a, b) : 0;
}

function shifted(data: ArrayLike<number>, by: number, n: number): Reach {
  const targets = new Float64Array(n);
  for (let i = 0; i < n; i++) targets[i] = (data[i] as number) + by;
  return { keys: data, targets };
}

function mapped(keys: ArrayLike<number | bigint>, n: number, f: (x: bigint) => bigint): Reach {
  const exact: bigint[] = [];
  const targets: bigint[] = [];
  for (let i = 0; i < n; i++) {
    const x = BigInt(keys[i] as number | bigint);
    exact.push(x);
    targets.push(f(x));
  }
  return { keys: exact, targets };
}

function reachOf(v: Vector, offset: Literal, sign: number, zoneId: string, n: number): Reach {
  const by = offset.value;
  switch (v.layout) {
    case 'int':
      return v.type.kind === 'date' ? dateReach(v.data, offset, sign, n) : shifted(v.data, sign * Number(by), n);
    case 'double':
      return shifted(v.data, sign * Number(by instanceof Decimal ? Number(by.unscaled) / 10 ** by.scale : by), n);
    case 'decimal': {
      const step = by instanceof Decimal ? by : new Decimal(BigInt(by as number | bigint), 0);
      const scale = Math.max(step.scale, v.type.scale);
      const factor = 10n ** BigInt(scale - v.type.scale);
      const delta = BigInt(sign) * step.unscaled * 10n ** BigInt(scale - step.scale);
      const masked = maskedInts(v, n);
      const reach = mapped(masked, n, (x) => x * factor + delta);
      return { keys: (reach.keys as bigint[]).map((x) => x * factor), targets: reach.targets };
    }
    case 'long':
      return longReach(v, offset, sign, zoneId, n);
    default:
      throw unsupported(`A RANGE frame with an offset over ${simpleString(v.type)}`);
  }
}

/** Data with 0 at null rows, where its content is unspecified. */
function maskedInts(v: Vector & { readonly layout: 'long' | 'decimal' }, n: number): (number | bigint)[] {
  const out: (number | bigint)[] = [];
  for (let i = 0; i < n; i++) out.push(v.validity !== null && v.validity[i] === 0 ? 0 : (v.data[i] as number | bigint));
  return out;
}

function longReach(v: Vector & { readonly layout: 'long' }, offset: Literal, sign: number, zoneId: string, n: number): Reach {
  const by = offset.value;
  const isTime = v.type.kind === 'timestamp' || v.type.kind === 'timestamp_ntz';
  if (isTime && (by instanceof CalendarInterval || offset.type.kind === 'yearmonth_interval')) {
    const interval = by instanceof CalendarInterval ? by : new CalendarInterval(Number(by), 0, 0n);
    const zone = timeZone(v.type.kind === 'timestamp' ? zoneId : 'UTC');
    return mapped(maskedInts(v, n), n, (x) => addInterval(x, interval, sign, zone));
  }
  const step = BigInt(by as number | bigint);
  const small = step < 2n ** 52n && step > -(2n ** 52n);
  if (v.data instanceof Float64Array && small && fits(v.data, v.validity, Number(step))) return shifted(v.data, sign * Number(step), n);
  return mapped(maskedInts(v, n), n, (x) => x + BigInt(sign) * step);
}

function fits(data: Float64Array, mask: Uint8Array | null, step: number): boolean {
  const limit = Number.MAX_SAFE_INTEGER - Math.abs(step);
  for (let i = 0; i < data.length; i++) if ((mask === null || mask[i] !== 0) && Math.abs(data[i] as number) > limit) return false;
  return true;
}

function addInterval(micros: bigint, interval: CalendarInterval, sign: number, zone: TimeZone): bigint {
  const local = toLocalMicros(micros, zone);
  const days = floorDiv(local, DAY_MICROS);
  const moved = addMonthsToDays(Number(days), sign * interval.months) + sign * interval.days;
  const back = fromLocalMicros(BigInt(moved) * DAY_MICROS + (local - days * DAY_MICROS), zone);
  return back + BigInt(sign) * interval.microseconds;
}

function dateReach(data: Int32Array, offset: Literal, sign: number, n: number): Reach {
  const by = offset.value;
  if (by instanceof CalendarInterval || offset.type.kind === 'yearmonth_interval') {
    const interval = by instanceof CalendarInterval ? by : new CalendarInterval(Number(by), 0, 0n);
    const targets = new Float64Array(n);
    for (let i = 0; i < n; i++) targets[i] = addMonthsToDays(data[i] as number, sign * interval.months) + sign * interval.days;
    return { keys: data, targets };
  }
  const days = offset.type.kind === 'daytime_interval' ? Number((by as bigint) / DAY_MICROS) : Number(by);
  return shifted(data, sign * days, n);
}
