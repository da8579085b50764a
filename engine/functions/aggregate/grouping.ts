/** grouping and grouping_id: the analyzer replaces them by the grouping set's number where there is one. */
import { analysisError } from '../../core/index.ts';
import { ByteType, LongType } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import type { AggregateFunction } from '../define.ts';
import { aggregate } from './declare.ts';

function refuse(): never {
  throw analysisError(
    'UNSUPPORTED_GROUPING_EXPRESSION',
    '42K0E',
    {},
    'grouping() and grouping_id() tell grouping sets apart: use them with GROUPING SETS, CUBE or ROLLUP.',
  );
}

function declareGrouping(name: string, returns: DataType, params: AggregateFunction['params'], doc: string): AggregateFunction<null> {
  return aggregate<null>({
    name,
    since: '2.0.0',
    params,
    signature: (args) => ({ argTypes: args.map((a) => a.type), returns, nullable: false }),
    doc,
    examples: [],
    emptyIsNull: false,
    allowsDistinct: false,
    init: refuse,
    update: refuse,
    merge: refuse,
    finish: refuse,
  });
}

export const grouping = declareGrouping(
  'grouping',
  ByteType,
  [{ name: 'col', accepts: ['any'] }],
  '1 in rows of a grouping set that leaves the column out, 0 in those that group by it.',
);
export const groupingId = declareGrouping(
  'grouping_id',
  LongType,
  [{ name: 'cols', accepts: ['any'], optional: true, variadic: true }],
  'The grouping set as a number: one bit a column, the first the highest, 1 where the column is left out.',
);
