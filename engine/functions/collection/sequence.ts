/** sequence: whole numbers, dates or timestamps at equal steps (Spark's `Sequence`). */
import { SparkError } from '../../core/index.ts';
import {
  arrayType,
  calendarIntervalToString,
  findCommonType,
  isIntegral,
  MICROS_PER_DAY,
  microsToDays,
  timeZone,
  UTC,
} from '../../types/index.ts';
import type { ArrayType, CalendarInterval, DataType, TimeZone, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, Signature } from '../define.ts';
import { timestampPlus } from '../operator/datetime-values.ts';
import { mismatch, scalarFunction } from '../typing.ts';
import { checkRoom } from './errors.ts';

/** A step of months, days and microseconds. */
interface Step {
  readonly months: number;
  readonly days: number;
  readonly micros: bigint;
}

function wrongTypes(args: readonly ArgumentInfo[]): SparkError {
  return mismatch(
    'SEQUENCE_WRONG_INPUT_TYPES',
    'sequence',
    args,
    {
      functionName: '`sequence`',
      startType: '("TIMESTAMP" or "TIMESTAMP_NTZ" or "DATE")',
      stepType: '("INTERVAL" or "INTERVAL YEAR TO MONTH" or "INTERVAL DAY TO SECOND")',
      otherStartType: '"INTEGRAL"',
    },
    'sequence runs from a whole number to a whole number by one, or from a date or timestamp to another by an interval.',
  );
}

function isInterval(t: DataType): boolean {
  return t.kind === 'calendar_interval' || t.kind === 'daytime_interval' || t.kind === 'yearmonth_interval';
}

/** Bounds, and a step that is none of time, meet in one type; in ANSI mode texts are read as what they meet. */
function sequenceSignature(args: readonly ArgumentInfo[], ansi: boolean): Signature {
  const [start, stop, step] = args.map((a) => a.type) as [DataType, DataType, DataType?];
  const stepped = step === undefined || step.kind === 'null';
  const common = findCommonType(stepped || isInterval(step) ? [start, stop] : [start, stop, step], ansi);
  if (common === undefined) throw wrongTypes(args);
  if (isIntegral(common) && !(step !== undefined && isInterval(step))) return { argTypes: args.map(() => common), returns: arrayType(common, false) };
  const temporal = common.kind === 'date' || common.kind === 'timestamp' || common.kind === 'timestamp_ntz';
  if (!temporal || !(stepped || isInterval(step))) throw wrongTypes(args);
  return { argTypes: step === undefined ? [common, common] : [common, common, step], returns: arrayType(common, false) };
}

/** Where a sequence goes, as the error tells it that has a name in generated code only. */
interface Bounds {
  readonly start: bigint;
  readonly stop: bigint;
  readonly step: string;
}

function illegalBounds({ start, stop, step }: Bounds, { interpreted }: CallContext): SparkError {
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    ...(interpreted === true ? { condition: null } : { condition: '_LEGACY_ERROR_TEMP_3243', parameters: { start: String(start), stop: String(stop), step } }),
    sentence: `A sequence from ${start} to ${stop} cannot go by ${step}: the step leads away from its end or nowhere.`,
  });
}

function integers(start: bigint, stop: bigint, step: bigint, ctx: CallContext): bigint[] {
  if (!((step > 0n && start <= stop) || (step < 0n && start >= stop) || (step === 0n && start === stop))) {
    throw illegalBounds({ start, stop, step: String(step) }, ctx);
  }
  const count = step === 0n ? 1n : (stop - start) / step + 1n;
  checkRoom('sequence', count, 'count');
  return Array.from({ length: Number(count) }, (_, i) => start + BigInt(i) * step);
}

function stepOf(step: Value, type: DataType | undefined): Step {
  switch (type?.kind) {
    case 'yearmonth_interval':
      return { months: step as number, days: 0, micros: 0n };
    case 'daytime_interval':
      return { months: 0, days: 0, micros: step as bigint };
    default: {
      const interval = step as CalendarInterval;
      return { months: interval.months, days: interval.days, micros: interval.microseconds };
    }
  }
}

/** A step as it is kept. */
function shownStep(step: Value): string {
  return typeof step === 'object' && step !== null ? calendarIntervalToString(step as CalendarInterval) : String(step);
}

/** Whole days of a day-time interval move the wall clock, as those of a calendar interval do. */
function withDays(step: Step, type: DataType | undefined): Step {
  if (type?.kind !== 'daytime_interval') return step;
  const days = step.micros / MICROS_PER_DAY;
  return { months: 0, days: Number(days), micros: step.micros - days * MICROS_PER_DAY };
}

/** An instant some steps later on the zone's calendar. */
function later(start: bigint, step: Step, times: number, zone: TimeZone): bigint {
  if (step.months === 0 && step.days === 0) return start + step.micros * BigInt(times);
  return timestampPlus(start, step.months * times, step.days * times, step.micros * BigInt(times), zone);
}

/** Moments from start to stop; `refuse` makes the error where the step leads away. */
function instants(start: bigint, stop: bigint, step: Step, zone: TimeZone, refuse: () => SparkError): bigint[] {
  const length = BigInt(step.months) * 28n * MICROS_PER_DAY + BigInt(step.days) * MICROS_PER_DAY + step.micros;
  const forward = length > 0n;
  if (!((forward && start <= stop) || (length < 0n && start >= stop) || (length === 0n && start === stop))) {
    throw refuse();
  }
  if (length === 0n) return [start];
  const bound = (stop - start) / length + 1n;
  checkRoom('sequence', bound, 'count');
  const out: bigint[] = [];
  for (let i = 0; ; i++) {
    const at = later(start, step, i, zone);
    if (forward ? at > stop : at < stop) return out;
    out.push(at);
  }
}

function dateStepError(type: DataType): SparkError {
  const intervalType = type.kind === 'daytime_interval' ? 'interval day to second' : 'interval';
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: '_LEGACY_ERROR_TEMP_3242',
    parameters: { intervalType },
    sentence: 'The step of a sequence of dates must be whole days.',
  });
}

function sequenceOf(args: readonly Value[], ctx: CallContext): Value {
  const [start, stop, step] = args as [Value, Value, Value?];
  const type = (ctx.returnType as ArrayType).element;
  const stepType = ctx.argTypes[2];
  if (isIntegral(type)) {
    const [a, b] = [BigInt(start as number | bigint), BigInt(stop as number | bigint)];
    const by = step === undefined ? (a <= b ? 1n : -1n) : BigInt(step as number | bigint);
    const values = integers(a, b, by, ctx);
    return type.kind === 'long' ? values : values.map(Number);
  }
  const oneDay = (down: boolean): Step => ({ months: 0, days: down ? -1 : 1, micros: 0n });
  if (type.kind === 'date') {
    const [a, b] = [BigInt(start as number) * MICROS_PER_DAY, BigInt(stop as number) * MICROS_PER_DAY];
    const by = step === undefined ? oneDay(a > b) : stepOf(step, stepType);
    const nowhere = stepType?.kind === 'daytime_interval' && by.micros === 0n;
    if (nowhere || by.micros % MICROS_PER_DAY !== 0n) throw dateStepError(stepType as DataType);
    if (by.months === 0) return integers(BigInt(start as number), BigInt(stop as number), BigInt(by.days) + by.micros / MICROS_PER_DAY, ctx).map(Number);
    return instants(a, b, by, UTC, () => illegalBounds({ start: a, stop: b, step: shownStep(step ?? null) }, ctx)).map((x) => microsToDays(x, UTC));
  }
  const zone = type.kind === 'timestamp' ? timeZone(ctx.sessionTimeZone) : UTC;
  const [a, b] = [start as bigint, stop as bigint];
  const by = step === undefined ? oneDay(a > b) : withDays(stepOf(step, stepType), stepType);
  return instants(a, b, by, zone, () => illegalBounds({ start: a, stop: b, step: shownStep(step ?? null) }, ctx));
}

export const sequence = scalarFunction({
  name: 'sequence',
  nullIntolerant: false,
  family: 'collection',
  since: '2.4.0',
  params: [
    { name: 'start', accepts: ['integral', 'datetime'] },
    { name: 'stop', accepts: ['integral', 'datetime'] },
    { name: 'step', accepts: ['integral', 'interval'], optional: true, pythonDefault: 'None' },
  ],
  signature: (args, { ansi }) => sequenceSignature(args, ansi),
  doc: 'The values from start to stop, both included, by a step: 1 or -1 for whole numbers, one day for dates and timestamps, unless another is given.',
  examples: [
    ['sequence(1, 5)', '[1, 2, 3, 4, 5]'],
    ['sequence(5, 1, -2)', '[5, 3, 1]'],
    ["sequence(DATE '2024-01-30', DATE '2024-03-31', INTERVAL 1 MONTH)", '[2024-01-30, 2024-02-29, 2024-03-30]'],
  ],
  row: sequenceOf,
});
