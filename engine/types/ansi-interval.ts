/** Year-month and day-time intervals: `INTERVAL '1-2' YEAR TO MONTH`, `INTERVAL '1 02:03:04.5' DAY TO SECOND`. */
import { secondsText } from './calendar-interval.ts';
import type { DayTimeField, DayTimeIntervalType, YearMonthIntervalType } from './data-type.ts';

const FIELDS: readonly DayTimeField[] = ['day', 'hour', 'minute', 'second'];
const UNIT_MICROS: Readonly<Record<DayTimeField, bigint>> = {
  day: 86_400_000_000n,
  hour: 3_600_000_000n,
  minute: 60_000_000n,
  second: 1_000_000n,
};
/** Largest value of a field that is not the first. */
const FIELD_LIMIT: Readonly<Record<DayTimeField, number>> = { day: 0, hour: 23, minute: 59, second: 59 };

function fieldRange(type: DayTimeIntervalType): readonly DayTimeField[] {
  return FIELDS.slice(FIELDS.indexOf(type.start), FIELDS.indexOf(type.end) + 1);
}

function suffix(type: DayTimeIntervalType | YearMonthIntervalType): string {
  const start = type.start.toUpperCase();
  return type.start === type.end ? start : `${start} TO ${type.end.toUpperCase()}`;
}

/** Text of a day-time interval as CAST AS STRING shows it. */
export function dayTimeToString(micros: bigint, type: DayTimeIntervalType): string {
  let rest = micros < 0n ? -micros : micros;
  let text = micros < 0n ? '-' : '';
  for (const field of fieldRange(type)) {
    const first = field === type.start;
    if (!first) text += field === 'hour' ? ' ' : ':';
    if (field === 'second') {
      text += rest < 10_000_000n ? `0${secondsText(rest)}` : secondsText(rest);
    } else {
      const count = (rest / UNIT_MICROS[field]).toString();
      text += field === 'day' ? count : count.padStart(2, '0');
      rest %= UNIT_MICROS[field];
    }
  }
  return `INTERVAL '${text}' ${suffix(type)}`;
}

/** Text of a year-month interval as CAST AS STRING shows it. */
export function yearMonthToString(months: number, type: YearMonthIntervalType): string {
  const size = Math.abs(months);
  const sign = months < 0 ? '-' : '';
  const years = Math.trunc(size / 12);
  const body = type.end === 'year' ? `${years}` : type.start === 'month' ? `${size}` : `${years}-${size % 12}`;
  return `INTERVAL '${sign}${body}' ${suffix(type)}`;
}

/** Strips `INTERVAL [sign]'…' UNIT [TO UNIT]`; the sign in front multiplies. Null if the units are other ones. */
function unwrap(text: string, type: DayTimeIntervalType | YearMonthIntervalType): { body: string; negative: boolean } | null {
  const m = /^interval\s*([+-]?)\s*'\s*(.*?)\s*'\s*([a-z]+(?:\s+to\s+[a-z]+)?)$/is.exec(text);
  if (m === null) return { body: text, negative: false };
  if ((m[3] as string).toUpperCase().replace(/\s+/g, ' ') !== suffix(type)) return null;
  return { body: m[2] as string, negative: m[1] === '-' };
}

const SEPARATORS: Readonly<Record<DayTimeField, string>> = { day: '', hour: ' ', minute: ':', second: ':' };

/** Microseconds of `1 2:03:04.5` (or the whole `INTERVAL '…' DAY TO SECOND`) read as the given type; null if it is not. */
export function parseDayTimeInterval(text: string, type: DayTimeIntervalType): bigint | null {
  const unwrapped = unwrap(text.trim(), type);
  if (unwrapped === null) return null;
  const fields = fieldRange(type);
  const pattern = fields
    .map((f, i) => {
      const digits = f === 'second' ? String.raw`(\d{1,13}(?:\.\d{1,9})?)` : String.raw`(\d{1,13})`;
      return (i === 0 ? '' : SEPARATORS[f]) + digits;
    })
    .join('');
  const m = new RegExp(`^([+-]?)${pattern}$`).exec(unwrapped.body);
  if (m === null) return null;
  let micros = 0n;
  for (const [i, field] of fields.entries()) {
    const [whole = '0', fraction = ''] = (m[i + 2] as string).split('.');
    if (i > 0 && Number(whole) > FIELD_LIMIT[field]) return null;
    micros += BigInt(whole) * UNIT_MICROS[field];
    if (field === 'second') micros += BigInt(fraction.slice(0, 6).padEnd(6, '0'));
  }
  const signed = (m[1] === '-') !== unwrapped.negative ? -micros : micros;
  return BigInt.asIntN(64, signed) === signed ? signed : null;
}

/** Months of `1-2` (or the whole `INTERVAL '1-2' YEAR TO MONTH`) read as the given type; null if it is not. */
export function parseYearMonthInterval(text: string, type: YearMonthIntervalType): number | null {
  const unwrapped = unwrap(text.trim(), type);
  if (unwrapped === null) return null;
  const both = type.start === 'year' && type.end === 'month';
  const m = (both ? /^([+-]?)(\d{1,9})-(\d{1,2})$/ : /^([+-]?)(\d{1,10})$/).exec(unwrapped.body);
  if (m === null) return null;
  const lead = Number(m[2]);
  const rest = Number(m[3] ?? 0);
  if (rest > 11) return null;
  const months = type.start === 'year' ? lead * 12 + rest : lead;
  const signed = (m[1] === '-') !== unwrapped.negative ? -months : months;
  return (signed | 0) === signed ? signed | 0 : null;
}
