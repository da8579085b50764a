/** What follows from nulls, and from columns that are never null (Spark's `NullPropagation`). */
import { FALSE, TRUE, isDeterministic, isLiteralValue, isOperator, literal, mapExpressions, operatorCall, transformPlanUp, transformUp } from '../../plan/index.ts';
import type { AggregateCall, ResolvedExpression, ScalarCall } from '../../plan/index.ts';
import { BooleanType, IntegerType } from '../../types/index.ts';
import type { Rule, RuleContext } from '../rule.ts';

export const nullPropagation: Rule = {
  name: 'NullPropagation',
  apply: (plan, context) =>
    transformPlanUp(plan, (p) => {
      const groups = p.node === 'Aggregate';
      return mapExpressions(p, (e) => transformUp(e, (x) => propagated(x, groups, context)));
    }),
};

/** `groups`: aggregates stand for themselves, not within windows. */
function propagated(e: ResolvedExpression, groups: boolean, context: RuleContext): ResolvedExpression {
  if (e.kind === 'aggregate') return groups && e.fn.name === 'count' && e.args.length > 0 && e.args.every((a) => isLiteralValue(a, null)) ? literal(0n, e.type) : countOfNotNull(e);
  if (e.kind === 'cast') return isLiteralValue(e.child, null) ? literal(null, e.type) : e;
  return e.kind === 'call' ? propagate(e, context) : e;
}

/** `count(x)` where x is never null counts rows. */
function countOfNotNull(e: AggregateCall): ResolvedExpression {
  if (e.fn.name !== 'count' || e.distinct || e.args.length === 0) return e;
  if (e.args.some((a) => a.nullable || !isDeterministic(a))) return e;
  const [first] = e.args;
  if (e.args.length === 1 && first !== undefined && isLiteralValue(first, 1) && first.type.kind === 'integer') return e;
  return { ...e, args: [literal(1, IntegerType)] };
}

function propagate(e: ScalarCall, context: RuleContext): ResolvedExpression {
  const [a, b] = e.args;
  if (isOperator(e, 'isNull') && a !== undefined) return a.nullable ? e : FALSE;
  if (isOperator(e, 'isNotNull') && a !== undefined) return a.nullable ? e : TRUE;
  if (isOperator(e, 'nullSafeEqual') && a !== undefined && b !== undefined) return nullSafe(e, a, b, context);
  if (isOperator(e, 'coalesce')) return coalesced(e);
  if (isOperator(e, 'in') && a !== undefined && isLiteralValue(a, null)) return literal(null, BooleanType);
  return propagateCall(e);
}

function propagateCall(e: ScalarCall): ResolvedExpression {
  const { fn, args } = e;
  return fn.nulls === 'propagate' && fn.nullIntolerant !== false && fn.control === undefined && fn.deterministic !== false && args.some((x) => isLiteralValue(x, null)) ? literal(null, e.type) : e;
}

function nullSafe(e: ScalarCall, a: ResolvedExpression, b: ResolvedExpression, context: RuleContext): ResolvedExpression {
  const isNull = (x: ResolvedExpression): ResolvedExpression => operatorCall(context.registry, 'isNull', [x], BooleanType, false);
  if (isLiteralValue(a, null)) return isNull(b);
  if (isLiteralValue(b, null)) return isNull(a);
  return a.nullable || b.nullable ? e : operatorCall(context.registry, 'equal', [a, b]);
}

/** Nulls are skipped; what follows a value that is never null is not asked for. */
function coalesced(e: ScalarCall): ResolvedExpression {
  const some = e.args.filter((x) => !isLiteralValue(x, null));
  if (some.length === 0) return literal(null, e.type);
  const sure = some.findIndex((x) => !x.nullable);
  const args = sure < 0 ? some : some.slice(0, sure + 1);
  if (args.length === 1) return args[0] as ResolvedExpression;
  return args.length === e.args.length ? e : { ...e, args };
}
