/** The plans of the twins run again as the judge runs them: through the wire, in an engine that knows nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSparkSession, Engine, fixedEnvironment, planOf, SparkError, tableJson } from '../../engine/index.ts';
import type { Relation } from '../../engine/index.ts';
import { parseCases } from '../oracle/format.ts';
import type { OracleCase } from '../oracle/format.ts';
import type { Twins } from './twins.ts';

const TWINS = join(import.meta.dirname, 'twins');
const CASES = join(import.meta.dirname, '../oracle/cases');
const DATA_DIR = '/data/case';

function engineFor(oracleCase: OracleCase, cacheAnalysis: boolean): Engine {
  const engine = new Engine({ environment: fixedEnvironment(), conf: { 'spark.sql.session.timeZone': 'UTC', ...oracleCase.conf }, cacheAnalysis });
  for (const [path, text] of Object.entries(oracleCase.files)) engine.files.writeText(`${DATA_DIR}/${path}`, text);
  return engine;
}

/** Rows as text, or the condition of the error. */
function outcomeOf(engine: Engine, plan: Relation): string {
  try {
    const { schema, batch } = engine.run(plan);
    return JSON.stringify(tableJson(schema, batch));
  } catch (error) {
    if (error instanceof SparkError) return `! ${error.condition}`;
    throw error;
  }
}

/** The plan of a twin, and the engine that it was made in; undefined where analysis refuses it. */
function planFor(family: Twins<object>, name: string, engine: Engine): Relation | undefined {
  const spark = createSparkSession(engine.client(undefined, { print: () => undefined }));
  try {
    return planOf(family.cases[name]?.({ ...family.preamble(spark), spark, data_dir: DATA_DIR })) ?? undefined;
  } catch (error) {
    if (error instanceof SparkError) return undefined;
    throw error;
  }
}

for (const file of readdirSync(TWINS).filter((f) => f.endsWith('.ts'))) {
  const { default: family } = (await import(join(TWINS, file))) as { default: Twins<object> };
  const cases = new Map(parseCases(family.family, readFileSync(join(CASES, `${family.family}.py`), 'utf8')).map((c) => [c.id, c]));
  describe(family.family, () => {
    it.each(Object.keys(family.cases))('%s', (name) => {
      const oracleCase = cases.get(`${family.family}/${name}`) as OracleCase;
      const engine = engineFor(oracleCase, true);
      const plan = planFor(family, name, engine);
      if (plan === undefined) return;
      const wire = JSON.parse(JSON.stringify(engine.handle({ op: 'portable', plan }))) as Relation;
      const conf = Object.entries(engine.handle({ op: 'conf', action: 'getAll' }) as Record<string, string>);
      const judge = engineFor({ ...oracleCase, conf: { ...oracleCase.conf, ...Object.fromEntries(conf.filter(([k]) => k.startsWith('spark.sql.'))) } }, false);
      expect(outcomeOf(judge, wire)).toBe(outcomeOf(engine, plan));
    });
  });
}
