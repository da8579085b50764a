/** Known values in place of columns (Spark's `ConstantPropagation`, `FoldablePropagation`). */
import {
  andAll,
  expressionKey,
  filterNode,
  inputsOf,
  isFoldable,
  isOperator,
  mapExpressions,
  splitConjuncts,
  substitute,
  transformPlanUp,
  withInputs,
  isDeterministic,
} from '../../plan/index.ts';
import type { ExprId, FilterNode, LogicalPlan, ResolvedExpression } from '../../plan/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { sameType } from '../../types/index.ts';
import { rewriteKeepingName } from '../support/expressions.ts';

/** `a = 1 AND b > a` is `a = 1 AND b > 1`. */
export const constantPropagation: Rule = {
  name: 'ConstantPropagation',
  apply: (plan, context) => transformPlanUp(plan, (p) => (p.node === 'Filter' ? propagate(p, context) : p)),
};

function propagate(p: FilterNode, context: RuleContext): LogicalPlan {
  const conjuncts = splitConjuncts(p.condition);
  const values = new Map<ExprId, ResolvedExpression>();
  const from = new Set<ResolvedExpression>();
  for (const c of conjuncts) {
    const pair = columnEqualsLiteral(c);
    if (pair === undefined || values.has(pair.id)) continue;
    values.set(pair.id, pair.value);
    from.add(c);
  }
  if (values.size === 0 || from.size === conjuncts.length) return p;
  const next = conjuncts.map((c) => (from.has(c) || isOperator(c, 'isNotNull') || isOperator(c, 'isNull') || !isDeterministic(c) ? c : substitute(c, values)));
  if (next.every((c, i) => expressionKey(c) === expressionKey(conjuncts[i] as ResolvedExpression))) return p;
  return filterNode(p.input, andAll(context.registry, next) as ResolvedExpression);
}

function columnEqualsLiteral(c: ResolvedExpression): { id: ExprId; value: ResolvedExpression } | undefined {
  if (!isOperator(c, 'equal')) return undefined;
  const [a, b] = c.args as readonly [ResolvedExpression, ResolvedExpression];
  // 0.0 equals -0.0: a floating column is not the same as the number it equals.
  const [column, value] = a.kind === 'attribute' ? [a, b] : [b, a];
  if (column.kind !== 'attribute' || value.kind !== 'literal' || value.value === null) return undefined;
  if (!sameType(column.type, value.type) || column.type.kind === 'double' || column.type.kind === 'float') return undefined;
  return { id: column.exprId, value };
}

type Known = ReadonlyMap<ExprId, ResolvedExpression>;
const NOTHING: Known = new Map();

/** Columns that a projection below makes of a constant. */
export const foldablePropagation: Rule = { name: 'FoldablePropagation', apply: (plan) => visit(plan).plan };

function visit(p: LogicalPlan): { plan: LogicalPlan; known: Known } {
  const inputs = inputsOf(p).map(visit);
  const over = withInputs(p, inputs.map((x) => x.plan));
  const below = inputs.length === 1 ? (inputs[0]?.known ?? NOTHING) : NOTHING;
  switch (over.node) {
    case 'Project': {
      const next = replaced(over, below);
      const known = new Map<ExprId, ResolvedExpression>();
      if (next.node === 'Project') {
        for (const e of next.expressions) if (e.kind === 'alias' && isFoldable(e.child)) known.set(e.exprId, e.child);
      }
      return { plan: next, known };
    }
    case 'Filter':
    case 'Sort':
      return { plan: replaced(over, below), known: below };
    case 'Join':
      return { plan: replaced(over, new Map([...(inputs[0]?.known ?? NOTHING), ...(inputs[1]?.known ?? NOTHING)])), known: NOTHING };
    case 'Limit':
    case 'Offset':
    case 'Repartition':
    case 'SubqueryAlias':
      return { plan: over, known: below };
    default:
      return { plan: over, known: NOTHING };
  }
}

function replaced(p: LogicalPlan, known: Known): LogicalPlan {
  if (known.size === 0) return p;
  return mapExpressions(p, (e) => rewriteKeepingName(e, (x) => (x.kind === 'attribute' ? (known.get(x.exprId) ?? x) : x)));
}
