/** Aggregates from resolved parts: checked, with generators, windows and lateral aliases above. */
import { analysisError } from '../../core/index.ts';
import { aggregateNode, childrenOf, collectExpressions, expressionKey, filterNode, isFoldable, mapChildren, semanticEquals, referencesOf, stripAlias, toAttribute, someExpression } from '../../plan/index.ts';
import type { AggregateNode, ExprId, LogicalPlan, NamedExpression, ResolvedExpression } from '../../plan/index.ts';
import type { Analysis, Env } from '../analysis.ts';
import { aliasOf, quoted, sqlOf } from '../aliases.ts';
import { addWindows, extractWindows, projectWithWindows } from '../extract-windows.ts';
import { generatorsOf, holdsWindow } from '../expressions/tests.ts';
import { isGeneratorItem, liftGenerators } from '../generators.ts';
import { liftLateral } from '../lateral-aliases.ts';
import { contextOf } from '../origins.ts';
import { qualifiedSql } from '../qualified-text.ts';
import { lateralError } from '../select-items.ts';
import type { SelectItem } from '../select-items.ts';

export interface AggregateParts {
  readonly input: LogicalPlan;
  readonly grouping: readonly ResolvedExpression[];
  readonly items: readonly SelectItem[];
  readonly lateral: ReadonlySet<ExprId>;
  /** HAVING: made into a condition over the aggregate, which may have to give more columns for it. */
  readonly having?: (aggregate: AggregateNode) => HavingResult;
  /** HAVING over a list above the aggregate, whose items use one another: the list's rows that meet it. */
  readonly havingOver?: (aggregate: AggregateNode, list: LogicalPlan) => LogicalPlan;
  /** HAVING over grouping sets, above a list with window functions; undefined where Spark puts it below them. */
  readonly havingOverWindows?: (aggregate: AggregateNode, list: LogicalPlan) => LogicalPlan | undefined;
}

export interface HavingResult {
  readonly aggregate: AggregateNode;
  readonly condition: ResolvedExpression;
}

/** The aggregate and what stands above it. Raises MISSING_AGGREGATION and its kin. */
export function buildAggregate(env: Env, parts: AggregateParts): LogicalPlan {
  const { analysis } = env;
  const grouping = parts.grouping.map(stripAlias);
  for (const g of grouping) checkGrouping(env, g);
  const check: ItemCheck = { analysis, grouping, input: new Set(parts.input.output.map((a) => a.exprId)) };
  for (const item of parts.items) checkItem(check, isGeneratorItem(item) ? item.generator : item);
  if (parts.items.some(isGeneratorItem)) return withGenerators(env, { ...parts, grouping });
  const items = parts.items as readonly NamedExpression[];
  if (parts.lateral.size > 0) return withLateral(env, { ...parts, grouping }, items);
  if (!items.some(holdsWindow)) return filtered(aggregateNode(parts.input, grouping, items), parts.having);
  const { below, list } = extractWindows(analysis, items);
  if (below.some(holdsWindow)) return addWindows(analysis, buildAggregate(env, { ...parts, grouping, items: below, lateral: new Set() }), list);
  const node = aggregateNode(parts.input, grouping, below);
  return parts.havingOverWindows?.(node, addWindows(analysis, node, list)) ?? addWindows(analysis, filtered(node, parts.having), list);
}

/** The aggregate under its HAVING; what was added for that is dropped again above. */
function filtered(node: AggregateNode, having: AggregateParts['having']): LogicalPlan {
  if (having === undefined) return node;
  const { aggregate, condition } = having(node);
  const filter = filterNode(aggregate, condition);
  if (aggregate === node) return filter;
  return { node: 'Project', input: filter, expressions: node.output, output: node.output };
}

const aggregates = new WeakMap<LogicalPlan, AggregateNode>();

/** The aggregate of a select list whose items use one another; undefined for other plans. */
export function aggregateOfSelect(plan: LogicalPlan): AggregateNode | undefined {
  return aggregates.get(plan);
}

/** Grouping keys and aggregates first, then the list over them, whose items use one another. */
function withLateral(env: Env, parts: AggregateParts, items: readonly NamedExpression[]): LogicalPlan {
  const { analysis } = env;
  if (parts.havingOver !== undefined && items.some(holdsWindow)) throw lateralUnderHaving(items, parts.lateral);
  const made = new Map<string, NamedExpression>();
  const lift = (e: ResolvedExpression): ResolvedExpression => {
    const isKey = parts.grouping.some((g) => semanticEquals(g, e));
    if (!isKey && e.kind !== 'aggregate') return mapChildren(e, lift);
    const key = expressionKey(e);
    const known = made.get(key) ?? (e.kind === 'attribute' ? e : aliasOf(e, sqlOf(analysis, e), analysis.context.nextExprId()));
    made.set(key, known);
    return toAttribute(known);
  };
  const above = items.map((e) => (e.kind === 'attribute' ? (lift(e) as NamedExpression) : { ...e, child: lift(e.child) }));
  const node = aggregateNode(parts.input, parts.grouping, [...made.values()]);
  const lifted = liftLateral(analysis, node, above, parts.lateral);
  const list = projectWithWindows(analysis, lifted.input, lifted.items);
  if (parts.havingOver !== undefined) return parts.havingOver(node, list);
  aggregates.set(list, node);
  return list;
}

function lateralUnderHaving(items: readonly NamedExpression[], lateral: ReadonlySet<ExprId>): Error {
  const plain = items.filter((e) => !holdsWindow(e));
  const [first] = [...plain, ...items].flatMap((e) => [...referencesOf(e).keys()].filter((id) => lateral.has(id)));
  const name = items.find((e) => e.exprId === first)?.name ?? '';
  return lateralError('LATERAL_COLUMN_ALIAS_IN_AGGREGATE_WITH_WINDOW_AND_HAVING', name, {}, 'a list with window functions over groups that HAVING filters');
}

/** The arguments of a generator are worked out by the aggregate, the generator above it. */
function withGenerators(env: Env, parts: AggregateParts): LogicalPlan {
  const { analysis } = env;
  const generators = parts.items.filter(isGeneratorItem);
  if (generators.length > 1) {
    const shown = generators.map((g) => quoted(analysis, g.generator)).join(', ');
    throw analysisError(
      'UNSUPPORTED_GENERATOR.MULTI_GENERATOR',
      '42K0E',
      { num: String(generators.length), generators: shown },
      `An aggregate can have one function that gives several rows, not ${generators.length}: ${shown}.`,
    );
  }
  const inputs: NamedExpression[] = [];
  const above = parts.items.map((item): SelectItem => {
    if (!isGeneratorItem(item)) {
      inputs.push(item);
      return toAttribute(item);
    }
    const args = item.generator.args.map((a) => {
      if (isFoldable(a)) return a;
      const alias = aliasOf(a, `_gen_input_${inputs.filter((x) => x.name.startsWith('_gen_input_')).length}`, analysis.context.nextExprId());
      inputs.push(alias);
      return toAttribute(alias);
    });
    return { ...item, generator: { ...item.generator, args } };
  });
  const base = buildAggregate(env, { ...parts, items: inputs });
  const lifted = liftGenerators(analysis, base, above);
  return projectWithWindows(analysis, lifted.input, lifted.items);
}

/** Raises GROUP_BY_AGGREGATE. */
export function refuseGroupOfAggregates(env: Env, g: ResolvedExpression): void {
  const inner = findAggregate(g);
  if (inner !== undefined) {
    const [window] = collectExpressions(g, (x) => x.kind === 'window');
    throw analysisError(
      'GROUP_BY_AGGREGATE',
      '42903',
      { sqlExpr: qualifiedSql(window === undefined ? inner : stripAlias(g)) },
      `Rows cannot be grouped by an aggregate (${sqlOf(env.analysis, inner)}): it is known only once they are grouped.`,
      contextOf((window ?? inner).origin),
    );
  }
}

function checkGrouping(env: Env, g: ResolvedExpression): void {
  refuseGroupOfAggregates(env, g);
  if (holdsWindow(g)) {
    throw analysisError(
      'UNSUPPORTED_EXPR_FOR_OPERATOR',
      '42K0E',
      { operator: 'Aggregate', invalidExprSqls: quoted(env.analysis, g) },
      'Rows cannot be grouped by a window function: make it a column first.',
    );
  }
  if (generatorsOf(g).length > 0) {
    throw analysisError(
      'UNSUPPORTED_EXPR_FOR_OPERATOR',
      '42K0E',
      { operator: 'Aggregate', invalidExprSqls: quoted(env.analysis, stripAlias(g)) },
      'A function that gives several rows cannot be grouped by.',
    );
  }
}

function findAggregate(e: ResolvedExpression): ResolvedExpression | undefined {
  if (e.kind === 'aggregate') return e;
  for (const c of childrenOf(e)) {
    const found = findAggregate(c);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface ItemCheck {
  readonly analysis: Analysis;
  readonly grouping: readonly ResolvedExpression[];
  /** Ids of the input's columns; others are of the query around, the same for all rows. */
  readonly input: ReadonlySet<ExprId>;
}

/** Outside of aggregates only grouping expressions have a value for the group. */
function checkItem(check: ItemCheck, e: ResolvedExpression): void {
  if (e.kind === 'aggregate') return checkAggregateCall(e);
  if (check.grouping.some((g) => semanticEquals(g, e))) return;
  if (e.kind === 'attribute') {
    if (!check.input.has(e.exprId)) return;
    throw missingAggregation(check.analysis, e, check.grouping.length === 0);
  }
  if (e.kind === 'subquery' && e.subqueryType === 'scalar' && e.outerReferences.length > 0) throw correlatedInAggregate(check.analysis, e);
  for (const c of e.kind === 'window' ? windowOperands(e) : childrenOf(e)) checkItem(check, c);
}

function correlatedInAggregate(analysis: Analysis, e: ResolvedExpression): Error {
  return analysisError(
    'SCALAR_SUBQUERY_IS_IN_GROUP_BY_OR_AGGREGATE_FUNCTION',
    '0A000',
    { sqlExpr: quoted(analysis, e) },
    'A subquery that uses columns of the grouped rows has no single value for a group, unless it is grouped by too.',
    contextOf(e.origin),
  );
}

/** The function over a window is worked out on groups: its arguments are items like any other. */
function windowOperands(e: ResolvedExpression): readonly ResolvedExpression[] {
  if (e.kind !== 'window') return [];
  return [...childrenOf(e.function), ...e.partitionBy, ...e.orderBy.map((o) => o.child)];
}

/** Raises NESTED_AGGREGATE_FUNCTION. */
export function checkAggregateCall(e: ResolvedExpression): void {
  if (e.kind === 'aggregate' && (e.fn.name === 'grouping' || e.fn.name === 'grouping_id')) {
    throw analysisError(
      'UNSUPPORTED_GROUPING_EXPRESSION',
      '42K0E',
      {},
      'grouping() and grouping_id() tell grouping sets apart: use them with GROUPING SETS, CUBE or ROLLUP.',
      contextOf(e.origin),
    );
  }
  for (const c of childrenOf(e)) {
    const inner = findAggregate(c);
    if (inner !== undefined && !someExpression(c, (x) => x.kind === 'window')) {
      throw analysisError(
        'NESTED_AGGREGATE_FUNCTION',
        '42607',
        {},
        'An aggregate of an aggregate has no meaning in one step: aggregate first, then aggregate the result.',
        contextOf(inner.origin),
      );
    }
  }
}

export function missingAggregation(analysis: Analysis, e: ResolvedExpression, global: boolean): Error {
  if (global) {
    return analysisError(
      'MISSING_GROUP_BY',
      '42803',
      {},
      `${sqlOf(analysis, e)} stands beside an aggregate over all rows, where it has no single value. Group by it, or aggregate it too.`,
    );
  }
  return analysisError(
    'MISSING_AGGREGATION',
    '42803',
    { expression: quoted(analysis, e), expressionAnyValue: `"any_value(${sqlOf(analysis, e)})"` },
    `${sqlOf(analysis, e)} is neither grouped by nor aggregated, so a group has no single value of it. Group by it too, or take one: first(), any_value().`,
  );
}

