/** WITH RECURSIVE: where to begin, and a query over the rows that came last, as a loop. */
import { analysisError, SparkError } from '../../core/index.ts';
import { expressionsOf, inputsOf, projectNode, someExpression, somePlan } from '../../plan/index.ts';
import type { AttributeReference, LogicalPlan, NamedExpression, Relation, SetOperation, UnionLoopNode } from '../../plan/index.ts';
import { sameType, simpleString, tightestCommonType, withNullsOf } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { aliasOf } from '../aliases.ts';
import { coerce } from '../expressions/casts.ts';
import { withoutPlace } from '../origins.ts';
import { aliased } from './columns.ts';

/** The anchor, and the part that reads from the name. Raises INVALID_RECURSIVE_CTE, UNION_NOT_SUPPORTED_IN_RECURSIVE_CTE. */
function parts(plan: Relation): SetOperation {
  if (plan.type !== 'SetOperation' || plan.setOpType !== 'union') throw illFormedRecursion();
  if (!plan.isAll) {
    throw analysisError('UNION_NOT_SUPPORTED_IN_RECURSIVE_CTE', '42836', {}, 'A recursive query is joined by UNION ALL; UNION alone is not possible.');
  }
  return plan;
}

/** INVALID_RECURSIVE_CTE. */
export function illFormedRecursion(): SparkError {
  return withoutPlace(analysisError('INVALID_RECURSIVE_CTE', '42836', {}, 'A recursive query is a UNION ALL of where to begin, which does not read from it, and how to go on.'));
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
  const step = analysis.relation(right, { ...scope, ctes: new Map([...scope.ctes, [analysis.nameKey(cte.name), self]]) });
  checkTypes(anchor, step);
  const recursion = withTypesOf(analysis, anchor, step);
  refusePlaces(recursion, loopId);
  const output = columns().map((a, i) => {
    const next = recursion.output[i] ?? a;
    return { ...a, type: withNullsOf(a.type, next.type), nullable: anchor.output[i]?.nullable === true || next.nullable };
  });
  const loop: UnionLoopNode = { node: 'UnionLoop', loopId, anchor, recursion, output, ...(cte.maxLevels === undefined ? {} : { maxLevels: cte.maxLevels }) };
  return named(loop);
}

/** Raises INVALID_RECURSIVE_REFERENCE.PLACE where a step would need all rows of the query: it sees only those that came last. */
function refusePlaces(step: LogicalPlan, loopId: number): void {
  const test = (p: LogicalPlan, found: (x: LogicalPlan) => boolean): boolean =>
    somePlan(p, (x) => found(x) || expressionsOf(x).some((e) => someExpression(e, (y) => y.kind === 'subquery' && test(y.plan, found))));
  const reads = (p: LogicalPlan): boolean => test(p, (x) => x.node === 'UnionLoopRef' && x.loopId === loopId);
  if (!test(step, (p) => wholeInputs(p).some(reads))) return;
  throw withoutPlace(
    analysisError(
      'INVALID_RECURSIVE_REFERENCE.PLACE',
      '42836',
      {},
      'A recursive query sees only its last rows at each step: it cannot aggregate or sort them, nor read them in windows or on the side of an outer join that may lack rows.',
    ),
  );
}

/** The inputs of which an operator must have all rows to be right about any. */
function wholeInputs(p: LogicalPlan): readonly LogicalPlan[] {
  switch (p.node) {
    case 'Aggregate':
    case 'Distinct':
    case 'Window':
    case 'Sort':
      return [p.input];
    case 'Join':
      if (p.joinType === 'inner' || p.joinType === 'cross') return [];
      if (p.joinType === 'right_outer') return [p.left];
      return p.joinType === 'full_outer' ? inputsOf(p) : [p.right];
    default:
      return [];
  }
}

/** A step's columns may be of narrower types than those of the first rows. */
function withTypesOf(analysis: Analysis, anchor: LogicalPlan, step: LogicalPlan): LogicalPlan {
  const types = anchor.output.map((a) => a.type);
  if (step.output.every((b, i) => sameType(b.type, types[i] ?? b.type, true))) return step;
  const cast = (b: AttributeReference, type: DataType): NamedExpression =>
    sameType(b.type, type, true) ? b : aliasOf(coerce(analysis, b, type), b.name, analysis.context.nextExprId());
  return projectNode(step, step.output.map((b, i) => cast(b, types[i] ?? b.type)));
}

function isWiderThan(type: DataType, other: DataType): boolean {
  const common = tightestCommonType(type, other);
  return common !== undefined && sameType(common, type, true);
}

function checkTypes(anchor: LogicalPlan, step: LogicalPlan): void {
  anchor.output.forEach((a, i) => {
    const b = step.output[i];
    if (b !== undefined && (sameType(a.type, b.type, true) || isWiderThan(a.type, b.type))) return;
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
