/** Stars and regular expressions where one column is needed. */
import { analysisError } from '../core/index.ts';
import type { QueryContext, SparkError } from '../core/index.ts';
import type { Expression, UnresolvedRegex, UnresolvedStar } from '../plan/index.ts';
import { contextOf } from './origins.ts';

/** A star and a regular expression may stand for any number of columns, where one is needed. Raises INVALID_USAGE_OF_STAR_OR_REGEX. */
export function refuseStar(e: Expression, prettyName: string, context?: QueryContext): void {
  if (e.type !== 'UnresolvedStar' && e.type !== 'UnresolvedRegex') return;
  const pattern = e.type === 'UnresolvedRegex' ? patternIn(e)?.pattern : '*';
  if (pattern === undefined) return;
  const elem = e.type === 'UnresolvedStar' ? "'*'" : `regular expression '${pattern}'`;
  throw misplaced(elem, prettyName, context);
}

export function misplacedStar(e: UnresolvedStar): SparkError {
  return misplaced("'*'", 'expression', contextOf(e.origin));
}

function misplaced(elem: string, prettyName: string, context: QueryContext | undefined): SparkError {
  return analysisError('INVALID_USAGE_OF_STAR_OR_REGEX', '42000', { elem, prettyName }, `${elem} may stand for several columns, and here one is needed.`, context);
}

/** The pattern, and the table whose columns are meant. */
export function patternIn(e: UnresolvedRegex): { readonly pattern: string; readonly table?: string } | undefined {
  if (e.pattern !== undefined) return { pattern: e.pattern, ...(e.table === undefined ? {} : { table: e.table }) };
  const [, table, pattern] = /^(?:(.*)\.)?`(.+)`$/s.exec(e.colName) ?? [];
  return pattern === undefined ? undefined : { pattern, ...(table === undefined ? {} : { table }) };
}
