/** Which parts of a subquery may use columns of the query around it (`CheckAnalysis.checkCorrelationsInSubquery`). */
import { analysisError } from '../core/index.ts';
import { collectExpressions, expressionsOf, inputsOf, mapChildren, showsArgumentsOnly, sortOrderSql, unmarkOuter, usesOuter } from '../plan/index.ts';
import type { LogicalPlan, ResolvedExpression } from '../plan/index.ts';
import type { Analysis } from './analysis.ts';
import { quoted } from './aliases.ts';
import { operatorLine } from './checks.ts';
import { contextOf, placeOfPlan } from './origins.ts';
import { qualifiedSql } from './qualified-text.ts';

const CATEGORY = 'UNSUPPORTED_SUBQUERY_EXPRESSION_CATEGORY';

/** Operators that may hold outer columns themselves. */
const HOSTS: ReadonlySet<LogicalPlan['node']> = new Set(['Filter', 'Project', 'Join']);
/** Operators that outer columns may stand below. */
const PASSABLE: ReadonlySet<LogicalPlan['node']> = new Set([
  ...HOSTS,
  ...(['ResolvedHint', 'Repartition', 'SubqueryAlias', 'Union', 'SetOp', 'Sort', 'RepartitionByExpression', 'Distinct', 'Deduplicate', 'Window', 'Aggregate', 'Limit', 'Offset', 'WithCTE'] as const),
]);

/** Raises CORRELATED_REFERENCE and its kin where a subquery's plan uses outer columns in a place that Spark refuses. */
export function checkCorrelation(analysis: Analysis, plan: LogicalPlan, allowed = true): void {
  const used = expressionsOf(plan).filter(usesOuter);
  if (used.length > 0 && !allowed) throw outOfReach(plan);
  if (used.length > 0 && (isView(plan) || (PASSABLE.has(plan.node) && !HOSTS.has(plan.node)))) throw misplaced(analysis, plan, used);
  inputsOf(plan).forEach((input, i) => checkCorrelation(analysis, input, allowed && mayHold(plan, i)));
}

/** LATERAL VIEW, and a generator in the select list of a query that reads something. */
function isView(plan: LogicalPlan): boolean {
  return plan.node === 'Generate' && plan.input.output.length > 0;
}

/** Whether the input may use outer columns: not the side of a join that gets nulls for what does not match. */
function mayHold(plan: LogicalPlan, input: number): boolean {
  if (plan.node === 'Generate') return isView(plan);
  if (plan.node !== 'Join') return PASSABLE.has(plan.node);
  switch (plan.joinType) {
    case 'inner':
    case 'cross':
      return true;
    case 'right_outer':
      return input === 1;
    case 'full_outer':
      return false;
    default:
      return input === 0;
  }
}

/** Raises …MIXED_OUTER_LOCAL_REFERENCES for an aggregate of outer columns and own ones anywhere in a subquery's plan; it comes before what else is wrong. */
export function checkMixedAggregates(plan: LogicalPlan): void {
  for (const e of expressionsOf(plan)) if (usesOuter(e)) refuseMixedAggregate(e);
  inputsOf(plan).forEach(checkMixedAggregates);
}

function refuseMixedAggregate(e: ResolvedExpression): void {
  for (const a of collectExpressions(e, (x) => x.kind === 'aggregate')) {
    const columns = collectExpressions(a, (x) => x.kind === 'attribute');
    if (!columns.some(usesOuter) || columns.every(usesOuter)) continue;
    throw analysisError(
      `${CATEGORY}.AGGREGATE_FUNCTION_MIXED_OUTER_LOCAL_REFERENCES`,
      '0A000',
      { function: qualifiedSql(a) },
      'An aggregate in a subquery cannot mix columns of the subquery with those of the query around it.',
      contextOf(a.origin),
    );
  }
}

function outOfReach(plan: LogicalPlan): Error {
  return analysisError(
    `${CATEGORY}.ACCESSING_OUTER_QUERY_COLUMN_IS_NOT_ALLOWED`,
    '0A000',
    { treeNode: operatorLine(plan) },
    'This part of the subquery cannot use columns of the query around it.',
  );
}

/** As the query around would write it; Spark's does not reach into arguments that are only for show. */
function fromOutside(e: ResolvedExpression): ResolvedExpression {
  if (e.kind === 'attribute') return unmarkOuter(e);
  return showsArgumentsOnly(e) ? e : mapChildren(e, fromOutside);
}

/** Keys to sort by are shown with their direction. */
function shown(analysis: Analysis, plan: LogicalPlan, used: readonly ResolvedExpression[]): string[] {
  const order = plan.node === 'Sort' ? plan.order : plan.node === 'Window' ? plan.orderBy : [];
  const keys = order.filter((o) => usesOuter(o.child));
  const others = used.filter((e) => !keys.some((o) => o.child === e));
  return [...others.map((e) => quoted(analysis, fromOutside(e))), ...keys.map((o) => `"${sortOrderSql({ ...o, child: fromOutside(o.child) })}"`)];
}

function misplaced(analysis: Analysis, plan: LogicalPlan, used: readonly ResolvedExpression[]): Error {
  const sqlExprs = shown(analysis, plan, used).join(',');
  return analysisError(
    `${CATEGORY}.CORRELATED_REFERENCE`,
    '0A000',
    { sqlExprs },
    `A subquery can use columns of the query around it in WHERE, in its select list and in joins, and not in ${plan.node}: ${sqlExprs}.`,
    placeOfPlan(plan),
  );
}
