/** Expressions that a program gives as SQL text: `expr("a + 1")`. */
import type { Expression, ExpressionString } from '../../plan/index.ts';
import { parseExpression, parseSettings } from '../../sql/index.ts';
import type { Env } from '../analysis.ts';

/** The expression that the text stands for. Raises ParseException. */
export function parsedText(e: ExpressionString, env: Env): Expression {
  return parseExpression(e.expression, { ...parseSettings(env.analysis.context.conf), timeZone: env.analysis.context.sessionTimeZone });
}
