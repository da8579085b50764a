/** Calls of functions written in SQL that give rows, in FROM and behind LATERAL. */
import { analysisError } from '../../core/index.ts';
import { isDeterministic, projectNode } from '../../plan/index.ts';
import type { Expression, Generate, LogicalPlan, NamedExpression, SqlFunction, UnresolvedFunction } from '../../plan/index.ts';
import { typeFromJson } from '../../types/index.ts';
import { aliasOf } from '../aliases.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { aliased } from '../relations/columns.ts';
import { lateralJoin } from '../relations/lateral.ts';
import { asType, functionArguments } from './arguments.ts';
import { bodyEnv, bodyOf, bodyScope } from './body.ts';
import { quotedFunction, sqlFunctionOf } from './lookup.ts';

/** The function that a call in FROM names, if it is written in SQL. Raises NOT_A_TABLE_FUNCTION. */
export function sqlTableFunctionOf(e: Expression, analysis: Analysis, scope: Scope): { readonly f: SqlFunction; readonly call: UnresolvedFunction } | undefined {
  if (e.type !== 'UnresolvedFunction') return undefined;
  const { registry } = analysis.context;
  if (registry.get(e.functionName) !== undefined) return undefined;
  const f = sqlFunctionOf(analysis, scope, e.functionName);
  if (f === undefined) return undefined;
  if (f.columns !== undefined) return { f, call: e };
  throw analysisError('NOT_A_TABLE_FUNCTION', '42887', { functionName: quotedFunction(f) }, `${f.nameParts.join('.')} gives a value, not rows: call it in a select.`);
}

export function sqlTable(r: Generate, f: SqlFunction, call: UnresolvedFunction, analysis: Analysis, scope: Scope): LogicalPlan {
  const left = r.input === undefined ? undefined : analysis.relation(r.input, scope);
  const env = envOf(analysis, scope, left === undefined ? [] : [left]);
  const { values } = functionArguments(env, f, call.arguments, call.origin);
  const inner = bodyEnv(f, values, analysis.inMode(f.ansi), bodyScope(f, scope));
  const rows = analysis.context.catalog.inDatabase?.(f.database, () => bodyRows(inner, f)) ?? bodyRows(inner, f);
  const columns = r.generatorOutput === undefined || r.generatorOutput.length === 0 ? undefined : r.generatorOutput;
  const right = aliased(analysis, typed(inner, rows, f), r.qualifier ?? (f.nameParts.at(-1) as string), columns);
  if (left === undefined) return right;
  return lateralJoin(env, { type: 'Join', left: r.input as NonNullable<typeof r.input>, right: r, joinType: r.outer ? 'left_outer' : 'inner' }, left, right, undefined);
}

/** The rows of the body over the parameters, with the names that it gives them. */
export function bodyRows(env: Env, f: SqlFunction): LogicalPlan {
  const body = bodyOf(f, env.analysis);
  const plan = body.kind === 'query' ? body.plan : ({ type: 'Project', expressions: [body.expression] } as const);
  return env.analysis.relation(plan, { ...env.scope, outer: env });
}

/** The rows with the names and types that the function promises. */
function typed(env: Env, rows: LogicalPlan, f: SqlFunction): LogicalPlan {
  const below = rows.node === 'Project' && rows.expressions.every(isDeterministic) ? rows : undefined;
  const made = new Map(below?.expressions.flatMap((e) => (e.kind === 'alias' ? [[e.exprId, e.child] as const] : [])) ?? []);
  const list = rows.output.map((a, i): NamedExpression => {
    const column = f.columns?.[i];
    const value = made.get(a.exprId) ?? a;
    return column === undefined ? aliasOf(value, a.name, a.exprId, a.metadata ?? {}) : aliasOf(asType(env, value, typeFromJson(column.type)), column.name, env.analysis.context.nextExprId(), {});
  });
  return projectNode(below?.input ?? rows, list);
}
