/**
 * Columns that an operator's input has not, but that stand below it: `df.select("a").orderBy("b")`. They are handed up
 * through the operators in between, and dropped again above the operator that wanted them.
 */
import { deduplicateNode, generateNode, joinNode, projectNode, referencesOf, semanticEquals, withInputs } from '../plan/index.ts';
import type { AttributeReference, ExprId, LogicalPlan, ResolvedExpression } from '../plan/index.ts';

const hiddenByUsing = new WeakMap<LogicalPlan, readonly AttributeReference[]>();

/** Remembers the key columns that a join by USING leaves out: qualified names and `df["k"]` still reach them. */
export function hideColumns<P extends LogicalPlan>(plan: P, columns: readonly AttributeReference[]): P {
  hiddenByUsing.set(plan, columns);
  return plan;
}

/** The same plan under another identity keeps what it hides. */
export function sameHidden<P extends LogicalPlan>(from: LogicalPlan, to: P): P {
  const columns = hiddenByUsing.get(from);
  if (columns !== undefined) hiddenByUsing.set(to, columns);
  return to;
}

const withoutPassage = new WeakSet<LogicalPlan>();

/** The plan, through which no column from below is found from now on, save those hidden by USING. */
export function closed<P extends LogicalPlan>(plan: P): P {
  withoutPassage.add(plan);
  return plan;
}

export function isClosed(plan: LogicalPlan): boolean {
  return withoutPassage.has(plan);
}

/** Columns hidden by the join that the plan is, or that it only filters, sorts or renames. */
export function hiddenColumns(plan: LogicalPlan): readonly AttributeReference[] {
  const own = hiddenByUsing.get(plan);
  if (own !== undefined) return own;
  switch (plan.node) {
    case 'Filter':
    case 'Sort':
    case 'Limit':
    case 'Offset':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'Sample':
    case 'ResolvedHint':
    case 'Project':
      return hiddenColumns(plan.input);
    case 'Join':
      return plan.joinType === 'left_semi' || plan.joinType === 'left_anti'
        ? hiddenColumns(plan.left)
        : [...hiddenColumns(plan.left), ...hiddenColumns(plan.right)];
    default:
      return [];
  }
}

/** The input through which columns from below may be handed up; undefined where nothing can pass. */
function passage(plan: LogicalPlan): LogicalPlan | undefined {
  switch (plan.node) {
    case 'Project':
    case 'Aggregate':
    case 'Generate':
    case 'Filter':
    case 'Sort':
    case 'Limit':
    case 'Offset':
    case 'Tail':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'Sample':
    case 'ResolvedHint':
    case 'EventTimeWatermark':
    case 'CollectMetrics':
    case 'Deduplicate':
    case 'Window':
      return plan.input;
    default:
      return undefined;
  }
}

/** The nearest level below `plan` at which `find` has an answer that may be handed up. */
export function searchBelow<T extends ResolvedExpression>(plan: LogicalPlan, find: (columns: readonly AttributeReference[]) => T | undefined): T | undefined {
  const below = isClosed(plan) ? undefined : passage(plan);
  if (below === undefined) return undefined;
  const found = find(below.output) ?? searchBelow(below, find);
  if (found === undefined || plan.node !== 'Aggregate') return found;
  return [...referencesOf(found).values()].every((a) => plan.grouping.some((g) => semanticEquals(g, a))) ? found : undefined;
}

/** The plan with these columns in its output, behind its own. They must be reachable (see `searchBelow`). */
export function withColumns(plan: LogicalPlan, wanted: readonly AttributeReference[]): LogicalPlan {
  const lacking = missingFrom(plan, wanted);
  if (lacking.length === 0) return plan;
  switch (plan.node) {
    case 'Project':
      return sameHidden(plan, projectNode(withColumns(plan.input, lacking), [...plan.expressions, ...lacking]));
    case 'Aggregate': {
      const aggregates = [...plan.aggregates, ...lacking];
      return { ...plan, aggregates, output: [...plan.output, ...lacking] };
    }
    case 'Generate':
      return generateNode(withColumns(plan.input, lacking), plan.generator, plan.outer, plan.generatorOutput);
    case 'Deduplicate':
      return deduplicateNode(withColumns(plan.input, lacking), plan.keys, plan.withinWatermark);
    case 'Join': {
      const left = withColumns(plan.left, lacking.filter((a) => isHiddenIn(plan.left, a)));
      const right = withColumns(plan.right, lacking.filter((a) => isHiddenIn(plan.right, a)));
      return joinNode(left, right, plan.joinType, plan.condition, plan.hint);
    }
    default: {
      const below = passage(plan) ?? (plan.node === 'SubqueryAlias' ? plan.input : undefined);
      return below === undefined ? plan : withInputs(plan, [withColumns(below, lacking)]);
    }
  }
}

function isHiddenIn(plan: LogicalPlan, a: AttributeReference): boolean {
  return hiddenColumns(plan).some((h) => h.exprId === a.exprId);
}

/** Those that the plan's output has not. */
export function missingFrom(plan: LogicalPlan, wanted: readonly AttributeReference[]): AttributeReference[] {
  const has = new Set<ExprId>(plan.output.map((a) => a.exprId));
  return wanted.filter((a) => !has.has(a.exprId));
}
