/** Sources are told the conditions and columns that are wanted (Spark's early scan pushdown). */
import { isDeterministic, projectNode, referencesOf, someExpression, splitConjuncts, transformPlanUp, withInputs } from '../../plan/index.ts';
import type { DataSourceScan, LogicalPlan, ResolvedExpression } from '../../plan/index.ts';
import type { Rule } from '../rule.ts';

export const pushDownIntoScans: Rule = {
  name: 'SchemaPruningAndFilterPushdown',
  apply: (plan) =>
    transformPlanUp(plan, (p) => {
      if (p.node === 'Filter' && p.input.node === 'DataSourceScan') {
        const scan = filtered(p.input, p.condition);
        return scan === p.input ? p : withInputs(p, [scan]);
      }
      return p.node === 'Project' ? pruned(p.expressions, p) : p;
    }),
};

/** The filter stays above; the source may skip rows for which it is not true. */
function filtered(scan: DataSourceScan, condition: ResolvedExpression): DataSourceScan {
  if (scan.isStreaming || scan.pushedFilters.length > 0) return scan;
  const filters = splitConjuncts(condition).filter((c) => isDeterministic(c) && referencesOf(c).size > 0 && !someExpression(c, (x) => x.kind === 'subquery' || x.kind === 'pythonUdf'));
  return filters.length === 0 ? scan : { ...scan, pushedFilters: filters };
}

/** A scan that a projection reads, directly or through a filter, gives only the columns in use. */
function pruned(expressions: readonly ResolvedExpression[], p: Extract<LogicalPlan, { node: 'Project' }>): LogicalPlan {
  const below = p.input;
  const scan = below.node === 'Filter' ? below.input : below;
  if (scan.node !== 'DataSourceScan' || scan.isStreaming) return p;
  const used = referencesOf(...expressions, ...(below.node === 'Filter' ? [below.condition] : []));
  const output = scan.output.filter((a) => used.has(a.exprId));
  if (output.length === scan.output.length) return p;
  const narrow: DataSourceScan = { ...scan, output };
  return projectNode(below.node === 'Filter' ? withInputs(below, [narrow]) : narrow, p.expressions);
}
