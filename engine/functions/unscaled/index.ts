/**
 * Decimals of up to 18 digits as whole numbers of their last digit, and back (Spark's `UnscaledValue` and `MakeDecimal`): in these
 * the optimizer sums and averages small decimals. Plans name them; nobody can call them.
 */
import type { Vector } from '../../columnar/index.ts';
import { Decimal, decimalType, LongType } from '../../types/index.ts';
import type { DecimalType, Value } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction } from '../define.ts';
import { scalarFunction } from '../typing.ts';

const hidden = { family: 'unscaled', since: '1.3.0', internal: true, examples: [], nulls: 'propagate' } as const;

/** `UnscaledValue(x)`: 1.50 of DECIMAL(8,2) is 150. */
export const UNSCALED_VALUE: ScalarFunction = scalarFunction({
  ...hidden,
  name: 'unscaledvalue',
  params: [{ name: 'x', accepts: ['numeric'] }],
  signature: (args: readonly ArgumentInfo[]) => ({ argTypes: args.map((a) => a.type), returns: LongType, nullable: args.some((a) => a.nullable) }),
  doc: 'The digits of a decimal as a whole number.',
  planText: ([x]) => `UnscaledValue(${x})`,
  row: ([x]): Value => (x as Decimal).unscaled,
  batch: ([v]): Vector | undefined => {
    if (v?.layout !== 'decimal') return undefined;
    const data = v.data instanceof Float64Array ? v.data : BigInt64Array.from(v.data);
    return { layout: 'long', type: LongType, length: v.length, validity: v.validity, data };
  },
});

/** `MakeDecimal(x,p,s)`: 150 as DECIMAL(p,2) is 1.50. No sum of values that the optimizer rewrites can outgrow its digits. */
export const MAKE_DECIMAL: ScalarFunction = scalarFunction({
  ...hidden,
  name: 'makedecimal',
  params: [
    { name: 'x', accepts: ['integral'] },
    { name: 'precision', accepts: ['integer'], literal: true },
    { name: 'scale', accepts: ['integer'], literal: true },
  ],
  signature: (args: readonly ArgumentInfo[]) => ({
    argTypes: args.map((a) => a.type),
    returns: decimalType(Number(args[1]?.literal), Number(args[2]?.literal)),
    nullable: true,
  }),
  doc: 'A whole number as the digits of a decimal.',
  planText: (args) => `MakeDecimal(${args.join(',')})`,
  row: ([x, , scale]): Value => new Decimal(BigInt(x as bigint), Number(scale)),
  batch: ([v], _n, ctx): Vector | undefined => {
    if (v?.layout !== 'long') return undefined;
    const data = v.data instanceof Float64Array ? v.data : Array.from(v.data);
    return { layout: 'decimal', type: ctx.returnType as DecimalType, length: v.length, validity: v.validity, data };
  },
});
