/** What is known of an operator's rows: how they are partitioned and in which order they come (within a partition). */
import { expressionKey, semanticEquals, someExpression, substitute } from '../plan/index.ts';
import type { AttributeReference, ExprId, NamedExpression, ResolvedExpression, SortOrder } from '../plan/index.ts';
import type { BroadcastHashJoinExec, FileSourceScanExec, JoinExec, PhysicalPlan, ShuffledHashJoinExec, SortMergeJoinExec } from './nodes.ts';
import { alternatives, ascendingOrder, partitioningOf, SINGLE_PARTITION, UNKNOWN_PARTITIONING } from './partitioning.ts';
import type { KnownOrder, Partitioning } from './partitioning.ts';

/** Ways to say an expression in a projection's output columns; several aliases of one column give several. */
const MAX_ALTERNATIVES_COUNT = 16;

function renamings(e: ResolvedExpression, projection: readonly NamedExpression[]): ResolvedExpression[] {
  const whole = projection.filter((p) => semanticEquals(p.kind === 'alias' ? p.child : p, e)).map(asAttribute);
  if (e.kind === 'attribute') return whole;
  const ids = new Map<ExprId, AttributeReference>();
  for (const p of projection) {
    const from = p.kind === 'alias' ? p.child : p;
    if (from.kind === 'attribute' && !ids.has(from.exprId)) ids.set(from.exprId, asAttribute(p));
  }
  const missing = someExpression(e, (x) => x.kind === 'attribute' && !ids.has(x.exprId));
  return missing ? whole : [...whole, substitute(e, ids)];
}

function asAttribute(e: NamedExpression): AttributeReference {
  if (e.kind === 'attribute') return e;
  return { kind: 'attribute', name: e.name, exprId: e.exprId, qualifier: [], type: e.type, nullable: e.nullable };
}

function combinations(lists: readonly ResolvedExpression[][]): ResolvedExpression[][] {
  let out: ResolvedExpression[][] = [[]];
  for (const list of lists) {
    out = out.flatMap((head) => list.map((x) => [...head, x])).slice(0, MAX_ALTERNATIVES_COUNT);
  }
  return out;
}

/** The input's partitioning in terms of a projection's columns. */
export function projectPartitioning(p: Partitioning, projection: readonly NamedExpression[]): Partitioning {
  const found = alternatives(p).flatMap((a): Partitioning[] => {
    if (a.kind === 'hash') {
      const lists = a.expressions.map((e) => renamings(e, projection));
      return combinations(lists).map((expressions) => ({ ...a, expressions }));
    }
    if (a.kind === 'range') {
      const lists = a.order.map((o) => renamings(o.child, projection));
      return combinations(lists).map((keys) => ({ ...a, order: a.order.map((o, i) => ({ ...o, child: keys[i] as ResolvedExpression })) }));
    }
    if (a.kind === 'direct') {
      const lists = a.expression.args.map((e) => renamings(e, projection));
      return combinations(lists).map((args) => ({ ...a, expression: { ...a.expression, args } }));
    }
    return [a];
  });
  return partitioningOf(found);
}

/** The input's order in terms of a projection's columns, as far as they tell it. */
export function projectOrdering(order: readonly KnownOrder[], projection: readonly NamedExpression[]): readonly KnownOrder[] {
  const out: KnownOrder[] = [];
  for (const o of order) {
    const [child, ...same] = [o.child, ...(o.same ?? [])].flatMap((e) => renamings(e, projection));
    if (child === undefined) break;
    out.push({ child, ascending: o.ascending, nullsFirst: o.nullsFirst, ...(same.length > 0 ? { same } : {}) });
  }
  return out;
}

export function outputPartitioning(p: PhysicalPlan): Partitioning {
  switch (p.op) {
    case 'Range':
      if (p.numPartitions === 1) return SINGLE_PARTITION;
      return { kind: 'range', order: outputOrdering(p), numPartitions: p.numPartitions };
    case 'FileScan':
      return bucketPartitioning(p);
    case 'Project':
      return projectPartitioning(outputPartitioning(p.child), p.expressions);
    case 'Aggregate':
      return projectPartitioning(
        projectPartitioning(outputPartitioning(p.child), p.grouping),
        p.results,
      );
    case 'Exchange':
      return p.partitioning;
    case 'ReusedExchange':
      return p.exchange.op === 'Exchange' ? renamePartitioning(p.exchange.partitioning, p.exchange.output, p.output) : { kind: 'broadcast' };
    case 'BroadcastExchange':
      return { kind: 'broadcast' };
    case 'SortMergeJoin':
    case 'ShuffledHashJoin':
      return shuffledJoinPartitioning(p);
    case 'BroadcastHashJoin':
      return broadcastJoinPartitioning(p);
    case 'BroadcastNestedLoopJoin':
      return nestedLoopPartitioning(p);
    case 'TakeOrderedAndProject':
    case 'CollectLimit':
    case 'CollectTail':
      return SINGLE_PARTITION;
    case 'Coalesce':
      return p.numPartitions === 1 ? SINGLE_PARTITION : UNKNOWN_PARTITIONING;
    case 'Union':
      return unionPartitioning(p.inputs, p.output);
    case 'Filter':
    case 'Sort':
    case 'MergingSessions':
    case 'Window':
    case 'WindowGroupLimit':
    case 'LocalLimit':
    case 'GlobalLimit':
    case 'Generate':
    case 'Sample':
    case 'EventTimeWatermark':
    case 'CollectMetrics':
    case 'AdaptiveSparkPlan':
    case 'ResultQueryStage':
      return outputPartitioning(p.child);
    case 'InMemoryTableScan':
      return outputPartitioning(p.cached);
    case 'ShuffleQueryStage':
    case 'BroadcastQueryStage':
      return outputPartitioning(p.exchange);
    case 'TableCacheQueryStage':
      return outputPartitioning(p.scan);
    case 'AQEShuffleRead':
      return p.local || p.specs.some((s) => s.mapStart !== undefined) ? UNKNOWN_PARTITIONING : outputPartitioning(p.child);
    default:
      return UNKNOWN_PARTITIONING;
  }
}

/** Buckets are filled by the hash by which shuffles distribute rows. */
function bucketPartitioning({ scan, buckets, output }: FileSourceScanExec): Partitioning {
  const spec = scan.table?.buckets;
  if (spec === undefined || typeof buckets !== 'object') return UNKNOWN_PARTITIONING;
  const expressions = spec.columns.flatMap((name) => output.find((a) => a.name.toLowerCase() === name.toLowerCase()) ?? []);
  return { kind: 'hash', expressions, numPartitions: spec.numBuckets };
}

function renamePartitioning(p: Partitioning, from: readonly AttributeReference[], to: readonly AttributeReference[]): Partitioning {
  const ids = new Map(from.map((a, i) => [a.exprId, to[i] as AttributeReference]));
  const rename = (e: ResolvedExpression): ResolvedExpression => substitute(e, ids);
  switch (p.kind) {
    case 'hash':
      return { ...p, expressions: p.expressions.map(rename) };
    case 'range':
      return { ...p, order: p.order.map((o) => ({ ...o, child: rename(o.child) })) };
    case 'direct':
      return UNKNOWN_PARTITIONING;
    default:
      return p;
  }
}

function shuffledJoinPartitioning(p: SortMergeJoinExec | ShuffledHashJoinExec): Partitioning {
  if (p.skew === true) return UNKNOWN_PARTITIONING;
  const left = outputPartitioning(p.left);
  const right = outputPartitioning(p.right);
  switch (p.joinType) {
    case 'inner':
    case 'cross':
      return partitioningOf([...alternatives(left), ...alternatives(right)]);
    case 'right_outer':
      return right;
    case 'full_outer':
      return UNKNOWN_PARTITIONING;
    default:
      return left;
  }
}

/** Of an inner join: rows hashed by the streamed side's keys are hashed by the other's too, for the two are equal. */
function broadcastJoinPartitioning(p: BroadcastHashJoinExec): Partitioning {
  const streamed = outputPartitioning(p.buildSide === 'right' ? p.left : p.right);
  if (p.joinType !== 'inner' && p.joinType !== 'cross') return streamed;
  const [keys, others] = p.buildSide === 'right' ? [p.leftKeys, p.rightKeys] : [p.rightKeys, p.leftKeys];
  const swap = (e: ResolvedExpression): ResolvedExpression[] => [e, ...others.filter((_, i) => semanticEquals(keys[i] as ResolvedExpression, e))];
  return partitioningOf(
    alternatives(streamed).flatMap((a): Partitioning[] => {
      if (a.kind !== 'hash') return [a];
      return combinations(a.expressions.map(swap)).map((expressions) => ({ ...a, expressions }));
    }),
  );
}

function nestedLoopPartitioning(p: JoinExec & { readonly op: 'BroadcastNestedLoopJoin' }): Partitioning {
  if (p.joinType === 'full_outer') return UNKNOWN_PARTITIONING;
  if (p.joinType === 'inner' || p.joinType === 'cross') return outputPartitioning(p.buildSide === 'right' ? p.left : p.right);
  if (p.joinType === 'right_outer') return p.buildSide === 'left' ? outputPartitioning(p.right) : UNKNOWN_PARTITIONING;
  return p.buildSide === 'right' ? outputPartitioning(p.left) : UNKNOWN_PARTITIONING;
}

/** Inputs hashed alike stay hashed: their partitions are put together one by one. */
function unionPartitioning(inputs: readonly PhysicalPlan[], output: readonly AttributeReference[]): Partitioning {
  const all = inputs.map((x) => alternatives(renamePartitioning(firstAlternative(outputPartitioning(x)), x.output, output))[0] as Partitioning);
  const first = all[0] as Partitioning;
  if (first.kind !== 'hash') return UNKNOWN_PARTITIONING;
  const key = partitioningKey(first);
  return all.every((x) => x.kind === 'hash' && partitioningKey(x) === key) ? first : UNKNOWN_PARTITIONING;
}

function firstAlternative(p: Partitioning): Partitioning {
  return alternatives(p)[0] ?? UNKNOWN_PARTITIONING;
}

function partitioningKey(p: Partitioning & { readonly kind: 'hash' }): string {
  return `${p.numPartitions} ${p.expressions.map(expressionKey).join()}`;
}

export function outputOrdering(p: PhysicalPlan): readonly KnownOrder[] {
  switch (p.op) {
    case 'Range': {
      const ascending = p.step > 0n;
      return p.output.map((a): SortOrder => ({ child: a, ascending, nullsFirst: ascending }));
    }
    case 'Sort':
      return p.order;
    case 'TakeOrderedAndProject':
      return projectOrdering(p.order, p.expressions);
    case 'Project':
      return projectOrdering(outputOrdering(p.child), p.expressions);
    case 'Aggregate': {
      if (p.algorithm !== 'sort') return [];
      return projectOrdering(p.grouping.map((g) => ascendingOrder(asAttribute(g))), p.results);
    }
    case 'Filter':
    case 'MergingSessions':
    case 'Window':
    case 'WindowGroupLimit':
    case 'LocalLimit':
    case 'GlobalLimit':
    case 'CollectLimit':
    case 'EventTimeWatermark':
    case 'CollectMetrics':
    case 'AdaptiveSparkPlan':
      return outputOrdering(p.child);
    case 'InMemoryTableScan':
      return outputOrdering(p.cached);
    case 'TableCacheQueryStage':
      return outputOrdering(p.scan);
    case 'SortMergeJoin':
      return sortMergeOrdering(p);
    case 'BroadcastHashJoin':
    case 'ShuffledHashJoin':
      if (p.joinType === 'full_outer') return [];
      if (p.buildSide === 'left') return p.joinType === 'left_outer' ? [] : outputOrdering(p.right);
      return p.joinType === 'right_outer' ? [] : outputOrdering(p.left);
    default:
      return [];
  }
}

function sortMergeOrdering(p: SortMergeJoinExec): readonly KnownOrder[] {
  const of = (keys: readonly ResolvedExpression[], same?: readonly ResolvedExpression[]): KnownOrder[] =>
    keys.map((k, i) => ({ ...ascendingOrder(k), ...(same === undefined ? {} : { same: [same[i] as ResolvedExpression] }) }));
  switch (p.joinType) {
    case 'inner':
    case 'cross':
      return of(p.leftKeys, p.rightKeys);
    case 'right_outer':
      return of(p.rightKeys);
    case 'full_outer':
      return [];
    default:
      return of(p.leftKeys);
  }
}
