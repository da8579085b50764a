import { describe, expect, it } from 'vitest';
import { Engine, fixedEnvironment } from '../index.ts';
import type { Relation, TableJson } from '../index.ts';

const sql = (query: string): Relation => ({ type: 'SQL', query });

/** Rows that left the scan of the table in a run of the query. */
function readRows(engine: Engine, plan: Relation): { readonly read: number; readonly rows: number } {
  const run = engine.run(plan);
  let read = 0;
  for (const [p, m] of run.metrics) if (p.op === 'FileScan' && p.scan.partitionColumns !== undefined) read += m.rows;
  return { read, rows: run.batch.length };
}

describe.each(['true', 'false'])('folders are chosen while a query runs (adaptive: %s)', (adaptive) => {
  const engine = new Engine({ environment: fixedEnvironment(), cacheAnalysis: true, conf: { 'spark.sql.adaptive.enabled': adaptive } });
  for (const text of [
    'create table facts using parquet partitioned by (p) as select id, id % 10 as p from range(100)',
    'create table few using parquet as select id as k, id % 3 as c from range(10)',
  ]) engine.handle({ op: 'sql', plan: sql(text) });
  const joined = (kind: string, condition: string): Relation => sql(`select facts.id from facts ${kind} join few on p = k ${condition}`);

  it('by the keys of the other side', () => {
    expect(readRows(engine, joined('', 'where c = 1'))).toEqual({ read: 30, rows: 30 });
    expect(readRows(engine, joined('left semi', 'and c = 2 and k > 5'))).toEqual({ read: 10, rows: 10 });
  });
  it('none where none is asked for', () => {
    expect(readRows(engine, joined('', "where c = 1 and k > 100"))).toEqual({ read: 0, rows: 0 });
  });
  it('all where nothing is said of the other side, or every row is kept', () => {
    expect(readRows(engine, joined('', ''))).toEqual({ read: 100, rows: 100 });
    expect(readRows(engine, joined('left', 'and c = 1'))).toEqual({ read: 100, rows: 100 });
  });
  it('as the same rows without it', () => {
    const rows = (conf: string): unknown => {
      engine.handle({ op: 'conf', action: 'set', key: 'spark.sql.optimizer.dynamicPartitionPruning.enabled', value: conf });
      const table = engine.handle({ op: 'collect', plan: sql('select sum(facts.id) s, few.k from facts join few on p = k where c < 2 group by few.k order by few.k') }) as TableJson;
      return table.columns;
    };
    expect(rows('true')).toEqual(rows('false'));
  });
});
