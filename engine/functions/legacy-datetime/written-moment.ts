/** What both old formatters of Java write alike of a moment: names in English, and which number a letter means. */
import type { TimeZone } from '../../types/index.ts';
import { MONTHS, shortName, WEEKDAYS } from '../pattern/names.ts';
import { namesOfZone } from '../pattern/java-zone-names.ts';
import { oldZoneId } from './clock.ts';
import { hybridDate } from './hybrid-calendar.ts';
import type { HybridDate } from './hybrid-calendar.ts';
import { momentAt, standardAt } from './resolve.ts';
import type { OldMoment } from './resolve.ts';

/** A moment with all that its calendar and clock say. */
export interface WrittenMoment extends OldMoment {
  readonly date: HybridDate;
  readonly hour: number;
  readonly zone: TimeZone;
}

export function writtenMoment(millis: number, zone: TimeZone): WrittenMoment {
  const moment = momentAt(millis, zone);
  return { ...moment, zone, date: hybridDate(moment.days), hour: Math.floor(moment.millisOfDay / 3_600_000) };
}

/** The year within its era. */
function yearOfEra(m: WrittenMoment): number {
  return m.date.year > 0 ? m.date.year : 1 - m.date.year;
}

function monthName(m: WrittenMoment, long: boolean): string {
  const name = MONTHS[m.date.month - 1] as string;
  return long ? name : shortName(name);
}

function weekdayName(m: WrittenMoment, long: boolean): string {
  const name = WEEKDAYS[(m.date.dayOfWeek + 5) % 7] as string;
  return long ? name : shortName(name);
}

function oldZoneName(m: WrittenMoment, long: boolean): string {
  const id = oldZoneId(m.zone);
  const names = namesOfZone(id);
  if (names === undefined) return id;
  const summer = m.offset !== standardAt(m, m.zone);
  return long ? (summer ? names.longSummer : names.longStandard) : summer ? names.shortSummer : names.shortStandard;
}

/** Numbers of the letters that are no more than a number. */
const NUMBERS: Readonly<Record<string, (m: WrittenMoment) => number>> = {
  d: (m) => m.date.day,
  D: (m) => m.date.dayOfYear,
  F: (m) => m.date.dayOfWeekInMonth,
  w: (m) => m.date.weekOfYear,
  W: (m) => m.date.weekOfMonth,
  u: (m) => (m.date.dayOfWeek === 1 ? 7 : m.date.dayOfWeek - 1),
  H: (m) => m.hour,
  k: (m) => (m.hour === 0 ? 24 : m.hour),
  K: (m) => m.hour % 12,
  h: (m) => (m.hour % 12 === 0 ? 12 : m.hour % 12),
  m: (m) => Math.floor(m.millisOfDay / 60_000) % 60,
  s: (m) => Math.floor(m.millisOfDay / 1000) % 60,
  S: (m) => m.millisOfDay % 1000,
};

function numberOf(letter: string, m: WrittenMoment): number {
  return (NUMBERS[letter] as (m: WrittenMoment) => number)(m);
}

/** How a formatter writes years, and how the other numbers. */
export interface NumberTexts {
  readonly year: (year: number, count: number) => string;
  readonly field: (value: number, count: number) => string;
}

/** Writes one letter of so many; distances from UTC are each formatter's own. */
export function letterWriter(letter: string, count: number, { year, field }: NumberTexts): (m: WrittenMoment) => string {
  switch (letter) {
    case 'G':
      return (m) => (m.date.year > 0 ? 'AD' : 'BC');
    case 'y':
      return (m) => year(yearOfEra(m), count);
    case 'Y':
      return (m) => year(m.date.weekYear, count);
    case 'M':
    case 'L':
      return (m) => (count < 3 ? field(m.date.month, count) : monthName(m, count > 3));
    case 'E':
      return (m) => weekdayName(m, count > 3);
    case 'a':
      return (m) => (m.hour < 12 ? 'AM' : 'PM');
    case 'z':
      return (m) => oldZoneName(m, count > 3);
    default:
      return (m) => field(numberOf(letter, m), count);
  }
}
