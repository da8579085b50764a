/** Whole numbers as `java.text.NumberFormat` reads them within a text. */

const MAX_INT = 2_147_483_647;
const MIN_INT = -2_147_483_648;
const LONG_DIGITS = 19;

/** The value of a decimal digit of any script; -1 for another character. */
export function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return code - 48;
  if (!(code > 127) || !/\p{Nd}/u.test(text.charAt(at))) return -1;
  // Digits of a script stand in a row, of which the zero is the first.
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero--;
  return code - zero;
}

/** `Number.intValue` of what was read. */
function toInt(digits: string, negative: boolean, exponent: number): number {
  const scaled = exponent === 0 ? 0 : Math.trunc(Number(`${digits}e${exponent}`));
  if (!Number.isFinite(scaled)) return negative ? MIN_INT : MAX_INT;
  const size = exponent === 0 ? BigInt(digits) : BigInt(scaled);
  const value = negative ? -size : size;
  if (BigInt.asIntN(64, value) === value && digits.length <= LONG_DIGITS) return Number(BigInt.asIntN(32, value));
  return negative ? MIN_INT : MAX_INT;
}

export interface NumberRead {
  readonly value: number;
  /** The index behind the number. */
  readonly end: number;
}

/** Digits with the power of ten that may follow them. */
function unsigned(text: string, at: number, limit: number): { readonly digits: string; readonly exponent: number; readonly end: number } | null {
  let digits = '';
  let i = at;
  for (; i < limit; i++) {
    const d = digitAt(text, i);
    if (d < 0) break;
    digits += d;
  }
  if (digits === '') return null;
  const power = /^E(-?\d+)/.exec(text.slice(i, limit));
  return power === null ? { digits, exponent: 0, end: i } : { digits, exponent: Number(power[1]), end: i + power[0].length };
}

/** The number at an index, no further than `limit`; null where there is none. */
export function readNumber(text: string, at: number, limit: number): NumberRead | null {
  const negative = text.charAt(at) === '-' && at < limit;
  const start = negative ? at + 1 : at;
  if (text.charAt(start) === '\u221E' && start < limit) return { value: negative ? MIN_INT : MAX_INT, end: start + 1 };
  const found = unsigned(text, start, limit);
  return found === null ? null : { value: toInt(found.digits.replace(/^0+(?=.)/, ''), negative, found.exponent), end: found.end };
}
