/** What a rule of the optimizer is. */
import type { Value } from '../types/index.ts';
import type { Environment } from '../core/index.ts';
import type { FunctionRegistry } from '../functions/define.ts';
import type { Conf } from '../physical/index.ts';
import type { DataSourceScan, ExprId, LogicalPlan, TaskContext } from '../plan/index.ts';

/** A folder of files, with the values of the scan's partition columns and the size of what is in it. */
export interface PartitionFolder {
  readonly path: string;
  readonly values: readonly Value[];
  readonly sizeInBytes: number;
}

/** What optimizing needs from the session. */
export interface OptimizeContext {
  readonly conf: Conf;
  readonly registry: FunctionRegistry;
  readonly environment: Environment;
  readonly ansi: boolean;
  readonly sessionTimeZone: string;
  /** The folders of a source with partition columns, as they are now. */
  readonly foldersOf?: (scan: DataSourceScan) => readonly PartitionFolder[];
  /** Names of rules that are left out, or the only ones that run; what a plan cannot be run without runs always. */
  readonly disabledRules?: ReadonlySet<string>;
  readonly onlyRules?: ReadonlySet<string>;
}

/** What a rule may ask for besides. */
export interface RuleContext extends OptimizeContext {
  /** Not in use in the plan. */
  nextExprId(): ExprId;
  /** For values that are known before the query runs. */
  readonly task: TaskContext;
  /** Optimizes the plan of a subquery as a query of its own. */
  optimizeSubquery(p: LogicalPlan): LogicalPlan;
}

/** A pure function of a plan: the same rows under the same column names and types. The same object means no change. */
export interface Rule {
  /** As Spark names it. */
  readonly name: string;
  /** Rewrites what no strategy can plan, or would plan as something else: cannot be left out. */
  readonly required?: boolean;
  /** Gives columns other ids (then everything above refers to the new ones). */
  readonly renumbers?: boolean;
  readonly apply: (p: LogicalPlan, context: RuleContext) => LogicalPlan;
}
