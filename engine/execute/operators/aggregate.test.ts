import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSparkSession, Engine } from '../../index.ts';
import { ShuffleReadOperator } from '../exchange/shuffle-read.ts';
import { ShuffleOperator } from '../exchange/shuffle.ts';

const CONF = { 'spark.sql.shuffle.partitions': '7', 'spark.sql.adaptive.coalescePartitions.minPartitionSize': '1b' };
const MODES = [
  ['adaptive', {}],
  ['adaptive, in few partitions', { 'spark.sql.adaptive.coalescePartitions.minPartitionNum': '3' }],
  ['as planned', { 'spark.sql.adaptive.enabled': 'false' }],
] as const;

const DATA = `SELECT IF(id % 31 = 0, NULL, CAST((id * 37) % 90 - 40 AS INT)) AS i, (id * 41) % 70 AS l, concat('t', id % 23) AS t,
    IF(id % 5 = 0, NULL, id / 8) AS d, CAST(id AS DECIMAL(10, 2)) AS c, array(id % 3) AS xs FROM range(900)`;
const TWICE = `WITH data AS (${DATA}) SELECT * FROM data UNION ALL SELECT * FROM data`;

const QUERIES = [
  `SELECT i, sum(d), count(d), avg(d), min(l), max(d) FROM (${DATA}) GROUP BY i`,
  `SELECT l, sum(c), sum(l), collect_list(i), first(t) FROM (${DATA}) GROUP BY l`,
  `SELECT t, i, sum(d) AS s FROM (${DATA}) GROUP BY t, i`,
  `SELECT d, count(*) FROM (${DATA}) GROUP BY d`,
  `SELECT DISTINCT xs, l % 7 FROM (${DATA})`,
  `SELECT i, count(DISTINCT t), sum(d) FROM (${DATA}) GROUP BY i`,
  `SELECT i, sum(d), sum(NULLIF(d, d)) FROM (${TWICE}) GROUP BY i ORDER BY 2 DESC NULLS LAST LIMIT 9`,
  `SELECT t, sum(DISTINCT d) FILTER (WHERE l > 30) FROM (${TWICE}) GROUP BY t HAVING count(*) > 3`,
];

function rowsOf(query: string, conf: Readonly<Record<string, string>>): unknown[][] {
  const engine = new Engine({ environment: { now: () => 0, elapsed: () => 0, seed: () => 1 }, conf: { ...CONF, ...conf } });
  return createSparkSession(engine.client()).sql(query).collect().map((r) => r.toArray());
}

afterEach(() => vi.restoreAllMocks());

describe('groups of all partitions found at once', () => {
  for (const [name, conf] of MODES) {
    it.each(QUERIES)(`are, ${name}, those found partition by partition, in their order (%#)`, (query) => {
      const used = [ShuffleReadOperator.prototype, ShuffleOperator.prototype].map((x) => vi.spyOn(x, 'shuffledRows'));
      const rows = rowsOf(query, conf);
      expect(used.some((spy) => spy.mock.results.some((r) => r.value !== undefined))).toBe(true);
      for (const spy of used) spy.mockReturnValue(undefined);
      expect(rows).toEqual(rowsOf(query, conf));
    });
  }
});
