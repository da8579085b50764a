/** Operators that have one physical form. */
import { InternalError, unreachable } from '../../core/index.ts';
import { aggregateNode, referencesOf } from '../../plan/index.ts';
import { DIRECT_PARTITION } from '../../functions/misc/direct-partition.ts';
import type { AttributeReference, GenerateNode, NamedExpression, RepartitionByExpressionNode, RepartitionNode } from '../../plan/index.ts';
import { extractParts } from './aggregation.ts';
import { shufflePartitions } from '../conf.ts';
import { filterExec } from '../filter-exec.ts';
import type { Planning, Strategy } from '../context.ts';
import type { PhysicalPlan, ShuffleOrigin } from '../nodes.ts';
import { SINGLE_PARTITION } from '../partitioning.ts';
import type { Partitioning } from '../partitioning.ts';

export const basicOperators: Strategy = (p, planning) => {
  switch (p.node) {
    case 'Project':
      if (p.input.node === 'Generate') return generateUnderProject(p.expressions, p.output, p.input, planning);
      return { op: 'Project', expressions: p.expressions, child: planning.plan(p.input), output: p.output };
    case 'Filter':
      return filterExec(planning.plan(p.input), p.condition);
    case 'Sort':
      return { op: 'Sort', order: p.order, global: p.global, child: planning.plan(p.input), output: p.output };
    case 'Union':
      return { op: 'Union', inputs: p.inputs.map(planning.plan), output: p.output };
    case 'Expand':
      return { op: 'Expand', projections: p.projections, child: planning.plan(p.input), output: p.output };
    case 'Sample': {
      const { lowerBound, upperBound, withReplacement, seed, output } = p;
      return { op: 'Sample', lowerBound, upperBound, withReplacement, seed, child: planning.plan(p.input), output };
    }
    case 'Generate':
      return generateExec(p, p.required ?? p.input.output, planning);
    case 'Repartition':
      return repartition(p, planning);
    case 'RepartitionByExpression':
      return repartitionByExpression(p, planning);
    case 'EventTimeWatermark':
      return { op: 'EventTimeWatermark', eventTime: p.eventTime, delay: p.delay, child: planning.plan(p.input), output: p.output };
    case 'CollectMetrics': {
      const parts = extractParts({ node: 'Aggregate', input: p.input, grouping: [], aggregates: p.metrics, output: [] }, planning.numbers);
      return { op: 'CollectMetrics', metrics: p, parts, child: planning.plan(p.input), output: p.output };
    }
    case 'SubqueryAlias':
    case 'ResolvedHint':
      return planning.plan(p.input);
    case 'Distinct':
      return planning.plan(aggregateNode(p.input, p.output, p.output));
    case 'UnionLoop':
      return { op: 'UnionLoop', loop: p, output: p.output };
    case 'UnionLoopRef':
      throw new InternalError('the rows of a recursive query are read outside of it');
    case 'WithCTE':
    case 'CTERelationRef':
      throw new InternalError('WITH is taken out of plans by the optimizer');
    case 'SetOp':
    case 'Deduplicate':
      throw new InternalError(`${p.node} must be rewritten before a query is planned`);
    case 'LocalData':
    case 'Range':
    case 'DataSourceScan':
    case 'InMemoryRelation':
    case 'Join':
    case 'Aggregate':
    case 'Window':
    case 'WindowGroupLimit':
    case 'Limit':
    case 'Offset':
    case 'Tail':
      return undefined;
    default:
      return unreachable(p);
  }
};

function generateExec(p: GenerateNode, required: readonly AttributeReference[], planning: Planning): PhysicalPlan {
  const { generator, outer, generatorOutput } = p;
  const output = [...required, ...generatorOutput];
  return { op: 'Generate', generator, outer, required, generatorOutput, child: planning.plan(p.input), output };
}

/** Columns of the input that nothing above needs are not repeated for each generated row. */
function generateUnderProject(
  expressions: readonly NamedExpression[],
  output: readonly AttributeReference[],
  generate: GenerateNode,
  planning: Planning,
): PhysicalPlan {
  const used = referencesOf(...expressions);
  // Rows given several times stay beside their copies, as Spark's generator of the set operations has them.
  const beside = generate.generator.fn.internal === true ? referencesOf(...generate.generator.args.slice(1)) : used;
  const child = generateExec(generate, generate.input.output.filter((a) => beside.has(a.exprId)), planning);
  const same = expressions.length === child.output.length && expressions.every((e, i) => e.kind === 'attribute' && e.exprId === child.output[i]?.exprId);
  return same ? child : { op: 'Project', expressions, child, output };
}

/** Rows that are dealt out anew need not be sorted within their partitions. */
function unsorted(p: PhysicalPlan): PhysicalPlan {
  return p.op === 'Sort' && !p.global ? p.child : p;
}

function exchange(child: PhysicalPlan, partitioning: Partitioning, origin: ShuffleOrigin, planning: Planning): PhysicalPlan {
  return { op: 'Exchange', child, partitioning, origin, planId: planning.numbers.planId(), output: child.output };
}

function repartition(p: RepartitionNode, planning: Planning): PhysicalPlan {
  const child = planning.plan(p.input);
  const { numPartitions } = p;
  if (!p.shuffle) return { op: 'Coalesce', numPartitions, child, output: p.output };
  const partitioning: Partitioning = numPartitions === 1 ? SINGLE_PARTITION : { kind: 'roundRobin', numPartitions };
  return exchange(unsorted(child), partitioning, 'REPARTITION_BY_NUM', planning);
}

function repartitionByExpression(p: RepartitionByExpressionNode, planning: Planning): PhysicalPlan {
  const numPartitions = p.numPartitions ?? shufflePartitions(planning.conf);
  return exchange(unsorted(planning.plan(p.input)), partitioningFor(p, numPartitions), shuffleOrigin(p), planning);
}

function shuffleOrigin(p: RepartitionByExpressionNode): ShuffleOrigin {
  const keyless = p.expressions.length === 0 && p.order === undefined;
  if (p.rebalance === true) return keyless ? 'REBALANCE_PARTITIONS_BY_NONE' : 'REBALANCE_PARTITIONS_BY_COL';
  if (p.numPartitions !== undefined) return 'REPARTITION_BY_NUM';
  return keyless ? 'REBALANCE_PARTITIONS_BY_NONE' : 'REPARTITION_BY_COL';
}

function partitioningFor(p: RepartitionByExpressionNode, numPartitions: number): Partitioning {
  if (numPartitions === 1 && p.rebalance !== true) return SINGLE_PARTITION;
  if (p.order !== undefined) return { kind: 'range', order: p.order, numPartitions };
  if (p.expressions.length === 0) return { kind: 'roundRobin', numPartitions };
  const [only] = p.expressions;
  if (only?.kind === 'call' && only.fn === DIRECT_PARTITION) return { kind: 'direct', expression: only, numPartitions };
  return { kind: 'hash', expressions: p.expressions, numPartitions };
}
