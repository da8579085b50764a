/** The formatters of `spark.sql.legacy.timeParserPolicy=LEGACY`: those of Java before `java.time`, on its calendar of two parts. */
export { isLeaptOver, oldClock } from './clock.ts';
export { fastDateFormatter, fastFormatter, isLegacy, simpleFormatter } from './formatters.ts';
export { oldDatetimeReader, oldDatetimeWriter, oldFallback } from './text.ts';
export type { Fallback } from './text.ts';
