/** Calls of functions written in SQL that give a value: the body stands in the call's place. */
import { analysisError, unsupported } from '../../core/index.ts';
import { collectExpressions, collectPlans, expressionsOf, isDeterministic, stripAlias, transformUp } from '../../plan/index.ts';
import type { AttributeReference, Expression, LogicalPlan, Origin, Relation, ResolvedExpression, SqlFunction, UnresolvedFunction } from '../../plan/index.ts';
import { typeFromJson } from '../../types/index.ts';
import { aliasOf, AUTO_GENERATED } from '../aliases.ts';
import type { Analysis, Env } from '../analysis.ts';
import { holdsAggregate, holdsGenerator, holdsWindow } from '../expressions/tests.ts';
import { nowhere, withoutPlace } from '../origins.ts';
import { impliedAlias, setText } from '../written-text.ts';
import { asType, functionArguments } from './arguments.ts';
import { bodyEnv, bodyOf, bodyScope } from './body.ts';
import { quotedFunction, refuseInNode } from './lookup.ts';

export function sqlFunctionCall(env: Env, f: SqlFunction, e: UnresolvedFunction): ResolvedExpression {
  if (f.returns === undefined) throw notScalar(f);
  const syntax = e.isDistinct === true ? 'DISTINCT' : e.filter !== undefined ? 'FILTER CLAUSE' : undefined;
  if (syntax !== undefined) throw analysisError('INVALID_SQL_SYNTAX.FUNCTION_WITH_UNSUPPORTED_SYNTAX', '42000', { prettyName: quotedFunction(f), syntax }, `${f.nameParts.join('.')} cannot be called with ${syntax}.`);
  refuseInNode(env, f);
  const { values, texts } = functionArguments(env, f, e.arguments, e.origin);
  const scope = bodyScope(f, env.scope);
  const inner = bodyEnv(f, values, env.analysis.inMode(f.ansi), scope);
  const body = env.analysis.context.catalog.inDatabase?.(f.database, () => bodyValue(inner, f)) ?? bodyValue(inner, f);
  refuseRepeated(f, values, body);
  const value = atCall(nowhere(() => asType(inner, body, typeFromJson(f.returns as NonNullable<typeof f.returns>))), f, e.origin);
  const metadata = env.scope.sql ? AUTO_GENERATED : {};
  const named = impliedAlias(aliasOf({ ...value }, `${f.nameParts.join('.')}(${texts.join(', ')})`, env.analysis.context.nextExprId(), metadata));
  setText(named, named.name);
  return named;
}

/** What fails in the body fails where the call stands. */
function atCall(value: ResolvedExpression, f: SqlFunction, origin: Origin | undefined): ResolvedExpression {
  if (origin === undefined) return value;
  return transformUp(value, (x) => (x.origin?.sqlText === f.body ? { ...x, origin } : x));
}

export function notScalar(f: SqlFunction): Error {
  return analysisError('NOT_A_SCALAR_FUNCTION', '42887', { functionName: quotedFunction(f) }, `${f.nameParts.join('.')} gives rows, not a value: call it in FROM.`);
}

/** The body over the parameters, before its cast. A query of one row without FROM is its expression. */
export function bodyValue(env: Env, f: SqlFunction): ResolvedExpression {
  const body = bodyOf(f, env.analysis);
  if (body.kind === 'expression') return stripAlias(env.analysis.resolve(body.expression, env));
  const only = onlyValue(body.plan, f, env);
  if (only !== undefined) return stripAlias(env.analysis.resolve(only, env));
  const subquery: Expression = { type: 'SubqueryExpression', subqueryType: 'scalar', plan: body.plan };
  return env.analysis.resolve(subquery, env);
}

const onlyValues = new WeakMap<Relation, Expression | null>();

/** The expression of a query of one value without FROM, if it needs no query to be worked out. */
function onlyValue(plan: Relation, f: SqlFunction, env: Env): Expression | undefined {
  const [only, ...more] = plan.type === 'Project' && plan.input === undefined ? plan.expressions : [];
  if (only === undefined || more.length > 0 || only.type === 'UnresolvedStar') return undefined;
  let known = onlyValues.get(plan);
  if (known === undefined) {
    const expression = only.type === 'Alias' ? only.expr : only;
    // Over the parameters themselves: what the arguments hold does not matter.
    const value = env.analysis.resolve(expression, bodyEnv(f, placeholders(f, env.analysis), env.analysis, env.scope));
    known = holdsAggregate(value) || holdsWindow(value) || holdsGenerator(value) ? null : expression;
    onlyValues.set(plan, known);
  }
  return known ?? undefined;
}

/** Columns in the places of arguments. */
export function placeholders(f: SqlFunction, analysis: Analysis): AttributeReference[] {
  return f.parameters.map((p) => ({ kind: 'attribute', name: p.name, exprId: analysis.context.nextExprId(), qualifier: [], type: typeFromJson(p.type), nullable: true }));
}

/** An argument that differs each time may stand in one place only, and one over groups not inside of a subquery. */
function refuseRepeated(f: SqlFunction, values: readonly ResolvedExpression[], body: ResolvedExpression): void {
  const inside = collectExpressions(body, (x) => x.kind === 'subquery').flatMap((x) => (x.kind === 'subquery' ? plansExpressions(x.plan) : []));
  for (const value of values) {
    const used = (list: readonly ResolvedExpression[]): number => list.reduce((n, x) => n + collectExpressions(x, (y) => y === value).length, 0);
    const movable = !holdsAggregate(value) && !holdsWindow(value);
    if (!movable && used(inside) > 0) throw unsupported(`An aggregate as an argument of ${f.nameParts.join('.')}, which reads a table by it`, 'Aggregate in a subquery first.');
    if (!isDeterministic(value) && used(inside) + used([body]) > 1) throw unsupported(`An argument of ${f.nameParts.join('.')} that differs each time`, 'Work it out in a subquery first.');
  }
}

function plansExpressions(plan: LogicalPlan): ResolvedExpression[] {
  return collectPlans(plan, () => true)
    .flatMap(expressionsOf)
    .flatMap((e) => [e, ...collectExpressions(e, (x) => x.kind === 'subquery').flatMap((x) => (x.kind === 'subquery' ? plansExpressions(x.plan) : []))]);
}

/** USER_DEFINED_FUNCTIONS.CANNOT_CONTAIN_COMPLEX_FUNCTIONS: a body that is an expression works on one row. */
export function refuseComplex(value: ResolvedExpression, f: SqlFunction): void {
  if (!holdsAggregate(value) && !holdsWindow(value) && !holdsGenerator(value)) return;
  throw withoutPlace(
    analysisError('USER_DEFINED_FUNCTIONS.CANNOT_CONTAIN_COMPLEX_FUNCTIONS', '42601', { queryText: f.body }, 'A body that is an expression can hold no aggregate, window or generator: write a query.'),
  );
}
