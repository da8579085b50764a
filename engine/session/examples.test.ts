/** Every example of every function, through SQL and the whole engine. */
import { describe, expect, it } from 'vitest';
import { registry } from '../functions/registry.ts';
import { Engine, fixedEnvironment } from '../index.ts';
import type { Relation } from '../index.ts';

const engine = new Engine({ environment: fixedEnvironment(), conf: { 'spark.sql.timeType.enabled': 'true' } });

function valueOf(sql: string): unknown {
  const query = /\bfrom\b/i.test(sql) && !/\(.*\bfrom\b.*\)/is.test(sql) ? sql.replace(/^(.*?)\s+(from\b.*)$/is, 'SELECT CAST(($1) AS STRING) AS v $2') : `SELECT CAST(${sql} AS STRING) AS v`;
  const table = engine.handle({ op: 'collect', plan: { type: 'SQL', query } as Relation }) as { readonly columns: readonly (readonly unknown[])[] };
  return table.columns[0]?.[0];
}

const examples = registry.all().flatMap((fn) => fn.examples.map(([sql, result]) => ({ name: fn.name, sql, result })));

describe('examples of functions', () => {
  it.each(examples)('$name: $sql', ({ sql, result }) => {
    expect(valueOf(sql)).toBe(result);
  });
});
