/**
 * What stands in the place of `patternFormatter` under `spark.sql.legacy.timeParserPolicy=LEGACY`: for functions by
 * `SimpleDateFormat`, for files, JSON and CSV by `FastDateFormat`. Dates of the latter go by the clock of the machine,
 * which is UTC here.
 */
import { SparkError } from '../../core/index.ts';
import { floorDiv, StringType, UTC, valueToSql } from '../../types/index.ts';
import type { TimeZone } from '../../types/index.ts';
import { daysFromSpark, daysToSpark, oldOffset, secondFromSpark, secondToSpark } from './clock.ts';
import { fastElements, fractionDigits } from './fast-letters.ts';
import { fastReader } from './fast-read.ts';
import { fastWriter } from './fast-write.ts';
import { BadPattern, oldElements } from './letters.ts';
import type { OldElement } from './letters.ts';
import { yearAt } from './resolve.ts';
import { simpleReader } from './simple-read.ts';
import { simpleWriter } from './simple-write.ts';

const KEY = 'spark.sql.legacy.timeParserPolicy';
const HELP = 'https://spark.apache.org/docs/latest';
const DAY_SECONDS = 86_400;
const DAY_MILLIS = 86_400_000;
const MICROS_PER_MILLI = 1000n;
const MICROS_PER_SECOND = 1_000_000n;

export type Conf = ((key: string) => string | undefined) | undefined;

/** Whether a session's settings ask for the old formatters. */
export function isLegacy(conf: Conf): boolean {
  return conf?.(KEY)?.toUpperCase() === 'LEGACY';
}

/** A pattern of which the old formatters know nothing. */
function badPattern(pattern: string): SparkError {
  const quoted = valueToSql(pattern, StringType);
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'INVALID_DATETIME_PATTERN.WITH_SUGGESTION',
    sqlState: '22007',
    parameters: { pattern: quoted, docroot: HELP },
    sentence: `${quoted} is not a pattern of the old datetime formatters. Use letters such as yyyy-MM-dd HH:mm:ss, and quote other text.`,
  });
}

function elementsOf(pattern: string, read: (pattern: string) => readonly OldElement[]): readonly OldElement[] {
  try {
    return read(pattern);
  } catch (error) {
    throw error instanceof BadPattern ? badPattern(pattern) : error;
  }
}

const MOST_MILLIS = 2 ** 63 / 1000;

/** Milliseconds that are more microseconds than 64 bits hold: Java's own error, also where a function gives NULL for bad texts. */
function overflow(): SparkError {
  return new SparkError({ errorClass: 'ArithmeticException', condition: null, sentence: 'The text names a moment beyond the range of timestamps, which ends with the year 294247.' });
}

/** Microseconds of Spark's calendar of a millisecond of the old one, and the fraction that it has besides. */
function microsToSpark(millis: number, zone: TimeZone): bigint {
  const second = Math.floor(millis / 1000);
  return BigInt(secondToSpark(zone, second)) * MICROS_PER_SECOND + BigInt(millis - second * 1000) * MICROS_PER_MILLI;
}

/** The second of the old calendar in which a moment lies, and its microseconds within that second. */
function oldSecond(micros: bigint, zone: TimeZone): readonly [second: number, micros: number] {
  const second = floorDiv(micros, MICROS_PER_SECOND);
  return [secondFromSpark(zone, Number(second)), Number(micros - second * MICROS_PER_SECOND)];
}

export interface OldFormatter {
  /** Microseconds since the epoch, or null where the text does not fit. `now` in microseconds: two digits of a year depend on it. */
  read(text: string, now: number): bigint | null;
  write(micros: bigint): string;
}

const CACHE_FORMATTERS = 100;
const CACHE = new Map<string, OldFormatter>();

function cached(key: string, make: () => OldFormatter): OldFormatter {
  let made = CACHE.get(key);
  if (made === undefined) {
    made = make();
    if (CACHE.size >= CACHE_FORMATTERS) CACHE.clear();
    CACHE.set(key, made);
  }
  return made;
}

/** As functions read and write (`LegacySimpleTimestampFormatter`, strict). Raises Spark's error for a bad pattern. */
export function simpleFormatter(pattern: string, zone: TimeZone): OldFormatter {
  return cached(`simple|${zone.id}|${pattern}`, () => {
    const elements = elementsOf(pattern, oldElements);
    const read = simpleReader(elements, zone);
    const write = simpleWriter(elements, zone);
    return {
      read: (text, now) => {
        const millis = read(text, Math.floor(now / 1000));
        if (millis === null) return null;
        if (Math.abs(millis) >= MOST_MILLIS) throw overflow();
        return microsToSpark(millis, zone);
      },
      write: (micros) => {
        const [second, rest] = oldSecond(micros, zone);
        return write(second * 1000 + Math.floor(rest / 1000));
      },
    };
  });
}

function yearOnClock(now: number, zone: TimeZone): number {
  const second = Math.floor(now / 1e6);
  return yearAt((second + oldOffset(zone, second)) * 1000);
}

/** A number of so many digits as microseconds, in 64 bits. */
function fractionMicros(fraction: number, digits: number): bigint {
  return BigInt.asIntN(64, BigInt(fraction) * MICROS_PER_SECOND) / 10n ** BigInt(digits);
}

/** As readers and writers do with timestamps (`LegacyFastTimestampFormatter`): all letters S together count the digits of the fraction. */
export function fastFormatter(pattern: string, zone: TimeZone): OldFormatter {
  return cached(`fast|${zone.id}|${pattern}`, () => {
    const elements = elementsOf(pattern, fastElements);
    const digits = fractionDigits(pattern);
    const read = fastReader(elements, zone);
    const write = fastWriter(elements, zone);
    return {
      read: (text, now) => {
        const found = read(text, yearOnClock(now, zone));
        if (found === null || Math.abs(found.millis) >= MOST_MILLIS) return null;
        const fraction = fractionMicros(found.fraction, digits);
        const micros = BigInt(found.millis) * MICROS_PER_MILLI + fraction;
        const second = floorDiv(micros, MICROS_PER_SECOND);
        return BigInt(secondToSpark(zone, Number(second))) * MICROS_PER_SECOND + micros - second * MICROS_PER_SECOND;
      },
      write: (micros) => {
        const [second, rest] = oldSecond(micros, zone);
        const fraction = BigInt.asIntN(64, BigInt(rest) * 10n ** BigInt(digits)) / MICROS_PER_SECOND;
        return write(second * 1000, Number(BigInt.asIntN(32, fraction)));
      },
    };
  });
}

const MOST_DAYS = 2 ** 31;

export interface OldDateFormatter {
  /** Days since the epoch, or null. */
  read(text: string, now: number): number | null;
  write(days: number): string;
}

/** As readers and writers do with dates (`LegacyFastDateFormatter`). */
export function fastDateFormatter(pattern: string): OldDateFormatter {
  const elements = elementsOf(pattern, fastElements);
  const read = fastReader(elements, UTC);
  const write = fastWriter(elements, UTC);
  return {
    read: (text, now) => {
      const found = read(text, yearOnClock(now, UTC));
      const days = found === null ? Number.NaN : Math.floor((found.millis + found.fraction) / DAY_MILLIS);
      return Math.abs(days) < MOST_DAYS ? daysToSpark(days) : null;
    },
    write: (days) => write(daysFromSpark(days) * DAY_SECONDS * 1000, 0),
  };
}
