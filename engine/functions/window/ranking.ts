/** Functions of a row's place in its partition. */
import type { Vector } from '../../columnar/index.ts';
import { DoubleType, IntegerType, quotedSqlType } from '../../types/index.ts';
import type { ArgumentInfo, Signature, WindowFunction, WindowInput } from '../define.ts';
import { expectFoldable, outOfRange, unexpectedInput } from '../typing.ts';

const INT_MAX = 2_147_483_647;

function ints(data: Int32Array): Vector {
  return { layout: 'int', type: IntegerType, length: data.length, validity: null, data };
}
function doubles(data: Float64Array): Vector {
  return { layout: 'double', type: DoubleType, length: data.length, validity: null, data };
}

function rowNumbers({ n, partitionStart }: WindowInput): Vector {
  const out = new Int32Array(n);
  for (let i = 0; i < n; i++) out[i] = i - (partitionStart[i] as number) + 1;
  return ints(out);
}

function ranks({ n, partitionStart, peerStart }: WindowInput): Vector {
  const out = new Int32Array(n);
  for (let i = 0; i < n; i++) out[i] = (peerStart[i] as number) - (partitionStart[i] as number) + 1;
  return ints(out);
}

function denseRanks({ n, partitionStart, peerStart }: WindowInput): Vector {
  const out = new Int32Array(n);
  let rank = 0;
  for (let i = 0; i < n; i++) {
    if (partitionStart[i] === i) rank = 1;
    else if (peerStart[i] === i) rank += 1;
    out[i] = rank;
  }
  return ints(out);
}

/** (rank - 1) / (rows - 1); 0 in a partition of one row. */
function percentRanks({ n, partitionStart, partitionEnd, peerStart }: WindowInput): Vector {
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const start = partitionStart[i] as number;
    const others = (partitionEnd[i] as number) - start - 1;
    out[i] = others === 0 ? 0 : ((peerStart[i] as number) - start) / others;
  }
  return doubles(out);
}

function cumulativeShares({ n, partitionStart, partitionEnd, peerEnd }: WindowInput): Vector {
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const start = partitionStart[i] as number;
    out[i] = ((peerEnd[i] as number) - start) / ((partitionEnd[i] as number) - start);
  }
  return doubles(out);
}

/** Buckets as equal as can be, the larger ones first. */
function buckets({ n, args, partitionStart, partitionEnd }: WindowInput): Vector {
  const out = new Int32Array(n);
  const wanted = args[0];
  for (let i = 0; i < n; i++) {
    const count = wanted?.layout === 'int' ? (wanted.data[i] as number) : 1;
    const start = partitionStart[i] as number;
    const rows = (partitionEnd[i] as number) - start;
    const small = Math.floor(rows / count);
    const large = rows % count;
    const at = i - start;
    const inLarge = large * (small + 1);
    out[i] = at < inLarge ? Math.floor(at / (small + 1)) + 1 : large + Math.floor((at - inLarge) / small) + 1;
  }
  return ints(out);
}

function ntileSignature(args: readonly ArgumentInfo[]): Signature {
  const count = args[0];
  if (count === undefined) return { argTypes: [], returns: IntegerType, nullable: false };
  expectFoldable('ntile', args, 0, 'buckets', quotedSqlType((args[0] as ArgumentInfo).type));
  if (count.type.kind !== 'integer') throw unexpectedInput('ntile', args, 0, '"INT"');
  if (count.literal !== undefined && Number(count.literal) < 1) {
    throw outOfRange('ntile', args, 'buckets', `(0, ${INT_MAX}]`, String(Number(count.literal)));
  }
  return { argTypes: [IntegerType], returns: IntegerType, nullable: false };
}

type Ranking = Pick<WindowFunction, 'name' | 'doc' | 'examples' | 'evaluate'> & Partial<Pick<WindowFunction, 'signature' | 'params' | 'sql'>>;

function declareRanking(type: typeof IntegerType, init: Ranking): WindowFunction {
  return {
    kind: 'window',
    family: 'window',
    since: '2.0.0',
    params: [],
    signature: () => ({ argTypes: [], returns: type, nullable: false }),
    frame: 'fixed',
    requiresOrder: true,
    ...init,
  };
}

const OVER = 'OVER (ORDER BY 1)';

export const rankings: readonly WindowFunction[] = [
  declareRanking(IntegerType, {
    name: 'row_number',
    doc: 'The number of the row in its partition, counted from 1 in the order of the window; rows that tie are numbered in any order.',
    examples: [[`row_number() ${OVER}`, '1']],
    evaluate: rowNumbers,
  }),
  declareRanking(IntegerType, {
    name: 'rank',
    params: [{ name: 'children', accepts: ['any'], optional: true, variadic: true }],
    signature: (args) => ({ argTypes: args.map((a) => a.type), returns: IntegerType, nullable: false }),
    sql: () => 'RANK()',
    doc: 'One more than the number of rows before the row and its equals; after a tie numbers are left out.',
    examples: [[`rank() ${OVER}`, '1']],
    evaluate: ranks,
  }),
  declareRanking(IntegerType, {
    name: 'dense_rank',
    params: [{ name: 'children', accepts: ['any'], optional: true, variadic: true }],
    signature: (args) => ({ argTypes: args.map((a) => a.type), returns: IntegerType, nullable: false }),
    sql: () => 'DENSE_RANK()',
    doc: 'One more than the number of different order keys before the row; after a tie no number is left out.',
    examples: [[`dense_rank() ${OVER}`, '1']],
    evaluate: denseRanks,
  }),
  declareRanking(DoubleType, {
    name: 'percent_rank',
    params: [{ name: 'children', accepts: ['any'], optional: true, variadic: true }],
    signature: (args) => ({ argTypes: args.map((a) => a.type), returns: DoubleType, nullable: false }),
    sql: () => 'PERCENT_RANK()',
    doc: 'The rank as a share from 0 to 1: (rank - 1) / (rows of the partition - 1).',
    examples: [[`percent_rank() ${OVER}`, '0.0']],
    evaluate: percentRanks,
  }),
  declareRanking(DoubleType, {
    name: 'cume_dist',
    doc: 'The share of the partition that stands before the row or equals it.',
    examples: [[`cume_dist() ${OVER}`, '1.0']],
    evaluate: cumulativeShares,
  }),
  declareRanking(IntegerType, {
    name: 'ntile',
    params: [{ name: 'n', accepts: ['integer'], optional: true, literal: true }],
    signature: ntileSignature,
    sql: (args) => `ntile(${args[0] ?? '1'})`,
    doc: 'The number of the bucket that the row falls into when the partition is cut into n, 1 to n; sizes differ by one at most.',
    examples: [[`ntile(2) ${OVER}`, '1']],
    evaluate: buckets,
  }),
];
