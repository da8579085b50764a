/** How many digits types written as DDL may have. */
import { SparkError, unsupported } from '../core/index.ts';
import type { AtomicType } from './data-type.ts';

const MAX_TIME_PRECISION = 9;
const MICROS_PRECISION = 6;

/** Raises UNSUPPORTED_TIME_PRECISION, as Spark does for `time(p)`. */
export function checkTimePrecision(precision: number): void {
  if (precision <= MAX_TIME_PRECISION) return;
  throw new SparkError({
    errorClass: 'UnknownException',
    condition: 'UNSUPPORTED_TIME_PRECISION',
    sqlState: '0A001',
    parameters: { precision: String(precision) },
    sentence: `The second of a TIME has 0 to ${MAX_TIME_PRECISION} digits behind the point, not ${precision}.`,
  });
}

/** Timestamps count microseconds; Spark has those of nanoseconds switched off. Raises INVALID_TIMESTAMP_PRECISION. */
export function checkTimestampPrecision(precision: number, type: AtomicType): void {
  if (precision === MICROS_PRECISION) return;
  if (precision > MICROS_PRECISION && precision <= MAX_TIME_PRECISION) throw unsupported('Timestamps of nanoseconds');
  const name = type.kind === 'timestamp' ? 'TIMESTAMP_LTZ' : 'TIMESTAMP_NTZ';
  throw new SparkError({
    errorClass: 'UnknownException',
    condition: 'INVALID_TIMESTAMP_PRECISION',
    sqlState: '22023',
    parameters: { precision: String(precision), type: name },
    sentence: `The second of a ${name} has ${MICROS_PRECISION} digits behind the point, not ${precision}.`,
  });
}

/** Raises DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION or INVALID_SCALE, as Spark does for `decimal(p, s)`. */
export function checkDecimalBounds(precision: number, scale: number): void {
  const error = decimalProblem(precision, scale);
  if (error !== undefined) throw error;
}

export function decimalProblem(precision: number, scale: number): SparkError | undefined {
  if (precision > 38) {
    return new SparkError({
      errorClass: 'ArithmeticException',
      condition: 'DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION',
      sqlState: '22003',
      parameters: { precision: String(precision), maxPrecision: '38' },
      sentence: `A decimal has at most 38 digits, not ${precision}.`,
    });
  }
  if (scale > precision) {
    return new SparkError({
      errorClass: 'ParseException',
      condition: 'DECIMAL_SCALE_EXCEEDS_PRECISION',
      sqlState: '22003',
      parameters: { scale: String(scale), precision: String(precision) },
      sentence: `A decimal of ${precision} digits cannot have ${scale} of them after the point.`,
    });
  }
  return undefined;
}
