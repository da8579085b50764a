/**
 * Time zones. The only place that asks the platform (`Intl`, always with an explicit zone); what it answers is kept,
 * since one question costs microseconds. Offsets are in seconds east of UTC, instants in seconds since the epoch.
 */
import { SparkError } from '../core/index.ts';
import { daysFromCivil } from './civil.ts';

export interface TimeZone {
  readonly id: string;
  /** Set for zones of one offset for ever. */
  readonly fixedOffset: number | null;
  /** Offset in force at an instant. */
  offsetAt(epochSecond: number): number;
  /**
   * The instant of a local time (seconds as if it were UTC). In a gap the time moves on by the gap's length; of two
   * the earlier one counts (`java.time.ZonedDateTime.of`).
   */
  toInstant(localSecond: number): number;
}

/** Between two checks of a zone no more than one transition is looked for. */
const BUCKET_SECONDS = 16 * 86_400;
/** Before this (1780) every zone keeps its first local mean time. */
const EARLIEST_SECOND = -6_000_000_000;
/** From here on (3870) a zone's rules are the same each year, and the calendar is the same after each cycle. */
const LATEST_SECOND = 60_000_000_000;
/** 400 years. */
const CYCLE_SECONDS = 146_097 * 86_400;

/** A moment with the same offset in all zones; the platform knows none beyond the year 275760. */
function knownSecond(second: number): number {
  if (second < EARLIEST_SECOND) return EARLIEST_SECOND;
  if (second <= LATEST_SECOND) return second;
  return second - Math.ceil((second - LATEST_SECOND) / CYCLE_SECONDS) * CYCLE_SECONDS;
}

/** The abbreviations that Java's `ZoneId.SHORT_IDS` knows. */
const SHORT_IDS: Readonly<Record<string, string>> = {
  EST: '-05:00',
  MST: '-07:00',
  HST: '-10:00',
  ACT: 'Australia/Darwin',
  AET: 'Australia/Sydney',
  AGT: 'America/Argentina/Buenos_Aires',
  ART: 'Africa/Cairo',
  AST: 'America/Anchorage',
  BET: 'America/Sao_Paulo',
  BST: 'Asia/Dhaka',
  CAT: 'Africa/Harare',
  CNT: 'America/St_Johns',
  CST: 'America/Chicago',
  CTT: 'Asia/Shanghai',
  EAT: 'Africa/Addis_Ababa',
  ECT: 'Europe/Paris',
  IET: 'America/Indiana/Indianapolis',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  MIT: 'Pacific/Apia',
  NET: 'Asia/Yerevan',
  NST: 'Pacific/Auckland',
  PLT: 'Asia/Karachi',
  PNT: 'America/Phoenix',
  PRT: 'America/Puerto_Rico',
  PST: 'America/Los_Angeles',
  SST: 'Pacific/Guadalcanal',
  VST: 'Asia/Ho_Chi_Minh',
};

function fixedZone(id: string, offset: number): TimeZone {
  return { id, fixedOffset: offset, offsetAt: () => offset, toInstant: (local) => local - offset };
}

export const UTC: TimeZone = fixedZone('UTC', 0);

interface Bucket {
  readonly before: number;
  readonly after: number;
  /** First second of `after`; the bucket's end where nothing changes. */
  readonly transition: number;
}

class RegionZone implements TimeZone {
  readonly fixedOffset = null;
  private readonly format: Intl.DateTimeFormat;
  private readonly buckets = new Map<number, Bucket>();
  private lastKey = Number.NaN;
  private lastBucket: Bucket = { before: 0, after: 0, transition: 0 };

  constructor(readonly id: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: id,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  offsetAt(epochSecond: number): number {
    const second = knownSecond(epochSecond);
    const key = Math.floor(second / BUCKET_SECONDS);
    if (key !== this.lastKey) {
      this.lastBucket = this.buckets.get(key) ?? this.explore(key);
      this.lastKey = key;
    }
    const bucket = this.lastBucket;
    return second < bucket.transition ? bucket.before : bucket.after;
  }

  toInstant(localSecond: number): number {
    const before = this.offsetAt(localSecond - 86_400);
    const early = localSecond - before;
    if (this.offsetAt(early) === before) return early;
    const after = this.offsetAt(localSecond + 86_400);
    const late = localSecond - after;
    return this.offsetAt(late) === after ? late : early;
  }

  private explore(key: number): Bucket {
    let low = key * BUCKET_SECONDS;
    let high = low + BUCKET_SECONDS;
    const before = this.ask(low);
    const after = this.ask(high);
    if (before === after) low = high;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.ask(middle) === before) low = middle;
      else high = middle;
    }
    const bucket = { before, after, transition: high };
    this.buckets.set(key, bucket);
    return bucket;
  }

  private ask(epochSecond: number): number {
    const parts: Record<string, number> = {};
    let bc = false;
    for (const { type, value } of this.format.formatToParts(epochSecond * 1000)) {
      if (type === 'era') bc = value.startsWith('B');
      else parts[type] = Number(value);
    }
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    const days = daysFromCivil(bc ? 1 - year : year, month, day);
    return days * 86_400 + hour * 3600 + minute * 60 + second - epochSecond;
  }
}

const ZONES = new Map<string, TimeZone | null>();

/** `+h`, `+hh`, `+hhmm`, `+hh:mm`, `+hhmmss`, `+hh:mm:ss`, as Java's `ZoneOffset.of`. */
const OFFSET = /^[+-](?:\d|\d\d(?:\d\d(?:\d\d)?|:\d\d(?::\d\d)?)?)$/;

function parseOffset(text: string): number | null {
  if (!OFFSET.test(text)) return null;
  const [hours = 0, minutes = 0, seconds = 0] = (text.slice(1).match(/\d\d?/g) ?? []).map(Number);
  const total = hours * 3600 + minutes * 60 + seconds;
  if (minutes > 59 || seconds > 59 || total > 18 * 3600) return null;
  return text.startsWith('-') ? -total : total;
}

function formatOffsetId(offset: number): string {
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const two = (x: number): string => String(x).padStart(2, '0');
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
}

function createZone(id: string): TimeZone | null {
  const normal = id.replace(/([+-])(\d):/, '$10$2:').replace(/([+-]\d\d):(\d)$/, '$1:0$2');
  const named = SHORT_IDS[normal] ?? normal;
  if (named === 'Z' || named === 'z') return fixedZone('Z', 0);
  if (named === 'UTC' || named === 'GMT' || named === 'UT') return fixedZone(named, 0);
  const offset = parseOffset(named);
  if (offset !== null) return fixedZone(formatOffsetId(offset), offset);
  const prefixed = /^(UTC|GMT|UT)([+-].*)$/.exec(named);
  if (prefixed !== null) {
    const inner = parseOffset(prefixed[2] as string);
    if (inner === null) return null;
    return fixedZone(inner === 0 ? (prefixed[1] as string) : `${prefixed[1]}${formatOffsetId(inner)}`, inner);
  }
  if (!/^[A-Za-z][A-Za-z0-9~/._+-]+$/.test(named)) return null;
  try {
    return sameRegion(named) ? new RegionZone(named) : null;
  } catch {
    return null;
  }
}

/** Java's region ids are case-sensitive; the platform's are not. */
function sameRegion(id: string): boolean {
  return /^[A-Z][^/]*(\/[A-Z][^/]*)*$/.test(id);
}

/** The zone of an id that Java's ZoneId accepts (`Europe/Paris`, `+01:00`, `UTC`, `PST`); null if there is none. */
export function findTimeZone(id: string): TimeZone | null {
  let zone = ZONES.get(id);
  if (zone === undefined) {
    zone = createZone(id);
    ZONES.set(id, zone);
  }
  return zone;
}

/** Regions that the platform knows and Java 17 does not, or only as an abbreviation. */
const NO_REGIONS = /^(EST|MST|HST|GMT[+-].*|UTC[+-].*|UT)$/i;

/** The region of an id written in any case; null if there is none. */
export function findRegion(id: string): TimeZone | null {
  if (NO_REGIONS.test(id) || !/^[A-Za-z][A-Za-z0-9~/._+-]+$/.test(id) || id.toUpperCase() in SHORT_IDS) return null;
  try {
    return findTimeZone(new Intl.DateTimeFormat('en-US', { timeZone: id }).resolvedOptions().timeZone);
  } catch {
    return null;
  }
}

/** As `findTimeZone`; raises INVALID_TIMEZONE for an unknown id. */
export function timeZone(id: string): TimeZone {
  const zone = findTimeZone(id);
  if (zone !== null) return zone;
  throw new SparkError({
    errorClass: 'DateTimeException',
    condition: 'INVALID_TIMEZONE',
    sqlState: '22009',
    parameters: { timeZone: id },
    sentence: `There is no time zone "${id}". Use a region such as 'Europe/Paris' or an offset such as '+01:00'.`,
  });
}
