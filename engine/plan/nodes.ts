/** Constructors of resolved plan nodes: each works out its output columns as Spark's operator of the same name does. */
import { withNullsOf } from '../types/index.ts';
import type { DataType } from '../types/index.ts';
import { toAttribute } from './expression-visit.ts';
import type {
  AggregateNode,
  Alias,
  AttributeReference,
  CteDefinition,
  DeduplicateNode,
  DistinctNode,
  EventTimeWatermarkNode,
  ExpandNode,
  FilterNode,
  GenerateNode,
  GeneratorCall,
  HintNode,
  JoinHint,
  JoinNode,
  JoinStrategyHint,
  LimitNode,
  LogicalPlan,
  NamedExpression,
  OffsetNode,
  ProjectNode,
  RepartitionByExpressionNode,
  RepartitionNode,
  ResolvedExpression,
  SampleNode,
  SetOpNode,
  SortNode,
  SortOrder,
  SubqueryAliasNode,
  TailNode,
  UnionNode,
  WindowNode,
  WithCteNode,
} from './resolved.ts';

/** The name of a scan's column that holds the file of each row, where `input_file_name()` asks for it. */
export const INPUT_FILE_COLUMN = 'sparring.input_file_name';

export function withNullability(a: AttributeReference, nullable: boolean): AttributeReference {
  return a.nullable === nullable ? a : { ...a, nullable };
}

function withType(a: AttributeReference, type: DataType): AttributeReference {
  return a.type === type ? a : { ...a, type };
}

function allNullable(list: readonly AttributeReference[]): readonly AttributeReference[] {
  return list.map((a) => withNullability(a, true));
}

export function projectNode(input: LogicalPlan, expressions: readonly NamedExpression[]): ProjectNode {
  return { node: 'Project', input, expressions, output: expressions.map(toAttribute) };
}
export function filterNode(input: LogicalPlan, condition: ResolvedExpression): FilterNode {
  return { node: 'Filter', input, condition, output: input.output };
}

/** `existence` needs the attribute that tells whether a match was found. */
export function joinNode(
  left: LogicalPlan,
  right: LogicalPlan,
  joinType: JoinNode['joinType'],
  condition?: ResolvedExpression,
  hint: JoinHint = {},
  exists?: AttributeReference,
): JoinNode {
  const output = joinOutput(left.output, right.output, joinType, exists);
  return { node: 'Join', left, right, joinType, hint, output, ...(condition === undefined ? {} : { condition }) };
}

function joinOutput(
  left: readonly AttributeReference[],
  right: readonly AttributeReference[],
  joinType: JoinNode['joinType'],
  exists?: AttributeReference,
): readonly AttributeReference[] {
  switch (joinType) {
    case 'inner':
    case 'cross':
      return [...left, ...right];
    case 'left_outer':
    case 'left_single':
      return [...left, ...allNullable(right)];
    case 'right_outer':
      return [...allNullable(left), ...right];
    case 'full_outer':
      return [...allNullable(left), ...allNullable(right)];
    case 'left_semi':
    case 'left_anti':
      return left;
    case 'existence':
      return exists === undefined ? left : [...left, exists];
  }
}

export function aggregateNode(
  input: LogicalPlan,
  grouping: readonly ResolvedExpression[],
  aggregates: readonly NamedExpression[],
): AggregateNode {
  return { node: 'Aggregate', input, grouping, aggregates, output: aggregates.map(toAttribute) };
}
export function expandNode(
  input: LogicalPlan,
  projections: readonly (readonly ResolvedExpression[])[],
  output: readonly AttributeReference[],
): ExpandNode {
  return { node: 'Expand', input, projections, output };
}
export function windowNode(
  input: LogicalPlan,
  windowExpressions: readonly Alias[],
  partitionBy: readonly ResolvedExpression[],
  orderBy: readonly SortOrder[],
): WindowNode {
  const output = [...input.output, ...windowExpressions.map(toAttribute)];
  return { node: 'Window', input, windowExpressions, partitionBy, orderBy, output };
}
export function sortNode(input: LogicalPlan, order: readonly SortOrder[], global: boolean): SortNode {
  return { node: 'Sort', input, order, global, output: input.output };
}
export function limitNode(input: LogicalPlan, limit: number, local = false): LimitNode {
  return { node: 'Limit', input, limit, output: input.output, ...(local ? { local } : {}) };
}
export function offsetNode(input: LogicalPlan, offset: number): OffsetNode {
  return { node: 'Offset', input, offset, output: input.output };
}
export function tailNode(input: LogicalPlan, limit: number): TailNode {
  return { node: 'Tail', input, limit, output: input.output };
}

/** Columns keep the first input's names and ids; one is nullable if it is in any input. */
export function unionNode(inputs: readonly LogicalPlan[]): UnionNode {
  const [first, ...rest] = inputs;
  const output = (first?.output ?? []).map((a, i) =>
    withType(
      withNullability(a, a.nullable || rest.some((p) => p.output[i]?.nullable ?? true)),
      rest.reduce((type, p) => withNullsOf(type, p.output[i]?.type ?? type), a.type),
    ),
  );
  return { node: 'Union', inputs, output };
}
export function setOpNode(op: 'intersect' | 'except', all: boolean, left: LogicalPlan, right: LogicalPlan): SetOpNode {
  const output =
    op === 'except' ? left.output : left.output.map((a, i) => withNullability(a, a.nullable && (right.output[i]?.nullable ?? true)));
  return { node: 'SetOp', op, all, left, right, output };
}
export function deduplicateNode(
  input: LogicalPlan,
  keys: readonly AttributeReference[],
  withinWatermark = false,
): DeduplicateNode {
  return { node: 'Deduplicate', input, keys, withinWatermark, output: input.output };
}
export function distinctNode(input: LogicalPlan): DistinctNode {
  return { node: 'Distinct', input, output: input.output };
}
export function repartitionNode(input: LogicalPlan, numPartitions: number, shuffle: boolean): RepartitionNode {
  return { node: 'Repartition', input, numPartitions, shuffle, output: input.output };
}
export function repartitionByExpressionNode(
  input: LogicalPlan,
  expressions: readonly ResolvedExpression[],
  options: { readonly order?: readonly SortOrder[] | undefined; readonly numPartitions?: number | undefined; readonly rebalance?: true | undefined } = {},
): RepartitionByExpressionNode {
  return {
    node: 'RepartitionByExpression',
    input,
    expressions,
    output: input.output,
    ...(options.order === undefined ? {} : { order: options.order }),
    ...(options.numPartitions === undefined ? {} : { numPartitions: options.numPartitions }),
    ...(options.rebalance === undefined ? {} : { rebalance: options.rebalance }),
  };
}

/** With `outer` a generator without rows gives nulls. */
export function generateNode(
  input: LogicalPlan,
  generator: GeneratorCall,
  outer: boolean,
  generatorOutput: readonly AttributeReference[],
  required?: readonly AttributeReference[],
): GenerateNode {
  const columns = outer ? allNullable(generatorOutput) : generatorOutput;
  const node = { node: 'Generate', input, generator, outer, generatorOutput: columns } as const;
  return required === undefined ? { ...node, output: [...input.output, ...columns] } : { ...node, required, output: [...required, ...columns] };
}
export function sampleNode(input: LogicalPlan, s: Pick<SampleNode, 'lowerBound' | 'upperBound' | 'withReplacement' | 'seed'>): SampleNode {
  const { lowerBound, upperBound, withReplacement, seed } = s;
  return { node: 'Sample', input, lowerBound, upperBound, withReplacement, seed, output: input.output };
}
/** `nameParts`: of a table or view, by all of which its columns are known; of others by the alias alone. */
export function subqueryAliasNode(input: LogicalPlan, alias: string, nameParts?: readonly string[]): SubqueryAliasNode {
  const qualifier = nameParts ?? [alias];
  const output = input.output.map((a) => ({ ...a, qualifier }));
  return { node: 'SubqueryAlias', input, alias, output, ...(nameParts === undefined ? {} : { nameParts }) };
}
export function withCteNode(input: LogicalPlan, definitions: readonly CteDefinition[]): WithCteNode {
  return { node: 'WithCTE', definitions, input, output: input.output };
}
export function hintNode(input: LogicalPlan, strategy: JoinStrategyHint): HintNode {
  return { node: 'ResolvedHint', input, strategy, output: input.output };
}
export function watermarkNode(input: LogicalPlan, eventTime: AttributeReference, delay: number): EventTimeWatermarkNode {
  const output = input.output.map((a) =>
    a.exprId === eventTime.exprId ? { ...a, metadata: { ...a.metadata, [WATERMARK_DELAY_KEY]: delay / 1000 } } : a,
  );
  return { node: 'EventTimeWatermark', input, eventTime, delay, output };
}

/** Metadata key under which an event-time column carries its delay in milliseconds (`EventTimeWatermark.delayKey`). */
export const WATERMARK_DELAY_KEY = 'spark.watermarkDelayMs';
