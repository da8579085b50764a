/**
 * WITH, taken out of a plan: a definition stands where it is used, unless that would compute it twice with different
 * results; then it keeps its name, and is at last set in below a shuffle that all who use it share.
 */
import { collectExpressions, isDeterministic, mapChildren, transformUp } from './expression-visit.ts';
import { projectNode, repartitionByExpressionNode, withCteNode } from './nodes.ts';
import { unmarkOuter } from './outer-references.ts';
import { expressionsOf, inputsOf, mapExpressions, somePlan, transformPlanUp, withInputs } from './plan-visit.ts';
import type { AttributeReference, CteDefinition, CteRelationRefNode, ExprId, LogicalPlan, ResolvedExpression, SubqueryCall, WithCteNode } from './resolved.ts';
import { freshIds } from './rewrite-ids.ts';

interface Known {
  readonly definition: CteDefinition;
  readonly isInlined: boolean;
}
type Definitions = ReadonlyMap<number, Known>;

/** Definitions of WITH set in where they are used once, or give the same rows each time (Spark's `InlineCTE`). */
export function inlineCtes(plan: LogicalPlan, nextExprId: () => ExprId): LogicalPlan {
  return hasCtes(plan) ? new Inlining(nextExprId).plan(numberedLoops(plan), new Map()) : plan;
}

/** What is left of WITH, as shuffles: those of one definition give the same rows, and are run once (Spark's `ReplaceCTERefWithRepartition`). */
export function replaceCtes(plan: LogicalPlan, nextExprId: () => ExprId): LogicalPlan {
  return hasCtes(plan) ? new Replacing(nextExprId).plan(plan, new Map()) : plan;
}

/** A plan without WITH. */
export function withoutCtes(plan: LogicalPlan, nextExprId: () => ExprId): LogicalPlan {
  return replaceCtes(inlineCtes(plan, nextExprId), nextExprId);
}

/** Recursive queries numbered by their places among the definitions of the plan, as plans show them once they are optimized. */
function numberedLoops(plan: LogicalPlan): LogicalPlan {
  const ids = new Map<number, number>();
  const collect = (p: LogicalPlan): void => {
    if (p.node === 'WithCTE') for (const d of p.definitions) if (!ids.has(d.cteId)) ids.set(d.cteId, ids.size);
    for (const x of inputsOf(p)) collect(x);
    for (const s of subqueriesOf(p)) collect(s.plan);
  };
  collect(plan);
  const numbered = (root: LogicalPlan): LogicalPlan =>
    transformPlanUp(root, (p) => {
      if (p.node === 'UnionLoop' || p.node === 'UnionLoopRef') return { ...p, loopId: ids.get(p.loopId) ?? p.loopId };
      return mapExpressions(p, (e) => transformUp(e, (x) => (x.kind === 'subquery' ? { ...x, plan: numbered(x.plan) } : x)));
    });
  return numbered(plan);
}

function subqueriesOf(p: LogicalPlan): readonly SubqueryCall[] {
  return expressionsOf(p).flatMap((e) => collectExpressions(e, (x) => x.kind === 'subquery') as SubqueryCall[]);
}

function hasCtes(plan: LogicalPlan): boolean {
  return somePlan(plan, (p) => p.node === 'WithCTE' || p.node === 'CTERelationRef' || subqueriesOf(p).some((s) => hasCtes(s.plan)));
}

/** Visits a plan and its subqueries with the definitions that are in force. */
abstract class CteVisit {
  constructor(protected readonly nextExprId: () => ExprId) {}

  plan(p: LogicalPlan, known: Definitions): LogicalPlan {
    if (p.node === 'WithCTE') return this.withCte(p, known);
    if (p.node === 'CTERelationRef') return this.reference(p, known.get(p.cteId));
    const over = withInputs(p, inputsOf(p).map((x) => this.plan(x, known)));
    return mapExpressions(over, (e) => this.expression(e, known));
  }

  private expression(e: ResolvedExpression, known: Definitions): ResolvedExpression {
    const over = mapChildren(e, (c) => this.expression(c, known));
    if (over.kind !== 'subquery') return over;
    const plan = this.plan(over.plan, known);
    return plan === over.plan ? over : { ...over, plan };
  }

  protected abstract withCte(p: WithCteNode, known: Definitions): LogicalPlan;
  protected abstract reference(p: CteRelationRefNode, known: Known | undefined): LogicalPlan;

  /** The definition's plan under the columns of the reference. */
  protected copy(p: CteRelationRefNode, plan: LogicalPlan, wrap: (x: LogicalPlan) => LogicalPlan): LogicalPlan {
    if (p.output.every((a, i) => a.exprId === plan.output[i]?.exprId)) return wrap(plan);
    const fresh = wrap(freshIds(plan, this.nextExprId));
    return projectNode(fresh, p.output.map((a, i) => ({ kind: 'alias', child: fresh.output[i] as AttributeReference, name: a.name, exprId: a.exprId, type: a.type, nullable: a.nullable, ...(a.metadata === undefined ? {} : { metadata: a.metadata }) })));
  }
}

class Inlining extends CteVisit {
  protected override withCte(p: WithCteNode, around: Definitions): LogicalPlan {
    const counts = referenceCounts(p);
    const known = new Map(around);
    const kept: CteDefinition[] = [];
    for (const { cteId, plan } of p.definitions) {
      const count = counts.get(cteId) ?? 0;
      if (count === 0) continue;
      const definition = { cteId, plan: this.plan(plan, known) };
      const isInlined = count === 1 || isDeterministicPlan(definition.plan) || outerReferencesOf(definition.plan).length > 0;
      known.set(cteId, { definition, isInlined });
      if (!isInlined) kept.push(definition);
    }
    const input = this.plan(p.input, known);
    return kept.length === 0 ? input : withCteNode(input, kept);
  }

  protected override reference(p: CteRelationRefNode, known: Known | undefined): LogicalPlan {
    return known?.isInlined === true ? this.copy(p, known.definition.plan, (x) => x) : p;
  }
}

class Replacing extends CteVisit {
  protected override withCte(p: WithCteNode, around: Definitions): LogicalPlan {
    const known = new Map(around);
    for (const { cteId, plan } of p.definitions) known.set(cteId, { definition: { cteId, plan: this.plan(plan, known) }, isInlined: false });
    return this.plan(p.input, known);
  }

  protected override reference(p: CteRelationRefNode, known: Known | undefined): LogicalPlan {
    return known === undefined ? p : this.copy(p, known.definition.plan, (x) => repartitionByExpressionNode(x, []));
  }
}

/** How often each definition is used by what is itself used. */
function referenceCounts(p: WithCteNode): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const count = (x: LogicalPlan): void => {
    if (x.node === 'CTERelationRef') counts.set(x.cteId, (counts.get(x.cteId) ?? 0) + 1);
    for (const i of inputsOf(x)) count(i);
    for (const s of subqueriesOf(x)) count(s.plan);
  };
  count(p.input);
  for (const d of p.definitions.toReversed()) if (counts.has(d.cteId)) count(d.plan);
  return counts;
}

function isDeterministicPlan(plan: LogicalPlan): boolean {
  return !somePlan(plan, (p) => expressionsOf(p).some((e) => !isDeterministic(e)) || subqueriesOf(p).some((s) => !isDeterministicPlan(s.plan)));
}

/** Columns that a plan uses but no part of it makes: those of the query around it. */
export function outerReferencesOf(plan: LogicalPlan): AttributeReference[] {
  const made = new Set<ExprId>();
  const used = new Map<ExprId, AttributeReference>();
  const walk = (p: LogicalPlan): void => {
    for (const a of p.output) made.add(a.exprId);
    for (const i of inputsOf(p)) walk(i);
  };
  walk(plan);
  const use = (p: LogicalPlan): void => {
    for (const e of expressionsOf(p)) {
      for (const a of collectExpressions(e, (x) => x.kind === 'attribute') as AttributeReference[]) {
        if (!made.has(a.exprId) && !used.has(a.exprId)) used.set(a.exprId, unmarkOuter(a) as AttributeReference);
      }
    }
    for (const i of inputsOf(p)) use(i);
  };
  use(plan);
  return [...used.values()];
}
