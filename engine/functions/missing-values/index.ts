/** What dropping rows with missing values asks: how many values of a row are neither null nor NaN. */
import type { Vector } from '../../columnar/index.ts';
import { BooleanType, IntegerType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { ArgumentInfo } from '../define.ts';
import { scalarFunction } from '../typing.ts';

function countPresent(v: Vector, n: number, counts: Int32Array): void {
  const { validity } = v;
  const numbers = v.layout === 'double' ? v.data : undefined;
  if (v.layout === 'null') return;
  for (let i = 0; i < n; i++) {
    if (validity !== null && validity[i] === 0) continue;
    if (numbers !== undefined && Number.isNaN(numbers[i] as number)) continue;
    counts[i] = (counts[i] as number) + 1;
  }
}

/** `atleastnnonnulls(n, a, b, …)`: the first argument is the constant n. */
export const AT_LEAST_N_NON_NULLS = scalarFunction({
  name: 'atleastnnonnulls',
  family: 'missing-values',
  since: '1.3.1',
  params: [
    { name: 'n', accepts: ['integer'], literal: true },
    { name: 'exprs', accepts: ['any'], optional: true, variadic: true },
  ],
  signature: (args: readonly ArgumentInfo[]) => ({ argTypes: args.map((a, i) => (i === 0 ? IntegerType : a.type)), returns: BooleanType, nullable: false }),
  doc: 'True if at least n of the values are neither NULL nor NaN.',
  examples: [],
  internal: true,
  nulls: 'custom',
  row: ([n, ...values]): Value => values.filter((x) => x !== null && !(typeof x === 'number' && Number.isNaN(x))).length >= Number(n),
  batch: (args, n, ctx) => {
    const wanted = Number(ctx.literals[0] ?? 0);
    const counts = new Int32Array(n);
    for (const v of args.slice(1)) countPresent(v, n, counts);
    const data = new Uint8Array(n);
    for (let i = 0; i < n; i++) data[i] = (counts[i] as number) >= wanted ? 1 : 0;
    return { layout: 'bool', type: BooleanType, length: n, validity: null, data };
  },
});
