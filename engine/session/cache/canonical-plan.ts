/** When two plans give the same rows: a text that is equal for plans equal up to ids, names of columns and aliases of tables. */
import { encodeColumn } from '../../columnar/index.ts';
import { expressionKey, expressionsOf, inputsOf, renumbering, rewriteIds, sortOrderKey, withoutCtes } from '../../plan/index.ts';
import type { LogicalPlan } from '../../plan/index.ts';
import { simpleString } from '../../types/index.ts';

/** Rows of a LocalRelation that are compared by value; larger ones, and rows from Python, only equal themselves. */
const COMPARED_ROWS = 1000;

const keys = new WeakMap<LogicalPlan, string>();

/** Equal keys mean the same result (`Dataset.sameSemantics`). */
export function planKey(plan: LogicalPlan): string {
  let key = keys.get(plan);
  if (key === undefined) {
    let free = -1;
    key = keyOf(canonical(withoutCtes(plan, () => free--)));
    keys.set(plan, key);
  }
  return key;
}

/** Ids counted from 0 in the order in which the plan's leaves and then its operators make them. */
function canonical(plan: LogicalPlan): LogicalPlan {
  let next = 0;
  return rewriteIds(plan, renumbering(() => next++));
}

function keyOf(p: LogicalPlan): string {
  if (p.node === 'SubqueryAlias' || p.node === 'ResolvedHint') return keyOf(p.input);
  const expressions = expressionsOf(p).map(expressionKey).join(', ');
  const inputs = inputsOf(p).map(keyOf).join(', ');
  return `${p.node}{${parameters(p)}}(${expressions})[${inputs}]`;
}

/** What an operator is told besides expressions. */
function parameters(p: LogicalPlan): string {
  switch (p.node) {
    case 'LocalData':
      return `${localKey(p)} ${outputs(p)}`;
    case 'Range':
      return `${p.start} ${p.end} ${p.step} ${p.numPartitions} ${outputs(p)}`;
    case 'DataSourceScan':
      return `${JSON.stringify([p.format, p.paths, p.options, p.isStreaming])} ${simpleString(p.schema)} ${outputs(p)}`;
    case 'UnionLoop':
      return `${p.loopId} ${p.maxLevels} ${outputs(p)}`;
    case 'UnionLoopRef':
      return `${p.loopId} ${outputs(p)}`;
    case 'WithCTE':
      return p.definitions.map((d) => d.cteId).join(' ');
    case 'CTERelationRef':
      return `${p.cteId} ${outputs(p)}`;
    case 'InMemoryRelation':
      return `cache ${p.cacheId} ${outputs(p)}`;
    case 'Join':
      return p.joinType;
    case 'Aggregate':
      return String(p.grouping.length);
    case 'Expand':
      return `${p.projections.map((x) => x.length).join(' ')} ${outputs(p)}`;
    case 'Window':
      return `${p.windowExpressions.length} ${p.orderBy.map(sortOrderKey).join(', ')}`;
    case 'WindowGroupLimit':
      return `${p.rankFunction} ${p.limit} ${p.orderBy.map(sortOrderKey).join(', ')}`;
    case 'Sort':
      return `${p.global} ${p.order.map(sortOrderKey).join(', ')}`;
    case 'Limit':
    case 'Tail':
      return String(p.limit);
    case 'Offset':
      return String(p.offset);
    case 'SetOp':
      return `${p.op} ${p.all}`;
    case 'Deduplicate':
      return String(p.withinWatermark);
    case 'Repartition':
      return `${p.numPartitions} ${p.shuffle}`;
    case 'RepartitionByExpression':
      return `${p.numPartitions} ${p.order?.map(sortOrderKey).join(', ')}`;
    case 'Generate':
      return `${p.outer} ${p.generatorOutput.map((a) => a.exprId).join(' ')}`;
    case 'Sample':
      return `${p.lowerBound} ${p.upperBound} ${p.withReplacement} ${p.seed}`;
    case 'EventTimeWatermark':
      return String(p.delay);
    default:
      return '';
  }
}

function outputs(p: LogicalPlan): string {
  return p.output.map((a) => `#${a.exprId} ${simpleString(a.type)}`).join(', ');
}

const identities = new WeakMap<object, number>();
let nextIdentity = 0;

function identity(o: object): number {
  let n = identities.get(o);
  if (n === undefined) {
    n = nextIdentity++;
    identities.set(o, n);
  }
  return n;
}

function localKey(p: Extract<LogicalPlan, { node: 'LocalData' }>): string {
  if (p.origin === 'local' && p.batch.length <= COMPARED_ROWS) return JSON.stringify([p.batch.length, p.batch.columns.map(encodeColumn)]);
  return `rows ${identity(p.batch)} in ${p.numPartitions}`;
}

/** A 32-bit number for `semanticHash`. */
export function textHash(text: string): number {
  let h = 0;
  for (let i = 0; i < text.length; i++) h = (Math.imul(h, 31) + text.charCodeAt(i)) | 0;
  return h;
}
