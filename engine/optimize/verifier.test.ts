/**
 * The verifier matrix: every query again with the optimizer off, with each rule alone and each rule left out, in batches of
 * 1, 2 and 3 rows, on 1 and 7 partitions, with each way to join; always the rows that the reference interpreter gives.
 */
import { describe, expect, it } from 'vitest';
import { REQUIRED_RULE_NAMES, RULE_NAMES } from './index.ts';
import { engineOf, referenceRows, rowsOf } from './testing/engines.ts';
import type { Options } from './testing/engines.ts';
import { QUERIES } from './testing/queries.ts';

const plain = engineOf();
const wanted = new Map<string, string[]>();

/** What the engine gives under some options, query by query, where it is not what is wanted. */
function differences(options: Options): string[] {
  const engine = engineOf(options);
  return QUERIES.flatMap((query) => {
    const expected = wanted.get(query);
    if (expected === undefined) return [];
    try {
      const actual = rowsOf(engine, query);
      return JSON.stringify(actual) === JSON.stringify(expected) ? [] : [`${query}\n  wanted ${expected.join(' ')}\n  got    ${actual.join(' ')}`];
    } catch (error) {
      return [`${query}\n  ${String(error)}`];
    }
  });
}

describe('reference', () => {
  it.each(QUERIES)('%s', (query) => {
    const expected = referenceRows(plain, query);
    wanted.set(query, expected);
    expect(rowsOf(plain, query)).toEqual(expected);
  });
});

describe('matrix', () => {
  const conf = (settings: Readonly<Record<string, string>>): Options => ({ conf: settings });
  const variants: readonly (readonly [string, Options])[] = [
    ['optimizer off', { onlyRules: new Set() }],
    ['batches of 1 row', { batchRows: 1 }],
    ['batches of 2 rows', { batchRows: 2 }],
    ['batches of 3 rows', { batchRows: 3 }],
    ['one partition', { partitions: 1, ...conf({ 'spark.sql.shuffle.partitions': '1' }) }],
    ['seven partitions', { partitions: 7, batchRows: 2, ...conf({ 'spark.sql.shuffle.partitions': '7', 'spark.sql.adaptive.coalescePartitions.enabled': 'false' }) }],
    ['adaptive execution off', conf({ 'spark.sql.adaptive.enabled': 'false', 'spark.sql.shuffle.partitions': '5' })],
    ['sort-merge joins', conf({ 'spark.sql.autoBroadcastJoinThreshold': '-1' })],
    ['sort-merge joins, optimizer off, batches of 1 row', { batchRows: 1, onlyRules: new Set(), ...conf({ 'spark.sql.autoBroadcastJoinThreshold': '-1' }) }],
    ['shuffled hash joins', conf({ 'spark.sql.autoBroadcastJoinThreshold': '-1', 'spark.sql.join.preferSortMergeJoin': 'false' })],
    ['broadcast joins', { ...conf({ 'spark.sql.autoBroadcastJoinThreshold': '1000000000000000000000' }) }],
  ];
  it.each(variants)('%s', (_, options) => expect(differences(options)).toEqual([]));

  const optional = RULE_NAMES.filter((name) => !REQUIRED_RULE_NAMES.includes(name));
  it.each(optional)('%s alone', (name) => expect(differences({ onlyRules: new Set([name]) })).toEqual([]));
  it.each(optional)('without %s', (name) => expect(differences({ disabledRules: new Set([name]) })).toEqual([]));
});
