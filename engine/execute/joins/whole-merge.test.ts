import { describe, expect, it, vi } from 'vitest';
import { createSparkSession, Engine } from '../../index.ts';
import type * as Module from './whole-merge.ts';

const state = { used: 0, off: false };

vi.mock('./whole-merge.ts', async (original) => {
  const { wholeMerge } = await original<typeof Module>();
  const watched: typeof wholeMerge = (...args) => {
    const merged = state.off ? undefined : wholeMerge(...args);
    if (merged !== undefined) state.used += 1;
    return merged;
  };
  return { wholeMerge: watched };
});

const CONF = { 'spark.sql.autoBroadcastJoinThreshold': '-1', 'spark.sql.shuffle.partitions': '7', 'spark.sql.adaptive.coalescePartitions.minPartitionSize': '1b' };

function rowsOf(query: string, off: boolean, conf: Readonly<Record<string, string>>): unknown[][] {
  state.off = off;
  const engine = new Engine({ environment: { now: () => 0, elapsed: () => 0, seed: () => 1 }, conf: { ...CONF, ...conf } });
  const spark = createSparkSession(engine.client());
  return spark.sql(query).collect().map((r) => r.toArray());
}

const LEFT = "SELECT CAST((id * 37) % 400 AS INT) AS k, id / 2 AS a, concat('t', id % 5) AS t FROM range(400)";
const RIGHT = 'SELECT CAST((id * 41) % 300 + 250 AS INT) AS k, id AS b, IF(id % 3 = 0, NULL, id) AS c, array(id) AS d FROM range(300)';
const asLongs = (query: string): string => query.replace(/AS INT/gu, 'AS BIGINT');

const repeated = (query: string): string => query.replace('% 400 AS', '% 150 + 200 AS').replace('% 300 + 250 AS', '% 120 + 180 AS');

describe('merge of all partitions at once', () => {
  for (const [name, conf] of [['adaptive', {}], ['as planned', { 'spark.sql.adaptive.enabled': 'false' }]] as const) {
    for (const type of ['INNER', 'LEFT', 'RIGHT', 'FULL']) {
      const kinds = [
        ['ints', LEFT, RIGHT],
        ['longs', asLongs(LEFT), asLongs(RIGHT)],
        ['ints that repeat on the left', repeated(LEFT), RIGHT],
        ['ints that repeat on the right', LEFT, repeated(RIGHT)],
        ['longs that repeat on both sides', repeated(asLongs(LEFT)), repeated(asLongs(RIGHT))],
      ] as const;
      for (const [keys, left, right] of kinds) {
        it(`${type} JOIN by ${keys}, ${name}: the rows of the general way, in its order`, () => {
          const query = `SELECT * FROM (${left}) l ${type} JOIN (${right}) r ON l.k = r.k`;
          const before = state.used;
          const rows = rowsOf(query, false, conf);
          expect(state.used).toBeGreaterThan(before);
          expect(rows).toEqual(rowsOf(query, true, conf));
          expect(rows.length).toBeGreaterThan(50);
        });
      }
    }
  }

  it('is left to the general way where keys lie far apart', () => {
    const query = `SELECT * FROM (${LEFT}) l FULL JOIN (SELECT k * 1000 AS k, b FROM (${RIGHT})) r ON l.k = r.k`;
    const before = state.used;
    const rows = rowsOf(query, false, {});
    expect(state.used).toBe(before);
    expect(rows).toEqual(rowsOf(query, true, {}));
  });
});
