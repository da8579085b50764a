/** Errors of datetimes and intervals at run time. */
import { SparkError } from '../../core/index.ts';

/** CANNOT_PARSE_TIMESTAMP: `func` is the function that gives NULL instead. */
export function cannotParse(message: string, func: string): SparkError {
  return new SparkError({
    errorClass: 'DateTimeException',
    condition: 'CANNOT_PARSE_TIMESTAMP',
    sqlState: '22007',
    parameters: { message, func: `\`${func}\`` },
    sentence: `${message}. Use ${func} to get NULL for texts that do not fit the pattern.`,
  });
}

export function fieldOutOfBounds(rangeMessage: string): SparkError {
  return new SparkError({
    errorClass: 'DateTimeException',
    condition: 'DATETIME_FIELD_OUT_OF_BOUNDS.WITHOUT_SUGGESTION',
    sqlState: '22023',
    parameters: { rangeMessage },
    sentence: `${rangeMessage}.`,
  });
}

export function invalidFraction(secAndMicros: string): SparkError {
  return new SparkError({
    errorClass: 'DateTimeException',
    condition: 'INVALID_FRACTION_OF_SECOND',
    sqlState: '22023',
    parameters: { secAndMicros },
    sentence: `The second ${secAndMicros} is none: 60 may stand for the next minute only without a fraction.`,
  });
}

export function datetimeOverflow(operation: string): SparkError {
  return new SparkError({
    errorClass: 'ArithmeticException',
    condition: 'DATETIME_OVERFLOW',
    sqlState: '22008',
    parameters: { operation },
    sentence: `The result lies outside the range of timestamps: ${operation}.`,
  });
}

export function illegalDayOfWeek(string: string): SparkError {
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'ILLEGAL_DAY_OF_WEEK',
    sqlState: '22009',
    parameters: { string },
    sentence: `"${string}" is no day of the week. Use a name such as Monday, or its first two or three letters.`,
  });
}
