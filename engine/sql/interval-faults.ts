/** Why a text that looks like an interval is none: Spark's conditions for each reason. */
import { SparkError } from '../core/index.ts';
import type { Origin } from '../plan/index.ts';
import type { DayTimeField, DayTimeIntervalType, YearMonthIntervalType } from '../types/index.ts';
import { parseError, placed } from './errors.ts';

/** The value fits months, days and microseconds, but not one count of microseconds. */
export function intervalOverflow(): SparkError {
  return new SparkError({
    errorClass: 'ArithmeticException',
    condition: 'INTERVAL_ARITHMETIC_OVERFLOW.WITHOUT_SUGGESTION',
    sqlState: '22015',
    parameters: {},
    sentence: 'The interval is longer than its type can hold.',
  });
}

const UNITS: ReadonlySet<string> = new Set(['year', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond', 'microsecond']);
const FRACTION_DIGITS = 9;
/** One value and its unit; where the number is ill-formed, group 2 stops short of it. */
const STEP = /\s*([+-]?)\s*(\d*(?:\.(\d*))?)(\S*)(?:\s+(\S+))?/y;

function format(kind: string, parameters: Readonly<Record<string, string>>, sentence: string): SparkError {
  return new SparkError({ errorClass: 'IllegalArgumentException', condition: `INVALID_INTERVAL_FORMAT.${kind}`, sqlState: '22006', parameters, sentence });
}

/** The first thing that is wrong with values and units; `input` as Spark puts them together. */
export function intervalFault(input: string): SparkError {
  const text = input.toLowerCase();
  STEP.lastIndex = 0;
  while (text.slice(STEP.lastIndex).trim() !== '') {
    const [, sign = '', number = '', fraction, rest = '', unit = ''] = STEP.exec(text) as RegExpExecArray;
    const word = /\s/.test(text[STEP.lastIndex - unit.length - rest.length - 1] ?? '') || sign === '' ? number + rest : sign + number + rest;
    if (number === '' && sign === '') return format('UNRECOGNIZED_NUMBER', { input, number: rest }, `'${rest}' is no number.`);
    if (number === '' || number === '.' || rest !== '') return format('INVALID_VALUE', { input, value: valueAt(text, word) }, `'${word}' is no number of an interval.`);
    if ((fraction ?? '').length > FRACTION_DIGITS) return format('INVALID_PRECISION', { input, value: word }, `${word} has more than ${FRACTION_DIGITS} digits behind the point.`);
    const singular = unit.replace(/s$/, '');
    if (!UNITS.has(singular)) return format('INVALID_UNIT', { input, unit }, `An interval has no unit ${unit}.`);
    if (fraction !== undefined && singular !== 'second') return format('INVALID_FRACTION', { input, unit }, `Only seconds can have a fraction, not ${unit}.`);
  }
  return format('ARITHMETIC_EXCEPTION', { input }, 'The interval is longer than its type can hold.');
}

/** The word of the text in which a part of it stands. */
function valueAt(text: string, part: string): string {
  return text.split(/\s+/).find((w) => w.endsWith(part) && part !== '') ?? part;
}

const LEADING_LIMIT: Readonly<Record<DayTimeField, bigint>> = { day: 106_751_991n, hour: 2_562_047_788n, minute: 153_722_867_280n, second: 9_223_372_036_854n };
const FIELDS: readonly DayTimeField[] = ['day', 'hour', 'minute', 'second'];
const FIELD_LIMIT: Readonly<Record<DayTimeField, bigint>> = { day: 106_751_991n, hour: 23n, minute: 59n, second: 59n };

/** Of `'…' unit TO unit` with a text of the right form whose numbers are too large; undefined where the form is wrong. */
export function rangeFault(text: string, type: DayTimeIntervalType | YearMonthIntervalType, place: Origin): SparkError | undefined {
  if (type.kind === 'yearmonth_interval') {
    if (!/^[+-]?\d+-\d+$/.test(text.trim())) return undefined;
    const parameters = { input: text, interval: 'year-month' };
    return placed(parseError('INVALID_INTERVAL_FORMAT.INTERVAL_PARSING', '22006', parameters, `'${text}' is longer than an interval of years and months can be.`), place);
  }
  const used = FIELDS.slice(FIELDS.indexOf(type.start), FIELDS.indexOf(type.end) + 1);
  const form = used.map((f, i) => (i === 0 ? '' : f === 'hour' ? ' ' : ':') + (i === 0 ? String.raw`(\d+)` : String.raw`(\d{1,2})`)).join('');
  const m = new RegExp(String.raw`^[+-]?${form}(?:\.\d{1,9})?$`).exec(text.trim());
  if (m === null) return undefined;
  const tooLarge = used.some((f, i) => BigInt(m[i + 1] as string) > (i === 0 ? LEADING_LIMIT : FIELD_LIMIT)[f]);
  if (tooLarge) return placed(parseError('_LEGACY_ERROR_TEMP_0063', null, {}, `A field of '${text}' is larger than it can be.`), place);
  return new SparkError({ errorClass: 'ArithmeticException', condition: null, sqlState: null, parameters: {}, sentence: `'${text}' is longer than an interval can be.` });
}
