/** Which row of the answer is which expected row: exactly where possible, then with tolerance inside buckets of equal exact columns. */
import type { DataType } from '../../engine/index.ts';
import { cellText, equalCells } from './cells.ts';
import type { NumberTolerance } from './spec.ts';
import { cellAt } from './table.ts';
import type { ResultTable } from './table.ts';
import { isInexact } from './types.ts';

/** Larger buckets are matched greedily in sorted order instead of by augmenting paths. */
const MAX_EXACT_BUCKET_ROWS = 300;

export interface RowMatching {
  /** Expected row and the answer's row that is equal to it. */
  readonly pairs: readonly (readonly [expected: number, actual: number])[];
  readonly missing: readonly number[];
  readonly unexpected: readonly number[];
}

/** Column types in common form, with each column's tolerance. Both tables have these columns in this order. */
export interface RowRules {
  readonly types: readonly DataType[];
  readonly tolerances: readonly NumberTolerance[];
}

export function rowText(table: ResultTable, types: readonly DataType[], columns: readonly number[], row: number): string {
  return columns.map((j) => cellText(types[j] as DataType, cellAt(table, j, row))).join('|');
}

export function equalRows(a: ResultTable, i: number, b: ResultTable, j: number, rules: RowRules): boolean {
  return rules.types.every((t, k) => equalCells(t, cellAt(a, k, i), cellAt(b, k, j), rules.tolerances[k] as NumberTolerance));
}

/** Matches rows as multisets: each row of one side is used at most once. */
export function matchRows(expected: ResultTable, actual: ResultTable, rules: RowRules): RowMatching {
  const all = rules.types.map((_, j) => j);
  const exact = all.filter((j) => !isInexact(rules.types[j] as DataType));
  const pairs: [number, number][] = [];
  const first = pairByText(expected, actual, range(expected.numRows), range(actual.numRows), rules.types, all, pairs);
  if (exact.length === all.length || first.missing.length === 0 || first.unexpected.length === 0) return { pairs, ...first };
  const missing: number[] = [];
  const unexpected: number[] = [];
  const buckets = new Map<string, { missing: number[]; unexpected: number[] }>();
  const bucketOf = (table: ResultTable, row: number): { missing: number[]; unexpected: number[] } => {
    const text = rowText(table, rules.types, exact, row);
    let bucket = buckets.get(text);
    if (bucket === undefined) buckets.set(text, (bucket = { missing: [], unexpected: [] }));
    return bucket;
  };
  for (const i of first.missing) bucketOf(expected, i).missing.push(i);
  for (const i of first.unexpected) bucketOf(actual, i).unexpected.push(i);
  for (const bucket of buckets.values()) {
    const rest = matchBucket(expected, actual, bucket, rules, pairs);
    missing.push(...rest.missing);
    unexpected.push(...rest.unexpected);
  }
  return { pairs, missing: missing.sort((a, b) => a - b), unexpected: unexpected.sort((a, b) => a - b) };
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

/** Pairs rows whose text is the same, adding to `pairs`; gives the rest. */
function pairByText(
  expected: ResultTable,
  actual: ResultTable,
  expectedRows: readonly number[],
  actualRows: readonly number[],
  types: readonly DataType[],
  columns: readonly number[],
  pairs: [number, number][],
): { missing: number[]; unexpected: number[] } {
  const waiting = new Map<string, number[]>();
  for (const i of expectedRows) {
    const text = rowText(expected, types, columns, i);
    const list = waiting.get(text);
    if (list === undefined) waiting.set(text, [i]);
    else list.push(i);
  }
  for (const list of waiting.values()) list.reverse();
  const unexpected: number[] = [];
  for (const j of actualRows) {
    const i = waiting.get(rowText(actual, types, columns, j))?.pop();
    if (i === undefined) unexpected.push(j);
    else pairs.push([i, j]);
  }
  const missing = [...waiting.values()].flat().sort((a, b) => a - b);
  return { missing, unexpected };
}

/** A largest matching between rows equal under tolerance, by augmenting paths (Kuhn). */
function matchBucket(
  expected: ResultTable,
  actual: ResultTable,
  bucket: { missing: readonly number[]; unexpected: readonly number[] },
  rules: RowRules,
  pairs: [number, number][],
): { missing: number[]; unexpected: number[] } {
  const augment = bucket.missing.length <= MAX_EXACT_BUCKET_ROWS && bucket.unexpected.length <= MAX_EXACT_BUCKET_ROWS;
  const owner = new Map<number, number>();
  const tryRow = (i: number, seen: Set<number>): boolean => {
    for (const j of bucket.unexpected) {
      if (seen.has(j) || (!augment && owner.has(j)) || !equalRows(expected, i, actual, j, rules)) continue;
      seen.add(j);
      const other = owner.get(j);
      if (other === undefined || (augment && tryRow(other, seen))) {
        owner.set(j, i);
        return true;
      }
    }
    return false;
  };
  const missing = bucket.missing.filter((i) => !tryRow(i, new Set()));
  for (const [j, i] of owner) pairs.push([i, j]);
  return { missing, unexpected: bucket.unexpected.filter((j) => !owner.has(j)) };
}
