/** Functions that SQL calls without brackets: `current_date`. */
import type { ResolvedExpression } from '../../plan/index.ts';
import type { Env } from '../analysis.ts';

const WITHOUT_BRACKETS: ReadonlySet<string> = new Set([
  'current_date',
  'current_timestamp',
  'current_time',
  'current_user',
  'user',
  'session_user',
  'localtime',
  'localtimestamp',
  'grouping__id',
]);

/** The call that a bare name stands for, where no column has the name. */
export function literalFunction(env: Env, name: string): ResolvedExpression | undefined {
  const key = name.toLowerCase();
  if (!WITHOUT_BRACKETS.has(key)) return undefined;
  const called = key === 'grouping__id' ? 'grouping_id' : key;
  return env.analysis.context.registry.get(called) === undefined ? undefined : env.analysis.call(env, called, []);
}
