/**
 * How rows lie in partitions, what an operator asks of that, and when the one meets the other
 * (Spark's `Partitioning` and `Distribution`).
 */
import { semanticEquals, sortOrderKey } from '../plan/index.ts';
import type { ResolvedExpression, ScalarCall, SortOrder } from '../plan/index.ts';

export type Partitioning =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'single' }
  | { readonly kind: 'hash'; readonly expressions: readonly ResolvedExpression[]; readonly numPartitions: number }
  | { readonly kind: 'range'; readonly order: readonly SortOrder[]; readonly numPartitions: number }
  | { readonly kind: 'roundRobin'; readonly numPartitions: number }
  /** The expression is the partition's number, modulo their count; NULL is 0. */
  | { readonly kind: 'direct'; readonly expression: ScalarCall; readonly numPartitions: number }
  | { readonly kind: 'broadcast' }
  /** Several descriptions of the same rows, each true. */
  | { readonly kind: 'collection'; readonly of: readonly Partitioning[] };

export type Distribution =
  | { readonly kind: 'unspecified' }
  | { readonly kind: 'allTuples' }
  /** Rows with equal values lie in one partition; with `coPartitioned` the inputs of an operator lie alike. */
  | { readonly kind: 'clustered'; readonly expressions: readonly ResolvedExpression[]; readonly coPartitioned: boolean }
  | { readonly kind: 'ordered'; readonly order: readonly SortOrder[] }
  | { readonly kind: 'broadcast'; readonly keys?: readonly ResolvedExpression[]; readonly nullAware: boolean };

export const UNKNOWN_PARTITIONING: Partitioning = { kind: 'unknown' };
export const SINGLE_PARTITION: Partitioning = { kind: 'single' };
export const UNSPECIFIED: Distribution = { kind: 'unspecified' };

/** The partitioning's alternatives, collections opened. */
export function alternatives(p: Partitioning): readonly Partitioning[] {
  return p.kind === 'collection' ? p.of.flatMap(alternatives) : [p];
}

export function partitioningOf(list: readonly Partitioning[]): Partitioning {
  if (list.length === 0) return UNKNOWN_PARTITIONING;
  return list.length === 1 ? (list[0] as Partitioning) : { kind: 'collection', of: list };
}

function contains(list: readonly ResolvedExpression[], e: ResolvedExpression): boolean {
  return list.some((x) => semanticEquals(x, e));
}

/** Whether rows that lie so need no exchange to meet the distribution (an exchange of the same count is not asked for). */
export function satisfies(p: Partitioning, d: Distribution): boolean {
  if (p.kind === 'collection') return p.of.some((x) => satisfies(x, d));
  switch (d.kind) {
    case 'unspecified':
      return true;
    case 'broadcast':
      return p.kind === 'broadcast';
    case 'allTuples':
      return p.kind === 'single';
    case 'clustered':
      if (p.kind === 'single') return true;
      if (p.kind === 'direct') return !d.coPartitioned && p.expression.args.every((e) => contains(d.expressions, e));
      if (p.kind === 'hash') return p.expressions.length > 0 && p.expressions.every((e) => contains(d.expressions, e));
      return p.kind === 'range' && p.order.every((o) => contains(d.expressions, o.child));
    case 'ordered': {
      if (p.kind === 'single') return true;
      if (p.kind !== 'range') return false;
      const shared = Math.min(p.order.length, d.order.length);
      for (let i = 0; i < shared; i++) if (!sameOrder(p.order[i] as SortOrder, d.order[i] as SortOrder)) return false;
      return true;
    }
  }
}

export function sameOrder(a: SortOrder, b: SortOrder): boolean {
  return sortOrderKey(a) === sortOrderKey(b);
}

/** An order that rows have; `same` are expressions equal to the key in every row (the other side's key of a join). */
export interface KnownOrder extends SortOrder {
  readonly same?: readonly ResolvedExpression[];
}

/** Whether rows sorted by `actual` are sorted by `required` too. */
export function orderingSatisfies(actual: readonly KnownOrder[], required: readonly SortOrder[]): boolean {
  return (
    required.length <= actual.length &&
    required.every((r, i) => {
      const a = actual[i] as KnownOrder;
      if (a.ascending !== r.ascending || a.nullsFirst !== r.nullsFirst) return false;
      return [a.child, ...(a.same ?? [])].some((e) => semanticEquals(e, r.child));
    })
  );
}

export function ascendingOrder(e: ResolvedExpression): SortOrder {
  return { child: e, ascending: true, nullsFirst: true };
}

/** Number of partitions where the description tells it. */
export function partitionCount(p: Partitioning): number {
  switch (p.kind) {
    case 'single':
      return 1;
    case 'hash':
    case 'range':
    case 'roundRobin':
    case 'direct':
      return p.numPartitions;
    case 'collection':
      return Math.max(0, ...p.of.map(partitionCount));
    default:
      return 0;
  }
}
