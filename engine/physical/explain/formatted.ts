/** `explain("formatted")`: a tree of numbered names, then each operator's columns and arguments. */
import { attributeText, expressionText, referencesOf } from '../../plan/index.ts';
import type { AttributeReference } from '../../plan/index.ts';
import { codegenStages } from '../codegen-stages.ts';
import { pruningName } from '../dynamic-pruning.ts';
import type { DynamicPruning } from '../dynamic-pruning.ts';
import { finalPlanOf } from '../adaptive/final-plans.ts';
import { isStage } from '../adaptive/nodes.ts';
import type { AggregateExec, JoinExec, PhysicalPlan, PlannedSubquery } from '../nodes.ts';
import { physicalInputs } from '../nodes.ts';
import { printerFor, subqueryName } from './subqueries.ts';
import { aggregateFunctionText, argumentsText, buildSideText, columnsText, joinTypeText, nodeName, readText, shownColumns } from './text.ts';
import { fileScanMetadata, fileScanName } from './file-scan.ts';
import { listText } from './lists.ts';
import { shownInputs } from './physical-tree.ts';
import { treeText } from './tree.ts';
import type { TreeNode } from './tree.ts';
import { bytesText, scientific } from './units.ts';

interface Numbering {
  readonly ids: Map<PhysicalPlan | string, number>;
  readonly stages: Map<PhysicalPlan, number>;
  next: number;
}

export function formattedText(root: PhysicalPlan): string {
  const numbering: Numbering = { ids: new Map(), stages: new Map(), next: 1 };
  const subqueries: Hosted[] = [];
  const main = numbered(root, numbering, subqueries);
  const seen = new Set<PlannedSubquery | DynamicPruning>();
  const parts: (() => string)[] = [];
  // Numbers first: an exchange that is used again may be told of before it is shown.
  for (let i = 0; i < subqueries.length; i++) {
    const hosted = subqueries[i] as Hosted;
    if (seen.has(hosted.subquery)) continue;
    seen.add(hosted.subquery);
    const title = `Subquery:${seen.size} Hosting operator id = ${numbering.ids.get(hosted.host)} Hosting Expression = ${hosted.name}`;
    const section = hosted.plan === undefined ? undefined : numbered(hosted.plan, numbering, subqueries);
    parts.push(() => `${title}\n${section?.() ?? ''}\n`);
  }
  const tail = parts.length === 0 ? '' : `===== Subqueries =====\n\n${parts.map((text) => text()).join('')}\n`;
  return `== Physical Plan ==\n${main()}\n${tail}`;
}

interface Hosted {
  readonly host: PhysicalPlan;
  readonly subquery: PlannedSubquery | DynamicPruning;
  readonly name: string;
  /** Absent where another one's value is used. */
  readonly plan?: PhysicalPlan;
}

function hostedBy(p: PhysicalPlan): Hosted[] {
  const own = (p.subqueries ?? []).map((s): Hosted => ({ host: p, subquery: s, name: subqueryName(s), ...(s.reused === undefined ? { plan: s.plan } : {}) }));
  const pruning = p.op === 'FileScan' ? (p.dynamic ?? []) : [];
  return [...own, ...pruning.flatMap((d): Hosted[] => (d.shown === undefined || d.state === 'never' ? [] : [{ host: p, subquery: d, name: pruningName(d.call), plan: d.shown }]))];
}

/** Numbers the operators of one query from inputs to results; gives its tree and their details when all is numbered. */
function numbered(root: PhysicalPlan, numbering: Numbering, subqueries: Hosted[]): () => string {
  const order: PhysicalPlan[] = [];
  const number = (p: PhysicalPlan, stages: Stages): void => {
    const final = finalPlanOf(p);
    if (final !== undefined) number(final.plan, final.codegenStages);
    for (const x of shownInputs(p)) number(x, final === undefined ? stages : NO_STAGES);
    if (numbering.ids.has(p)) return;
    numbering.ids.set(p, numbering.next++);
    const stage = stages.get(p);
    if (stage !== undefined) numbering.stages.set(p, stage);
    order.push(p);
    if (toRows(p, numbering) !== undefined) numbering.ids.set(`rows of ${numbering.ids.get(p)}`, numbering.next++);
    if (p.op === 'InMemoryTableScan') {
      numbering.ids.set(`relation ${numbering.ids.get(p)}`, numbering.next++);
      number(p.cached, codegenStages(p.cached));
    }
    subqueries.push(...hostedBy(p));
  };
  const stages = codegenStages(root);
  number(root, stages);
  return () => {
    const details = order.map((p) => `${detail(p, numbering)}\n`);
    return `${treeText(nameTree(root, numbering, stages))}\n\n${details.join('\n')}`;
  };
}

/** A scan of files that are no table's ends in a space. */
function nameOf(p: PhysicalPlan): string {
  return p.op === 'FileScan' ? `Scan ${fileScanName(p)}${p.scan.table === undefined ? ' ' : ''}` : nodeName(p);
}

type Stages = ReadonlyMap<PhysicalPlan, number>;
const NO_STAGES: Stages = new Map();

function nameTree(p: PhysicalPlan, numbering: Numbering, stages: Stages): TreeNode {
  const id = numbering.ids.get(p);
  const final = finalPlanOf(p);
  if (final !== undefined) {
    const sections = [
      { title: 'Final Plan', tree: nameTree(final.plan, numbering, final.codegenStages) },
      { title: 'Initial Plan', tree: nameTree(physicalInputs(p)[0] as PhysicalPlan, numbering, NO_STAGES) },
    ];
    return { line: `${nodeName(p)} (${id})`, children: [], sections };
  }
  const rows = stages.has(p) ? numbering.ids.get(`rows of ${id}`) : undefined;
  if (rows !== undefined) return { line: `* ColumnarToRow (${rows})`, children: [{ line: `${nameOf(p)} (${id})`, children: [] }] };
  const star = stages.has(p) ? '* ' : '';
  const children = shownInputs(p).map((x) => nameTree(x, numbering, stages));
  const line = `${star}${[nameOf(p), ...joinSuffix(p)].join(' ')} (${id})${stageSuffix(p)}`;
  if (p.op !== 'InMemoryTableScan') return { line, children };
  const relation: TreeNode = {
    line: `InMemoryRelation (${numbering.ids.get(`relation ${id}`)})`,
    children: [],
    inner: [nameTree(p.cached, numbering, codegenStages(p.cached))],
  };
  return { line, children, inner: [relation] };
}

function stageSuffix(p: PhysicalPlan): string {
  if (p.op === 'AQEShuffleRead') return `, ${readText(p)}`;
  if (!isStage(p)) return '';
  const { sizeInBytes, rowCount } = p.statistics;
  return `, Statistics(sizeInBytes=${bytesText(BigInt(sizeInBytes))}, rowCount=${scientific(BigInt(rowCount))})`;
}

function joinSuffix(p: PhysicalPlan): string[] {
  switch (p.op) {
    case 'SortMergeJoin':
    case 'CartesianProduct':
      return [joinTypeText(p)];
    case 'ShuffledHashJoin':
    case 'BroadcastHashJoin':
    case 'BroadcastNestedLoopJoin':
      return [joinTypeText(p), buildSideText(p.buildSide)];
    default:
      return [];
  }
}

function field(name: string, items: readonly string[]): string {
  return items.length === 0 ? `${name}: []` : `${name} [${items.length}]: [${items.join(', ')}]`;
}

function columns(name: string, list: readonly AttributeReference[]): string {
  return field(name, list.map(attributeText));
}

/** The stage in which the columns of a scan are turned into rows. */
function toRows(p: PhysicalPlan, numbering: Numbering): number | undefined {
  return p.op === 'FileScan' ? numbering.stages.get(p) : undefined;
}

function detail(p: PhysicalPlan, numbering: Numbering): string {
  const rows = toRows(p, numbering);
  const stage = rows === undefined ? numbering.stages.get(p) : undefined;
  const id = numbering.ids.get(p);
  const head = `(${id}) ${nameOf(p)}${reusedSuffix(p, numbering)}${stage === undefined ? '' : ` [codegen id : ${stage}]`}`;
  const text = [head, ...detailLines(p)].join('\n');
  if (rows !== undefined) return `${text}\n\n(${numbering.ids.get(`rows of ${id}`)}) ColumnarToRow [codegen id : ${rows}]\n${columns('Input', p.output)}`;
  if (p.op !== 'InMemoryTableScan') return text;
  const relation = `(${numbering.ids.get(`relation ${id}`)}) InMemoryRelation\nArguments: ${columnsText(p.relation.output)}, ${p.relation.storageLevel}`;
  return `${text}\n\n${relation}`;
}

function reusedSuffix(p: PhysicalPlan, numbering: Numbering): string {
  if (p.op !== 'ReusedExchange') return '';
  const { planId } = p.exchange;
  for (const [x, id] of numbering.ids) if (typeof x !== 'string' && 'planId' in x && x.planId === planId) return ` [Reuses operator id: ${id}]`;
  return '';
}

function inputColumns(p: PhysicalPlan): string {
  return columns('Input', shownColumns(physicalInputs(p)[0] as PhysicalPlan));
}

function detailLines(p: PhysicalPlan): readonly string[] {
  const text = printerFor(p);
  switch (p.op) {
    case 'RDDScan': {
      const rdd = p.name === 'OneRowRelation' ? 'ParallelCollectionRDD[0]' : 'MapPartitionsRDD[4] at applySchemaToPythonRDD at NativeMethodAccessorImpl.java:0';
      return [columns('Output', p.output), `Arguments: ${columnsText(p.output)}, ${rdd}, ${p.name}, UnknownPartitioning(0)`];
    }
    case 'Range':
      return [columns('Output', p.output), `Arguments: Range (${p.start}, ${p.end}, step=${p.step}${p.isDefaultSplit === true ? '' : `, splits=Some(${p.numPartitions})`})`];
    case 'LocalTableScan':
    case 'InMemoryTableScan':
      return [columns('Output', p.output), `Arguments: ${argumentsText(p)}`];
    case 'FileScan':
      return [columns('Output', p.output), ...fileScanMetadata(p, true).flatMap(([k, v]) => (v === '[]' || k === 'Format' || k === 'DataFilters' ? [] : [`${k}: ${v}`]))];
    case 'UnionLoop':
      return [`Loop id: ${p.loop.loopId}`, columns('Output', p.output), `Limit: ${p.loop.limit ?? 'None'}`];
    case 'ReusedExchange':
      return [`Output [${p.output.length}]: ${columnsText(p.output)}`];
    case 'Project':
      return [field('Output', p.expressions.map(text)), inputColumns(p)];
    case 'Filter':
      return [inputColumns(p), `Condition : ${text(p.condition)}`];
    case 'Aggregate':
      return aggregateLines(p);
    case 'SortMergeJoin':
    case 'ShuffledHashJoin':
    case 'BroadcastHashJoin':
    case 'BroadcastNestedLoopJoin':
    case 'CartesianProduct':
      return joinLines(p);
    case 'Union':
      return [];
    case 'TakeOrderedAndProject':
      return [inputColumns(p), `Arguments: ${p.limit}${p.offset === 0 ? '' : `, ${p.offset}`}, ${listText(p.order.map((o) => `${text(o.child)} ${o.ascending ? 'ASC' : 'DESC'} NULLS ${o.nullsFirst ? 'FIRST' : 'LAST'}`))}, ${listText(p.expressions.map(text))}`];
    case 'AdaptiveSparkPlan':
    case 'ResultQueryStage':
    case 'ShuffleQueryStage':
    case 'BroadcastQueryStage':
    case 'TableCacheQueryStage':
      return [columns('Output', shownColumns(p)), `Arguments: ${argumentsText(p)}`];
    default: {
      const rest = argumentsText(p);
      return [inputColumns(p), ...(rest === '' ? [] : [`Arguments: ${rest}`])];
    }
  }
}

function joinLines(p: JoinExec): readonly string[] {
  const text = printerFor(p);
  const keys = 'leftKeys' in p ? [field('Left keys', p.leftKeys.map(text)), field('Right keys', p.rightKeys.map(text))] : [];
  return [...keys, `Join type: ${joinTypeText(p)}`, `Join condition: ${p.condition === undefined ? 'None' : text(p.condition)}`];
}

function aggregateLines(p: AggregateExec): readonly string[] {
  const finished = new Set(p.results.flatMap((r) => [...referencesOf(r).keys()]));
  const distinctStep = p.aggregates.some((a) => a.mode === 'partialMerge');
  const attributes = p.aggregates.flatMap((a) =>
    a.mode === 'final' || a.mode === 'complete' || finished.has(a.result.exprId) || distinctStep ? [a.result] : a.bufferShown,
  );
  const states = new Map(p.aggregates.map((a) => [a.state.exprId, a.stateShown]));
  const results = p.results.flatMap((r) => (r.kind === 'attribute' ? (states.get(r.exprId) ?? [r]) : [r]).map(expressionText));
  return [
    inputColumns(p),
    field('Keys', p.grouping.map(expressionText)),
    field('Functions', p.aggregates.map(aggregateFunctionText)),
    columns('Aggregate Attributes', attributes),
    field('Results', results),
  ];
}
