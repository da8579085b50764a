/**
 * Where the definitions of WITH stand in an analyzed plan: all those of a query text together, subqueries by themselves;
 * above the WITH that holds the others, or above the first operator that has several of them below.
 */
import { inputsOf, somePlan, withCteNode, withInputs } from '../plan/index.ts';
import type { CteDefinition, LogicalPlan } from '../plan/index.ts';
import type { CteUnit, Scope } from './analysis.ts';
import { sameHidden } from './missing-columns.ts';

/** Analyzes a text or a subquery as a unit of its own. */
export function cteUnit(around: Scope, analyzed: (scope: Scope) => LogicalPlan): LogicalPlan {
  const { openCtes: _, ...scope } = around;
  const unit: CteUnit = { ids: new Set(), taken: around.cteUnit?.taken ?? new Set() };
  return gathered(analyzed({ ...scope, cteUnit: unit }), unit.ids);
}

/** A query over its definitions, in the order in which they were made: what one reads from stands before it. */
export function overDefinitions(input: LogicalPlan, definitions: readonly CteDefinition[]): LogicalPlan {
  return withCteNode(input, definitions);
}

function gathered(plan: LogicalPlan, ids: ReadonlySet<number>): LogicalPlan {
  if (ids.size === 0 || plan.node === 'WithCTE') return plan;
  const inputs = inputsOf(plan);
  const count = inputs.filter((x) => somePlan(x, (p) => isOf(p, ids))).length;
  if (count === 0) return plan;
  if (count === 1) return over(plan, inputs.map((x) => gathered(x, ids)));
  const definitions: CteDefinition[] = [];
  const bare = over(plan, inputs.map((x) => withoutDefinitions(x, ids, definitions)));
  return overDefinitions(bare, definitions);
}

function isOf(p: LogicalPlan, ids: ReadonlySet<number>): boolean {
  return p.node === 'WithCTE' && p.definitions.some((d) => ids.has(d.cteId));
}

function withoutDefinitions(p: LogicalPlan, ids: ReadonlySet<number>, into: CteDefinition[]): LogicalPlan {
  if (p.node === 'WithCTE' && isOf(p, ids)) {
    into.push(...p.definitions);
    return p.input;
  }
  return over(p, inputsOf(p).map((x) => withoutDefinitions(x, ids, into)));
}

function over(p: LogicalPlan, inputs: readonly LogicalPlan[]): LogicalPlan {
  const made = withInputs(p, inputs);
  return made === p ? p : sameHidden(p, { ...made, output: p.output });
}
