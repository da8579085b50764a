/** Texts read as `FastDateFormat` of Apache Commons Lang reads them: leniently, what follows is not looked at. */
import { isJavaBlank } from '../../core/index.ts';
import { findTimeZone, UTC } from '../../types/index.ts';
import type { TimeZone } from '../../types/index.ts';
import { MONTHS, shortName, WEEKDAYS } from '../pattern/names.ts';
import { javaZoneNames } from '../pattern/java-zone-names.ts';
import { standardToday, summerSeconds } from './clock.ts';
import {
  AM_PM,
  CalendarFields,
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
  SECOND,
  WEEK_OF_MONTH,
  WEEK_OF_YEAR,
  YEAR,
  ZONE_OFFSET,
} from './fields.ts';
import { digitAt } from './java-number.ts';
import type { OldElement } from './letters.ts';
import { resolveFields } from './resolve.ts';
import type { ReadState } from './zone-text.ts';

const MAX_INT = 2_147_483_647;

interface Reading extends ReadState {
  /** The first year that two digits may mean. */
  readonly firstYear: number;
}

/** Gives the index behind what was read, or -1. */
type Step = (text: string, at: number, r: Reading) => number;

function named(entries: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  return new Map(entries.map(([name, value]) => [name.toLowerCase(), value]));
}

/** By letter: the field and its names, short, long and of one letter. */
const NAMES: Readonly<Record<string, readonly [field: number, names: ReadonlyMap<string, number>]>> = {
  G: [ERA, named([['AD', 1], ['BC', 0], ['Anno Domini', 1], ['Before Christ', 0], ['A', 1], ['B', 0]])],
  M: [MONTH, named(MONTHS.flatMap((name, i): [string, number][] => [[name, i], [shortName(name), i]]))],
  E: [DAY_OF_WEEK, named(WEEKDAYS.flatMap((name, i): [string, number][] => [[name, ((i + 1) % 7) + 1], [shortName(name), ((i + 1) % 7) + 1]]))],
  a: [AM_PM, named([['AM', 0], ['PM', 1], ['a', 0], ['p', 1]])],
};

const NUMBERS: Readonly<Record<string, number>> = {
  D: DAY_OF_YEAR, F: DAY_OF_WEEK_IN_MONTH, H: HOUR_OF_DAY, K: HOUR, M: MONTH, L: MONTH, S: MILLISECOND, W: WEEK_OF_MONTH, d: DAY_OF_MONTH, h: HOUR, k: HOUR_OF_DAY, m: MINUTE, s: SECOND, u: DAY_OF_WEEK, w: WEEK_OF_YEAR, y: YEAR, Y: YEAR,
};

function isNumber(e: OldElement | undefined): boolean {
  return e?.kind === 'field' && e.letter in NUMBERS && !((e.letter === 'M' || e.letter === 'L') && e.count > 2);
}

/** The entry whose name the text has here, the longest of them. */
function longest<T>(text: string, at: number, names: ReadonlyMap<string, T>): readonly [string, T] | undefined {
  let best: readonly [string, T] | undefined;
  const rest = text.slice(at).toLowerCase();
  for (const entry of names) {
    if (rest.startsWith(entry[0]) && entry[0].length > (best?.[0].length ?? -1)) best = entry;
  }
  return best;
}

function nameStep(letter: string): Step {
  const [field, names] = NAMES[letter === 'L' ? 'M' : letter] as readonly [number, ReadonlyMap<string, number>];
  return (text, at, r) => {
    const found = longest(text, at, names);
    if (found === undefined) return -1;
    r.fields.set(field, found[1]);
    return at + found[0].length;
  };
}

/** What a letter makes of its number. */
function valueOf(letter: string, count: number, value: number, firstYear: number): number {
  switch (letter) {
    case 'M':
    case 'L':
      return value - 1;
    case 'k':
      return value === 24 ? 0 : value;
    case 'h':
      return value === 12 ? 0 : value;
    case 'u':
      return value === 7 ? 1 : value + 1;
    case 'y':
    case 'Y': {
      if (count > 2 || value >= 100) return value;
      const year = Math.floor(firstYear / 100) * 100 + value;
      return year >= firstYear ? year : year + 100;
    }
    default:
      return value;
  }
}

/** Digits, no more than the letters where a number follows at once; blanks before them are passed over where none does. */
function numberStep(letter: string, count: number, limited: boolean): Step {
  const field = NUMBERS[letter] as number;
  return (text, at, r) => {
    let start = at;
    while (!limited && start < text.length && isJavaBlank(text.charAt(start))) start++;
    const last = limited ? Math.min(text.length, at + count) : text.length;
    let end = start;
    let value = 0;
    for (let d = digitAt(text, end); end < last && d >= 0; d = digitAt(text, end)) {
      value = value * 10 + d;
      end++;
    }
    if (end === start || value > MAX_INT) return -1;
    r.fields.set(field, valueOf(letter, count, value, r.firstYear));
    return end;
  };
}

const ISO_ZONES = [/Z|[+-]\d\d/y, /Z|[+-]\d\d\d\d/y, /Z|[+-]\d\d:\d\d/y];
const GMT_ZONES = /[+-]\d{4}|GMT[+-]\d{1,2}:\d\d/iy;

function offsetZone(text: string): TimeZone | null {
  const m = /^(?:GMT)?([+-])(\d{1,2}):?(\d\d)?$/i.exec(text);
  if (m === null) return UTC;
  const minutes = m[3] ?? '00';
  if (Number(m[2]) > 23 || Number(minutes) > 59) return null;
  const seconds = (Number(m[2]) * 60 + Number(minutes)) * 60 * (m[1] === '-' ? -1 : 1);
  return { id: `GMT${m[1]}${(m[2] as string).padStart(2, '0')}:${minutes}`, fixedOffset: seconds, offsetAt: () => seconds, toInstant: (local) => local - seconds };
}

function setZone(at: number, found: string | undefined, r: Reading): number {
  const zone = found === undefined ? null : offsetZone(found);
  if (zone === null || found === undefined) return -1;
  r.zone = zone;
  return at + found.length;
}

interface ZoneOffsets {
  readonly id: string;
  readonly summer: boolean;
}

let zoneNames: ReadonlyMap<string, ZoneOffsets> | undefined;

/** All names of zones: of names that several have, the first zone's counts. */
function allZoneNames(): ReadonlyMap<string, ZoneOffsets> {
  if (zoneNames !== undefined) return zoneNames;
  const made = new Map<string, ZoneOffsets>();
  for (const n of javaZoneNames()) {
    for (const [name, summer] of [[n.longStandard, false], [n.shortStandard, false], [n.longSummer, true], [n.shortSummer, true], [n.longGeneric, false], [n.shortGeneric, false]] as const) {
      if (!made.has(name.toLowerCase())) made.set(name.toLowerCase(), { id: n.id, summer });
    }
  }
  zoneNames = made;
  return made;
}

const zoneStep: Step = (text, at, r) => {
  GMT_ZONES.lastIndex = at;
  const distance = GMT_ZONES.exec(text)?.[0];
  if (distance !== undefined) return setZone(at, distance, r);
  const found = longest(text, at, allZoneNames());
  if (found === undefined) return -1;
  const [name, { id, summer }] = found;
  if (name === 'gmt' || text.substr(at, 3) === 'UTC') r.zone = UTC;
  else {
    const zone = findTimeZone(id) ?? UTC;
    r.fields.set(DST_OFFSET, summer ? summerSeconds(zone) * 1000 : 0);
    r.fields.set(ZONE_OFFSET, standardToday(zone) * 1000);
  }
  return at + name.length;
};

function isoStep(count: number): Step {
  const form = ISO_ZONES[count - 1] as RegExp;
  return (text, at, r) => {
    form.lastIndex = at;
    return setZone(at, form.exec(text)?.[0], r);
  };
}

function stepOf(e: OldElement, next: OldElement | undefined): Step {
  if (e.kind === 'text') return (text, at) => (text.startsWith(e.text, at) ? at + e.text.length : -1);
  if (e.letter === 'X') return isoStep(e.count);
  if (e.letter === 'Z' && e.count === 2) return isoStep(3);
  if (e.letter === 'z' || e.letter === 'Z') return zoneStep;
  return isNumber(e) ? numberStep(e.letter, e.count, isNumber(next)) : nameStep(e.letter);
}

/** What was read: an instant of the old calendar without its fraction, and the number that stood for that. */
export interface FastRead {
  readonly millis: number;
  readonly fraction: number;
}

/** Reads by the elements; null where a text does not fit. `thisYear` on the zone's clock tells what two digits mean. */
export function fastReader(elements: readonly OldElement[], zone: TimeZone): (text: string, thisYear: number) => FastRead | null {
  const steps = elements.map((e, i) => stepOf(e, elements[i + 1]));
  return (text, thisYear) => {
    const r: Reading = { fields: new CalendarFields(), zone, firstYear: thisYear - 80 };
    let at = 0;
    for (const step of steps) {
      at = step(text, at, r);
      if (at < 0) return null;
    }
    const fraction = r.fields.get(MILLISECOND);
    r.fields.clear(MILLISECOND);
    const millis = resolveFields(r.fields, r.zone, false);
    return millis === null ? null : { millis, fraction };
  };
}
