/** Timestamps and dates plus a constant interval, and their differences, over whole columns where no zone's rules take part. */
import type { Vector } from '../../columnar/index.ts';
import { addMonthsToDays, MICROS_PER_DAY, timeZone } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import type { CallContext } from '../define.ts';
import { isTimestamp } from './arithmetic-types.ts';

type Mask = Uint8Array | null;
const DAY = Number(MICROS_PER_DAY);
const INT_LIMIT = 2 ** 31;

/** Whether wall-clock arithmetic on values of the type is plain arithmetic. */
function isPlain(type: DataType, ctx: CallContext): boolean {
  return type.kind === 'timestamp_ntz' || type.kind === 'date' || timeZone(ctx.sessionTimeZone).fixedOffset !== null;
}

function safe(data: Float64Array, n: number, valid: Mask): boolean {
  const max = Number.MAX_SAFE_INTEGER;
  for (let i = 0; i < n; i++) {
    const x = data[i] as number;
    if ((x > max || x < -max) && (valid === null || valid[i] === 1)) return false;
  }
  return true;
}

function longs(type: DataType, n: number, data: Float64Array, valid: Mask): Vector | undefined {
  return safe(data, n, valid) ? { layout: 'long', type: type as never, length: n, validity: null, data } : undefined;
}

/** Months move the date on UTC's clock; the time of day stays. */
function plusMonths(data: Float64Array, n: number, months: number): Float64Array {
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const x = data[i] as number;
    const days = Math.floor(x / DAY);
    out[i] = addMonthsToDays(days, months) * DAY + (x - days * DAY);
  }
  return out;
}

function datesPlusMonths(v: Vector & { readonly layout: 'int' }, n: number, months: number, valid: Mask): Vector | undefined {
  const data = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    if (valid !== null && valid[i] === 0) continue;
    const days = addMonthsToDays(v.data[i] as number, months);
    if (days >= INT_LIMIT || days < -INT_LIMIT) return undefined;
    data[i] = days;
  }
  return { ...v, validity: null, data };
}

/** A column plus (`sign` 1) or less (-1) a constant interval; undefined where the row form does it. */
export function momentsKernel(v: Vector, n: number, sign: 1 | -1, ctx: CallContext, valid: Mask): Vector | undefined {
  const [moment, interval] = ctx.argTypes as readonly [DataType, DataType];
  const by = ctx.literals[1];
  if (ctx.returnType.kind === 'string' || by === undefined || by === null) return undefined;
  if (interval.kind === 'yearmonth_interval') {
    const months = sign * (by as number);
    if (v.layout === 'int') return datesPlusMonths(v, n, months, valid);
    const utc = moment.kind === 'timestamp_ntz' || timeZone(ctx.sessionTimeZone).fixedOffset === 0;
    if (!utc || v.layout !== 'long' || !(v.data instanceof Float64Array)) return undefined;
    return longs(v.type, n, plusMonths(v.data, n, months), valid);
  }
  if (interval.kind !== 'daytime_interval' || v.layout !== 'long' || !(v.data instanceof Float64Array)) return undefined;
  const wholeDays = (by as bigint) / MICROS_PER_DAY !== 0n;
  if (wholeDays && !isPlain(moment, ctx)) return undefined;
  const micros = sign * Number(by);
  if (!Number.isSafeInteger(micros)) return undefined;
  const data = new Float64Array(n);
  for (let i = 0; i < n; i++) data[i] = (v.data[i] as number) + micros;
  return longs(v.type, n, data, valid);
}

/** The difference of two dates or timestamps; undefined for other types, or where the row form does it. */
export function differenceKernel(args: readonly Vector[], n: number, ctx: CallContext, valid: Mask): Vector | undefined {
  const [a, b] = args;
  const [type] = ctx.argTypes as readonly [DataType];
  if (type.kind === 'date' && a?.layout === 'int' && b?.layout === 'int') {
    const data = new Float64Array(n);
    for (let i = 0; i < n; i++) data[i] = ((a.data[i] as number) - (b.data[i] as number)) * DAY;
    return longs(ctx.returnType, n, data, valid);
  }
  if (!isTimestamp(type) || !isPlain(type, ctx) || a?.layout !== 'long' || b?.layout !== 'long') return undefined;
  if (!(a.data instanceof Float64Array) || !(b.data instanceof Float64Array)) return undefined;
  const data = new Float64Array(n);
  for (let i = 0; i < n; i++) data[i] = (a.data[i] as number) - (b.data[i] as number);
  return longs(ctx.returnType, n, data, valid);
}
