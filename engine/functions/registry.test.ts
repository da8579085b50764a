/** What every declaration owes, and kernels against the row form: batch sizes, nulls, slices, constants and columns. */
import { describe, expect, it } from 'vitest';
import { slice, toValues, vectorOf } from '../columnar/index.ts';
import type { Batch, Vector } from '../columnar/index.ts';
import { compileExpression } from '../execute/expressions/index.ts';
import { Engine, fixedEnvironment } from '../index.ts';
import type { Relation } from '../index.ts';
import { interpret, plainTask } from '../plan/index.ts';
import type { AttributeReference, LogicalPlan, ResolvedExpression, ScalarCall } from '../plan/index.ts';
import { equalValues } from '../types/index.ts';
import type { Value } from '../types/index.ts';
import { registry } from './registry.ts';
import { SPARK_FUNCTION_NAMES } from './spark-names.ts';

/** Functions whose use is no expression of one value. */
const WITHOUT_EXAMPLES: ReadonlySet<string> = new Set([
  'regrreplacement',
  'raise_error',
  'explode',
  'explode_outer',
  'posexplode',
  'posexplode_outer',
  'inline',
  'inline_outer',
  'stack',
  'json_tuple',
  'variant_explode',
  'variant_explode_outer',
  'grouping',
  'grouping_id',
  'product',
  'direct_shuffle_partition_id',
  'sql_keywords',
  'collations',
]);

const engine = new Engine({ environment: fixedEnvironment(), conf: { 'spark.sql.timeType.enabled': 'true' } });

/** The calls in the analyzed form of an example, each over constants. */
function callsOf(sql: string): ScalarCall[] {
  const plan = engine.analyzed({ type: 'SQL', query: `SELECT ${sql} AS v` } as Relation);
  const out: ScalarCall[] = [];
  const visit = (e: ResolvedExpression): void => {
    if (e.kind === 'alias' || e.kind === 'cast') return visit(e.child);
    if (e.kind !== 'call') return;
    e.args.forEach(visit);
    out.push(e);
  };
  for (const e of projectionOf(plan)) visit(e);
  return out;
}

function projectionOf(plan: LogicalPlan): readonly ResolvedExpression[] {
  return plan.node === 'Project' ? plan.expressions : [];
}

type Argument = { readonly value: Value; readonly constant: boolean };

interface Trial {
  readonly call: ScalarCall;
  readonly input: readonly AttributeReference[];
  /** Values of each column, row by row. */
  readonly columns: readonly (readonly Value[])[];
}

/** The call over columns in place of some arguments: each column holds the example's value, NULL, and the value again. */
function trialOf(call: ScalarCall, args: readonly Argument[]): Trial {
  const input: AttributeReference[] = [];
  const columns: (readonly Value[])[] = [];
  const newArgs = call.args.map((a, i): ResolvedExpression => {
    const { value, constant } = args[i] as Argument;
    if (constant) return { kind: 'literal', value, type: a.type, nullable: value === null };
    const attribute: AttributeReference = { kind: 'attribute', name: `c${i}`, exprId: 1_000_000 + i, qualifier: [], type: a.type, nullable: true };
    input.push(attribute);
    columns.push([value, i % 2 === 0 ? null : value, value, i % 2 === 1 ? null : value, value]);
    return attribute;
  });
  return { call: { ...call, args: newArgs }, input, columns };
}

type Outcome = Value | { readonly raises: string };

function attempt<T>(f: () => T): T | { readonly raises: string } {
  try {
    return f();
  } catch (error) {
    return { raises: String((error as { condition?: string }).condition ?? error) };
  }
}

function byRows({ call, input, columns }: Trial): Outcome[] | { readonly raises: string } {
  const task = plainTask();
  const rows = columns[0]?.length ?? 1;
  return attempt(() =>
    Array.from({ length: rows }, (_, row) => interpret(call, (id) => columns[input.findIndex((a) => a.exprId === id)]?.[row] ?? null, task)),
  );
}

/** Column vectors that do not start at row 0 of their buffers. */
function sliced(type: AttributeReference['type'], values: readonly Value[], from: number, to: number): Vector {
  return slice(vectorOf(type, [...values.slice(0, 1), ...values]), from + 1, to + 1);
}

function byKernel({ call, input, columns }: Trial, batchRows: number): Outcome[] | { readonly raises: string } {
  const task = plainTask();
  const evaluate = compileExpression(call, input);
  const rows = columns[0]?.length ?? 1;
  return attempt(() => {
    const out: Value[] = [];
    for (let from = 0; from < rows; from += batchRows) {
      const to = Math.min(rows, from + batchRows);
      const batch: Batch = { length: to - from, columns: input.map((a, i) => sliced(a.type, columns[i] as readonly Value[], from, to)) };
      out.push(...toValues(evaluate(batch, task)));
    }
    return out;
  });
}

function sameOutcome(call: ScalarCall, a: ReturnType<typeof byRows>, b: ReturnType<typeof byRows>): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return !Array.isArray(a) && !Array.isArray(b) && a.raises === b.raises;
  return a.length === b.length && a.every((x, i) => equalValues(call.type, x as Value, b[i] as Value));
}

const declared = registry.all();

describe('declarations', () => {
  it('have names of their own', () => {
    const names = declared.flatMap((f) => [f.name, ...(f.aliases ?? [])].map((n) => n.toLowerCase()));
    expect(names.length).toBe(new Set(names).size);
  });

  it.each(declared.map((f) => [f.name, f] as const))('%s is documented, with examples', (name, fn) => {
    expect(fn.doc.trim()).toMatch(/\.$/);
    expect(fn.since).toMatch(/^\d+\.\d+\.\d+$/);
    expect(fn.family).not.toBe('');
    expect(fn.examples.length > 0 || WITHOUT_EXAMPLES.has(name)).toBe(true);
  });

  it('tell what Spark has and the engine lacks from what does not exist', () => {
    expect(registry.isKnownUnsupported('ST_SRID')).toBe(true);
    expect(registry.isKnownUnsupported('abs')).toBe(false);
    expect(registry.isKnownUnsupported('frobnicate')).toBe(false);
  });

  it('have names that Spark has, but for internal ones and those of columns', () => {
    const own = declared.filter((f) => f.internal !== true && /^[a-z]/.test(f.name) && !SPARK_FUNCTION_NAMES.has(f.name));
    expect(own.map((f) => f.name).filter((n) => !NOT_LISTED.has(n))).toEqual([]);
  });
});

/** Of `pyspark.sql.functions` only, or of SQL's grammar. */
const NOT_LISTED: ReadonlySet<string> = new Set(['product', 'timestampadd', 'timestampdiff', 'like any', 'like all', 'not like any', 'not like all']);

const scalars = declared.filter((f) => f.kind === 'scalar' && f.deterministic !== false);
const cases = scalars.flatMap((f) => f.examples.map(([sql]) => [f.name, sql] as const));

describe('kernels give what the row form gives', () => {
  it.each(cases)('%s: %s', (_name, sql) => {
    for (const call of callsOf(sql)) {
      if (call.fn.deterministic === false || call.args.length === 0) continue;
      const values = call.args.map((a) => attempt(() => interpret(a, () => null, plainTask())));
      if (values.some((v) => typeof v === 'object' && v !== null && 'raises' in v)) continue;
      const mustBeConstant = call.args.map((_, i) => call.fn.params[Math.min(i, call.fn.params.length - 1)]?.literal === true);
      for (const onlyFirst of [false, true]) {
        const args = call.args.map((_, i) => ({ value: values[i] as Value, constant: mustBeConstant[i] === true || (onlyFirst && i > 0) }));
        const trial = trialOf(call, args);
        const wanted = byRows(trial);
        for (const batchRows of [5, 2, 1]) {
          const got = byKernel(trial, batchRows);
          expect(sameOutcome(call, wanted, got), `${call.fn.name} in batches of ${batchRows}: ${String(wanted)} by rows, ${String(got)} by columns`).toBe(true);
        }
      }
    }
  });
});
