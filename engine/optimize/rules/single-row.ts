/** A value that must have come from one row. */
import { SparkError } from '../../core/index.ts';
import type { ScalarFunction } from '../../functions/define.ts';
import type { ResolvedExpression, ScalarCall } from '../../plan/index.ts';
import type { DataType } from '../../types/index.ts';

export function tooManyRows(): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'SCALAR_SUBQUERY_TOO_MANY_ROWS',
    sqlState: '21000',
    sentence: 'A subquery that stands for a value gave more than one row. Aggregate it, or limit it to one row.',
  });
}

const fn: ScalarFunction = {
  kind: 'scalar',
  name: 'singlerow',
  family: 'internal',
  since: '4.0.0',
  params: [
    { name: 'value', accepts: ['any'] },
    { name: 'rows', accepts: ['long'] },
  ],
  nulls: 'custom',
  signature: ([value]) => ({ argTypes: value === undefined ? [] : [value.type], returns: value?.type ?? { kind: 'null' }, nullable: true }),
  doc: 'The value; raises SCALAR_SUBQUERY_TOO_MANY_ROWS if it came from several rows.',
  examples: [],
  internal: true,
  row: ([value, rows]) => {
    if (rows !== null && Number(rows) > 1) throw tooManyRows();
    return value ?? null;
  },
};

/** The first argument, where the second, a number of rows, is not above 1. */
export function singleRow(args: readonly ResolvedExpression[], type: DataType): ScalarCall {
  return { kind: 'call', fn, args, type, nullable: true };
}
