/** Names and distances of time zones within a text, as `java.text.SimpleDateFormat` reads them. */
import { findTimeZone, UTC } from '../../types/index.ts';
import type { TimeZone } from '../../types/index.ts';
import { javaZoneNames, namesOfZone } from '../pattern/java-zone-names.ts';
import type { JavaZoneNames } from '../pattern/java-zone-names.ts';
import { oldZoneId, summerSeconds } from './clock.ts';
import { DST_OFFSET, ZONE_OFFSET } from './fields.ts';
import type { CalendarFields } from './fields.ts';

const MINUTE_MILLIS = 60_000;

/** What reading changes: the fields, and the zone whose clock they are read on. */
export interface ReadState {
  readonly fields: CalendarFields;
  zone: TimeZone;
}

function isDigit(c: string): boolean {
  return c >= '0' && c <= '9' && c.length === 1;
}

function setOffset(fields: CalendarFields, millis: number): void {
  fields.set(ZONE_OFFSET, millis);
  fields.set(DST_OFFSET, 0);
}

/** Hours and minutes behind a sign; `count` letters X, or 0. Gives the index behind them, or -1. */
export function readOffset(text: string, at: number, sign: number, count: number, colon: boolean, fields: CalendarFields): number {
  let i = at;
  if (!isDigit(text.charAt(i))) return -1;
  let hours = Number(text.charAt(i++));
  if (isDigit(text.charAt(i))) hours = hours * 10 + Number(text.charAt(i++));
  else if (count > 0 || !colon || i >= text.length) return -1;
  if (hours > 23) return -1;
  let minutes = 0;
  if (count !== 1) {
    if (colon && text.charAt(i++) !== ':') return -1;
    if (!isDigit(text.charAt(i)) || !isDigit(text.charAt(i + 1))) return -1;
    minutes = Number(text.slice(i, i + 2));
    i += 2;
    if (minutes > 59) return -1;
  }
  setOffset(fields, (hours * 60 + minutes) * MINUTE_MILLIS * sign);
  return i;
}

function startsWith(text: string, at: number, name: string): boolean {
  return text.substr(at, name.length).toLowerCase() === name.toLowerCase();
}

interface Found {
  readonly id: string;
  readonly length: number;
  readonly summer: boolean;
  /** Standard and summer time have one name: the clock tells which it is. */
  readonly same: boolean;
}

function matchNames(text: string, at: number, names: JavaZoneNames, id: string): Found | undefined {
  const standard = [names.longStandard, names.shortStandard];
  const summer = [names.longSummer, names.shortSummer];
  const i = standard.findIndex((name) => startsWith(text, at, name));
  if (i >= 0) {
    const name = standard[i] as string;
    return { id, length: name.length, summer: false, same: name.toLowerCase() === (summer[i] as string).toLowerCase() };
  }
  const name = summer.find((n) => startsWith(text, at, n));
  return name === undefined ? undefined : { id, length: name.length, summer: true, same: false };
}

/** A zone's name: one of the zone in force before one of any other. */
function findName(text: string, at: number, zone: TimeZone): Found | undefined {
  for (const id of [oldZoneId(zone), UTC.id]) {
    const own = namesOfZone(id);
    const found = own === undefined ? undefined : matchNames(text, at, own, id);
    if (found !== undefined) return found;
  }
  for (const names of javaZoneNames()) {
    const found = matchNames(text, at, names, names.id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readName(text: string, at: number, state: ReadState): number {
  const found = findName(text, at, state.zone);
  if (found === undefined) return -1;
  const zone = findTimeZone(found.id) ?? state.zone;
  state.zone = zone;
  const added = found.summer ? summerSeconds(zone) * 1000 : 0;
  if (!found.same && !(found.summer && added === 0)) {
    state.fields.clear(ZONE_OFFSET);
    state.fields.set(DST_OFFSET, added);
  }
  return at + found.length;
}

function signAt(text: string, at: number): number {
  return text.charAt(at) === '+' ? 1 : text.charAt(at) === '-' ? -1 : 0;
}

/** The letters z and Z: `-0800`, `GMT`, `GMT-8:00`, or a name. `start` lies before the blanks that `at` is behind. */
export function readZone(text: string, start: number, at: number, state: ReadState): number {
  const sign = signAt(text, at);
  if (sign !== 0) return readOffset(text, at + 1, sign, 0, false, state.fields);
  if (!/g/i.test(text.charAt(at)) || !startsWith(text, start, 'GMT')) return readName(text, at, state);
  const end = start + 3;
  const behind = signAt(text, end);
  if (behind !== 0) return readOffset(text, end + 1, behind, 0, true, state.fields);
  setOffset(state.fields, 0);
  return end;
}

/** The letter X: `Z`, `-08`, `-0800` or `-08:00`. */
export function readIsoZone(text: string, at: number, count: number, fields: CalendarFields): number {
  if (text.charAt(at) === 'Z') {
    setOffset(fields, 0);
    return at + 1;
  }
  const sign = signAt(text, at);
  return sign === 0 ? -1 : readOffset(text, at + 1, sign, count, count === 3, fields);
}
