/** Interval literals: `INTERVAL 1 DAY 2 HOURS`, `INTERVAL '1-2' YEAR TO MONTH`, `INTERVAL '3 days'`. */
import type { SparkError } from '../core/index.ts';
import type { Expression, Origin } from '../plan/index.ts';
import { parseCalendarInterval, parseDayTimeInterval, parseYearMonthInterval } from '../types/index.ts';
import type { CalendarInterval, DayTimeField, DayTimeIntervalType, YearMonthIntervalType } from '../types/index.ts';
import { literal } from './build.ts';
import { parseError, placed } from './errors.ts';
import { intervalFault, intervalOverflow, rangeFault } from './interval-faults.ts';
import type { Parser } from './parser.ts';

const YEAR_MONTH = ['YEAR', 'MONTH'] as const;
const DAY_TIME = ['DAY', 'HOUR', 'MINUTE', 'SECOND'] as const;
/** Units that are stored in another field of the type. */
const STORED_AS: Readonly<Record<string, string>> = {
  WEEK: 'DAY',
  MILLISECOND: 'SECOND',
  MICROSECOND: 'SECOND',
  NANOSECOND: 'SECOND',
};
const UNITS: readonly string[] = [...YEAR_MONTH, ...DAY_TIME, ...Object.keys(STORED_AS)];

/** The unit that a word names, plural or not. */
function unitOf(word: string): string | undefined {
  const singular = word.endsWith('S') ? word.slice(0, -1) : word;
  return UNITS.includes(singular) ? singular : undefined;
}

type IntervalType = DayTimeIntervalType | YearMonthIntervalType;

/** The type that covers the units, or undefined where they belong to both kinds. */
function typeOfUnits(units: readonly string[]): IntervalType | undefined {
  const fields = units.map((u) => STORED_AS[u] ?? u);
  const months = YEAR_MONTH.filter((f) => fields.includes(f));
  const times = DAY_TIME.filter((f) => fields.includes(f));
  if (months.length > 0 && times.length > 0) return undefined;
  const used = months.length > 0 ? months : times;
  const start = (used[0] as string).toLowerCase();
  const end = (used.at(-1) as string).toLowerCase();
  if (months.length > 0) return { kind: 'yearmonth_interval', start: start as 'year', end: end as 'month' };
  return { kind: 'daytime_interval', start: start as DayTimeField, end: end as DayTimeField };
}

function ansiLiteral(p: Parser, value: CalendarInterval, units: readonly string[], from: number): Expression {
  const type = typeOfUnits(units);
  const origin = p.originFrom(from);
  if (type === undefined) {
    const written = p.sql.slice(origin.start, origin.stop);
    throw parseError(
      '_LEGACY_ERROR_TEMP_0029',
      null,
      { literal: written },
      `Years and months cannot stand in one interval with days and times: ${written}. Use make_interval() or add two intervals.`,
    );
  }
  if (type.kind === 'yearmonth_interval') return literal(type, value.months, origin);
  const micros = value.microseconds + BigInt(value.days) * 86_400_000_000n;
  if (BigInt.asIntN(64, micros) !== micros) throw intervalOverflow();
  return literal(type, micros, origin);
}

/** The value of `INTERVAL '1 day 2 hours'`; undefined if the text is no interval. `from` is the literal's first token. */
export function intervalFromText(p: Parser, text: string, from: number): Expression | undefined {
  const value = parseCalendarInterval(text);
  if (value === null) return undefined;
  const words = text.toUpperCase().match(/[A-Z]+/g) ?? [];
  const units = words.map(unitOf).filter((u) => u !== undefined);
  return ansiLiteral(p, value, units, from);
}

/** Whether INTERVAL here begins a literal: a number or string with a unit, or a string alone. */
export function startsInterval(p: Parser): boolean {
  if (!p.is('INTERVAL')) return false;
  const signed = p.isAny(['+', '-'], 1) ? 2 : 1;
  const { kind } = p.peek(signed);
  return kind === 'number' || kind === 'string';
}

interface Part {
  readonly value: string;
  readonly quoted: boolean;
  /** In upper case, singular. */
  readonly unit: string;
  /** As written. */
  readonly word: string;
  /** Behind TO. */
  readonly to?: string;
  /** Of the value's first token. */
  readonly from: number;
}

/** A value's sign counts in front of a string too, where the string may have one of its own. */
function signedValue(p: Parser): { readonly text: string; readonly quoted: boolean } {
  const sign = p.acceptAny(['+', '-']) === '-' ? '-' : '';
  const token = p.peek();
  if (token.kind === 'string') {
    const text = p.next().value;
    if (sign === '') return { text, quoted: true };
    return { text: text.trim().startsWith('-') ? text.trim().slice(1) : sign + text.trim(), quoted: true };
  }
  if (token.kind !== 'number' || !/^(?:\d+\.?\d*|\.\d+)$/.test(token.text)) p.fail();
  return { text: sign + p.next().text, quoted: false };
}

function unit(p: Parser): { readonly unit: string; readonly word: string } {
  const name = unitOf(p.peek().upper);
  if (name === undefined) p.fail();
  return { unit: name, word: p.next().text };
}

function part(p: Parser): Part {
  const from = p.index;
  const { text, quoted } = signedValue(p);
  const read = unit(p);
  const ranged = p.is('TO') && unitOf(p.peek(1).upper) !== undefined && p.accept('TO');
  return { value: text, quoted, ...read, from, ...(ranged ? { to: unit(p).unit } : {}) };
}

/** Raises where a string holds words beside its number. */
function checkNumber(p: Parser, { value, from }: Part): void {
  if (!/\p{L}/u.test(value)) return;
  throw placed(
    parseError('_LEGACY_ERROR_TEMP_0026', null, { value }, `'${value}' in front of a unit of an interval is no number.`),
    p.originFrom(from),
  );
}

/** `INTERVAL` with values and units. A string without a unit behind it is a typed literal, not this. */
export function intervalLiteral(p: Parser): Expression {
  const from = p.index;
  p.expect('INTERVAL');
  const first = part(p);
  const parts: Part[] = [first];
  while (startsPart(p)) parts.push(part(p));
  if (parts.some((each) => each.to !== undefined)) {
    if (parts.length > 1) {
      const error = parseError('_LEGACY_ERROR_TEMP_0024', null, {}, 'An interval from one unit to another is written alone, without further values.');
      throw placed(error, p.originFrom(from));
    }
    return rangeLiteral(p, first, from);
  }
  for (const each of parts) checkNumber(p, each);
  const value = parseCalendarInterval(parts.map((each) => `${each.value} ${each.unit.toLowerCase()}`).join(' '));
  if (value === null) throw intervalFault(parts.map((each) => ` ${each.value} ${each.word}`).join(''));
  return ansiLiteral(p, value, parts.map((each) => each.unit), from);
}

function startsPart(p: Parser): boolean {
  const signed = p.isAny(['+', '-']) ? 1 : 0;
  const { kind } = p.peek(signed);
  return (kind === 'number' || kind === 'string') && unitOf(p.peek(signed + 1).upper) !== undefined;
}

const FIELD_FORMS: Readonly<Record<string, string>> = { year: 'y', month: 'm', day: 'd', hour: 'h', minute: 'm', second: 's.n' };

/** INVALID_INTERVAL_FORMAT: the text has not the form that the fields ask for. */
function unmatched(text: string, type: IntervalType): SparkError {
  const [fields, intervalStr, condition] =
    type.kind === 'yearmonth_interval'
      ? ([['year', 'month'], 'year-month', 'UNMATCHED_FORMAT_STRING'] as const)
      : ([['day', 'hour', 'minute', 'second'], 'day-time', 'UNMATCHED_FORMAT_STRING_WITH_NOTICE'] as const);
  const all: readonly string[] = fields;
  const used = all.slice(all.indexOf(type.start), all.indexOf(type.end) + 1);
  const form = `[+|-]${used.map((f, i) => `${i === 0 ? '' : f === 'hour' ? ' ' : f === 'month' ? '-' : ':'}${FIELD_FORMS[f]}`).join('')}`;
  const words = `${type.start} to ${type.end}`;
  return parseError(
    `INVALID_INTERVAL_FORMAT.${condition}`,
    '22006',
    { input: text, intervalStr, typeName: `interval ${words}`, supportedFormat: `\`${form}\`, \`INTERVAL [+|-]'${form}' ${words.toUpperCase()}\`` },
    `'${text}' is no interval ${words}: that is written as ${form}.`,
  );
}

/** `'1-2' YEAR TO MONTH`, `'1 2:03:04' DAY TO SECOND`. */
function rangeLiteral(p: Parser, { value: text, quoted, unit: start, to = start, from: valueFrom }: Part, from: number): Expression {
  const type = typeOfUnits([start, to]);
  const origin: Origin = p.originFrom(from);
  const place = p.originFrom(valueFrom);
  if (!quoted) throw placed(parseError('_LEGACY_ERROR_TEMP_0027', null, {}, 'The value of an interval from one unit to another is a string.'), place);
  if (type === undefined || type.start !== start.toLowerCase() || type.end !== to.toLowerCase() || start === to) {
    const [first, last] = [start.toLowerCase(), to.toLowerCase()];
    throw placed(
      parseError('INVALID_INTERVAL_FORMAT.UNSUPPORTED_FROM_TO_EXPRESSION', '22006', { input: text, from: first, to: last }, `There are no intervals from ${first} to ${last}.`),
      place,
    );
  }
  const value = type.kind === 'yearmonth_interval' ? parseYearMonthInterval(text, type) : parseDayTimeInterval(text, type);
  if (value === null) throw rangeFault(text, type, place) ?? placed(unmatched(text, type), place);
  return literal(type, value, origin);
}
