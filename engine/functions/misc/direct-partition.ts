/** The number of a partition that a column tells, for `repartitionById`. */
import { IntegerType } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction } from '../define.ts';
import { scalarFunction, unexpectedInput } from '../typing.ts';

const NAME = 'direct_shuffle_partition_id';

export const DIRECT_PARTITION: ScalarFunction = scalarFunction({
  name: NAME,
  family: 'misc',
  since: '4.1.0',
  internal: true,
  params: [{ name: 'expr', accepts: ['integer'] }],
  signature: (args) => {
    const { kind } = (args[0] as ArgumentInfo).type;
    if (kind !== 'integer' && kind !== 'null') throw unexpectedInput(NAME, args, 0, '"INT"');
    return { argTypes: [IntegerType], returns: IntegerType };
  },
  doc: 'The number of the partition that a row goes to.',
  examples: [],
  // Not to be worked out before the exchange is planned, which it is known by.
  deterministic: false,
  nulls: 'custom',
  row: ([number]) => number as number | null,
});
