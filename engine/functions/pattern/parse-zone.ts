/** Reading time zones and offsets within a datetime text. */
import { unsupported } from '../../core/index.ts';
import { findRegion, findTimeZone } from '../../types/index.ts';
import type { TimeZone } from '../../types/index.ts';
import { ZONE_BY_LONG_NAME } from './names.ts';
import { ZONE_BY_SHORT_NAME } from './zone-abbreviations.ts';

/** What was read, by letter (`M` for months of any form). */
export interface Fields {
  readonly numbers: Map<string, number>;
  zone: TimeZone | null;
}

/** Reads from an index on; gives the index behind, or `-1 - index` of where it failed. */
export type Step = (text: string, at: number, fields: Fields) => number;

const OFFSETS: Readonly<Record<string, RegExp>> = {
  X1: /([+-])(\d\d)(?:(\d\d))?/y,
  X2: /([+-])(\d\d)(\d\d)/y,
  X3: /([+-])(\d\d):(\d\d)/y,
  X4: /([+-])(\d\d)(\d\d)(\d\d)?/y,
  X5: /([+-])(\d\d):(\d\d)(?::(\d\d))?/y,
  O1: /([+-])(\d\d?)(?::(\d\d)(?::(\d\d))?)?/y,
  O4: /([+-])(\d\d):(\d\d)(?::(\d\d))?/y,
};

/** The zone of an offset's sign, hours, minutes and seconds. */
function offsetZone(m: RegExpExecArray): TimeZone | null {
  return findTimeZone(`${m[1]}${(m[2] as string).padStart(2, '0')}:${m[3] ?? '00'}${m[4] === undefined ? '' : `:${m[4]}`}`);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export function offsetStep(letter: string, count: number): Step {
  const localized = letter === 'O' || (letter === 'Z' && count === 4);
  const zulu = letter === 'X' || (letter === 'Z' && count === 5);
  const pattern = OFFSETS[localized ? `O${count}` : letter === 'Z' ? (count === 5 ? 'X5' : 'X2') : `X${count}`] as RegExp;
  return (text, at, fields) => {
    let start = at;
    if (localized) {
      if (text.substr(at, 3).toUpperCase() !== 'GMT') return -1 - at;
      start = at + 3;
    } else if (zulu && text.charAt(at).toUpperCase() === 'Z') {
      fields.zone = findTimeZone('Z');
      return at + 1;
    }
    const m = matchAt(pattern, text, start);
    if (m === null && localized) fields.zone = findTimeZone('Z');
    if (m === null) return localized ? start : -1 - at;
    const zone = offsetZone(m);
    if (zone === null) return -1 - at;
    fields.zone = zone;
    return start + m[0].length;
  };
}

/** `UTC`, `UT` or `GMT`, with the offset that may follow. */
const PREFIX = /UTC|UT|GMT/iy;

function prefixed(prefix: string, text: string, at: number, fields: Fields): number {
  const end = at + prefix.length;
  const m = matchAt(OFFSETS.X5 as RegExp, text, end);
  const zone = m === null ? null : offsetZone(m);
  fields.zone = zone ?? findTimeZone(prefix.toUpperCase());
  return zone === null || m === null ? end : end + m[0].length;
}

/** Regions that have no names. */
const NAMELESS = /^(Etc\/GMT[+-].*|ROC)$/i;

function regionOf(id: string, withNames: boolean): TimeZone | null {
  return withNames && NAMELESS.test(id) ? null : findRegion(id);
}

/** The longest id or name of a zone that the text has here. */
function named(text: string, at: number, names: 'short' | 'long' | undefined, fields: Fields): number {
  const m = matchAt(/[A-Za-z][A-Za-z0-9~/._+-]*(?: [A-Za-z]+)*/y, text, at);
  for (let length = m?.[0].length ?? 0; length > 0; length--) {
    const found = text.substr(at, length);
    const id = names === undefined ? undefined : (names === 'short' ? ZONE_BY_SHORT_NAME : ZONE_BY_LONG_NAME).get(found.toUpperCase());
    if (names === 'long' && id === undefined && / Time$/i.test(found)) throw unsupported(`The name of the time zone ${found} in a datetime pattern`);
    const zone = id === undefined ? regionOf(found, names !== undefined) : findTimeZone(id);
    if (zone === null) continue;
    fields.zone = zone;
    return at + length;
  }
  if (text.charAt(at).toUpperCase() !== 'Z') return -1 - at;
  fields.zone = findTimeZone('Z');
  return at + 1;
}

/** A zone's id or offset (`+01:00`, `UTC+01:00`), in any case; with `names` also what `z` and `zzzz` write. */
export function zoneStep(names?: 'short' | 'long'): Step {
  return (text, at, fields) => {
    if ('+-'.includes(text.charAt(at) || ' ')) {
      const m = matchAt(OFFSETS.X5 as RegExp, text, at);
      fields.zone = m === null ? null : offsetZone(m);
      return m === null || fields.zone === null ? -1 - at : at + m[0].length;
    }
    const prefix = matchAt(PREFIX, text, at)?.[0];
    if (prefix === undefined) return named(text, at, names, fields);
    if (prefix.length === 3 && text.charAt(at) === 'G' && text.charAt(at + 3) === '0') {
      fields.zone = findTimeZone('GMT');
      return at + 4;
    }
    return prefixed(prefix, text, at, fields);
  };
}
