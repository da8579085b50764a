/** Sizes, counts and durations as Spark prints them. */

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const;
const STEP = 1024n;
const PRINTED_FRACTION = 10n;

/** `7.8 KiB`, `8.0 EiB`, `1.70E+37 B`: a unit once there are two of it. */
export function bytesText(size: bigint): string {
  if (size >= 2n ** 64n - 2n ** 53n + 2n ** 63n) return `${scientific(size)} B`;
  let unit = UNITS.length - 1;
  while (unit > 0 && size < 2n * STEP ** BigInt(unit)) unit -= 1;
  const tenths = Math.round(Number((size * PRINTED_FRACTION * 1000n) / STEP ** BigInt(unit)) / 1000);
  return `${Math.floor(tenths / 10)}.${tenths % 10} ${UNITS[unit]}`;
}

/** Three significant digits: `1.00E+3`. */
export function scientific(x: bigint): string {
  const digits = x.toString();
  if (digits.length <= 3) return digits;
  let head = Number(`${digits.slice(0, 3)}.${digits.slice(3, 18)}`);
  let exponent = digits.length - 1;
  head = Math.round(head);
  if (head === 1000) {
    head = 100;
    exponent += 1;
  }
  const text = head.toString();
  return `${text[0]}.${text.slice(1)}E+${exponent}`;
}

/** An interval in whole units: `10 minutes`. */
export function durationText(micros: number): string {
  const units: readonly (readonly [string, number])[] = [
    ['days', 86_400_000_000],
    ['hours', 3_600_000_000],
    ['minutes', 60_000_000],
    ['seconds', 1_000_000],
  ];
  const parts: string[] = [];
  let rest = micros;
  for (const [name, size] of units.slice(1)) {
    const count = name === 'seconds' ? rest / size : Math.floor(rest / size);
    if (count !== 0) parts.push(`${count} ${name}`);
    rest -= Math.floor(rest / size) * size;
  }
  return parts.length === 0 ? '0 seconds' : parts.join(' ');
}
