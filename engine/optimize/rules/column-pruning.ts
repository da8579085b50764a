/** Columns that nothing above reads are dropped as early as can be (Spark's `ColumnPruning`). */
import {
  aggregateNode,
  expandNode,
  expressionsOf,
  generateNode,
  inputsOf,
  projectNode,
  referencesOf,
  transformPlanDown,
  transformPlanUp,
  unionNode,
  windowNode,
  withInputs,
} from '../../plan/index.ts';
import type { ExprId, LogicalPlan, ProjectNode, ResolvedExpression } from '../../plan/index.ts';
import type { Rule } from '../rule.ts';
import { outputIds, usedIds } from '../support/expressions.ts';

export const columnPruning: Rule = {
  name: 'ColumnPruning',
  apply: (plan) => dropProjectsBelowFilters(transformPlanDown(plan, prune)),
};

function covers(used: ReadonlySet<ExprId>, ids: Iterable<ExprId>): boolean {
  for (const id of ids) if (!used.has(id)) return false;
  return true;
}

/** The plan without the columns that are not in use, and each of the others once: what INTERSECT ALL is made of has some twice. */
function pruned(p: LogicalPlan, used: ReadonlySet<ExprId>): LogicalPlan {
  if (covers(used, outputIds(p))) return p;
  const kept = new Map(p.output.filter((a) => used.has(a.exprId)).map((a) => [a.exprId, a]));
  return projectNode(p, [...kept.values()]);
}

function union(...sets: readonly ReadonlySet<ExprId>[]): Set<ExprId> {
  return new Set(sets.flatMap((s) => [...s]));
}

function prune(p: LogicalPlan): LogicalPlan {
  switch (p.node) {
    case 'Project':
      return pruneBelow(p);
    case 'Aggregate': {
      const input = pruned(p.input, usedIds(expressionsOf(p)));
      return input === p.input ? p : aggregateNode(input, p.grouping, p.aggregates);
    }
    case 'Expand': {
      const input = pruned(p.input, usedIds(expressionsOf(p)));
      return input === p.input ? p : expandNode(input, p.projections, p.output);
    }
    case 'Join': {
      if (p.joinType !== 'left_semi' && p.joinType !== 'left_anti' && p.joinType !== 'existence') return p;
      return withInputs(p, [p.left, pruned(p.right, usedIds(expressionsOf(p)))]);
    }
    default:
      return p;
  }
}

function pruneBelow(p: ProjectNode): LogicalPlan {
  const below = p.input;
  const used = usedIds(p.expressions);
  const inUse = (e: { readonly exprId: ExprId }): boolean => used.has(e.exprId);
  switch (below.node) {
    case 'Project':
      return covers(used, outputIds(below)) ? p : projectNode(projectNode(below.input, below.expressions.filter(inUse)), p.expressions);
    case 'Aggregate':
      return covers(used, outputIds(below)) ? p : projectNode(aggregateNode(below.input, below.grouping, below.aggregates.filter(inUse)), p.expressions);
    case 'Expand':
      return covers(used, outputIds(below)) ? p : pruneExpand(p, used);
    case 'Union':
      return covers(used, outputIds(below)) ? p : pruneUnion(p, used);
    case 'Generate': {
      const produced = new Set(below.generatorOutput.map((a) => a.exprId));
      const wanted = union(new Set([...used].filter((id) => !produced.has(id))), usedIds([below.generator]));
      const input = pruned(below.input, wanted);
      const beside = (below.required ?? input.output).filter((a) => used.has(a.exprId));
      if (input === below.input && beside.length === (below.required ?? input.output).length) return p;
      // What INTERSECT ALL and EXCEPT ALL give several times stays beside its copies, as Spark has it.
      if (below.generator.fn.internal === true) return projectNode(withInputs(below, [input]), p.expressions);
      return projectNode(generateNode(input, below.generator, below.outer, below.generatorOutput, beside), p.expressions);
    }
    case 'Window': {
      const kept = below.windowExpressions.filter(inUse);
      if (kept.length === below.windowExpressions.length) return pruneInputs(p, used);
      const inner = kept.length === 0 ? below.input : windowNode(below.input, kept, below.partitionBy, below.orderBy);
      return projectNode(inner, p.expressions);
    }
    case 'WithCTE':
    case 'SetOp':
    case 'Distinct':
    case 'Deduplicate':
    case 'LocalData':
    case 'Range':
    case 'DataSourceScan':
    case 'InMemoryRelation':
    case 'UnionLoop':
    case 'UnionLoopRef':
    case 'CTERelationRef':
      return p;
    default:
      return pruneInputs(p, used);
  }
}

/** Below an operator that hands its inputs' columns on. */
function pruneInputs(p: ProjectNode, used: ReadonlySet<ExprId>): LogicalPlan {
  const below = p.input;
  const required = union(used, usedIds(expressionsOf(below) as readonly ResolvedExpression[]));
  const inputs = inputsOf(below);
  const next = inputs.map((x) => pruned(x, required));
  return next.every((x, i) => x === inputs[i]) ? p : projectNode(withInputs(below, next), p.expressions);
}

function pruneExpand(p: ProjectNode, used: ReadonlySet<ExprId>): LogicalPlan {
  const below = p.input;
  if (below.node !== 'Expand') return p;
  const places = below.output.flatMap((a, i) => (used.has(a.exprId) ? [i] : []));
  const projections = below.projections.map((list) => places.map((i) => list[i] as ResolvedExpression));
  return projectNode(expandNode(below.input, projections, places.map((i) => below.output[i] as (typeof below.output)[number])), p.expressions);
}

function pruneUnion(p: ProjectNode, used: ReadonlySet<ExprId>): LogicalPlan {
  const below = p.input;
  if (below.node !== 'Union') return p;
  const places = below.output.flatMap((a, i) => (used.has(a.exprId) ? [i] : []));
  const inputs = below.inputs.map((x) => projectNode(x, places.map((i) => x.output[i] as (typeof x.output)[number])));
  return projectNode(unionNode(inputs), p.expressions);
}

/** A projection between a filter and a projection only stands in the filter's way. */
function dropProjectsBelowFilters(plan: LogicalPlan): LogicalPlan {
  return transformPlanUp(plan, (p) => {
    if (p.node !== 'Project' || p.input.node !== 'Filter' || p.input.input.node !== 'Project') return p;
    const inner = p.input.input;
    if (!inner.expressions.every((e) => e.kind === 'attribute') || !covers(outputIds(inner.input), referencesOf(...inner.expressions).keys())) return p;
    return projectNode(withInputs(p.input, [inner.input]), p.expressions);
  });
}
