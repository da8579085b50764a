/** Shorthands in terms of what they mean (Spark's `ReplaceExpressions`). */
import { isOperator, operatorCall } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import { BooleanType } from '../../types/index.ts';
import { expressionRule } from '../support/expressions.ts';

export const replaceExpressions = expressionRule('ReplaceExpressions', (e, { registry }) => {
  if (e.kind !== 'call') return e;
  const { args, origin } = e;
  const at = origin === undefined ? {} : { origin };
  const call = (name: Parameters<typeof operatorCall>[1], list: readonly ResolvedExpression[]): ResolvedExpression => ({
    ...operatorCall(registry, name, list, BooleanType),
    ...at,
  });
  if (isOperator(e, 'notEqual')) return call('not', [call('equal', args)]);
  const [x, low, high] = args as readonly [ResolvedExpression, ResolvedExpression, ResolvedExpression];
  if (isOperator(e, 'between')) return call('and', [call('greaterOrEqual', [x, low]), call('lessOrEqual', [x, high])]);
  return e;
});
