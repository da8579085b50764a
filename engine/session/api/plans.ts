/** Constructors of relations that several methods of the API share. */
import type { Expression, JoinType, Relation, SortOrderExpr } from '../../plan/index.ts';
import { SparkError } from '../../core/index.ts';
import { columnExpr, exprOf, isColumn, litExpr, sortExpr } from './column.ts';
import type { Column, ColumnOrName, JoinHow, LiteralValue, SortOptions } from './public/index.ts';

const JOIN_TYPES: Readonly<Record<string, JoinType>> = {
  inner: 'inner',
  cross: 'cross',
  outer: 'full_outer',
  full: 'full_outer',
  fullouter: 'full_outer',
  left: 'left_outer',
  leftouter: 'left_outer',
  right: 'right_outer',
  rightouter: 'right_outer',
  semi: 'left_semi',
  leftsemi: 'left_semi',
  anti: 'left_anti',
  leftanti: 'left_anti',
};

/** As errors list them. */
const JOIN_NAMES = [
  ...['inner', 'outer', 'full', 'fullouter', 'full_outer', 'leftouter', 'left', 'left_outer', 'rightouter', 'right', 'right_outer'],
  ...['leftsemi', 'left_semi', 'semi', 'leftanti', 'left_anti', 'anti', 'cross'],
];

/** A join's type by any of the names that Spark takes. Throws UNSUPPORTED_JOIN_TYPE. */
export function joinType(how: string): JoinType {
  const found = JOIN_TYPES[how.toLowerCase().replaceAll('_', '')];
  if (found !== undefined) return found;
  const supported = JOIN_NAMES.map((n) => `'${n}'`).join(', ');
  throw new SparkError({
    errorClass: 'AnalysisException',
    condition: 'UNSUPPORTED_JOIN_TYPE',
    sqlState: '0A000',
    parameters: { typ: how, supported },
    sentence: `There is no join type '${how}'. Take one of ${supported}.`,
  });
}

/** `df.join(other, on, how)`. */
export function joinPlan(
  left: Relation,
  right: Relation,
  on: string | readonly string[] | Column | readonly Column[] | undefined,
  how: JoinHow,
): Relation {
  const base = { type: 'Join', left, right, joinType: joinType(how) } as const;
  if (on === undefined) return base;
  const list = (Array.isArray(on) ? on : [on]) as readonly (string | Column)[];
  if (list.length === 0) return base;
  if (list.every((c) => typeof c === 'string')) return { ...base, usingColumns: list as readonly string[] };
  const joinCondition = list
    .map((c) => exprOf(c as Column))
    .reduce((a, b): Expression => ({ type: 'UnresolvedFunction', functionName: 'and', arguments: [a, b] }));
  return { ...base, joinCondition };
}

/** Sort keys, with `{ ascending }` last as in PySpark's keyword. */
export function sortOrders(columns: readonly (ColumnOrName | readonly ColumnOrName[] | SortOptions)[]): SortOrderExpr[] {
  const last = columns.at(-1);
  const options = isOptions(last) ? last : undefined;
  const keys = (options === undefined ? columns : columns.slice(0, -1)).flat() as ColumnOrName[];
  const ascending = options?.ascending;
  return keys.map((key, i) => {
    const order = sortExpr(key);
    const up = Array.isArray(ascending) ? ascending[i] : ascending;
    if (up === undefined) return order;
    return up === true
      ? { ...order, direction: 'ascending', nullOrdering: 'nullsFirst' }
      : { ...order, direction: 'descending', nullOrdering: 'nullsLast' };
  });
}

function isOptions(value: unknown): value is SortOptions {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isColumn(value);
}

/** `{revenue: 'sum'}` or columns, as `agg` takes them. */
export function aggregateExprs(aggregates: readonly (Column | Readonly<Record<string, string>>)[]): Expression[] {
  return aggregates.flatMap((a) => {
    if (isColumn(a)) return [exprOf(a)];
    return Object.entries(a as Readonly<Record<string, string>>).map(
      ([column, f]): Expression => ({
        type: 'UnresolvedFunction',
        functionName: f,
        arguments: [column === '*' ? litExpr(1) : columnExpr(column)],
      }),
    );
  });
}

/** Names of a `subset`, none meaning all columns. */
export function subsetOf(subset: string | readonly string[] | undefined): readonly string[] {
  if (subset === undefined) return [];
  return typeof subset === 'string' ? [subset] : subset;
}

/** `fillna`: one value for all columns, or one for each. */
export function fillPlan(
  input: Relation,
  value: LiteralValue | Readonly<Record<string, LiteralValue>>,
  subset: string | readonly string[] | undefined,
): Relation {
  if (typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof Uint8Array)) {
    const entries = Object.entries(value);
    return { type: 'NAFill', input, cols: entries.map(([c]) => c), values: entries.map(([, v]) => litExpr(v)), byColumn: true };
  }
  return { type: 'NAFill', input, cols: subsetOf(subset), values: [litExpr(value)] };
}

/** `replace(from, to)`: lists pairwise, or all of them to one value. */
export function replacePlan(
  input: Relation,
  from: LiteralValue | readonly LiteralValue[],
  to: LiteralValue | readonly LiteralValue[],
  subset: string | readonly string[] | undefined,
): Relation {
  const olds = (Array.isArray(from) ? from : [from]) as readonly LiteralValue[];
  const news = (Array.isArray(to) ? to : olds.map(() => to)) as readonly LiteralValue[];
  if (olds.length !== news.length) {
    throw new SparkError({
      errorClass: 'IllegalArgumentException',
      condition: 'LENGTH_SHOULD_BE_THE_SAME',
      sqlState: null,
      parameters: { arg1: 'to_replace', arg1_length: String(olds.length), arg2: 'value', arg2_length: String(news.length) },
      sentence: `replace() has ${olds.length} values to replace and ${news.length} to put in their place.`,
    });
  }
  const replacements = olds.map((v, i) => ({ oldValue: litExpr(v), newValue: litExpr(news[i]) }));
  return { type: 'NAReplace', input, cols: subsetOf(subset), replacements };
}

/** `dropna(how, thresh, subset)`. */
export function dropNullsPlan(
  input: Relation,
  how: 'any' | 'all',
  thresh: number | null | undefined,
  subset: string | readonly string[] | undefined,
): Relation {
  const min = thresh ?? (how === 'all' ? 1 : undefined);
  return { type: 'NADrop', input, cols: subsetOf(subset), ...(min === undefined ? {} : { minNonNulls: min }) };
}

/** `repartition(n)`, `repartition(n, …)`, `repartition(…)`. */
export function repartitionPlan(
  input: Relation,
  first: number | ColumnOrName,
  columns: readonly ColumnOrName[],
  byRange: boolean,
): Relation {
  const numbered = typeof first === 'number';
  const keys = numbered ? columns : [first, ...columns];
  if (numbered && keys.length === 0) return { type: 'Repartition', input, numPartitions: first, shuffle: true };
  return {
    type: 'RepartitionByExpression',
    input,
    partitionExprs: keys.map((k) => (byRange ? sortExpr(k) : columnExpr(k))),
    ...(numbered ? { numPartitions: first } : {}),
    ...(byRange ? { byRange } : {}),
  };
}
