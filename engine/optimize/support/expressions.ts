/** Pieces that rules share: conditions, aliases, and rewriting of a plan's expressions. */
import {
  andAll,
  collectExpressions,
  expressionKey,
  filterNode,
  interpret,
  isDeterministic,
  mapExpressions,
  referencesOf,
  someExpression,
  splitConjuncts,
  stripAlias,
  substitute,
  transformPlanUp,
  transformUp,
  usesOnly,
} from '../../plan/index.ts';
import type { AggregateCall, AggregateNode, Alias, AttributeReference, ExprId, LogicalPlan, NamedExpression, ResolvedExpression } from '../../plan/index.ts';
import type { Value } from '../../types/index.ts';
import { InternalError } from '../../core/index.ts';
import type { Rule, RuleContext } from '../rule.ts';

const OUTPUT_IDS = new WeakMap<LogicalPlan, ReadonlySet<ExprId>>();

export function outputIds(p: LogicalPlan): ReadonlySet<ExprId> {
  let ids = OUTPUT_IDS.get(p);
  if (ids === undefined) {
    ids = new Set(p.output.map((a) => a.exprId));
    OUTPUT_IDS.set(p, ids);
  }
  return ids;
}

/** The condition can be worked out from the plan's columns, and needs some of them. */
export function isAbout(e: ResolvedExpression, p: LogicalPlan): boolean {
  return usesOnly(e, outputIds(p));
}

/** Whether a join can test it (Spark's `canEvaluateWithinJoin`): nothing of chance, no subquery that depends on the row. */
export function evaluatesWithinJoin(e: ResolvedExpression): boolean {
  return isDeterministic(e) && !someExpression(e, (x) => x.kind === 'pythonUdf' || (x.kind === 'subquery' && !(x.subqueryType === 'scalar' && x.outerReferences.length === 0)));
}

const noColumn = (): never => {
  throw new InternalError('a constant asks for a column');
};

/** The value of an expression without columns. Raises what the expression raises. */
export function constantValue(e: ResolvedExpression, context: RuleContext): Value {
  return interpret(e, noColumn, context.task);
}

export function partition<T>(list: readonly T[], test: (x: T) => boolean): [T[], T[]] {
  const yes: T[] = [];
  const no: T[] = [];
  for (const x of list) (test(x) ? yes : no).push(x);
  return [yes, no];
}

/** A filter by all of the conditions; the plan itself for none. */
export function filterBy(p: LogicalPlan, conditions: readonly ResolvedExpression[], context: RuleContext): LogicalPlan {
  const condition = andAll(context.registry, conditions);
  return condition === undefined ? p : filterNode(p, condition);
}

/** Conjuncts, each once. */
export function distinctConjuncts(e: ResolvedExpression): ResolvedExpression[] {
  return distinctBy(splitConjuncts(e));
}

export function distinctBy(list: readonly ResolvedExpression[]): ResolvedExpression[] {
  const seen = new Set<string>();
  return list.filter((e) => {
    const key = expressionKey(e);
    if (seen.has(key)) return !isDeterministic(e);
    seen.add(key);
    return true;
  });
}

/** What each alias of a list stands for. */
export function aliasMap(list: readonly NamedExpression[]): Map<ExprId, ResolvedExpression> {
  const out = new Map<ExprId, ResolvedExpression>();
  for (const e of list) if (e.kind === 'alias') out.set(e.exprId, stripAlias(e));
  return out;
}

/** The expression over what the aliases stand for, under its own name and id. */
export function substituteNamed(e: NamedExpression, by: ReadonlyMap<ExprId, ResolvedExpression>): NamedExpression {
  if (e.kind === 'alias') {
    const child = substitute(e.child, by);
    return child === e.child ? e : { ...e, child: stripAlias(child) };
  }
  const value = by.get(e.exprId);
  if (value === undefined) return e;
  if (value.kind === 'attribute' && value.exprId === e.exprId) return e;
  return aliasAs(stripAlias(value), e);
}

/** The value under the column's name and id. */
export function aliasAs(child: ResolvedExpression, a: NamedExpression): Alias {
  const { name, exprId, metadata } = a;
  return { kind: 'alias', child, name, exprId, type: child.type, nullable: child.nullable, ...(metadata === undefined ? {} : { metadata }) };
}

/** A value under a new id. */
export function freshAlias(child: ResolvedExpression, name: string, context: RuleContext): Alias {
  return { kind: 'alias', child, name, exprId: context.nextExprId(), type: child.type, nullable: child.nullable };
}

/** Rewrites an expression from its operands up; what a node shows as a column keeps its name and id. */
export function rewriteKeepingName(e: ResolvedExpression, f: (x: ResolvedExpression) => ResolvedExpression): ResolvedExpression {
  if (e.kind !== 'attribute') return transformUp(e, f);
  const value = f(e);
  return value === e || value.kind === 'attribute' || value.kind === 'alias' ? value : aliasAs(value, e);
}

/** A rule that rewrites every expression of a plan, operands first. */
export function expressionRule(name: string, f: (e: ResolvedExpression, context: RuleContext) => ResolvedExpression, required = false): Rule {
  return {
    name,
    ...(required ? { required } : {}),
    apply: (plan, context) => transformPlanUp(plan, (p) => mapExpressions(p, (e) => transformUp(e, (x) => f(x, context)))),
  };
}

/** The ids of the columns that expressions use. */
export function usedIds(list: readonly ResolvedExpression[]): Set<ExprId> {
  return new Set(referencesOf(...list).keys());
}

export function sameColumns(a: readonly AttributeReference[], b: readonly AttributeReference[]): boolean {
  return a.length === b.length && a.every((x, i) => x.exprId === b[i]?.exprId);
}

/** Tells rows apart, or asks what does not depend on how often each comes. */
export function ignoresRepeats(p: AggregateNode): boolean {
  const calls = p.aggregates.flatMap((e) => collectExpressions(e, (x) => x.kind === 'aggregate') as AggregateCall[]);
  return calls.length === 0 ? p.grouping.length > 0 : calls.every((c) => c.distinct || c.fn.ignoresRepeats === true);
}
