/** Moments written as `FastDateFormat` of Apache Commons Lang writes them in English. */
import type { TimeZone } from '../../types/index.ts';
import type { OldElement } from './letters.ts';
import { letterWriter, writtenMoment } from './written-moment.ts';
import type { WrittenMoment } from './written-moment.ts';

const CHARACTER_BITS = 0xffff;

/** Digits of a number that is not below 0. Of one that is, the character so far before the digit zero: Commons Lang has no sign. */
function padded(value: number, count: number): string {
  if (value >= 0) return String(value).padStart(count, '0');
  return String.fromCharCode((value + 48) & CHARACTER_BITS).padStart(count, '0');
}

/** Two letters write the last two digits, or as many as there are of other fields. */
function twoDigits(value: number): string {
  if (value >= 0) return String(value).padStart(2, '0');
  return [Math.trunc(value / 10), value % 10].map((d) => String.fromCharCode((d + 48) & CHARACTER_BITS)).join('');
}

function fieldText(value: number, count: number): string {
  return count === 2 && value < 100 ? twoDigits(value) : padded(value, count === 2 ? 1 : count);
}

function yearText(year: number, count: number): string {
  return count === 2 ? twoDigits(year % 100) : fieldText(year, Math.max(count, 4));
}

/** `+05:30`, with the zero as `Z` for the forms of ISO 8601. */
function distance(m: WrittenMoment, form: 'hours' | 'plain' | 'colon'): string {
  const size = Math.abs(m.offset);
  const hours = Math.floor(size / 3600);
  const minutes = Math.floor(size / 60) - 60 * hours;
  const head = `${m.offset < 0 ? '-' : '+'}${twoDigits(hours)}`;
  return form === 'hours' ? head : `${head}${form === 'colon' ? ':' : ''}${twoDigits(minutes)}`;
}

const NUMBERS = { year: yearText, field: fieldText };
const ISO_FORMS = ['hours', 'plain', 'colon'] as const;

/** `fraction`: what the field of milliseconds holds, which Spark fills with as many digits as there are letters S. */
type Writer = (m: WrittenMoment, fraction: number) => string;

function writerOf(letter: string, count: number): Writer {
  switch (letter) {
    case 'S':
      return (_, fraction) => fieldText(fraction, count);
    case 'X':
      return (m) => (m.offset === 0 ? 'Z' : distance(m, ISO_FORMS[count - 1] as (typeof ISO_FORMS)[number]));
    case 'Z':
      return (m) => (count === 2 && m.offset === 0 ? 'Z' : distance(m, count === 1 ? 'plain' : 'colon'));
    default:
      return letterWriter(letter, count, NUMBERS);
  }
}

/** Writes milliseconds of the old calendar by the elements. */
export function fastWriter(elements: readonly OldElement[], zone: TimeZone): (millis: number, fraction: number) => string {
  const writers = elements.map((e): Writer => (e.kind === 'text' ? () => e.text : writerOf(e.letter, e.count)));
  return (millis, fraction) => {
    const m = writtenMoment(millis, zone);
    let out = '';
    for (const write of writers) out += write(m, fraction);
    return out;
  };
}
