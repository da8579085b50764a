/** Literals: numbers with their suffixes, strings, and typed ones such as `DATE '2024-01-01'`. */
import { SparkError, unsupported } from '../core/index.ts';
import type { Expression, Origin } from '../plan/index.ts';
import {
  BinaryType,
  DateType,
  Decimal,
  decimalType,
  digitCount,
  findTimeZone,
  fractionDigits,
  parseDate,
  parseDecimal,
  parseTime,
  parseTimestamp,
  parseTimestampNtz,
  parseTimestampParts,
  timeType,
  timeZone,
  TimestampNTZType,
  TimestampType,
} from '../types/index.ts';
import type { DataType } from '../types/index.ts';
import { call, literal, textLiteral } from './build.ts';
import { parseError, placed } from './errors.ts';
import { intervalFromText } from './intervals.ts';
import type { Parser } from './parser.ts';

const INTEGRAL_SUFFIXES = {
  L: { json: 'long', name: 'bigint', bits: 64 },
  S: { json: 'short', name: 'smallint', bits: 16 },
  Y: { json: 'byte', name: 'tinyint', bits: 8 },
} as const;
const FLOAT_MAX = 3.4028234663852886e38;
const MAX_DECIMAL_DIGITS = 38;

/** A number token, read with the minus in front of it if there was one. */
export function numberLiteral(text: string, negative: boolean, origin: Origin): Expression {
  const upper = text.toUpperCase();
  const sign = negative ? '-' : '';
  const suffix = upper.slice(-1);
  if (suffix === 'L' || suffix === 'S' || suffix === 'Y') {
    return integralLiteral(sign + upper.slice(0, -1), INTEGRAL_SUFFIXES[suffix], origin);
  }
  if (upper.endsWith('BD')) return decimalLiteral(sign + upper.slice(0, -2), 'ParseException', origin);
  if (suffix === 'D') return floatingLiteral(sign + text.slice(0, -1), 'double', origin);
  if (suffix === 'F') return floatingLiteral(sign + text.slice(0, -1), 'float', origin);
  if (/^\d+$/.test(upper)) return wholeLiteral(BigInt(sign + upper), origin);
  if (upper.includes('E')) return floatingLiteral(sign + text, 'double', origin);
  return decimalLiteral(sign + upper, 'ArithmeticException', origin);
}

/** A whole number without suffix: int if it fits, else bigint, else decimal. */
function wholeLiteral(value: bigint, origin: Origin): Expression {
  if (BigInt.asIntN(32, value) === value) return { type: 'Literal', dataType: 'integer', value: Number(value), origin };
  if (BigInt.asIntN(64, value) === value) return { type: 'Literal', dataType: 'long', value: wireLong(value), origin };
  return decimalLiteral(value.toString(), 'ArithmeticException', origin);
}

function wireLong(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

function integralLiteral(
  text: string,
  kind: (typeof INTEGRAL_SUFFIXES)[keyof typeof INTEGRAL_SUFFIXES],
  origin: Origin,
): Expression {
  const value = BigInt(text);
  if (BigInt.asIntN(kind.bits, value) !== value) {
    const limit = 2n ** BigInt(kind.bits - 1);
    throw placed(outOfRange(text, (-limit).toString(), (limit - 1n).toString(), kind.name), origin);
  }
  return { type: 'Literal', dataType: kind.json, value: wireLong(value), origin };
}

function outOfRange(text: string, minValue: string, maxValue: string, typeName: string): SparkError {
  return parseError(
    'INVALID_NUMERIC_LITERAL_RANGE',
    '22003',
    { rawStrippedQualifier: text, minValue, maxValue, typeName },
    `${text} is no ${typeName}: those go from ${minValue} to ${maxValue}.`,
  );
}

function floatingLiteral(text: string, type: 'double' | 'float', origin: Origin): Expression {
  const value = Number(text);
  const limit = type === 'float' ? FLOAT_MAX : Number.MAX_VALUE;
  if (Math.abs(value) > limit) {
    const shown = type === 'float' ? '3.4028234663852886E+38' : '1.7976931348623157E+308';
    throw placed(outOfRange(text, `-${shown}`, shown, type), origin);
  }
  const stored = type === 'float' ? Math.fround(value) : value;
  return { type: 'Literal', dataType: type, value: Object.is(stored, -0) ? '-0.0' : stored, origin };
}

function decimalLiteral(text: string, errorClass: 'ParseException' | 'ArithmeticException', origin: Origin): Expression {
  const parsed = parseDecimal(text) as Decimal;
  const value = parsed.scale < 0 ? new Decimal(parsed.unscaled * 10n ** BigInt(-parsed.scale), 0) : parsed;
  const precision = Math.max(digitCount(value.unscaled), digitCount(parsed.unscaled) - Math.min(parsed.scale, 0), value.scale, 1);
  if (precision > MAX_DECIMAL_DIGITS) {
    throw new SparkError({
      errorClass,
      condition: 'DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION',
      sqlState: '22003',
      parameters: { precision: String(precision), maxPrecision: String(MAX_DECIMAL_DIGITS) },
      sentence: `${text} has ${precision} digits; a decimal has at most ${MAX_DECIMAL_DIGITS}.`,
    });
  }
  return literal(decimalType(precision, value.scale), value, origin);
}

/** One or more string tokens in a row, which are one string. */
export function stringLiteral(p: Parser): Expression {
  const from = p.index;
  let value = p.string();
  while (p.peek().kind === 'string') value += p.string();
  return textLiteral(value, p.originFrom(from));
}

function invalidTyped(valueType: string, value: string): SparkError {
  return parseError(
    'INVALID_TYPED_LITERAL',
    '42604',
    { valueType: `"${valueType}"`, value: `'${value}'` },
    `'${value}' cannot be read as a literal of type ${valueType}.`,
  );
}

const DEFAULT_TIME_DIGITS = 6;
const MAX_TIME_DIGITS = 9;

/** The word that stands for a moment. A time zone behind it changes nothing; `now` has none. */
function specialWord(text: string): string | undefined {
  const [, word = '', zone] = /^(epoch|now|today|tomorrow|yesterday)(?:\s+(\S.*))?$/is.exec(text.trim()) ?? [];
  const fits = zone === undefined || (word.toLowerCase() !== 'now' && findTimeZone(zone) !== null);
  return word !== '' && fits ? word.toLowerCase() : undefined;
}

function isEpoch(text: string): boolean {
  return specialWord(text) === 'epoch';
}

const today: Expression = call('current_date', []);
const DAYS: Readonly<Record<string, Expression>> = {
  now: today,
  today,
  tomorrow: call('date_add', [today, { type: 'Literal', dataType: 'integer', value: 1 }]),
  yesterday: call('date_sub', [today, { type: 'Literal', dataType: 'integer', value: 1 }]),
};

/** `now`, `today`, `tomorrow`, `yesterday`, by the clock at the time of reading; undefined where the text is another. */
function movingLiteral(p: Parser, name: string, text: string, type: DataType, origin: Origin): Expression | undefined {
  const word = specialWord(text);
  const day = word === undefined ? undefined : DAYS[word];
  if (day === undefined) return undefined;
  const moment = word === 'now' && type.kind !== 'date' ? call('current_timestamp', []) : day;
  const read = p.options.constant?.({ type: 'Cast', expr: moment, toType: type.kind });
  if (read === undefined) throw unsupported(`${name} '${text}'`, 'Use current_date() or current_timestamp().');
  return literal(type, read.value, origin);
}

/** A time without a date is one of the day on which it is read. */
function timeOfToday(p: Parser, text: string, origin: Origin): Expression {
  const read = p.options.constant?.({ type: 'Cast', expr: { type: 'Literal', dataType: 'string', value: text }, toType: 'timestamp' });
  if (read === undefined) throw unsupported(`TIMESTAMP '${text}', a time without a date`, 'Write the date before it.');
  return literal(TimestampType, read.value, origin);
}

/** A text that names a zone is of a moment, whatever TIMESTAMP means else. */
function timestampLiteral(p: Parser, name: string, text: string, origin: Origin): Expression {
  const type = name === 'TIMESTAMP_NTZ' || (name === 'TIMESTAMP' && p.options.timestampType?.kind === 'timestamp_ntz') ? TimestampNTZType : TimestampType;
  const moving = movingLiteral(p, name, text, type, origin);
  if (moving !== undefined) return moving;
  const epoch = isEpoch(text);
  const parts = epoch ? null : parseTimestampParts(text);
  const hasZone = parts !== null && parts.zone !== null;
  if (type === TimestampNTZType && !(hasZone && name === 'TIMESTAMP')) {
    const local = epoch ? 0n : parts === null || hasZone ? null : parseTimestampNtz(text);
    if (local === null) throw placed(invalidTyped(name, text), origin);
    return literal(TimestampNTZType, local, origin);
  }
  if (parts?.days === null) return timeOfToday(p, text, origin);
  const micros = epoch ? 0n : parseTimestamp(text, timeZone(p.timeZone), () => 0);
  if (micros === null) throw placed(invalidTyped(name, text), origin);
  return literal(TimestampType, micros, origin);
}

function hexLiteral(text: string, origin: Origin): Expression {
  if (!/^[0-9a-f]*$/i.test(text)) throw placed(invalidTyped('X', text), origin);
  const even = text.length % 2 === 0 ? text : `0${text}`;
  const bytes = new Uint8Array(even.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(even.slice(2 * i, 2 * i + 2), 16);
  return literal(BinaryType, bytes, origin);
}

/** `DATE '…'`, `TIMESTAMP '…'`, `INTERVAL '…'`, `X'…'`: a word and a string. Raises UNSUPPORTED_TYPED_LITERAL. */
export function typedLiteral(p: Parser): Expression {
  const from = p.index;
  const name = p.next().upper;
  const text = p.string();
  const origin = p.originFrom(from);
  switch (name) {
    case 'DATE': {
      const moving = movingLiteral(p, name, text, DateType, origin);
      if (moving !== undefined) return moving;
      const days = isEpoch(text) ? 0 : parseDate(text);
      if (days === null) throw placed(invalidTyped(name, text), origin);
      return literal(DateType, days, origin);
    }
    case 'TIMESTAMP':
    case 'TIMESTAMP_LTZ':
    case 'TIMESTAMP_NTZ':
      return timestampLiteral(p, name, text, origin);
    case 'X':
      return hexLiteral(text, origin);
    case 'INTERVAL':
      return intervalFromText(p, text, from) ?? failInterval(text, origin);
    case 'TIME': {
      const nanos = parseTime(text);
      if (nanos === null) throw placed(invalidTyped(name, text), origin);
      const precision = Math.min(Math.max(fractionDigits(text), DEFAULT_TIME_DIGITS), MAX_TIME_DIGITS);
      return literal(timeType(precision), nanos, origin);
    }
    default:
      throw placed(parseError(
        'UNSUPPORTED_TYPED_LITERAL',
        '0A000',
        {
          unsupportedType: `"${name}"`,
          supportedTypes: '"DATE", "TIMESTAMP_NTZ", "TIMESTAMP_LTZ", "TIMESTAMP", "INTERVAL", "X", "TIME"',
        },
        `There are no literals of a type ${name}. If '${text}' is meant as a column's name, write it in back-quotes.`,
      ), origin);
  }
}

function failInterval(text: string, origin: Origin): never {
  throw placed(invalidTyped('INTERVAL', text), origin);
}
