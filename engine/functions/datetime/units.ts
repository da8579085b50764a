/** `timestampadd(unit, count, ts)` and `timestampdiff(unit, start, end)`. */
import { analysisError, SparkError } from '../../core/index.ts';
import {
  addMonthsToDays,
  civilFromDays,
  movedLocally,
  LongType,
  MICROS_PER_DAY,
  StringType,
  TimestampType,
  toLocalMicros,
  valueToSql,
} from '../../types/index.ts';
import type { DataType, TimeZone, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction } from '../define.ts';
import { about } from '../operator/errors.ts';
import { casts } from '../typed.ts';
import type { Rule } from '../typed.ts';
import { callText, scalarFunction } from '../typing.ts';
import { datetimeOverflow } from './errors.ts';
import { clockOf } from './parts.ts';
import { anyTimestamp, splitLocal, timestamp } from './rules.ts';

const family = 'datetime';

const MICROS: Readonly<Record<string, bigint>> = {
  MICROSECOND: 1n,
  MILLISECOND: 1000n,
  SECOND: 1_000_000n,
  MINUTE: 60_000_000n,
  HOUR: 3_600_000_000n,
};
const DAYS: Readonly<Record<string, number>> = { DAY: 1, DAYOFYEAR: 1, WEEK: 7 };
const MONTHS: Readonly<Record<string, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

function isUnit(unit: string): boolean {
  return unit in MICROS || unit in DAYS || unit in MONTHS;
}

function invalidUnit(name: string, value: string): SparkError {
  return analysisError(
    'INVALID_PARAMETER_VALUE.DATETIME_UNIT',
    '22023',
    { functionName: `\`${name}\``, parameter: '`unit`', invalidValue: `'${value}'` },
    `${name} knows no unit "${value}". Use YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE, SECOND, MILLISECOND or MICROSECOND.`,
  );
}

function checkUnit(name: string, args: readonly ArgumentInfo[]): void {
  const { literal, sql } = args[0] as ArgumentInfo;
  if (typeof literal !== 'string' || !isUnit(literal.toUpperCase())) throw invalidUnit(name, typeof literal === 'string' ? literal : sql);
}

/** As the rule, but errors count the arguments without the unit. */
function placed(rule: Rule, name: string, args: readonly ArgumentInfo[], index: number): DataType {
  try {
    return rule(name, args.slice(1), index - 1);
  } catch (error) {
    throw error instanceof SparkError ? about(callText(name, args).slice(1, -1), error) : error;
  }
}

/** Months and days move the wall clock; smaller units the instant. Undefined where the result does not fit. */
function addUnits(micros: bigint, count: bigint, unit: string, zone: TimeZone): bigint | undefined {
  const small = MICROS[unit];
  if (small !== undefined) return fitting(micros + count * small);
  const limit = 2n ** 31n;
  const whole = count * BigInt(DAYS[unit] ?? MONTHS[unit] ?? 1);
  if (whole >= limit || whole < -limit) return undefined;
  const moved = movedLocally(micros, zone, (local) => {
    const { days, micros: time } = splitLocal(local);
    return BigInt(unit in DAYS ? days + Number(whole) : addMonthsToDays(days, Number(whole))) * MICROS_PER_DAY + BigInt(time);
  });
  return fitting(moved);
}

function fitting(micros: bigint): bigint | undefined {
  return BigInt.asIntN(64, micros) === micros ? micros : undefined;
}

const timestampAdd = scalarFunction({
  name: 'timestampadd',
  family,
  since: '3.3.0',
  sqlOnly: true,
  specialForm: true,
  params: [
    { name: 'unit', accepts: ['string'], literal: true },
    { name: 'quantity', accepts: ['long'] },
    { name: 'timestamp', accepts: ['timestamp'] },
  ],
  signature: (args) => {
    checkUnit('timestampadd', args);
    const ts = placed(anyTimestamp, 'timestampadd', args, 2);
    return { argTypes: [StringType, placed(casts(LongType), 'timestampadd', args, 1), ts], returns: ts };
  },
  doc: 'The timestamp so many units later: years, quarters, months, weeks and days on the wall clock, smaller units in elapsed time.',
  examples: [["timestampadd(HOUR, 8, TIMESTAMP'2022-02-11 20:30:00')", '2022-02-12 04:30:00']],
  row: ([unit, count, micros], ctx): Value => {
    const type = ctx.argTypes[2] ?? TimestampType;
    const moved = addUnits(micros as bigint, count as bigint, (unit as string).toUpperCase(), clockOf(type, ctx));
    if (moved !== undefined) return moved;
    throw datetimeOverflow(`add ${String(count)}L ${unit as string} to ${valueToSql(micros as bigint, type as DataType, ctx.sessionTimeZone)}`);
  },
});

/** Whole months between two wall clocks, towards zero. */
function monthsUntil(start: bigint, end: bigint): bigint {
  const [a, b] = [splitLocal(start), splitLocal(end)];
  let last = b.days;
  if (b.days > a.days && b.micros < a.micros) last -= 1;
  else if (b.days < a.days && b.micros > a.micros) last += 1;
  const packed = (days: number): number => {
    const { year, month, day } = civilFromDays(days);
    return (year * 12 + month - 1) * 32 + day;
  };
  return BigInt(Math.trunc((packed(last) - packed(a.days)) / 32));
}

function difference(unit: string, start: bigint, end: bigint): bigint {
  const months = MONTHS[unit];
  if (months !== undefined) return monthsUntil(start, end) / BigInt(months);
  return (end - start) / (MICROS[unit] ?? MICROS_PER_DAY * BigInt(DAYS[unit] ?? 1));
}

const timestampDiff = scalarFunction({
  name: 'timestampdiff',
  family,
  since: '3.3.0',
  sqlOnly: true,
  specialForm: true,
  params: [
    { name: 'unit', accepts: ['string'], literal: true },
    { name: 'startTimestamp', accepts: ['timestamp'] },
    { name: 'endTimestamp', accepts: ['timestamp'] },
  ],
  signature: (args) => {
    checkUnit('timestampdiff', args);
    return { argTypes: [StringType, placed(timestamp, 'timestampdiff', args, 1), placed(timestamp, 'timestampdiff', args, 2)], returns: LongType };
  },
  doc: 'Number of whole units from the first timestamp to the second on the session\'s wall clock, towards zero.',
  examples: [["timestampdiff(HOUR, TIMESTAMP'2022-02-11 20:30:00', TIMESTAMP'2022-02-12 04:30:00')", '8']],
  row: ([unit, start, end], ctx: CallContext) => {
    const zone = clockOf(TimestampType, ctx);
    return difference((unit as string).toUpperCase(), toLocalMicros(start as bigint, zone), toLocalMicros(end as bigint, zone));
  },
});

export const units: readonly ScalarFunction[] = [timestampAdd, timestampDiff];
