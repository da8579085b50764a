/** `*`, `t.*`, `s.*` of a struct, and regular expressions over names. */
import { analysisError } from '../core/index.ts';
import { patternOfSplit } from '../functions/regexp/errors.ts';
import type { JavaPattern } from '../functions/regexp/java-pattern.ts';
import { markOuter, OPERATOR, stringLiteral, stripAlias } from '../plan/index.ts';
import type { AttributeReference, Expression, NamedExpression, ResolvedExpression, UnresolvedRegex, UnresolvedStar } from '../plan/index.ts';
import { parseName, quoteIdentifier, quoteParts } from '../types/index.ts';
import type { Env } from './analysis.ts';
import { aliasOf } from './aliases.ts';
import { lookUp } from './expressions/attributes.ts';
import { patternIn, refuseStar } from './misplaced-stars.ts';
import { contextOf } from './origins.ts';
import { orderBySimilarity, unresolvedName } from './suggestions.ts';

/** The list with each star replaced by the columns that it stands for. */
export function expandStars(env: Env, list: readonly Expression[]): (Expression | NamedExpression)[] {
  return list.flatMap((e): (Expression | NamedExpression)[] => {
    if ((e.type === 'UnresolvedStar' || e.type === 'UnresolvedRegex') && e.within !== undefined) refuseStar(e, `expression \`${e.within}\``);
    if (e.type === 'UnresolvedStar') return expandStar(env, e);
    return e.type === 'UnresolvedRegex' ? expandRegex(env, e) : [e];
  });
}

/** The columns that a star stands for. Raises CANNOT_RESOLVE_STAR_EXPAND. */
function expandStar(env: Env, star: UnresolvedStar): NamedExpression[] {
  const columns = star.unparsedTarget === undefined ? allColumns(env, star) : (targetColumns(env, star.unparsedTarget) ?? outerColumns(env, star, star.unparsedTarget));
  return star.except === undefined ? [...columns] : without(env, columns, star.except, star);
}

function allColumns(env: Env, star: UnresolvedStar): readonly AttributeReference[] {
  if (star.planId === undefined) return env.columns;
  const plan = env.analysis.plans.get(star.planId);
  const ids = new Set((plan?.output ?? env.columns).map((a) => a.exprId));
  return env.columns.filter((a) => ids.has(a.exprId));
}

/** `t.*` of a table of the query around. Raises CANNOT_RESOLVE_STAR_EXPAND. */
function outerColumns(env: Env, star: UnresolvedStar, target: string): readonly NamedExpression[] {
  const { outer } = env.scope;
  const found = outer === undefined ? undefined : targetColumns(outer, target);
  if (found !== undefined) return found.map((e) => aliasOf(markOuter(stripAlias(e)), e.name, env.analysis.context.nextExprId()));
  const parts = parseName(target.replace(/\.\*$/, ''));
  const columns = env.columns.map((a) => a.name).sort().map(quoteIdentifier).join(', ');
  throw analysisError(
    'CANNOT_RESOLVE_STAR_EXPAND',
    '42704',
    { targetString: quoteParts(parts), columns },
    `${quoteParts(parts)}.* stands for nothing here: there is no such table or struct. The columns are ${columns}.`,
    contextOf(star.origin),
  );
}

function targetColumns(env: Env, target: string): readonly NamedExpression[] | undefined {
  const parts = parseName(target.replace(/\.\*$/, ''));
  const qualified = env.columns.filter((a) => matches(env, a.qualifier, parts));
  if (qualified.length > 0) return withHidden(env, qualified, parts);
  const struct = lookUp(env, parts, env.columns);
  if (struct?.type.kind === 'struct') return fieldsOf(env, struct);
  const hidden = withHidden(env, [], parts);
  return hidden.length > 0 ? hidden : undefined;
}

/** `d.*` after a join by USING names the join's columns of d, the key among them. */
function withHidden(env: Env, found: readonly AttributeReference[], parts: readonly string[]): readonly AttributeReference[] {
  const all = env.hiddenColumns?.() ?? [];
  const hidden = all.filter((a) => matches(env, a.qualifier, parts) && !found.some((f) => f.exprId === a.exprId));
  return hidden.length === 0 ? found : [...hidden, ...found];
}

function matches(env: Env, qualifier: readonly string[], parts: readonly string[]): boolean {
  const from = qualifier.length - parts.length;
  return from >= 0 && parts.every((p, i) => env.analysis.sameName(p, qualifier[from + i] as string));
}

function fieldsOf(env: Env, struct: ResolvedExpression): NamedExpression[] {
  if (struct.type.kind !== 'struct') return [];
  return struct.type.fields.map((f) => {
    const base = struct.kind === 'alias' ? struct.child : struct;
    const field = env.analysis.call(env, OPERATOR.getField, [base, stringLiteral(f.name)]);
    return aliasOf(field, f.name, env.analysis.context.nextExprId());
  });
}

/** `* EXCEPT (a, s.b)`: columns left out, or a struct without one of its fields. */
function without(env: Env, columns: readonly NamedExpression[], except: readonly (readonly string[])[], star: UnresolvedStar): NamedExpression[] {
  const attributes = columns.filter((c) => c.kind === 'attribute');
  const dropped = new Set<number>();
  for (const parts of except) {
    const found = lookUp(env, parts, attributes);
    if (found?.kind !== 'attribute') {
      const names = attributes.map((a) => quoteIdentifier(a.name));
      throw unresolvedName(parts, orderBySimilarity(parts.join('.'), names), contextOf(star.origin));
    }
    dropped.add(found.exprId);
  }
  return columns.filter((c) => !dropped.has(c.exprId));
}

/** Columns whose whole name fits; of `df.colRegex` without back-quotes the column of that very name. */
function expandRegex(env: Env, e: UnresolvedRegex): (Expression | NamedExpression)[] {
  const written = patternIn(e);
  if (written === undefined) {
    return [{ type: 'UnresolvedAttribute', unparsedIdentifier: e.colName, ...(e.planId === undefined ? {} : { planId: e.planId }) }];
  }
  const { pattern, table } = written;
  const { regexp } = patternOfNames(env.analysis.caseSensitive ? '' : '(?i)', pattern);
  const fits = (name: string): boolean => {
    regexp.lastIndex = 0;
    return regexp.test(name);
  };
  return env.columns.filter((a) => fits(a.name) && (table === undefined || env.analysis.sameName(table, a.qualifier.at(-1) ?? '')));
}

/** Raises Java's own error for what is no regular expression. */
function patternOfNames(flags: string, pattern: string): JavaPattern {
  patternOfSplit(`${flags}${pattern}`);
  return patternOfSplit(`${flags}\\A(?:${pattern})\\z`);
}
