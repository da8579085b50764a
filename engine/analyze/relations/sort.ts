/** Sorts, filters and repartitionings: their names may be columns that the input does not show any more. */
import { analysisError, SparkError } from '../../core/index.ts';
import { collectExpressions, filterNode, referencesOf, repartitionByExpressionNode, repartitionNode, sortNode, stripAlias } from '../../plan/index.ts';
import type { AttributeReference, Expression, ExprId, Filter, LogicalPlan, Repartition, RepartitionByExpression, ResolvedExpression, Sort, SortOrder, SortOrderExpr, SubqueryCall, UnresolvedAttribute } from '../../plan/index.ts';
import { BooleanType } from '../../types/index.ts';
import { confBoolean } from '../../physical/conf.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { quoted } from '../aliases.ts';
import { checkCondition, checkReferences, generatorOutside, operatorLine, refuseWindowless } from '../checks.ts';
import { lookUp } from '../expressions/attributes.ts';
import { coerce } from '../expressions/casts.ts';
import { parsedText } from '../expressions/parsed-text.ts';
import { asSortOrder, checkOrder } from '../expressions/sort-orders.ts';
import { holdsAggregate, holdsGenerator, holdsWindow, plainAggregates } from '../expressions/tests.ts';
import { hiddenColumns, missingFrom, searchBelow, withColumns } from '../missing-columns.ts';
import { at, contextOf } from '../origins.ts';
import { aggregateBelow, dropExtra, inputColumns, OverAggregate } from '../over-aggregate.ts';
import type { Below } from '../over-aggregate.ts';
import { windowedInput } from '../time-windows.ts';
import { refuseStar } from '../misplaced-stars.ts';

/** Names of the input's columns, then those of an aggregate's input, then columns further below. */
class LooseNames {
  readonly env: Env;
  private readonly seen = new Map<ExprId, UnresolvedAttribute>();

  constructor(
    analysis: Analysis,
    scope: Scope,
    private readonly input: LogicalPlan,
    private readonly below: Below | undefined,
    ambiguousIsUnknown = false,
    refusesFunctions?: string,
  ) {
    const env = (): Env => this.env;
    const hidden = (): readonly AttributeReference[] => hiddenColumns(input);
    const known = envOf(analysis, scope, [input], {
      ambiguousIsUnknown,
      hiddenColumns: hidden,
      missing: (id) => hidden().find((a) => a.exprId === id) ?? searchBelow(input, (list) => list.find((a) => a.exprId === id)),
      fallbacks: [
        (parts, e) => (parts.length > 1 ? lookUp(env(), parts, hidden().filter((a) => a.qualifier.length > 0), e) : undefined),
        ...(below === undefined ? [] : [inputColumns(env, below.aggregate, this.seen, true)]),
        (parts, e) => searchBelow(input, (list) => lookUp(env(), parts, list, e)),
      ],
    });
    this.env = refusesFunctions === undefined ? known : { ...known, refusesFunctions };
  }

  /** The expressions over a plan that has all they use. */
  settle(list: readonly ResolvedExpression[]): { readonly plan: LogicalPlan; readonly list: readonly ResolvedExpression[] } {
    if (this.below !== undefined && this.needsAggregate(list)) {
      const over = new OverAggregate(this.env, this.below.aggregate, this.seen, true);
      const rewritten = list.map(over.rewrite);
      const aggregate = over.result();
      const rebuilt = aggregate === this.below.aggregate ? this.input : this.below.rebuild(aggregate);
      return { plan: withColumns(rebuilt, missingFrom(rebuilt, [...referencesOf(...rewritten).values()])), list: rewritten };
    }
    const wanted = missingFrom(this.input, [...referencesOf(...list).values()]).filter((a) => this.env.missing?.(a.exprId) !== undefined);
    return { plan: withColumns(this.input, wanted), list };
  }

  private needsAggregate(list: readonly ResolvedExpression[]): boolean {
    const shown = new Set(this.input.output.map((a) => a.exprId));
    return list.some((e) => holdsAggregate(e) || (collectExpressions(e, (x) => x.kind === 'attribute') as AttributeReference[]).some((a) => !shown.has(a.exprId)));
  }
}

export function sort(r: Sort, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const names = new LooseNames(analysis, scope, input, aggregateBelow(input, true), true, 'Sort');
  const written = everyColumn(r.order, input, names.env);
  const keys = written.map((o) => sortKey(o, input, names.env));
  const settled = names.settle(keys);
  const order = settled.list.map((child, i): SortOrder => {
    const o = written[i] as SortOrderExpr;
    return checkOrder(analysis, { child, ascending: o.direction === 'ascending', nullsFirst: o.nullOrdering === 'nullsFirst' }, o);
  });
  const node = sortNode(settled.plan, order, r.isGlobal);
  if (order.some((o) => holdsGenerator(o.child))) throw generatorOutside(node);
  const asked = order.flatMap((o) => collectExpressions(o.child, (x) => x.kind === 'subquery') as SubqueryCall[]);
  const misplaced = asked.find((s) => s.subqueryType !== 'scalar' || s.outerReferences.length > 0);
  if (misplaced !== undefined) throw subqueryInSort(misplaced, node, r);
  at(r.origin, () => refuseUnsortable(names.env, order));
  checkReferences(node, names.env);
  return dropExtra(node, input.output);
}

/** Rows are sorted by values: neither by whether others exist, nor by what has to be asked for each row. */
function subqueryInSort(call: SubqueryCall, node: LogicalPlan, r: Sort): Error {
  const isScalar = call.subqueryType === 'scalar';
  return analysisError(
    `UNSUPPORTED_SUBQUERY_EXPRESSION_CATEGORY.${isScalar ? 'UNSUPPORTED_CORRELATED_SCALAR_SUBQUERY' : 'UNSUPPORTED_IN_EXISTS_SUBQUERY'}`,
    '0A000',
    { treeNode: operatorLine(node) },
    'Rows cannot be sorted by this subquery: make it a column of the select list and sort by that.',
    contextOf(isScalar ? r.origin : call.origin),
  );
}

/** Aggregates and windows are worked out below a sort. */
function refuseUnsortable(env: Env, order: readonly SortOrder[]): void {
  const bad = order.flatMap((o) => (o.child.kind === 'window' || holdsWindow(o.child) ? collectExpressions(o.child, (x) => x.kind === 'window') : plainAggregates(o.child)));
  if (bad.length === 0) return;
  const invalidExprSqls = bad.map((e) => quoted(env.analysis, e)).join(', ');
  throw analysisError(
    'UNSUPPORTED_EXPR_FOR_OPERATOR',
    '42K0E',
    { operator: 'Sort', invalidExprSqls },
    `Rows cannot be sorted by ${invalidExprSqls}: make it a column first, and sort by that.`,
  );
}

/** `ORDER BY ALL`: by every column, left to right. */
function everyColumn(order: readonly SortOrderExpr[], input: LogicalPlan, env: Env): readonly SortOrderExpr[] {
  const [only] = order;
  if (order.length !== 1 || only?.child.type !== 'UnresolvedAttribute' || only.child.planId !== undefined) return order;
  if (only.child.unparsedIdentifier.toLowerCase() !== 'all' || input.output.some((a) => env.analysis.sameName(a.name, 'all'))) return order;
  return input.output.map((_, i) => ({ ...only, child: { type: 'Literal', dataType: 'integer', value: i + 1 } }));
}

/** The value to sort by: a position of the input's columns, or an expression. */
function sortKey(o: SortOrderExpr, input: LogicalPlan, env: Env): ResolvedExpression {
  const child = o.child.type === 'ExpressionString' ? parsedText(o.child, env) : o.child;
  refuseStar(child, 'Sort', contextOf(child.origin));
  const { conf } = env.analysis.context;
  const isPosition = child.type === 'Literal' && child.dataType === 'integer' && confBoolean(conf, 'spark.sql.orderByOrdinal', true);
  if (!isPosition) return stripAlias(env.analysis.resolve(child, env));
  const column = input.output[Number(child.value) - 1];
  if (column !== undefined) return column;
  throw analysisError(
    'ORDER_BY_POS_OUT_OF_RANGE',
    '42805',
    { index: String(child.value), size: String(input.output.length) },
    `ORDER BY ${String(child.value)} asks for a column that the result has not: it has ${input.output.length}.`,
    contextOf(child.origin),
  );
}

export function filter(r: Filter, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const names = new LooseNames(analysis, scope, input, aggregateBelow(input, false));
  const resolved = stripAlias(analysis.resolve(r.condition, names.env));
  const windowed = windowedInput(names.env, input, [resolved]);
  if (windowed !== undefined) return filterNode(windowed.input, windowed.replace(resolved));
  const { plan, list } = names.settle([resolved]);
  const [condition] = list as readonly [ResolvedExpression];
  refuseWindowless(analysis, condition);
  const raw = filterNode(plan, condition);
  checkCondition(names.env, condition, raw, r.origin, 'WHERE');
  const node = filterNode(plan, coerce(analysis, condition, BooleanType));
  checkReferences(node, names.env);
  return dropExtra(node, input.output);
}

export function checkPartitions(count: number | undefined): void {
  if (count === undefined || count > 0) return;
  throw new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: null,
    sentence: `The number of partitions must be positive, not ${count}.`,
  });
}

export function repartition(r: Repartition, analysis: Analysis, scope: Scope): LogicalPlan {
  checkPartitions(r.numPartitions);
  return repartitionNode(analysis.relation(r.input, scope), r.numPartitions, r.shuffle);
}

export function repartitionByExpression(r: RepartitionByExpression, analysis: Analysis, scope: Scope): LogicalPlan {
  return spreadByKeys(analysis.relation(r.input, scope), r, analysis, scope);
}

/** Rows spread by keys, which may be columns that the input does not show. */
export function spreadByKeys(input: LogicalPlan, r: Pick<RepartitionByExpression, 'partitionExprs' | 'byRange'> & { readonly numPartitions?: number | undefined }, analysis: Analysis, scope: Scope): LogicalPlan {
  checkPartitions(r.numPartitions);
  const names = new LooseNames(analysis, scope, input, undefined);
  const written: readonly Expression[] = r.partitionExprs;
  const ranged = r.byRange === true;
  const keys = written.map((e) => stripAlias(analysis.resolve(e.type === 'SortOrder' ? e.child : e, names.env)));
  const { plan, list } = names.settle(keys);
  const order = ranged
    ? list.map((child, i): SortOrder => {
        const o = asSortOrder(written[i] as Expression);
        return checkOrder(analysis, { child, ascending: o.direction === 'ascending', nullsFirst: o.nullOrdering === 'nullsFirst' }, o);
      })
    : undefined;
  const node = repartitionByExpressionNode(plan, list, { order, numPartitions: r.numPartitions });
  checkReferences(node, names.env);
  return dropExtra(node, input.output);
}
