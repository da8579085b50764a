/** Numbers within a datetime text (`java.time`'s NumberPrinterParser in strict mode). */

const MAX_DIGITS = 19;

export interface NumberStep {
  /** As wide as its letters say, no more and no less. */
  readonly fixed: boolean;
  readonly width: number;
  /** Leaves so many digits more for the numbers that follow at once. */
  reserve(width: number): void;
  /** The index behind the number, or `-1 - index` where there is none. */
  read(text: string, at: number, numbers: Map<string, number>): number;
}

interface Form {
  readonly min: number;
  readonly max: number;
  /** `normal` takes a minus; `exceeds` takes a plus where the number is wider than its letters, and needs it. */
  readonly sign: 'none' | 'normal' | 'exceeds';
}

function formOf(letter: string, count: number): Form {
  if (letter === 'y') {
    if (count === 2) return { min: 2, max: 2, sign: 'none' };
    return { min: count, max: MAX_DIGITS, sign: count < 4 ? 'normal' : 'exceeds' };
  }
  if (letter === 'g') return { min: count, max: MAX_DIGITS, sign: 'normal' };
  if (letter === 'D') return count === 1 ? { min: 1, max: MAX_DIGITS, sign: 'normal' } : { min: count, max: 3, sign: 'none' };
  return count === 1 ? { min: 1, max: MAX_DIGITS, sign: 'normal' } : { min: count, max: count, sign: 'none' };
}

function digitsFrom(text: string, at: number, most: number): number {
  let end = at;
  while (end < text.length && end - at < most && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end - at;
}

/** Two digits of a year mean one from 2000 to 2099. */
const YEAR_BASE = 2000;

export function numberStep(letter: string, count: number): NumberStep {
  const { min, max, sign } = formOf(letter, count);
  let reserved = 0;
  return {
    fixed: min === max && sign === 'none',
    width: max,
    reserve: (width) => {
      reserved += width;
    },
    read: (text, at, numbers) => {
      const lead = text.charAt(at);
      const signed = sign !== 'none' && (lead === '-' || (lead === '+' && sign === 'exceeds'));
      const start = signed ? at + 1 : at;
      let length = digitsFrom(text, start, max + reserved);
      if (length < min) return -1 - start;
      if (reserved > 0) length = Math.max(min, length - reserved);
      if (sign === 'exceeds' && lead !== '-') {
        if (lead === '+' && length <= min) return -1 - at;
        if (lead !== '+' && length > min) return -1 - at;
      }
      const value = Number(text.slice(start, start + length));
      numbers.set(letter, letter === 'y' && count === 2 ? YEAR_BASE + value : lead === '-' && signed ? -value : value);
      return start + length;
    },
  };
}
