/** What a name that does not resolve may have been meant as. */
import { analysisError } from '../core/index.ts';
import type { QueryContext, SparkError } from '../core/index.ts';
import { SUGGESTED_COLUMNS_COUNT } from '../core/limits.ts';
import type { AttributeReference } from '../plan/index.ts';
import { qualifiedParts } from './names.ts';
import { quoteIfNeeded, quoteParts } from '../types/index.ts';

/** Edits (insert, delete, replace one character) from one text to another. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(Math.min((previous[j] as number) + 1, (row[j - 1] as number) + 1, (previous[j - 1] as number) + change));
    }
    previous = row;
  }
  return previous[b.length] as number;
}

/** A qualifier that all share tells nothing, unless the name that was written has one as long. */
function withoutSharedQualifier(candidates: readonly (readonly string[])[], parts: readonly string[]): readonly (readonly string[])[] {
  if (parts.length > 2) return candidates;
  const shared = (kept: number): boolean => new Set(candidates.map((c) => quoteParts(c.slice(0, Math.max(0, c.length - kept))))).size <= 1;
  if (parts.length === 1 && shared(1)) return candidates.map((c) => c.slice(-1));
  return shared(2) ? candidates.map((c) => c.slice(-2)) : candidates;
}

/** Names of columns, the most similar to the written one first. */
export function similarColumns(parts: readonly string[], columns: readonly AttributeReference[]): string[] {
  const byName = [...columns].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.exprId - b.exprId));
  const names = withoutSharedQualifier(byName.map(qualifiedParts), parts).map(quoteParts);
  return orderBySimilarity(parts.map(quoteIfNeeded).join('.'), names);
}

/** Texts, the most similar first; equally similar ones keep their order. */
export function orderBySimilarity(written: string, names: readonly string[]): string[] {
  const ranked = names.map((name) => ({ name, distance: editDistance(name, written) }));
  ranked.sort((a, b) => a.distance - b.distance);
  return ranked.map((r) => r.name);
}

/** UNRESOLVED_COLUMN, with the nearest names where there are any. */
export function unresolvedColumn(parts: readonly string[], columns: readonly AttributeReference[], context?: QueryContext): SparkError {
  return unresolvedName(parts, similarColumns(parts, columns), context);
}

/** As `unresolvedColumn`, with the proposals given, best first. */
export function unresolvedName(parts: readonly string[], proposals: readonly string[], context?: QueryContext): SparkError {
  const objectName = quoteParts(parts);
  if (proposals.length === 0) {
    return analysisError(
      'UNRESOLVED_COLUMN.WITHOUT_SUGGESTION',
      '42703',
      { objectName },
      `There is no column, variable or parameter ${objectName} here, and there are no columns at all.`,
      context,
    );
  }
  const proposal = proposals.slice(0, SUGGESTED_COLUMNS_COUNT).join(', ');
  return analysisError(
    'UNRESOLVED_COLUMN.WITH_SUGGESTION',
    '42703',
    { objectName, proposal },
    `There is no column, variable or parameter ${objectName} here. Did you mean one of these: ${proposal}?`,
    context,
  );
}
