/** One exchange serves all places that need the same rows (Spark's `ReuseExchangeAndSubquery`). */
import { expressionKey, sortOrderKey } from '../../plan/index.ts';
import type { AttributeReference, ResolvedExpression, SortOrder } from '../../plan/index.ts';
import { simpleString } from '../../types/index.ts';
import type { BroadcastExchangeExec, FileSourceScanExec, PhysicalPlan, PlannedSubquery, ReusedExchangeExec, ShuffleExchangeExec } from '../nodes.ts';
import { physicalInputs, transformPhysicalUp } from '../nodes.ts';
import type { Partitioning } from '../partitioning.ts';

export function reuseExchanges(root: PhysicalPlan): PhysicalPlan {
  const seen = new Map<string, ShuffleExchangeExec | BroadcastExchangeExec>();
  const visited = new Map<PlannedSubquery, PlannedSubquery>();
  const visit = (p: PhysicalPlan): PhysicalPlan => {
    if (p.subqueries !== undefined) {
      const subqueries = p.subqueries.map((s) => {
        const done = visited.get(s) ?? { ...s, plan: transformPhysicalUp(s.plan, visit) };
        visited.set(s, done);
        return done.plan === s.plan ? s : done;
      });
      return subqueries.every((s, i) => s === p.subqueries?.[i]) ? p : ({ ...p, subqueries } as PhysicalPlan);
    }
    if (p.op === 'FileScan' && p.dynamic !== undefined) {
      const dynamic = p.dynamic.map((d) => {
        if (d.exchange === undefined) return d;
        const exchange = transformPhysicalUp(d.exchange, visit) as ReusedExchangeExec;
        return { ...d, exchange, shown: exchange };
      });
      return { ...p, dynamic };
    }
    if (p.op !== 'Exchange' && p.op !== 'BroadcastExchange') return p;
    const key = sameRowsKey(p);
    const first = seen.get(key);
    if (first !== undefined) return { op: 'ReusedExchange', exchange: first, output: p.output };
    seen.set(key, p);
    return p;
  };
  return transformPhysicalUp(root, visit);
}

/** Equal for plans that give the same rows: columns are named by their place, not by their ids. */
export function sameRowsKey(p: PhysicalPlan): string {
  const places = new Map<number, string>();
  physicalInputs(p).forEach((x, i) => x.output.forEach((a, j) => places.set(a.exprId, `${i}.${j}`)));
  if (physicalInputs(p).length === 0) p.output.forEach((a, j) => places.set(a.exprId, `${j}`));
  if (p.op === 'ReusedExchange' || p.op === 'ShuffleQueryStage' || p.op === 'BroadcastQueryStage') return sameRowsKey(p.exchange);
  if (p.op === 'Aggregate') p.grouping.forEach((g, i) => places.set(g.exprId, `key ${i}`));
  if (p.op === 'Aggregate') p.aggregates.forEach((a, i) => places.set(a.result.exprId, `value ${i}`));
  const text = (e: ResolvedExpression): string => expressionKey(e).replace(/#(\d+);/g, (_, id: string) => `#${places.get(Number(id)) ?? id};`);
  const inputs = physicalInputs(p).map(sameRowsKey);
  return `${p.op}(${ownParts(p, text).join('|')})[${inputs.join(' ')}]`;
}

type Text = (e: ResolvedExpression) => string;

/** Which keys and values come out, and in which order; the states of a partial aggregate have no places. */
function resultText(text: string): string {
  return /^#\d+;$/.test(text) ? 'state' : text;
}

function orders(list: readonly SortOrder[], text: Text): string {
  return list.map((o) => sortOrderKey(o).slice(expressionKey(o.child).length) + text(o.child)).join();
}

function partitioningKey(p: Partitioning, text: Text): string {
  switch (p.kind) {
    case 'hash':
      return `hash ${p.numPartitions} ${p.expressions.map(text).join()}`;
    case 'range':
      return `range ${p.numPartitions} ${orders(p.order, text)}`;
    case 'direct':
      return `direct ${p.numPartitions} ${text(p.expression)}`;
    default:
      return JSON.stringify(p);
  }
}

const numbers = new WeakMap<object, number>();
let next = 0;

function identity(o: object): string {
  let n = numbers.get(o);
  if (n === undefined) {
    n = next++;
    numbers.set(o, n);
  }
  return `@${n}`;
}

function ownParts(p: PhysicalPlan, text: Text): readonly string[] {
  switch (p.op) {
    case 'LocalTableScan':
    case 'RDDScan':
      return [identity(p.batch), columnPlaces(p)];
    case 'Range':
      return [`${p.start} ${p.end} ${p.step} ${p.numPartitions}`];
    case 'Project':
      return p.expressions.map(text);
    case 'Filter':
      return [text(p.condition)];
    case 'Aggregate':
      return [p.grouping.map(text).join(), ...p.aggregates.map((a) => `${a.mode} ${p.overRows ? text(a.call) : `${a.call.fn.name} ${text(a.state)}`}`), p.results.map((r) => resultText(text(r))).join()];
    case 'Exchange':
      return [partitioningKey(p.partitioning, text)];
    case 'BroadcastExchange':
      return [(p.keys ?? []).map(text).join(), String(p.nullAware)];
    case 'Sort':
      return [orders(p.order, text), String(p.global)];
    case 'SortMergeJoin':
    case 'ShuffledHashJoin':
    case 'BroadcastHashJoin':
      return [p.joinType, p.leftKeys.map(text).join(), p.rightKeys.map(text).join(), p.condition === undefined ? '' : text(p.condition)];
    case 'FileScan':
      return fileScanParts(p);
    case 'InMemoryTableScan':
      return [String(p.relation.cacheId), placesIn(p.relation.output, p.output)];
    case 'Window':
      return [p.windowExpressions.map(text).join(), p.partitionBy.map(text).join(), orders(p.orderBy, text)];
    case 'WindowGroupLimit':
      return [p.rankFunction, String(p.limit), p.mode, p.partitionBy.map(text).join(), orders(p.orderBy, text)];
    case 'Expand':
      return p.projections.map((list) => list.map(text).join());
    case 'LocalLimit':
    case 'CollectLimit':
      return [String(p.limit)];
    case 'GlobalLimit':
      return [String(p.limit), String(p.offset)];
    case 'TakeOrderedAndProject':
      return [String(p.limit), String(p.offset), orders(p.order, text), p.expressions.map(text).join()];
    case 'Coalesce':
      return [String(p.numPartitions)];
    case 'Sample':
      return [String(p.lowerBound), String(p.upperBound), String(p.withReplacement), String(p.seed)];
    case 'BroadcastNestedLoopJoin':
    case 'CartesianProduct':
      return [p.joinType, p.op === 'CartesianProduct' ? '' : p.buildSide, p.condition === undefined ? '' : text(p.condition)];
    case 'Union':
    case 'AdaptiveSparkPlan':
      return [];
    default:
      return [identity(p)];
  }
}

/** A scan is what it reads: its columns go by their places in the source. */
function fileScanParts({ scan, buckets }: FileSourceScanExec): readonly string[] {
  const names = new Map(scan.output.map((a) => [a.exprId, a.name]));
  const text = (e: ResolvedExpression): string => expressionKey(e).replace(/#(\d+);/g, (_, id: string) => `#${names.get(Number(id)) ?? id};`);
  const filters = [...scan.pushedFilters, ...(scan.partitionFilters ?? [])].map(text);
  return [JSON.stringify([scan.format, scan.paths, scan.options, scan.selectedFolders, scan.output.map((a) => a.name), buckets]), simpleString(scan.schema), ...filters];
}

function placesIn(all: readonly AttributeReference[], some: readonly AttributeReference[]): string {
  return some.map((a) => all.findIndex((x) => x.exprId === a.exprId)).join();
}

/** Which columns of the batch the scan gives. */
function columnPlaces(p: PhysicalPlan & { readonly op: 'LocalTableScan' | 'RDDScan' }): string {
  return String(p.output.length);
}
