/**
 * The calendar of `java.util.GregorianCalendar`, in days since 1970-01-01: Julian until 4 October 1582, Gregorian from the
 * next day on, which is the 15th. Years before the first are 0 and below; weeks begin on Sunday, and the first of a month
 * or a year has at least one day.
 */
import { civilFromDays, daysFromCivil, isLeapYear } from '../../types/index.ts';
import type { CivilDate } from '../../types/index.ts';

/** 15 October 1582. */
export const CUTOVER_DAYS = -141_427;
export const CUTOVER_YEAR = 1582;
const CUTOVER_MONTH = 10;
const JULIAN_CYCLE_DAYS = 1461;
/** 1 March of the Julian year 0. */
const JULIAN_ZERO = -719_470;

/** Days of a date of the Julian calendar; months and days out of range carry over. */
export function daysFromJulian(year: number, month: number, day: number): number {
  const carried = year + Math.floor((month - 1) / 12);
  const inYear = month - Math.floor((month - 1) / 12) * 12;
  const y = inYear <= 2 ? carried - 1 : carried;
  const cycle = Math.floor(y / 4);
  const dayOfYear = Math.floor((153 * (inYear + (inYear > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return cycle * JULIAN_CYCLE_DAYS + (y - cycle * 4) * 365 + dayOfYear + JULIAN_ZERO;
}

/** As `daysFromJulian`, of the Gregorian calendar before 1582 too. */
export function daysFromGregorian(year: number, month: number, day: number): number {
  const carried = Math.floor((month - 1) / 12);
  return daysFromCivil(year + carried, month - carried * 12, day);
}

function julianFromDays(days: number): CivilDate {
  const z = days - JULIAN_ZERO;
  const cycle = Math.floor(z / JULIAN_CYCLE_DAYS);
  const dayOfCycle = z - cycle * JULIAN_CYCLE_DAYS;
  const yearOfCycle = Math.min(Math.floor(dayOfCycle / 365), 3);
  const dayOfYear = dayOfCycle - yearOfCycle * 365;
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: cycle * 4 + yearOfCycle + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 };
}

export function hybridFromDays(days: number): CivilDate {
  return days >= CUTOVER_DAYS ? civilFromDays(days) : julianFromDays(days);
}

/** Days of a date that the calendar has; of the ten that it leaves out, the first one behind them. */
export function daysFromHybrid(year: number, month: number, day: number): number {
  const gregorian = daysFromCivil(year, month, day);
  if (gregorian >= CUTOVER_DAYS) return gregorian;
  return Math.min(daysFromJulian(year, month, day), CUTOVER_DAYS);
}

function firstOfYear(year: number): number {
  return year > CUTOVER_YEAR ? daysFromCivil(year, 1, 1) : daysFromJulian(year, 1, 1);
}

/** 1 Sunday to 7 Saturday. */
export function dayOfWeek(days: number): number {
  return ((((days + 4) % 7) + 7) % 7) + 1;
}

/** The last such day of the week that is not after the day. */
export function weekdayOnOrBefore(days: number, weekday: number): number {
  return days - ((((dayOfWeek(days) - weekday) % 7) + 7) % 7);
}

/** The number of the week, the one with `first` being the first. */
function weekFrom(first: number, days: number): number {
  return Math.floor((days - weekdayOnOrBefore(first, 1)) / 7) + 1;
}

export interface HybridDate extends CivilDate {
  readonly dayOfWeek: number;
  readonly dayOfYear: number;
  readonly weekOfMonth: number;
  readonly weekOfYear: number;
  /** Which of its weekdays the day is in its month. */
  readonly dayOfWeekInMonth: number;
  /** The year to which the week belongs. */
  readonly weekYear: number;
}

/** All that the calendar says of a day. */
export function hybridDate(days: number): HybridDate {
  const { year, month, day } = hybridFromDays(days);
  const yearStart = firstOfYear(year);
  const monthStart = year === CUTOVER_YEAR && month === CUTOVER_MONTH ? daysFromJulian(year, month, 1) : days - day + 1;
  const belongsToNext = days >= weekdayOnOrBefore(firstOfYear(year + 1), 1);
  return {
    year,
    month,
    day,
    dayOfWeek: dayOfWeek(days),
    dayOfYear: days - yearStart + 1,
    weekOfMonth: weekFrom(monthStart, days),
    weekOfYear: belongsToNext ? 1 : weekFrom(yearStart, days),
    dayOfWeekInMonth: Math.floor((days - monthStart) / 7) + 1,
    weekYear: belongsToNext ? year + 1 : year,
  };
}

const MONTH_DAYS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month from 0 on, leap years counted by the calendar of the year. */
export function monthLength(year: number, month: number): number {
  const leap = year >= CUTOVER_YEAR ? isLeapYear(year) : year % 4 === 0;
  return (MONTH_DAYS[month] as number) + (month === 1 && leap ? 1 : 0);
}
