/** Dates and timestamps in JSON, CSV and XML by the old formatters, which have patterns also where none is given. */
import { SparkError } from '../../core/index.ts';
import { castValue, DateType, StringType, timeZone, TimestampType } from '../../types/index.ts';
import type { DatetimePatterns, DatetimeReader, DatetimeWriter } from '../text-format.ts';
import { daysToSpark } from './clock.ts';
import { fastDateFormatter, fastFormatter, isLegacy } from './formatters.ts';
import type { Conf, OldDateFormatter } from './formatters.ts';

const DATES = 'yyyy-MM-dd';
const TIMESTAMPS = "yyyy-MM-dd'T'HH:mm:ss.SSSXXX";

/** What is made of a text that does not fit the pattern: nothing, what a cast makes of it, or that and then a number of days. */
export type Fallback = 'none' | 'cast' | 'castOrDays';

/** The fallback under a session's settings, if they ask for the old formatters; an option of the reader turns it off. */
export function oldFallback(options: { flag(name: string, otherwise: boolean): boolean }, conf: Conf, fallback: Fallback): Fallback | undefined {
  if (!isLegacy(conf)) return undefined;
  return options.flag('enableDateTimeParsingFallback', true) ? fallback : 'none';
}

/** Neither fits a text of a pattern that is none. */
function orNull<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof SparkError) return null;
    throw error;
  }
}

/** `2000-01-01T00:00GMT+01:00`, as Spark once wrote it. */
function withoutGmt(text: string): string {
  return text.replace('GMT', '');
}

/** Days as Spark 1.5 wrote them, by the old calendar. */
function dayNumber(text: string): number | null {
  return /^[+-]?\d+$/.test(text) && (Number(text) | 0) === Number(text) ? daysToSpark(Number(text)) : null;
}

export function oldDatetimeReader(patterns: DatetimePatterns, zoneId: string, now: () => number, fallback: Fallback): Pick<DatetimeReader, 'date' | 'timestamp'> {
  const zone = timeZone(zoneId);
  const ctx = { timeZone: zoneId, now };
  const dates = orNull(() => fastDateFormatter(patterns.date ?? DATES));
  const timestamps = orNull(() => fastFormatter(patterns.timestamp ?? TIMESTAMPS, zone));
  return {
    date: (text) => {
      const found = dates?.read(text, now()) ?? null;
      if (found !== null || fallback === 'none') return found;
      const days = castValue(withoutGmt(text), StringType, DateType, 'try', ctx) as number | null;
      return days ?? (fallback === 'castOrDays' ? dayNumber(text) : null);
    },
    timestamp: (text) => {
      const found = timestamps?.read(text, now()) ?? null;
      return found !== null || fallback === 'none' ? found : (castValue(withoutGmt(text), StringType, TimestampType, 'try', ctx) as bigint | null);
    },
  };
}

/** A bad pattern for timestamps is refused at once; one for dates when the first is written, with Java's own error. */
export function oldDatetimeWriter(patterns: DatetimePatterns, zoneId: string): Pick<DatetimeWriter, 'date' | 'timestamp'> {
  const timestamps = fastFormatter(patterns.timestamp ?? TIMESTAMPS, timeZone(zoneId));
  let dates: OldDateFormatter | undefined;
  return {
    date: (days) => {
      try {
        dates ??= fastDateFormatter(patterns.date ?? DATES);
      } catch (error) {
        throw error instanceof SparkError ? new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence: error.sentence }) : error;
      }
      return dates.write(days);
    },
    timestamp: (micros) => timestamps.write(micros),
  };
}
