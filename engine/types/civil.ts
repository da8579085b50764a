/** The proleptic Gregorian calendar in days since 1970-01-01. */

/** Days of the given civil date; month 1 to 12. Months and days out of range carry over as arithmetic does. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Civil date packed as `year * 512 + month * 32 + day`: allocates nothing. Unpack with `Math.floor(p / 512)` etc. */
export function packedCivil(days: number): number {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return year * 512 + month * 32 + day;
}

export function civilFromDays(days: number): CivilDate {
  const p = packedCivil(days);
  const year = Math.floor(p / 512);
  const rest = p - year * 512;
  return { year, month: rest >> 5, day: rest & 31 };
}

export function yearOfDays(days: number): number {
  return Math.floor(packedCivil(days) / 512);
}
export function monthOfDays(days: number): number {
  const p = packedCivil(days);
  return (p - Math.floor(p / 512) * 512) >> 5;
}
export function dayOfMonthOfDays(days: number): number {
  const p = packedCivil(days);
  return (p - Math.floor(p / 512) * 512) & 31;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const MONTH_DAYS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] as number);
}

/** Days of a civil date, or null if there is no such date. */
export function validDays(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return daysFromCivil(year, month, day);
}

/** The date some months later or earlier; the day is cut to the month's last. */
export function addMonthsToDays(days: number, months: number): number {
  const { year, month, day } = civilFromDays(days);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  return daysFromCivil(y, m, Math.min(day, daysInMonth(y, m)));
}

/** 1 (1 January) to 366. */
export function dayOfYearOfDays(days: number): number {
  return days - daysFromCivil(yearOfDays(days), 1, 1) + 1;
}

/** ISO: 1 Monday to 7 Sunday. */
export function isoDayOfWeek(days: number): number {
  return (((days + 3) % 7) + 7) % 7 + 1;
}

/** ISO week: the year it belongs to and its number. */
export function isoWeek(days: number): { readonly year: number; readonly week: number } {
  const thursday = days - isoDayOfWeek(days) + 4;
  const year = yearOfDays(thursday);
  return { year, week: Math.floor((thursday - daysFromCivil(year, 1, 1)) / 7) + 1 };
}
