/** What + - * / mean where a date, a timestamp or an interval takes part. */
import { isAnsiInterval, isString } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import type { ArgumentInfo, Reading } from '../define.ts';
import { unexpectedInput } from '../typing.ts';
import { isDayInterval, isInterval, isTimestamp } from './arithmetic-types.ts';
import type { ArithmeticOperator } from './numbers.ts';

/** The functions of this folder that stand for these forms. */
export const DATETIME = {
  add: 'add_interval',
  subtract: 'subtract_interval',
  addDays: 'add_days_of_interval',
  subtractDays: 'subtract_days_of_interval',
  scale: { '*': 'scale_interval', '/': 'divide_ansi_interval' },
  scaleCalendar: { '*': 'multiply_interval', '/': 'divide_interval' },
} as const;
/** And of the folder `time`. */
const TIMES = { addInterval: 'time_add_interval', subtractInterval: 'time_subtract_interval', subtract: 'subtract_times' } as const;
export const DATE_DAYS = { '+': 'date_add', '-': 'date_sub' } as const;

function call(name: string, ...args: readonly number[]): Reading {
  return { kind: 'call', name, args };
}

/** Intervals with intervals: no datetime takes part, but for a year-month interval beside a day-time one, which Spark takes for a timestamp. */
function ofIntervals(left: DataType, right: DataType): Reading | undefined {
  if (left.kind === right.kind || left.kind === 'null' || right.kind === 'null') return undefined;
  return right.kind === 'yearmonth_interval' ? call(DATETIME.add, 1, 0) : call(DATETIME.add, 0, 1);
}

/** Only a date or a timestamp goes with an interval of months; one of days and seconds makes all else a timestamp. */
function goesWith(other: DataType, interval: DataType): boolean {
  return interval.kind !== 'yearmonth_interval' || other.kind === 'date' || isTimestamp(other);
}

function addition(args: readonly ArgumentInfo[], ansi: boolean): Reading | undefined {
  const [left, right] = args.map((a) => a.type) as [DataType, DataType];
  if (isInterval(left) && isInterval(right)) return ofIntervals(left, right);
  if (isInterval(right)) {
    if ((left.kind === 'null' && isAnsiInterval(right)) || !goesWith(left, right)) return undefined;
    return left.kind === 'date' && isDayInterval(right) ? call(DATETIME.addDays, 0, 1) : call(DATETIME.add, 0, 1);
  }
  if (isInterval(left)) {
    if ((right.kind === 'null' && isAnsiInterval(left)) || !goesWith(right, left)) return undefined;
    return right.kind === 'date' && isDayInterval(left) ? call(DATETIME.addDays, 1, 0) : call(DATETIME.add, 1, 0);
  }
  if (right.kind === 'null' && (left.kind === 'date' || isTimestamp(left))) return call(DATETIME.add, 0, 1);
  if (left.kind === 'null' && (right.kind === 'date' || isTimestamp(right))) return call(DATETIME.add, 1, 0);
  if (left.kind !== 'date' && right.kind !== 'date') return undefined;
  if (isString(left) || isString(right)) throw textBesideDate('date_add', args, isString(left) ? 0 : 1, ansi);
  return left.kind === 'date' ? call(DATE_DAYS['+'], 0, 1) : call(DATE_DAYS['+'], 1, 0);
}

/** A text beside a date becomes a date, of which no days can be added; without ANSI mode it becomes a number with a fraction. */
function textBesideDate(name: string, args: readonly ArgumentInfo[], text: 0 | 1, ansi: boolean): Error {
  const other = args[1 - text] as ArgumentInfo;
  const read: ArgumentInfo = { ...(args[text] as ArgumentInfo), type: { kind: ansi ? 'date' : 'double' } };
  const shown = text === 0 && ansi ? [read, other] : [other, read];
  return unexpectedInput(name, shown, 1, '("INT" or "SMALLINT" or "TINYINT")');
}

function subtraction(args: readonly ArgumentInfo[], ansi: boolean): Reading | undefined {
  const [left, right] = args.map((a) => a.type) as [DataType, DataType];
  if (isInterval(left) && isInterval(right)) {
    return left.kind === right.kind || !goesWith(left, right) ? undefined : call(DATETIME.subtract, 0, 1);
  }
  if (isInterval(right)) {
    if ((left.kind === 'null' && isAnsiInterval(right)) || !goesWith(left, right)) return undefined;
    return left.kind === 'date' && isDayInterval(right) ? call(DATETIME.subtractDays, 0, 1) : call(DATETIME.subtract, 0, 1);
  }
  if (left.kind === 'date' && isString(right) && !ansi) throw textBesideDate('date_sub', args, 1, ansi);
  const plain = isTimestamp(right) || right.kind === 'date' || isString(right) || right.kind === 'null';
  return left.kind === 'date' && !plain ? call(DATE_DAYS['-'], 0, 1) : undefined;
}

/** Sums and differences of times of day: only intervals of days to seconds, and other times, go with them. */
function ofTimes(op: '+' | '-', left: DataType, right: DataType): Reading | undefined {
  if (op === '-' && left.kind === 'time' && right.kind === 'time') return call(TIMES.subtract, 0, 1);
  if (left.kind === 'time' && right.kind === 'daytime_interval') return call(op === '+' ? TIMES.addInterval : TIMES.subtractInterval, 0, 1);
  return op === '+' && right.kind === 'time' && left.kind === 'daytime_interval' ? call(TIMES.addInterval, 1, 0) : undefined;
}

/** Sums and differences of dates, timestamps, times and intervals. */
export function readAsDatetime(op: '+' | '-', args: readonly ArgumentInfo[], ansi: boolean): Reading | undefined {
  const [left, right] = args.map((a) => a.type) as [DataType, DataType];
  if (left.kind === 'time' || right.kind === 'time') return ofTimes(op, left, right);
  return op === '+' ? addition(args, ansi) : subtraction(args, ansi);
}

/** Intervals times or by numbers. */
export function readAsScaling(op: '*' | '/', args: readonly ArgumentInfo[]): Reading | undefined {
  const [left, right] = args.map((a) => a.type) as [DataType, DataType];
  const name = (t: DataType): string => (isAnsiInterval(t) ? DATETIME.scale[op] : DATETIME.scaleCalendar[op]);
  if (op === '/') return isInterval(left) ? call(name(left), 0, 1) : undefined;
  // Of two intervals, which cannot be multiplied, Spark takes one for the number.
  const kinds = ['calendar_interval', 'yearmonth_interval', 'daytime_interval'];
  const kind = kinds.find((k) => left.kind === k || right.kind === k);
  if (kind === undefined) return undefined;
  return left.kind === kind ? call(name(left), 0, 1) : call(name(right), 1, 0);
}

export function readingOf(op: ArithmeticOperator, args: readonly ArgumentInfo[], ansi = true): Reading | undefined {
  if (op === '+' || op === '-') return readAsDatetime(op, args, ansi);
  return op === '*' || op === '/' ? readAsScaling(op, args) : undefined;
}
