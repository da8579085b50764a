/** `replicaterows(n, a, b …)`: the row (a, b …) n times. Only INTERSECT ALL and EXCEPT ALL are made of it. */
import type { GeneratorFunction } from '../../functions/define.ts';
import { structField, structType } from '../../types/index.ts';

export const replicateRows: GeneratorFunction = {
  kind: 'generator',
  name: 'replicaterows',
  family: 'generator',
  since: '2.4.0',
  params: [
    { name: 'n', accepts: ['long'] },
    { name: 'values', accepts: ['any'], variadic: true },
  ],
  signature: (args) => ({
    argTypes: args.map((a) => a.type),
    returns: structType(args.slice(1).map((a, i) => structField(a.name ?? `col${i}`, a.type, a.nullable))),
  }),
  doc: 'Gives its further arguments as a row, as often as the first one says.',
  examples: [],
  internal: true,
  rows: ([count, ...values]) => Array.from({ length: Number(count ?? 0) }, () => values),
};
