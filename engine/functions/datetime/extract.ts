/** `extract(field FROM source)` and `date_part(field, source)`, of datetimes and of intervals. */
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import {
  ByteType,
  type CalendarInterval,
  Decimal,
  decimalType,
  DoubleType,
  IntegerType,
  isoDayOfWeek,
  isString,
  isoWeek,
  LongType,
  parseName,
  quoteParts,
  StringType,
  toLocalMicros,
} from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { scalarFunction } from '../typing.ts';
import { clockOf, parts } from './parts.ts';
import { anyTimestamp, date, splitLocal } from './rules.ts';
import type { Rule } from '../typed.ts';

const SECONDS = decimalType(8, 6);

/** All spellings of each field. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  year: ['YEAR', 'Y', 'YEARS', 'YR', 'YRS'],
  yearofweek: ['YEAROFWEEK'],
  quarter: ['QUARTER', 'QTR'],
  month: ['MONTH', 'MON', 'MONS', 'MONTHS'],
  weekofyear: ['WEEK', 'W', 'WEEKS'],
  day: ['DAY', 'D', 'DAYS'],
  dayofweek: ['DAYOFWEEK', 'DOW'],
  isodow: ['DAYOFWEEK_ISO', 'DOW_ISO'],
  dayofyear: ['DOY'],
  hour: ['HOUR', 'H', 'HOURS', 'HR', 'HRS'],
  minute: ['MINUTE', 'M', 'MIN', 'MINS', 'MINUTES'],
  second: ['SECOND', 'S', 'SEC', 'SECONDS', 'SECS'],
};
const FIELD_OF: ReadonlyMap<string, string> = new Map(Object.entries(SPELLINGS).flatMap(([field, all]) => all.map((s): [string, string] => [s, field])));

type Make = (v: Value, ctx: CallContext) => Value;
interface Field {
  readonly takes: Rule;
  readonly returns: DataType;
  readonly make: Make;
  /** The name under which errors show the call. */
  readonly shown: string;
}

function ofDate(shown: string, f: (days: number) => number): Field {
  return { takes: date, returns: IntegerType, make: (v) => f(v as number), shown };
}

const SOURCES = new WeakMap<CallContext, CallContext>();

/** The call as the function sees it that has the source as its only argument: its type tells which clock counts. */
function ofSource(ctx: CallContext): CallContext {
  let inner = SOURCES.get(ctx);
  if (inner === undefined) {
    inner = { ...ctx, argTypes: ctx.argTypes.slice(1) };
    SOURCES.set(ctx, inner);
  }
  return inner;
}

/** The fields that functions of their own give. */
const OWN: ReadonlyMap<string, Field> = new Map(
  parts.map((p): [string, Field] => [
    p.name,
    { takes: ['hour', 'minute', 'second'].includes(p.name) ? anyTimestamp : date, returns: IntegerType, make: (v, ctx) => p.row([v], ofSource(ctx)), shown: p.name },
  ]),
);

const secondWithFraction: Field = {
  takes: anyTimestamp,
  returns: SECONDS,
  make: (v, ctx) => {
    const { micros } = splitLocal(toLocalMicros(v as bigint, clockOf(ctx.argTypes[1], ctx)));
    return new Decimal(BigInt(micros % 60_000_000), 6);
  },
  shown: 'secondwithfraction',
};

function datetimeField(field: string): Field | undefined {
  switch (field) {
    case 'yearofweek':
      return ofDate('yearofweek', (d) => isoWeek(d).year);
    case 'isodow':
      return ofDate('weekday', isoDayOfWeek);
    case 'second':
      return secondWithFraction;
    case 'day':
      return OWN.get('dayofmonth');
    default:
      return OWN.get(field);
  }
}

const asIs: Rule = (_name, args, i) => (args[i] as ArgumentInfo).type;
const MICROS: Readonly<Record<string, bigint>> = { day: 86_400_000_000n, hour: 3_600_000_000n, minute: 60_000_000n, second: 1_000_000n };
const HOURS_OF_DAY: Readonly<Record<string, bigint>> = { hour: 24n, minute: 60n };

function timeField(field: string, hours: bigint | null): (micros: bigint) => Value {
  if (field === 'second') return (m) => new Decimal(m % 60_000_000n, 6);
  const unit = MICROS[field] as bigint;
  const limit = field === 'hour' ? hours : (HOURS_OF_DAY[field] ?? null);
  return (m) => Number(limit === null ? m / unit : (m / unit) % limit);
}

const YEAR_MONTH: readonly string[] = ['year', 'month'];
const DAY_TIME: readonly string[] = ['day', 'hour', 'minute', 'second'];

/** Whether an interval from the one field to the other has the field. */
function within(fields: readonly string[], field: string, start: string, end: string): boolean {
  const at = fields.indexOf(field);
  return at >= 0 && at >= fields.indexOf(start) && at <= fields.indexOf(end);
}

function intervalField(field: string, type: DataType): Field | undefined {
  const made = (returns: DataType, make: Make): Field => ({ takes: asIs, returns, make, shown: 'extract' });
  switch (type.kind) {
    case 'yearmonth_interval':
      if (!within(YEAR_MONTH, field, type.start, type.end)) return undefined;
      if (field === 'year') return made(IntegerType, (v) => Math.trunc((v as number) / 12));
      return field === 'month' ? made(ByteType, (v) => (v as number) % 12) : undefined;
    case 'daytime_interval': {
      if (!within(DAY_TIME, field, type.start, type.end)) return undefined;
      const f = timeField(field, 24n);
      return made(field === 'day' ? IntegerType : field === 'second' ? SECONDS : ByteType, (v) => f(v as bigint));
    }
    default:
      return calendarField(field, made);
  }
}

function calendarField(field: string, made: (returns: DataType, make: Make) => Field): Field | undefined {
  const part = (f: (v: CalendarInterval) => Value): Make => (v) => f(v as CalendarInterval);
  switch (field) {
    case 'year':
      return made(IntegerType, part((v) => Math.trunc(v.months / 12)));
    case 'month':
      return made(ByteType, part((v) => v.months % 12));
    case 'day':
      return made(IntegerType, part((v) => v.days));
    case 'hour':
    case 'minute':
    case 'second': {
      const f = timeField(field, 24n);
      return made(field === 'second' ? SECONDS : ByteType, part((v) => f(v.microseconds % MICROS_IN_DAY)));
    }
    default:
      return undefined;
  }
}
const MICROS_IN_DAY = 86_400_000_000n;

/** Of a time of day, given in nanoseconds. */
function fieldOfTime(field: string): Field | undefined {
  if (field !== 'hour' && field !== 'minute' && field !== 'second') return undefined;
  const f = timeField(field, 24n);
  return { takes: asIs, returns: field === 'second' ? SECONDS : IntegerType, make: (v) => f((v as bigint) / 1000n), shown: 'extract' };
}

function fieldOf(spelled: string, type: DataType): Field | undefined {
  const field = FIELD_OF.get(spelled.toUpperCase());
  if (field === undefined) return undefined;
  if (type.kind === 'time') return fieldOfTime(field);
  const interval = type.kind === 'yearmonth_interval' || type.kind === 'daytime_interval' || type.kind === 'calendar_interval';
  return interval ? intervalField(field, type) : datetimeField(field);
}

function signatureOf(name: string, args: readonly ArgumentInfo[], { conf }: SignatureContext): Signature {
  const [field, source] = args as readonly [ArgumentInfo, ArgumentInfo];
  if (field.failure !== undefined && isString(field.type)) throw field.failure;
  if (!field.foldable || (!isString(field.type) && field.type.kind !== 'null')) {
    throw analysisError(
      'NON_FOLDABLE_ARGUMENT',
      '42K08',
      { funcName: `\`${name}\``, paramName: '`field`', paramType: '"STRING"' },
      `${name} needs a constant for the field, and ${field.sql} is not one.`,
    );
  }
  if (typeof field.literal !== 'string') return { argTypes: args.map((a) => a.type), returns: DoubleType, nullable: true };
  const found = fieldOf(field.literal, source.type);
  if (found === undefined) {
    throw analysisError(
      'INVALID_EXTRACT_FIELD',
      '42601',
      { field: quoteParts(parseName(field.literal)), expr: `"${source.sql}"` },
      `${source.sql} has no field ${field.literal}.`,
    );
  }
  if (source.type.kind === 'time' && conf?.('spark.sql.timeType.enabled') === 'false') throw timeIsOff();
  const types = { argTypes: [StringType, found.takes(found.shown, [source], 0)], returns: found.returns };
  return source.type.kind === 'time' ? { ...types, nullable: true } : types;
}

/** Functions of times of day need the type switched on, though its values can be written. */
function timeIsOff(): SparkError {
  return analysisError('UNSUPPORTED_TIME_TYPE', '0A000', {}, 'The type TIME is switched off: set spark.sql.timeType.enabled to true.');
}

const FIELDS = new WeakMap<CallContext, Field>();

/** The field is a constant, so each call site looks it up once. */
function extracted(spelled: string, v: Value, ctx: CallContext): Value {
  let field = FIELDS.get(ctx);
  if (field === undefined) {
    field = fieldOf(spelled, ctx.argTypes[1] ?? LongType) as Field;
    FIELDS.set(ctx, field);
  }
  return field.make(v, ctx);
}

function declare(name: string, since: string, sql: (args: readonly string[]) => string): ScalarFunction {
  return scalarFunction({
    name,
    constancy: 'late',
    family: 'datetime',
    since,
    params: [
      { name: 'field', accepts: ['string'], literal: true },
      { name: 'source', accepts: ['datetime', 'interval'] },
    ],
    signature: (args, ctx) => signatureOf(name, args, ctx),
    sql,
    doc: 'A field of a date, a timestamp or an interval: year, quarter, month, week, day, dayofweek, doy, hour, minute, second and their short forms.',
    examples:
      name === 'extract'
        ? [["extract(YEAR FROM TIMESTAMP'2019-08-12 01:00:00.123456')", '2019']]
        : [[`${name}('year', TIMESTAMP'2019-08-12 01:00:00.123456')`, '2019'], [`${name}('seconds', TIMESTAMP'2019-10-01 00:00:01.000001')`, '1.000001']],
    row: ([field, v], ctx) => extracted(field as string, v as Value, ctx),
  });
}

export const extracts: readonly ScalarFunction[] = [
  declare('date_part', '3.0.0', (args) => `date_part(${args.join(', ')})`),
  declare('datepart', '3.4.0', (args) => `datepart(${args.join(' FROM ')})`),
  declare('extract', '3.0.0', (args) => `extract(${args.join(' FROM ')})`),
];
