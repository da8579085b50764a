/**
 * Windows of time. `window` and `session_window` stand in an expression only until the analyzer puts them into the plan
 * (a projection of each row's windows below the operator); what is left to work out then are the functions below.
 */
import { InternalError, unsupported } from '../../core/index.ts';
import { once } from '../../columnar/index.ts';
import type { LongVector, Vector } from '../../columnar/index.ts';
import { CalendarInterval, LongType, StructValue } from '../../types/index.ts';
import type { DataType, StructType, Value } from '../../types/index.ts';
import type { CallContext, ParameterSpec, ScalarFunction } from '../define.ts';
import { arithmeticOverflow } from '../operator/errors.ts';
import { scalarFunction } from '../typing.ts';

const family = 'time-window';
const DAY_MICROS = 86_400_000_000n;

/** `struct<start, end>` of the kind of timestamp that the windows are cut by. */
export function windowStruct(time: DataType): StructType {
  return { kind: 'struct', fields: [{ name: 'start', type: time, nullable: true }, { name: 'end', type: time, nullable: true }] };
}

function parameters(...names: readonly string[]): ParameterSpec[] {
  return names.map((name) => ({ name, accepts: ['any'] }));
}

function notInPlan(): never {
  throw new InternalError('a window of time was evaluated before it was put into the plan');
}

function placeholder(name: string, params: readonly ParameterSpec[], doc: string): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since: '2.0.0',
    params,
    signature: (args) => ({ argTypes: args.map((a) => a.type), returns: windowStruct((args[0] as { readonly type: DataType }).type) }),
    doc,
    examples: [],
    internal: true,
    // Not to be worked out before it is in the plan.
    deterministic: false,
    // By this name its column is known, and it is a column before its text is asked for.
    sql: () => name,
    row: notInPlan,
  });
}

/** `window(time, duration, slide, start)`, lengths in microseconds. */
export const TIME_WINDOW = placeholder('window', parameters('time', 'duration', 'slide', 'start'), 'The windows of fixed length that a moment falls into.');
/** `session_window(time, gap)`, the gap in microseconds. */
export const SESSION_WINDOW = placeholder('session_window', parameters('time', 'gap'), 'The session that a moment belongs to: it ends when nothing happens for the gap.');

/** Start of the last window that begins at or before the moment. */
function lastStart(time: bigint, slide: bigint, start: bigint): bigint {
  const rest = (time - start) % slide;
  return time - (rest < 0n ? rest + slide : rest);
}

function checkedLong(x: bigint, tryName: string): bigint {
  if (BigInt.asIntN(64, x) !== x) throw arithmeticOverflow(tryName);
  return x;
}

/** Lengths of a call site as numbers; undefined where they are not constant or not exact in doubles. */
function constants(ctx: CallContext): readonly [number, number, number, number] | undefined {
  const list = ctx.literals.slice(1, 5).map((x) => (typeof x === 'bigint' ? Number(x) : typeof x === 'number' ? x : Number.NaN));
  return list.length === 4 && list.every(Number.isSafeInteger) ? (list as unknown as readonly [number, number, number, number]) : undefined;
}

function structOf(ctx: CallContext, start: LongVector, end: LongVector, length: number): Vector {
  return { layout: 'struct', type: ctx.returnType as StructType, length, validity: null, children: [start, end] };
}

function windowsOf(time: Vector, n: number, ctx: CallContext): Vector | undefined {
  const sizes = constants(ctx);
  if (sizes === undefined || time.layout !== 'long' || !(time.data instanceof Float64Array)) return undefined;
  const [duration, slide, offset, index] = sizes;
  const { data, type, validity } = time;
  const starts = new Float64Array(n);
  const back = index * slide - offset;
  for (let i = 0; i < n; i++) {
    const x = (data[i] as number) - offset;
    // The quotient may be rounded up to the next whole number: the remainder tells.
    let floor = Math.floor(x / slide) * slide;
    if (floor > x) floor -= slide;
    starts[i] = floor - back;
  }
  const ends = once(() => {
    const out = new Float64Array(n);
    for (let i = 0; i < n; i++) out[i] = (starts[i] as number) + duration;
    return out;
  });
  const start: LongVector = { layout: 'long', type, length: n, validity, data: starts };
  const end: LongVector = {
    layout: 'long',
    type,
    length: n,
    validity,
    get data() {
      return ends();
    },
  };
  return structOf(ctx, start, end, n);
}

/** The window number `index` back from the last one that begins at or before the moment. Never null; its ends are, of a null moment. */
export const TIME_WINDOW_AT = scalarFunction({
  name: 'time_window_at',
  family,
  since: '2.0.0',
  params: parameters('time', 'duration', 'slide', 'start', 'index', 'again'),
  signature: (args) => ({
    argTypes: args.map((a, i) => (i === 0 || i === 5 ? a.type : LongType)),
    returns: windowStruct((args[0] as { readonly type: DataType }).type),
    nullable: false,
  }),
  doc: 'One of the windows of fixed length that a moment falls into.',
  examples: [],
  internal: true,
  nulls: 'custom',
  row: ([time, duration, slide, start, index]): Value => {
    if (time === null) return new StructValue([null, null]);
    const first = lastStart(time as bigint, slide as bigint, start as bigint) - (index as bigint) * (slide as bigint);
    return new StructValue([checkedLong(first, 'try_subtract'), checkedLong(first + (duration as bigint), 'try_add')]);
  },
  batch: ([time], n, ctx) => windowsOf(time as Vector, n, ctx),
});

/** Microseconds of a gap: a number of them, or an interval that differs from row to row. Raises unsupported for months. */
function gapMicros(gap: Value): bigint {
  if (!(gap instanceof CalendarInterval)) return gap as bigint;
  if (gap.months !== 0) throw unsupported('A gap of session_window in months');
  return BigInt(gap.days) * DAY_MICROS + gap.microseconds;
}

/** The session that a row is by itself: from its moment for the length of the gap. */
export const SESSION_WINDOW_AT = scalarFunction({
  name: 'session_window_at',
  family,
  since: '3.2.0',
  params: parameters('time', 'gap', 'again'),
  signature: (args) => ({
    argTypes: args.map((a) => a.type),
    returns: windowStruct((args[0] as { readonly type: DataType }).type),
    nullable: false,
  }),
  doc: 'The session of a single moment.',
  examples: [],
  internal: true,
  nulls: 'custom',
  row: ([time, gap]): Value => (time === null || gap === null ? new StructValue([null, null]) : new StructValue([time as Value, (time as bigint) + gapMicros(gap as Value)])),
});

/** The last moment of a window, one microsecond before its end. */
export const WINDOW_LAST_MOMENT = scalarFunction({
  name: 'window_time',
  family,
  since: '3.4.0',
  params: parameters('window'),
  signature: (args) => {
    const { type } = args[0] as { readonly type: DataType };
    const end = type.kind === 'struct' ? (type.fields[1]?.type ?? type) : type;
    return { argTypes: [type], returns: end };
  },
  doc: 'The last moment of a window, which carries its event time on.',
  examples: [],
  internal: true,
  row: ([window]): Value => {
    const end = (window as StructValue).values[1] as bigint | null;
    return end === null ? null : end - 1n;
  },
});
