/** HAVING, and sorts and filters right above an aggregate: they may use grouping expressions and aggregates it does not show. */
import { parseName } from '../types/index.ts';
import { analysisError } from '../core/index.ts';
import { aggregateNode, collectExpressions, expressionKey, filterNode, inputsOf, mapOperands, outerReferencesOf, projectNode, referencesOf, stripAlias, toAttribute, withAggregatesOutside, withInputs } from '../plan/index.ts';
import type { AggregateNode, AttributeReference, ExprId, LogicalPlan, NamedExpression, ResolvedExpression, SubqueryCall, UnresolvedAttribute } from '../plan/index.ts';
import type { Env, NameFallback } from './analysis.ts';
import { aliasOf, sqlOf } from './aliases.ts';
import { aggregateOfSelect, checkAggregateCall } from './relations/aggregate-build.ts';
import { lookUp } from './expressions/attributes.ts';
import { groupingReplacement, isGrouping, isOverSets, withNulls } from './relations/grouping-sets.ts';
import { hiddenColumns, isClosed, missingFrom, withColumns } from './missing-columns.ts';
import { contextOf } from './origins.ts';
import { unresolvedColumn } from './suggestions.ts';

/** An aggregate, and perhaps the filter on its groups between it and the operator above. */
export interface Below {
  readonly aggregate: AggregateNode;
  /** The same over the aggregate with more columns. */
  rebuild(aggregate: AggregateNode): LogicalPlan;
}

export function replaced(plan: LogicalPlan, from: LogicalPlan, to: LogicalPlan): LogicalPlan {
  return plan === from ? to : withInputs(plan, inputsOf(plan).map((x) => replaced(x, from, to)));
}

/** The aggregate right below, or, with `throughFilter`, below a filter; undefined where there is none. */
export function aggregateBelow(plan: LogicalPlan, throughFilter: boolean): Below | undefined {
  if (isClosed(plan)) return undefined;
  if (plan.node === 'Aggregate') return { aggregate: plan, rebuild: (a) => a };
  const base = aggregateOfSelect(plan);
  if (base !== undefined && plan.planIds === undefined) return { aggregate: base, rebuild: (a) => replaced(plan, base, a) };
  if (!throughFilter || plan.node !== 'Filter' || plan.input.node !== 'Aggregate') return undefined;
  return { aggregate: plan.input, rebuild: (a) => filterNode(a, plan.condition) };
}

/**
 * Columns that the aggregate reads, for names that it does not show. Keys of grouping sets have the names of the columns
 * that they were made from: a sort means the keys, a condition the columns.
 */
export function inputColumns(env: () => Env, aggregate: AggregateNode, seen: Map<ExprId, UnresolvedAttribute>, meansKeys: boolean): NameFallback {
  const { input, grouping } = aggregate;
  const isKey = new Set(isOverSets(aggregate) ? grouping.map(expressionKey) : []);
  const keys = input.output.filter((a) => isKey.has(expressionKey(a)));
  const columns = input.output.filter((a) => !isKey.has(expressionKey(a)));
  return (parts, e) => {
    const hidden = (): readonly AttributeReference[] => hiddenColumns(input).filter((a) => a.qualifier.length > 0);
    const key = meansKeys ? lookUp(env(), parts, keys, e) : undefined;
    const found = key ?? lookUp(env(), parts, columns, e) ?? (parts.length > 1 ? lookUp(env(), parts, hidden(), e) : undefined);
    if (found === undefined) return undefined;
    for (const a of collectExpressions(found, (x) => x.kind === 'attribute') as AttributeReference[]) seen.set(a.exprId, e);
    return found;
  };
}

/** Expressions over an aggregate's output, and the aggregate with the columns that they need besides. */
export class OverAggregate {
  private readonly extra = new Map<string, NamedExpression>();
  private readonly shown: ReadonlySet<ExprId>;
  private readonly read: ReadonlySet<ExprId>;

  constructor(
    private readonly env: Env,
    private readonly aggregate: AggregateNode,
    /** Names that were found among the aggregate's input. */
    private readonly seen: ReadonlyMap<ExprId, UnresolvedAttribute>,
    /** Whether the keys of grouping sets are no longer known by what was written for them. */
    private readonly late = false,
  ) {
    this.shown = new Set(aggregate.output.map((a) => a.exprId));
    this.read = new Set([...aggregate.input.output, ...hiddenColumns(aggregate.input)].map((a) => a.exprId));
  }

  /** The expression by columns of the aggregate. Raises UNRESOLVED_COLUMN for a column that no group has a value of. */
  readonly rewrite = (e: ResolvedExpression): ResolvedExpression => {
    if (this.late && e.kind === 'aggregate' && isGrouping(e)) for (const a of e.args) this.rewrite(a);
    const replaced = this.late && e.kind !== 'aggregate' ? undefined : groupingReplacement(this.env, this.aggregate, e);
    if (replaced !== undefined) return this.rewrite(replaced);
    if (e.kind === 'literal') return e;
    if (e.kind === 'subquery') return this.subquery(e);
    const key = expressionKey(e);
    const known = this.aggregate.aggregates.find((x) => expressionKey(x) === key);
    if (known !== undefined) return toAttribute(known);
    if (e.kind === 'aggregate') {
      this.checkArguments(e);
      return this.add(e, key);
    }
    if (this.aggregate.grouping.some((g) => expressionKey(g) === key)) return this.add(e, key);
    if (e.kind === 'attribute') return this.column(e);
    return withNulls(this.env, mapOperands(e, this.rewrite), e);
  };

  /** A subquery over groups; those of its aggregates that are over the groups' rows are worked out with the others. */
  private subquery(e: SubqueryCall): ResolvedExpression {
    const known = [...this.aggregate.aggregates, ...this.aggregate.grouping].find((x) => expressionKey(x) === expressionKey(e));
    if (known !== undefined) return known.kind === 'alias' ? toAttribute(known) : this.add(e, expressionKey(e));
    const plan = withAggregatesOutside(e.plan, (call) => this.rewrite(call));
    return mapOperands(plan === e.plan ? e : { ...e, plan, outerReferences: outerReferencesOf(plan) }, this.rewrite);
  }

  /** The aggregate with the columns that were asked for; the same one where there are none. */
  result(): AggregateNode {
    if (this.extra.size === 0) return this.aggregate;
    const { input, grouping, aggregates } = this.aggregate;
    const used = referencesOf(...this.extra.values());
    const hidden = hiddenColumns(input).filter((a) => used.has(a.exprId));
    return aggregateNode(withColumns(input, missingFrom(input, hidden)), grouping, [...aggregates, ...this.extra.values()]);
  }

  private add(e: ResolvedExpression, key: string): AttributeReference {
    const known = this.extra.get(key) ?? (e.kind === 'attribute' ? e : aliasOf(e, sqlOf(this.env.analysis, e), this.env.analysis.context.nextExprId()));
    this.extra.set(key, known);
    return toAttribute(known);
  }

  private column(a: AttributeReference): AttributeReference {
    if (this.shown.has(a.exprId) || !this.read.has(a.exprId)) return a;
    const written = this.seen.get(a.exprId);
    throw unresolvedColumn(written === undefined ? [a.name] : parseName(written.unparsedIdentifier), this.proposed(), contextOf(written?.origin));
  }

  private proposed(): readonly AttributeReference[] {
    const aggregates = [...this.extra.values()].filter((x) => stripAlias(x).kind === 'aggregate').map(toAttribute);
    return aggregates.length === 0 ? this.env.columns : [...this.env.columns, ...aggregates];
  }

  private checkArguments(e: ResolvedExpression): void {
    checkAggregateCall(e);
    const wrong = (collectExpressions(e, (x) => x.kind === 'attribute') as AttributeReference[]).filter((a) => this.shown.has(a.exprId) && !this.read.has(a.exprId));
    if (wrong.length === 0) return;
    const list = (columns: readonly AttributeReference[]): string => columns.map((a) => `"${a.name}"`).join(', ');
    throw analysisError(
      'MISSING_ATTRIBUTES.RESOLVED_ATTRIBUTE_APPEAR_IN_OPERATION',
      'XX000',
      { missingAttributes: list(wrong), input: list(this.aggregate.input.output), operator: '!Aggregate', operation: list(wrong) },
      `${sqlOf(this.env.analysis, e)} would aggregate ${list(wrong)}, which is itself a result of the aggregate. Give the result another name.`,
    );
  }
}

/** The plan without the columns that were added for the operator on top. */
export function dropExtra(plan: LogicalPlan, wanted: readonly AttributeReference[]): LogicalPlan {
  return plan.output.length === wanted.length ? plan : projectNode(plan, wanted);
}
