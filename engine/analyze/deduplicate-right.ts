/**
 * Plans that are used twice get new ids on the right side, so that the columns of a join can be told apart
 * (`DeduplicateRelations`): what reads the same rows, and what makes the same columns.
 */
import { expressionsOf, inputsOf, mapChildren, mapExpressions, rewriteIds, withInputs } from '../plan/index.ts';
import type { Alias, AttributeReference, ExprId, LogicalPlan, NamedExpression, ResolvedExpression } from '../plan/index.ts';
import type { AnalyzerContext } from './context.ts';
import { hiddenColumns, hideColumns } from './missing-columns.ts';

type Renewed = Map<ExprId, AttributeReference>;

/** The right side with ids that the left one has not. */
export function deduplicateRight(left: LogicalPlan, right: LogicalPlan, context: Pick<AnalyzerContext, 'nextExprId'>): LogicalPlan {
  const taken = new Set<ExprId>();
  const collect = (p: LogicalPlan): void => {
    for (const id of inputsOf(p).length === 0 ? p.output.map((a) => a.exprId) : madeBy(p)) taken.add(id);
    inputsOf(p).forEach(collect);
  };
  collect(left);
  return new Renewal(taken, context.nextExprId).plan(right).plan;
}

class Renewal {
  constructor(
    /** Ids that come into being somewhere on the left side. */
    private readonly taken: ReadonlySet<ExprId>,
    private readonly next: () => ExprId,
  ) {}

  plan(p: LogicalPlan): { readonly plan: LogicalPlan; readonly renewed: Renewed } {
    const inputs = inputsOf(p);
    if (inputs.length === 0) return this.leaf(p);
    const over = inputs.map((x) => this.plan(x));
    const renewed: Renewed = new Map(over.flatMap((o) => [...o.renewed]));
    const own = new Set(madeBy(p).filter((id) => this.taken.has(id)));
    if (renewed.size === 0 && own.size === 0) return { plan: p, renewed };
    const below = withInputs(p, over.map((o) => o.plan));
    for (const a of p.output) if (own.has(a.exprId)) renewed.set(a.exprId, { ...a, exprId: this.next() });
    return { plan: this.rebuilt(p, below, renewed), renewed };
  }

  private leaf(p: LogicalPlan): { readonly plan: LogicalPlan; readonly renewed: Renewed } {
    if (!p.output.some((a) => this.taken.has(a.exprId))) return { plan: p, renewed: new Map() };
    const renewed: Renewed = new Map(p.output.map((a) => [a.exprId, { ...a, exprId: this.next() }]));
    return { plan: { ...p, output: p.output.map((a) => renewed.get(a.exprId) as AttributeReference) }, renewed };
  }

  /** The operator under the new ids: its expressions, what it makes, and its output. */
  private rebuilt(p: LogicalPlan, below: LogicalPlan, renewed: Renewed): LogicalPlan {
    const use = (e: ResolvedExpression): ResolvedExpression => {
      const own = e.kind === 'alias' ? renewed.get(e.exprId) : undefined;
      const inner = e.kind === 'alias' ? ({ ...e, child: substituteIds(e.child, renewed) } satisfies Alias) : substituteIds(e, renewed);
      return own === undefined ? inner : ({ ...(inner as Alias), exprId: own.exprId } satisfies Alias);
    };
    const mapped = mapExpressions(below, use);
    const rename = (a: AttributeReference): AttributeReference => {
      const n = renewed.get(a.exprId);
      return n === undefined ? a : { ...a, exprId: n.exprId };
    };
    const output = p.output.map(rename);
    const made = mapped.node === 'Generate' ? { ...mapped, generatorOutput: mapped.generatorOutput.map(rename), output } : { ...mapped, output };
    const hidden = hiddenColumns(p);
    return hidden.length > 0 && p.node === 'Project' ? hideColumns(made, hidden.map(rename)) : made;
  }
}

function substituteIds(e: ResolvedExpression, renewed: Renewed): ResolvedExpression {
  if (e.kind === 'attribute') {
    const n = renewed.get(e.exprId);
    return n === undefined ? e : { ...e, exprId: n.exprId };
  }
  const over = mapChildren(e, (c) => substituteIds(c, renewed));
  return over.kind === 'subquery' ? { ...over, plan: rewriteIds(over.plan, (id) => renewed.get(id)?.exprId ?? id) } : over;
}

/** Ids that the operator itself brings into being. */
function madeBy(p: LogicalPlan): ExprId[] {
  switch (p.node) {
    case 'Project':
    case 'Aggregate':
    case 'Window':
      return (expressionsOf(p).filter((e) => e.kind === 'alias') as NamedExpression[]).map((e) => e.exprId);
    case 'Generate':
      return p.generatorOutput.map((a) => a.exprId);
    case 'Expand': {
      const from = new Set(p.input.output.map((a) => a.exprId));
      return p.output.filter((a) => !from.has(a.exprId)).map((a) => a.exprId);
    }
    default:
      return [];
  }
}
