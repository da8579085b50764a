/** Names of expressions: the one given by the user, or the one that Spark makes up. */
import { stripAlias, toSql } from '../plan/index.ts';
import type { Alias, ExprId, NamedExpression, ResolvedExpression } from '../plan/index.ts';
import { OPERATOR } from '../plan/index.ts';
import type { Analysis } from './analysis.ts';

/** Metadata that an expression hands on to a column of another name. */
export function metadataOf(e: ResolvedExpression): Readonly<Record<string, unknown>> | undefined {
  if (e.kind === 'attribute' || e.kind === 'alias') return e.metadata;
  if (e.kind !== 'call' || e.fn.name !== OPERATOR.getField) return undefined;
  const [base, name] = e.args;
  if (base?.type.kind !== 'struct' || name?.kind !== 'literal') return undefined;
  return base.type.fields.find((f) => f.name === name.value)?.metadata;
}

/** `child AS name`. Aliases below are dropped: only the outermost name counts. */
export function aliasOf(child: ResolvedExpression, name: string, exprId: ExprId, metadata = metadataOf(child)): Alias {
  const { type, nullable } = child;
  const bare = stripAlias(child);
  return { kind: 'alias', child: bare, name, exprId, type, nullable, ...(metadata === undefined ? {} : { metadata }) };
}

/** The name that a column without alias gets. */
export function generatedName(analysis: Analysis, e: ResolvedExpression): string {
  // A cast written by the user keeps the name of the column that it casts.
  if (e.kind === 'cast' && e.explicit && e.child.kind === 'attribute') return e.child.name;
  return toSql(e, { timeZone: analysis.context.sessionTimeZone });
}

/** The expression as a column of a projection. */
export function named(analysis: Analysis, e: ResolvedExpression): NamedExpression {
  if (e.kind === 'attribute' || e.kind === 'alias') return e;
  return aliasOf(e, generatedName(analysis, e), analysis.context.nextExprId());
}

/** SQL text for error parameters, without quotes. */
export function sqlOf(analysis: Analysis, e: ResolvedExpression): string {
  return toSql(e, { timeZone: analysis.context.sessionTimeZone });
}

/** In double quotes. */
export function quoted(analysis: Analysis, e: ResolvedExpression): string {
  return `"${sqlOf(analysis, e)}"`;
}
