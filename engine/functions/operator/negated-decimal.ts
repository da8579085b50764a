/** A decimal with the other sign, as Spark works it out. */
import { SparkError } from '../../core/index.ts';
import { Decimal, decimalToPlainString, decimalToString, digitCount, rescale } from '../../types/index.ts';
import type { DecimalType } from '../../types/index.ts';

/** Spark turns the sign in a number of so many digits (IEEE's decimal128): those of longer ones are lost. */
const DIGITS = 34;

/** Raises NUMERIC_VALUE_OUT_OF_RANGE where rounding to 34 digits gives more than the type holds. */
export function negatedDecimal(d: Decimal, type: DecimalType): Decimal {
  const lost = digitCount(d.unscaled) - DIGITS;
  if (lost <= 0) return new Decimal(-d.unscaled, d.scale);
  let rounded = rescale(new Decimal(-d.unscaled, d.scale), d.scale - lost, 'halfEven');
  // A carry makes one digit more.
  if (digitCount(rounded.unscaled) > DIGITS) rounded = rescale(rounded, rounded.scale - 1, 'halfEven');
  const out = rescale(rounded, type.scale);
  if (digitCount(out.unscaled) <= type.precision) return out;
  const roundedValue = decimalToPlainString(out);
  throw new SparkError({
    errorClass: 'ArithmeticException',
    condition: 'NUMERIC_VALUE_OUT_OF_RANGE.WITHOUT_SUGGESTION',
    sqlState: '22003',
    parameters: { originalValue: decimalToString(rounded), precision: String(type.precision), roundedValue, scale: String(type.scale) },
    sentence: `${roundedValue} does not fit DECIMAL(${type.precision},${type.scale}).`,
  });
}
