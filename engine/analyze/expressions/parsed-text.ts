/** Expressions that a program gives as SQL text: `expr("a + 1")`. */
import type { Expression, ExpressionString } from '../../plan/index.ts';
import { parseExpression, parseSettings } from '../../sql/index.ts';
import type { Env } from '../analysis.ts';

/** The expression that the text stands for. Raises ParseException. */
export function parsedText(e: ExpressionString, env: Env): Expression {
  const { conf, sessionTimeZone, substitute } = env.analysis.context;
  return parseExpression(substitute?.(e.expression) ?? e.expression, { ...parseSettings(conf), timeZone: sessionTimeZone });
}
