/** WITH RECURSIVE: the query is run over its own last rows until no more come. The rows are the plan. */
import { concatBatches } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import { analysisError, SparkError, unsupported } from '../../core/index.ts';
import { confNumber } from '../../physical/conf.ts';
import { somePlan } from '../../plan/index.ts';
import type { AttributeReference, LocalData, LogicalPlan, Relation, SetOperation } from '../../plan/index.ts';
import { sameType, simpleString } from '../../types/index.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { withoutPlace } from '../origins.ts';
import { aliased } from './columns.ts';

const MAX_LEVELS_COUNT = 100;

/** The anchor, and the part that reads from the name. Raises INVALID_RECURSIVE_CTE, UNION_NOT_SUPPORTED_IN_RECURSIVE_CTE. */
function parts(plan: Relation): SetOperation {
  if (plan.type !== 'SetOperation' || plan.setOpType !== 'union') {
    throw withoutPlace(analysisError('INVALID_RECURSIVE_CTE', '42836', {}, 'A recursive query is a UNION ALL of where to begin and how to go on.'));
  }
  if (!plan.isAll) {
    throw analysisError('UNION_NOT_SUPPORTED_IN_RECURSIVE_CTE', '42836', {}, 'A recursive query is joined by UNION ALL; UNION alone is not possible.');
  }
  return plan;
}

function localRows(output: readonly AttributeReference[], batch: Batch, next: () => number): LocalData {
  return { node: 'LocalData', origin: 'local', batch, output: output.map((a) => ({ ...a, exprId: next(), qualifier: [], nullable: true })) };
}

export interface RecursiveCte {
  readonly name: string;
  readonly columnAliases?: readonly string[];
  readonly plan: Relation;
  readonly maxLevels?: number;
  /** The query asks for no more rows than these. */
  readonly enough?: number;
}

/** The rows of `name`, whose own plan may read from it. */
export function recursiveCte(
  analysis: Analysis,
  scope: Scope,
  cte: RecursiveCte,
): LogicalPlan {
  const { context } = analysis;
  if (context.run === undefined) throw unsupported(`The recursive WITH ${cte.name} in this place`);
  const { left, right } = parts(cte.plan);
  const named = (p: LogicalPlan): LogicalPlan => aliased(analysis, p, cte.name, cte.columnAliases);
  const anchor = named(analysis.relation(left, scope));
  const levels = cte.maxLevels ?? confNumber(context.conf, 'spark.sql.cteRecursionLevelLimit', MAX_LEVELS_COUNT);
  const batches: Batch[] = [];
  let last = context.run(anchor);
  let count = 0;
  for (let level = 1; last.length > 0; level++) {
    batches.push(last);
    count += last.length;
    if (cte.enough !== undefined && count >= cte.enough) break;
    if (level > levels) throw tooDeep(levels);
    const rows = last;
    const self = { plan: (): LogicalPlan => named(localRows(anchor.output, rows, context.nextExprId)) };
    const step = analysis.relation(right, { ...scope, ctes: new Map([...scope.ctes, [analysis.nameKey(cte.name), self]]) });
    checkTypes(anchor, step);
    refuseAggregate(step, rows);
    last = context.run(step);
  }
  const types = anchor.output.map((a) => a.type);
  const all: Batch = batches.length === 0 ? last : concatBatches(types, batches);
  return named(localRows(anchor.output, all, context.nextExprId));
}

/** A step may not aggregate what came before: it sees the last rows only. */
function refuseAggregate(step: LogicalPlan, rows: Batch): void {
  const reads = (p: LogicalPlan): boolean => somePlan(p, (x) => x.node === 'LocalData' && x.batch === rows);
  if (!somePlan(step, (p) => (p.node === 'Aggregate' || p.node === 'Distinct') && reads(p))) return;
  throw withoutPlace(analysisError('INVALID_RECURSIVE_REFERENCE.PLACE', '42836', {}, 'A recursive query cannot aggregate its own rows: at each step it sees only the last ones.'));
}

function checkTypes(anchor: LogicalPlan, step: LogicalPlan): void {
  anchor.output.forEach((a, i) => {
    const b = step.output[i];
    if (b !== undefined && sameType(a.type, b.type, true)) return;
    const [left, right] = [a.type, b?.type ?? { kind: 'null' as const }].map((t) => `"${simpleString(t).toUpperCase()}"`) as [string, string];
    throw new SparkError({
      errorClass: 'UnknownException',
      condition: 'CANNOT_MERGE_INCOMPATIBLE_DATA_TYPE',
      sqlState: '42825',
      parameters: { left, right },
      sentence: `A recursive query must go on with the types that it began with: column ${i + 1} is ${left} first and ${right} then. Cast it.`,
    });
  });
}

function tooDeep(limit: number): SparkError {
  return new SparkError({
    errorClass: 'UnknownException',
    condition: 'RECURSION_LEVEL_LIMIT_EXCEEDED',
    sqlState: '42836',
    parameters: { levelLimit: String(limit) },
    sentence: `The recursive query still gave rows after ${limit} steps. Does it ever end? spark.sql.cteRecursionLevelLimit allows more.`,
  });
}
