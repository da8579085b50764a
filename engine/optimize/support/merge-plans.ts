/** Two plans over the same rows as one that has the columns of both (Spark's `PlanMerger`). */
import { aggregateAlgorithm } from '../../physical/index.ts';
import { aggregateNode, collectExpressions, expressionKey, filterNode, joinNode, projectNode, substitute, toAttribute } from '../../plan/index.ts';
import type { AggregateCall, AggregateNode, AttributeReference, DataSourceScan, ExprId, LogicalPlan, NamedExpression, ResolvedExpression } from '../../plan/index.ts';
import { canonicalFingerprint } from './fingerprint.ts';

/** The merged plan, and where in it the columns of the second plan are; those of the first keep their ids. */
export interface Merged {
  readonly plan: LogicalPlan;
  readonly columns: ReadonlyMap<ExprId, AttributeReference>;
}

/** `added` into `known`; undefined where they do not read alike. */
export function mergePlans(known: LogicalPlan, added: LogicalPlan): Merged | undefined {
  return identical(known, added) ?? mergeOperators(known, added);
}

function mergeOperators(known: LogicalPlan, added: LogicalPlan): Merged | undefined {
  if (known.node === 'DataSourceScan' && added.node === 'DataSourceScan') return mergeScans(known, added);
  if (known.node === 'Project' || added.node === 'Project') return mergeProjects(known, added);
  if (known.node === 'Aggregate' && added.node === 'Aggregate') return mergeAggregates(known, added);
  if (known.node === 'Filter' && added.node === 'Filter') {
    const below = mergePlans(known.input, added.input);
    const isSame = below !== undefined && expressionKey(renamed(added.condition, below)) === expressionKey(known.condition);
    return isSame ? { plan: filterNode(below.plan, known.condition), columns: below.columns } : undefined;
  }
  if (known.node !== 'Join' || added.node !== 'Join' || known.joinType !== added.joinType || known.joinType === 'existence') return undefined;
  const [left, right] = [mergePlans(known.left, added.left), mergePlans(known.right, added.right)];
  if (left === undefined || right === undefined) return undefined;
  const columns = new Map([...left.columns, ...right.columns]);
  const text = (e: ResolvedExpression | undefined, by: ReadonlyMap<ExprId, AttributeReference>): string => (e === undefined ? '' : expressionKey(substitute(e, by)));
  const isSame = text(added.condition, columns) === text(known.condition, new Map()) && known.hint.left === added.hint.left && known.hint.right === added.hint.right;
  return isSame ? { plan: joinNode(left.plan, right.plan, known.joinType, known.condition, known.hint), columns } : undefined;
}

function renamed(e: ResolvedExpression, merged: Merged): ResolvedExpression {
  return substitute(e, merged.columns);
}

/** Plans that are equal but for the ids of their columns. */
function identical(known: LogicalPlan, added: LogicalPlan): Merged | undefined {
  if (known.output.length !== added.output.length || canonicalFingerprint(known) !== canonicalFingerprint(added)) return undefined;
  return { plan: known, columns: new Map(added.output.map((a, i) => [a.exprId, known.output[i] as AttributeReference])) };
}

/** One source read for the columns of both. */
function mergeScans(known: DataSourceScan, added: DataSourceScan): Merged | undefined {
  if (known.isStreaming || sourceText(known) !== sourceText(added)) return undefined;
  const ofAdded = new Map(added.output.map((a) => [a.name, a]));
  const ofKnown = new Map(known.output.map((a) => [a.name, a]));
  const order = [...known.schema.fields.map((f) => f.name), ...known.output.map((a) => a.name)];
  const names = [...new Set(order)].filter((name) => ofKnown.has(name) || ofAdded.has(name));
  const output = names.map((name) => (ofKnown.get(name) ?? ofAdded.get(name)) as AttributeReference);
  return { plan: { ...known, output }, columns: new Map(added.output.map((a) => [a.exprId, output[names.indexOf(a.name)] as AttributeReference])) };
}

function sourceText(p: DataSourceScan): string {
  const names = new Map(p.output.map((a) => [a.exprId, a.name]));
  const text = (e: ResolvedExpression): string => expressionKey(e).replace(/#(\d+);/g, (_, id: string) => `#${names.get(Number(id)) ?? id};`);
  return JSON.stringify([p.format, p.paths, p.options, p.selectedFolders, p.schema.fields.map((f) => f.name), [...p.pushedFilters, ...(p.partitionFilters ?? [])].map(text)]);
}

function projectionOf(p: LogicalPlan): readonly NamedExpression[] {
  return p.node === 'Project' ? p.expressions : p.output;
}

function mergeProjects(known: LogicalPlan, added: LogicalPlan): Merged | undefined {
  const below = mergePlans(known.node === 'Project' ? known.input : known, added.node === 'Project' ? added.input : added);
  if (below === undefined) return undefined;
  const { list, columns } = mergeLists(projectionOf(known), projectionOf(added), below);
  return { plan: projectNode(below.plan, list), columns };
}

/** What is in both lists once; the second's columns by what they became. */
function mergeLists(known: readonly NamedExpression[], added: readonly NamedExpression[], below: Merged): { readonly list: readonly NamedExpression[]; readonly columns: Merged['columns'] } {
  const list = [...known];
  const columns = new Map<ExprId, AttributeReference>();
  for (const e of added) {
    const moved = renamed(e, below) as NamedExpression;
    const key = expressionKey(moved);
    let at = list.find((x) => expressionKey(x) === key);
    if (at === undefined) {
      at = moved;
      list.push(moved);
    }
    columns.set(e.exprId, toAttribute(at));
  }
  return { list, columns };
}

/** How the aggregates are carried out: those carried out otherwise are not put together. */
function algorithmOf(p: AggregateNode): string {
  return aggregateAlgorithm(p.aggregates.flatMap((e) => collectExpressions(e, (x) => x.kind === 'aggregate')) as AggregateCall[], true);
}

function mergeAggregates(known: AggregateNode, added: AggregateNode): Merged | undefined {
  const below = mergePlans(known.input, added.input);
  if (below === undefined || algorithmOf(known) !== algorithmOf(added) || known.grouping.length !== added.grouping.length) return undefined;
  const keys = new Set(known.grouping.map(expressionKey));
  if (!added.grouping.every((g) => keys.has(expressionKey(renamed(g, below))))) return undefined;
  const { list, columns } = mergeLists(known.aggregates, added.aggregates, below);
  return { plan: aggregateNode(below.plan, known.grouping, list), columns };
}
