/** Writing dates and times by the elements of a pattern. */
import { civilFromDays, dayOfYearOfDays, isoDayOfWeek } from '../../types/index.ts';
import type { TimeZone } from '../../types/index.ts';
import type { Element } from './elements.ts';
import { MODIFIED_JULIAN_ZERO, MONTHS, shortName, WEEKDAYS, zoneName } from './names.ts';

/** A moment on a wall clock, and where the clock hangs. */
export interface Moment {
  readonly days: number;
  readonly microsOfDay: number;
  readonly offsetSeconds: number;
  readonly zone: TimeZone;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** `+01:00` in the forms of the letters X, x, Z and O. */
function offsetText(seconds: number, letter: string, count: number): string {
  if (letter === 'O' || (letter === 'Z' && count === 4)) return localizedOffset(seconds, letter === 'Z' || count === 4);
  if (seconds === 0 && (letter === 'X' || (letter === 'Z' && count === 5))) return 'Z';
  const size = Math.abs(seconds);
  const colon = (letter === 'Z' ? count === 5 : count === 3 || count === 5) ? ':' : '';
  const withSeconds = count > 3 && size % 60 !== 0 ? `${colon}${two(size % 60)}` : '';
  const minutes = Math.floor(size / 60) % 60;
  const head = `${seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}`;
  if (count === 1 && letter !== 'Z' && minutes === 0) return head;
  return `${head}${colon}${two(minutes)}${withSeconds}`;
}

function localizedOffset(seconds: number, full: boolean): string {
  if (seconds === 0) return 'GMT';
  const size = Math.abs(seconds);
  const hours = Math.floor(size / 3600);
  const minutes = Math.floor(size / 60) % 60;
  const rest = size % 60;
  const tail = `${full || minutes !== 0 || rest !== 0 ? `:${two(minutes)}` : ''}${rest === 0 ? '' : `:${two(rest)}`}`;
  return `GMT${seconds < 0 ? '-' : '+'}${full ? two(hours) : hours}${tail}`;
}

/** Four letters and more mark what is wider with a plus. */
function yearText(year: number, count: number): string {
  const size = Math.abs(year);
  if (count === 2) return two(size % 100);
  const text = String(size).padStart(count, '0');
  if (year < 0) return `-${text}`;
  return count >= 4 && text.length > count ? `+${text}` : text;
}

function yearOfEra(year: number): number {
  return year > 0 ? year : 1 - year;
}

/** Days since 17 November 1858. */
function modifiedJulian(days: number, count: number): string {
  const shown = days - MODIFIED_JULIAN_ZERO;
  return `${shown < 0 ? '-' : ''}${String(Math.abs(shown)).padStart(count, '0')}`;
}

const QUARTERS = ['1st', '2nd', '3rd', '4th'];

/** A moment with the fields of its date and time worked out. */
interface Split extends Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly second: number;
  readonly hour: number;
}

type Writer = (m: Split) => string;

function padded(count: number, f: (m: Split) => number): Writer {
  if (count === 2) return (m) => two(f(m));
  return (m) => String(f(m)).padStart(count, '0');
}

function dateWriter(letter: string, count: number): Writer | undefined {
  switch (letter) {
    case 'G':
      return (m) => (count === 4 ? (m.year > 0 ? 'Anno Domini' : 'Before Christ') : m.year > 0 ? 'AD' : 'BC');
    case 'y':
      return (m) => yearText(yearOfEra(m.year), count);
    case 'u':
      return (m) => yearText(m.year, count);
    case 'M':
    case 'L':
      if (count < 3) return padded(count, (m) => m.month);
      return (m) => (count === 3 ? shortName(MONTHS[m.month - 1] as string) : (MONTHS[m.month - 1] as string));
    case 'd':
      return padded(count, (m) => m.day);
    case 'D':
      return padded(count, (m) => dayOfYearOfDays(m.days));
    case 'Q':
    case 'q':
      if (count < 3) return padded(count, (m) => Math.ceil(m.month / 3));
      return (m) => (count === 3 ? `Q${Math.ceil(m.month / 3)}` : `${QUARTERS[Math.ceil(m.month / 3) - 1]} quarter`);
    case 'E':
      return (m) => {
        const name = WEEKDAYS[isoDayOfWeek(m.days) - 1] as string;
        return count < 4 ? shortName(name) : name;
      };
    case 'g':
      return (m) => modifiedJulian(m.days, count);
    case 'F':
      return (m) => String(((m.day - 1) % 7) + 1);
    default:
      return undefined;
  }
}

function timeWriter(letter: string, count: number): Writer {
  switch (letter) {
    case 'H':
      return padded(count, (m) => m.hour);
    case 'k':
      return padded(count, (m) => (m.hour === 0 ? 24 : m.hour));
    case 'h':
      return padded(count, (m) => (m.hour % 12 === 0 ? 12 : m.hour % 12));
    case 'K':
      return padded(count, (m) => m.hour % 12);
    case 'm':
      return padded(count, (m) => Math.floor(m.second / 60) % 60);
    case 's':
      return padded(count, (m) => m.second % 60);
    case 'S':
      return (m) => String(m.microsOfDay - m.second * 1e6).padStart(6, '0').padEnd(9, '0').slice(0, count);
    case 'a':
      return (m) => (m.hour < 12 ? 'AM' : 'PM');
    case 'V':
      return (m) => m.zone.id;
    case 'z':
      return (m) => zoneName(m.zone, m.offsetSeconds, count === 4);
    default:
      return (m) => offsetText(m.offsetSeconds, letter, count);
  }
}

function writersOf(elements: readonly Element[], withEra: boolean): Writer[] {
  return elements.flatMap((e) => {
    if (e.kind === 'text') return [() => e.text];
    if (e.kind === 'optional') return writersOf(e.elements, withEra);
    const letter = e.letter === 'y' && !withEra ? 'u' : e.letter;
    return [dateWriter(letter, e.count) ?? timeWriter(letter, e.count)];
  });
}

/** Without an era in the pattern, years before the first are 0 and below. */
function showsEra(elements: readonly Element[]): boolean {
  return elements.some((e) => (e.kind === 'optional' ? showsEra(e.elements) : e.kind === 'field' && e.letter === 'G'));
}

/** Whether nothing but the date is written: then a day's text serves for all its moments. */
export function writesDatesOnly(elements: readonly Element[]): boolean {
  return elements.every((e) => (e.kind === 'optional' ? writesDatesOnly(e.elements) : e.kind === 'text' || dateWriter(e.letter, e.count) !== undefined));
}

/** Writes moments by the elements; optional ones are always written. */
export function momentWriter(elements: readonly Element[]): (m: Moment) => string {
  const writers = writersOf(elements, showsEra(elements));
  return (m) => {
    const second = Math.floor(m.microsOfDay / 1e6);
    const { year, month, day } = civilFromDays(m.days);
    const split: Split = {
      days: m.days, microsOfDay: m.microsOfDay, offsetSeconds: m.offsetSeconds, zone: m.zone,
      year, month, day, second, hour: Math.floor(second / 3600),
    };
    let out = '';
    for (let i = 0; i < writers.length; i++) out += (writers[i] as Writer)(split);
    return out;
  };
}
