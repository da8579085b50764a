/** Taking the conditions on outer columns out of a subquery's plan (Spark's `PullupCorrelatedPredicates`). */
import {
  aggregateNode,
  andAll,
  expressionsOf,
  filterNode,
  inputsOf,
  isOperator,
  joinNode,
  projectNode,
  referencesOf,
  splitConjuncts,
  withInputs,
} from '../../plan/index.ts';
import type { AttributeReference, Cast, ExprId, LogicalPlan, ResolvedExpression } from '../../plan/index.ts';
import { canUpCast, isIntegral } from '../../types/index.ts';
import type { RuleContext } from '../rule.ts';
import { partition } from './expressions.ts';

interface Decorrelated {
  readonly plan: LogicalPlan;
  /** Over outer columns and columns that `plan` gives. */
  readonly conditions: readonly ResolvedExpression[];
}

/**
 * Columns added to the plan's output come after its own. Undefined where a condition cannot be taken out. An aggregate of
 * all rows has a row also where no row meets the conditions: `withoutRows` says that the one on top may be left without it.
 */
export function decorrelate(plan: LogicalPlan, outer: ReadonlySet<ExprId>, withoutRows: boolean, context: RuleContext): Decorrelated | undefined {
  const puller = new Puller(outer, withoutRows ? below(plan) : undefined, context);
  const pulled = puller.pull(plan);
  return puller.failed ? undefined : pulled;
}

/** What stands under projections and names. */
function below(p: LogicalPlan): LogicalPlan {
  return p.node === 'Project' || p.node === 'SubqueryAlias' || p.node === 'ResolvedHint' ? below(p.input) : p;
}

class Puller {
  /** A condition was met that cannot be taken out: the result is of no use. */
  failed = false;

  constructor(
    private readonly outer: ReadonlySet<ExprId>,
    /** The aggregate of all rows that may be missing where it has none. */
    private readonly top: LogicalPlan | undefined,
    private readonly context: RuleContext,
  ) {}

  private usesOuter(e: ResolvedExpression): boolean {
    return [...referencesOf(e).keys()].some((id) => this.outer.has(id));
  }

  /** The subquery's own columns in conditions. */
  private innerColumns(conditions: readonly ResolvedExpression[]): AttributeReference[] {
    return [...referencesOf(...conditions).values()].filter((a) => !this.outer.has(a.exprId));
  }

  pull(p: LogicalPlan): Decorrelated {
    switch (p.node) {
      case 'Filter':
        return this.filter(p);
      case 'Project': {
        const below = this.below(p);
        if (below.conditions.length === 0) return { plan: withInputs(p, [below.plan]), conditions: [] };
        return { plan: projectNode(below.plan, [...p.expressions, ...this.missing(below.conditions, p)]), conditions: below.conditions };
      }
      case 'Aggregate': {
        const below = this.below(p);
        if (below.conditions.length === 0) return { plan: withInputs(p, [below.plan]), conditions: [] };
        if (p.grouping.length === 0 && p !== this.top) this.failed = true;
        if (!below.conditions.every((c) => this.keepsGroups(c))) this.failed = true;
        const keys = this.innerColumns(below.conditions);
        const added = keys.filter((k) => !p.grouping.some((g) => g.kind === 'attribute' && g.exprId === k.exprId));
        return { plan: aggregateNode(below.plan, [...p.grouping, ...added], [...p.aggregates, ...this.missing(below.conditions, p)]), conditions: below.conditions };
      }
      case 'Join':
        return this.join(p);
      case 'Sort':
      case 'Distinct':
      case 'Repartition':
      case 'SubqueryAlias':
      case 'ResolvedHint':
        return this.through(p);
      default:
        return this.untouched(p);
    }
  }

  /** Rows that meet the condition for one outer row are those of one value of a column, or all. */
  private keepsGroups(c: ResolvedExpression): boolean {
    const columns = this.innerColumns([c]);
    if (columns.length === 0) return true;
    const [a, b] = isOperator(c, 'equal') || isOperator(c, 'nullSafeEqual') ? c.args : [];
    if (a === undefined || b === undefined || columns.length > 1) return false;
    return [a, b].some((x) => isColumn(x, columns[0] as AttributeReference)) && [a, b].some((x) => this.innerColumns([x]).length === 0);
  }

  private filter(p: Extract<LogicalPlan, { node: 'Filter' }>): Decorrelated {
    const below = this.pull(p.input);
    const [correlated, own] = partition(splitConjuncts(p.condition), (c) => this.usesOuter(c));
    const condition = andAll(this.context.registry, own);
    return { plan: condition === undefined ? below.plan : filterNode(below.plan, condition), conditions: [...below.conditions, ...correlated] };
  }

  /** Below an operator whose own expressions use no outer column. */
  private below(p: Extract<LogicalPlan, { readonly input: LogicalPlan }>): Decorrelated {
    if (expressionsOf(p).some((e) => this.usesOuter(e))) this.failed = true;
    return this.pull(p.input);
  }

  private through(p: Extract<LogicalPlan, { readonly input: LogicalPlan }>): Decorrelated {
    const below = this.below(p);
    return { plan: withInputs(p, [below.plan]), conditions: below.conditions };
  }

  /** Columns that the conditions need and the operator does not give yet. */
  private missing(conditions: readonly ResolvedExpression[], p: LogicalPlan): AttributeReference[] {
    const given = new Set(p.output.map((a) => a.exprId));
    return this.innerColumns(conditions).filter((a) => !given.has(a.exprId));
  }

  private join(p: Extract<LogicalPlan, { node: 'Join' }>): Decorrelated {
    const inner = p.joinType === 'inner' || p.joinType === 'cross';
    const left = inner || p.joinType === 'left_outer' || p.joinType === 'left_semi' || p.joinType === 'left_anti' ? this.pull(p.left) : this.untouched(p.left);
    const right = inner || p.joinType === 'right_outer' ? this.pull(p.right) : this.untouched(p.right);
    const [correlated, own] = partition(p.condition === undefined ? [] : splitConjuncts(p.condition), (c) => this.usesOuter(c));
    if (correlated.length > 0 && !inner) this.failed = true;
    const plan = joinNode(left.plan, right.plan, p.joinType, andAll(this.context.registry, own), p.hint);
    return { plan, conditions: [...left.conditions, ...right.conditions, ...correlated] };
  }

  /** No outer column may be used here or below. */
  private untouched(p: LogicalPlan): Decorrelated {
    const correlated = (x: LogicalPlan): boolean => expressionsOf(x).some((e) => this.usesOuter(e)) || inputsOf(x).some(correlated);
    if (correlated(p)) this.failed = true;
    return { plan: p, conditions: [] };
  }
}

/** The column itself, or a cast of it that keeps different values apart. */
function isColumn(e: ResolvedExpression, column: AttributeReference): boolean {
  if (e.kind === 'cast') return isWidening(e) && isColumn(e.child, column);
  return e.kind === 'attribute' && e.exprId === column.exprId;
}

function isWidening({ child, type }: Cast): boolean {
  return isIntegral(child.type) && isIntegral(type) && canUpCast(child.type, type);
}
