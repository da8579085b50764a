/** Names to columns: of the inputs, of a DataFrame (`df["x"]`), of what a rule allows besides, of the query around. */
import { parseName, quoteParts } from '../../types/index.ts';
import { analysisError, SparkError } from '../../core/index.ts';
import type { AttributeReference, LogicalPlan, ResolvedExpression, UnresolvedAttribute } from '../../plan/index.ts';
import { collectPlans, markOuter } from '../../plan/index.ts';
import type { Env } from '../analysis.ts';
import { aliasOf } from '../aliases.ts';
import { ambiguous, matchName } from '../names.ts';
import { at, contextOf, originOf } from '../origins.ts';
import { unresolvedColumn, unresolvedName } from '../suggestions.ts';
import { extractFields } from './extract.ts';
import { impliedAlias } from '../written-text.ts';
import { literalFunction } from './literal-functions.ts';
import { variableReference } from './variables.ts';

/** The column of this name among `columns`, or a field inside it under the field's name; undefined if there is none. */
export function lookUp(env: Env, parts: readonly string[], columns: readonly AttributeReference[], e?: UnresolvedAttribute): ResolvedExpression | undefined {
  const { candidates, fields } = matchName(parts, columns, env.analysis.caseSensitive);
  if (candidates.length === 0) return undefined;
  if (candidates.length > 1 && env.ambiguousIsUnknown === true) return undefined;
  if (candidates.length > 1) throw ambiguous(parts, candidates, contextOf(e?.origin));
  const [column] = candidates as [AttributeReference];
  const given = env.parameters?.get(column.exprId);
  if (given !== undefined) return parameterValue(env, given, parts.at(-1) as string, fields, e);
  const found = { ...column, ...originOf(e?.origin) };
  if (fields.length === 0) return found;
  const field = at(e?.origin, () => extractFields(env, found, fields));
  return impliedAlias(aliasOf(field, fields[fields.length - 1] as string, env.analysis.context.nextExprId()));
}

/** A parameter of a function written in SQL stands for the call's argument. */
function parameterValue(env: Env, given: ResolvedExpression, name: string, fields: readonly string[], e: UnresolvedAttribute | undefined): ResolvedExpression {
  const value = fields.length === 0 ? given : at(e?.origin, () => extractFields(env, given, fields));
  return impliedAlias(aliasOf(value, name, env.analysis.context.nextExprId()));
}

/** A column by name. Raises UNRESOLVED_COLUMN, AMBIGUOUS_REFERENCE and what picking a field raises. */
export function resolveAttribute(e: UnresolvedAttribute, env: Env): ResolvedExpression {
  if (e.planId !== undefined) return boundAttribute(e, e.planId, env);
  const parts = at(e.origin, () => parseName(e.unparsedIdentifier));
  const found = resolveParts(parts, e, env) ?? variableReference(env, parts, e.origin);
  if (found !== undefined) return found;
  throw unresolvedColumn(parts, env.columns, contextOf(e.origin));
}

function resolveParts(parts: readonly string[], e: UnresolvedAttribute, env: Env): ResolvedExpression | undefined {
  const own = env.first?.(parts, e) ?? (env.ambiguousIsUnknown === true ? fitting(() => lookUp(env, parts, env.columns, e)) : lookUp(env, parts, env.columns, e));
  if (own !== undefined) return own;
  const constant = parts.length === 1 ? literalFunction(env, parts[0] as string) : undefined;
  if (constant !== undefined) return constant;
  for (const fallback of env.fallbacks) {
    const found = fallback(parts, e);
    if (found !== undefined) return found;
  }
  return env.lateral?.(parts, e) ?? outerColumn(parts, e, env);
}

/** What `f` finds; undefined where a name fits a column, but not what is asked of it. */
function fitting<T>(f: () => T | undefined): T | undefined {
  try {
    return f();
  } catch (error) {
    if (error instanceof SparkError) return undefined;
    throw error;
  }
}

/** A column of the query right around the subquery; those further out are out of its reach. */
function outerColumn(parts: readonly string[], e: UnresolvedAttribute, env: Env): ResolvedExpression | undefined {
  if (env.scope.outer === undefined) return undefined;
  const { lateral: _, ...around } = env.scope.outer;
  const { outer: __, ...scope } = around.scope;
  const found = resolveParts(parts, e, { ...around, scope });
  if (found === undefined) return undefined;
  const marked = markOuter(found);
  return marked.kind === 'alias' ? impliedAlias(marked) : marked;
}

/** The analyzed plan of a DataFrame: remembered, or found among the inputs. */
function planOf(planId: number, env: Env): LogicalPlan | undefined {
  const known = env.analysis.plans.get(planId);
  if (known !== undefined) return known;
  for (const input of env.inputs) {
    const [found] = collectPlans(input, (p) => p.planIds?.includes(planId) === true);
    if (found !== undefined) return found;
  }
  return env.scope.outer === undefined ? undefined : planOf(planId, env.scope.outer);
}

/** `df["x"]` is that very column: by its id, whatever the inputs call it. */
function boundAttribute(e: UnresolvedAttribute, planId: number, env: Env): ResolvedExpression {
  const parts = at(e.origin, () => parseName(e.unparsedIdentifier));
  const plan = planOf(planId, env);
  if (plan === undefined) throw missingFromInput(parts, env);
  const { candidates, fields } = matchName(parts, plan.output, env.analysis.caseSensitive);
  if (candidates.length > 1) throw ambiguous(parts, candidates);
  const [own] = candidates;
  if (own === undefined) throw unresolvedName(parts, plan.output.map((a) => quoteParts([a.name])));
  const { metadata: _, ...found } = visible(own, env);
  const column: AttributeReference = { ...found, name: own.name, ...(own.metadata === undefined ? {} : { metadata: own.metadata }), ...originOf(e.origin) };
  const position = plan.output.findIndex((a) => a.exprId === own.exprId);
  env.bound.push({ planId, position, attribute: column });
  if (fields.length === 0) return column;
  const field = at(e.origin, () => extractFields(env, column, fields));
  return aliasOf(field, fields[fields.length - 1] as string, env.analysis.context.nextExprId());
}

/** The column as the inputs have it (an outer join may have made it nullable); as it is where they lack it. */
function visible(a: AttributeReference, env: Env): AttributeReference {
  const found = env.columns.find((c) => c.exprId === a.exprId) ?? env.missing?.(a.exprId);
  if (found !== undefined) return found;
  return env.scope.outer === undefined ? a : visible(a, env.scope.outer);
}

function missingFromInput(parts: readonly string[], env: Env): Error {
  const shown = (names: readonly string[]): string => names.map((n) => `"${n}"`).join(', ');
  const name = parts[parts.length - 1] as string;
  return analysisError(
    'MISSING_ATTRIBUTES.RESOLVED_ATTRIBUTE_MISSING_FROM_INPUT',
    'XX000',
    { missingAttributes: shown([name]), input: shown(env.columns.map((a) => a.name)), operator: '' },
    `The column ${name} belongs to a DataFrame that is no part of this one. Join the two first.`,
  );
}
