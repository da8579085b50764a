/** Recursive queries: one step of a loop over the rows that the step before gave. */
import type { Batch } from '../columnar/index.ts';
import { SparkError } from '../core/index.ts';
import { LongType } from '../types/index.ts';
import { transformUp } from './expression-visit.ts';
import type { LogicalPlan, UnionLoopNode } from './logical.ts';
import { inputsOf, mapExpressions, withInputs } from './plan-visit.ts';
import type { ResolvedExpression } from './resolved.ts';

/** The loop's recursion over these rows, for a level from 1 on. A loop inside under the same number has rows of its own. */
export function stepOver(loop: UnionLoopNode, rows: Batch, level: number): LogicalPlan {
  const visit = (p: LogicalPlan): LogicalPlan => {
    if (p.node === 'UnionLoopRef') return p.loopId === loop.loopId ? { node: 'LocalData', origin: 'local', batch: rows, output: p.output } : p;
    if (p.node === 'UnionLoop' && p.loopId === loop.loopId) return p;
    return mapExpressions(withInputs(p, inputsOf(p).map(visit)), inExpressions);
  };
  const inExpressions = (e: ResolvedExpression): ResolvedExpression =>
    transformUp(e, (x) => (x.kind === 'subquery' ? { ...x, plan: visit(x.plan) } : withSeedOf(x, level)));
  return visit(loop.recursion);
}

/** Each level draws numbers of its own: its seeds are those of the query and one more for each level after the first. */
function withSeedOf(e: ResolvedExpression, level: number): ResolvedExpression {
  if (level === 1 || e.kind !== 'call' || e.fn.seedAt === undefined) return e;
  const seed = e.args[e.fn.seedAt];
  if (seed?.kind !== 'literal' || (typeof seed.value !== 'number' && typeof seed.value !== 'bigint')) return e;
  const shifted = BigInt.asIntN(64, BigInt(seed.value) + BigInt(level - 1));
  return { ...e, args: e.args.with(e.fn.seedAt, { ...seed, type: LongType, value: shifted }) };
}

const MAX_LEVELS_COUNT = 100;
const MAX_ROWS_COUNT = 1_000_000;

/** The limits of a loop: levels after the anchor, and how many rows in all are too many; -1 for none. */
export interface LoopLimits {
  readonly levels: number;
  readonly rows: number;
}

export function limitsOf(loop: UnionLoopNode, conf: (key: string) => string | undefined): LoopLimits {
  const number = (key: string, fallback: number): number => Number(conf(key) ?? fallback);
  return {
    levels: loop.maxLevels ?? number('spark.sql.cteRecursionLevelLimit', MAX_LEVELS_COUNT),
    rows: loop.limit === undefined ? number('spark.sql.cteRecursionRowLimit', MAX_ROWS_COUNT) : -1,
  };
}

/**
 * The rows of a loop, one batch for each level. Raises RECURSION_LEVEL_LIMIT_EXCEEDED and RECURSION_ROW_LIMIT_EXCEEDED.
 * `run` gives the rows of a plan.
 */
export function* loopRows(loop: UnionLoopNode, limits: LoopLimits, run: (p: LogicalPlan) => Batch): Generator<Batch, void, undefined> {
  let last = run(loop.anchor);
  let count = 0;
  for (let level = 1; last.length > 0; level++) {
    yield last;
    count += last.length;
    if (loop.limit !== undefined && count >= loop.limit) return;
    if (limits.rows >= 0 && count >= limits.rows) throw tooMany(limits.rows);
    if (limits.levels >= 0 && level > limits.levels) throw tooDeep(limits.levels);
    last = run(stepOver(loop, last, level));
  }
}

function tooDeep(limit: number): SparkError {
  return new SparkError({
    errorClass: 'UnknownException',
    condition: 'RECURSION_LEVEL_LIMIT_EXCEEDED',
    sqlState: '42836',
    parameters: { levelLimit: String(limit) },
    sentence: `The recursive query still gave rows after ${limit} steps. Does it ever end? MAX RECURSION LEVEL or spark.sql.cteRecursionLevelLimit allows more.`,
  });
}

function tooMany(limit: number): SparkError {
  return new SparkError({
    errorClass: 'UnknownException',
    condition: 'RECURSION_ROW_LIMIT_EXCEEDED',
    sqlState: '42836',
    parameters: { rowLimit: String(limit) },
    sentence: `The recursive query gave ${limit} rows and more may come. Does it ever end? A LIMIT, or spark.sql.cteRecursionRowLimit, allows more.`,
  });
}
