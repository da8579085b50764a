/**
 * Sums of decimals whose sum has at most 18 digits are sums of whole numbers, and averages of those of at most 11 digits averages
 * of doubles, in groups and in windows (Spark's `DecimalAggregates`).
 */
import type { AggregateFunction } from '../../functions/define.ts';
import { MAKE_DECIMAL, UNSCALED_VALUE } from '../../functions/unscaled/index.ts';
import { literal, mapChildren, mapExpressions, operatorCall, transformPlanUp } from '../../plan/index.ts';
import type { AggregateCall, ResolvedExpression, WindowCall } from '../../plan/index.ts';
import { decimalType, DoubleType, IntegerType, LongType } from '../../types/index.ts';
import type { DataType, DecimalType } from '../../types/index.ts';
import type { Rule, RuleContext } from '../rule.ts';

const MAX_LONG_DIGITS = 18;
const MAX_DOUBLE_DIGITS = 15;
/** Digits that a sum, and places that an average has more than its values. */
const MORE_OF_SUM = 10;
const MORE_OF_AVERAGE = 4;

export const decimalAggregates: Rule = {
  name: 'DecimalAggregates',
  apply: (plan, context) =>
    transformPlanUp(plan, (p) => (p.node === 'Aggregate' || p.node === 'Window' ? mapExpressions(p, (e) => rewrite(e, context)) : p)),
};

function rewrite(e: ResolvedExpression, context: RuleContext): ResolvedExpression {
  if (e.kind === 'aggregate') return overDigits(e, (type) => over(e, type, context), context) ?? e;
  if (e.kind === 'window') {
    const { function: call } = e;
    if (call.kind !== 'aggregate') return e;
    return overDigits(call, (type): WindowCall => ({ ...e, function: over(call, type, context), type, nullable: true }), context) ?? e;
  }
  return mapChildren(e, (child) => rewrite(child, context));
}

/** The same aggregate over the values' digits; the mean of doubles never fails, tried or not. */
function over(call: AggregateCall, type: DataType, { registry }: RuleContext): AggregateCall {
  const x = call.args[0] as ResolvedExpression;
  const digits: ResolvedExpression = { kind: 'call', fn: UNSCALED_VALUE, args: [x], type: LongType, nullable: x.nullable };
  const fn = call.fn.name === 'try_avg' ? (registry.get('avg') as AggregateFunction) : call.fn;
  return { ...call, fn, args: [digits], type, nullable: true };
}

function overDigits(call: AggregateCall, made: (type: DataType) => ResolvedExpression, context: RuleContext): ResolvedExpression | undefined {
  const of = call.args[0]?.type;
  if (of?.kind !== 'decimal') return undefined;
  const name = call.fn.name.replace(/^try_/, '');
  if (name === 'sum' && of.precision + MORE_OF_SUM <= MAX_LONG_DIGITS) return asDecimal(made(LongType), of);
  if (name === 'avg' && of.precision + MORE_OF_AVERAGE <= MAX_DOUBLE_DIGITS) return asAverage(made(DoubleType), of, context);
  return undefined;
}

function asDecimal(sum: ResolvedExpression, of: DecimalType): ResolvedExpression {
  const precision = of.precision + MORE_OF_SUM;
  const args = [sum, literal(precision, IntegerType), literal(of.scale, IntegerType)];
  return { kind: 'call', fn: MAKE_DECIMAL, args, type: decimalType(precision, of.scale), nullable: true };
}

function asAverage(mean: ResolvedExpression, of: DecimalType, { registry, ansi }: RuleContext): ResolvedExpression {
  const child = operatorCall(registry, 'divide', [mean, literal(10 ** of.scale, DoubleType)], DoubleType, true);
  const type = decimalType(of.precision + MORE_OF_AVERAGE, of.scale + MORE_OF_AVERAGE);
  return { kind: 'cast', child, type, nullable: true, mode: ansi ? 'ansi' : 'legacy', explicit: false };
}
