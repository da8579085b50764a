/** Projections over projections in one, where nothing dear is worked out twice (Spark's `CollapseProject`). */
import { aggregateNode, childrenOf, isDeterministic, isFoldable, isOperator, limitNode, projectNode, sampleNode, someExpression, stripAlias, transformPlanUp, withInputs } from '../../plan/index.ts';
import type { ExprId, LogicalPlan, NamedExpression, ProjectNode, ResolvedExpression } from '../../plan/index.ts';
import type { Rule } from '../rule.ts';
import { aliasMap, substituteNamed } from '../support/expressions.ts';

export const collapseProject: Rule = {
  name: 'CollapseProject',
  apply: (plan) => transformPlanUp(plan, (p) => (p.node === 'Project' ? collapse(p) : p)),
};

function collapse(p: ProjectNode): LogicalPlan {
  const below = p.input;
  switch (below.node) {
    case 'Project':
      return mayInline(p.expressions, below.expressions) ? collapse(projectNode(below.input, inlined(p.expressions, below.expressions))) : p;
    case 'Aggregate':
      return !p.expressions.some(asksPerRow) && mayInline(p.expressions, below.aggregates) ? aggregateNode(below.input, below.grouping, inlined(p.expressions, below.aggregates)) : p;
    case 'Limit':
      return below.input.node === 'Project' && isRenaming(p.expressions, below.input.expressions)
        ? limitNode(projectNode(below.input.input, inlined(p.expressions, below.input.expressions)), below.limit, below.local)
        : p;
    case 'Sample':
      return below.input.node === 'Project' && isRenaming(p.expressions, below.input.expressions)
        ? sampleNode(projectNode(below.input.input, inlined(p.expressions, below.input.expressions)), below)
        : p;
    case 'Repartition':
      return below.input.node === 'Project' && isRenaming(p.expressions, below.input.expressions)
        ? withInputs(below, [projectNode(below.input.input, inlined(p.expressions, below.input.expressions))])
        : p;
    default:
      return p;
  }
}

/** A subquery that depends on the rows: what it reads must be worked out below it, not by the aggregate that would hold it. */
function asksPerRow(e: ResolvedExpression): boolean {
  return someExpression(e, (x) => x.kind === 'subquery' && x.outerReferences.length > 0);
}

function inlined(list: readonly NamedExpression[], below: readonly NamedExpression[]): NamedExpression[] {
  const aliases = aliasMap(below);
  return list.map((e) => substituteNamed(e, aliases));
}

/** Each lower value is used once, or is as cheap as a column. */
export function mayInline(list: readonly NamedExpression[], below: readonly NamedExpression[]): boolean {
  const aliases = aliasMap(below);
  if (aliases.size === 0) return true;
  const uses = new Map<ExprId, number>();
  const count = (e: ResolvedExpression): void => {
    if (e.kind === 'attribute') uses.set(e.exprId, (uses.get(e.exprId) ?? 0) + 1);
    else for (const c of childrenOf(e)) count(c);
  };
  for (const e of list) count(e);
  for (const [id, times] of uses) {
    const value = aliases.get(id);
    if (value === undefined) continue;
    if (!isDeterministic(value)) return false;
    if (times > 1 && !isCheap(value) && !isReadByField(id, value, list)) return false;
  }
  return true;
}

/** Working it out twice costs nothing. */
export function isCheap(e: ResolvedExpression): boolean {
  if (e.kind === 'attribute' || e.kind === 'pythonUdf' || isFoldable(e)) return true;
  if (e.kind === 'alias') return isCheap(e.child);
  return (isOperator(e, 'getField') || isOperator(e, 'getItem') || isOperator(e, 'getArrayStructFields')) && e.args.every(isCheap);
}

/** A struct of which cheap fields are read goes away; as a whole, or for a dear field, it may be used once. */
function isReadByField(id: ExprId, value: ResolvedExpression, list: readonly NamedExpression[]): boolean {
  if (!isOperator(value, 'struct')) return false;
  const fields = value.args;
  let others = 0;
  const visit = (e: ResolvedExpression): void => {
    if (e.kind === 'attribute') {
      if (e.exprId === id) others += 1;
      return;
    }
    const [from, name] = e.kind === 'call' && isOperator(e, 'getField') ? e.args : [];
    if (from?.kind === 'attribute' && from.exprId === id && name?.kind === 'literal') {
      const at = fields.findIndex((f, i) => i % 2 === 0 && f.kind === 'literal' && f.value === name.value);
      const field = fields[at + 1];
      if (at < 0 || field === undefined || !isCheap(field)) others += 1;
      return;
    }
    for (const c of childrenOf(e)) visit(c);
  };
  for (const e of list) visit(e);
  return others <= 1;
}

/** Both lists only name columns, the upper those of the lower in their order. */
function isRenaming(list: readonly NamedExpression[], below: readonly NamedExpression[]): boolean {
  return (
    list.length === below.length &&
    list.every((e, i) => {
      const column = stripAlias(e);
      return column.kind === 'attribute' && column.exprId === below[i]?.exprId;
    })
  );
}
