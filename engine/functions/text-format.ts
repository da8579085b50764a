/** Dates and timestamps in texts: in the forms that casts take by default, or by a pattern given as an option. */
import { SparkError } from '../core/index.ts';
import {
  castValue,
  DateType,
  formatDate,
  formatLocalTimestamp,
  parseTimestampNtz,
  parseTimestampParts,
  StringType,
  timeZone,
  TimestampType,
  toLocalMicros,
} from '../types/index.ts';
import type { TimeZone } from '../types/index.ts';
import { oldDatetimeReader, oldDatetimeWriter } from './legacy-datetime/index.ts';
import type { Fallback } from './legacy-datetime/index.ts';
import { patternFormatter } from './datetime-pattern.ts';
import type { PatternFormatter } from './datetime-pattern.ts';

export interface DatetimeReader {
  /** By the old formatters, by which types are found in other ways. */
  readonly old: boolean;
  /** Days, or null if the text is no date. */
  date(text: string): number | null;
  /** Microseconds since the epoch, or null. */
  timestamp(text: string): bigint | null;
  /** Microseconds of the wall clock, or null. */
  timestampNtz(text: string): bigint | null;
}

export interface DatetimeWriter {
  date(days: number): string;
  timestamp(micros: bigint): string;
  timestampNtz(local: bigint): string;
}

/** Patterns given as options; those not given stand for the default forms. */
export interface DatetimePatterns {
  readonly date?: string | undefined;
  readonly timestamp?: string | undefined;
  readonly timestampNtz?: string | undefined;
}

/** A pattern that Spark refuses makes every text a bad one; but that an older version took the pattern is an error here too. */
function refusing<T>(read: (text: string) => T | null): (text: string) => T | null {
  return (text) => {
    try {
      return read(text);
    } catch (error) {
      if (error instanceof SparkError && error.errorClass !== 'SparkUpgradeException' && error.condition !== 'UNSUPPORTED_FEATURE') return null;
      throw error;
    }
  };
}

/** `old`: the session asks for the old formatters, and this is done with what does not fit their patterns. */
export function datetimeReader(patterns: DatetimePatterns, zoneId: string, now: () => number, old?: Fallback): DatetimeReader {
  const zone = timeZone(zoneId);
  const ctx = { timeZone: zoneId, now };
  const byDate = patterns.date === undefined ? undefined : patternFormatter(patterns.date, zone);
  const byTimestamp = patterns.timestamp === undefined ? undefined : patternFormatter(patterns.timestamp, zone);
  const byNtz = patterns.timestampNtz === undefined ? undefined : patternFormatter(patterns.timestampNtz, zone, true);
  const timestampNtz = byNtz === undefined ? localTimestamp : refusing(byNtz.parseLocal);
  if (old !== undefined) return { ...oldDatetimeReader(patterns, zoneId, now, old), old: true, timestampNtz };
  return {
    old: false,
    date: byDate === undefined ? (text) => castValue(text, StringType, DateType, 'try', ctx) as number | null : refusing(byDate.parseDate),
    timestamp: byTimestamp === undefined ? (text) => castValue(text, StringType, TimestampType, 'try', ctx) as bigint | null : refusing(byTimestamp.parseTimestamp),
    timestampNtz,
  };
}

/** A timestamp without zone: a text that names one does not fit. */
function localTimestamp(text: string): bigint | null {
  return parseTimestampParts(text)?.zone === null ? parseTimestampNtz(text) : null;
}

const MICROS_PER_MILLI = 1000n;

/** `2024-01-31T10:00:00.123`, with milliseconds always. */
function isoLocal(local: bigint): string {
  const millis = local / MICROS_PER_MILLI - (local < 0n && local % MICROS_PER_MILLI !== 0n ? 1n : 0n);
  const text = formatLocalTimestamp(millis * MICROS_PER_MILLI).replace(' ', 'T');
  const [whole = '', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(3, '0')}`;
}

/** `Z` or `+01:00`. */
function isoOffset(seconds: number): string {
  if (seconds === 0) return 'Z';
  const size = Math.abs(seconds);
  const two = (n: number): string => String(n).padStart(2, '0');
  const rest = size % 60;
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

function isoInstant(micros: bigint, zone: TimeZone): string {
  const local = toLocalMicros(micros, zone);
  return isoLocal(local) + isoOffset(Number((local - micros) / 1_000_000n));
}

/** Of a pattern for dates that is none Spark hands on Java's own error. */
function checkDates(formatter: PatternFormatter): void {
  try {
    formatter.checkWriting();
  } catch (error) {
    if (!(error instanceof SparkError) || error.condition !== 'INVALID_DATETIME_PATTERN.WITH_SUGGESTION') throw error;
    throw new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence: error.sentence });
  }
}

/** `old`: the session asks for the old formatters. */
export function datetimeWriter(patterns: DatetimePatterns, zoneId: string, old: boolean): DatetimeWriter {
  const zone = timeZone(zoneId);
  const byDate = patterns.date === undefined ? undefined : patternFormatter(patterns.date, zone);
  const byTimestamp = patterns.timestamp === undefined ? undefined : patternFormatter(patterns.timestamp, zone);
  const byNtz = patterns.timestampNtz === undefined ? undefined : patternFormatter(patterns.timestampNtz, zone, true);
  const timestampNtz = (local: bigint): string => byNtz?.formatLocal(local) ?? isoLocal(local);
  byNtz?.checkWriting();
  if (old) return { ...oldDatetimeWriter(patterns, zoneId), timestampNtz };
  byTimestamp?.checkWriting();
  if (byDate !== undefined) checkDates(byDate);
  return {
    date: (days) => byDate?.formatDate(days) ?? formatDate(days),
    timestamp: (micros) => byTimestamp?.formatTimestamp(micros) ?? isoInstant(micros, zone),
    timestampNtz,
  };
}
