/** Whether two plans are built alike: rules make equal plans anew, and a batch must see that it is done. */
import { expressionKey, expressionsOf, inputsOf, renumbering, rewriteIds, sortOrderKey } from '../../plan/index.ts';
import type { LogicalPlan } from '../../plan/index.ts';

const KNOWN = new WeakMap<LogicalPlan, string>();
const LEAVES = new WeakMap<object, number>();
let nextLeaf = 0;

/** Equal texts for plans of the same operators over the same leaves. */
export function fingerprint(p: LogicalPlan): string {
  let text = KNOWN.get(p);
  if (text === undefined) {
    const columns = p.output.map((a) => `${a.name}#${a.exprId}${a.nullable ? '?' : ''}`).join();
    text = `${p.node}<${parameters(p)}>(${expressionsOf(p).map(expressionKey).join()})${columns}[${inputsOf(p).map(fingerprint).join(';')}]`;
    KNOWN.set(p, text);
  }
  return text;
}

/** Equal texts also for plans that differ in the ids of their columns alone. */
export function canonicalFingerprint(p: LogicalPlan): string {
  let next = 0;
  return fingerprint(rewriteIds(p, renumbering(() => next++)));
}

function leafNumber(o: object): number {
  let n = LEAVES.get(o);
  if (n === undefined) {
    n = nextLeaf++;
    LEAVES.set(o, n);
  }
  return n;
}

/** What an operator is told besides expressions. */
function parameters(p: LogicalPlan): string {
  switch (p.node) {
    case 'LocalData':
      return String(leafNumber(p.batch));
    case 'Range':
      return `${p.start} ${p.end} ${p.step} ${p.numPartitions}`;
    case 'DataSourceScan':
      return String(leafNumber(p.schema));
    case 'InMemoryRelation':
      return String(p.cacheId);
    case 'Join':
      return `${p.joinType} ${p.hint.left ?? ''} ${p.hint.right ?? ''}`;
    case 'Aggregate':
      return String(p.grouping.length);
    case 'Sort':
      return `${p.global} ${p.order.map(sortOrderKey).join()}`;
    case 'Window':
      return `${p.windowExpressions.length} ${p.partitionBy.length} ${p.orderBy.map(sortOrderKey).join()}`;
    case 'WindowGroupLimit':
      return `${p.rankFunction} ${p.limit} ${p.orderBy.map(sortOrderKey).join()}`;
    case 'Limit':
      return `${p.limit} ${p.local === true} ${p.global === true}`;
    case 'UnionLoop':
      return `${p.loopId} ${p.limit} ${p.maxLevels}`;
    case 'CTERelationRef':
      return String(p.cteId);
    case 'WithCTE':
      return p.definitions.map((d) => d.cteId).join();
    case 'UnionLoopRef':
      return String(p.loopId);
    case 'Tail':
      return String(p.limit);
    case 'Offset':
      return String(p.offset);
    case 'SetOp':
      return `${p.op} ${p.all}`;
    case 'Repartition':
      return `${p.numPartitions} ${p.shuffle}`;
    case 'RepartitionByExpression':
      return `${p.numPartitions ?? ''} ${(p.order ?? []).map(sortOrderKey).join()} ${p.rebalance ?? false}`;
    case 'Generate':
      return `${p.outer} ${p.generatorOutput.map((a) => a.exprId).join()} ${p.required?.map((a) => a.exprId).join() ?? 'all'}`;
    case 'Sample':
      return `${p.lowerBound} ${p.upperBound} ${p.withReplacement} ${p.seed}`;
    case 'CollectMetrics':
      return `${p.name} ${p.dataframeId}`;
    case 'EventTimeWatermark':
      return String(p.delay);
    case 'SubqueryAlias':
      return p.alias;
    case 'ResolvedHint':
      return p.strategy;
    default:
      return '';
  }
}
