/**
 * How an expression was written, where its resolved form does not tell: aliases inside of calls (`upper(a AS b)`) and
 * changes of structs. Column names repeat it.
 */
import type { FunctionDeclaration } from '../functions/define.ts';
import { castText, toSql } from '../plan/index.ts';
import type { Alias, Cast, ResolvedExpression } from '../plan/index.ts';
import { quoteIfNeeded } from '../types/index.ts';
import type { Analysis } from './analysis.ts';

const texts = new WeakMap<ResolvedExpression, string>();
const implied = new WeakSet<ResolvedExpression>();

/** An alias that nobody wrote: a field's own name on it, which counts only where it stands alone. */
export function impliedAlias(e: Alias): Alias {
  implied.add(e);
  return e;
}

const calls = new WeakMap<ResolvedExpression, WrittenCall>();

/** A call as it was written, of which others were made. */
export interface WrittenCall {
  readonly fn: FunctionDeclaration;
  readonly args: readonly ResolvedExpression[];
}

export function setCall(e: ResolvedExpression, call: WrittenCall): void {
  calls.set(e, call);
}
export function callBehind(e: ResolvedExpression): WrittenCall | undefined {
  return calls.get(e);
}

export function setText(e: ResolvedExpression, text: string): void {
  texts.set(e, text);
}

/** The expression as SQL, as it was written. */
export function writtenText(analysis: Analysis, e: ResolvedExpression): string {
  const known = texts.get(e);
  if (known !== undefined) return known;
  if (e.kind === 'alias' && implied.has(e)) return writtenText(analysis, e.child);
  if (e.kind === 'alias') return `${writtenText(analysis, e.child)} AS ${quoteIfNeeded(e.name)}`;
  return toSql(e, { timeZone: analysis.context.sessionTimeZone, written: (x) => texts.get(x) });
}

/** True for an alias that somebody wrote. */
export function isNamed(e: ResolvedExpression): e is Alias {
  return e.kind === 'alias' && !implied.has(e);
}

function hasOwnText(e: ResolvedExpression): boolean {
  return isNamed(e) || texts.has(e);
}

/** Keeps the text of a cast of something that was written otherwise than its resolved form tells. */
export function rememberCast(analysis: Analysis, node: Cast, written: ResolvedExpression): void {
  if (hasOwnText(written)) setText(node, castText(node, writtenText(analysis, written)));
}

/** Keeps the text of a call whose arguments are not shown in full by its resolved form. */
export function rememberText(analysis: Analysis, node: ResolvedExpression, fn: FunctionDeclaration, args: readonly ResolvedExpression[]): void {
  if (!args.some(hasOwnText)) return;
  if (node.kind === 'aggregate' && (node.filter !== undefined || node.orderWithinGroup !== undefined)) return;
  const distinct = node.kind === 'aggregate' && node.distinct;
  const isStruct = node.kind === 'call' && node.writtenName === 'struct';
  const shown = (isStruct ? args.filter((_, i) => i % 2 === 1) : args).map((a) => writtenText(analysis, a));
  if (isStruct) setText(node, `struct(${shown.join(', ')})`);
  else setText(node, fn.sql === undefined ? `${fn.name}(${distinct ? 'DISTINCT ' : ''}${shown.join(', ')})` : fn.sql(shown, distinct));
}
