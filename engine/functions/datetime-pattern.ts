/** Dates and timestamps by a pattern of letters (`yyyy-MM-dd HH:mm:ss`): for functions, and for options of readers and writers. */
import { floorDiv, fromLocalMicros, MICROS_PER_DAY, toLocalMicros, UTC } from '../types/index.ts';
import type { TimeZone } from '../types/index.ts';
import { elementsOf, fixedParser, momentParser, momentWriter, ParseFailure, writesDatesOnly } from './pattern/index.ts';
import type { Element, FixedParser, Moment, ParsedMoment } from './pattern/index.ts';

export { ParseFailure } from './pattern/index.ts';

export interface PatternFormatter {
  formatDate(days: number): string;
  formatTimestamp(micros: bigint): string;
  formatLocal(local: bigint): string;
  /** As `formatTimestamp`, of microseconds that are a safe integer. */
  formatSafe(micros: number): string;
  /** Null if the text does not have the pattern's form. */
  parseDate(text: string): number | null;
  parseTimestamp(text: string): bigint | null;
  parseLocal(text: string): bigint | null;
  /** As the three above, but with the reason of a failure. */
  readDate(text: string): number | ParseFailure;
  readTimestamp(text: string): bigint | ParseFailure;
  readLocal(text: string): bigint | ParseFailure;
  /** Wall-clock microseconds of a text without a zone, the short way; NaN where one of the others has to decide. */
  readSafe(text: string): number;
  /** Raises what reading with the pattern would raise whatever the text. */
  checkReading(): void;
  /** The same of writing. */
  checkWriting(): void;
}

const CACHE_FORMATTERS = 100;
const CACHE = new Map<string, PatternFormatter>();

/**
 * A formatter for a pattern; `zone` is that of timestamps without one of their own. Raises Spark's errors for a bad
 * pattern when it is first used: some letters can be written but not read. `local`: it is for timestamps without a zone.
 */
export function patternFormatter(pattern: string, zone: TimeZone, local = false): PatternFormatter {
  const key = `${zone.id}|${local}|${pattern}`;
  let made = CACHE.get(key);
  if (made === undefined) {
    made = createFormatter(pattern, zone, local);
    if (CACHE.size >= CACHE_FORMATTERS) CACHE.clear();
    CACHE.set(key, made);
  }
  return made;
}

const CACHE_DAYS = 20_000;

/** Writes moments; texts that only the date decides are kept by day. */
function writerOf(elements: readonly Element[]): (m: Moment) => string {
  const write = momentWriter(elements);
  if (!writesDatesOnly(elements)) return write;
  const byDay = new Map<number, string>();
  return (m) => {
    let text = byDay.get(m.days);
    if (text === undefined) {
      text = write(m);
      if (byDay.size >= CACHE_DAYS) byDay.clear();
      byDay.set(m.days, text);
    }
    return text;
  };
}

function createFormatter(pattern: string, zone: TimeZone, forLocal: boolean): PatternFormatter {
  let writer: ((m: Moment) => string) | undefined;
  let fixed: FixedParser | undefined;
  let parser: ((text: string) => ParsedMoment | ParseFailure) | undefined;
  const writing = (): ((m: Moment) => string) => {
    writer ??= writerOf(elementsOf(pattern, false, forLocal));
    return writer;
  };
  const write = (m: Moment): string => (writer ?? writing())(m);
  const format = (local: bigint, offsetSeconds: number, clock: TimeZone): string => {
    const day = floorDiv(local, MICROS_PER_DAY);
    return write({ days: Number(day), microsOfDay: Number(local - day * MICROS_PER_DAY), offsetSeconds, zone: clock });
  };
  const reader = (): ((text: string) => ParsedMoment | ParseFailure) => {
    parser ??= momentParser(elementsOf(pattern, true, forLocal));
    return parser;
  };
  const parse = (text: string): ParsedMoment | ParseFailure => reader()(text);
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
    formatSafe: (micros) => {
      const second = Math.floor(micros / 1e6) - (Math.floor(micros / 1e6) * 1e6 > micros ? 1 : 0);
      const offsetSeconds = zone.fixedOffset ?? zone.offsetAt(second);
      const local = second + offsetSeconds;
      const days = Math.floor(local / 86_400);
      return write({ days, microsOfDay: (local - days * 86_400) * 1e6 + (micros - second * 1e6), offsetSeconds, zone });
    },
    parseDate: orNull(readDate),
    parseTimestamp: orNull(readTimestamp),
    parseLocal: orNull(readLocal),
    readDate,
    readTimestamp,
    readLocal,
    readSafe: (text) => {
      fixed ??= fixedParser(elementsOf(pattern, true, forLocal)) ?? (() => Number.NaN);
      return fixed(text);
    },
    checkReading: () => void reader(),
    checkWriting: () => void writing(),
  };
}
