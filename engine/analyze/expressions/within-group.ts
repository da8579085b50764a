/** WITHIN GROUP (ORDER BY …) behind an aggregate: how many keys, and which with DISTINCT. */
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import type { FunctionDeclaration } from '../../functions/define.ts';
import { semanticEquals, stripAlias } from '../../plan/index.ts';
import type { ResolvedExpression, SortOrder } from '../../plan/index.ts';
import { quoteIdentifier } from '../../types/index.ts';
import type { Env } from '../analysis.ts';
import { quoted, sqlOf } from '../aliases.ts';

function invalid(kind: string, parameters: Readonly<Record<string, string>>, sentence: string): SparkError {
  return analysisError(`INVALID_WITHIN_GROUP_EXPRESSION.${kind}`, '42K0K', parameters, sentence);
}

/** The value of such a function is its one key; `mode(x)` has its value in the brackets, and then takes no key. */
export function checkWithinGroup(fn: FunctionDeclaration, count: number, keys: readonly SortOrder[] | undefined, distinct: boolean): void {
  if (fn.kind !== 'aggregate' || fn.withinGroup !== 'one') return;
  if (distinct) throw invalid('DISTINCT_UNSUPPORTED', { funcName: quoteIdentifier(fn.name) }, `${fn.name} cannot be called with DISTINCT.`);
  const inBrackets = fn.params[0]?.optional === true && count > 0;
  const expected = inBrackets ? 0 : 1;
  if (keys === undefined) {
    if (inBrackets) return;
    throw invalid('WITHIN_GROUP_MISSING', { funcName: quoteIdentifier(fn.name) }, `${fn.name} needs WITHIN GROUP (ORDER BY …) behind its brackets.`);
  }
  if (keys.length === expected) return;
  // Spark names the function where it expects none, and the class where it expects one.
  const shown = inBrackets || fn.name === 'percentile_cont' ? fn.name : fn.name.replace(/(?:^|_)(\w)/g, (_, c: string) => c.toUpperCase());
  throw invalid(
    'WRONG_NUM_ORDERINGS',
    { funcName: quoteIdentifier(shown), expectedNum: String(expected), actualNum: String(keys.length) },
    `WITHIN GROUP of ${fn.name} takes ${expected} sort keys here, not ${keys.length}.`,
  );
}

/** With DISTINCT the key must be the value itself, cast or not: of equal values only one is kept, and so only one key. */
export function checkDistinctKeys(env: Env, fn: FunctionDeclaration, args: readonly ResolvedExpression[], cast: readonly ResolvedExpression[], keyCount: number): void {
  if (fn.kind !== 'aggregate' || fn.withinGroup !== 'optional' || keyCount === 0) return;
  const value = stripAlias(args[0] as ResolvedExpression);
  const keys = args.slice(-keyCount).map(stripAlias);
  const [key] = keys as [ResolvedExpression];
  if (keyCount === 1 && (semanticEquals(key, value) || semanticEquals(key, cast[0] as ResolvedExpression))) return;
  throw invalid(
    'MISMATCH_WITH_DISTINCT_INPUT',
    { funcName: '`listagg`', funcArg: quoted(env.analysis, value), orderingExpr: keys.map((k) => quoted(env.analysis, k)).join(', ') },
    `With DISTINCT ${fn.name} can sort by ${sqlOf(env.analysis, value)} alone.`,
  );
}
