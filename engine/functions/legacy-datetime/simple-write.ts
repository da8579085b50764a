/** Moments written as `java.text.SimpleDateFormat` writes them in English. */
import type { TimeZone } from '../../types/index.ts';
import type { OldElement } from './letters.ts';
import { letterWriter, writtenMoment } from './written-moment.ts';
import type { WrittenMoment } from './written-moment.ts';

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function padded(value: number, count: number): string {
  return value < 0 ? `-${String(-value).padStart(count, '0')}` : String(value).padStart(count, '0');
}

/** Two letters cut a year to its last two digits. */
function yearText(year: number, count: number): string {
  return count === 2 ? `${year < 0 ? '-' : ''}${two(Math.abs(year) % 100)}` : padded(year, count);
}

/** `+0530` and `-0800`: hours and minutes as one number. */
function distance(m: WrittenMoment): string {
  const minutes = Math.trunc(m.offset / 60);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

function isoDistance(m: WrittenMoment, count: number): string {
  if (m.offset === 0) return 'Z';
  const minutes = Math.trunc(m.offset / 60);
  const size = Math.abs(minutes);
  const hours = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}`;
  return count === 1 ? hours : `${hours}${count === 3 ? ':' : ''}${two(size % 60)}`;
}

const NUMBERS = { year: yearText, field: padded };

type Writer = (m: WrittenMoment) => string;

function writerOf(letter: string, count: number): Writer {
  if (letter === 'Z') return distance;
  if (letter === 'X') return (m) => isoDistance(m, count);
  return letterWriter(letter, count, NUMBERS);
}

/** Writes milliseconds of the old calendar by the elements. */
export function simpleWriter(elements: readonly OldElement[], zone: TimeZone): (millis: number) => string {
  const writers = elements.map((e): Writer => (e.kind === 'text' ? () => e.text : writerOf(e.letter, e.count)));
  return (millis) => {
    const m = writtenMoment(millis, zone);
    let out = '';
    for (const write of writers) out += write(m);
    return out;
  };
}
