/** IF, CASE and comparisons whose outcome is known (Spark's `SimplifyConditionals`, `SimplifyBinaryComparison`, `OptimizeIn`). */
import { FALSE, TRUE, isDeterministic, isFoldable, isLiteralValue, isOperator, literal, mapExpressions, operatorCall, semanticEquals, splitConjuncts, transformPlanUp, transformUp } from '../../plan/index.ts';
import type { ResolvedExpression, ScalarCall } from '../../plan/index.ts';
import { expressionKey } from '../../plan/index.ts';
import { confNumber } from '../../physical/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { expressionRule } from '../support/expressions.ts';

/** Never true: the branch is not taken. */
function isNever(e: ResolvedExpression): boolean {
  return isLiteralValue(e, false) || isLiteralValue(e, null);
}

export const simplifyConditionals = expressionRule('SimplifyConditionals', (e) => (e.kind === 'call' && e.fn.control === 'case' ? simplifyCase(e) : e));

function simplifyCase(e: ScalarCall): ResolvedExpression {
  const kept: ResolvedExpression[] = [];
  let last = e.args.length % 2 === 1 ? e.args[e.args.length - 1] : undefined;
  for (let i = 0; i + 1 < e.args.length; i += 2) {
    const [condition, value] = [e.args[i] as ResolvedExpression, e.args[i + 1] as ResolvedExpression];
    if (isNever(condition)) continue;
    if (isLiteralValue(condition, true)) {
      if (kept.length === 0) return value;
      last = undefined;
      kept.push(condition, value);
      break;
    }
    kept.push(condition, value);
  }
  if (kept.length === 0) return last ?? literal(null, e.type);
  if (isLiteralValue(last ?? TRUE, null) && !isOperator(e, 'if')) last = undefined;
  const otherwise = last ?? literal(null, e.type);
  if (kept.every((x, i) => i % 2 === 0 || semanticEquals(x, otherwise))) {
    // Whatever the conditions are: those of the end that draw no numbers go, errors and all.
    while (kept.length > 0 && isDeterministic(kept[kept.length - 2] as ResolvedExpression)) kept.splice(-2);
    if (kept.length === 0) return isOperator(e, 'if') ? (e.args[1] as ResolvedExpression) : otherwise;
  }
  const length = kept.length + (last === undefined ? 0 : 1);
  return length === e.args.length ? e : { ...e, args: last === undefined ? kept : [...kept, last] };
}

/** What is equal to itself, and truth values beside constants. What a filter asks to be there is there in the rest of it. */
export const simplifyBinaryComparison: Rule = {
  name: 'SimplifyBinaryComparison',
  apply: (plan, context) =>
    transformPlanUp(plan, (p) => {
      const sure = p.node === 'Filter' ? new Set(splitConjuncts(p.condition).flatMap((c) => (isOperator(c, 'isNotNull') ? c.args.map(expressionKey) : []))) : NOTHING;
      return mapExpressions(p, (e) => transformUp(e, (x) => simplifyComparison(x, sure, context)));
    }),
};

const NOTHING: ReadonlySet<string> = new Set();

function besideTruth(e: ScalarCall, a: ResolvedExpression, b: ResolvedExpression, { registry }: RuleContext): ResolvedExpression {
  const [value, constant] = a.kind === 'literal' ? [b, a] : [a, b];
  if (constant.kind !== 'literal' || constant.value === null || value.type.kind !== 'boolean') return e;
  return constant.value === true ? value : operatorCall(registry, 'not', [value]);
}

function simplifyComparison(e: ResolvedExpression, sure: ReadonlySet<string>, context: RuleContext): ResolvedExpression {
  if (e.kind !== 'call' || e.args.length !== 2) return e;
  const [a, b] = e.args as readonly [ResolvedExpression, ResolvedExpression];
  if (isFoldable(a) && isFoldable(b)) return e;
  if (isOperator(e, 'equal') && (a.kind === 'literal' || b.kind === 'literal')) return besideTruth(e, a, b, context);
  if (isFoldable(a) || !isDeterministic(a) || !semanticEquals(a, b)) return e;
  if (isOperator(e, 'nullSafeEqual')) return TRUE;
  if ((a.nullable || b.nullable) && !sure.has(expressionKey(a))) return e;
  if (isOperator(e, 'equal') || isOperator(e, 'greaterOrEqual') || isOperator(e, 'lessOrEqual')) return TRUE;
  return isOperator(e, 'less') || isOperator(e, 'greater') ? FALSE : e;
}

/** Spark's default for `spark.sql.optimizer.inSetConversionThreshold`. */
const IN_SET_VALUES = 10;

/** One value is compared; repeats and order of several do not matter. */
export const optimizeIn = expressionRule('OptimizeIn', (e, { registry, conf }) => {
  if (e.kind !== 'call' || !isOperator(e, 'in')) return e;
  const [value, ...list] = e.args as readonly [ResolvedExpression, ...ResolvedExpression[]];
  if (list.length === 0) return value.nullable ? e : FALSE;
  if (!list.every((x) => x.kind === 'literal')) return e;
  const seen = new Set<string>();
  const once = list.filter((x) => {
    const key = expressionKey(x);
    return !seen.has(key) && seen.add(key);
  });
  if (once.length === 1) return operatorCall(registry, 'equal', [value, once[0] as ResolvedExpression]);
  const inSet = e.inSet === true || once.length > confNumber(conf, 'spark.sql.optimizer.inSetConversionThreshold', IN_SET_VALUES);
  if (inSet) return e.inSet === true && once.length === list.length ? e : { ...e, args: [value, ...once], inSet };
  return once.length === list.length ? e : { ...e, args: [value, ...once] };
});
