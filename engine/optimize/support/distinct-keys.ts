/** Columns by which no two rows of a plan are the same (Spark's `DistinctKeyVisitor`). */
import { expressionKey, stripAlias } from '../../plan/index.ts';
import type { ExprId, LogicalPlan, NamedExpression, ResolvedExpression } from '../../plan/index.ts';

type Keys = readonly ReadonlySet<ExprId>[];

/** Each entry is a set of columns whose values tell every row from the others; none is known for an empty list. */
export function distinctKeys(p: LogicalPlan): Keys {
  switch (p.node) {
    case 'Aggregate':
      return p.grouping.length === 0 ? [] : named(p.grouping, p.aggregates);
    case 'Distinct':
      return [new Set(p.output.map((a) => a.exprId))];
    case 'Project':
      return projected(distinctKeys(p.input), p.expressions);
    case 'Filter':
    case 'Sort':
    case 'Limit':
    case 'Offset':
    case 'Repartition':
    case 'RepartitionByExpression':
      return distinctKeys(p.input);
    case 'Join':
      return p.joinType === 'left_semi' || p.joinType === 'left_anti' ? distinctKeys(p.left) : [];
    default:
      return [];
  }
}

/** The columns that hold these expressions; none if one of them is not shown. */
function named(keys: readonly ResolvedExpression[], list: readonly NamedExpression[]): Keys {
  const shown = new Map(list.map((e) => [expressionKey(stripAlias(e)), e.exprId]));
  const ids = keys.map((k) => shown.get(expressionKey(k)));
  return ids.every((id) => id !== undefined) ? [new Set(ids)] : [];
}

function projected(keys: Keys, list: readonly NamedExpression[]): Keys {
  const shown = new Map<ExprId, ExprId>();
  for (const e of list) {
    const source = stripAlias(e);
    if (source.kind === 'attribute' && !shown.has(source.exprId)) shown.set(source.exprId, e.exprId);
  }
  return keys.filter((key) => [...key].every((id) => shown.has(id))).map((key) => new Set([...key].map((id) => shown.get(id) as ExprId)));
}
