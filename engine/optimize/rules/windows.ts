/** Windows: combined, reordered, and limited where a filter on a rank asks for few rows. */
import {
  filterNode,
  isFoldable,
  isOperator,
  limitNode,
  projectNode,
  referencesOf,
  semanticEquals,
  sortNode,
  sortOrderKey,
  splitConjuncts,
  transformPlanDown,
  transformPlanUp,
  windowNode,
  isDeterministic,
} from '../../plan/index.ts';
import type { Alias, ExprId, FilterNode, LogicalPlan, ResolvedExpression, WindowGroupLimitNode, WindowNode } from '../../plan/index.ts';
import { confNumber } from '../../physical/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { sameColumns, usedIds } from '../support/expressions.ts';
import { emptyRelation } from './empty-relations.ts';

const GROUP_LIMIT_ROWS = 1000;
const TOP_K_ROWS = 2_147_483_632;

function sameKeys(a: WindowNode, b: WindowNode): boolean {
  return a.partitionBy.length === b.partitionBy.length && a.partitionBy.every((e, i) => semanticEquals(e, b.partitionBy[i] as ResolvedExpression));
}

function sameOrder(a: WindowNode, b: WindowNode): boolean {
  return a.orderBy.length === b.orderBy.length && a.orderBy.every((o, i) => sortOrderKey(o) === sortOrderKey(b.orderBy[i] as (typeof b.orderBy)[number]));
}

function definedIn(w: WindowNode): Set<ExprId> {
  return new Set(w.windowExpressions.map((e) => e.exprId));
}

function usesAny(list: readonly ResolvedExpression[], ids: ReadonlySet<ExprId>): boolean {
  return [...referencesOf(...list).keys()].some((id) => ids.has(id));
}

function windowParts(w: WindowNode): ResolvedExpression[] {
  return [...w.windowExpressions, ...w.partitionBy, ...w.orderBy.map((o) => o.child)];
}

/** Two windows over the same partitions and order in one (Spark's `CollapseWindow`). */
export const collapseWindow: Rule = {
  name: 'CollapseWindow',
  apply: (plan) =>
    transformPlanUp(plan, (p) => {
      if (p.node !== 'Window') return p;
      const below = p.input.node === 'Window' ? p.input : p.input.node === 'Project' && p.input.input.node === 'Window' ? p.input.input : undefined;
      if (below === undefined || !sameKeys(p, below) || !sameOrder(p, below) || usesAny(windowParts(p), definedIn(below))) return p;
      if (p.input.node === 'Window') return windowNode(below.input, [...below.windowExpressions, ...p.windowExpressions], p.partitionBy, p.orderBy);
      return collapseOverProject(p, below);
    }),
};

/** With a projection of columns between: the upper window moves below it. */
function collapseOverProject(p: WindowNode, below: WindowNode): LogicalPlan {
  const project = p.input;
  if (project.node !== 'Project' || !project.expressions.every((e) => e.kind === 'attribute')) return p;
  const ids = new Set(below.output.map((a) => a.exprId));
  if (![...usedIds(windowParts(p))].every((id) => ids.has(id))) return p;
  const merged = windowNode(below.input, [...below.windowExpressions, ...p.windowExpressions], p.partitionBy, p.orderBy);
  return projectNode(merged, [...project.expressions, ...p.output.slice(project.output.length)]);
}

/** The window with fewer keys goes below the one with more, so that rows are moved once (Spark's `TransposeWindow`). */
export const transposeWindow: Rule = {
  name: 'TransposeWindow',
  apply: (plan) =>
    transformPlanUp(plan, (p) => {
      if (p.node !== 'Window') return p;
      if (p.input.node === 'Window') {
        const made = transposed(p, p.input);
        return made === undefined ? p : sameColumns(made.output, p.output) ? made : projectNode(made, p.output);
      }
      if (p.input.node !== 'Project' || p.input.input.node !== 'Window') return p;
      const below = p.input.input;
      const known = new Set(below.input.output.map((a) => a.exprId));
      const made = [...usedIds(windowParts(p))].every((id) => known.has(id)) ? transposed(p, below) : undefined;
      return made === undefined ? p : projectNode(made, [...p.input.expressions, ...p.output.slice(p.input.output.length)]);
    }),
};

function transposed(p: WindowNode, below: WindowNode): WindowNode | undefined {
  if (p.partitionBy.length >= below.partitionBy.length || usesAny(windowParts(p), definedIn(below))) return undefined;
  const first = below.partitionBy.slice(0, p.partitionBy.length);
  if (!p.partitionBy.every((e) => first.some((x) => semanticEquals(x, e)))) return undefined;
  if (!p.windowExpressions.every(isDeterministic) || !below.windowExpressions.every(isDeterministic)) return undefined;
  const inner = windowNode(below.input, p.windowExpressions, p.partitionBy, p.orderBy);
  return windowNode(inner, below.windowExpressions, below.partitionBy, below.orderBy);
}

/** Constants do not tell partitions apart. */
export const eliminateWindowPartitions: Rule = {
  name: 'EliminateWindowPartitions',
  apply: (plan) =>
    transformPlanDown(plan, (p) => {
      if (p.node !== 'Window' || !p.partitionBy.some(isFoldable)) return p;
      const keys = p.partitionBy.filter((e) => !isFoldable(e));
      const expressions = p.windowExpressions.map((e): Alias => (e.child.kind === 'window' ? { ...e, child: { ...e.child, partitionBy: keys } } : e));
      return windowNode(p.input, expressions, keys, p.orderBy);
    }),
};

/** `row_number() = 1` and the like: most rows of a partition need not reach the window (Spark's `InferWindowGroupLimit`). */
export const inferWindowGroupLimit: Rule = {
  name: 'InferWindowGroupLimit',
  apply: (plan, context) => {
    const threshold = confNumber(context.conf, 'spark.sql.optimizer.windowGroupLimitThreshold', GROUP_LIMIT_ROWS);
    if (threshold === -1) return plan;
    return transformPlanDown(plan, (p) => (p.node === 'Filter' && p.input.node === 'Window' ? limitGroups(p, p.input, threshold, context) : p));
  },
};

type RankName = WindowGroupLimitNode['rankFunction'];

function limitGroups(p: FilterNode, window: WindowNode, threshold: number, context: RuleContext): LogicalPlan {
  if (window.input.node === 'WindowGroupLimit' || window.orderBy.length === 0 || !window.windowExpressions.every(isExpanding)) return p;
  const found = window.windowExpressions.flatMap((e) => {
    const rank = rankOf(e);
    const limit = rank === undefined ? undefined : upperLimit(p.condition, e.exprId);
    return rank === undefined || limit === undefined ? [] : [{ rank, limit }];
  });
  const numbers = found.filter((x) => x.rank === 'row_number');
  const best = smallest(numbers.length > 0 ? numbers : found);
  if (best === undefined || best.limit > threshold) return p;
  if (best.limit <= 0) return emptyRelation(p);
  return filterNode(windowNode(limited(window, best.rank, best.limit, context), window.windowExpressions, window.partitionBy, window.orderBy), p.condition);
}

function limited(window: WindowNode, rankFunction: RankName, limit: number, context: RuleContext): LogicalPlan {
  const { input, partitionBy, orderBy } = window;
  const topK = confNumber(context.conf, 'spark.sql.execution.topKSortFallbackThreshold', TOP_K_ROWS);
  if (rankFunction === 'row_number' && partitionBy.length === 0 && limit < topK) return limitNode(sortNode(input, orderBy, true), limit);
  return { node: 'WindowGroupLimit', input, partitionBy, orderBy, rankFunction, limit, output: input.output };
}

function smallest<T extends { readonly limit: number }>(list: readonly T[]): T | undefined {
  return list.reduce<T | undefined>((best, x) => (best === undefined || x.limit < best.limit ? x : best), undefined);
}

function isExpanding(e: Alias): boolean {
  if (e.child.kind !== 'window') return false;
  const { frameType, lower, upper } = e.child.frame;
  return frameType === 'row' && lower.kind === 'unboundedPreceding' && upper.kind === 'currentRow';
}

function rankOf(e: Alias): RankName | undefined {
  if (e.child.kind !== 'window' || e.child.function.kind !== 'windowFunction') return undefined;
  const { name } = e.child.function.fn;
  return name === 'row_number' || name === 'rank' || name === 'dense_rank' ? name : undefined;
}

/** The greatest value of the column that the condition lets through. */
function upperLimit(condition: ResolvedExpression, column: ExprId): number | undefined {
  const limits = splitConjuncts(condition).flatMap((c) => {
    if (c.kind !== 'call' || c.args.length !== 2) return [];
    const [a, b] = c.args as readonly [ResolvedExpression, ResolvedExpression];
    const left = a.kind === 'attribute' && a.exprId === column && b.kind === 'literal' && b.type.kind === 'integer' ? (b.value as number) : undefined;
    const right = b.kind === 'attribute' && b.exprId === column && a.kind === 'literal' && a.type.kind === 'integer' ? (a.value as number) : undefined;
    if (isOperator(c, 'equal')) return [left ?? right ?? []].flat();
    if (isOperator(c, 'less')) return left === undefined || left === null ? [] : [left - 1];
    if (isOperator(c, 'lessOrEqual')) return left ?? [];
    if (isOperator(c, 'greater')) return right === undefined || right === null ? [] : [right - 1];
    if (isOperator(c, 'greaterOrEqual')) return right ?? [];
    return [];
  });
  return limits.length === 0 ? undefined : Math.min(...limits);
}
