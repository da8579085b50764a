/** WITH in the optimizer: set in at the start where that is right, at the end as shuffles that are shared. */
import {
  collectExpressions,
  expressionsOf,
  filterNode,
  inlineCtes,
  inputsOf,
  isDeterministic,
  mapExpressions,
  orAll,
  projectNode,
  referencesOf,
  replaceCtes,
  semanticEquals,
  someExpression,
  somePlan,
  substitute,
  transformUp,
  withInputs,
} from '../../plan/index.ts';
import type { AttributeReference, CteDefinition, CteRelationRefNode, ExprId, LogicalPlan, ResolvedExpression, SubqueryCall } from '../../plan/index.ts';
import type { Rule, RuleContext } from '../rule.ts';

export const inlineCte: Rule = {
  name: 'InlineCTE',
  required: true,
  apply: (plan, context) => inlineCtes(plan, () => context.nextExprId()),
};

export const replaceCteRefWithRepartition: Rule = {
  name: 'ReplaceCTERefWithRepartition',
  required: true,
  apply: (plan, context) => replaceCtes(plan, () => context.nextExprId()),
};

/** Conditions and columns that all who use a definition ask for are asked of the definition itself. */
export const pushIntoCtes: Rule = {
  name: 'PushdownPredicatesAndPruneColumnsForCTEDef',
  apply: (plan, context) => (somePlan(plan, (p) => p.node === 'WithCTE') ? pushed(plan, usesOf(plan), context) : plan),
};

/** What the users of a definition want, by the places of its columns. */
interface Uses {
  readonly places: Set<number>;
  /** Each user's condition over the definition's columns; undefined once one has none. */
  conditions: ResolvedExpression[] | undefined;
}

function usesOf(plan: LogicalPlan): ReadonlyMap<number, Uses> {
  const definitions = new Map<number, CteDefinition>();
  const uses = new Map<number, Uses>();
  const see = (ref: CteRelationRefNode, wanted: readonly ResolvedExpression[], condition: ResolvedExpression | undefined): void => {
    const definition = definitions.get(ref.cteId);
    if (definition === undefined) return;
    const known: Uses = uses.get(ref.cteId) ?? { places: new Set(), conditions: [] };
    uses.set(ref.cteId, known);
    const used = referencesOf(...wanted, ...(condition === undefined ? [] : [condition]));
    ref.output.forEach((a, i) => {
      if (used.has(a.exprId)) known.places.add(i);
    });
    const columns = new Map<ExprId, ResolvedExpression>(ref.output.map((a, i) => [a.exprId, definition.plan.output[i] as AttributeReference]));
    if (condition === undefined || !isDeterministic(condition) || someExpression(condition, (x) => x.kind === 'subquery')) known.conditions = undefined;
    else known.conditions?.push(substitute(condition, columns));
  };
  const walk = (p: LogicalPlan): void => {
    if (p.node === 'WithCTE') for (const d of p.definitions) definitions.set(d.cteId, d);
    const [list, below] = p.node === 'Project' ? [p.expressions, p.input] : [undefined, p];
    const [condition, leaf] = below.node === 'Filter' ? [below.condition, below.input] : [undefined, below];
    for (const e of expressionsOf(p)) for (const s of subqueriesIn(e)) walk(s.plan);
    if (leaf.node === 'CTERelationRef') {
      if (below !== p && condition !== undefined) for (const s of subqueriesIn(condition)) walk(s.plan);
      see(leaf, list ?? leaf.output, condition);
    } else inputsOf(p).forEach(walk);
  };
  walk(plan);
  return uses;
}

function subqueriesIn(e: ResolvedExpression): readonly SubqueryCall[] {
  return collectExpressions(e, (x) => x.kind === 'subquery') as SubqueryCall[];
}

function pushed(plan: LogicalPlan, uses: ReadonlyMap<number, Uses>, context: RuleContext): LogicalPlan {
  const places = (all: readonly AttributeReference[], id: number): AttributeReference[] => all.filter((_, i) => uses.get(id)?.places.has(i) !== false);
  const definition = ({ cteId, plan: own }: CteDefinition): CteDefinition => {
    const conditions = uses.get(cteId)?.conditions ?? [];
    const condition = conditions.length === 0 ? undefined : orAll(context.registry, uniqueConditions(conditions));
    const kept = places(own.output, cteId);
    const filtered = condition === undefined ? own : filterNode(own, condition);
    return { cteId, plan: kept.length === own.output.length ? filtered : projectNode(filtered, kept) };
  };
  const visit = (p: LogicalPlan): LogicalPlan => {
    if (p.node === 'CTERelationRef') return uses.has(p.cteId) ? { ...p, output: places(p.output, p.cteId) } : p;
    const over = mapExpressions(withInputs(p, inputsOf(p).map(visit)), (e) => transformUp(e, (x) => (x.kind === 'subquery' ? { ...x, plan: visit(x.plan) } : x)));
    return over.node === 'WithCTE' ? { ...over, definitions: over.definitions.map(definition) } : over;
  };
  return visit(plan);
}

function uniqueConditions(list: readonly ResolvedExpression[]): ResolvedExpression[] {
  return list.filter((e, i) => list.findIndex((x) => semanticEquals(x, e)) === i);
}
