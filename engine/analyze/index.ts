/**
 * The analyzer: wire plans to resolved plans. One pass, inputs first; a file for each theme.
 *
 * What holds of a result: every attribute used is made by an input (or by the query around a subquery), every type is
 * known, implicit casts are written out, ids of the output are unique, and each plan of a DataFrame carries its `planId`.
 */
import { confBoolean } from '../physical/conf.ts';
import { plainTask } from '../plan/index.ts';
import type { Expression, LogicalPlan, Relation, SqlFunction } from '../plan/index.ts';
import type { TextConstant } from '../sql/index.ts';
import { DATAFRAME_SCOPE } from './analysis.ts';
import type { Analysis, PlanStore } from './analysis.ts';
import type { AnalyzerContext } from './context.ts';
import { callByName } from './expressions/calls.ts';
import { textConstant } from './expressions/constants.ts';
import { checkedFunction } from './sql-functions/check.ts';
import { resolveExpression } from './expressions/resolve.ts';
import { analyzeRelation } from './relations/relation.ts';

export type { AnalyzerCatalog, AnalyzerContext, RegisteredFunction, RegisteredTableFunction, VariableValue } from './context.ts';
export { pullOutNondeterministic } from './pull-out-nondeterministic.ts';
export { SESSION_WINDOW_KEY, TIME_WINDOW_KEY } from './time-windows.ts';

/** Within one analysis a DataFrame used twice has one plan; beyond it, where the session remembers plans. */
function planStore(context: AnalyzerContext): PlanStore {
  const own = new Map<number, LogicalPlan>();
  const { analyzed } = context;
  return {
    get: (planId) => own.get(planId) ?? analyzed?.get(planId),
    set: (planId, plan) => {
      own.set(planId, plan);
      analyzed?.set(planId, plan);
    },
  };
}

function newAnalysis(context: AnalyzerContext): Analysis {
  const caseSensitive = confBoolean(context.conf, 'spark.sql.caseSensitive', false);
  const nameKey = (name: string): string => (caseSensitive ? name : name.toLowerCase());
  const { ansi, sessionTimeZone, environment, conf } = context;
  const analysis: Analysis = {
    context,
    caseSensitive,
    task: plainTask({ ansi, sessionTimeZone, environment, conf }),
    plans: planStore(context),
    relation: (r, scope) => analyzeRelation(r, analysis, scope),
    resolve: resolveExpression,
    call: (env, name, args) => callByName(env, name, args),
    inMode: (other) => (other === ansi ? analysis : newAnalysis({ ...context, ansi: other, marksMode: context.marksMode !== true })),
    sameName: (a, b) => a === b || nameKey(a) === nameKey(b),
    nameKey,
  };
  return analysis;
}

/**
 * The relation's analyzed plan; `isSql`: it was written in SQL and has been parsed. Throws SparkError where it cannot mean
 * anything.
 */
export function analyze(relation: Relation, context: AnalyzerContext, isSql = false): LogicalPlan {
  return newAnalysis(context).relation(relation, { ...DATAFRAME_SCOPE, sql: isSql });
}

/** A new function written in SQL, its open types found; `opensColumns`: the body's query tells the columns. Throws SparkError. */
export function checkedSqlFunction(f: SqlFunction, context: AnalyzerContext, opensColumns: boolean): SqlFunction {
  return checkedFunction(f, newAnalysis(context), DATAFRAME_SCOPE, opensColumns);
}

/** Gives the values of expressions that no row changes; undefined for others. */
export function constantEvaluator(context: AnalyzerContext): (e: Expression) => TextConstant | undefined {
  const analysis = newAnalysis(context);
  return (e) => textConstant(e, analysis, DATAFRAME_SCOPE);
}
