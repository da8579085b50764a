/** The functions that + - * / become for dates, timestamps and intervals; none can be called by name. */
import {
  castMismatch,
  DateType,
  DayTimeIntervalType,
  DoubleType,
  isNumeric,
  isString,
  NullType,
  stringifier,
  StringType,
  timeZone,
  TimestampType,
  YearMonthIntervalType,
} from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { Vector } from '../../columnar/index.ts';
import type { ArgumentInfo, CallContext, ParameterSpec, ScalarFunction, Signature } from '../define.ts';
import { scalarFunction, unexpectedInput } from '../typing.ts';
import { isTimestamp } from './arithmetic-types.ts';
import { DATETIME } from './datetime-readings.ts';
import { momentsKernel } from './datetime-kernels.ts';
import { datePlusInterval, scaled, timestampPlusInterval } from './datetime-values.ts';
import { about, arithmeticOverflow } from './errors.ts';
import { operationOf } from './numbers.ts';
import type { Binary } from './numbers.ts';

const family = 'operator';
const TIMESTAMPS = '("(TIMESTAMP OR TIMESTAMP WITHOUT TIME ZONE)" or "(TIMESTAMP_LTZ(P) OR TIMESTAMP_NTZ(P) WITH P IN [7, 9])")';
const MOMENT: ParameterSpec = { name: 'start', accepts: ['datetime', 'string'] };
const LENGTH: ParameterSpec = { name: 'interval', accepts: ['interval'] };

function momentSignature(symbol: '+' | '-', args: readonly ArgumentInfo[]): Signature {
  const [l, r] = args as readonly [ArgumentInfo, ArgumentInfo];
  const interval = r.type.kind === 'null' ? DayTimeIntervalType : r.type;
  const nullable = l.nullable || r.nullable;
  if (l.type.kind === 'date') {
    return interval.kind === 'daytime_interval'
      ? { argTypes: [TimestampType, interval], returns: TimestampType, nullable }
      : { argTypes: [DateType, interval], returns: DateType, nullable };
  }
  if (isTimestamp(l.type)) return { argTypes: [l.type, interval], returns: l.type, nullable };
  if (isString(l.type)) return { argTypes: [TimestampType, interval], returns: StringType, nullable: true };
  // What is added to NULL is a timestamp, which Spark then casts to the type of NULL.
  if (l.type.kind === 'null') throw castMismatch(TimestampType, NullType, 'ansi', `"${l.sql} ${symbol} ${r.sql}"`);
  const shown = symbol === '+' ? r.sql : `(- ${r.sql})`;
  throw about(`${l.sql} + ${shown}`, unexpectedInput(symbol, args, 0, TIMESTAMPS));
}

function moments(ctx: CallContext, sign: 1 | -1): Binary {
  const [moment, interval] = ctx.argTypes as readonly [DataType, DataType];
  if (moment.kind === 'date') return datePlusInterval(interval, sign, ctx.ansi);
  const add = timestampPlusInterval(ctx, sign);
  if (ctx.returnType.kind !== 'string') return add;
  const text = stringifier(TimestampType, timeZone(ctx.sessionTimeZone));
  return (a, b) => text(add(a, b));
}

function moment(name: string, symbol: '+' | '-'): ScalarFunction {
  return scalarFunction({
    name,
    ...(symbol === '-' ? { constancy: 'late' } : {}),
    family,
    since: '1.0.0',
    internal: true,
    sqlOnly: true,
    params: [MOMENT, LENGTH],
    signature: (args) => momentSignature(symbol, args),
    sql: ([a, b]) => `${a} ${symbol} ${b}`,
    doc: `A date or timestamp ${symbol === '+' ? 'plus' : 'less'} an interval.`,
    examples: [[`TIMESTAMP '2024-01-31 10:00:00' ${symbol} INTERVAL '1' MONTH`, symbol === '+' ? '2024-02-29 10:00:00' : '2023-12-31 10:00:00']],
    row: ([a, b], ctx) => operationOf(ctx, () => moments(ctx, symbol === '+' ? 1 : -1))(a as Value, b as Value),
    batch: ([v], n, ctx, valid) => momentsKernel(v as Vector, n, symbol === '+' ? 1 : -1, ctx, valid),
  });
}

const MICROS_PER_DAY = 86_400_000_000n;

function daysOf(interval: bigint, symbol: '+' | '-'): number {
  const count = Number(interval / MICROS_PER_DAY);
  if ((count | 0) !== count) throw arithmeticOverflow();
  return symbol === '+' ? count : -count;
}

function days(name: string, symbol: '+' | '-'): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since: '3.3.0',
    internal: true,
    sqlOnly: true,
    params: [MOMENT, LENGTH],
    signature: (args) => ({ argTypes: [DateType, (args[1] as ArgumentInfo).type], returns: DateType }),
    sql: ([a, b]) => `date_add(${a}, ${symbol === '+' ? `extractansiintervaldays(${b})` : `(- extractansiintervaldays(${b}))`})`,
    doc: `A date ${symbol === '+' ? 'plus' : 'less'} the days of an interval.`,
    examples: [[`DATE '2024-01-31' ${symbol} INTERVAL '1' DAY`, symbol === '+' ? '2024-02-01' : '2024-01-30']],
    row: ([date, interval]) => ((date as number) + daysOf(interval as bigint, symbol)) | 0,
    batch: ([v], n, ctx) => {
      if (v?.layout !== 'int' || typeof ctx.literals[1] !== 'bigint') return undefined;
      const count = daysOf(ctx.literals[1], symbol);
      const data = new Int32Array(n);
      for (let i = 0; i < n; i++) data[i] = (v.data[i] as number) + count;
      return { ...v, validity: null, data };
    },
  });
}

function scalingSignature(name: string, symbol: '*' | '/', args: readonly ArgumentInfo[]): Signature {
  const [interval, number] = args as readonly [ArgumentInfo, ArgumentInfo];
  const calendar = interval.type.kind === 'calendar_interval';
  const asText = isString(number.type) || number.type.kind === 'null';
  if (!isNumeric(number.type) && !asText) {
    const error = unexpectedInput(name, args, 1, calendar ? '"DOUBLE"' : '"NUMERIC"');
    throw calendar ? error : about(`(${interval.sql} ${symbol} ${number.sql})`, error);
  }
  const by = asText || calendar ? DoubleType : number.type;
  const returns = calendar ? interval.type : interval.type.kind === 'daytime_interval' ? DayTimeIntervalType : YearMonthIntervalType;
  return { argTypes: [interval.type, by], returns, nullable: calendar || interval.nullable || number.nullable || asText };
}

function scaling(name: string, symbol: '*' | '/', calendar: boolean): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since: '3.2.0',
    internal: true,
    sqlOnly: true,
    params: [LENGTH, { name: 'number', accepts: ['numeric'] }],
    signature: (args) => scalingSignature(name, symbol, args),
    ...(calendar ? {} : { sql: ([a, b]: readonly string[]) => `(${a} ${symbol} ${b})` }),
    doc: `An interval ${symbol === '*' ? 'times' : 'divided by'} a number.`,
    examples: [
      calendar
        ? [`make_interval(2) ${symbol} 2`, symbol === '*' ? '4 years' : '1 years']
        : [`INTERVAL '3' DAY ${symbol} 2`, symbol === '*' ? "INTERVAL '6 00:00:00' DAY TO SECOND" : "INTERVAL '1 12:00:00' DAY TO SECOND"],
    ],
    row: ([a, b], ctx) => operationOf(ctx, () => scaled(symbol, ctx))(a as Value, b as Value),
  });
}

export const datetimeOperators: readonly ScalarFunction[] = [
  moment(DATETIME.add, '+'),
  moment(DATETIME.subtract, '-'),
  days(DATETIME.addDays, '+'),
  days(DATETIME.subtractDays, '-'),
  scaling(DATETIME.scale['*'], '*', false),
  scaling(DATETIME.scale['/'], '/', false),
  scaling(DATETIME.scaleCalendar['*'], '*', true),
  scaling(DATETIME.scaleCalendar['/'], '/', true),
];
