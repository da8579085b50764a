/** WITH RECURSIVE: where to begin, and a query over the rows that came last, as a loop. */
import { analysisError, SparkError } from '../../core/index.ts';
import { somePlan } from '../../plan/index.ts';
import type { AttributeReference, LogicalPlan, Relation, SetOperation, UnionLoopNode } from '../../plan/index.ts';
import { sameType, simpleString, withNullsOf } from '../../types/index.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { withoutPlace } from '../origins.ts';
import { aliased } from './columns.ts';

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

export interface RecursiveCte {
  readonly loopId: number;
  readonly name: string;
  readonly columnAliases?: readonly string[];
  readonly plan: Relation;
  readonly maxLevels?: number;
}

/** The rows of `name`, whose own plan may read from it. */
export function recursiveCte(analysis: Analysis, scope: Scope, cte: RecursiveCte): LogicalPlan {
  const { left, right } = parts(cte.plan);
  const { loopId } = cte;
  const named = (p: LogicalPlan): LogicalPlan => aliased(analysis, p, cte.name, cte.columnAliases);
  const anchor = analysis.relation(left, scope);
  const columns = (): AttributeReference[] => anchor.output.map((a) => ({ ...a, exprId: analysis.context.nextExprId(), qualifier: [], nullable: true }));
  // The columns are named as those of the first select, and so are those of the rows of every step.
  const self = { plan: (): LogicalPlan => named({ node: 'UnionLoopRef', loopId, output: columns() }) };
  const recursion = analysis.relation(right, { ...scope, ctes: new Map([...scope.ctes, [analysis.nameKey(cte.name), self]]) });
  checkTypes(anchor, recursion);
  refuseAggregate(recursion, loopId);
  const output = columns().map((a, i) => ({ ...a, type: withNullsOf(a.type, recursion.output[i]?.type ?? a.type) }));
  const loop: UnionLoopNode = { node: 'UnionLoop', loopId, anchor, recursion, output, ...(cte.maxLevels === undefined ? {} : { maxLevels: cte.maxLevels }) };
  return named(loop);
}

/** A step may not aggregate what came before: it sees the last rows only. */
function refuseAggregate(step: LogicalPlan, loopId: number): void {
  const reads = (p: LogicalPlan): boolean => somePlan(p, (x) => x.node === 'UnionLoopRef' && x.loopId === loopId);
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
