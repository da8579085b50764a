/** Names of casts that stand alone in a select list of the DataFrame API. */
import { parseName } from '../types/index.ts';
import type { Expression, ResolvedExpression } from '../plan/index.ts';
import type { Env } from './analysis.ts';
import { parsedText } from './expressions/parsed-text.ts';
import { writtenText } from './written-text.ts';

export interface CastName {
  readonly name: string;
  /** The name is one that Spark made up, and is marked as such. */
  readonly madeUp: boolean;
}

/** The alias below any number of casts: it names them. */
export function aliasUnderCasts(written: Expression, env: Env): string | undefined {
  const { inner, depth } = belowCasts(written, env);
  return depth > 0 && inner.type === 'Alias' && inner.name.length === 1 ? inner.name[0] : undefined;
}

/** In SQL one cast is looked through, and the only alias below one is the name of a variant's path: `CAST(v:a AS INT)`. */
export function sqlCastName(written: Expression, env: Env): CastName | undefined {
  const { inner, depth } = belowCasts(written, env);
  return depth === 1 && inner.type === 'Alias' ? { name: inner.name[0] as string, madeUp: false } : undefined;
}

/**
 * The name of any number of casts around something that has a name of its own: an alias gives its name, a field of a
 * column the text of its innermost cast. Undefined where the usual names hold.
 */
export function castName(written: Expression, value: ResolvedExpression, env: Env): CastName | undefined {
  const { inner, depth } = belowCasts(written, env);
  if (depth === 0) return undefined;
  const alias = aliasUnderCasts(written, env);
  if (alias !== undefined) return { name: alias, madeUp: false };
  const innermost = innermostCast(value, depth);
  if (inner.type !== 'UnresolvedAttribute' || innermost?.kind !== 'cast' || innermost.child.kind === 'attribute') return undefined;
  // A field of a certain DataFrame's column has the field's name at once.
  if (inner.planId !== undefined) return { name: parseName(inner.unparsedIdentifier).at(-1) as string, madeUp: false };
  return { name: writtenText(env.analysis, innermost), madeUp: depth === 1 };
}

function belowCasts(written: Expression, env: Env): { readonly inner: Expression; readonly depth: number } {
  let inner = plain(written, env);
  let depth = 0;
  for (; inner.type === 'Cast'; depth++) inner = plain(inner.expr, env);
  return { inner, depth };
}

function plain(e: Expression, env: Env): Expression {
  return e.type === 'ExpressionString' ? parsedText(e, env) : e;
}

function innermostCast(e: ResolvedExpression, depth: number): ResolvedExpression | undefined {
  let at: ResolvedExpression = e;
  for (let i = 1; i < depth && at.kind === 'cast'; i++) at = at.child;
  return at;
}
