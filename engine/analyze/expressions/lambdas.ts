/** Lambda functions: bodies over variables whose types come from the function that calls them. */
import { analysisError, SparkError } from '../../core/index.ts';
import type { ArgumentInfo, HigherOrderFunction } from '../../functions/define.ts';
import { stripAlias, transformUp } from '../../plan/index.ts';
import type { Expression, Lambda, LambdaFunctionExpr, LambdaVariable, Origin, ResolvedExpression, UnresolvedFunction, UnresolvedNamedLambdaVariable } from '../../plan/index.ts';
import { NullType, parseName } from '../../types/index.ts';
import { sqlOf } from '../aliases.ts';
import type { Env } from '../analysis.ts';
import { at } from '../origins.ts';
import { unresolvedColumn } from '../suggestions.ts';
import { contextOf } from '../origins.ts';
import { checkCount } from './argument-lists.ts';
import { argumentInfo, signatureContext } from './arguments.ts';
import { extractFields } from './extract.ts';

type Build = (env: Env, fn: HigherOrderFunction, args: readonly (ResolvedExpression | Lambda)[], origin: Origin | undefined) => ResolvedExpression;

/** A call whose lambdas are resolved after the arguments that decide the types of their variables. */
export function resolveHigherOrder(fn: HigherOrderFunction, args: readonly Expression[], e: UnresolvedFunction, env: Env, build: Build): ResolvedExpression {
  checkCount(fn, args.length);
  const takesLambda = (i: number): boolean => fn.params[i]?.accepts.includes('lambda') === true;
  const values = args.map((a, i) => (takesLambda(i) ? undefined : stripAlias(env.analysis.resolve(a, env))));
  const infos: (ArgumentInfo | undefined)[] = values.map((v) => (v === undefined ? undefined : argumentInfo(env.analysis, v)));
  const all = args.map((a, i): ResolvedExpression | Lambda => {
    const value = values[i];
    if (value !== undefined) return value;
    const params = parametersOf(fn, i, args, infos, env);
    if (a.type === 'LambdaFunction') return resolveLambda(a, params, fn.params[i]?.lambdaArity ?? [params.length], env);
    return constantLambda(a, params.slice(0, fn.params[i]?.lambdaArity?.[0] ?? 1), env);
  });
  return build(env, fn, all, e.origin);
}

/** What the function gives its lambda. Raises what it raises of its other arguments, with the call's text whole. */
function parametersOf(fn: HigherOrderFunction, i: number, args: readonly Expression[], infos: readonly (ArgumentInfo | undefined)[], env: Env): readonly ParameterType[] {
  const context = signatureContext(env.analysis);
  try {
    return fn.lambdaParams(i, infos, context);
  } catch (error) {
    if (!(error instanceof SparkError)) throw error;
    const shown = infos.map((info, k): ArgumentInfo => info ?? { type: NullType, nullable: true, foldable: false, sql: lambdaText(args[k] as Expression, env) });
    return fn.lambdaParams(i, shown, context);
  }
}

/** SQL text of a lambda whose variables have no types, or of a value in its place. */
function lambdaText(e: Expression, env: Env): string {
  try {
    if (e.type !== 'LambdaFunction') return sqlOf(env.analysis, stripAlias(env.analysis.resolve(e, env)));
    const untyped = e.arguments.map((): ParameterType => ({ type: NullType, nullable: true }));
    const { body, params } = resolveLambda(e, untyped, [untyped.length], env);
    const named = transformUp(body, (x) => (x.kind === 'lambdaVariable' ? { ...x, kind: 'attribute', qualifier: [] } : x));
    return `lambdafunction(${[sqlOf(env.analysis, named), ...params.map((p) => p.name)].join(', ')})`;
  } catch (error) {
    if (error instanceof SparkError) return 'lambdafunction()';
    throw error;
  }
}

type ParameterType = { readonly type: LambdaVariable['type']; readonly nullable: boolean };

function variable(env: Env, name: string, p: ParameterType): LambdaVariable {
  return { kind: 'lambdaVariable', name, exprId: env.analysis.context.nextExprId(), type: p.type, nullable: p.nullable };
}

function resolveLambda(e: LambdaFunctionExpr, types: readonly ParameterType[], arity: readonly number[], env: Env): Lambda {
  const count = e.arguments.length;
  return at(e.origin, () => {
    if (!arity.includes(count) || count > types.length) throw wrongArity(count, arity[0] ?? types.length);
    const names = e.arguments.map((a) => a.nameParts[0] as string);
    const keys = names.map((n) => env.analysis.nameKey(n));
    if (new Set(keys).size < keys.length) throw duplicateNames(names);
    const params = names.map((name, i) => variable(env, name, types[i] as ParameterType));
    const lambdas = new Map([...env.lambdas, ...params.map((p, i) => [keys[i] as string, p] as const)]);
    const body = stripAlias(env.analysis.resolve(e.function, { ...env, lambdas }));
    return { kind: 'lambda', params, body };
  });
}

/** A value in place of a lambda: the same for every element. */
function constantLambda(e: Expression, types: readonly ParameterType[], env: Env): Lambda {
  const params = types.map((t, i) => variable(env, `col${i}`, t));
  return { kind: 'lambda', params, body: stripAlias(env.analysis.resolve(e, env)) };
}

function wrongArity(expected: number, actual: number): Error {
  return analysisError(
    'INVALID_LAMBDA_FUNCTION_CALL.NUM_ARGS_MISMATCH',
    '42K0D',
    { expectedNumArgs: String(expected), actualNumArgs: String(actual) },
    `The lambda function takes ${expected} arguments, but is called with ${actual}.`,
  );
}

function duplicateNames(names: readonly string[]): Error {
  return analysisError(
    'INVALID_LAMBDA_FUNCTION_CALL.DUPLICATE_ARG_NAMES',
    '42K0D',
    { args: names.map((n) => `\`${n}\``).join(', '), caseSensitiveConfig: '"spark.sql.caseSensitive"' },
    'The parameters of a lambda function need different names.',
  );
}

/** A variable of a lambda around, or a field of one. */
export function resolveLambdaVariable(e: UnresolvedNamedLambdaVariable, env: Env): ResolvedExpression {
  const parts = e.nameParts.length === 1 ? parseName(e.nameParts[0] as string) : e.nameParts;
  const [name, ...fields] = parts as [string, ...string[]];
  const found = env.lambdas.get(env.analysis.nameKey(name));
  if (found === undefined) throw unresolvedColumn(parts, env.columns, contextOf(e.origin));
  return extractFields(env, found, fields);
}
