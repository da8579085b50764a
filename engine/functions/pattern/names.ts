/** Names of months, weekdays and zones, in the English that Spark writes. */
import { unsupported } from '../../core/index.ts';
import type { TimeZone } from '../../types/index.ts';

export const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** The day of which the letter `g` writes 0. */
export const MODIFIED_JULIAN_ZERO = -40_587;

export function shortName(name: string): string {
  return name.slice(0, 3);
}

interface ZoneNames {
  readonly standard: readonly [short: string, long: string];
  readonly daylight?: readonly [short: string, long: string];
  /** Hours east of UTC in standard time. */
  readonly offset: number;
  readonly ids: readonly string[];
}

const ZONES: readonly ZoneNames[] = [
  { standard: ['UTC', 'Coordinated Universal Time'], offset: 0, ids: ['UTC', 'Etc/UTC'] },
  { standard: ['GMT', 'Greenwich Mean Time'], offset: 0, ids: ['GMT', 'Etc/GMT'] },
  { standard: ['EST', 'Eastern Standard Time'], daylight: ['EDT', 'Eastern Daylight Time'], offset: -5, ids: ['America/New_York', 'America/Toronto', 'America/Detroit'] },
  { standard: ['CST', 'Central Standard Time'], daylight: ['CDT', 'Central Daylight Time'], offset: -6, ids: ['America/Chicago', 'America/Winnipeg'] },
  { standard: ['MST', 'Mountain Standard Time'], daylight: ['MDT', 'Mountain Daylight Time'], offset: -7, ids: ['America/Denver', 'America/Phoenix'] },
  { standard: ['PST', 'Pacific Standard Time'], daylight: ['PDT', 'Pacific Daylight Time'], offset: -8, ids: ['America/Los_Angeles', 'America/Vancouver'] },
  { standard: ['GMT', 'Greenwich Mean Time'], daylight: ['BST', 'British Summer Time'], offset: 0, ids: ['Europe/London'] },
  {
    standard: ['CET', 'Central European Standard Time'],
    daylight: ['CEST', 'Central European Summer Time'],
    offset: 1,
    ids: ['Europe/Paris', 'Europe/Berlin', 'Europe/Madrid', 'Europe/Rome', 'Europe/Amsterdam', 'Europe/Brussels', 'Europe/Vienna', 'Europe/Zurich', 'Europe/Stockholm', 'Europe/Oslo', 'Europe/Copenhagen', 'Europe/Prague', 'Europe/Warsaw', 'Europe/Budapest'],
  },
  { standard: ['EET', 'Eastern European Standard Time'], daylight: ['EEST', 'Eastern European Summer Time'], offset: 2, ids: ['Europe/Athens', 'Europe/Helsinki', 'Europe/Bucharest'] },
  { standard: ['MSK', 'Moscow Standard Time'], offset: 3, ids: ['Europe/Moscow'] },
  { standard: ['IST', 'India Standard Time'], offset: 5.5, ids: ['Asia/Kolkata', 'Asia/Calcutta'] },
  { standard: ['JST', 'Japan Standard Time'], offset: 9, ids: ['Asia/Tokyo'] },
];

/** The name in force at an offset; raises `unsupported` for zones whose names are not kept here. */
export function zoneName(zone: TimeZone, offsetSeconds: number, long: boolean): string {
  if (zone.fixedOffset !== null && !/^(UTC|GMT)$/.test(zone.id)) return zone.id;
  const names = ZONES.find((z) => z.ids.includes(zone.id));
  if (names === undefined) throw unsupported(`The name of the time zone ${zone.id} in a datetime pattern`);
  const pair = offsetSeconds === names.offset * 3600 || names.daylight === undefined ? names.standard : names.daylight;
  return pair[long ? 1 : 0];
}

/** Zone ids by the long names that a pattern's `zzzz` reads, upper case. */
export const ZONE_BY_LONG_NAME: ReadonlyMap<string, string> = new Map(
  ZONES.flatMap((z) => [z.standard[1], ...(z.daylight === undefined ? [] : [z.daylight[1]])].map((name): [string, string] => [name.toUpperCase(), z.ids[0] as string])).reverse(),
);
