/** Errors of arithmetic at run time, and the type errors of operators with two sides. */
import { analysisError, SparkError } from '../../core/index.ts';
import { quotedSqlType } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';

const ANSI_CONFIG = '"spark.sql.ansi.enabled"';

function arithmetic(condition: string, sqlState: string, parameters: Readonly<Record<string, string>>, sentence: string): SparkError {
  return new SparkError({ errorClass: 'ArithmeticException', condition, sqlState, parameters, sentence });
}

export function divideByZero(): SparkError {
  return arithmetic(
    'DIVIDE_BY_ZERO',
    '22012',
    { config: ANSI_CONFIG },
    'A division by zero. Use try_divide to get NULL for it, or filter such rows out before.',
  );
}

export function remainderByZero(): SparkError {
  return arithmetic('REMAINDER_BY_ZERO', '22012', { config: ANSI_CONFIG }, 'A remainder of a division by zero. Use try_mod to get NULL for it.');
}

export function intervalDividedByZero(): SparkError {
  return arithmetic('INTERVAL_DIVIDED_BY_ZERO', '22012', {}, 'An interval is divided by zero. Use try_divide to get NULL for it.');
}

/** ARITHMETIC_OVERFLOW; `tryName` is the function that gives NULL instead, if there is one. */
export function arithmeticOverflow(tryName?: string, message = 'overflow', sentence?: string): SparkError {
  const alternative = tryName === undefined ? '' : ` Use '${tryName}' to tolerate overflow and return NULL instead.`;
  const hint = tryName === undefined ? 'Cast to a wider type first.' : `Cast to a wider type first, or use ${tryName} to get NULL.`;
  return arithmetic(
    'ARITHMETIC_OVERFLOW',
    '22003',
    { message, alternative, config: ANSI_CONFIG },
    sentence ?? `The result does not fit its type (${message}). ${hint}`,
  );
}

/** BINARY_ARITHMETIC_OVERFLOW: of bytes and shorts. */
export function smallOverflow(a: number, symbol: string, b: number, tryName: string): SparkError {
  return arithmetic(
    'BINARY_ARITHMETIC_OVERFLOW',
    '22003',
    { value1: `${a}S`, symbol, value2: `${b}S`, functionName: `\`${tryName}\`` },
    `${a} ${symbol} ${b} does not fit the type of its operands. Cast to a wider type first, or use ${tryName} to get NULL.`,
  );
}

/** INTERVAL_ARITHMETIC_OVERFLOW; with the function that gives NULL instead, if there is one. */
export function intervalOverflow(tryName?: string): SparkError {
  const kind = tryName === undefined ? 'WITHOUT_SUGGESTION' : 'WITH_SUGGESTION';
  return arithmetic(
    `INTERVAL_ARITHMETIC_OVERFLOW.${kind}`,
    '22015',
    tryName === undefined ? {} : { functionName: `\`${tryName}\`` },
    `The interval becomes too long.${tryName === undefined ? '' : ` Use ${tryName} to get NULL for it.`}`,
  );
}

/** INVALID_INTERVAL_WITH_MICROSECONDS_ADDITION: a date cannot take hours. */
export function timeOnDate(): SparkError {
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'INVALID_INTERVAL_WITH_MICROSECONDS_ADDITION',
    sqlState: '22006',
    sentence: 'An interval with hours, minutes or seconds cannot be added to a date. Cast the date to a timestamp first.',
  });
}

/** Overflows for which Spark has no condition. */
export function plainOverflow(sentence: string): SparkError {
  return new SparkError({ errorClass: 'ArithmeticException', condition: null, sentence });
}

/** BINARY_OP_DIFF_TYPES: the two sides have no type in common. `sql` is the whole expression. */
export function differentSides(sql: string, left: DataType, right: DataType): SparkError {
  return analysisError(
    'DATATYPE_MISMATCH.BINARY_OP_DIFF_TYPES',
    '42K09',
    { sqlExpr: `"${sql}"`, left: quotedSqlType(left), right: quotedSqlType(right) },
    `The sides of ${sql} are ${quotedSqlType(left).replaceAll('"', '')} and ${quotedSqlType(right).replaceAll('"', '')}, which do not go together. Cast one of them.`,
  );
}

/** BINARY_OP_WRONG_TYPE: the type in which both sides meet is not one that the operator takes. */
export function wrongSides(sql: string, inputType: string, actual: DataType): SparkError {
  return analysisError(
    'DATATYPE_MISMATCH.BINARY_OP_WRONG_TYPE',
    '42K09',
    { sqlExpr: `"${sql}"`, inputType, actualDataType: quotedSqlType(actual) },
    `${sql} needs ${inputType.replaceAll('"', '')}, not ${quotedSqlType(actual).replaceAll('"', '')}.`,
  );
}

/** The same error about an expression that is not written as a call. */
export function about(sql: string, error: SparkError): SparkError {
  const { errorClass, condition, sqlState, parameters, sentence } = error;
  return new SparkError({ errorClass, condition, sqlState, parameters: { ...parameters, sqlExpr: `"${sql}"` }, sentence });
}
