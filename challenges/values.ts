/** Values of dates and times in their wire form. */

const MICROS_PER_MILLISECOND = 1000n;
const MILLISECONDS_PER_DAY = 86_400_000;

/** `2024-03-01 08:15:00[.ffffff]`, UTC, as microseconds since the epoch. */
export function timestamp(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  const millis = Date.parse(`${whole.replace(' ', 'T')}Z`);
  return (BigInt(millis) * MICROS_PER_MILLISECOND + BigInt(fraction.padEnd(6, '0') || '0')).toString();
}

/** `2024-03-01` as days since the epoch. */
export function date(text: string): number {
  return Math.round(Date.parse(`${text}T00:00:00Z`) / MILLISECONDS_PER_DAY);
}
