/** Times of day (type TIME): nanoseconds since midnight, from and to text. */
import { trimAll } from './datetime.ts';

export const NANOS_PER_SECOND = 1_000_000_000n;
export const NANOS_PER_DAY = 86_400n * NANOS_PER_SECOND;
const TEXT = /^T?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d*))?)?(?:\s*([AP])M)?$/i;
const FRACTION_DIGITS = 9;

/** Nanoseconds of `10:30`, `10:30:05`, `10:30:05.25` or `1:30 PM`; null if the text is no time. */
export function parseTime(text: string): bigint | null {
  const m = TEXT.exec(trimAll(text));
  if (m === null) return null;
  const [written, minute, second] = [Number(m[1]), Number(m[2]), Number(m[3] ?? 0)];
  const half = m[5]?.toUpperCase();
  if (half !== undefined && (written < 1 || written > 12)) return null;
  const hour = half === undefined ? written : (written % 12) + (half === 'P' ? 12 : 0);
  if (hour > 23 || minute > 59 || second > 59) return null;
  const fraction = BigInt((m[4] ?? '').slice(0, FRACTION_DIGITS).padEnd(FRACTION_DIGITS, '0'));
  return BigInt(hour * 3600 + minute * 60 + second) * NANOS_PER_SECOND + fraction;
}

/** Digits of the second's fraction as the text gives them. */
export function fractionDigits(text: string): number {
  return /\.(\d*)\s*(?:[AP]M\s*)?$/i.exec(text)?.[1]?.length ?? 0;
}

/** Without what is smaller than so many digits of the second's fraction. */
export function truncateTime(nanos: bigint, precision: number): bigint {
  return nanos - (nanos % 10n ** BigInt(FRACTION_DIGITS - precision));
}

/** `10:30:05.25`: zeros at the end of the fraction are left out. */
export function formatTime(nanos: bigint): string {
  const seconds = Number(nanos / NANOS_PER_SECOND);
  const two = (n: number): string => String(n).padStart(2, '0');
  const fraction = nanos % NANOS_PER_SECOND;
  const tail = fraction === 0n ? '' : `.${String(fraction).padStart(FRACTION_DIGITS, '0').replace(/0+$/, '')}`;
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${tail}`;
}
