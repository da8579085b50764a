/** Which buckets of a table may have rows for which its filters are true (Spark's `FileSourceStrategy.genBucketSet`). */
import { constantVector, hashPartitions } from '../../columnar/index.ts';
import { isOperator, splitConjuncts } from '../../plan/index.ts';
import type { BucketSpec, ResolvedExpression } from '../../plan/index.ts';
import type { DataType, Value } from '../../types/index.ts';

/** The bucket's column: tables bucketed by several are read whole. */
interface Column {
  readonly name: string;
  readonly numBuckets: number;
}

/** Numbers of buckets in order; undefined: all. */
export function selectedBuckets(spec: BucketSpec, filters: readonly ResolvedExpression[]): readonly number[] | undefined {
  const [name] = spec.columns;
  if (name === undefined || spec.columns.length > 1 || spec.numBuckets === 1) return undefined;
  const column = { name: name.toLowerCase(), numBuckets: spec.numBuckets };
  const sets = filters.flatMap(splitConjuncts).flatMap((f) => matching(f, column) ?? []);
  const all = Array.from({ length: spec.numBuckets }, (_, b) => b).filter((b) => sets.every((s) => s.has(b)));
  return all.length === spec.numBuckets ? undefined : all;
}

function bucketOf(value: Value, type: DataType, { numBuckets }: Column): number {
  return hashPartitions([constantVector(type, value, 1)], 1, numBuckets)[0] as number;
}

/** Buckets with rows for which the condition is true; undefined where it tells nothing. */
function matching(e: ResolvedExpression, column: Column): ReadonlySet<number> | undefined {
  const isColumn = (x: ResolvedExpression | undefined): boolean => x?.kind === 'attribute' && x.name.toLowerCase() === column.name;
  if (e.kind !== 'call') return undefined;
  const [a, b, ...more] = e.args;
  const literals = (list: readonly (ResolvedExpression | undefined)[]): ReadonlySet<number> | undefined =>
    list.every((x) => x?.kind === 'literal') ? new Set(list.map((x) => (x?.kind === 'literal' ? bucketOf(x.value, x.type, column) : 0))) : undefined;
  if (isOperator(e, 'equal') || isOperator(e, 'nullSafeEqual')) return isColumn(a) ? literals([b]) : isColumn(b) ? literals([a]) : undefined;
  if (isOperator(e, 'in') && isColumn(a)) return literals([b, ...more]);
  if (isOperator(e, 'isNull') && isColumn(a)) return new Set([bucketOf(null, (a as ResolvedExpression).type, column)]);
  const inner = [a, b].map((x) => (x === undefined ? undefined : matching(x, column)));
  if (isOperator(e, 'or')) return inner.every((s) => s !== undefined) ? new Set(inner.flatMap((s) => [...(s as ReadonlySet<number>)])) : undefined;
  if (!isOperator(e, 'and')) return undefined;
  const known = inner.filter((s) => s !== undefined) as ReadonlySet<number>[];
  return known.length === 0 ? undefined : new Set([...(known[0] as ReadonlySet<number>)].filter((x) => known.every((s) => s.has(x))));
}
