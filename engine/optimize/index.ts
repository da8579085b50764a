/**
 * From an analyzed plan to one that gives the same rows with less work. Rules follow Spark's of the same names, so that
 * plans look as Spark shows them.
 */
import { Numbers } from '../physical/index.ts';
import { plainTask } from '../plan/index.ts';
import type { LogicalPlan } from '../plan/index.ts';
import { BATCHES } from './batches.ts';
import type { OptimizeContext, RuleContext } from './rule.ts';
import { runBatches } from './run.ts';

export { REQUIRED_RULE_NAMES, RULE_NAMES } from './batches.ts';
export type { OptimizeContext } from './rule.ts';

/**
 * Rewrites an analyzed plan. Names, types and order of the columns are kept; their ids need not be. Raises what working
 * out a constant raises (`1 / 0`), as Spark does before the query runs, and `unsupported` for correlated subqueries that
 * cannot be written as joins.
 */
export function optimize(plan: LogicalPlan, context: OptimizeContext): LogicalPlan {
  const { ansi, sessionTimeZone, environment, conf } = context;
  const numbers = new Numbers(plan);
  const rules: RuleContext = {
    ...context,
    nextExprId: () => numbers.exprId(),
    task: plainTask({ ansi, sessionTimeZone, environment, conf }),
    optimizeSubquery: (p) => runBatches(BATCHES, p, rules),
  };
  return runBatches(BATCHES, plan, rules);
}
