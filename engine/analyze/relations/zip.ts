/** `df.zip(other)`: the columns of two projections of one DataFrame side by side. */
import { analysisError, unsupported } from '../../core/index.ts';
import { isDeterministic, projectNode, semanticEquals, stripAlias, substitute, toAttribute } from '../../plan/index.ts';
import type { AttributeReference, ExprId, LogicalPlan, NamedExpression, ProjectNode, ResolvedExpression, Zip } from '../../plan/index.ts';
import { aliasOf } from '../aliases.ts';
import type { Analysis, Scope } from '../analysis.ts';

/** The plan and those below it, as long as they are projections: each row of one is a row of the others. */
function chainOf(p: LogicalPlan): readonly LogicalPlan[] {
  return p.node === 'Project' ? [p, ...chainOf(p.input)] : [p];
}

/** The columns of the upper plan in terms of those of a plan further down its chain. */
function columnsOver(chain: readonly LogicalPlan[], base: LogicalPlan): readonly NamedExpression[] {
  const above = chain.slice(0, chain.indexOf(base)) as readonly ProjectNode[];
  return above.reduceRight<readonly NamedExpression[]>((below, p) => {
    if (below === base.output) return p.expressions;
    if (below.some((e) => !isDeterministic(e))) throw unsupported('zip() over a projection of columns that are not deterministic');
    const values = new Map<ExprId, ResolvedExpression>(below.flatMap((e) => (e.kind === 'alias' ? [[e.exprId, e.child] as const] : [])));
    return p.expressions.map((e) => (e.kind === 'alias' ? { ...e, child: substitute(e.child, values) } : (below.find((b) => b.exprId === e.exprId) ?? e)));
  }, base.output);
}

export function zip(r: Zip, analysis: Analysis, scope: Scope): LogicalPlan {
  const left = chainOf(analysis.relation(r.left, scope));
  const right = chainOf(analysis.relation(r.right, scope));
  const base = left.find((p) => right.includes(p));
  if (base === undefined) {
    throw analysisError('ZIP_PLANS_NOT_MERGEABLE', '42K03', {}, 'Two DataFrames can be zipped if both only choose and compute columns of one third DataFrame, so that their rows are the same.');
  }
  const columns = columnsOver(left, base);
  const merged: NamedExpression[] = [...columns];
  const shown = columnsOver(right, base).map((e): NamedExpression => {
    const known = merged.find((m) => m.exprId === e.exprId || (isDeterministic(e) && semanticEquals(stripAlias(m), stripAlias(e))));
    if (known === undefined) merged.push(e);
    const column = toAttribute(known ?? e);
    return column.exprId === e.exprId ? column : aliasOf(column, e.name, e.exprId);
  });
  const isBase = merged.length === base.output.length && merged.every((e, i) => e === base.output[i]);
  const below = isBase ? base : projectNode(base, merged);
  return projectNode(below, [...columns.map((e): AttributeReference => toAttribute(e)), ...shown]);
}
