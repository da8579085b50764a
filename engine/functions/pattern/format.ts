/** Writing dates and times by the elements of a pattern. */
import { civilFromDays, dayOfYearOfDays, isoDayOfWeek } from '../../types/index.ts';
import type { TimeZone } from '../../types/index.ts';
import type { Element } from './elements.ts';
import { MONTHS, shortName, WEEKDAYS, zoneName } from './names.ts';

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
  const tail = full || minutes !== 0 ? `:${two(minutes)}` : '';
  return `GMT${seconds < 0 ? '-' : '+'}${full ? two(hours) : hours}${tail}`;
}

/** Years of an era are not negative; four letters and more mark what is wider with a plus. */
function yearText(year: number, count: number): string {
  const ofEra = year > 0 ? year : 1 - year;
  if (count === 2) return two(ofEra % 100);
  const text = String(ofEra).padStart(count, '0');
  return count >= 4 && text.length > count ? `+${text}` : text;
}

const QUARTERS = ['1st', '2nd', '3rd', '4th'];

function dateField(letter: string, count: number, days: number): string | undefined {
  const { year, month, day } = civilFromDays(days);
  const number = (n: number): string => String(n).padStart(count, '0');
  switch (letter) {
    case 'G':
      return count === 4 ? (year > 0 ? 'Anno Domini' : 'Before Christ') : year > 0 ? 'AD' : 'BC';
    case 'y':
      return yearText(year, count);
    case 'M':
    case 'L':
      return count < 3 ? number(month) : count === 3 ? shortName(MONTHS[month - 1] as string) : MONTHS[month - 1];
    case 'd':
      return number(day);
    case 'D':
      return number(dayOfYearOfDays(days));
    case 'Q':
    case 'q': {
      const quarter = Math.ceil(month / 3);
      return count < 3 ? number(quarter) : count === 3 ? `Q${quarter}` : `${QUARTERS[quarter - 1]} quarter`;
    }
    case 'E': {
      const name = WEEKDAYS[isoDayOfWeek(days) - 1] as string;
      return count < 4 ? shortName(name) : name;
    }
    case 'F':
      return String(((day - 1) % 7) + 1);
    default:
      return undefined;
  }
}

function timeField(letter: string, count: number, microsOfDay: number): string | undefined {
  const second = Math.floor(microsOfDay / 1e6);
  const hour = Math.floor(second / 3600);
  const number = (n: number): string => String(n).padStart(count, '0');
  switch (letter) {
    case 'H':
      return number(hour);
    case 'k':
      return number(hour === 0 ? 24 : hour);
    case 'h':
      return number(hour % 12 === 0 ? 12 : hour % 12);
    case 'K':
      return number(hour % 12);
    case 'm':
      return number(Math.floor(second / 60) % 60);
    case 's':
      return number(second % 60);
    case 'S':
      return String(microsOfDay - second * 1e6).padStart(6, '0').padEnd(9, '0').slice(0, count);
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    default:
      return undefined;
  }
}

function fieldText(letter: string, count: number, m: Moment): string {
  const text = dateField(letter, count, m.days) ?? timeField(letter, count, m.microsOfDay);
  if (text !== undefined) return text;
  if (letter === 'V') return m.zone.id;
  if (letter === 'z') return zoneName(m.zone, m.offsetSeconds, count === 4);
  return offsetText(m.offsetSeconds, letter, count);
}

/** The moment written by the elements; optional ones are always written. */
export function formatMoment(elements: readonly Element[], m: Moment): string {
  let out = '';
  for (const e of elements) {
    if (e.kind === 'text') out += e.text;
    else if (e.kind === 'optional') out += formatMoment(e.elements, m);
    else out += fieldText(e.letter, e.count, m);
  }
  return out;
}
