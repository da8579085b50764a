/** ROLLUP, CUBE and GROUPING SETS: each row several times with groups nulled, and the number of the set as a key. */
import { analysisError } from '../../core/index.ts';
import { expandNode, expressionKey, expressionText, literal, mapChildren, mapOperands, projectNode, stripAlias, toAttribute } from '../../plan/index.ts';
import type { Aggregate, AggregateCall, AggregateNode, AttributeReference, LogicalPlan, NamedExpression, ResolvedExpression } from '../../plan/index.ts';
import { ByteType, IntegerType, LongType } from '../../types/index.ts';
import type { Env } from '../analysis.ts';
import { aliasOf, quoted, sqlOf } from '../aliases.ts';
import { argumentInfo } from '../expressions/arguments.ts';
import { scalarNullable } from '../expressions/calls.ts';
import { castTo } from '../expressions/casts.ts';
import { contextOf } from '../origins.ts';
import type { SelectItem } from '../select-items.ts';
import { isGeneratorItem } from '../generators.ts';

/** What the aggregate of grouping sets knows of its keys. */
export interface GroupingSets {
  readonly input: LogicalPlan;
  /** Grouping expressions as written, and the columns that stand for them. */
  readonly keys: readonly { readonly key: string; readonly written: ResolvedExpression; readonly column: AttributeReference }[];
  readonly id: AttributeReference;
  /** Tells apart sets that occur twice. */
  readonly position?: AttributeReference;
}

const setsOf = new WeakMap<LogicalPlan, GroupingSets>();

/** Remembers how the aggregate's keys were made: HAVING and ORDER BY may ask for `grouping(…)` too. */
export function rememberSets<P extends LogicalPlan>(input: P, sets: GroupingSets): P {
  setsOf.set(input, sets);
  return input;
}

/** For each set the places of the grouping expressions in it. */
export function placesOf(r: Aggregate, count: number, placeOf: (set: number, i: number) => number): number[][] {
  const all = Array.from({ length: count }, (_, i) => i);
  switch (r.groupType) {
    case 'rollup':
      return Array.from({ length: count + 1 }, (_, dropped) => all.slice(0, count - dropped));
    case 'cube':
      return Array.from({ length: 2 ** count }, (_, mask) => all.filter((i) => (mask & (1 << (count - 1 - i))) === 0));
    default:
      return (r.groupingSets ?? []).map((set, s) => set.map((_, i) => placeOf(s, i)));
  }
}

/** The input expanded: its own columns, the keys of each set (others null), the set's number. */
export function expandSets(env: Env, input: LogicalPlan, grouping: readonly ResolvedExpression[], sets: readonly (readonly number[])[]): GroupingSets {
  const { context } = env.analysis;
  const copies = grouping.map((g) => {
    const bare = stripAlias(g);
    return aliasOf(bare, bare.kind === 'attribute' ? bare.name : sqlOf(env.analysis, bare), context.nextExprId());
  });
  const below = projectNode(input, [...input.output, ...copies]);
  const columns = copies.map((c): AttributeReference => ({ ...toAttribute(c), exprId: context.nextExprId(), qualifier: c.child.kind === 'attribute' ? c.child.qualifier : [], nullable: true }));
  const id: AttributeReference = { kind: 'attribute', name: 'spark_grouping_id', exprId: context.nextExprId(), qualifier: [], type: LongType, nullable: false };
  const kept = copies.map((_, i) => sets.every((set) => set.includes(i)));
  const numbers = sets.map((set) => setNumber(set, grouping.length));
  const position = new Set(numbers).size === numbers.length ? undefined : { ...id, name: '_gen_grouping_pos', exprId: context.nextExprId() };
  const projections = sets.map((set, s) => [
    ...input.output,
    ...copies.map((c, i) => (set.includes(i) ? toAttribute(c) : literal(null, c.type))),
    literal(numbers[s] as bigint, LongType),
    ...(position === undefined ? [] : [literal(BigInt(s), LongType)]),
  ]);
  const output = [...input.output, ...columns.map((c, i) => (kept[i] === true ? { ...c, nullable: (copies[i] as NamedExpression).nullable } : c)), id, ...(position === undefined ? [] : [position])];
  const keys = grouping.map((g, i) => ({ key: expressionKey(stripAlias(g)), written: stripAlias(g), column: output[input.output.length + i] as AttributeReference }));
  return { input: expandNode(below, projections, output), keys, id, ...(position === undefined ? {} : { position }) };
}

/** One bit for each grouping expression, the first the highest: 1 where the set leaves it out. */
function setNumber(set: readonly number[], count: number): bigint {
  let bits = 0n;
  for (let i = 0; i < count; i++) bits = bits * 2n + (set.includes(i) ? 0n : 1n);
  return bits;
}

/** Grouping expressions by the columns that stand for them, `grouping(…)` by bits of the set's number. */
export function overSets(env: Env, sets: GroupingSets, items: readonly SelectItem[]): SelectItem[] {
  const replace = (e: ResolvedExpression): ResolvedExpression => {
    const grouping = groupingValue(env, sets, e);
    if (grouping !== undefined) return grouping;
    if (e.kind === 'aggregate') return e;
    if (e.kind === 'window') return overWindow(e);
    const known = e.kind === 'alias' ? undefined : sets.keys.find((k) => k.key === expressionKey(e));
    return known?.column ?? withNulls(env, mapOperands(e, replace), e);
  };
  const overWindow = (e: ResolvedExpression): ResolvedExpression =>
    mapChildren(e, (c) => (c.kind === 'aggregate' ? mapChildren(c, replace) : replace(c)));
  return items.map((item): SelectItem => {
    if (isGeneratorItem(item)) return { ...item, generator: replace(item.generator) as typeof item.generator };
    const e = replace(item);
    return e.kind === 'attribute' && item.kind === 'attribute' ? { ...e, name: item.name } : (e as NamedExpression);
  });
}

/** What is made of a key is null where the key is, though it never was before. */
export function withNulls(env: Env, e: ResolvedExpression, before: ResolvedExpression): ResolvedExpression {
  if (e === before || e.nullable) return e;
  if (e.kind === 'alias' || e.kind === 'cast') return { ...e, nullable: e.child.nullable };
  if (e.kind !== 'call') return e;
  const { analysis } = env;
  const signature = e.fn.signature(e.args.map((a) => argumentInfo(analysis, a)), { ansi: analysis.context.ansi });
  return { ...e, nullable: scalarNullable(e.fn, e.args, signature) };
}

/** The value of `grouping(x)` and `grouping_id(…)`; undefined for anything else. */
function groupingValue(env: Env, sets: GroupingSets, e: ResolvedExpression): ResolvedExpression | undefined {
  if (e.kind !== 'aggregate') return undefined;
  if (!isGrouping(e)) return undefined;
  if (e.fn.name === 'grouping_id') return groupingId(env, sets, e.args, e);
  const [column] = e.args;
  const place = column === undefined ? -1 : sets.keys.findIndex((k) => matches(k, column));
  if (place < 0) {
    throw analysisError(
      'GROUPING_COLUMN_MISMATCH',
      '42803',
      { grouping: column === undefined ? '' : expressionText(column), groupingColumns: sets.keys.map((k) => expressionText(k.written)).join(', ') },
      `grouping() asks about a column that is not grouped by; those are ${keysText(env, sets)}.`,
      contextOf(e.origin),
    );
  }
  const call = (name: string, args: readonly ResolvedExpression[]): ResolvedExpression => env.analysis.call(env, name, args);
  const shifted = call('shiftright', [sets.id, literal(sets.keys.length - 1 - place, IntegerType)]);
  return castTo(env.analysis, call('&', [shifted, literal(1n, LongType)]), ByteType);
}

function matches(k: GroupingSets['keys'][number], e: ResolvedExpression): boolean {
  return k.key === expressionKey(e) || expressionKey(k.column) === expressionKey(e);
}

function groupingId(env: Env, sets: GroupingSets, args: readonly ResolvedExpression[], e: ResolvedExpression): ResolvedExpression {
  const same = args.length === sets.keys.length && args.every((a, i) => matches(sets.keys[i] as GroupingSets['keys'][number], a));
  if (args.length === 0 || same) return sets.id;
  throw analysisError(
    'GROUPING_ID_COLUMN_MISMATCH',
    '42803',
    { groupingIdColumn: args.map((a) => sqlOf(env.analysis, a)).join(', '), groupByColumns: keysText(env, sets) },
    `The columns of grouping_id() must be those grouped by, in their order: ${keysText(env, sets)}.`,
    contextOf(e.origin),
  );
}

function keysText(env: Env, sets: GroupingSets): string {
  return sets.keys.map((k) => quoted(env.analysis, k.written)).join(', ');
}

export function isOverSets(aggregate: AggregateNode): boolean {
  return setsOf.has(aggregate.input);
}

export function isGrouping(e: AggregateCall): boolean {
  return e.fn.name === 'grouping' || e.fn.name === 'grouping_id';
}

/** What `grouping(…)` and grouping expressions mean above an aggregate: for HAVING and ORDER BY. */
export function groupingReplacement(env: Env, aggregate: AggregateNode, e: ResolvedExpression): ResolvedExpression | undefined {
  const sets = setsOf.get(aggregate.input);
  if (sets === undefined) return undefined;
  const value = groupingValue(env, sets, e);
  if (value !== undefined) return value;
  if (e.kind === 'aggregate') return undefined;
  const column = sets.keys.find((k) => k.key === expressionKey(e))?.column;
  return column;
}
