/** Names of columns: how they are written, and which columns they may mean. */
import { analysisError } from '../core/index.ts';
import type { QueryContext, SparkError } from '../core/index.ts';
import type { AttributeReference } from '../plan/index.ts';
import { quoteParts } from '../types/index.ts';

/** How the parser calls a subquery without a name; no error shows it. */
const UNNAMED_SUBQUERY = '__auto_generated_subquery_name';

/** A column's name behind its qualifier. */
export function qualifiedParts(a: AttributeReference): readonly string[] {
  return a.qualifier[a.qualifier.length - 1] === UNNAMED_SUBQUERY ? [a.name] : [...a.qualifier, a.name];
}

/** A name as far as it names a column; the rest are fields of it. */
export interface NameMatch {
  readonly candidates: readonly AttributeReference[];
  readonly fields: readonly string[];
}

type ByName = ReadonlyMap<string, readonly AttributeReference[]>;

const indexes = new WeakMap<readonly AttributeReference[], Map<boolean, ByName>>();

function indexOf(columns: readonly AttributeReference[], caseSensitive: boolean): ByName {
  let both = indexes.get(columns);
  if (both === undefined) {
    both = new Map();
    indexes.set(columns, both);
  }
  let index = both.get(caseSensitive);
  if (index === undefined) {
    const built = new Map<string, AttributeReference[]>();
    for (const a of columns) {
      const key = caseSensitive ? a.name : a.name.toLowerCase();
      const list = built.get(key);
      if (list === undefined) built.set(key, [a]);
      else list.push(a);
    }
    index = built;
    both.set(caseSensitive, index);
  }
  return index;
}

/** Longest qualifier first: `db.t.c`, then `t.c`, then `c` with the rest as fields. */
export function matchName(parts: readonly string[], columns: readonly AttributeReference[], caseSensitive: boolean): NameMatch {
  const key = (s: string): string => (caseSensitive ? s : s.toLowerCase());
  const index = indexOf(columns, caseSensitive);
  for (let depth = Math.min(parts.length - 1, 3); depth >= 0; depth--) {
    const name = parts[depth] as string;
    const qualifier = parts.slice(0, depth).map(key);
    const found = (index.get(key(name)) ?? []).filter((a) => endsWith(a.qualifier.map(key), qualifier));
    if (found.length > 0) {
      return { candidates: distinct(found.map((a) => (a.name === name ? a : { ...a, name }))), fields: parts.slice(depth + 1) };
    }
  }
  return { candidates: [], fields: [] };
}

function endsWith(list: readonly string[], tail: readonly string[]): boolean {
  const from = list.length - tail.length;
  return from >= 0 && tail.every((t, i) => list[from + i] === t);
}

/** One column reached by two ways is no ambiguity. */
function distinct(list: readonly AttributeReference[]): AttributeReference[] {
  const seen = new Set<string>();
  return list.filter((a) => {
    const key = `${a.exprId} ${a.qualifier.join('.')} ${a.nullable}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export function ambiguous(parts: readonly string[], candidates: readonly AttributeReference[], context?: QueryContext): SparkError {
  const names = candidates.map((a) => quoteParts(qualifiedParts(a))).sort();
  return analysisError(
    'AMBIGUOUS_REFERENCE',
    '42704',
    { name: quoteParts(parts), referenceNames: `[${names.join(', ')}]` },
    `${quoteParts(parts)} could be any of ${names.join(', ')}. Say which: qualify it, take it from its DataFrame, or rename one of them first.`,
    context,
  );
}
