/**
 * Fields of a calendar to an instant, as `java.util.GregorianCalendar` works it out: which of the fields count, what is
 * out of range carried over (lenient) or refused (strict).
 */
import type { TimeZone } from '../../types/index.ts';
import { offsetByWall, oldOffset, oldStandard } from './clock.ts';
import {
  AM_PM,
  BCE,
  CE,
  DAY_OF_MONTH,
  DAY_OF_WEEK,
  DAY_OF_WEEK_IN_MONTH,
  DAY_OF_YEAR,
  DST_OFFSET,
  ERA,
  HOUR,
  HOUR_OF_DAY,
  MILLISECOND,
  MINUTE,
  MONTH,
  RANGES,
  SECOND,
  WEEK_OF_MONTH,
  WEEK_OF_YEAR,
  WEEK_YEAR,
  YEAR,
  ZONE_OFFSET,
} from './fields.ts';
import type { CalendarFields } from './fields.ts';
import type { HybridDate } from './hybrid-calendar.ts';
import { CUTOVER_DAYS, CUTOVER_YEAR, daysFromGregorian, daysFromJulian, hybridDate, hybridFromDays, monthLength, weekdayOnOrBefore } from './hybrid-calendar.ts';

const DAY_MILLIS = 86_400_000;
const EPOCH_YEAR = 1970;
const SUNDAY = 1;

/** Milliseconds since the epoch on the old calendar; null where Java raises IllegalArgumentException. */
export type Instant = number | null;

/** What places the day in its year: the fields that count. */
type DayFields = 'dayOfMonth' | 'weekOfMonth' | 'weekdayInMonth' | 'dayOfYear' | 'weekOfYear';

/** When both of two fields are set, when the later was; else 0. */
function both(f: CalendarFields, a: number, b: number): number {
  return f.isSet(a) && f.isSet(b) ? Math.max(f.stamp(a), f.stamp(b)) : 0;
}

/** The latest group of fields that places a day. */
function dayFields(f: CalendarFields): DayFields {
  let day = f.stamp(DAY_OF_MONTH);
  let week = both(f, WEEK_OF_MONTH, DAY_OF_WEEK);
  let weekday = both(f, DAY_OF_WEEK_IN_MONTH, DAY_OF_WEEK);
  const dayOfYear = f.stamp(DAY_OF_YEAR);
  let weekOfYear = both(f, WEEK_OF_YEAR, DAY_OF_WEEK);
  let best = Math.max(day, week, weekday, dayOfYear, weekOfYear);
  if (best === 0) {
    week = f.stamp(WEEK_OF_MONTH);
    weekday = Math.max(f.stamp(DAY_OF_WEEK_IN_MONTH), f.stamp(DAY_OF_WEEK));
    weekOfYear = f.stamp(WEEK_OF_YEAR);
    best = Math.max(week, weekday, weekOfYear);
    if (best === 0) {
      day = f.stamp(MONTH);
      best = day;
    }
  }
  if (best === day) return 'dayOfMonth';
  const inMonth = (best === week && f.stamp(WEEK_OF_MONTH) >= f.stamp(WEEK_OF_YEAR)) || (best === weekday && f.stamp(DAY_OF_WEEK_IN_MONTH) >= f.stamp(WEEK_OF_YEAR));
  if (!inMonth) return best === dayOfYear ? 'dayOfYear' : 'weekOfYear';
  if (week === weekday) return f.stamp(WEEK_OF_MONTH) >= f.stamp(DAY_OF_WEEK_IN_MONTH) ? 'weekOfMonth' : 'weekdayInMonth';
  return best === week ? 'weekOfMonth' : 'weekdayInMonth';
}

type DaysOf = (year: number, month: number, day: number) => number;

/** The day of a year, by one of the calendars. */
function dayIn(f: CalendarFields, fields: DayFields, year: number, daysOf: DaysOf): number {
  if (fields === 'dayOfYear') return daysOf(year, 1, 1) + f.get(DAY_OF_YEAR) - 1;
  const weekday = f.isSet(DAY_OF_WEEK) ? f.get(DAY_OF_WEEK) : SUNDAY;
  if (fields === 'weekOfYear') {
    const first = weekdayOnOrBefore(daysOf(year, 1, 1), SUNDAY);
    return weekdayOnOrBefore(first + 6, weekday) + 7 * (f.get(WEEK_OF_YEAR) - 1);
  }
  const monthStart = daysOf(year, f.get(MONTH) + 1, 1);
  if (fields === 'dayOfMonth') return f.isSet(DAY_OF_MONTH) ? monthStart + f.get(DAY_OF_MONTH) - 1 : monthStart;
  if (fields === 'weekOfMonth') {
    const first = weekdayOnOrBefore(monthStart, SUNDAY);
    return weekdayOnOrBefore(first + 6, weekday) + 7 * (f.get(WEEK_OF_MONTH) - 1);
  }
  const which = f.isSet(DAY_OF_WEEK_IN_MONTH) ? f.get(DAY_OF_WEEK_IN_MONTH) : 1;
  if (which >= 0) return weekdayOnOrBefore(monthStart + 7 * which - 1, weekday);
  const month = f.get(MONTH);
  const length = monthLength(year + Math.floor(month / 12), month - Math.floor(month / 12) * 12);
  return weekdayOnOrBefore(monthStart + length + 7 * (which + 1) - 1, weekday);
}

/** The day by the calendar that held then; of days that were none, null if strict. */
function dayOf(f: CalendarFields, year: number, carried: number, strict: boolean): number | null {
  const fields = dayFields(f);
  const gregorian = (): number => carried + dayIn(f, fields, year, daysFromGregorian);
  const julian = (): number => carried + dayIn(f, fields, year, daysFromJulian);
  if (year > CUTOVER_YEAR) {
    const days = gregorian();
    return days >= CUTOVER_DAYS ? days : julian();
  }
  const days = julian();
  if (days < CUTOVER_DAYS || fields === 'dayOfYear' || fields === 'weekOfYear') return days;
  if (year < CUTOVER_YEAR) return days;
  const other = gregorian();
  if (other >= CUTOVER_DAYS) return other;
  return strict ? null : days;
}

/** Milliseconds of the time of day, which may be more than a day or below it. */
function timeOfDay(f: CalendarFields): number {
  const halfDays = f.isSet(HOUR) && f.isSet(AM_PM) ? Math.max(f.stamp(HOUR), f.stamp(AM_PM)) : 0;
  const best = Math.max(halfDays, f.stamp(HOUR_OF_DAY)) || Math.max(f.stamp(HOUR), f.stamp(AM_PM));
  const byDay = best === f.stamp(HOUR_OF_DAY);
  const hours = byDay ? f.get(HOUR_OF_DAY) : f.get(HOUR) + 12 * f.get(AM_PM);
  return ((hours * 60 + f.get(MINUTE)) * 60 + f.get(SECOND)) * 1000 + f.get(MILLISECOND);
}

/** What comes of the fields, to see whether strict ones stayed as they were set. */
function matches(f: CalendarFields, days: number, millis: number, offsets: readonly [number, number]): boolean {
  const date = hybridDate(days);
  const hour = Math.floor(millis / 3_600_000);
  const found = [
    date.year > 0 ? CE : BCE,
    date.year > 0 ? date.year : 1 - date.year,
    date.month - 1,
    date.weekOfYear,
    date.weekOfMonth,
    date.day,
    date.dayOfYear,
    date.dayOfWeek,
    date.dayOfWeekInMonth,
    Math.floor(hour / 12),
    hour % 12,
    hour,
    Math.floor(millis / 60_000) % 60,
    Math.floor(millis / 1000) % 60,
    millis % 1000,
    ...offsets,
  ];
  return found.every((value, field) => !f.isSet(field) || f.get(field) === value);
}

function inRange(f: CalendarFields): boolean {
  return RANGES.every(([least, most], field) => !f.isSet(field) || (f.get(field) >= least && f.get(field) <= most));
}

/** Milliseconds of standard time and of what summer time adds, at a time on the wall; their sum alone counts where fields say nothing of either. */
function offsetsAt(f: CalendarFields, wallMillis: number, zone: TimeZone): readonly [number, number] {
  if (f.isSet(ZONE_OFFSET) && f.isSet(DST_OFFSET)) return [f.get(ZONE_OFFSET), f.get(DST_OFFSET)];
  const wall = Math.floor(wallMillis / 1000);
  const offset = offsetByWall(zone, wall);
  if (!f.isSet(ZONE_OFFSET) && !f.isSet(DST_OFFSET)) return [offset * 1000, 0];
  const standard = Math.min(oldStandard(zone, wall - offset), offset);
  const raw = f.isSet(ZONE_OFFSET) ? f.get(ZONE_OFFSET) : standard * 1000;
  return [raw, f.isSet(DST_OFFSET) ? f.get(DST_OFFSET) : (offset - standard) * 1000];
}

/** The offsets at an instant, where fields do not say them. */
function offsetsOf(f: CalendarFields, millis: number, zone: TimeZone): readonly [number, number] {
  const moment = momentAt(millis, zone);
  const { offset } = moment;
  if (!f.isSet(ZONE_OFFSET) && !f.isSet(DST_OFFSET)) return [offset * 1000, 0];
  const standard = standardAt(moment, zone);
  return [f.isSet(ZONE_OFFSET) ? f.get(ZONE_OFFSET) : standard * 1000, f.isSet(DST_OFFSET) ? f.get(DST_OFFSET) : (offset - standard) * 1000];
}

/** Whether strict fields are what the instant shows: times that the clock leaps over are not. */
function isShown(f: CalendarFields, millis: number, zone: TimeZone): boolean {
  const offsets = offsetsOf(f, millis, zone);
  const local = millis + offsets[0] + offsets[1];
  const days = Math.floor(local / DAY_MILLIS);
  return matches(f, days, local - days * DAY_MILLIS, offsets);
}

/** The year of a week as Java counts it: before Christ it asks the wrong year on which day it begins. */
function javaWeekYear(date: HybridDate): number {
  const { year, dayOfYear } = date;
  if (year > 0) return date.weekYear;
  const start = daysFromJulian(year, 1, 1);
  const length = daysFromJulian(year + 1, 1, 1) - start;
  const firstSunday = weekdayOnOrBefore(start + 6, SUNDAY) - start + 1;
  if ((dayOfYear > 1 && dayOfYear < length - 6) || dayOfYear < firstSunday) return year;
  const other = daysFromJulian(-year, 1, 1);
  const before = weekdayOnOrBefore(other + 6, SUNDAY) - other || 7;
  return length - dayOfYear + 1 <= 7 - before ? year + 1 : year;
}

/** The year, 0 and below before the first. */
function yearOf(f: CalendarFields): number {
  const inEra = f.isSet(YEAR) ? f.get(YEAR) : EPOCH_YEAR;
  return f.isSet(ERA) && f.get(ERA) === BCE ? 1 - inEra : inEra;
}

/** The date of a week, set as year, month and day; false where a strict one is none. */
function setWeekDate(f: CalendarFields, strict: boolean): boolean {
  let week = f.isSet(WEEK_OF_YEAR) ? f.get(WEEK_OF_YEAR) : 1;
  let weekday = f.isSet(DAY_OF_WEEK) ? f.get(DAY_OF_WEEK) : SUNDAY;
  if (weekday < 1 || weekday > 7) {
    if (strict) return false;
    week += Math.floor((weekday - 1) / 7);
    weekday = ((((weekday - 1) % 7) + 7) % 7) + 1;
  }
  // The week's year counts in the era of the year that was read, which is the one before Christ also for 0 and below.
  const year = yearOf(f) <= 0 ? 1 - f.get(WEEK_YEAR) : f.get(WEEK_YEAR);
  const first = weekdayOnOrBefore(year > CUTOVER_YEAR ? daysFromGregorian(year, 1, 1) : daysFromJulian(year, 1, 1), SUNDAY);
  const days = first + weekday - 1 + 7 * (week - 1);
  const date = hybridDate(days);
  if (strict && (javaWeekYear(date) !== f.get(WEEK_YEAR) || date.weekOfYear !== week || date.dayOfWeek !== weekday)) return false;
  f.set(ERA, date.year > 0 ? CE : BCE);
  f.set(YEAR, date.year > 0 ? date.year : 1 - date.year);
  f.set(MONTH, date.month - 1);
  f.set(DAY_OF_MONTH, date.day);
  return true;
}

/** The instant of the fields on a zone's clock. */
export function resolveFields(given: CalendarFields, zone: TimeZone, strict: boolean): Instant {
  let f = given;
  if (f.stamp(WEEK_YEAR) > f.stamp(YEAR)) {
    f = given.copy();
    if (!setWeekDate(f, strict)) return null;
  }
  if (strict && !inRange(f)) return null;
  const year = yearOf(f);
  const time = timeOfDay(f);
  const carried = Math.floor(time / DAY_MILLIS);
  const days = dayOf(f, year, carried, strict);
  if (days === null) return null;
  const wall = days * DAY_MILLIS + time - carried * DAY_MILLIS;
  const offsets = offsetsAt(f, wall, zone);
  const millis = wall - offsets[0] - offsets[1];
  return strict && !isShown(f, millis, zone) ? null : millis;
}

/** Fields of an instant, for writing. */
export interface OldMoment {
  readonly days: number;
  readonly millisOfDay: number;
  /** Seconds since the epoch, and east of UTC. */
  readonly second: number;
  readonly offset: number;
}

/** Seconds of standard time at a moment: less than its offset in summer. */
export function standardAt({ second, offset }: OldMoment, zone: TimeZone): number {
  return Math.min(oldStandard(zone, second), offset);
}

export function momentAt(millis: number, zone: TimeZone): OldMoment {
  const second = Math.floor(millis / 1000);
  const offset = oldOffset(zone, second);
  const local = millis + offset * 1000;
  const days = Math.floor(local / DAY_MILLIS);
  return { days, millisOfDay: local - days * DAY_MILLIS, second, offset };
}

/** The year of an instant in the old calendar at UTC. */
export function yearAt(millis: number): number {
  return hybridFromDays(Math.floor(millis / DAY_MILLIS)).year;
}
