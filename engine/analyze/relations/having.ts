/** HAVING: names are columns that the groups were made of, where they have one value for a group, else columns of the result. */
import { SparkError } from '../../core/index.ts';
import { aggregatesOuter, childrenOf, collectExpressions, expressionKey, filterNode, mapChildren, outerOccurrences, referencesOf, someExpression, stripAlias } from '../../plan/index.ts';
import type { Aggregate, AggregateNode, AttributeReference, Expression, ExprId, LogicalPlan, ResolvedExpression, SubqueryCall, UnresolvedAttribute } from '../../plan/index.ts';
import { BooleanType, sameType } from '../../types/index.ts';
import type { Env, NameFallback } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { checkCondition } from '../checks.ts';
import { lookUp } from '../expressions/attributes.ts';
import { isSubquery, looksUp, resolvedAtOnce, withoutNames } from '../expressions/at-once.ts';
import { callOf } from '../expressions/calls.ts';
import { coerce } from '../expressions/casts.ts';
import { missingFrom, withColumns } from '../missing-columns.ts';
import { dropExtra, inputColumns, OverAggregate, replaced } from '../over-aggregate.ts';
import { at, originOf } from '../origins.ts';
import { plainAggregates } from '../expressions/tests.ts';
import type { HavingResult } from './aggregate-build.ts';
import { groupingReplacement, isGrouping, isOverSets } from './grouping-sets.ts';

/** The condition over the aggregate, which may have to give more columns for it. */
export function resolveHaving(around: Env, condition: Expression, node: AggregateNode, r: Aggregate): HavingResult {
  return overGroups(around, condition, node, node, r);
}

/** The rows of a list over an aggregate that meet the condition; names are those of the list. */
export function filterList(around: Env, condition: Expression, node: AggregateNode, list: LogicalPlan, r: Aggregate): LogicalPlan {
  return filtered(overGroups(around, condition, node, list, r), node, list);
}

/** The same of a list with window functions over grouping sets; undefined unless the condition is resolved at once. */
export function filterWindows(around: Env, condition: Expression, node: AggregateNode, list: LogicalPlan, r: Aggregate): LogicalPlan | undefined {
  try {
    const over = overGroups(around, condition, node, list, r);
    return over.late ? undefined : filtered(over, node, list);
  } catch (error) {
    // Below the windows the condition may mean something, or is told wrong there.
    if (error instanceof SparkError) return undefined;
    throw error;
  }
}

function filtered(over: HavingResult, node: AggregateNode, list: LogicalPlan): LogicalPlan {
  const rebuilt = over.aggregate === node ? list : replaced(list, node, over.aggregate);
  const full = withColumns(rebuilt, missingFrom(rebuilt, [...referencesOf(over.condition).values()]));
  return dropExtra(filterNode(full, over.condition), list.output);
}

function overGroups(around: Env, condition: Expression, node: AggregateNode, shown: LogicalPlan, r: Aggregate): HavingResult & { readonly late: boolean } {
  const { analysis, scope } = around;
  const seen = new Map<ExprId, UnresolvedAttribute>();
  const names = new GroupNames(node, shown);
  const env: Env = {
    ...envOf(analysis, scope, [shown], { fallbacks: [inputColumns(() => env, node, seen, false)] }),
    first: (parts, e) => names.find(parts, e, env),
    overGroups: true,
  };
  let resolved = stripAlias(analysis.resolve(condition, env));
  const late = isOverSets(node) && !resolvedAtOnce(resolved, node.aggregates.some(looksUp) ? withoutNames : isSubquery);
  if (names.dropUnfit(env, resolved, late)) resolved = names.retyped(env, resolved) ?? stripAlias(analysis.resolve(condition, env));
  // What is no condition is cast to one, unlike in WHERE.
  if (resolved.type.kind !== 'boolean') resolved = analysis.resolve({ type: 'Cast', expr: condition, toType: 'boolean' }, env);
  const over = new OverAggregate(env, node, seen, late);
  for (const a of plainAggregates(resolved)) if (!isGrouping(a)) over.rewrite(a);
  const rewritten = over.rewrite(resolved);
  checkCondition(env, rewritten, node, r.origin, 'HAVING');
  return { aggregate: over.result(), condition: coerce(analysis, rewritten, BooleanType), late };
}

/** Names of the columns that an aggregate reads. */
class GroupNames {
  private readonly columns: readonly AttributeReference[];
  private readonly grouped: ReadonlySet<string>;
  private readonly made: ReadonlySet<ExprId>;
  /** What was written for a column that was found. */
  private readonly written = new Map<AttributeReference, UnresolvedAttribute>();
  private readonly unfit = new Set<UnresolvedAttribute>();

  constructor(
    private readonly aggregate: AggregateNode,
    shown: LogicalPlan,
  ) {
    const { input, grouping } = aggregate;
    this.columns = input.output.filter((a) => input.node !== 'Expand' || !isKey(a, grouping));
    this.grouped = new Set(grouping.map((g) => expressionKey(stripAlias(g))));
    this.made = new Set(shown.output.map((a) => a.exprId));
  }

  readonly find = (parts: readonly string[], e: UnresolvedAttribute, env: Env): ReturnType<NameFallback> => {
    if (this.unfit.has(e)) return undefined;
    const found = this.column(parts, e, env);
    if (found === undefined) return undefined;
    for (const a of collectExpressions(found, (x) => x.kind === 'attribute') as AttributeReference[]) this.written.set(a, e);
    return found;
  };

  /** A name whose first part is a column without such a field may be one of the result. */
  private column(parts: readonly string[], e: UnresolvedAttribute, env: Env): ResolvedExpression | undefined {
    try {
      return lookUp({ ...env, ambiguousIsUnknown: true }, parts, this.columns, e);
    } catch (error) {
      if (error instanceof SparkError) return undefined;
      throw error;
    }
  }

  /**
   * Remembers names whose columns have no value for a group; true if there are any. A condition over grouping sets that
   * is not resolved at once comes too `late` for their keys: by then other columns stand for them.
   */
  dropUnfit(env: Env, e: ResolvedExpression, late: boolean): boolean {
    if (e.kind === 'aggregate' ? !late || !isGrouping(e) : !late && this.isKey(env, e)) return false;
    if (e.kind === 'subquery') return this.dropInside(env, e, late);
    if (e.kind === 'attribute') return this.drop(e);
    return childrenOf(e).filter((c) => this.dropUnfit(env, c, late)).length > 0;
  }

  private isKey(env: Env, e: ResolvedExpression): boolean {
    return this.grouped.has(expressionKey(e)) || groupingReplacement(env, this.aggregate, e) !== undefined;
  }

  private drop(a: AttributeReference): boolean {
    const written = this.written.get(a);
    if (written === undefined || this.made.has(a.exprId)) return false;
    this.unfit.add(written);
    return true;
  }

  /**
   * The condition over columns of the result, where a column without a value for a group had another type: what the types
   * around that one asked for stays (`ts > '2020'` reads both as moments, though the result's `ts` is a text).
   * Undefined where that makes no difference, and of subqueries.
   */
  retyped(env: Env, e: ResolvedExpression): ResolvedExpression | undefined {
    const by = new Map<AttributeReference, ResolvedExpression>();
    for (const [a, written] of this.written) if (this.unfit.has(written)) by.set(a, stripAlias(env.analysis.resolve(written, env)));
    if (someExpression(e, isSubquery) || [...by].every(([from, to]) => sameType(from.type, to.type, true))) return undefined;
    return exchanged(env, e, by);
  }

  /** Columns of the groups that a subquery uses, outside of aggregates of theirs. */
  private dropInside(env: Env, call: SubqueryCall, late: boolean): boolean {
    const used = new Set(outerOccurrences(call.plan, (e) => !aggregatesOuter(e)).map((a) => a.exprId));
    const unfit = [...this.written].filter(([a]) => used.has(a.exprId) && this.dropUnfit(env, a, false));
    const inValues = (call.inValues ?? []).filter((v) => this.dropUnfit(env, v, late));
    return unfit.length + inValues.length > 0;
  }
}

/** The expression over other operands, whose casts stay. */
function exchanged(env: Env, e: ResolvedExpression, by: ReadonlyMap<AttributeReference, ResolvedExpression>): ResolvedExpression {
  if (e.kind === 'attribute') return by.get(e) ?? e;
  if (e.kind === 'aggregate') return e;
  const over = mapChildren(e, (c) => exchanged(env, c, by));
  if (over === e) return e;
  if (over.kind === 'cast') return coerce(env.analysis, over.child, over.type, over.origin);
  if (over.kind !== 'call' || over.hasOwnSeed === true) return over;
  return at(over.origin, () => callOf(env, over.fn, over.args, originOf(over.origin)));
}

function isKey(a: AttributeReference, grouping: readonly ResolvedExpression[]): boolean {
  return grouping.some((g) => g.kind === 'attribute' && g.exprId === a.exprId);
}
