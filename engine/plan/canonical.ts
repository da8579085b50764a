/**
 * When two expressions mean the same: equal up to names, origins and the order of commuting operands. And when two plans
 * give the same rows: equal up to ids, names of columns and aliases of tables.
 */
import { encodeColumn } from '../columnar/index.ts';
import { unreachable } from '../core/index.ts';
import { encodeWire, simpleString } from '../types/index.ts';
import { withoutCtes } from './ctes.ts';
import { OPERATOR } from './operators.ts';
import { expressionsOf, inputsOf } from './plan-visit.ts';
import type { Lambda, Literal, LogicalPlan, ResolvedBound, ResolvedExpression, SortOrder } from './resolved.ts';
import { madeIds, renumbering, rewriteIds } from './rewrite-ids.ts';

const COMMUTATIVE: ReadonlySet<string> = new Set([OPERATOR.and, OPERATOR.or, OPERATOR.equal, OPERATOR.nullSafeEqual, OPERATOR.add, OPERATOR.multiply, '&', '|', '^']);
const MIRRORED: Readonly<Record<string, string>> = { [OPERATOR.greater]: OPERATOR.less, [OPERATOR.greaterOrEqual]: OPERATOR.lessOrEqual };

const memo = new WeakMap<ResolvedExpression, string>();

/** Equal keys if and only if `semanticEquals`. */
export function expressionKey(e: ResolvedExpression): string {
  const known = memo.get(e);
  if (known !== undefined) return known;
  // What stands in a function made under another setting of ANSI mode may mean something else.
  const key = 'ansi' in e && e.ansi !== undefined ? `${computeKey(e)}~${e.ansi}` : computeKey(e);
  memo.set(e, key);
  return key;
}

export function semanticEquals(a: ResolvedExpression, b: ResolvedExpression): boolean {
  return a === b || expressionKey(a) === expressionKey(b);
}

function keys(list: readonly ResolvedExpression[]): string {
  return list.map(expressionKey).join(',');
}

function lambdaKey(l: Lambda): string {
  let body = expressionKey(l.body);
  l.params.forEach((p, i) => {
    body = body.replaceAll(`λ${p.exprId};`, `λ_${i};`);
  });
  return `(${l.params.length}→${body})`;
}

export function sortOrderKey(o: SortOrder): string {
  return `${expressionKey(o.child)}${o.ascending ? '↑' : '↓'}${o.nullsFirst ? 'f' : 'l'}`;
}

function boundKey(b: ResolvedBound): string {
  return b.kind === 'offset' ? expressionKey(b.offset) : b.kind;
}

/** Plans would print NULL and the text `null` alike, and items without their bounds. To Spark -0.0 and 0.0 are equal here. */
function literalKey({ value, type }: Literal): string {
  return value === 0 ? '0' : JSON.stringify(encodeWire(type, value));
}

function computeKey(e: ResolvedExpression): string {
  switch (e.kind) {
    case 'attribute':
      return `#${e.exprId};`;
    case 'lambdaVariable':
      return `λ${e.exprId};`;
    case 'literal':
      return `'${literalKey(e)}:${simpleString(e.type)}'`;
    case 'alias':
      return expressionKey(e.child);
    case 'cast':
      return `cast(${expressionKey(e.child)} ${simpleString(e.type)} ${e.mode})`;
    case 'call': {
      const parts = e.args.map(expressionKey);
      const mirrored = MIRRORED[e.fn.name];
      if (mirrored !== undefined) return `${mirrored}(${parts.reverse().join(',')})`;
      if (COMMUTATIVE.has(e.fn.name)) parts.sort();
      return `${e.fn.name}${e.inSet === true ? '!' : ''}${e.instance === undefined ? '' : `@${e.instance}`}(${parts.join(',')})`;
    }
    case 'higherOrder':
      return `${e.fn.name}(${e.args.map((a) => (a.kind === 'lambda' ? lambdaKey(a) : expressionKey(a))).join(',')})`;
    case 'aggregate': {
      const order = (e.orderWithinGroup ?? []).map(sortOrderKey).join(',');
      const filter = e.filter === undefined ? '' : ` where ${expressionKey(e.filter)}`;
      return `agg ${e.fn.name}(${e.distinct ? 'distinct ' : ''}${e.ignoreNulls === undefined ? '' : e.ignoreNulls ? 'ignore ' : 'respect '}${keys(e.args)}|${order}${filter})`;
    }
    case 'windowFunction':
      return `win ${e.fn.name}(${e.ignoreNulls ? 'ignore ' : ''}${keys(e.args)})`;
    case 'window': {
      const frame = `${e.frame.frameType} ${boundKey(e.frame.lower)} ${boundKey(e.frame.upper)}`;
      return `${expressionKey(e.function)} over(${keys(e.partitionBy)}|${e.orderBy.map(sortOrderKey).join(',')}|${frame})`;
    }
    case 'generator':
      return `gen ${e.fn.name}(${keys(e.args)})`;
    case 'pythonUdf':
      return `udf${e.functionId}(${keys(e.args)})${e.deterministic ? '' : `@${uniqueNumber(e)}`}`;
    case 'subquery':
      return `subquery${planKey(e.plan)} ${e.subqueryType}(${keys(e.inValues ?? [])}|${keys(e.conditions ?? [])})`;
    default:
      return unreachable(e);
  }
}

const numbers = new WeakMap<object, number>();
let next = 0;

/** A number by which one object differs from all others. */
function uniqueNumber(o: object): number {
  let n = numbers.get(o);
  if (n === undefined) {
    n = next++;
    numbers.set(o, n);
  }
  return n;
}

/** Rows of a LocalRelation that are compared by value; larger ones, and rows from Python, only equal themselves. */
const COMPARED_ROWS = 1000;

const planKeys = new WeakMap<LogicalPlan, string>();

/** Equal keys mean the same result for the same values of columns that the plan does not make itself. */
export function planKey(plan: LogicalPlan): string {
  let key = planKeys.get(plan);
  if (key === undefined) {
    let free = -1;
    key = keyOf(canonical(withoutCtes(plan, () => free--)));
    planKeys.set(plan, key);
  }
  return key;
}

/** Ids that the plan makes, counted down in the order in which its leaves and then its operators make them. */
function canonical(plan: LogicalPlan): LogicalPlan {
  const own = madeIds(plan);
  let next = -1_000_000;
  const fresh = renumbering(() => next--);
  return rewriteIds(plan, (id) => (own.has(id) ? fresh(id) : id));
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
      return `${p.numPartitions} ${p.order?.map(sortOrderKey).join(', ')} ${p.rebalance ?? false}`;
    case 'Generate':
      return `${p.outer} ${p.generatorOutput.map((a) => a.exprId).join(' ')}`;
    case 'Sample':
      return `${p.lowerBound} ${p.upperBound} ${p.withReplacement} ${p.seed}`;
    case 'CollectMetrics':
      return `${p.name} ${p.dataframeId} ${p.observationId ?? ''}`;
    case 'EventTimeWatermark':
      return String(p.delay);
    default:
      return '';
  }
}

function outputs(p: LogicalPlan): string {
  return p.output.map((a) => `#${a.exprId} ${simpleString(a.type)}`).join(', ');
}

function localKey(p: Extract<LogicalPlan, { node: 'LocalData' }>): string {
  if (p.origin === 'local' && p.batch.length <= COMPARED_ROWS) return JSON.stringify([p.batch.length, p.batch.columns.map(encodeColumn)]);
  return `rows ${uniqueNumber(p.batch)} in ${p.numPartitions}`;
}
