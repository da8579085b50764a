/** A column compared under a wider type is compared under its own (Spark's `UnwrapCastInBinaryComparison`). */
import { FALSE, isComparison, isFoldable, isOperator, literal, operatorCall } from '../../plan/index.ts';
import type { OperatorName } from '../../plan/operators.ts';
import type { Cast, Literal, ResolvedExpression, ScalarCall } from '../../plan/index.ts';
import { BooleanType, canUpCast, compareValues, Decimal, pow10 } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { RuleContext } from '../rule.ts';
import { constantValue, expressionRule } from '../support/expressions.ts';

const BITS: Readonly<Record<string, number>> = { byte: 8, short: 16, integer: 32, long: 64 };
/** A double holds every integer of fewer bits. */
const DOUBLE_BITS = 53;

export const unwrapCasts = expressionRule('UnwrapCastInBinaryComparison', (e, context) => {
  if (e.kind !== 'call') return e;
  if (isOperator(e, 'in')) return unwrapIn(e, context);
  const call: ScalarCall = e;
  if (!isComparison(call) && !isOperator(call, 'nullSafeEqual')) return e;
  const [a, b] = call.args as readonly [ResolvedExpression, ResolvedExpression];
  if (a.kind === 'cast' && b.kind === 'literal') return unwrap(call, nameOf(call, false), a, b, context);
  return b.kind === 'cast' && a.kind === 'literal' ? unwrap(call, nameOf(call, true), b, a, context) : e;
});

const NAMES = ['equal', 'nullSafeEqual', 'less', 'lessOrEqual', 'greater', 'greaterOrEqual'] as const;
type Comparison = (typeof NAMES)[number];
const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  equal: 'equal',
  nullSafeEqual: 'nullSafeEqual',
  less: 'greater',
  lessOrEqual: 'greaterOrEqual',
  greater: 'less',
  greaterOrEqual: 'lessOrEqual',
};

function nameOf(e: ScalarCall, mirrored: boolean): Comparison {
  const name = NAMES.find((n: OperatorName) => isOperator(e, n)) ?? 'equal';
  return mirrored ? MIRRORED[name] : name;
}

/** The cast keeps every value and its order. */
function isLossless(c: Cast): boolean {
  const from = BITS[c.child.type.kind];
  if (from === undefined) return false;
  switch (c.type.kind) {
    case 'short':
    case 'integer':
    case 'long':
      return from < (BITS[c.type.kind] as number);
    case 'double':
      return from < DOUBLE_BITS;
    case 'decimal':
      return c.type.precision - c.type.scale >= Math.ceil(from * Math.log10(2)) + 1;
    default:
      return false;
  }
}

/** To a type of the same kind that holds more digits. */
function isWidening({ child, type }: Cast): boolean {
  const sameKind = child.type.kind === 'float' ? type.kind === 'double' : child.type.kind === 'decimal' && type.kind === 'decimal';
  return sameKind && canUpCast(child.type, type);
}

/** The value in the column's own type, rounded, and read back; undefined where the type cannot hold it. */
function roundTrip(value: Value, c: Cast, context: RuleContext): { readonly own: Literal; readonly order: number } | undefined {
  const cast = (child: Literal, type: DataType): Value => constantValue({ kind: 'cast', child, type, nullable: true, mode: 'try', explicit: false }, context);
  const own = cast(literal(value, c.type), c.child.type);
  if (own === null) return undefined;
  const back = cast(literal(own, c.child.type), c.type);
  return back === null ? undefined : { own: literal(own, c.child.type), order: compareValues(c.type, value, back) };
}

function unwrapRounded(e: ScalarCall, name: Comparison, c: Cast, value: Literal, context: RuleContext): ResolvedExpression {
  const found = roundTrip(value.value, c, context);
  if (found === undefined) return e;
  const { own, order } = found;
  const compare = (op: Comparison): ResolvedExpression => operatorCall(context.registry, op, [c.child, own], BooleanType, e.nullable);
  if (order === 0) return compare(name);
  if (name === 'nullSafeEqual') return FALSE;
  if (name === 'equal') return knownIfNotNull(c.child, false, context);
  const wantsMore = name === 'greater' || name === 'greaterOrEqual';
  if (order < 0) return compare(wantsMore ? 'greaterOrEqual' : 'less');
  return compare(wantsMore ? 'greater' : 'lessOrEqual');
}

/** The whole number at or below, and whether it is the value; undefined for NaN and infinities. */
function floorOf(v: Value): { readonly whole: bigint; readonly exact: boolean } | undefined {
  if (typeof v === 'bigint') return { whole: v, exact: true };
  if (typeof v === 'number') return Number.isFinite(v) ? { whole: BigInt(Math.floor(v)), exact: Number.isInteger(v) } : undefined;
  if (!(v instanceof Decimal)) return undefined;
  const divisor = pow10(v.scale);
  const towardsZero = v.unscaled / divisor;
  const rest = v.unscaled - towardsZero * divisor;
  return { whole: rest < 0n ? towardsZero - 1n : towardsZero, exact: rest === 0n };
}

function literalOf(x: bigint, type: DataType): Literal {
  return literal(type.kind === 'long' ? x : Number(x), type);
}

function unwrap(e: ScalarCall, name: Comparison, c: Cast, value: Literal, context: RuleContext): ResolvedExpression {
  if (value.value === null || isFoldable(c.child)) return e;
  if (isWidening(c)) return unwrapRounded(e, name, c, value, context);
  if (!isLossless(c)) return e;
  const at = floorOf(value.value);
  if (at === undefined) return e;
  const { registry } = context;
  const { child } = c;
  const max = 2n ** BigInt((BITS[child.type.kind] as number) - 1) - 1n;
  const min = -max - 1n;
  const never = (): ResolvedExpression => (name === 'nullSafeEqual' ? FALSE : knownIfNotNull(child, false, context));
  const compare = (op: Comparison, x: bigint): ResolvedExpression => operatorCall(registry, op, [child, literalOf(x, child.type)], BooleanType, e.nullable);
  const below = at.whole < min;
  const above = at.whole > max || (at.whole === max && !at.exact);
  if (name === 'equal' || name === 'nullSafeEqual') return below || above || !at.exact ? never() : compare(name, at.whole);
  const wantsMore = name === 'greater' || name === 'greaterOrEqual';
  if (above) return knownIfNotNull(child, !wantsMore, context);
  if (below) return knownIfNotNull(child, wantsMore, context);
  if (at.exact) return atBounds(name, at.whole, min, max, child, context) ?? compare(name, at.whole);
  return compare(wantsMore ? 'greater' : 'lessOrEqual', at.whole);
}

/** Comparisons with the least or greatest value of the type. */
function atBounds(name: Comparison, x: bigint, min: bigint, max: bigint, child: ResolvedExpression, context: RuleContext): ResolvedExpression | undefined {
  if (x === max && name === 'greater') return knownIfNotNull(child, false, context);
  if (x === max && name === 'lessOrEqual') return knownIfNotNull(child, true, context);
  if (x === min && name === 'less') return knownIfNotNull(child, false, context);
  return x === min && name === 'greaterOrEqual' ? knownIfNotNull(child, true, context) : undefined;
}

/** The outcome where the operand is not null, else null. */
function knownIfNotNull(e: ResolvedExpression, value: boolean, { registry }: RuleContext): ResolvedExpression {
  const test = operatorCall(registry, value ? 'isNotNull' : 'isNull', [e], BooleanType, false);
  return operatorCall(registry, value ? 'or' : 'and', [test, literal(null, BooleanType)]);
}

function unwrapIn(e: ScalarCall, context: RuleContext): ResolvedExpression {
  const [c, ...list] = e.args as readonly [ResolvedExpression, ...ResolvedExpression[]];
  if (c.kind !== 'cast' || isFoldable(c.child)) return e;
  if (isWidening(c)) return unwrapInRounded(e, c, list, context);
  if (!isLossless(c)) return e;
  const max = 2n ** BigInt((BITS[c.child.type.kind] as number) - 1) - 1n;
  const values = list.map((x) => {
    if (x.kind !== 'literal') return undefined;
    if (x.value === null) return literal(null, c.child.type);
    const at = floorOf(x.value);
    return at?.exact === true && at.whole <= max && at.whole >= -max - 1n ? literalOf(at.whole, c.child.type) : undefined;
  });
  return values.every((v) => v !== undefined) ? { ...e, args: [c.child, ...values] } : e;
}

function unwrapInRounded(e: ScalarCall, c: Cast, list: readonly ResolvedExpression[], context: RuleContext): ResolvedExpression {
  const values = list.map((x) => {
    if (x.kind !== 'literal') return undefined;
    if (x.value === null) return literal(null, c.child.type);
    const found = roundTrip(x.value, c, context);
    return found?.order === 0 ? found.own : undefined;
  });
  return values.every((v) => v !== undefined) ? { ...e, args: [c.child, ...values] } : e;
}
