/** IN and EXISTS become semi, anti and existence joins (Spark's `RewritePredicateSubquery`). */
import {
  aggregateNode,
  andAll,
  childrenOf,
  collectExpressions,
  expressionKey,
  filterNode,
  freshIds,
  inputsOf,
  isOperator,
  joinNode,
  mapChildren,
  mapExpressions,
  operatorCall,
  projectNode,
  semanticEquals,
  someExpression,
  splitConjuncts,
  substitute,
  toAttribute,
  toSql,
  transformPlanUp,
  transformUp,
  usesOnly,
  withInputs,
} from '../../plan/index.ts';
import { analysisError } from '../../core/index.ts';
import type { AggregateNode, AttributeReference, JoinNode, LogicalPlan, NamedExpression, ResolvedExpression, SubqueryCall } from '../../plan/index.ts';
import { BooleanType, quoteIfNeeded } from '../../types/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { freshAlias, outputIds, partition } from '../support/expressions.ts';

export const rewritePredicateSubquery: Rule = {
  name: 'RewritePredicateSubquery',
  required: true,
  apply: (plan, context) =>
    transformPlanUp(plan, (p) => {
      if (p.node === 'Join') return p.condition !== undefined && someExpression(p.condition, isPredicate) ? rewriteJoin(p, p.condition, context) : p;
      if (p.node === 'Aggregate' && p.aggregates.some((e) => holdsOutside(e, p.grouping))) return overGroups(p, context);
      if (p.node === 'Filter') return someExpression(p.condition, isPredicate) ? rewriteFilter(p.input, p.condition, context) : p;
      return inputsOf(p).length === 1 ? rewriteValues(p as Extract<LogicalPlan, { readonly input: LogicalPlan }>, context) : p;
    }),
};

function isPredicate(e: ResolvedExpression): boolean {
  return e.kind === 'subquery' && e.subqueryType !== 'scalar';
}

interface Side {
  readonly plan: LogicalPlan;
  readonly conditions: readonly ResolvedExpression[];
  /** Pairs that IN compares. */
  readonly pairs: readonly (readonly [ResolvedExpression, ResolvedExpression])[];
}

/** The subquery as the right side of a join, its columns apart from those of the left. */
function sideOf(call: SubqueryCall, left: LogicalPlan, context: RuleContext): Side {
  const taken = outputIds(left);
  const shares = call.plan.output.some((a) => taken.has(a.exprId));
  const plan = shares ? freshIds(call.plan, context.nextExprId) : call.plan;
  const renamed = new Map(call.plan.output.map((a, i) => [a.exprId, plan.output[i] as AttributeReference]));
  const own = call.conditions ?? [];
  const conditions = shares ? own.map((c) => substitute(c, renamed)) : own;
  const pairs = (call.inValues ?? []).map((v, i) => [v, plan.output[i] as AttributeReference] as const);
  return { plan, conditions, pairs };
}

function equalities(side: Side, context: RuleContext): ResolvedExpression[] {
  return side.pairs.map(([a, b]) => operatorCall(context.registry, 'equal', [a, b]));
}

/** For NOT IN: a null on either side, where there may be one, may be a match, and so keeps the row out. */
function perhapsEqual(side: Side, context: RuleContext): ResolvedExpression[] {
  return equalities(side, context).map((e) => (!e.nullable ? e : operatorCall(context.registry, 'or', [e, operatorCall(context.registry, 'isNull', [e], BooleanType, false)])));
}

function rewriteFilter(input: LogicalPlan, condition: ResolvedExpression, context: RuleContext): LogicalPlan {
  const [asked, plain] = partition(splitConjuncts(negationsInside(condition, false, context)), (c) => someExpression(c, isPredicate));
  const rest = andAll(context.registry, plain);
  const start = rest === undefined ? input : filterNode(input, rest);
  return asked.reduce<LogicalPlan>((p, c) => asJoin(p, c, context), start);
}

/** NOT moved to the subqueries, where it decides what becomes of a row for which nothing is known. */
function negationsInside(e: ResolvedExpression, negated: boolean, context: RuleContext): ResolvedExpression {
  if (!someExpression(e, isPredicate)) return negated ? operatorCall(context.registry, 'not', [e]) : e;
  const args = e.kind === 'call' ? e.args : [];
  const is = (name: 'not' | 'and' | 'or'): boolean => isOperator(e, name);
  if (is('not')) return negationsInside(args[0] as ResolvedExpression, !negated, context);
  if (is('and') || is('or')) return operatorCall(context.registry, is('and') !== negated ? 'and' : 'or', args.map((x) => negationsInside(x, negated, context)));
  return negated ? operatorCall(context.registry, 'not', [e]) : e;
}

function asJoin(p: LogicalPlan, c: ResolvedExpression, context: RuleContext): LogicalPlan {
  const negated = isOperator(c, 'not') ? (c.args[0] as ResolvedExpression) : undefined;
  const call = negated ?? c;
  if (call.kind !== 'subquery' || call.subqueryType === 'scalar') return withExistence(p, c, context);
  if ((call.inValues ?? []).some((v) => someExpression(v, isPredicate))) return withExistence(p, c, context);
  const side = sideOf(call, p, context);
  const anti = negated !== undefined;
  const pairs = anti && call.subqueryType === 'in' ? perhapsEqual(side, context) : equalities(side, context);
  return join(p, side.plan, anti ? 'left_anti' : 'left_semi', [...pairs, ...side.conditions], context);
}

function join(left: LogicalPlan, right: LogicalPlan, type: JoinNode['joinType'], conditions: readonly ResolvedExpression[], context: RuleContext, exists?: AttributeReference): LogicalPlan {
  return joinNode(left, right, type, andAll(context.registry, conditions), {}, exists);
}

/** The condition over columns that tell whether a match exists. */
function withExistence(p: LogicalPlan, c: ResolvedExpression, context: RuleContext): LogicalPlan {
  const made = existence(p, c, context);
  return projectNode(filterNode(made.plan, made.value), p.output);
}

function existence(p: LogicalPlan, e: ResolvedExpression, context: RuleContext): { plan: LogicalPlan; value: ResolvedExpression } {
  let plan = p;
  const visit = (x: ResolvedExpression): ResolvedExpression => {
    if (!someExpression(x, isPredicate)) return x;
    const negated = isOperator(x, 'not') && (x.args[0] as ResolvedExpression).kind === 'subquery';
    const over = mapChildren(negated ? (x.args[0] as ResolvedExpression) : x, visit);
    if (over.kind !== 'subquery' || over.subqueryType === 'scalar') return over;
    const made = existenceOf(plan, over, negated, context);
    plan = made.plan;
    return negated ? operatorCall(context.registry, 'not', [made.value]) : made.value;
  };
  const value = visit(e);
  return { plan, value };
}

/** A column that tells whether a match exists; under NOT, whether one might. */
function existenceOf(p: LogicalPlan, call: SubqueryCall, negated: boolean, context: RuleContext): { plan: LogicalPlan; value: ResolvedExpression } {
  const exists: AttributeReference = { kind: 'attribute', name: 'exists', exprId: context.nextExprId(), qualifier: [], type: BooleanType, nullable: false };
  const side = sideOf(call, p, context);
  const pairs = negated && call.subqueryType === 'in' ? perhapsEqual(side, context) : equalities(side, context);
  return { plan: join(p, side.plan, 'existence', [...pairs, ...side.conditions], context, exists), value: exists };
}

/** IN and EXISTS as values, in a projection and the like. */
function rewriteValues(p: Extract<LogicalPlan, { readonly input: LogicalPlan }>, context: RuleContext): LogicalPlan {
  let input = p.input;
  const over = mapExpressions(p, (e) => {
    if (!someExpression(e, isPredicate)) return e;
    const made = existence(input, e, context);
    input = made.plan;
    return made.value;
  });
  if (over === p) return p;
  const moved = withInputs(over, [input]);
  return moved.output.length === p.output.length ? moved : projectNode(moved, p.output);
}

/** Whether a subquery stands in the list outside of aggregate functions and grouping expressions. */
function holdsOutside(e: ResolvedExpression, grouping: readonly ResolvedExpression[]): boolean {
  if (e.kind === 'aggregate' || grouping.some((g) => semanticEquals(g, e))) return false;
  return isPredicate(e) || childrenOf(e).some((c) => holdsOutside(c, grouping));
}

/** Subqueries over groups: asked above the aggregate, which makes the keys and aggregates that they are asked with. */
function overGroups(p: AggregateNode, context: RuleContext): LogicalPlan {
  const made = new Map<string, NamedExpression>();
  const lift = (e: ResolvedExpression): ResolvedExpression => {
    const isKey = p.grouping.some((g) => semanticEquals(g, e));
    if (!isKey && e.kind !== 'aggregate') return mapChildren(e, lift);
    const key = expressionKey(e);
    const known = made.get(key) ?? (e.kind === 'attribute' ? e : freshAlias(e, toSql(e), context));
    made.set(key, known);
    return toAttribute(known);
  };
  const above = p.aggregates.map((e) => (e.kind === 'attribute' ? (lift(e) as NamedExpression) : { ...e, child: lift(e.child) }));
  const below = rewriteValues(aggregateNode(p.input, p.grouping, [...made.values()]), context);
  return rewriteValues({ ...projectNode(below, above), output: p.output }, context);
}

/** In the condition of a join: asked of the side that has the columns, of the joined rows where both have. */
function rewriteJoin(p: JoinNode, condition: ResolvedExpression, context: RuleContext): LogicalPlan {
  let { left, right } = p;
  const [onLeft, onRight] = [outputIds(left), outputIds(right)];
  const above: ResolvedExpression[] = [];
  const beside = splitConjuncts(condition).flatMap((c) => {
    if (!someExpression(c, isPredicate)) return [c];
    const asked = collectExpressions(c, isPredicate);
    if (asked.every((e) => usesOnly(e, onLeft))) {
      const made = existence(left, c, context);
      left = made.plan;
      return [made.value];
    }
    if (asked.every((e) => usesOnly(e, onRight))) {
      const made = existence(right, c, context);
      right = made.plan;
      return [made.value];
    }
    if (p.joinType !== 'inner' && p.joinType !== 'cross') throw overBothSides(asked[0] as SubqueryCall);
    above.push(c);
    return [];
  });
  const exists = p.joinType === 'existence' ? p.output.at(-1) : undefined;
  const joined = joinNode(left, right, p.joinType, andAll(context.registry, beside), p.hint, exists);
  const rest = andAll(context.registry, above);
  const kept = rest === undefined ? joined : rewriteFilter(joined, rest, context);
  return kept.output.length === p.output.length ? kept : projectNode(kept, p.output);
}

function overBothSides(call: SubqueryCall): Error {
  const marked = mapChildren(call, (e) => transformUp(e, (x) => (x.kind === 'attribute' ? { ...x, name: [...x.qualifier, x.name].map(quoteIfNeeded).join('.') } : x)));
  return analysisError(
    'UNSUPPORTED_SUBQUERY_EXPRESSION_CATEGORY.UNSUPPORTED_CORRELATED_EXPRESSION_IN_JOIN_CONDITION',
    '0A000',
    { subqueryExpression: toSql(marked) },
    'A subquery in the condition of an outer join can use columns of one side only.',
  );
}
