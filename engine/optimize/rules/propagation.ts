/** Known values in place of columns (Spark's `ConstantPropagation`, `FoldablePropagation`). */
import {
  aggregateNode,
  andAll,
  expressionKey,
  filterNode,
  inputsOf,
  isFoldable,
  isOperator,
  mapExpressions,
  projectNode,
  splitConjuncts,
  substitute,
  transformPlanUp,
  withInputs,
  isDeterministic,
} from '../../plan/index.ts';
import type { ExprId, FilterNode, JoinNode, LogicalPlan, NamedExpression, ResolvedExpression } from '../../plan/index.ts';
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

/** Columns that a projection or an aggregate below makes of a constant, where the operators between leave them what they are. */
export const foldablePropagation: Rule = { name: 'FoldablePropagation', apply: (plan) => visit(plan).plan };

interface Visited {
  readonly plan: LogicalPlan;
  readonly known: Known;
}

function visit(p: LogicalPlan): Visited {
  const inputs = inputsOf(p).map(visit);
  const over = withInputs(p, inputs.map((x) => x.plan));
  const below: Known = new Map(inputs.flatMap((x) => [...x.known]));
  switch (over.node) {
    case 'Project': {
      const plan = below.size === 0 ? over : projectNode(over.input, named(over.expressions, below));
      return { plan, known: constantsOf(plan.expressions) };
    }
    case 'Aggregate': {
      const plan = below.size === 0 ? over : aggregateNode(over.input, over.grouping.map((e) => substitute(e, below)), named(over.aggregates, below));
      return { plan, known: constantsOf(plan.aggregates) };
    }
    case 'Join':
      return { plan: replaced(over, below), known: withoutNulled(over, below) };
    case 'Expand':
    case 'Filter':
    case 'Sort':
    case 'Window':
    case 'Sample':
    case 'Limit':
    case 'Offset':
    case 'Generate':
    case 'Distinct':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'SubqueryAlias':
      return { plan: replaced(over, below), known: below };
    default:
      return { plan: over, known: NOTHING };
  }
}

function constantsOf(list: readonly NamedExpression[]): Known {
  return new Map(list.flatMap((e) => (e.kind === 'alias' && isFoldable(e.child) ? [[e.exprId, e.child] as const] : [])));
}

/** Those of a side that an outer join fills with nulls are no constants above it. */
function withoutNulled(p: JoinNode, known: Known): Known {
  const nulled = [
    ...(p.joinType === 'left_outer' || p.joinType === 'left_single' || p.joinType === 'full_outer' ? p.right.output : []),
    ...(p.joinType === 'right_outer' || p.joinType === 'full_outer' ? p.left.output : []),
  ];
  const gone = new Set(nulled.map((a) => a.exprId));
  return gone.size === 0 ? known : new Map([...known].filter(([id]) => !gone.has(id)));
}

/** The columns keep their names and ids. */
function named(list: readonly NamedExpression[], known: Known): readonly NamedExpression[] {
  return list.map((e) => rewriteKeepingName(e, (x) => (x.kind === 'attribute' ? (known.get(x.exprId) ?? x) : x)) as NamedExpression);
}

function replaced(p: LogicalPlan, known: Known): LogicalPlan {
  return known.size === 0 ? p : mapExpressions(p, (e) => substitute(e, known));
}
