/** `observe`: figures over the rows of a DataFrame. */
import { analysisError } from '../../core/index.ts';
import { logicalTree, treeText } from '../../physical/index.ts';
import { childrenOf, collectPlans, expressionText, isDeterministic } from '../../plan/index.ts';
import type { CollectMetrics, CollectMetricsNode, LogicalPlan, NamedExpression, ResolvedExpression } from '../../plan/index.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { checkReferences, generatorOutside } from '../checks.ts';
import { contextOf } from '../origins.ts';
import { isGeneratorItem } from '../generators.ts';
import { resolveItems, writtenItems } from '../select-items.ts';
import type { SelectItem } from '../select-items.ts';
import { quoted } from '../aliases.ts';

export function observe(r: CollectMetrics, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const env = envOf(analysis, scope, [input]);
  const { items } = resolveItems(writtenItems(r.metrics, env), env, false);
  const metrics = items.filter((e) => !isGeneratorItem(e)) as NamedExpression[];
  const node: CollectMetricsNode = {
    node: 'CollectMetrics',
    input,
    name: r.name,
    metrics,
    dataframeId: r.input.planId ?? 0,
    output: input.output,
    ...(r.observationId === undefined ? {} : { observationId: r.observationId }),
  };
  if (metrics.length < items.length) throw generatorOutside(node, `'CollectMetrics ${r.name}, [${items.map(itemText).join(', ')}], ${node.dataframeId}`);
  checkReferences(node, env);
  if (r.name === '') throw withoutName(node);
  for (const m of metrics) checkMetric(analysis, m, m, false);
  checkMetricNames(node);
  return node;
}

function itemText(item: SelectItem): string {
  return isGeneratorItem(item) ? `${expressionText(item.generator)} AS ()` : expressionText(item);
}

function withoutName(node: CollectMetricsNode): Error {
  return analysisError('INVALID_OBSERVED_METRICS.MISSING_NAME', '42K0E', { operator: `'${treeText(logicalTree(node))}` }, 'Observed figures need a name.');
}

function invalid(analysis: Analysis, kind: string, metric: NamedExpression, at: ResolvedExpression, sentence: string): Error {
  return analysisError(`INVALID_OBSERVED_METRICS.${kind}`, '42K0E', { expr: quoted(analysis, metric) }, sentence, contextOf(at.origin));
}

/** Aggregates over expressions of columns, without DISTINCT and FILTER, and what is worked out of them and of constants. */
function checkMetric(analysis: Analysis, e: ResolvedExpression, metric: NamedExpression, inAggregate: boolean): void {
  const fail = (kind: string, sentence: string): never => {
    throw invalid(analysis, kind, metric, e, sentence);
  };
  if (e.kind === 'window') fail('WINDOW_EXPRESSIONS_UNSUPPORTED', 'A window function cannot be observed: make it a column first, and observe an aggregate of that.');
  if (e.kind === 'aggregate') {
    if (inAggregate) fail('NESTED_AGGREGATES_UNSUPPORTED', 'An aggregate of an aggregate cannot be observed.');
    if (e.distinct) fail('AGGREGATE_EXPRESSION_WITH_DISTINCT_UNSUPPORTED', 'Rows pass by once: DISTINCT cannot be observed.');
    if (e.filter !== undefined) fail('AGGREGATE_EXPRESSION_WITH_FILTER_UNSUPPORTED', 'FILTER cannot be observed: aggregate a when() expression.');
  }
  if (!inAggregate && e.kind === 'attribute') fail('NON_AGGREGATE_FUNC_ARG_IS_ATTRIBUTE', 'A column has a value in every row: observe an aggregate of it.');
  if (!inAggregate && e.kind !== 'aggregate' && e.kind !== 'alias' && !isDeterministic(e)) fail('NON_AGGREGATE_FUNC_ARG_IS_NON_DETERMINISTIC', 'A random value can be observed inside of an aggregate only.');
  for (const c of childrenOf(e)) checkMetric(analysis, c, metric, inAggregate || e.kind === 'aggregate');
}

/** Raises DUPLICATED_METRICS_NAME: one name for the figures of two DataFrames. */
export function checkMetricNames(plan: LogicalPlan): void {
  const frames = new Map<string, number>();
  for (const p of collectPlans(plan, (x) => x.node === 'CollectMetrics') as CollectMetricsNode[]) {
    if ((frames.get(p.name) ?? p.dataframeId) !== p.dataframeId) throw duplicatedName(p.name);
    frames.set(p.name, p.dataframeId);
  }
}

function duplicatedName(metricName: string): Error {
  return analysisError('DUPLICATED_METRICS_NAME', '42710', { metricName }, `The name ${metricName} is that of other observed figures of this query already.`);
}
