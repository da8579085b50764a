/**
 * LATERAL subqueries: read once for each row of the left side. A subquery that gives exactly one row is a value for each of
 * its columns; one that filters and projects rows is a join by its filters. Others are computed for all values of the
 * outer columns and joined by them.
 */
import { unsupported } from '../../core/index.ts';
import { andAll, dependentRows, filterNode, freshIds, generateNode, isOperator, joinNode, mapOperands, outerReferencesOf, projectNode, substitute, withNullability } from '../../plan/index.ts';
import type { ExprId, GenerateNode, Join, LogicalPlan, NamedExpression, ResolvedExpression, SubqueryCall } from '../../plan/index.ts';
import type { Env } from '../analysis.ts';
import { aliasOf } from '../aliases.ts';

/** The join of the left side with a subquery over its columns; `condition` is over the columns of both. */
export function lateralJoin(env: Env, r: Join, left: LogicalPlan, right: LogicalPlan, condition: ResolvedExpression | undefined): LogicalPlan {
  const parts = peeled(right);
  if (r.joinType === 'left_outer' && condition === undefined && parts.filters.length === 0 && isGeneratorAlone(parts.base)) return withoutOuterRows(left, right, parts.list, parts.base);
  if (outerReferencesOf(right).length === 0) return joinNode(left, right, r.joinType, condition);
  const type = r.joinType === 'cross' ? 'inner' : r.joinType;
  if (type !== 'inner' && type !== 'left_outer') throw unsupported(`A LATERAL subquery in a ${r.joinType} join`, 'Write the subquery as a join.');
  const columns = condition === undefined && givesOneRow(right) ? values(env, right, parts) : undefined;
  return columns === undefined ? asJoin(env, left, right, type, condition, parts) : qualified(projectNode(left, [...left.output, ...columns]), left, right);
}

/** The left side's columns and the subquery's list, over rows that have the columns of both. */
function listOver(rows: LogicalPlan, left: LogicalPlan, right: LogicalPlan, list: readonly NamedExpression[]): LogicalPlan {
  const shown = list.map((e) => rows.output.find((a) => a.exprId === e.exprId) ?? e);
  return qualified(projectNode(rows, [...left.output, ...shown]), left, right);
}

/** The columns of the subquery under the names that it gave them. */
function qualified(node: LogicalPlan, left: LogicalPlan, right: LogicalPlan): LogicalPlan {
  const output = node.output.map((a, i) => (i < left.output.length ? a : { ...a, qualifier: right.output[i - left.output.length]?.qualifier ?? [] }));
  return { ...node, output };
}

function bare(p: LogicalPlan): LogicalPlan {
  return p.node === 'SubqueryAlias' ? bare(p.input) : p;
}

/** True for aggregates over all rows, and for lists without FROM. */
function givesOneRow(p: LogicalPlan): boolean {
  const plan = bare(p);
  if (plan.node === 'Aggregate') return plan.grouping.length === 0;
  if (plan.node === 'Project') return givesOneRow(plan.input);
  return plan.node === 'LocalData' && plan.batch.length === 1;
}

/** Each column of the one row by itself. */
function values(env: Env, right: LogicalPlan, { list, filters, base }: Peeled): NamedExpression[] {
  const isList = base.node === 'LocalData' && base.output.length === 0 && filters.length === 0;
  return right.output.map((a, i) => aliasOf((isList ? list[i] : undefined) ?? valueOf(env, right, i), a.name, a.exprId, a.metadata));
}

function valueOf(env: Env, right: LogicalPlan, column: number): SubqueryCall {
  const copy = freshIds(right, env.analysis.context.nextExprId);
  const a = copy.output[column];
  const plan = copy.output.length === 1 || a === undefined ? copy : projectNode(copy, [a]);
  const { type, nullable } = right.output[column] ?? { type: { kind: 'null' }, nullable: true };
  return { kind: 'subquery', subqueryType: 'scalar', exprId: env.analysis.context.nextExprId(), plan, outerReferences: outerReferencesOf(plan), type, nullable };
}

/** A generator without rows of its own, which reads those of the left side. */
function isGeneratorAlone(plan: LogicalPlan): plan is GenerateNode {
  return plan.node === 'Generate' && plan.input.output.length === 0 && bare(plan.input).node === 'LocalData';
}

/**
 * A generator LEFT JOINed without a condition. Spark makes one Generate of that and forgets that rows for which nothing is
 * generated were to stay (`OptimizeOneRowRelationSubquery`); `ON true` keeps them.
 */
function withoutOuterRows(left: LogicalPlan, right: LogicalPlan, list: readonly NamedExpression[], base: GenerateNode): LogicalPlan {
  const node = listOver(generateNode(left, base.generator, base.outer, base.generatorOutput), left, right, list);
  return { ...node, output: node.output.map((a, i) => (i < left.output.length ? a : withNullability(a, true))) };
}

/** A generator alone, joined by filters; undefined where it gives a row of nulls that they or the list would tell apart. */
function overGenerator(env: Env, left: LogicalPlan, right: LogicalPlan, base: GenerateNode, list: readonly NamedExpression[], filters: readonly ResolvedExpression[]): LogicalPlan | undefined {
  if (base.outer && (filters.length > 0 || !list.every(isNullWithRow))) return undefined;
  const around = generateNode(left, base.generator, base.outer, base.generatorOutput);
  const condition = andAll(env.analysis.context.registry, filters);
  return listOver(condition === undefined ? around : filterNode(around, condition), left, right, list);
}

/** Null where the row is: columns and their fields. */
function isNullWithRow(e: ResolvedExpression): boolean {
  if (e.kind === 'alias') return isNullWithRow(e.child);
  return e.kind === 'attribute' || (isOperator(e, 'getField') && isNullWithRow(e.args[0] as ResolvedExpression));
}

interface Peeled {
  readonly list: readonly NamedExpression[];
  readonly filters: readonly ResolvedExpression[];
  readonly base: LogicalPlan;
}

/** What a subquery of filters and projections gives and keeps, by the columns of what they stand over. */
function peeled(right: LogicalPlan): Peeled {
  let list: readonly NamedExpression[] = right.output;
  let filters: ResolvedExpression[] = [];
  let base = bare(right);
  for (; base.node === 'Project' || base.node === 'Filter'; base = bare(base.input)) {
    if (base.node === 'Filter') {
      filters.unshift(base.condition);
      continue;
    }
    const made = base.expressions;
    const values = new Map<ExprId, ResolvedExpression>(made.flatMap((e) => (e.kind === 'alias' ? [[e.exprId, e.child] as const] : [])));
    const put = (e: ResolvedExpression): ResolvedExpression => (e.kind === 'attribute' ? (values.get(e.exprId) ?? e) : mapOperands(e, put));
    list = list.map((e) => (e.kind === 'alias' ? { ...e, child: put(e.child) } : (made.find((m) => m.exprId === e.exprId) ?? e)));
    filters = filters.map(put);
  }
  return { list, filters, base };
}

/** Filters become the join's condition, the list a projection above it. */
function asJoin(env: Env, left: LogicalPlan, right: LogicalPlan, type: 'inner' | 'left_outer', condition: ResolvedExpression | undefined, { list, filters, base }: Peeled): LogicalPlan {
  const byColumn = new Map<ExprId, ResolvedExpression>(list.flatMap((e) => (e.kind === 'alias' ? [[e.exprId, e.child] as const] : [])));
  const all = [...filters, ...(condition === undefined ? [] : [substitute(condition, byColumn)])];
  const overLeft = type === 'inner' && isGeneratorAlone(base) ? overGenerator(env, left, right, base, list, all) : undefined;
  if (overLeft !== undefined) return overLeft;
  if (outerReferencesOf(base).length > 0 || (type === 'left_outer' && !list.every(isNullWithRow))) return asDependentJoin(env, left, right, type, condition);
  return listOver(joinNode(left, base, type, andAll(env.analysis.context.registry, all)), left, right, list);
}

/** The subquery for all values of the outer columns at once, joined by them. */
function asDependentJoin(env: Env, left: LogicalPlan, right: LogicalPlan, type: 'inner' | 'left_outer', condition: ResolvedExpression | undefined): LogicalPlan {
  const { registry, nextExprId } = env.analysis.context;
  const rows = dependentRows(right, outerReferencesOf(right), left, { registry, nextExprId });
  const join = joinNode(left, rows.plan, type, andAll(registry, [...rows.conditions, ...(condition === undefined ? [] : [condition])]));
  return qualified(projectNode(join, join.output.slice(0, left.output.length + right.output.length)), left, right);
}
