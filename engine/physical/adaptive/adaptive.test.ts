import { describe, expect, it } from 'vitest';
import { fixedEnvironment } from '../../core/index.ts';
import { Engine } from '../../session/engine.ts';
import { toValues } from '../../columnar/index.ts';
import { coalescedSpecs } from './shuffle-reads.ts';
import { partStarts } from './skew-joins.ts';

describe('shuffle reads', () => {
  it('puts neighbouring partitions together up to the target', () => {
    expect(coalescedSpecs(Float64Array.of(10, 20, 30, 0, 50, 5), 60)).toEqual([{ start: 0, end: 4 }, { start: 4, end: 6 }]);
    expect(coalescedSpecs(Float64Array.of(0, 0), 60)).toEqual([{ start: 0, end: 2 }]);
    expect(coalescedSpecs(Float64Array.of(100, 0, 100), 60)).toEqual([{ start: 0, end: 1 }, { start: 2, end: 3 }]);
  });

  it('cuts a large partition between map tasks, and leaves no tiny part', () => {
    expect(partStarts(Float64Array.of(50, 50, 50, 50), 100)).toEqual([0, 2]);
    expect(partStarts(Float64Array.of(100, 100, 5), 100)).toEqual([0, 1]);
    expect(partStarts(Float64Array.of(10), 100)).toEqual([0]);
  });
});

const SMALL_SHUFFLES = { 'spark.sql.shuffle.partitions': '6', 'spark.sql.autoBroadcastJoinThreshold': '-1' };
const SETTINGS: readonly Readonly<Record<string, string>>[] = [
  { 'spark.sql.adaptive.enabled': 'false' },
  {},
  { 'spark.sql.adaptive.autoBroadcastJoinThreshold': '1KB' },
  { 'spark.sql.adaptive.autoBroadcastJoinThreshold': '10MB' },
  { 'spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold': '1GB' },
  {
    'spark.sql.adaptive.skewJoin.skewedPartitionThresholdInBytes': '200',
    'spark.sql.adaptive.skewJoin.skewedPartitionFactor': '1.1',
    'spark.sql.adaptive.advisoryPartitionSizeInBytes': '100',
    'spark.sql.adaptive.coalescePartitions.minPartitionSize': '50',
  },
];

const A = '(SELECT id, CASE WHEN id < 150 THEN 3 ELSE id % 20 END AS k FROM range(0, 200, 1, 5)) a';
const B = '(SELECT id % 12 AS k, id AS v FROM range(0, 30, 1, 3)) b';
const QUERIES = [
  ...['JOIN', 'LEFT JOIN', 'RIGHT JOIN', 'FULL JOIN', 'LEFT SEMI JOIN', 'LEFT ANTI JOIN'].map((j) => `SELECT a.id, a.k FROM ${A} ${j} ${B} ON a.k = b.k${j.includes('LEFT S') || j.includes('ANTI') ? '' : ' AND a.id + b.v <> 7'}`),
  `SELECT a.k, count(*), sum(v) FROM ${A} JOIN ${B} ON a.k = b.k GROUP BY a.k`,
  `SELECT x.k, x.n, y.s FROM (SELECT k, count(*) n FROM ${A} GROUP BY k) x JOIN (SELECT k, sum(v) s FROM ${B} GROUP BY k) y ON x.k = y.k`,
  `SELECT k, row_number() OVER (PARTITION BY a.k ORDER BY id) r FROM ${A} LEFT JOIN ${B} USING (k)`,
  `WITH g AS (SELECT k, count(*) n FROM ${A} GROUP BY k) SELECT p.k, q.n FROM g p JOIN g q ON p.k = q.k UNION ALL SELECT k, n FROM g`,
];

function rows(query: string, conf: Readonly<Record<string, string>>): string[] {
  const engine = new Engine({ environment: fixedEnvironment(), conf: { ...SMALL_SHUFFLES, ...conf } });
  const { batch } = engine.run({ type: 'SQL', query });
  const columns = batch.columns.map((c) => toValues(c));
  return Array.from({ length: batch.length }, (_, i) => columns.map((c) => String(c[i])).join()).sort();
}

describe('adaptive plans give the rows of the first plan', () => {
  it.each(QUERIES)('%s', (query) => {
    const [expected, ...others] = SETTINGS.map((conf) => rows(query, conf));
    expect(expected?.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(expected);
  });
});
