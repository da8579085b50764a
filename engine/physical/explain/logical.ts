/** Logical plans as trees of lines. */
import { attributeText, collectExpressions, expressionsOf, expressionText, inputsOf, mapExpressions, sortOrderText, stringLiteral, substitute, transformPlanUp } from '../../plan/index.ts';
import type { AttributeReference, GenerateNode, JoinNode, LogicalPlan, RepartitionByExpressionNode, ResolvedExpression, SampleNode, SubqueryCall } from '../../plan/index.ts';
import { simpleString } from '../../types/index.ts';
import { statisticsOf } from '../statistics.ts';
import { listText } from './lists.ts';
import { columnsText, orderText } from './text.ts';
import type { TreeNode } from './tree.ts';
import { bytesText, durationText, scientific } from './units.ts';

const JOIN_NAMES: Readonly<Record<JoinNode['joinType'], string>> = {
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

/** Each plan as a tree; with `statistics` sizes are added, as in cost mode. */
export function logicalTree(p: LogicalPlan, statistics = false): TreeNode {
  const size = statistics ? statisticsText(p) : '';
  const children = inputsOf(p).map((x) => logicalTree(x, statistics));
  if (p.node === 'SubqueryAlias' && p.isView === true) {
    return { line: `${lineOf(p)}${size}`, children: [{ line: `View (${(p.nameParts ?? [p.alias]).map((n) => `\`${n}\``).join('.')}, ${columnsText(p.input.output)})`, children }] };
  }
  if (p.node === 'WithCTE') {
    const definitions = p.definitions.map((d, i): TreeNode => ({ line: `CTERelationDef ${d.cteId}, false`, children: children.slice(i, i + 1) }));
    return { line: `${lineOf(p)}${size}`, children: [...definitions, ...children.slice(-1)] };
  }
  if (p.node === 'Limit' && p.local === true) return { line: `LocalLimit ${p.limit}${size}`, children };
  if (p.node === 'Limit' && p.global !== true) {
    const inner = statistics ? `, Statistics(sizeInBytes=${bytesText(statisticsOf(p.input).sizeInBytes)})` : '';
    return { line: `GlobalLimit ${p.limit}${size}`, children: [{ line: `LocalLimit ${p.limit}${inner}`, children }] };
  }
  const inner = (p.node === 'DataSourceScan' ? [] : expressionsOf(p)).flatMap((e) => collectExpressions(e, (x) => x.kind === 'subquery') as SubqueryCall[]).map((s) => logicalTree(withOuterMarked(s.plan, s.outerReferences), statistics));
  return { line: `${lineOf(p)}${size}`, children, ...(inner.length === 0 ? {} : { inner }) };
}

/** A subquery's plan in which columns of the query around it are told apart; for printing alone. */
function withOuterMarked(plan: LogicalPlan, outer: readonly AttributeReference[]): LogicalPlan {
  if (outer.length === 0) return plan;
  const texts = new Map<number, ResolvedExpression>(outer.map((a) => [a.exprId, stringLiteral(`outer(${attributeText(a)})`)]));
  return transformPlanUp(plan, (p) => mapExpressions(p, (e) => (e.kind === 'attribute' ? e : substitute(e, texts))));
}

function statisticsText(p: LogicalPlan): string {
  const { sizeInBytes, rowCount } = statisticsOf(p);
  const rows = rowCount === undefined ? '' : `, rowCount=${scientific(rowCount)}`;
  return `, Statistics(sizeInBytes=${bytesText(sizeInBytes)}${rows})`;
}

function lineOf(p: LogicalPlan): string {
  const list = (es: readonly Parameters<typeof expressionText>[0][]): string => listText(es.map(expressionText));
  switch (p.node) {
    case 'LocalData':
      if (p.command !== undefined) return `CommandResult ${columnsText(p.output)}, ${p.command.line.replace('#', columnsText(p.output))}`;
      if (p.origin === 'rdd' && p.emptyRelation !== true) return `LogicalRDD ${columnsText(p.output)}, false`;
      if (p.output.length === 0) return 'OneRowRelation';
      return `LocalRelation ${p.batch.length === 0 ? '<empty>, ' : ''}${columnsText(p.output)}`;
    case 'Range':
      return `Range (${p.start}, ${p.end}, step=${p.step}${p.isDefaultSplit === true ? '' : `, splits=Some(${p.numPartitions})`})`;
    case 'DataSourceScan':
      return `Relation ${p.table?.nameParts.join('.') ?? ''}${listText((p.allColumns ?? p.output).map(attributeText), ',')} ${p.format.toLowerCase()}`;
    case 'WithCTE':
      return 'WithCTE';
    case 'CTERelationRef':
      return `CTERelationRef ${p.cteId}, true, ${columnsText(p.output)}, ${p.isStreaming}, false${p.maxRows === undefined ? '' : `, ${p.maxRows}`}`;
    case 'UnionLoop':
      return `UnionLoop ${p.loopId}${p.limit === undefined ? '' : `, ${p.limit}`}`;
    case 'UnionLoopRef':
      return `UnionLoopRef ${p.loopId}, ${columnsText(p.output)}, false`;
    case 'Project':
      return p.expressions.length === 0 ? 'Project' : `Project ${list(p.expressions)}`;
    case 'Filter':
      return `Filter ${expressionText(p.condition)}`;
    case 'Join':
      return joinLine(p);
    case 'Aggregate':
      return ['Aggregate', [p.grouping, p.aggregates].filter((l) => l.length > 0).map(list).join(', ')].join(' ').trimEnd();
    case 'Expand':
      return `Expand ${listText(p.projections.map(list))}, ${columnsText(p.output)}`;
    case 'Window':
      return ['Window ' + list(p.windowExpressions), ...(p.partitionBy.length > 0 ? [list(p.partitionBy)] : []), ...(p.orderBy.length > 0 ? [orderText(p.orderBy)] : [])].join(', ');
    case 'WindowGroupLimit': {
      const rank = p.rankFunction === 'row_number' ? '' : p.orderBy.map((o) => expressionText(o.child)).join(', ');
      return `WindowGroupLimit ${list(p.partitionBy)}, ${orderText(p.orderBy)}, ${p.rankFunction}(${rank}), ${p.limit}`;
    }
    case 'Sort':
      return `Sort ${orderText(p.order)}, ${p.global}`;
    case 'Limit':
      return `GlobalLimit ${p.limit}`;
    case 'Offset':
      return `Offset ${p.offset}`;
    case 'Tail':
      return `Tail ${p.limit}`;
    case 'Union':
      return 'Union false, false';
    case 'SetOp':
      return `${p.op === 'intersect' ? 'Intersect' : 'Except'} ${p.all}`;
    case 'Deduplicate':
      return `${p.withinWatermark ? 'DeduplicateWithinWatermark' : 'Deduplicate'} ${columnsText(p.keys)}`;
    case 'Distinct':
      return 'Distinct';
    case 'Repartition':
      return `Repartition ${p.numPartitions}, ${p.shuffle}`;
    case 'RepartitionByExpression':
      return repartitionLine(p);
    case 'Generate':
      return generateLine(p);
    case 'Sample':
      return sampleLine(p);
    case 'SubqueryAlias':
      return `SubqueryAlias ${p.nameParts?.join('.') ?? p.alias}`;
    case 'ResolvedHint':
      return `ResolvedHint (strategy=${p.strategy})`;
    case 'CollectMetrics':
      return `CollectMetrics ${p.name}, ${list(p.metrics)}, ${p.dataframeId}`;
    case 'EventTimeWatermark':
      return `EventTimeWatermark ${attributeText(p.eventTime)}: ${simpleString(p.eventTime.type)}, ${durationText(p.delay)}`;
    case 'InMemoryRelation':
      return `InMemoryRelation ${columnsText(p.output)}, ${p.storageLevel}`;
  }
}

/** With the places of the input's columns that do not come out. */
function generateLine(p: GenerateNode): string {
  const outer = p.outer || p.generator.fn.outer === true;
  const { required } = p;
  const unused = required === undefined ? [] : p.input.output.flatMap((a, i) => (required.some((r) => r.exprId === a.exprId) ? [] : [i]));
  return `Generate ${expressionText(p.generator).replace(/^(\w+?)_outer\(/, '$1(')}, ${unused.length === 0 ? '' : `[${unused.join(', ')}], `}${outer}, ${columnsText(p.generatorOutput)}`;
}

function repartitionLine(p: RepartitionByExpressionNode): string {
  const keys = p.order === undefined ? p.expressions.map(expressionText) : p.order.map(sortOrderText);
  const parts = [...(keys.length === 0 ? [] : [listText(keys)]), ...(p.numPartitions === undefined ? [] : [String(p.numPartitions)])];
  return `${p.rebalance === true ? 'RebalancePartitions' : 'RepartitionByExpression'} ${parts.join(', ')}`.trimEnd();
}

function sampleLine(p: SampleNode): string {
  const bound = (x: number): string => (Number.isInteger(x) ? `${x}.0` : String(x));
  return `Sample ${bound(p.lowerBound)}, ${bound(p.upperBound)}, ${p.withReplacement}, ${p.seed}, Bernoulli`;
}

function joinLine(p: JoinNode): string {
  const hints = [
    p.hint.left === undefined ? '' : `, leftHint=(strategy=${p.hint.left})`,
    p.hint.right === undefined ? '' : `, rightHint=(strategy=${p.hint.right})`,
  ];
  const last = p.output[p.output.length - 1];
  const type = p.joinType === 'existence' && last !== undefined ? `ExistenceJoin(${attributeText(last)})` : JOIN_NAMES[p.joinType];
  const condition = p.condition === undefined ? '' : `, ${expressionText(p.condition)}`;
  return `Join ${type}${condition}${hints.join('')}`;
}
