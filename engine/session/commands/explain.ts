/** EXPLAIN as a statement: the text in one cell, or what is wrong with the query, line by line. */
import { SparkError } from '../../core/index.ts';
import type { Relation } from '../../plan/index.ts';
import type { RequestContext } from '../requests/context.ts';
import { explainPlan } from '../requests/plans.ts';
import { table, text } from './result.ts';
import type { StatementOf } from './statement-of.ts';

export function explainStatement(context: RequestContext, s: StatementOf<'explain'>): Relation {
  return table([text('plan', true)], lines(context, s).map((line) => [line]));
}

function lines(context: RequestContext, s: StatementOf<'explain'>): readonly string[] {
  try {
    return [explainPlan(context, s.plan, s.mode)];
  } catch (error) {
    if (!(error instanceof SparkError)) throw error;
    return ['Error occurred during query planning: ', ...error.message.split('\n')];
  }
}
