/** Random queries: the engine against the reference interpreter. A failure prints the query; SEED and QUERIES choose others. */
import { describe, expect, it } from 'vitest';
import { engineOf, referenceRows, rowsOf } from './testing/engines.ts';
import type { Options } from './testing/engines.ts';
import { RandomQueries } from './testing/random-queries.ts';

const SEED = Number(process.env.SEED ?? 20_261_126);
const COUNT = Number(process.env.QUERIES ?? 200);

const VARIANTS: readonly (readonly [string, Options])[] = [
  ['as it is', {}],
  ['optimizer off', { onlyRules: new Set() }],
  ['batches of 1 row, sort-merge joins', { batchRows: 1, conf: { 'spark.sql.autoBroadcastJoinThreshold': '-1', 'spark.sql.shuffle.partitions': '3' } }],
];

describe(`random queries of seed ${SEED}`, () => {
  const queries = Array.from({ length: COUNT }, (_, i) => new RandomQueries(SEED + i * 7919).query());
  const plain = engineOf();

  it.each(VARIANTS)('%s', (_, options) => {
    const engine = engineOf(options);
    const failed = queries.flatMap((query) => {
      try {
        const wanted = referenceRows(plain, query);
        const actual = rowsOf(engine, query);
        return JSON.stringify(actual) === JSON.stringify(wanted) ? [] : [`${query}\n  wanted ${wanted.join(' ')}\n  got    ${actual.join(' ')}`];
      } catch (error) {
        return [`${query}\n  ${String(error)}`];
      }
    });
    expect(failed).toEqual([]);
  });
});
