/** Walking and rewriting resolved plans. */
import { unreachable } from '../core/index.ts';
import { mapSortOrders } from './expression-visit.ts';
import type { Rewrite } from './expression-visit.ts';
import {
  aggregateNode,
  deduplicateNode,
  distinctNode,
  expandNode,
  filterNode,
  generateNode,
  hintNode,
  joinNode,
  limitNode,
  offsetNode,
  projectNode,
  repartitionByExpressionNode,
  repartitionNode,
  sampleNode,
  setOpNode,
  sortNode,
  subqueryAliasNode,
  tailNode,
  unionNode,
  watermarkNode,
  windowNode,
  withCteNode,
} from './nodes.ts';
import type { AttributeReference, LogicalPlan, NamedExpression, ResolvedExpression } from './resolved.ts';

/** Inputs, left to right. */
export function inputsOf(p: LogicalPlan): readonly LogicalPlan[] {
  switch (p.node) {
    case 'LocalData':
    case 'Range':
    case 'DataSourceScan':
    case 'InMemoryRelation':
    case 'UnionLoopRef':
    case 'CTERelationRef':
      return [];
    case 'WithCTE':
      return [...p.definitions.map((d) => d.plan), p.input];
    case 'UnionLoop':
      return [p.anchor, p.recursion];
    case 'Join':
    case 'SetOp':
      return [p.left, p.right];
    case 'Union':
      return p.inputs;
    default:
      return [p.input];
  }
}

/** The same operator over other inputs, its output worked out again; the node itself if the inputs are the same. */
export function withInputs(p: LogicalPlan, inputs: readonly LogicalPlan[]): LogicalPlan {
  const old = inputsOf(p);
  if (old.length === inputs.length && old.every((x, i) => x === inputs[i])) return p;
  const built = rebuild(p, inputs);
  return p.planIds === undefined ? built : { ...built, planIds: p.planIds };
}

function rebuild(p: LogicalPlan, inputs: readonly LogicalPlan[]): LogicalPlan {
  const input = inputs[0] as LogicalPlan;
  switch (p.node) {
    case 'LocalData':
    case 'Range':
    case 'DataSourceScan':
    case 'InMemoryRelation':
    case 'UnionLoopRef':
    case 'CTERelationRef':
      return p;
    case 'WithCTE':
      return withCteNode(inputs[inputs.length - 1] as LogicalPlan, p.definitions.map((d, i) => ({ ...d, plan: inputs[i] as LogicalPlan })));
    case 'UnionLoop':
      return { ...p, anchor: input, recursion: inputs[1] as LogicalPlan };
    case 'Project':
      return projectNode(input, p.expressions);
    case 'Filter':
      return filterNode(input, p.condition);
    case 'Join':
      return joinNode(input, inputs[1] as LogicalPlan, p.joinType, p.condition, p.hint, existsAttribute(p));
    case 'Aggregate':
      return aggregateNode(input, p.grouping, p.aggregates);
    case 'Expand':
      return expandNode(input, p.projections, p.output);
    case 'Window':
      return windowNode(input, p.windowExpressions, p.partitionBy, p.orderBy);
    case 'WindowGroupLimit':
      return { ...p, input, output: input.output };
    case 'Sort':
      return sortNode(input, p.order, p.global);
    case 'Limit':
      return p.global === true ? { ...limitNode(input, p.limit), global: true } : limitNode(input, p.limit, p.local);
    case 'Offset':
      return offsetNode(input, p.offset);
    case 'Tail':
      return tailNode(input, p.limit);
    case 'Union':
      return unionNode(inputs);
    case 'SetOp':
      return setOpNode(p.op, p.all, input, inputs[1] as LogicalPlan);
    case 'Deduplicate':
      return deduplicateNode(input, p.keys, p.withinWatermark);
    case 'Distinct':
      return distinctNode(input);
    case 'Repartition':
      return repartitionNode(input, p.numPartitions, p.shuffle);
    case 'RepartitionByExpression':
      return repartitionByExpressionNode(input, p.expressions, p);
    case 'Generate':
      return generateNode(input, p.generator, p.outer, p.generatorOutput, p.required);
    case 'Sample':
      return sampleNode(input, p);
    case 'SubqueryAlias':
      return p.isView === true ? { ...subqueryAliasNode(input, p.alias, p.nameParts), isView: true } : subqueryAliasNode(input, p.alias, p.nameParts);
    case 'CollectMetrics':
      return { ...p, input, output: input.output };
    case 'ResolvedHint':
      return hintNode(input, p.strategy);
    case 'EventTimeWatermark':
      return watermarkNode(input, p.eventTime, p.delay);
    default:
      return unreachable(p);
  }
}

/** The attribute that an existence join adds. */
export function existsAttribute(p: LogicalPlan): AttributeReference | undefined {
  return p.node === 'Join' && p.joinType === 'existence' ? p.output[p.output.length - 1] : undefined;
}

/** Expressions that the operator itself evaluates. */
export function expressionsOf(p: LogicalPlan): readonly ResolvedExpression[] {
  switch (p.node) {
    case 'Project':
      return p.expressions;
    case 'Filter':
      return [p.condition];
    case 'Join':
      return p.condition === undefined ? [] : [p.condition];
    case 'Aggregate':
      return [...p.grouping, ...p.aggregates];
    case 'Expand':
      return p.projections.flat();
    case 'Window':
      return [...p.windowExpressions, ...p.partitionBy, ...p.orderBy.map((o) => o.child)];
    case 'WindowGroupLimit':
      return [...p.partitionBy, ...p.orderBy.map((o) => o.child)];
    case 'Sort':
      return p.order.map((o) => o.child);
    case 'Deduplicate':
      return p.keys;
    case 'RepartitionByExpression':
      return [...p.expressions, ...(p.order ?? []).map((o) => o.child)];
    case 'CollectMetrics':
      return p.metrics;
    case 'Generate':
      return [p.generator];
    case 'EventTimeWatermark':
      return [p.eventTime];
    case 'DataSourceScan':
      return p.partitionFilters === undefined ? p.pushedFilters : [...p.pushedFilters, ...p.partitionFilters];
    default:
      return [];
  }
}

/** The same operator over rewritten expressions (not its inputs'). Named ones must stay named. */
export function mapExpressions(p: LogicalPlan, f: Rewrite): LogicalPlan {
  const old = expressionsOf(p);
  if (old.length === 0) return p;
  const memo = new Map<ResolvedExpression, ResolvedExpression>();
  let changed = false;
  for (const e of old) {
    if (memo.has(e)) continue;
    const n = f(e);
    memo.set(e, n);
    if (n !== e) changed = true;
  }
  if (!changed) return p;
  const built = replaceExpressions(p, (e) => memo.get(e) ?? f(e));
  return p.planIds === undefined ? built : { ...built, planIds: p.planIds };
}

function replaceExpressions(p: LogicalPlan, f: Rewrite): LogicalPlan {
  const named = (e: NamedExpression): NamedExpression => f(e) as NamedExpression;
  switch (p.node) {
    case 'Project':
      return projectNode(p.input, p.expressions.map(named));
    case 'Filter':
      return filterNode(p.input, f(p.condition));
    case 'Join':
      return p.condition === undefined ? p : { ...p, condition: f(p.condition) };
    case 'Aggregate':
      return aggregateNode(p.input, p.grouping.map(f), p.aggregates.map(named));
    case 'Expand':
      return expandNode(p.input, p.projections.map((list) => list.map(f)), p.output);
    case 'Window': {
      const exprs = p.windowExpressions.map((e) => f(e) as typeof e);
      return windowNode(p.input, exprs, p.partitionBy.map(f), mapSortOrders(p.orderBy, f));
    }
    case 'WindowGroupLimit':
      return { ...p, partitionBy: p.partitionBy.map(f), orderBy: mapSortOrders(p.orderBy, f) };
    case 'Sort':
      return sortNode(p.input, mapSortOrders(p.order, f), p.global);
    case 'Deduplicate':
      return deduplicateNode(p.input, p.keys.map((k) => f(k) as AttributeReference), p.withinWatermark);
    case 'RepartitionByExpression':
      return repartitionByExpressionNode(p.input, p.expressions.map(f), {
        ...p,
        order: p.order === undefined ? undefined : mapSortOrders(p.order, f),
      });
    case 'CollectMetrics':
      return { ...p, metrics: p.metrics.map(named) };
    case 'Generate':
      return generateNode(p.input, f(p.generator) as typeof p.generator, p.outer, p.generatorOutput, p.required);
    case 'EventTimeWatermark':
      return watermarkNode(p.input, f(p.eventTime) as AttributeReference, p.delay);
    case 'DataSourceScan':
      return { ...p, pushedFilters: p.pushedFilters.map(f), ...(p.partitionFilters === undefined ? {} : { partitionFilters: p.partitionFilters.map(f) }) };
    default:
      return p;
  }
}

export type PlanRewrite = (p: LogicalPlan) => LogicalPlan;

/** Rewrites inputs first, then the node. */
export function transformPlanUp(p: LogicalPlan, f: PlanRewrite): LogicalPlan {
  return f(withInputs(p, inputsOf(p).map((x) => transformPlanUp(x, f))));
}

/** Rewrites the node first, then the inputs of what it became. */
export function transformPlanDown(p: LogicalPlan, f: PlanRewrite): LogicalPlan {
  const q = f(p);
  return withInputs(q, inputsOf(q).map((x) => transformPlanDown(x, f)));
}

export function somePlan(p: LogicalPlan, test: (x: LogicalPlan) => boolean): boolean {
  return test(p) || inputsOf(p).some((x) => somePlan(x, test));
}

/** All nodes that pass, parents before inputs. */
export function collectPlans(p: LogicalPlan, test: (x: LogicalPlan) => boolean): LogicalPlan[] {
  const out: LogicalPlan[] = [];
  const walk = (x: LogicalPlan): void => {
    if (test(x)) out.push(x);
    for (const i of inputsOf(x)) walk(i);
  };
  walk(p);
  return out;
}

/** Whether rows keep arriving: some source of the plan is a stream. */
export function isStreaming(p: LogicalPlan): boolean {
  return somePlan(p, (x) => (x.node === 'DataSourceScan' || x.node === 'CTERelationRef') && x.isStreaming);
}
