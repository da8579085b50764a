/** Dates and timestamps: from and to civil fields, and the texts that casts read and write. */
import { SparkError } from '../core/index.ts';
import { validDays, civilFromDays } from './civil.ts';
import { findTimeZone } from './time-zone.ts';
import type { TimeZone } from './time-zone.ts';

export const MICROS_PER_SECOND = 1_000_000n;
export const MICROS_PER_DAY = 86_400_000_000n;
const MIN_INSTANT_SECOND = -9_223_372_036_855;
const INT_MAX = 2_147_483_647;

/** `floor(a / b)` for a positive b. */
export function floorDiv(a: bigint, b: bigint): bigint {
  const q = a / b;
  return a < 0n && q * b !== a ? q - 1n : q;
}

/** Microseconds of the wall clock in a zone (as if it were UTC). */
export function toLocalMicros(micros: bigint, zone: TimeZone): bigint {
  if (zone.fixedOffset === 0) return micros;
  return micros + BigInt(zone.offsetAt(Number(floorDiv(micros, MICROS_PER_SECOND)))) * MICROS_PER_SECOND;
}

/** The instant at which a zone's wall clock shows the given microseconds, perhaps beyond the range of timestamps. */
export function instantOfLocal(local: bigint, zone: TimeZone): bigint {
  if (zone.fixedOffset === 0) return local;
  const second = floorDiv(local, MICROS_PER_SECOND);
  return local + (BigInt(zone.toInstant(Number(second))) - second) * MICROS_PER_SECOND;
}

/**
 * An instant moved on the zone's wall clock. Where the clock shows the new time twice, the offset from UTC stays what it
 * was, if it is one of the two (as `ZonedDateTime.plusDays` has it).
 */
export function movedLocally(micros: bigint, zone: TimeZone, move: (local: bigint) => bigint): bigint {
  const local = toLocalMicros(micros, zone);
  const moved = move(local);
  const kept = moved - (local - micros);
  return toLocalMicros(kept, zone) === moved ? kept : instantOfLocal(moved, zone);
}

/** As `instantOfLocal`; raises an ArithmeticException beyond the range of timestamps. */
export function fromLocalMicros(local: bigint, zone: TimeZone): bigint {
  return checkedMicros(instantOfLocal(local, zone));
}

/** Microseconds that fit a timestamp. Raises Java's ArithmeticException, which has no condition, for others. */
export function checkedMicros(micros: bigint): bigint {
  if (inRange(micros) !== null) return micros;
  throw new SparkError({ errorClass: 'ArithmeticException', condition: null, sentence: 'The timestamp leaves the range of 64-bit microseconds.' });
}

/** Days of an instant's date in a zone. */
export function microsToDays(micros: bigint, zone: TimeZone): number {
  return Number(floorDiv(toLocalMicros(micros, zone), MICROS_PER_DAY));
}

/** The instant of midnight of a date in a zone. */
export function daysToMicros(days: number, zone: TimeZone): bigint {
  return fromLocalMicros(BigInt(days) * MICROS_PER_DAY, zone);
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** `2024-01-31`; years beyond 9999 take a plus, years before 1 a minus. */
export function formatDate(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return `${formatYear(year)}-${two(month)}-${two(day)}`;
}

/** 5 to 14 October 1582, which the calendar of old leaves out. */
const LEFT_OUT: readonly [number, number] = [-141_437, -141_428];

/** As `formatDate` by the formatters of old: the year is that of its era, without a sign, and days that were none are the next that was. */
export function formatOldDate(days: number): string {
  const { year, month, day } = civilFromDays(days >= LEFT_OUT[0] && days <= LEFT_OUT[1] ? LEFT_OUT[1] + 1 : days);
  return `${String(year > 0 ? year : 1 - year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function formatYear(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(4, '0')}`;
}

/** `2024-01-31 10:00:00.5` on the zone's wall clock; trailing zeros of the fraction are left out. */
export function formatTimestamp(micros: bigint, zone: TimeZone): string {
  return formatLocalTimestamp(toLocalMicros(micros, zone));
}

export function formatLocalTimestamp(local: bigint): string {
  const days = floorDiv(local, MICROS_PER_DAY);
  const rest = Number(local - days * MICROS_PER_DAY);
  const seconds = Math.floor(rest / 1e6);
  const fraction = rest - seconds * 1e6;
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const tail = fraction === 0 ? '' : `.${String(fraction).padStart(6, '0').replace(/0+$/, '')}`;
  return `${formatDate(Number(days))} ${time}${tail}`;
}

/** Blanks and control characters of one byte, which casts trim on both sides (`UTF8String.trimAll`). */
export function trimAll(text: string): string {
  return trimWhere(text, (code) => code <= 0x20 || code === 0x7f);
}

/** As Java's `String.trim`. */
export function javaTrim(text: string): string {
  return trimWhere(text, (code) => code <= 0x20);
}

function trimWhere(text: string, goes: (code: number) => boolean): string {
  let start = 0;
  let end = text.length;
  while (start < end && goes(text.charCodeAt(start))) start++;
  while (end > start && goes(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

const DATE_TEXT = /^([+-]?)(\d{4,7})(?:-(\d{1,2})(?:-(\d{1,2})(?:[ T].*)?)?)?$/s;

/** Days of a date as CAST reads it (`2024`, `2024-1`, `2024-01-31 …`); null if it is none. */
export function parseDate(text: string): number | null {
  const m = DATE_TEXT.exec(trimAll(text));
  if (m === null) return null;
  const year = m[1] === '-' ? -Number(m[2]) : Number(m[2]);
  const days = validDays(year, Number(m[3] ?? 1), Number(m[4] ?? 1));
  return days !== null && Math.abs(days) <= INT_MAX ? days : null;
}

export interface ParsedTimestamp {
  /** Days of the date, or null for a text that has only a time. */
  readonly days: number | null;
  readonly microsOfDay: number;
  readonly zone: TimeZone | null;
}

const TIME = String.raw`(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.(\d*))?[\x00-\x20]*([^\d.\x00-\x20].*)?)?)?`;
const TIMESTAMP_TEXT = new RegExp(String.raw`^([+-]?)(\d{4,6})(?:-(\d{1,2})(?:-(\d{1,2})(?:[ T]${TIME})?)?)?$`, 's');
const TIME_TEXT = new RegExp(`^(?:T${TIME}|(?=\\d{1,2}:)${TIME})$`, 's');

function timeOf(m: readonly (string | undefined)[], at: number, days: number | null): ParsedTimestamp | null {
  const hour = Number(m[at] ?? 0);
  const minute = Number(m[at + 1] ?? 0);
  const second = Number(m[at + 2] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return null;
  const fraction = Number((m[at + 3] ?? '').slice(0, 6).padEnd(6, '0'));
  const zoneText = m[at + 4];
  const zone = zoneText === undefined ? null : findTimeZone(javaTrim(zoneText));
  if (zoneText !== undefined && zone === null) return null;
  return { days, microsOfDay: (hour * 3600 + minute * 60 + second) * 1e6 + fraction, zone };
}

/** The parts of a timestamp as CAST reads it (`2024-01-31T10:00:00.5+01:00`, `10:00`); null if it is none. */
export function parseTimestampParts(text: string): ParsedTimestamp | null {
  const trimmed = trimAll(text);
  const m = TIMESTAMP_TEXT.exec(trimmed);
  if (m !== null) {
    const year = m[1] === '-' ? -Number(m[2]) : Number(m[2]);
    const days = validDays(year, Number(m[3] ?? 1), Number(m[4] ?? 1));
    return days === null ? null : timeOf(m, 5, days);
  }
  const t = TIME_TEXT.exec(trimmed);
  if (t === null) return null;
  return timeOf(t, t[1] === undefined ? 6 : 1, null);
}

function inRange(micros: bigint): bigint | null {
  return BigInt.asIntN(64, micros) === micros ? micros : null;
}

/** The day (since the epoch) that a zone's calendar shows now. */
export type Today = (zone: TimeZone) => number;

/**
 * Microseconds of a timestamp text; without a zone of its own it is on `zone`'s wall clock, without a date it is of
 * `today` in its zone. Null if the text is no timestamp.
 */
export function parseTimestamp(text: string, zone: TimeZone, today: Today): bigint | null {
  const p = parseTimestampParts(text);
  if (p === null) return null;
  const own = p.zone ?? zone;
  const days = p.days ?? today(own);
  const local = BigInt(days) * MICROS_PER_DAY + BigInt(p.microsOfDay);
  return Number(local / MICROS_PER_SECOND) < MIN_INSTANT_SECOND ? null : inRange(instantOfLocal(local, own));
}

/** Wall-clock microseconds of a timestamp text, its zone ignored; null if it is none or lacks a date. */
export function parseTimestampNtz(text: string): bigint | null {
  const p = parseTimestampParts(text);
  if (p === null || p.days === null) return null;
  return inRange(BigInt(p.days) * MICROS_PER_DAY + BigInt(p.microsOfDay));
}
