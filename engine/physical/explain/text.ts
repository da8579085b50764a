/** One line for each operator, as Spark prints it. */
import { unreachable } from '../../core/index.ts';
import {
  attributeText,
  expressionText,
  mapChildren,
  sortOrderText,
  stringLiteral,
} from '../../plan/index.ts';
import type { AttributeReference, PythonUdf, ResolvedExpression, SortOrder } from '../../plan/index.ts';
import { simpleString } from '../../types/index.ts';
import { finalPlanOf } from '../adaptive/final-plans.ts';
import type { AqeShuffleReadExec } from '../adaptive/nodes.ts';
import type { AggregateExec, GenerateExec, JoinExec, PhysicalAggregate, PhysicalJoinType, PhysicalPlan, PythonEvalExec } from '../nodes.ts';
import type { Partitioning } from '../partitioning.ts';
import { broadcastKeys } from './broadcast-keys.ts';
import { fileScanArguments, fileScanName } from './file-scan.ts';
import { listText } from './lists.ts';
import { printerFor } from './subqueries.ts';
import { durationText } from './units.ts';

export function columnsText(list: readonly AttributeReference[]): string {
  return listText(list.map(attributeText));
}

const JOIN_TYPES: Readonly<Record<PhysicalJoinType, string>> = {
  inner: 'Inner',
  cross: 'Cross',
  left_outer: 'LeftOuter',
  right_outer: 'RightOuter',
  full_outer: 'FullOuter',
  left_semi: 'LeftSemi',
  left_anti: 'LeftAnti',
  left_single: 'LeftSingle',
  existence: 'ExistenceJoin',
};

export function joinTypeText(p: JoinExec): string {
  const last = p.output[p.output.length - 1];
  return p.joinType === 'existence' && last !== undefined ? `ExistenceJoin(${attributeText(last)})` : JOIN_TYPES[p.joinType];
}

export function buildSideText(side: 'left' | 'right'): string {
  return side === 'left' ? 'BuildLeft' : 'BuildRight';
}

export function orderText(order: readonly SortOrder[]): string {
  return listText(order.map(sortOrderText));
}

function partitioningText(p: Partitioning): string {
  switch (p.kind) {
    case 'hash':
      return `hashpartitioning(${[...p.expressions.map(expressionText), p.numPartitions].join(', ')})`;
    case 'range':
      return `rangepartitioning(${[...p.order.map(sortOrderText), p.numPartitions].join(', ')})`;
    case 'roundRobin':
      return `RoundRobinPartitioning(${p.numPartitions})`;
    case 'direct':
      return `shufflepartitionidpassthrough(${expressionText(p.expression)}, ${p.numPartitions})`;
    case 'single':
      return 'SinglePartition';
    default:
      return 'UnknownPartitioning(0)';
  }
}

const MODE_PREFIX = { partial: 'partial_', partialMerge: 'merge_', final: '', complete: '' } as const;

export function aggregateFunctionText(a: PhysicalAggregate): string {
  const { filter, ...bare } = a.call;
  const text = expressionText({ ...bare, distinct: a.distinctShown });
  const where = filter === undefined ? '' : ` FILTER (WHERE ${expressionText(filter)})`;
  return `${MODE_PREFIX[a.mode]}${text}${where}`;
}

export function aggregateName(p: AggregateExec): string {
  return { hash: 'HashAggregate', objectHash: 'ObjectHashAggregate', sort: 'SortAggregate' }[p.algorithm];
}

/** Columns as shown: a state is several columns. */
export function shownColumns(p: PhysicalPlan): readonly AttributeReference[] {
  const states = statesBelow(p);
  return states.size === 0 ? p.output : p.output.flatMap((a) => states.get(a.exprId) ?? [a]);
}

function statesBelow(p: PhysicalPlan): ReadonlyMap<number, readonly AttributeReference[]> {
  if (p.op === 'Aggregate') return new Map(p.aggregates.map((a) => [a.state.exprId, a.stateShown]));
  if (p.op === 'Exchange' || p.op === 'Sort' || p.op === 'AQEShuffleRead') return statesBelow(p.child);
  if (p.op === 'ShuffleQueryStage') return statesBelow(p.exchange);
  if (p.op !== 'ReusedExchange') return new Map();
  const { exchange } = p;
  const inner = statesBelow(exchange);
  return new Map(p.output.flatMap((a, i) => {
    const shown = inner.get(exchange.output[i]?.exprId ?? -1);
    return shown === undefined ? [] : [[a.exprId, shown] as const];
  }));
}

function aggregateText(p: AggregateExec, verbose: boolean): string {
  const keys = listText(p.grouping.map(expressionText));
  const functions = listText(p.aggregates.map(aggregateFunctionText));
  const output = verbose ? `, output=${columnsText(shownColumns(p))}` : '';
  return `${aggregateName(p)}(${p.algorithm === 'sort' ? 'key' : 'keys'}=${keys}, functions=${functions}${output})`;
}

function udfText(udf: PythonUdf, id: number): string {
  const inner = (e: ResolvedExpression): ResolvedExpression =>
    e.kind === 'pythonUdf' ? stringLiteral(`${e.name}(${e.args.map((a) => expressionText(inner(a))).join(', ')})#${id}`) : mapChildren(e, inner);
  return `${udf.name}(${udf.args.map((a) => expressionText(inner(a))).join(', ')})#${id}`;
}

/** Number that Spark gives to scalar functions run over Arrow batches. */
const ARROW_EVAL_TYPE = 101;

export function pythonEvalArguments(p: PythonEvalExec): string {
  const udfs = listText(p.udfs.map((u, i) => udfText(u, p.udfIds[i] as number)));
  return `${udfs}, ${columnsText(p.results)}${p.arrow ? `, ${ARROW_EVAL_TYPE}` : ''}`;
}

function optional(list: readonly unknown[], text: string): string {
  return list.length === 0 ? '' : `, ${text}`;
}

/** What stands behind an operator's name. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one case an operator, each of them short
export function argumentsText(p: PhysicalPlan): string {
  const text = printerFor(p);
  const list = (es: readonly ResolvedExpression[]): string => listText(es.map(text));
  switch (p.op) {
    case 'LocalTableScan':
      if (p.empty && p.output.length === 0) return '<empty>';
      return `${p.empty ? '<empty>, ' : ''}${columnsText(p.output)}`;
    case 'RDDScan':
      return listText(p.output.map(attributeText), ',');
    case 'Range':
      return `(${p.start}, ${p.end}, step=${p.step}, splits=${p.numPartitions})`;
    case 'FileScan':
      return fileScanArguments(p);
    case 'InMemoryTableScan':
      return `${columnsText(p.output)}${optional(p.predicates, list(p.predicates))}`;
    case 'UnionLoop':
      return `${p.loop.loopId}, ${columnsText(p.output)}${p.loop.limit === undefined ? '' : `, ${p.loop.limit}`}`;
    case 'Project':
      return p.expressions.length === 0 ? '' : list(p.expressions);
    case 'Filter':
      return p.condition.kind === 'attribute' ? `${text(p.condition)}: boolean` : text(p.condition);
    case 'MergingSessions':
      return `${columnsText([...p.keys, p.session])}, ${attributeText(p.session)}`;
    case 'Exchange':
      return `${partitioningText(p.partitioning)}, ${p.origin}, [plan_id=${p.planId}]`;
    case 'ReusedExchange':
      return `${columnsText(shownColumns(p))}, ${nodeText(p.exchange, false)}`;
    case 'BroadcastExchange': {
      const mode = p.keys === undefined ? 'IdentityBroadcastMode' : `HashedRelationBroadcastMode(List(${broadcastKeys(p).join(', ')}),${p.nullAware})`;
      return `${mode}, [plan_id=${p.planId}]`;
    }
    case 'Sort':
      return `${orderText(p.order)}, ${p.global}, 0`;
    case 'SortMergeJoin':
    case 'ShuffledHashJoin':
    case 'BroadcastHashJoin':
    case 'BroadcastNestedLoopJoin':
    case 'CartesianProduct':
      return joinArguments(p, text);
    case 'Window':
      return `${list(p.windowExpressions)}${optional(p.partitionBy, list(p.partitionBy))}${optional(p.orderBy, orderText(p.orderBy))}`;
    case 'WindowGroupLimit': {
      const rank = p.rankFunction === 'row_number' ? '' : p.orderBy.map((o) => text(o.child)).join(', ');
      const keys = [...(p.partitionBy.length > 0 ? [list(p.partitionBy)] : []), ...(p.orderBy.length > 0 ? [orderText(p.orderBy)] : [])];
      return [...keys, `${p.rankFunction}(${rank})`, p.limit, p.mode].join(', ');
    }
    case 'CollectLimit':
      return p.offset === 0 ? `${p.limit}` : `${p.limit}, ${p.offset}`;
    case 'GlobalLimit':
      return `${p.limit}, ${p.offset}`;
    case 'CollectTail':
    case 'LocalLimit':
      return `${p.limit}`;
    case 'Coalesce':
      return `${p.numPartitions}`;
    case 'Aggregate':
    case 'TakeOrderedAndProject':
    case 'Union':
      return '';
    case 'Generate': {
      if (p.generator.fn.userTable !== undefined) return userTableArguments(p, text);
      const outer = p.outer || p.generator.fn.outer === true;
      const required = p.required.length === 0 ? '' : `${columnsText(p.required)}, `;
      return `${text(p.generator).replace(/^(\w+?)_outer\(/, '$1(')}, ${required}${outer}, ${columnsText(p.generatorOutput)}`;
    }
    case 'Expand':
      return `${listText(p.projections.map(list))}, ${columnsText(p.output)}`;
    case 'Sample':
      return `${decimalText(p.lowerBound)}, ${decimalText(p.upperBound)}, ${p.withReplacement}, ${p.seed}`;
    case 'PythonEval':
      return pythonEvalArguments(p);
    case 'CollectMetrics':
      return `${p.metrics.name}, ${list(p.metrics.metrics)}`;
    case 'EventTimeWatermark':
      return `${attributeText(p.eventTime)}: ${simpleString(p.eventTime.type)}, ${durationText(p.delay)}`;
    case 'AdaptiveSparkPlan':
      return `isFinalPlan=${finalPlanOf(p) !== undefined}`;
    case 'ShuffleQueryStage':
    case 'BroadcastQueryStage':
    case 'TableCacheQueryStage':
    case 'ResultQueryStage':
      return `${p.id}`;
    case 'AQEShuffleRead':
      return readText(p);
    default:
      return unreachable(p);
  }
}

/** How a shuffle is read. */
export function readText(p: AqeShuffleReadExec): string {
  if (p.local) return 'local';
  const coalesced = p.specs.some((s) => s.mapStart === undefined && s.end - s.start > 1);
  const skewed = p.specs.some((s) => s.mapStart !== undefined);
  if (coalesced && skewed) return 'coalesced and skewed';
  return coalesced ? 'coalesced' : skewed ? 'skewed' : '';
}

function decimalText(x: number): string {
  return Number.isInteger(x) ? `${x}.0` : String(x);
}

function joinArguments(p: JoinExec, text: (e: ResolvedExpression) => string): string {
  const condition = p.condition === undefined ? [] : [text(p.condition)];
  if (p.op === 'CartesianProduct') return condition.join('');
  if (p.op === 'BroadcastNestedLoopJoin') return [buildSideText(p.buildSide), joinTypeText(p), ...condition].join(', ');
  const parts = [listText(p.leftKeys.map(text)), listText(p.rightKeys.map(text)), joinTypeText(p)];
  if (p.op !== 'SortMergeJoin') parts.push(buildSideText(p.buildSide));
  parts.push(...condition);
  if (p.op === 'BroadcastHashJoin') parts.push(String(p.nullAware), 'false');
  return parts.join(', ');
}

/** Spark's number of functions that take their rows as Arrow batches. */
const ARROW_TABLE_FUNCTION = 301;

function userTableArguments(p: GenerateExec, text: (e: ResolvedExpression) => string): string {
  const required = p.required.length === 0 ? '' : `${columnsText(p.required)}, `;
  return `${text(p.generator)}, ${required}${columnsText(p.generatorOutput)}, ${ARROW_TABLE_FUNCTION}`;
}

/** The operator's name as plans show it. */
export function nodeName(p: PhysicalPlan): string {
  switch (p.op) {
    case 'LocalTableScan':
      return p.command === undefined ? p.op : 'CommandResult';
    case 'RDDScan':
      return `Scan ${p.name}`;
    case 'FileScan':
      return `FileScan ${fileScanName(p)}`;
    case 'Aggregate':
      return aggregateName(p);
    case 'SortMergeJoin':
    case 'ShuffledHashJoin':
      return p.skew === true ? `${p.op}(skew=true)` : p.op;
    case 'PythonEval':
      return p.arrow ? 'ArrowEvalPython' : 'BatchEvalPython';
    case 'Generate':
      return p.generator.fn.userTable === undefined ? p.op : 'ArrowEvalPythonUDTF';
    default:
      return p.op;
  }
}

/** The whole line, without tree marks. `verbose`: as in extended and cost mode. */
export function nodeText(p: PhysicalPlan, verbose: boolean): string {
  if (p.op === 'Aggregate') return aggregateText(p, verbose);
  if (p.op === 'RDDScan' || (p.op === 'FileScan' && p.scan.table !== undefined)) return `${nodeName(p)}${argumentsText(p)}`;
  if (p.op === 'TakeOrderedAndProject') {
    const offset = p.offset === 0 ? '' : `, offset=${p.offset}`;
    const order = listText(p.order.map(sortOrderText), ',');
    return `TakeOrderedAndProject(limit=${p.limit}${offset}, orderBy=${order}, output=${listText(p.output.map(attributeText), ',')})`;
  }
  const rest = argumentsText(p);
  return rest === '' ? nodeName(p) : `${nodeName(p)} ${rest}`;
}
