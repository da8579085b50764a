/** Reading dates and times by the elements of a pattern, element after element as `java.time` reads (strict). */
import { civilFromDays, dayOfYearOfDays, daysFromCivil, formatDate, isLeapYear, validDays } from '../../types/index.ts';
import type { TimeZone } from '../../types/index.ts';
import type { Element } from './elements.ts';
import { MODIFIED_JULIAN_ZERO, MONTHS, shortName } from './names.ts';
import { numberStep } from './parse-number.ts';
import type { NumberStep } from './parse-number.ts';
import { offsetStep, zoneStep } from './parse-zone.ts';
import type { Fields, Step } from './parse-zone.ts';

export interface ParsedMoment {
  readonly days: number;
  readonly microsOfDay: number;
  /** Null where the text has no zone. */
  readonly zone: TimeZone | null;
}

/** Why a text does not fit, in the words of `java.time.format.DateTimeParseException`. */
export class ParseFailure {
  constructor(readonly message: string) {}
}

function textStep(letter: string, names: readonly string[], first: number): Step {
  const upper = names.map((n) => n.toUpperCase());
  const order = upper.map((_, i) => i).sort((a, b) => (upper[b] as string).length - (upper[a] as string).length);
  return (text, at, fields) => {
    for (const i of order) {
      const name = upper[i] as string;
      if (text.substr(at, name.length).toUpperCase() !== name) continue;
      fields.numbers.set(letter, first + i);
      return at + name.length;
    }
    return -1 - at;
  };
}

function literalStep(literal: string): Step {
  const upper = literal.toUpperCase();
  return (text, at) => (text.substr(at, literal.length).toUpperCase() === upper ? at + literal.length : -1 - at);
}

/** One to `count` digits of a second. */
function fractionStep(count: number): Step {
  return (text, at, fields) => {
    let end = at;
    while (end < text.length && end < at + count && /[0-9]/.test(text.charAt(end))) end++;
    if (end === at) return -1 - at;
    fields.numbers.set('S', Number(text.slice(at, end).slice(0, 6).padEnd(6, '0')));
    return end;
  };
}

function fieldStep(letter: string, count: number): Step {
  switch (letter) {
    case 'G':
      return textStep('G', count === 4 ? ['Before Christ', 'Anno Domini'] : ['BC', 'AD'], 0);
    case 'M':
    case 'L':
      return textStep('M', count === 3 ? MONTHS.map(shortName) : MONTHS, 1);
    case 'a':
      return textStep('a', ['AM', 'PM'], 0);
    case 'S':
      return fractionStep(count);
    case 'V':
      return zoneStep();
    case 'z':
      return zoneStep(count === 4 ? 'long' : 'short');
    default:
      return offsetStep(letter, count);
  }
}

function isNumber(e: Element & { readonly kind: 'field' }): boolean {
  return 'yDdghHkKms'.includes(e.letter) || ('ML'.includes(e.letter) && e.count < 3);
}

/** Steps in order; a number of open width leaves digits for the fixed ones that follow it at once. */
function stepsOf(elements: readonly Element[]): Step[] {
  let open: NumberStep | undefined;
  return elements.map((e): Step => {
    if (e.kind !== 'field' || !isNumber(e)) {
      open = undefined;
      if (e.kind === 'text') return literalStep(e.text);
      return e.kind === 'optional' ? optionalStep(stepsOf(e.elements)) : fieldStep(e.letter, e.count);
    }
    const step = numberStep(e.letter === 'L' ? 'M' : e.letter, e.count);
    if (open !== undefined && step.fixed) open.reserve(step.width);
    else open = step;
    return (text, at, fields) => step.read(text, at, fields.numbers);
  });
}

/** Numbers by letter: what is read twice must be the same both times. */
class Numbers extends Map<string, number> {
  contradicted = false;

  override set(letter: string, value: number): this {
    const before = this.get(letter);
    if (before !== undefined && before !== value) this.contradicted = true;
    return super.set(letter, value);
  }
}

function run(steps: readonly Step[], text: string, at: number, fields: Fields): number {
  let position = at;
  for (const step of steps) {
    const start = position;
    position = step(text, start, fields);
    if (position < 0) return position;
    if ((fields.numbers as Numbers).contradicted) return -1 - start;
  }
  return position;
}

function optionalStep(steps: readonly Step[]): Step {
  return (text, at, fields) => {
    const tried: Fields = { numbers: new Numbers(fields.numbers), zone: fields.zone };
    const end = run(steps, text, at, tried);
    if (end < 0) return at;
    for (const [k, v] of tried.numbers) fields.numbers.set(k, v);
    fields.zone = tried.zone;
    return end;
  };
}

const RANGES: Readonly<Record<string, readonly [name: string, low: number, high: number, shown: string]>> = {
  M: ['MonthOfYear', 1, 12, '1 - 12'],
  d: ['DayOfMonth', 1, 31, '1 - 28/31'],
  D: ['DayOfYear', 1, 366, '1 - 365/366'],
  k: ['ClockHourOfDay', 1, 24, '1 - 24'],
  h: ['ClockHourOfAmPm', 1, 12, '1 - 12'],
  K: ['HourOfAmPm', 0, 11, '0 - 11'],
  H: ['HourOfDay', 0, 23, '0 - 23'],
  m: ['MinuteOfHour', 0, 59, '0 - 59'],
  s: ['SecondOfMinute', 0, 59, '0 - 59'],
};

/** `Invalid value for MonthOfYear (valid values 1 - 12): 13`, or null where all are within their ranges. */
export function rangeProblem(letter: string, value: number): string | null {
  const range = RANGES[letter];
  if (range === undefined || (value >= range[1] && value <= range[2])) return null;
  return `Invalid value for ${range[0]} (valid values ${range[3]}): ${value}`;
}

/** `Invalid date 'FEBRUARY 30'`. */
export function dateProblem(year: number, month: number, day: number): string {
  if (day === 29) return `Invalid date 'February 29' as '${year}' is not a leap year`;
  return `Invalid date '${(MONTHS[month - 1] as string).toUpperCase()} ${day}'`;
}

/** What the other letters say of a day that is known must be so. */
function conflict(days: number, numbers: ReadonlyMap<string, number>): string | null {
  const { year, month, day } = civilFromDays(days);
  const iso = formatDate(days);
  const checks: readonly (readonly [string, string, number])[] = [['y', 'YearOfEra', year > 0 ? year : 1 - year], ['M', 'MonthOfYear', month], ['d', 'DayOfMonth', day], ['D', 'DayOfYear', dayOfYearOfDays(days)]];
  for (const [letter, name, found] of checks) {
    const said = numbers.get(letter);
    if (said !== undefined && said !== found) return `Conflict found: Field ${name} ${found} differs from ${name} ${said} derived from ${iso}`;
  }
  return null;
}

function resolveDays(numbers: ReadonlyMap<string, number>): number | string {
  const julian = numbers.get('g');
  if (julian !== undefined) {
    const days = julian + MODIFIED_JULIAN_ZERO;
    return conflict(days, numbers) ?? days;
  }
  const ofEra = numbers.get('y');
  const year = ofEra === undefined ? 1970 : numbers.get('G') === 0 ? 1 - ofEra : ofEra;
  if (ofEra !== undefined && ofEra < 1 && numbers.has('G')) return `Invalid value for YearOfEra (valid values 1 - 999999999/1000000000): ${ofEra}`;
  const ofYear = numbers.get('D');
  if (ofYear !== undefined && !(ofEra !== undefined && numbers.has('M') && numbers.has('d'))) return byDayOfYear(year, ofYear, numbers);
  const month = numbers.get('M') ?? 1;
  const day = numbers.get('d') ?? 1;
  const days = validDays(year, month, day) ?? dateProblem(year, month, day);
  if (ofYear === undefined || typeof days === 'string') return days;
  const found = days - daysFromCivil(year, 1, 1) + 1;
  return found === ofYear ? days : `Conflict found: Field DayOfYear ${found} differs from DayOfYear ${ofYear} derived from ${formatDate(days)}`;
}

/** The day of the year comes before month and day, which must be those of the date. Without a year Spark asks, not Java, and says so otherwise. */
function byDayOfYear(year: number, ofYear: number, numbers: ReadonlyMap<string, number>): number | string {
  const plain = numbers.has('y') ? '' : PLAIN;
  if (ofYear === 366 && !isLeapYear(year)) return `${plain}Invalid date 'DayOfYear 366' as '${year}' is not a leap year`;
  const days = daysFromCivil(year, 1, 1) + ofYear - 1;
  const { month, day } = civilFromDays(days);
  for (const [name, said, found] of [['MonthOfYear', numbers.get('M'), month], ['DayOfMonth', numbers.get('d'), day]] as const) {
    if (said === undefined || said === found) continue;
    const [first, second] = plain === '' ? [found, said] : [said, found];
    return `${plain}Conflict found: Field ${name} ${first} differs from ${name} ${second} derived from ${formatDate(days)}${plain === '' ? '' : '.'}`;
  }
  return days;
}

/** Marks what is said without the text in front of it. */
const PLAIN = '\0';

function hourOf(numbers: ReadonlyMap<string, number>): number {
  const hour = numbers.get('H');
  if (hour !== undefined) return hour;
  const clock = numbers.get('k');
  if (clock !== undefined) return clock % 24;
  const half = numbers.get('h');
  const ofHalf = half === undefined ? numbers.get('K') : half % 12;
  return (ofHalf ?? 0) + (numbers.get('a') === 1 ? 12 : 0);
}

function resolve(fields: Fields): ParsedMoment | string {
  const { numbers } = fields;
  for (const letter of numbers.has('g') ? 'khKHms' : 'MdDkhKHms') {
    const value = numbers.get(letter);
    const problem = value === undefined ? null : rangeProblem(letter, value);
    if (problem !== null) return problem;
  }
  const days = resolveDays(numbers);
  if (typeof days === 'string') return days;
  const seconds = hourOf(numbers) * 3600 + (numbers.get('m') ?? 0) * 60 + (numbers.get('s') ?? 0);
  return { days, microsOfDay: seconds * 1e6 + (numbers.get('S') ?? 0), zone: fields.zone };
}

const SHOWN_CHARS = 64;

/** A reader of texts by the elements of a pattern. */
export function momentParser(elements: readonly Element[]): (text: string) => ParsedMoment | ParseFailure {
  const steps = stepsOf(elements);
  return (text) => {
    const fields: Fields = { numbers: new Numbers(), zone: null };
    const end = run(steps, text, 0, fields);
    const shown = `Text '${text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}...` : text}' could not be parsed`;
    if (end < 0) return new ParseFailure(`${shown} at index ${-1 - end}`);
    if (end < text.length) return new ParseFailure(`${shown}, unparsed text found at index ${end}`);
    const moment = resolve(fields);
    if (typeof moment !== 'string') return moment;
    return new ParseFailure(moment.startsWith(PLAIN) ? moment.slice(PLAIN.length) : `${shown}: ${moment}`);
  };
}
