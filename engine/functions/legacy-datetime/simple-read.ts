/** Texts read as `java.text.SimpleDateFormat` reads them, strictly, as Spark's functions ask for: what follows is not looked at. */
import { addMonthsToDays } from '../../types/index.ts';
import type { TimeZone } from '../../types/index.ts';
import { MONTHS, shortName, WEEKDAYS } from '../pattern/names.ts';
import {
  AM_PM,
  CalendarFields,
  DAY_OF_MONTH,
  DAY_OF_WEEK,
  DAY_OF_WEEK_IN_MONTH,
  DAY_OF_YEAR,
  ERA,
  HOUR,
  HOUR_OF_DAY,
  MILLISECOND,
  MINUTE,
  MONTH,
  SECOND,
  WEEK_OF_MONTH,
  WEEK_OF_YEAR,
  WEEK_YEAR,
  YEAR,
} from './fields.ts';
import { readNumber } from './java-number.ts';
import type { NumberRead } from './java-number.ts';
import type { OldElement } from './letters.ts';
import { resolveFields, yearAt } from './resolve.ts';
import type { Instant } from './resolve.ts';
import { readIsoZone, readZone } from './zone-text.ts';
import type { ReadState } from './zone-text.ts';

/** Names in lower case with their values, the longest first. */
type Names = readonly (readonly [string, number])[];

function namesOf(entries: readonly (readonly [string, number])[]): Names {
  return entries.map(([name, value]): [string, number] => [name.toLowerCase(), value]).sort((a, b) => b[0].length - a[0].length);
}

const MONTH_NAMES = namesOf(MONTHS.flatMap((name, i): [string, number][] => [[name, i], [shortName(name), i]]));
/** 1 Sunday to 7 Saturday. */
const WEEKDAY_NAMES = namesOf(WEEKDAYS.flatMap((name, i): [string, number][] => [[name, ((i + 1) % 7) + 1], [shortName(name), ((i + 1) % 7) + 1]]));
const ERA_NAMES = namesOf([['AD', 1], ['BC', 0], ['Anno Domini', 1], ['Before Christ', 0]]);
const HALF_NAMES = namesOf([['AM', 0], ['PM', 1]]);

const NUMBER_FIELDS: Readonly<Record<string, number>> = {
  d: DAY_OF_MONTH, H: HOUR_OF_DAY, m: MINUTE, s: SECOND, S: MILLISECOND, D: DAY_OF_YEAR, F: DAY_OF_WEEK_IN_MONTH, w: WEEK_OF_YEAR, W: WEEK_OF_MONTH, K: HOUR, u: DAY_OF_WEEK,
};
const NAME_FIELDS: Readonly<Record<string, readonly [field: number, names: Names]>> = {
  G: [ERA, ERA_NAMES], M: [MONTH, MONTH_NAMES], L: [MONTH, MONTH_NAMES], E: [DAY_OF_WEEK, WEEKDAY_NAMES], a: [AM_PM, HALF_NAMES],
};

/** A number follows at once: this one is no wider than its letters. */
function isNumber(e: OldElement | undefined): boolean {
  return e?.kind === 'field' && (e.letter === 'M' || e.letter === 'L' ? e.count <= 2 : 'yYdkHmsSDFwWhKu'.includes(e.letter));
}

const DAY_MILLIS = 86_400_000;
/** Two digits of a year mean one of the hundred that begin eighty years ago. */
const CENTURY_MONTHS = 960;

interface Reading extends ReadState {
  /** Milliseconds of the first moment of the hundred years that two digits may mean, and its year. */
  readonly century: number;
  readonly centuryYear: number;
  /** Two digits were those of the century's first year. */
  ambiguous: boolean;
}

/** Gives the index behind what was read, or -1. */
type Step = (text: string, at: number, r: Reading) => number;

function skipBlanks(text: string, at: number): number {
  let i = at;
  while (text.charAt(i) === ' ' || text.charAt(i) === '\t') i++;
  return i;
}

/** Names are looked for right here, where numbers pass over blanks. */
function nameStep(letter: string): Step {
  const [field, names] = NAME_FIELDS[letter] as readonly [number, Names];
  return (text, at, r) => {
    const found = names.find(([name]) => text.substr(at, name.length).toLowerCase() === name);
    if (found === undefined) return -1;
    r.fields.set(field, found[1]);
    return at + found[0].length;
  };
}

function setYear(letter: string, count: number, text: string, start: number, n: NumberRead, r: Reading): void {
  let value = n.value;
  if (count <= 2 && n.end - start === 2 && /^\p{Nd}\p{Nd}$/u.test(text.slice(start, n.end))) {
    const first = r.centuryYear % 100;
    r.ambiguous = value === first;
    value += Math.trunc(r.centuryYear / 100) * 100 + (value < first ? 100 : 0);
  }
  r.fields.set(letter === 'y' ? YEAR : WEEK_YEAR, value);
}

/** Sets the field of a number; false where it is out of the letter's range. */
function setNumber(letter: string, value: number, fields: CalendarFields): boolean {
  if (letter === 'M' || letter === 'L') fields.set(MONTH, value - 1);
  else if (letter === 'k') {
    if (value < 1 || value > 24) return false;
    fields.set(HOUR_OF_DAY, value % 24);
  } else if (letter === 'h') {
    if (value < 1 || value > 12) return false;
    fields.set(HOUR, value % 12);
  } else if (letter === 'u') fields.set(DAY_OF_WEEK, value >= 1 && value <= 7 ? (value % 7) + 1 : value);
  else fields.set(NUMBER_FIELDS[letter] as number, value);
  return true;
}

function numberStep(letter: string, count: number, obeysCount: boolean): Step {
  return (text, at, r) => {
    const start = skipBlanks(text, at);
    if (start >= text.length || (obeysCount && at + count > text.length)) return -1;
    const n = readNumber(text, start, obeysCount ? at + count : text.length);
    if (n === null) return -1;
    if (letter === 'y' || letter === 'Y') setYear(letter, count, text, start, n, r);
    else if (!setNumber(letter, n.value, r.fields)) return -1;
    return n.end;
  };
}

function stepOf(e: OldElement, next: OldElement | undefined): Step {
  if (e.kind === 'text') return (text, at) => (text.startsWith(e.text, at) ? at + e.text.length : -1);
  if (e.letter in NAME_FIELDS && !(e.count <= 2 && (e.letter === 'M' || e.letter === 'L'))) {
    const step = nameStep(e.letter);
    return (text, at, r) => (skipBlanks(text, at) < text.length ? step(text, at, r) : -1);
  }
  if (e.letter === 'z' || e.letter === 'Z' || e.letter === 'X') {
    return (text, at, r) => {
      const start = skipBlanks(text, at);
      if (start >= text.length) return -1;
      return e.letter === 'X' ? readIsoZone(text, start, e.count, r.fields) : readZone(text, at, start, r);
    };
  }
  return numberStep(e.letter, e.count, isNumber(next));
}

/** The same moment of the calendar eighty years before. */
function centuryStart(nowMillis: number): number {
  const days = Math.floor(nowMillis / DAY_MILLIS);
  return nowMillis + (addMonthsToDays(days, -CENTURY_MONTHS) - days) * DAY_MILLIS;
}

/** Reads by the elements: milliseconds on the old calendar, or null. */
export function simpleReader(elements: readonly OldElement[], zone: TimeZone): (text: string, nowMillis: number) => Instant {
  const steps = elements.map((e, i) => stepOf(e, elements[i + 1]));
  return (text, nowMillis) => {
    const century = centuryStart(nowMillis);
    const r: Reading = { fields: new CalendarFields(), zone, century, centuryYear: yearAt(century), ambiguous: false };
    let at = 0;
    for (const step of steps) {
      at = step(text, at, r);
      if (at < 0) return null;
    }
    const found = resolveFields(r.fields, r.zone, true);
    if (found === null || !r.ambiguous || found >= century) return found;
    r.fields.addYears(100);
    return resolveFields(r.fields, r.zone, true);
  };
}
