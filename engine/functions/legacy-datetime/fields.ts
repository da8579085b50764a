/** The fields of `java.util.Calendar`, with the order in which they were set: of fields that contradict, later ones count. */

export const ERA = 0;
export const YEAR = 1;
export const MONTH = 2;
export const WEEK_OF_YEAR = 3;
export const WEEK_OF_MONTH = 4;
export const DAY_OF_MONTH = 5;
export const DAY_OF_YEAR = 6;
export const DAY_OF_WEEK = 7;
export const DAY_OF_WEEK_IN_MONTH = 8;
export const AM_PM = 9;
export const HOUR = 10;
export const HOUR_OF_DAY = 11;
export const MINUTE = 12;
export const SECOND = 13;
export const MILLISECOND = 14;
export const ZONE_OFFSET = 15;
export const DST_OFFSET = 16;
/** The year of `Y`: no field of the calendar, but what makes a date of a week and a weekday. */
export const WEEK_YEAR = 17;
const COUNT = 18;

export const BCE = 0;
export const CE = 1;

/** Fields that were set, with their values: 0 for those that were not. */
export class CalendarFields {
  private readonly values = new Array<number>(COUNT).fill(0);
  private readonly stamps = new Array<number>(COUNT).fill(0);
  private next = 1;

  get(field: number): number {
    return this.values[field] as number;
  }

  /** When the field was set: 0 if it was not. */
  stamp(field: number): number {
    return this.stamps[field] as number;
  }

  isSet(field: number): boolean {
    return this.stamp(field) > 0;
  }

  set(field: number, value: number): void {
    this.values[field] = value;
    this.stamps[field] = this.next++;
  }

  clear(field: number): void {
    this.values[field] = 0;
    this.stamps[field] = 0;
  }

  /** Moves the year, of whichever kind, without setting it. */
  addYears(years: number): void {
    this.values[YEAR] = this.get(YEAR) + years;
    this.values[WEEK_YEAR] = this.get(WEEK_YEAR) + years;
  }

  copy(): CalendarFields {
    const made = new CalendarFields();
    for (let i = 0; i < COUNT; i++) {
      made.values[i] = this.get(i);
      made.stamps[i] = this.stamp(i);
    }
    made.next = this.next;
    return made;
  }
}

const HOUR_MILLIS = 3_600_000;

/** The least and the greatest value of each field, by its number. */
export const RANGES: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 292_278_994],
  [0, 11],
  [1, 53],
  [0, 6],
  [1, 31],
  [1, 366],
  [1, 7],
  [1, 6],
  [0, 1],
  [0, 11],
  [0, 23],
  [0, 59],
  [0, 59],
  [0, 999],
  [-13 * HOUR_MILLIS, 14 * HOUR_MILLIS],
  [0, 2 * HOUR_MILLIS],
];
