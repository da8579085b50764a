/**
 * Scalar subqueries over the same rows are computed by one query, whose single row is a struct of all their values (Spark's
 * `MergeScalarSubqueries`).
 */
import { collectExpressions, expressionsOf, inputsOf, isDeterministic, literal, mapExpressions, operatorCall, projectNode, somePlan, stringLiteral, transformPlanUp, transformUp } from '../../plan/index.ts';
import type { ExprId, LogicalPlan, ResolvedExpression, SubqueryCall } from '../../plan/index.ts';
import { IntegerType, structField, structType } from '../../types/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { freshAlias } from '../support/expressions.ts';
import { mergePlans } from '../support/merge-plans.ts';

/** Subqueries that read alike, and the column of each in the merged plan. */
interface Group {
  plan: LogicalPlan;
  readonly columns: Map<SubqueryCall, ExprId>;
}

export const mergeScalarSubqueries: Rule = {
  name: 'MergeScalarSubqueries',
  apply: (plan, context) => {
    const calls = subqueriesIn(plan).filter(canMerge);
    if (calls.length < 2) return plan;
    const groups = groupsOf(calls);
    const replaced = new Map<SubqueryCall, ResolvedExpression>();
    for (const group of groups) for (const [call, e] of replacements(group, context)) replaced.set(call, e);
    if (replaced.size === 0) return plan;
    return transformPlanUp(plan, (p) => mapExpressions(p, (e) => transformUp(e, (x) => (x.kind === 'subquery' ? (replaced.get(x) ?? x) : x))));
  },
};

/** Operators above come first. */
function subqueriesIn(p: LogicalPlan): SubqueryCall[] {
  const own = expressionsOf(p).flatMap((e) => collectExpressions(e, (x) => x.kind === 'subquery')) as SubqueryCall[];
  return [...new Set([...own, ...inputsOf(p).flatMap(subqueriesIn)])];
}

function canMerge(call: SubqueryCall): boolean {
  if (call.subqueryType !== 'scalar' || call.outerReferences.length > 0 || call.conditions !== undefined) return false;
  return !somePlan(call.plan, (p) => p.node === 'Sample' || !expressionsOf(p).every(isDeterministic));
}

function groupsOf(calls: readonly SubqueryCall[]): readonly Group[] {
  const groups: Group[] = [];
  for (const call of calls) {
    const [column] = call.plan.output;
    if (column === undefined || groups.some((g) => joined(g, call, column.exprId))) continue;
    groups.push({ plan: call.plan, columns: new Map([[call, column.exprId]]) });
  }
  return groups;
}

function joined(group: Group, call: SubqueryCall, column: ExprId): boolean {
  const merged = mergePlans(group.plan, call.plan);
  const place = merged?.columns.get(column);
  if (merged === undefined || place === undefined) return false;
  group.plan = merged.plan;
  group.columns.set(call, place.exprId);
  return true;
}

function replacements({ plan, columns }: Group, context: RuleContext): readonly (readonly [SubqueryCall, ResolvedExpression])[] {
  const calls = [...columns];
  if (calls.length < 2) return [];
  if (plan.output.length === 1) return calls.map(([call]) => [call, { ...call, plan }]);
  const { registry } = context;
  const type = structType(plan.output.map((a) => structField(a.name, a.type, a.nullable)));
  const parts = plan.output.flatMap((a): ResolvedExpression[] => [stringLiteral(a.name), a]);
  const whole = projectNode(plan, [freshAlias(operatorCall(registry, 'struct', parts, type, false), 'mergedValue', context)]);
  return calls.map(([call, id]) => {
    const place = plan.output.findIndex((a) => a.exprId === id);
    const value: SubqueryCall = { kind: 'subquery', subqueryType: 'scalar', plan: whole, outerReferences: [], type, nullable: true };
    const name = stringLiteral((plan.output[place] as LogicalPlan['output'][number]).name);
    return [call, operatorCall(registry, 'getField', [value, name, literal(place, IntegerType)], call.type, true)];
  });
}
