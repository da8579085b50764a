import { SparkError } from '../core/index.ts';

/** SCALAR_SUBQUERY_TOO_MANY_ROWS (21000): a subquery used as a value may give one row. */
export function tooManyRows(): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'SCALAR_SUBQUERY_TOO_MANY_ROWS',
    sqlState: '21000',
    sentence: 'A subquery used as a value gave more than one row. Aggregate it, or add LIMIT 1.',
  });
}
