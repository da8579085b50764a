/** EXPLAIN as a statement: the text in one cell. */
import type { Relation } from '../../plan/index.ts';
import type { RequestContext } from '../requests/context.ts';
import { explainPlan } from '../requests/plans.ts';
import { table, text } from './result.ts';
import type { StatementOf } from './statement-of.ts';

export function explainStatement(context: RequestContext, s: StatementOf<'explain'>): Relation {
  return table([text('plan', true)], [[explainPlan(context, s.plan, s.mode)]]);
}
