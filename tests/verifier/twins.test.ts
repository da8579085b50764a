/**
 * The verifier matrix over the recorded cases (DESIGN.md, section 9): each query again in batches of 1, 2 and 3 rows, without
 * the optimizer, over other partitions, without broadcasts and adaptive execution, and by the reference interpreter.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSparkSession, Engine, fixedEnvironment, interpretPlan, plainTask, planOf, SparkError, toValues } from '../../engine/index.ts';
import type { EngineOptions, LogicalPlan, Relation, Value } from '../../engine/index.ts';
import { encodeWire } from '../../engine/types/index.ts';
import { REQUIRED_RULE_NAMES } from '../../engine/optimize/index.ts';
import { collectExpressions, expressionsOf, inputsOf, isDeterministic } from '../../engine/plan/index.ts';
import type { Twins } from '../conformance/twins.ts';
import { parseCases } from '../oracle/format.ts';
import type { OracleCase } from '../oracle/format.ts';

const TWINS = join(import.meta.dirname, '../conformance/twins');
const CASES = join(import.meta.dirname, '../oracle/cases');
const DATA_DIR = '/data/case';

interface Variant {
  readonly name: string;
  /** Rows stand in other partitions: what depends on them is left out. */
  readonly parted: boolean;
  readonly options: Partial<EngineOptions>;
}

const conf = (entries: Readonly<Record<string, string>>): Partial<EngineOptions> => ({ conf: entries });

const VARIANTS: readonly Variant[] = [
  { name: 'batches of one row', parted: false, options: { batchRows: 1 } },
  { name: 'batches of two rows', parted: false, options: { batchRows: 2 } },
  { name: 'batches of three rows', parted: false, options: { batchRows: 3 } },
  { name: 'no optimizer', parted: true, options: { onlyRules: new Set(REQUIRED_RULE_NAMES) } },
  { name: 'one partition', parted: true, options: conf({ 'spark.default.parallelism': '1', 'spark.sql.shuffle.partitions': '1' }) },
  { name: 'seven partitions', parted: true, options: conf({ 'spark.default.parallelism': '7', 'spark.sql.shuffle.partitions': '7', 'spark.sql.adaptive.enabled': 'false' }) },
  { name: 'no broadcast', parted: true, options: conf({ 'spark.sql.autoBroadcastJoinThreshold': '-1' }) },
];

/** Cases whose rows Spark leaves open, for a reason that their plans do not show. */
const OPEN: Readonly<Record<string, string>> = {
  'aggregates/histogram_numeric': 'the bins depend on how the partial histograms are merged',
};

function engineFor(oracleCase: OracleCase, options: Partial<EngineOptions>): Engine {
  const settings = { 'spark.sql.session.timeZone': 'UTC', ...options.conf, ...oracleCase.conf };
  const engine = new Engine({ environment: fixedEnvironment(), ...options, conf: settings });
  for (const [path, text] of Object.entries(oracleCase.files)) engine.files.writeText(`${DATA_DIR}/${path}`, text);
  return engine;
}

function planFor(family: Twins<object>, name: string, engine: Engine): Relation | undefined {
  const spark = createSparkSession(engine.client(undefined, { print: () => undefined }));
  return planOf(family.cases[name]?.({ ...family.preamble(spark), spark, data_dir: DATA_DIR })) ?? undefined;
}

const DIGITS = 12;

/** Sums of doubles depend on their order in the last digits. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(DIGITS)) : value;
}

function rowTexts(rows: readonly (readonly Value[])[], plan: LogicalPlan): string[] {
  return rows.map((row) => JSON.stringify(row.map((v, j) => encodeWire((plan.output[j] as LogicalPlan['output'][number]).type, v)), rounded)).sort();
}

function runRows(engine: Engine, plan: Relation): string[] {
  const analyzed = engine.analyzed(plan);
  const { batch } = engine.run(plan);
  const columns = batch.columns.map(toValues);
  return rowTexts(Array.from({ length: batch.length }, (_, i) => columns.map((c) => c[i] as Value)), analyzed);
}

function referenceRows(engine: Engine, plan: Relation): string[] {
  const analyzed = engine.analyzed(plan);
  const setting = (key: string): string | undefined => {
    try {
      return engine.handle({ op: 'conf', action: 'get', key }) as string;
    } catch {
      return undefined;
    }
  };
  const task = plainTask({ conf: setting, ansi: setting('spark.sql.ansi.enabled') !== 'false', sessionTimeZone: setting('spark.sql.session.timeZone') ?? 'UTC' });
  return rowTexts(interpretPlan(analyzed, { task }), analyzed);
}

/** Has a name in rows, and none where a constant is worked out. */
const NAMELESS_IN_CONSTANTS = '_LEGACY_ERROR_TEMP_3243';

/** The rows, or what went wrong. */
function outcome(run: () => string[]): readonly string[] {
  try {
    return run();
  } catch (error) {
    if (error instanceof SparkError) return [`! ${error.condition === NAMELESS_IN_CONSTANTS ? null : error.condition}`];
    throw error;
  }
}

type Test = (p: LogicalPlan) => boolean;

function someNode(p: LogicalPlan, test: Test): boolean {
  const inner = expressionsOf(p).flatMap((e) => collectExpressions(e, (x) => x.kind === 'subquery'));
  return test(p) || inputsOf(p).some((x) => someNode(x, test)) || inner.some((s) => s.kind === 'subquery' && someNode(s.plan, test));
}

/** Chance and the place of rows have a part in it. */
function isRandom(p: LogicalPlan): boolean {
  return p.node === 'Sample' || expressionsOf(p).some((e) => !isDeterministic(e));
}

/** Which rows come, or in which order they are taken together, is open. */
function isOpen(p: LogicalPlan): boolean {
  switch (p.node) {
    case 'Limit':
    case 'Offset':
    case 'Tail':
      return p.input.node !== 'Sort' && p.input.node !== 'Limit' && p.input.node !== 'Offset';
    case 'Deduplicate':
      return p.keys.length < p.output.length;
    default:
      return expressionsOf(p).some((e) => collectExpressions(e, (x) => x.kind === 'aggregate' && x.fn.orderSensitive === true).length > 0);
  }
}

const MANY_ROWS = 10_000n;

/** Row by row such a range takes minutes. */
function isLarge(p: LogicalPlan): boolean {
  return p.node === 'Range' && (p.end - p.start) / p.step > MANY_ROWS;
}

/** Files are not the interpreter's. */
function isBeyondReference(p: LogicalPlan): boolean {
  return p.node === 'DataSourceScan';
}

for (const file of readdirSync(TWINS).filter((f) => f.endsWith('.ts'))) {
  const { default: family } = (await import(join(TWINS, file))) as { default: Twins<object> };
  const cases = new Map(parseCases(family.family, readFileSync(join(CASES, `${family.family}.py`), 'utf8')).map((c) => [c.id, c]));
  describe(family.family, () => {
    it.each(Object.keys(family.cases))('%s', (name) => {
      const id = `${family.family}/${name}`;
      const oracleCase = cases.get(id) as OracleCase;
      const engine = engineFor(oracleCase, {});
      let plan: Relation | undefined;
      try {
        plan = planFor(family, name, engine);
      } catch (error) {
        if (error instanceof SparkError) return;
        throw error;
      }
      if (plan === undefined || someNode(engine.analyzed(plan), (p) => isRandom(p) || isLarge(p))) return;
      const open = OPEN[id] !== undefined || someNode(engine.analyzed(plan), isOpen);
      const wanted = outcome(() => runRows(engine, plan as Relation));
      for (const variant of VARIANTS.filter((v) => !open || !v.parted)) {
        const other = engineFor(oracleCase, variant.options);
        const again = planFor(family, name, other) as Relation;
        expect([variant.name, ...outcome(() => runRows(other, again))]).toEqual([variant.name, ...wanted]);
      }
      if (open || someNode(engine.analyzed(plan), isBeyondReference)) return;
      expect(['reference', ...outcome(() => referenceRows(engine, plan as Relation))]).toEqual(['reference', ...wanted]);
    });
  });
}
