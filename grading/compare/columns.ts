/** Brings the answer's columns into the order of the expected ones. */
import type { StructType } from '../../engine/index.ts';
import type { ColumnDifference } from '../verdict.ts';

export interface ColumnAlignment {
  /** The answer's column for each expected one; null where columns do not fit. */
  readonly mapping: readonly number[] | null;
  readonly difference: ColumnDifference;
}

/** How far names may differ: not at all, in case and spaces, or columns may be left over. */
export interface ColumnFreedom {
  readonly order: boolean;
  readonly names: boolean;
  readonly extra: boolean;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]+/g, '');
}

function findColumn(actual: StructType, name: string, taken: ReadonlySet<number>, loose: boolean): number {
  const free = (j: number): boolean => !taken.has(j);
  const exact = actual.fields.findIndex((f, j) => free(j) && f.name === name);
  if (exact >= 0 || !loose) return exact;
  return actual.fields.findIndex((f, j) => free(j) && plain(f.name) === plain(name));
}

/** With names let go, columns that are left over are taken by position. */
function byPosition(expected: StructType, actual: StructType, mapping: (number | null)[], taken: Set<number>): void {
  if (expected.fields.length !== actual.fields.length) return;
  for (const [i, m] of mapping.entries()) {
    if (m !== null) continue;
    const at = !taken.has(i) ? i : actual.fields.findIndex((_, j) => !taken.has(j));
    mapping[i] = at;
    taken.add(at);
  }
}

export function alignColumns(expected: StructType, actual: StructType, freedom: ColumnFreedom): ColumnAlignment {
  const taken = new Set<number>();
  const mapping = expected.fields.map((f) => {
    const j = findColumn(actual, f.name, taken, freedom.names);
    if (j < 0) return null;
    taken.add(j);
    return j;
  });
  if (freedom.names) byPosition(expected, actual, mapping, taken);
  const missing = expected.fields.filter((_, i) => mapping[i] === null).map((f) => f.name);
  const unexpected = actual.fields.filter((_, j) => !taken.has(j)).map((f) => f.name);
  const inOrder = mapping.every((m, i) => m === null || i === 0 || m > (mapping[i - 1] ?? -1));
  const difference: ColumnDifference = {
    expected: expected.fields.map((f) => f.name),
    actual: actual.fields.map((f) => f.name),
    missing,
    unexpected,
    wrongOrder: missing.length === 0 && unexpected.length === 0 && !inOrder,
    types: [],
  };
  const fits = missing.length === 0 && (freedom.extra || unexpected.length === 0) && (freedom.order || inOrder);
  return { mapping: fits ? (mapping as number[]) : null, difference };
}

/** The expected columns that the answer has, with its columns for them: rows can be compared on these at least. */
export function sharedColumns(expected: StructType, actual: StructType): { readonly expected: number[]; readonly actual: number[] } {
  const shared = { expected: [] as number[], actual: [] as number[] };
  for (const [i, f] of expected.fields.entries()) {
    const j = actual.fields.findIndex((g) => g.name === f.name);
    if (j < 0) continue;
    shared.expected.push(i);
    shared.actual.push(j);
  }
  return shared;
}

function nearMiss(name: string, candidates: readonly string[]): string | null {
  return candidates.find((c) => plain(c) === plain(name)) ?? null;
}

function list(names: readonly string[]): string {
  const quoted = names.slice(0, 5).map((n) => `\`${n}\``);
  const rest = names.length > 5 ? ` and ${names.length - 5} more` : '';
  return quoted.join(', ') + rest;
}

/** The sentence for columns that do not fit. */
export function columnSentence(d: ColumnDifference): string {
  const first = d.missing[0];
  if (first !== undefined) {
    const near = nearMiss(first, d.unexpected);
    const hint = near === null ? '' : ` You have \`${near}\`: names must agree in case and spaces.`;
    const extra = near === null && d.unexpected.length > 0 ? ` Not expected: ${list(d.unexpected)}.` : '';
    return `${d.missing.length === 1 ? 'The column' : 'The columns'} ${list(d.missing)} ${d.missing.length === 1 ? 'is' : 'are'} missing.${hint}${extra}`;
  }
  if (d.unexpected.length > 0) {
    return `${d.unexpected.length === 1 ? 'The column' : 'The columns'} ${list(d.unexpected)} should not be in the result.`;
  }
  return `The columns are in another order than ${list(d.expected)}.`;
}
