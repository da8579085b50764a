/** Engines over the test tables, and rows in a form in which they can be compared. */
import { encodeColumn, vectorOf } from '../../columnar/index.ts';
import { Engine, fixedEnvironment } from '../../index.ts';
import { plainTask } from '../../plan/index.ts';
import type { Relation } from '../../plan/index.ts';
import { interpretPlan } from '../../reference/index.ts';
import type { EngineOptions } from '../../session/engine.ts';
import { TABLES } from './queries.ts';

export type Options = Partial<EngineOptions> & { readonly partitions?: number };

export function engineOf({ partitions = 2, ...options }: Options = {}): Engine {
  const engine = new Engine({ environment: fixedEnvironment(), ...options });
  for (const t of TABLES) {
    engine.registerTable(t.name, { schema: t.schema, numRows: t.rows.length, columns: t.schema.split(/, (?=\w+ [A-Z])/).map((_, i) => t.rows.map((r) => r[i] ?? null)) }, partitions);
    engine.handle({ op: 'createView', plan: { type: 'CachedLocalRelation', hash: t.name }, name: t.name, replace: true, isGlobal: false });
  }
  return engine;
}

const sql = (query: string): Relation => ({ type: 'SQL', query });

/** Rows as texts, sorted: 0.0 and -0.0 are one, since which of two equal keys stays is open. */
function shown(columns: readonly (readonly unknown[])[], n: number): string[] {
  return Array.from({ length: n }, (_, i) => JSON.stringify(columns.map((c) => c[i])).replaceAll('"-0.0"', '0')).sort();
}

export function rowsOf(engine: Engine, query: string): string[] {
  const { batch } = engine.run(sql(query));
  return shown(batch.columns.map(encodeColumn), batch.length);
}

/** The rows that the reference interpreter gives for the analyzed plan. */
export function referenceRows(engine: Engine, query: string): string[] {
  const analyzed = engine.analyzed(sql(query));
  const rows = interpretPlan(analyzed, { task: plainTask() });
  const columns = analyzed.output.map((a, i) => encodeColumn(vectorOf(a.type, rows.map((r) => r[i] ?? null))));
  return shown(columns, rows.length);
}
