/**
 * Wall clocks as `java.util.TimeZone` has them, and Spark's way between its own timestamps and those of the old calendar.
 * The old clocks know nothing of the local mean times before 1900: there the zone's standard time of today holds.
 */
import { civilFromDays, daysFromCivil } from '../../types/index.ts';
import type { TimeZone } from '../../types/index.ts';
import { daysFromHybrid, hybridFromDays } from './hybrid-calendar.ts';

/** 1900-01-01, from which on both calendars and both clocks say the same. */
const SAME_SINCE = -2_208_988_800;
const DAY_SECONDS = 86_400;
const HALF_YEAR_SECONDS = 183 * DAY_SECONDS;
/** Some July, by which the rules of today hold. */
const TODAY_SECOND = 1_782_864_000;
/** The January before, winter in the north. */
const WINTER_SECOND = TODAY_SECOND - HALF_YEAR_SECONDS;

/** Winter time lasts longer than this. */
const SAMPLE_SECONDS = 90 * DAY_SECONDS;
/** What summer time adds or has added; any other difference means that the zone has moved. */
const SUMMER_SECONDS: ReadonlySet<number> = new Set([1200, 1800, 2400, 3600, 5400, 7200]);
/** February 1940 to October 1945, when many clocks stood ahead in winter too, and in Britain twice as much in summer. */
const WAR: readonly [number, number] = [-942_000_000, -763_000_000];

/** Standard time: what a zone's offset is at least within half a year. */
function standardOffset(zone: TimeZone, second: number): number {
  const offset = zone.offsetAt(second);
  if (second > WAR[0] && second < WAR[1] && SUMMER_SECONDS.has(offset - zone.offsetAt(WINTER_SECOND))) return zone.offsetAt(WINTER_SECOND);
  let least = offset;
  for (const near of [-2, -1, 1, 2]) {
    const other = zone.offsetAt(second + near * SAMPLE_SECONDS);
    if (other < least && SUMMER_SECONDS.has(offset - other)) least = other;
  }
  return least;
}

const LAST_STANDARD = new WeakMap<TimeZone, number>();

/** Standard time by today's rules (`getRawOffset`). */
export function standardToday(zone: TimeZone): number {
  if (zone.fixedOffset !== null) return zone.fixedOffset;
  let offset = LAST_STANDARD.get(zone);
  if (offset === undefined) {
    offset = standardOffset(zone, TODAY_SECOND);
    LAST_STANDARD.set(zone, offset);
  }
  return offset;
}

/** Seconds east of UTC at an instant. */
export function oldOffset(zone: TimeZone, second: number): number {
  if (zone.fixedOffset !== null) return zone.fixedOffset;
  return second < SAME_SINCE ? standardToday(zone) : zone.offsetAt(second);
}

/** The part of the offset at an instant that is standard time. */
export function oldStandard(zone: TimeZone, second: number): number {
  if (zone.fixedOffset !== null) return zone.fixedOffset;
  return second < SAME_SINCE ? standardToday(zone) : standardOffset(zone, second);
}

/** The offset for a time on the wall clock: of a time that comes twice or never, that of standard time. */
export function offsetByWall(zone: TimeZone, wall: number): number {
  if (zone.fixedOffset !== null) return zone.fixedOffset;
  const before = oldOffset(zone, wall - DAY_SECONDS);
  const after = oldOffset(zone, wall + DAY_SECONDS);
  return before === after || oldOffset(zone, wall - after) === after ? after : before;
}

/** Seconds that summer time adds in the zone today; 0 where there is none. */
export function summerSeconds(zone: TimeZone): number {
  if (zone.fixedOffset !== null) return 0;
  return Math.max(zone.offsetAt(TODAY_SECOND), zone.offsetAt(TODAY_SECOND + HALF_YEAR_SECONDS)) - standardToday(zone);
}

function floorDays(local: number): number {
  return Math.floor(local / DAY_SECONDS);
}

/** Of two instants with the same time on the wall, the later one. */
function laterInstant(zone: TimeZone, local: number): number {
  if (zone.fixedOffset !== null) return local - zone.fixedOffset;
  const after = zone.offsetAt(local + DAY_SECONDS);
  return zone.offsetAt(local - after) === after ? local - after : zone.toInstant(local);
}

/** A day of the old calendar as the one of the same name in Spark's. */
export function daysToSpark(days: number): number {
  const { year, month, day } = hybridFromDays(days);
  return daysFromCivil(year, month, 1) + day - 1;
}

/** A day of Spark's calendar as the one of the same name in the old, or the first that there is after it. */
export function daysFromSpark(days: number): number {
  const { year, month, day } = civilFromDays(days);
  return daysFromHybrid(year, month, day);
}

/** A second of the old clock and calendar as the one with the same wall clock in Spark's. */
export function secondToSpark(zone: TimeZone, second: number): number {
  if (second >= SAME_SINCE) return second;
  const local = second + oldOffset(zone, second);
  const days = floorDays(local);
  return laterInstant(zone, daysToSpark(days) * DAY_SECONDS + local - days * DAY_SECONDS);
}

/** Whether the wall clock leaps over the time. */
export function isLeaptOver(zone: TimeZone, wall: number): boolean {
  const offset = offsetByWall(zone, wall);
  return oldOffset(zone, wall - offset) !== offset;
}

/** A zone whose wall clock is read as the old clocks read theirs; it gives instants of Spark. */
export function oldClock(zone: TimeZone): TimeZone {
  return {
    id: zone.id,
    fixedOffset: zone.fixedOffset,
    offsetAt: (second) => zone.offsetAt(second),
    toInstant: (local) => secondToSpark(zone, local - offsetByWall(zone, local)),
  };
}

/** The other way. */
export function secondFromSpark(zone: TimeZone, second: number): number {
  if (second >= SAME_SINCE) return second;
  const local = second + (zone.fixedOffset ?? zone.offsetAt(second));
  const days = floorDays(local);
  const moved = daysFromSpark(days) * DAY_SECONDS + local - days * DAY_SECONDS;
  return moved - offsetByWall(zone, moved);
}

/** The zone as `java.util.TimeZone` names it: offsets are `GMT+05:30`. */
export function oldZoneId(zone: TimeZone): string {
  if (zone.id === 'Z') return 'UTC';
  return /^[+-]/.test(zone.id) ? `GMT${zone.id}` : zone.id.replace(/^(UTC|UT)(?=[+-])/, 'GMT');
}
