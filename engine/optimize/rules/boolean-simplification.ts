/** Laws of AND, OR and NOT (Spark's `BooleanSimplification`). */
import {
  FALSE,
  TRUE,
  andAll,
  expressionKey,
  isDeterministic,
  isLiteralValue,
  isOperator,
  operatorCall,
  orAll,
  semanticEquals,
  splitConjuncts,
  splitDisjuncts,
} from '../../plan/index.ts';
import type { OperatorName } from '../../plan/operators.ts';
import type { ResolvedExpression, ScalarCall } from '../../plan/index.ts';
import { BooleanType } from '../../types/index.ts';
import type { RuleContext } from '../rule.ts';
import { expressionRule, partition } from '../support/expressions.ts';

export const booleanSimplification = expressionRule('BooleanSimplification', (e, context) => {
  if (isOperator(e, 'and')) return simplifyPair(e, 'and', context);
  if (isOperator(e, 'or')) return simplifyPair(e, 'or', context);
  return isOperator(e, 'not') ? simplifyNot(e, context) : e;
});

function simplifyPair(e: ScalarCall, name: 'and' | 'or', context: RuleContext): ResolvedExpression {
  const [a, b] = e.args as readonly [ResolvedExpression, ResolvedExpression];
  const neutral = name === 'and';
  if (isLiteralValue(a, neutral)) return b;
  if (isLiteralValue(b, neutral)) return a;
  if (isLiteralValue(a, !neutral) || isLiteralValue(b, !neutral)) return neutral ? FALSE : TRUE;
  if (!isDeterministic(a) || !isDeterministic(b)) return e;
  if (semanticEquals(a, b)) return a;
  if (excludes(a, b)) return excluded(a, neutral, context);
  return commonFactor(e, a, b, name, context);
}

function excludes(a: ResolvedExpression, b: ResolvedExpression): boolean {
  return (isOperator(a, 'not') && semanticEquals(a.args[0] as ResolvedExpression, b)) || (isOperator(b, 'not') && semanticEquals(b.args[0] as ResolvedExpression, a));
}

/** `a AND NOT a`: false, or null where a is null. */
function excluded(a: ResolvedExpression, and: boolean, context: RuleContext): ResolvedExpression {
  if (!a.nullable) return and ? FALSE : TRUE;
  const { registry } = context;
  const unknown = operatorCall(registry, and ? 'isNull' : 'isNotNull', [a], BooleanType, false);
  const none: ResolvedExpression = { kind: 'literal', value: null, type: BooleanType, nullable: true };
  return operatorCall(registry, and ? 'and' : 'or', [unknown, none]);
}

/** `(a OR b) AND (a OR c)` is `a OR (b AND c)`, and the other way round. */
function commonFactor(e: ScalarCall, a: ResolvedExpression, b: ResolvedExpression, name: 'and' | 'or', context: RuleContext): ResolvedExpression {
  const split = name === 'and' ? splitDisjuncts : splitConjuncts;
  const join = name === 'and' ? orAll : andAll;
  const meet = name === 'and' ? andAll : orAll;
  const [left, right] = [split(a), split(b)];
  const keys = new Set(right.map(expressionKey));
  const [common, leftRest] = partition(left, (x) => keys.has(expressionKey(x)));
  if (common.length === 0) return withoutRepeats(e, name, context);
  const shared = new Set(common.map(expressionKey));
  const rightRest = right.filter((x) => !shared.has(expressionKey(x)));
  const { registry } = context;
  if (leftRest.length === 0 || rightRest.length === 0) return join(registry, common) ?? e;
  const rest = meet(registry, [join(registry, leftRest) as ResolvedExpression, join(registry, rightRest) as ResolvedExpression]) as ResolvedExpression;
  return join(registry, [...common, rest]) ?? e;
}

/** `a AND b AND a` is `a AND b`. */
function withoutRepeats(e: ScalarCall, name: 'and' | 'or', context: RuleContext): ResolvedExpression {
  const list = name === 'and' ? splitConjuncts(e) : splitDisjuncts(e);
  const seen = new Set<string>();
  const once = list.filter((x) => {
    const key = expressionKey(x);
    return !seen.has(key) && seen.add(key);
  });
  if (once.length === list.length) return e;
  return (name === 'and' ? andAll : orAll)(context.registry, once) ?? e;
}

const NEGATED: readonly (readonly [OperatorName, OperatorName])[] = [
  ['greater', 'lessOrEqual'],
  ['greaterOrEqual', 'less'],
  ['less', 'greaterOrEqual'],
  ['lessOrEqual', 'greater'],
  ['isNull', 'isNotNull'],
  ['isNotNull', 'isNull'],
];

function simplifyNot(e: ScalarCall, context: RuleContext): ResolvedExpression {
  const { registry } = context;
  const [a] = e.args as readonly [ResolvedExpression];
  if (isLiteralValue(a, true)) return FALSE;
  if (isLiteralValue(a, false)) return TRUE;
  if (a.kind !== 'call') return e;
  const { args, nullable } = a;
  const is = (name: OperatorName): boolean => isOperator(a, name);
  if (is('not')) return args[0] as ResolvedExpression;
  const pair = NEGATED.find(([name]) => is(name));
  if (pair !== undefined) return operatorCall(registry, pair[1], args, BooleanType, nullable);
  const not = (x: ResolvedExpression): ResolvedExpression => simplifyNot(operatorCall(registry, 'not', [x]), context);
  if (is('or')) return operatorCall(registry, 'and', args.map(not));
  return is('and') ? operatorCall(registry, 'or', args.map(not)) : e;
}
