/** EXPLAIN as a statement: the text in one cell, or what is wrong with the query, line by line. */
import { SparkError } from '../../core/index.ts';
import type { Relation } from '../../plan/index.ts';
import type { RequestContext } from '../requests/context.ts';
import { explainPlan } from '../requests/plans.ts';
import { explainCommand } from './explain-command.ts';
import { table, text } from './result.ts';
import type { StatementOf } from './statement-of.ts';

export function explainStatement(context: RequestContext, s: StatementOf<'explain'>): Relation {
  return told(() => explainPlan(context, s.plan, s.mode));
}

export function explainCommandStatement(context: RequestContext, s: StatementOf<'explainCommand'>): Relation {
  return told(() => explainCommand(context, s.command, s.mode));
}

function told(explain: () => string): Relation {
  return table([text('plan', true)], lines(explain).map((line) => [line]));
}

function lines(explain: () => string): readonly string[] {
  try {
    return [explain()];
  } catch (error) {
    if (!(error instanceof SparkError) || error.condition === 'UNSUPPORTED_FEATURE') throw error;
    return ['Error occurred during query planning: ', ...error.message.split('\n')];
  }
}
