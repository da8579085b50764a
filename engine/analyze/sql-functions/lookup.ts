/** Functions written in SQL, by name; and where they may not be called. */
import { parseName, quoteParts } from '../../types/index.ts';
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import type { SqlFunction } from '../../plan/index.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { withoutPlace } from '../origins.ts';

/** The function of this name as text (`f`, `` db.`f` ``); undefined if there is none. Raises CYCLIC_FUNCTION_REFERENCE. */
export function sqlFunctionOf(analysis: Analysis, scope: Scope, name: string): SqlFunction | undefined {
  const parts = parseName(name);
  const found = scope.sqlFunctions === undefined ? analysis.context.catalog.sqlFunction?.(parts) : scope.sqlFunctions.get(key(parts, analysis));
  if (found === undefined) return undefined;
  const shown = found.nameParts.join('.');
  if (scope.functionPath?.includes(shown) === true) throw withoutPlace(cyclic([...scope.functionPath, shown]));
  return found;
}

function key(parts: readonly string[], analysis: Analysis): string {
  const { catalog } = analysis.context;
  const full = parts.length === 2 ? [catalog.currentCatalog(), ...parts] : parts;
  return full.join('.').toLowerCase();
}

function cyclic(path: readonly string[]): SparkError {
  const shown = path.slice(path.indexOf(path.at(-1) as string)).join(' -> ');
  return analysisError('CYCLIC_FUNCTION_REFERENCE', '42887', { path: shown }, `The function would call itself: ${shown}.`);
}

export function quotedFunction(f: SqlFunction): string {
  return quoteParts(f.nameParts);
}

/** UNSUPPORTED_SQL_UDF_USAGE where an operator cannot work a function out. */
export function refuseInNode(env: Env, f: SqlFunction): void {
  const nodeName = env.refusesFunctions;
  if (nodeName === undefined) return;
  throw analysisError('UNSUPPORTED_SQL_UDF_USAGE', '0A000', { functionName: quotedFunction(f), nodeName }, `${f.nameParts.join('.')} is written in SQL and cannot be called in ${nodeName}. Call it in a select below.`);
}
