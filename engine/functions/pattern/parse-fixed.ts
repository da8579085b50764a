/** A short way to read what is written in patterns of fixed places, such as `yyyy-MM-dd HH:mm:ss`. */
import { daysFromCivil, daysInMonth } from '../../types/index.ts';
import type { Element } from './elements.ts';

/** Microseconds on the wall clock; NaN where the long way has to decide. */
export type FixedParser = (text: string) => number;

const WIDTHS: Readonly<Record<string, number>> = { yyyy: 4, MM: 2, dd: 2, HH: 2, mm: 2, ss: 2 };
const LETTERS = 'yMdHms';

interface Place {
  readonly at: number;
  readonly width: number;
  /** Index into `LETTERS`; -1: literal text. */
  readonly field: number;
  readonly text: string;
}

function placesOf(elements: readonly Element[]): Place[] | undefined {
  const places: Place[] = [];
  let at = 0;
  for (const e of elements) {
    if (e.kind === 'optional') return undefined;
    const width = e.kind === 'text' ? e.text.length : (WIDTHS[e.letter.repeat(e.count)] ?? 0);
    const field = e.kind === 'text' ? -1 : LETTERS.indexOf(e.letter);
    if (width === 0 || (field >= 0 && places.some((p) => p.field === field))) return undefined;
    places.push({ at, width, field, text: e.kind === 'text' ? e.text : '' });
    at += width;
  }
  return places;
}

/** The digits as a number; -1 where there is anything else. */
function digits(text: string, at: number, width: number): number {
  let n = 0;
  for (let i = at; i < at + width; i++) {
    const d = text.charCodeAt(i) - 48;
    if (!(d >= 0 && d <= 9)) return -1;
    n = n * 10 + d;
  }
  return n;
}

/** Years whose microseconds are safe integers. */
const SAFE_YEARS: readonly [number, number] = [1700, 2240];

/** A parser for the elements; undefined where they are not of fixed places, or lack the year. */
export function fixedParser(elements: readonly Element[]): FixedParser | undefined {
  const places = placesOf(elements);
  if (places === undefined || !places.some((p) => p.field === 0)) return undefined;
  const length = places.reduce((n, p) => n + p.width, 0);
  const fields = new Int32Array(LETTERS.length);
  return (text) => {
    if (text.length !== length) return Number.NaN;
    fields.fill(0);
    fields[1] = 1;
    fields[2] = 1;
    for (let k = 0; k < places.length; k++) {
      const p = places[k] as Place;
      if (p.field < 0) {
        if (!text.startsWith(p.text, p.at)) return Number.NaN;
        continue;
      }
      const value = digits(text, p.at, p.width);
      if (value < 0) return Number.NaN;
      fields[p.field] = value;
    }
    const [year, month, day, hour, minute, second] = fields as unknown as readonly [number, number, number, number, number, number];
    if (year < SAFE_YEARS[0] || year > SAFE_YEARS[1] || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return Number.NaN;
    if (hour > 23 || minute > 59 || second > 59) return Number.NaN;
    return ((daysFromCivil(year, month, day) * 24 + hour) * 60 + minute) * 60_000_000 + second * 1_000_000;
  };
}
