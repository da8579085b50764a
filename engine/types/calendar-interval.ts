/** Intervals of months, days and microseconds in words: `1 year 2 days -3.5 seconds` (`CalendarInterval`). */
import { CalendarInterval } from './value.ts';

const MONTHS: Readonly<Record<string, number>> = { year: 12, month: 1 };
const DAYS: Readonly<Record<string, number>> = { week: 7, day: 1 };
const MICROS: Readonly<Record<string, bigint>> = {
  hour: 3_600_000_000n,
  minute: 60_000_000n,
  second: 1_000_000n,
  millisecond: 1000n,
  microsecond: 1n,
};
const PART = /\s*([+-]?)\s*(\d*)(?:\.(\d*))?\s+([a-z]+)(?=\s|$)/y;
const INT_LIMIT = 2 ** 31;

/** Reads `[interval] 1 day 2 hours …`; null if it is no interval or does not fit. Only seconds take a fraction. */
export function parseCalendarInterval(text: string): CalendarInterval | null {
  let body = text.trim().toLowerCase();
  if (body.startsWith('interval') && /\s/.test(body[8] ?? '')) body = body.slice(9).trim();
  if (body === '') return null;
  let months = 0;
  let days = 0;
  let micros = 0n;
  PART.lastIndex = 0;
  while (PART.lastIndex < body.length) {
    const m = PART.exec(body);
    if (m === null) return null;
    const [, sign, whole = '', fraction, rawUnit = ''] = m;
    if (whole === '' && (fraction ?? '') === '') return null;
    const unit = rawUnit.endsWith('s') ? rawUnit.slice(0, -1) : rawUnit;
    if (fraction !== undefined && (unit !== 'second' || fraction.length > 9)) return null;
    const size = BigInt(whole === '' ? 0 : whole);
    const count = sign === '-' ? -size : size;
    const inMonths = MONTHS[unit];
    const inDays = DAYS[unit];
    const inMicros = MICROS[unit];
    if (inMonths !== undefined) months += Number(count) * inMonths;
    else if (inDays !== undefined) days += Number(count) * inDays;
    else if (inMicros !== undefined) {
      const part = fraction === undefined ? 0n : BigInt(fraction.slice(0, 6).padEnd(6, '0'));
      micros += count * inMicros + (sign === '-' ? -part : part);
    } else return null;
  }
  const inRange = (n: number): boolean => n >= -INT_LIMIT && n < INT_LIMIT;
  const fits = inRange(months) && inRange(days) && BigInt.asIntN(64, micros) === micros;
  return fits ? new CalendarInterval(months === 0 ? 0 : months, days === 0 ? 0 : days, micros) : null;
}

/** `1 years 2 months 3 days 4 hours 5 minutes 6.5 seconds`; zero parts are left out, nothing is `0 seconds`. */
export function calendarIntervalToString(v: CalendarInterval): string {
  const parts: string[] = [];
  const add = (count: number | bigint, unit: string): void => {
    if (Number(count) !== 0) parts.push(`${count} ${unit}`);
  };
  add(Math.trunc(v.months / 12), 'years');
  add(v.months % 12, 'months');
  add(v.days, 'days');
  add(v.microseconds / 3_600_000_000n, 'hours');
  const rest = v.microseconds % 3_600_000_000n;
  add(rest / 60_000_000n, 'minutes');
  const micros = rest % 60_000_000n;
  if (micros !== 0n) parts.push(`${secondsText(micros)} seconds`);
  return parts.length === 0 ? '0 seconds' : parts.join(' ');
}

/** Microseconds as seconds without trailing zeros: `-1.5`. */
export function secondsText(micros: bigint): string {
  const size = micros < 0n ? -micros : micros;
  const fraction = (size % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '');
  return `${micros < 0n ? '-' : ''}${size / 1_000_000n}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Length of a delay or window in microseconds; months count 31 days, as Spark counts them for watermarks. */
export function calendarIntervalMicros(v: CalendarInterval): bigint {
  return v.microseconds + BigInt(v.days + v.months * 31) * 86_400_000_000n;
}
