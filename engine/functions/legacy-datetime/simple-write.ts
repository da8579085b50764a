/** Moments written as `java.text.SimpleDateFormat` writes them in English. */
import type { TimeZone } from '../../types/index.ts';
import { MONTHS, shortName, WEEKDAYS } from '../pattern/names.ts';
import { namesOfZone } from '../pattern/java-zone-names.ts';
import { oldZoneId } from './clock.ts';
import { hybridDate } from './hybrid-calendar.ts';
import type { HybridDate } from './hybrid-calendar.ts';
import type { OldElement } from './letters.ts';
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
export function yearOfEra(m: WrittenMoment): number {
  return m.date.year > 0 ? m.date.year : 1 - m.date.year;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function padded(value: number, count: number): string {
  return value < 0 ? `-${String(-value).padStart(count, '0')}` : String(value).padStart(count, '0');
}

/** Two letters cut a year to its last two digits. */
function yearText(year: number, count: number): string {
  return count === 2 ? `${year < 0 ? '-' : ''}${two(Math.abs(year) % 100)}` : padded(year, count);
}

export function monthName(m: WrittenMoment, long: boolean): string {
  const name = MONTHS[m.date.month - 1] as string;
  return long ? name : shortName(name);
}

export function weekdayName(m: WrittenMoment, long: boolean): string {
  const name = WEEKDAYS[(m.date.dayOfWeek + 5) % 7] as string;
  return long ? name : shortName(name);
}

export function oldZoneName(m: WrittenMoment, long: boolean): string {
  const id = oldZoneId(m.zone);
  const names = namesOfZone(id);
  if (names === undefined) return id;
  const summer = m.offset !== standardAt(m, m.zone);
  return long ? (summer ? names.longSummer : names.longStandard) : summer ? names.shortSummer : names.shortStandard;
}

/** `+0530` and `-0800`: hours and minutes as one number. */
function distance(m: WrittenMoment): string {
  const minutes = Math.trunc(m.offset / 60);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

function isoDistance(m: WrittenMoment, count: number): string {
  if (m.offset === 0) return 'Z';
  const minutes = Math.trunc(m.offset / 60);
  const size = Math.abs(minutes);
  const hours = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}`;
  return count === 1 ? hours : `${hours}${count === 3 ? ':' : ''}${two(size % 60)}`;
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

export function numberOf(letter: string, m: WrittenMoment): number {
  return (NUMBERS[letter] as (m: WrittenMoment) => number)(m);
}

type Writer = (m: WrittenMoment) => string;

function writerOf(letter: string, count: number): Writer {
  switch (letter) {
    case 'G':
      return (m) => (m.date.year > 0 ? 'AD' : 'BC');
    case 'y':
      return (m) => yearText(yearOfEra(m), count);
    case 'Y':
      return (m) => yearText(m.date.weekYear, count);
    case 'M':
    case 'L':
      return (m) => (count < 3 ? padded(m.date.month, count) : monthName(m, count > 3));
    case 'E':
      return (m) => weekdayName(m, count > 3);
    case 'a':
      return (m) => (m.hour < 12 ? 'AM' : 'PM');
    case 'z':
      return (m) => oldZoneName(m, count > 3);
    case 'Z':
      return distance;
    case 'X':
      return (m) => isoDistance(m, count);
    default:
      return (m) => padded(numberOf(letter, m), count);
  }
}

/** Writes milliseconds of the old calendar by the elements. */
export function simpleWriter(elements: readonly OldElement[], zone: TimeZone): (millis: number) => string {
  const writers = elements.map((e): Writer => (e.kind === 'text' ? () => e.text : writerOf(e.letter, e.count)));
  return (millis) => {
    const m = writtenMoment(millis, zone);
    let out = '';
    for (const write of writers) out += write(m);
    return out;
  };
}
