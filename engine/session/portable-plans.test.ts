/** Plans that name objects of a session, run in an engine that has them not. */
import { describe, expect, it } from 'vitest';
import { Engine, fixedEnvironment } from '../index.ts';
import type { Relation, TableJson } from '../index.ts';

const sql = (query: string): Relation => ({ type: 'SQL', query });

function rows(engine: Engine, plan: Relation): unknown[][] {
  const table = engine.handle({ op: 'collect', plan }) as TableJson;
  return Array.from({ length: table.numRows }, (_, i) => table.columns.map((c) => c[i]));
}

/** The rows of a query in another engine than the one that carried out the statements. */
function elsewhere(statements: readonly string[], plan: Relation): unknown[][] {
  const engine = new Engine({ environment: fixedEnvironment(), cacheAnalysis: true });
  for (const s of statements) engine.handle({ op: 'sql', plan: sql(s) });
  const portable = engine.handle({ op: 'portable', plan }) as Relation;
  return rows(new Engine({ environment: fixedEnvironment() }), JSON.parse(JSON.stringify(portable)) as Relation);
}

describe('variables', () => {
  const DECLARED = ['DECLARE n INT = 2', "DECLARE s = named_struct('a', DATE '2024-02-29')"];

  it('go with a text of SQL', () => {
    expect(elsewhere(DECLARED, sql('SELECT id + n, session.s.a FROM range(1) LIMIT n'))).toEqual([[2, 19782]]);
  });
  it('go with a DataFrame, and into subqueries', () => {
    const input = sql('SELECT * FROM range(4) WHERE id IN (SELECT n)');
    expect(elsewhere(DECLARED, { type: 'Project', input, expressions: [{ type: 'UnresolvedAttribute', unparsedIdentifier: 'n' }] })).toEqual([[2]]);
  });
  it('go into temporary views with the values that they have now', () => {
    const view = 'CREATE TEMPORARY VIEW v AS SELECT n AS x';
    expect(elsewhere([...DECLARED, view, 'SET VAR n = 3'], sql('SELECT x FROM v'))).toEqual([[3]]);
  });
});

describe('functions written in SQL', () => {
  const MADE = ['CREATE FUNCTION twice(x INT) RETURNS INT RETURN x + x', 'CREATE TEMPORARY FUNCTION four_times(x INT DEFAULT 1) RETURNS INT RETURN twice(twice(x))', 'CREATE TEMPORARY FUNCTION pair(n INT) RETURNS TABLE (a INT, b INT) RETURN SELECT n, twice(n)'];

  it('go with a plan, and those that they call', () => {
    expect(elsewhere(MADE, sql('SELECT four_times(), four_times(3), default.twice(b), a FROM pair(5)'))).toEqual([[4, 12, 20, 5]]);
  });
});
