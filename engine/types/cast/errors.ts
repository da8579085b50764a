/** Errors of casts at run time, with Spark's conditions, states and parameters. */
import { SparkError } from '../../core/index.ts';
import type { ErrorClass } from '../../core/index.ts';
import type { DataType } from '../data-type.ts';
import { decimalToPlainString } from '../decimal.ts';
import { quotedSqlType, sqlTypeName } from '../names.ts';
import { valueToSql } from '../to-string.ts';
import type { Decimal, Value } from '../value.ts';

const ANSI_CONFIG = '"spark.sql.ansi.enabled"';

function classOf(to: DataType): ErrorClass {
  switch (to.kind) {
    case 'boolean':
      return 'SparkRuntimeException';
    case 'date':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'time':
      return 'DateTimeException';
    default:
      return 'NumberFormatException';
  }
}

/** CAST_INVALID_INPUT: the text does not stand for a value of the type. */
export function castInvalidInput(value: Value, from: DataType, to: DataType): SparkError {
  const expression = valueToSql(value, from);
  return new SparkError({
    errorClass: classOf(to),
    condition: 'CAST_INVALID_INPUT',
    sqlState: '22018',
    parameters: {
      expression,
      sourceType: quotedSqlType(from),
      targetType: quotedSqlType(to),
      ansiConfig: ANSI_CONFIG,
    },
    sentence: `${expression} cannot be read as ${sqlTypeName(to)}. Correct the value, or use try_cast to get NULL for it.`,
  });
}

/** CAST_OVERFLOW: the value lies outside the range of the type. */
export function castOverflow(value: Value, from: DataType, to: DataType, tz = 'UTC'): SparkError {
  const text = valueToSql(value, from, tz);
  return new SparkError({
    errorClass: 'ArithmeticException',
    condition: 'CAST_OVERFLOW',
    sqlState: '22003',
    parameters: { value: text, sourceType: quotedSqlType(from), targetType: quotedSqlType(to), ansiConfig: ANSI_CONFIG },
    sentence: `${text} does not fit ${sqlTypeName(to)}. Cast to a wider type, or use try_cast to get NULL for it.`,
  });
}

/** NUMERIC_VALUE_OUT_OF_RANGE: the decimal needs more digits than the type has. */
export function numericValueOutOfRange(value: Decimal, precision: number, scale: number): SparkError {
  const text = decimalToPlainString(value);
  return new SparkError({
    errorClass: 'ArithmeticException',
    condition: 'NUMERIC_VALUE_OUT_OF_RANGE.WITH_SUGGESTION',
    sqlState: '22003',
    parameters: { value: text, precision: String(precision), scale: String(scale), config: ANSI_CONFIG },
    sentence: `${text} does not fit DECIMAL(${precision},${scale}). Take a decimal with more digits in front of the point.`,
  });
}

/** NUMERIC_OUT_OF_SUPPORTED_RANGE: the text is a number of more than 38 digits. */
export function numericOutOfSupportedRange(text: string): SparkError {
  return new SparkError({
    errorClass: 'ArithmeticException',
    condition: 'NUMERIC_OUT_OF_SUPPORTED_RANGE',
    sqlState: '22003',
    parameters: { value: text },
    sentence: `${text} has more than 38 digits in front of the point, which no decimal holds.`,
  });
}

/** INVALID_INTERVAL_FORMAT: the text is not an interval of the wanted fields. */
export function invalidIntervalFormat(input: string, to: DataType): SparkError {
  const dayTime = to.kind === 'daytime_interval';
  const fields = sqlTypeName(to).replace('INTERVAL ', '');
  const body = intervalBody(to);
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: `INVALID_INTERVAL_FORMAT.UNMATCHED_FORMAT_STRING${dayTime ? '_WITH_NOTICE' : ''}`,
    sqlState: '22006',
    parameters: {
      intervalStr: dayTime ? 'day-time' : 'year-month',
      supportedFormat: `\`[+|-]${body}\`, \`INTERVAL [+|-]'[+|-]${body}' ${fields}\``,
      typeName: sqlTypeName(to).toLowerCase(),
      input,
    },
    sentence: `'${input}' is not an interval of ${fields}; write it as ${body}.`,
  });
}

function intervalBody(to: DataType): string {
  if (to.kind === 'yearmonth_interval') return to.start !== to.end ? 'y-m' : to.start === 'year' ? 'y' : 'm';
  if (to.kind !== 'daytime_interval') return '';
  const fields = ['day', 'hour', 'minute', 'second'];
  const used = fields.slice(fields.indexOf(to.start), fields.indexOf(to.end) + 1);
  const letters = used.map((f) => (f === 'second' ? 's.n' : (f[0] as string)));
  return letters[0] === 'd' && letters.length > 1 ? `d ${letters.slice(1).join(':')}` : letters.join(':');
}
