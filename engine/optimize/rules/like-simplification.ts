/** Patterns that ask for a start, an end or a part (Spark's `LikeSimplification`). */
import { isOperator, operatorCall, stringLiteral } from '../../plan/index.ts';
import type { OperatorName } from '../../plan/operators.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import { BooleanType } from '../../types/index.ts';
import { expressionRule } from '../support/expressions.ts';

const SHAPES: readonly (readonly [RegExp, OperatorName])[] = [
  [/^([^_%\\]+)%$/, 'startsWith'],
  [/^%([^_%\\]+)$/, 'endsWith'],
  [/^%([^_%\\]+)%$/, 'contains'],
  [/^([^_%\\]*)$/, 'equal'],
];

export const likeSimplification = expressionRule('LikeSimplification', (e, { registry }) => {
  if (e.kind !== 'call' || !isOperator(e, 'like') || e.args.length !== 2) return e;
  const [value, pattern] = e.args as readonly [ResolvedExpression, ResolvedExpression];
  if (pattern.kind !== 'literal' || typeof pattern.value !== 'string') return e;
  for (const [shape, name] of SHAPES) {
    const part = shape.exec(pattern.value)?.[1];
    if (part !== undefined) return operatorCall(registry, name, [value, stringLiteral(part)], BooleanType, value.nullable);
  }
  return e;
});
