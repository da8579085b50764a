/**
 * A test or conversion of a CASE is done in its branches, where most values are known (Spark's `PushFoldableIntoBranches`),
 * and a CASE between TRUE and FALSE is its condition.
 */
import { FALSE, TRUE, isDeterministic, isFoldable, isLiteralValue, isOperator, literal, operatorCall } from '../../plan/index.ts';
import type { ResolvedExpression, ScalarCall } from '../../plan/index.ts';
import type { RuleContext } from '../rule.ts';
import { expressionRule } from '../support/expressions.ts';

export const pushFoldableIntoBranches = expressionRule('PushFoldableIntoBranches', (e, { registry }) => {
  const at = pushedArgument(e);
  if (at === undefined) return e;
  const branches = childAt(e, at) as ScalarCall;
  const all = branches.args.length % 2 === 1 ? branches.args : [...branches.args, literal(null, branches.type)];
  const args = all.map((x, i) => (i % 2 === 1 || i === all.length - 1 ? withChild(e, at, x) : x));
  const nullable = args.some((x, i) => (i % 2 === 1 || i === args.length - 1) && x.nullable);
  return operatorCall(registry, isOperator(branches, 'if') ? 'if' : 'when', args, e.type, nullable);
});

const UNARY = ['isNull', 'isNotNull', 'not'] as const;
const BINARY = ['equal', 'nullSafeEqual', 'less', 'lessOrEqual', 'greater', 'greaterOrEqual', 'add', 'multiply'] as const;

/** Which argument is the CASE; undefined where nothing is gained. */
function pushedArgument(e: ResolvedExpression): number | undefined {
  if (e.kind === 'cast') return canTake(e.child) ? 0 : undefined;
  if (e.kind !== 'call') return undefined;
  const [a, b] = e.args;
  if (UNARY.some((name) => isOperator(e, name))) return canTake(a) ? 0 : undefined;
  if (!BINARY.some((name) => isOperator(e, name))) return undefined;
  if (b !== undefined && isFoldable(b) && canTake(a)) return 0;
  return a !== undefined && isFoldable(a) && canTake(b) ? 1 : undefined;
}

function childAt(e: ResolvedExpression, at: number): ResolvedExpression | undefined {
  return e.kind === 'cast' ? e.child : e.kind === 'call' ? e.args[at] : undefined;
}

function withChild(e: ResolvedExpression, at: number, child: ResolvedExpression): ResolvedExpression {
  if (e.kind === 'cast') return { ...e, child };
  return e.kind === 'call' ? { ...e, args: e.args.map((x, i) => (i === at ? child : x)) } : e;
}

/** A CASE of whose values at most one depends on the row. */
function canTake(e: ResolvedExpression | undefined): e is ScalarCall {
  if (e?.kind !== 'call' || e.fn.control !== 'case') return false;
  const values = e.args.filter((_, i) => i % 2 === 1 || i === e.args.length - 1);
  return values.filter((x) => !isFoldable(x)).length <= 1;
}

export const caseOfBooleans = expressionRule('SimplifyBooleanCase', (e, context) => {
  if (e.kind !== 'call' || e.fn.control !== 'case' || e.args.length !== 3) return e;
  const [condition, yes, no] = e.args as readonly [ResolvedExpression, ResolvedExpression, ResolvedExpression];
  if (!isDeterministic(condition)) return e;
  if (isLiteralValue(yes, true) && isLiteralValue(no, false)) return holds(condition, context);
  return isLiteralValue(yes, false) && isLiteralValue(no, true) ? operatorCall(context.registry, 'not', [holds(condition, context)]) : e;
});

function holds(condition: ResolvedExpression, { registry }: RuleContext): ResolvedExpression {
  if (isLiteralValue(condition, true)) return TRUE;
  if (isLiteralValue(condition, false)) return FALSE;
  return condition.nullable ? operatorCall(registry, 'nullSafeEqual', [condition, TRUE]) : condition;
}
