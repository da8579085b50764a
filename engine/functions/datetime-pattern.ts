/** Dates and timestamps by a pattern of letters (`yyyy-MM-dd HH:mm:ss`): for functions, and for options of readers and writers. */
import { floorDiv, fromLocalMicros, MICROS_PER_DAY, toLocalMicros, UTC } from '../types/index.ts';
import type { TimeZone } from '../types/index.ts';
import { elementsOf } from './pattern/elements.ts';
import type { Element } from './pattern/elements.ts';
import { formatMoment } from './pattern/format.ts';
import { momentParser, ParseFailure } from './pattern/parse.ts';
import type { ParsedMoment } from './pattern/parse.ts';

export { ParseFailure } from './pattern/parse.ts';

export interface PatternFormatter {
  formatDate(days: number): string;
  formatTimestamp(micros: bigint): string;
  formatLocal(local: bigint): string;
  /** Null if the text does not have the pattern's form. */
  parseDate(text: string): number | null;
  parseTimestamp(text: string): bigint | null;
  parseLocal(text: string): bigint | null;
  /** As the three above, but with the reason of a failure. */
  readDate(text: string): number | ParseFailure;
  readTimestamp(text: string): bigint | ParseFailure;
  readLocal(text: string): bigint | ParseFailure;
}

const CACHE_FORMATTERS = 100;
const CACHE = new Map<string, PatternFormatter>();

/**
 * A formatter for a pattern; `zone` is that of timestamps without one of their own. Raises Spark's errors for a bad
 * pattern when it is first used: some letters can be written but not read.
 */
export function patternFormatter(pattern: string, zone: TimeZone): PatternFormatter {
  const key = `${zone.id}|${pattern}`;
  let made = CACHE.get(key);
  if (made === undefined) {
    made = createFormatter(pattern, zone);
    if (CACHE.size >= CACHE_FORMATTERS) CACHE.clear();
    CACHE.set(key, made);
  }
  return made;
}

function createFormatter(pattern: string, zone: TimeZone): PatternFormatter {
  let elements: readonly Element[] | undefined;
  let parser: ((text: string) => ParsedMoment | ParseFailure) | undefined;
  const format = (local: bigint, offsetSeconds: number, clock: TimeZone): string => {
    elements ??= elementsOf(pattern, false);
    const day = floorDiv(local, MICROS_PER_DAY);
    return formatMoment(elements, { days: Number(day), microsOfDay: Number(local - day * MICROS_PER_DAY), offsetSeconds, zone: clock });
  };
  const parse = (text: string): ParsedMoment | ParseFailure => {
    parser ??= momentParser(elementsOf(pattern, true));
    return parser(text);
  };
  const localOf = (p: ParsedMoment): bigint => BigInt(p.days) * MICROS_PER_DAY + BigInt(p.microsOfDay);
  const read =
    <T>(make: (p: ParsedMoment) => T) =>
    (text: string): T | ParseFailure => {
      const p = parse(text);
      return p instanceof ParseFailure ? p : make(p);
    };
  const orNull =
    <T>(reader: (text: string) => T | ParseFailure) =>
    (text: string): T | null => {
      const v = reader(text);
      return v instanceof ParseFailure ? null : v;
    };
  const readDate = read((p) => p.days);
  const readTimestamp = read((p) => fromLocalMicros(localOf(p), p.zone ?? zone));
  const readLocal = read(localOf);
  return {
    formatDate: (days) => format(BigInt(days) * MICROS_PER_DAY, 0, UTC),
    formatTimestamp: (micros) => {
      const local = toLocalMicros(micros, zone);
      return format(local, Number((local - micros) / 1_000_000n), zone);
    },
    formatLocal: (local) => format(local, 0, UTC),
    parseDate: orNull(readDate),
    parseTimestamp: orNull(readTimestamp),
    parseLocal: orNull(readLocal),
    readDate,
    readTimestamp,
    readLocal,
  };
}
