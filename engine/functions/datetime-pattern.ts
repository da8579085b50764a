/** Dates and timestamps by a pattern of letters (`yyyy-MM-dd HH:mm:ss`), for options of readers and writers. */
import { SparkError } from '../core/index.ts';
import { civilFromDays, floorDiv, fromLocalMicros, isoDayOfWeek, MICROS_PER_DAY, timeZone, toLocalMicros, validDays } from '../types/index.ts';
import type { TimeZone } from '../types/index.ts';

export interface PatternFormatter {
  formatDate(days: number): string;
  formatTimestamp(micros: bigint): string;
  formatLocal(local: bigint): string;
  /** Null if the text does not have the pattern's form. */
  parseDate(text: string): number | null;
  parseTimestamp(text: string): bigint | null;
  parseLocal(text: string): bigint | null;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A run of one letter, or literal text. */
type Token = { readonly letter: string; readonly count: number } | { readonly text: string };

function tokenize(pattern: string): Token[] {
  const out: Token[] = [];
  for (const m of pattern.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g)) {
    if (m[2] !== undefined) out.push({ letter: m[2], count: m[0].length });
    else out.push({ text: m[1] === undefined ? m[0] : m[1] === '' ? "'" : m[1].replaceAll("''", "'") });
  }
  return out;
}

function unknownLetter(pattern: string): SparkError {
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'INVALID_DATETIME_PATTERN.ILLEGAL_CHARACTER',
    sqlState: '22007',
    parameters: { c: pattern, pattern },
    sentence: `The pattern ${pattern} has a letter that stands for nothing.`,
  });
}

interface Fields {
  readonly days: number;
  readonly microsOfDay: number;
  readonly offsetSeconds: number;
}

function offsetText(seconds: number, letter: string, count: number): string {
  if (letter === 'X' && seconds === 0) return 'Z';
  const size = Math.abs(seconds);
  const two = (n: number): string => String(n).padStart(2, '0');
  const colon = (letter !== 'Z' && (count === 3 || count === 5)) || (letter === 'Z' && count === 5) ? ':' : '';
  const minutes = Math.floor(size / 60) % 60;
  const hours = `${seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}`;
  return count === 1 && letter !== 'Z' && minutes === 0 ? hours : `${hours}${colon}${two(minutes)}`;
}

function formatToken(t: { readonly letter: string; readonly count: number }, f: Fields, pattern: string): string {
  const { year, month, day } = civilFromDays(f.days);
  const second = Math.floor(f.microsOfDay / 1e6);
  const hour = Math.floor(second / 3600);
  const number = (n: number): string => String(n).padStart(t.count, '0');
  switch (t.letter) {
    case 'y':
    case 'u':
      return t.count === 2 ? String(year % 100).padStart(2, '0') : number(year);
    case 'M':
    case 'L':
      return t.count < 3 ? number(month) : t.count === 3 ? (MONTHS[month - 1] as string).slice(0, 3) : (MONTHS[month - 1] as string);
    case 'd':
      return number(day);
    case 'E':
      return t.count < 4 ? (WEEKDAYS[isoDayOfWeek(f.days) - 1] as string).slice(0, 3) : (WEEKDAYS[isoDayOfWeek(f.days) - 1] as string);
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
      return String(f.microsOfDay % 1e6)
        .padStart(6, '0')
        .padEnd(9, '0')
        .slice(0, t.count);
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'X':
    case 'x':
    case 'Z':
      return offsetText(f.offsetSeconds, t.letter, t.count);
    default:
      throw unknownLetter(pattern);
  }
}

/** The regular expression of a letter's texts. */
function letterPattern(t: { readonly letter: string; readonly count: number }, adjacent: boolean, pattern: string): string {
  const digits = t.count === 1 ? (adjacent ? String.raw`(\d)` : String.raw`(\d{1,9})`) : String.raw`(\d{${t.count}})`;
  switch (t.letter) {
    case 'y':
    case 'u':
      return t.count === 2 ? String.raw`(\d{2})` : adjacent ? String.raw`(\d{${t.count}})` : String.raw`([+-]?\d{${t.count},9})`;
    case 'M':
    case 'L':
      return t.count < 3 ? digits : `(${MONTHS.map((m) => (t.count === 3 ? m.slice(0, 3) : m)).join('|')})`;
    case 'E':
      return `(${WEEKDAYS.map((d) => (t.count < 4 ? d.slice(0, 3) : d)).join('|')})`;
    case 'S':
      return String.raw`(\d{${t.count}})`;
    case 'a':
      return '(AM|PM)';
    case 'X':
    case 'x':
    case 'Z':
      return String.raw`(Z|[+-]\d{2}(?::?\d{2}(?::?\d{2})?)?)`;
    case 'V':
    case 'z':
      return String.raw`([A-Za-z][A-Za-z0-9_/+:-]*)`;
    case 'd':
    case 'H':
    case 'k':
    case 'h':
    case 'K':
    case 'm':
    case 's':
      return digits;
    default:
      throw unknownLetter(pattern);
  }
}

interface Parsed {
  readonly days: number;
  readonly microsOfDay: number;
  readonly zone: TimeZone | null;
}

function matcher(tokens: readonly Token[], pattern: string): { readonly regexp: RegExp; readonly letters: readonly string[] } {
  const letters: string[] = [];
  const parts = tokens.map((t, i) => {
    if ('text' in t) return t.text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    letters.push(t.letter + (t.letter === 'y' && t.count === 2 ? 'y' : t.letter === 'M' && t.count > 2 ? 'M' : ''));
    const next = tokens[i + 1];
    const numeric = next !== undefined && 'letter' in next && /[yuMdHhkKmsS]/.test(next.letter);
    return letterPattern(t, numeric, pattern);
  });
  return { regexp: new RegExp(`^${parts.join('')}$`, 'i'), letters };
}

function zoneOf(text: string): TimeZone | null {
  try {
    return timeZone(text.toUpperCase() === 'Z' ? 'UTC' : /^[+-]\d{4}$/.test(text) ? `${text.slice(0, 3)}:${text.slice(3)}` : text);
  } catch {
    return null;
  }
}

function parseWith(m: RegExpExecArray, letters: readonly string[]): Parsed | null {
  const found = new Map(letters.map((l, i) => [l, m[i + 1] as string]));
  const number = (letter: string, otherwise: number): number => (found.has(letter) ? Number(found.get(letter)) : otherwise);
  const shortYear = found.get('yy');
  const year = shortYear === undefined ? number('y', number('u', 1970)) : 2000 + Number(shortYear);
  const monthName = found.get('MM')?.toLowerCase().slice(0, 3);
  const month = monthName === undefined ? number('M', number('L', 1)) : MONTHS.findIndex((x) => x.toLowerCase().startsWith(monthName)) + 1;
  const days = validDays(year, month, number('d', 1));
  const half = found.get('a')?.toUpperCase();
  const twelve = found.has('h') ? number('h', 0) % 12 : number('K', 0);
  const hour = found.has('h') || found.has('K') ? twelve + (half === 'PM' ? 12 : 0) : found.has('k') ? number('k', 0) % 24 : number('H', 0);
  const minute = number('m', 0);
  const second = number('s', 0);
  if (days === null || hour > 23 || minute > 59 || second > 59) return null;
  const fraction = Number((found.get('S') ?? '').slice(0, 6).padEnd(6, '0'));
  const zoneText = found.get('X') ?? found.get('x') ?? found.get('Z') ?? found.get('V') ?? found.get('z');
  const zone = zoneText === undefined ? null : zoneOf(zoneText);
  if (zoneText !== undefined && zone === null) return null;
  return { days, microsOfDay: (hour * 3600 + minute * 60 + second) * 1e6 + fraction, zone };
}

/** A formatter for a pattern; `zone` is that of timestamps without one of their own. */
export function patternFormatter(pattern: string, zone: TimeZone): PatternFormatter {
  const tokens = tokenize(pattern);
  let compiled: ReturnType<typeof matcher> | undefined;
  const format = (f: Fields): string => tokens.map((t) => ('text' in t ? t.text : formatToken(t, f, pattern))).join('');
  const fieldsOf = (local: bigint, offsetSeconds: number): Fields => {
    const day = floorDiv(local, MICROS_PER_DAY);
    return { days: Number(day), microsOfDay: Number(local - day * MICROS_PER_DAY), offsetSeconds };
  };
  const parse = (text: string): Parsed | null => {
    compiled ??= matcher(tokens, pattern);
    const m = compiled.regexp.exec(text);
    return m === null ? null : parseWith(m, compiled.letters);
  };
  const localOf = (p: Parsed): bigint => BigInt(p.days) * MICROS_PER_DAY + BigInt(p.microsOfDay);
  return {
    formatDate: (days) => format({ days, microsOfDay: 0, offsetSeconds: 0 }),
    formatTimestamp: (micros) => {
      const local = toLocalMicros(micros, zone);
      return format(fieldsOf(local, Number((local - micros) / 1_000_000n)));
    },
    formatLocal: (local) => format(fieldsOf(local, 0)),
    parseDate: (text) => parse(text)?.days ?? null,
    parseTimestamp: (text) => {
      const p = parse(text);
      return p === null ? null : fromLocalMicros(localOf(p), p.zone ?? zone);
    },
    parseLocal: (text) => {
      const p = parse(text);
      return p === null ? null : localOf(p);
    },
  };
}
