/** Functions that SQL calls without brackets: `current_date`. */
import { toSql } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import { aliasOf } from '../aliases.ts';
import type { Env } from '../analysis.ts';
import { impliedAlias } from '../written-text.ts';

/** The functions that the names stand for; several names stand for one. */
const WITHOUT_BRACKETS: ReadonlyMap<string, string> = new Map([
  ['current_date', 'current_date'],
  ['current_timestamp', 'current_timestamp'],
  ['current_time', 'current_time'],
  ['localtime', 'current_time'],
  ['current_user', 'current_user'],
  ['user', 'current_user'],
  ['session_user', 'current_user'],
  ['grouping__id', 'grouping_id'],
]);

/** The call that a bare name stands for, under the call's text as its own name, where no column has the name. */
export function literalFunction(env: Env, name: string): ResolvedExpression | undefined {
  const key = name.toLowerCase();
  const called = WITHOUT_BRACKETS.get(key);
  if (called === undefined || env.analysis.context.registry.get(called) === undefined) return undefined;
  const call = env.analysis.call(env, called, []);
  return impliedAlias(aliasOf(call, key === 'grouping__id' ? key : toSql(call), env.analysis.context.nextExprId()));
}
