/**
 * `spark.sql.legacy.timeParserPolicy=LEGACY`: Spark then reads and writes by `java.text.SimpleDateFormat`. Patterns of plain
 * letters mean the same there, for all texts that the new reader takes and all days since October 1582; the rest is
 * refused rather than answered by other rules.
 */
import { unsupported } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import type { ArgumentInfo } from '../define.ts';

const KEY = 'spark.sql.legacy.timeParserPolicy';
const READ: ReadonlySet<string> = new Set(['yyyy', 'MM', 'M', 'MMM', 'MMMM', 'dd', 'd', 'HH', 'H', 'hh', 'h', 'a', 'mm', 'm', 'ss', 's']);
const WRITTEN: ReadonlySet<string> = new Set([...READ, 'EEE', 'EEEE', 'SSS']);
/** 15 October 1582, where the calendars part. */
const GREGORIAN_MICROS = -12_219_292_800_000_000n;

type Conf = ((key: string) => string | undefined) | undefined;

export function isLegacy(conf: Conf): boolean {
  return conf?.(KEY)?.toUpperCase() === 'LEGACY';
}

export function legacyRefusal(what: string): SparkError {
  return unsupported(`${KEY}=LEGACY with ${what}`, 'Set it to CORRECTED, or use a pattern such as yyyy-MM-dd HH:mm:ss.');
}

/** Raises where the pattern may mean something else to the old rules; all patterns pass under the new. */
export function checkLegacyPattern(pattern: ArgumentInfo | undefined, reading: boolean, conf: Conf): void {
  if (!isLegacy(conf) || pattern === undefined || pattern.literal === null) return;
  if (typeof pattern.literal !== 'string') throw legacyRefusal('a pattern that is no constant');
  const plain = reading ? READ : WRITTEN;
  const unquoted = pattern.literal.replace(/'[^']*'/g, '');
  const runs = unquoted.match(/([A-Za-z])\1*/g) ?? [];
  if (/[[\]{}#']/.test(unquoted) || !runs.every((run) => plain.has(run))) throw legacyRefusal(`the pattern ${pattern.literal}`);
}

/** Raises for a moment that the old calendar would show as another day. */
export function checkLegacyMoment(micros: bigint, conf: Conf): void {
  if (micros < GREGORIAN_MICROS && isLegacy(conf)) throw legacyRefusal('days before October 1582');
}
