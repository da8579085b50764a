/** Patterns that ask for a start, an end or a part (Spark's `LikeSimplification`). */
import { isOperator, literal, operatorCall, stringLiteral } from '../../plan/index.ts';
import type { OperatorName } from '../../plan/operators.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import type { FunctionRegistry } from '../../functions/define.ts';
import { BooleanType, IntegerType } from '../../types/index.ts';
import { expressionRule } from '../support/expressions.ts';

const SHAPES: readonly (readonly [RegExp, OperatorName])[] = [
  [/^([^_%\\]+)%$/, 'startsWith'],
  [/^%([^_%\\]+)$/, 'endsWith'],
  [/^%([^_%\\]+)%$/, 'contains'],
  [/^([^_%\\]*)$/, 'equal'],
];

const ENDS = /^([^_%\\]+)%([^_%\\]+)$/;

/** A start and an end that do not overlap. */
function startAndEnd(value: ResolvedExpression, start: string, end: string, registry: FunctionRegistry): ResolvedExpression | undefined {
  const length = registry.get('length');
  if (length?.kind !== 'scalar') return undefined;
  const call = (name: OperatorName, args: readonly ResolvedExpression[]): ResolvedExpression => operatorCall(registry, name, args, BooleanType, value.nullable);
  const chars: ResolvedExpression = { kind: 'call', fn: length, args: [value], type: IntegerType, nullable: value.nullable };
  const longEnough = call('greaterOrEqual', [chars, literal([...start, ...end].length, IntegerType)]);
  return call('and', [longEnough, call('and', [call('startsWith', [value, stringLiteral(start)]), call('endsWith', [value, stringLiteral(end)])])]);
}

export const likeSimplification = expressionRule('LikeSimplification', (e, { registry }) => {
  if (e.kind !== 'call' || !isOperator(e, 'like') || e.args.length !== 2) return e;
  const [value, pattern] = e.args as readonly [ResolvedExpression, ResolvedExpression];
  if (pattern.kind !== 'literal' || typeof pattern.value !== 'string') return e;
  for (const [shape, name] of SHAPES) {
    const part = shape.exec(pattern.value)?.[1];
    if (part !== undefined) return operatorCall(registry, name, [value, stringLiteral(part)], BooleanType, value.nullable);
  }
  const ends = ENDS.exec(pattern.value);
  return (ends === null ? undefined : startAndEnd(value, ends[1] as string, ends[2] as string, registry)) ?? e;
});
