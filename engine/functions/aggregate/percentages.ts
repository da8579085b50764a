/** The percentage argument of percentiles: a constant from 0 to 1, or an array of those. */
import { canImplicitCast, caster, doubleToString, DoubleType, isIntegral, isNumeric, isString, LongType, quotedSqlType } from '../../types/index.ts';
import { Decimal, decimalToNumber } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo } from '../define.ts';
import { expectFoldable, expectType, outOfRange, unexpectedInput, unexpectedNull } from '../typing.ts';

export function percentageType(name: string, args: readonly ArgumentInfo[], index: number): DataType {
  const { type } = args[index] as ArgumentInfo;
  const either = name.includes('approx') ? '("DOUBLE" or "ARRAY<DOUBLE>")' : undefined;
  if (type.kind !== 'array') return expectType(name, args, index, DoubleType, either);
  if (type.element.kind !== 'double' && (type.containsNull || !canImplicitCast(type.element, DoubleType))) throw unexpectedInput(name, args, index, either ?? '"ARRAY<DOUBLE>"');
  return { kind: 'array', element: DoubleType, containsNull: false };
}

/** A number of any type as a double. */
export function toNumber(x: Value): number {
  return x instanceof Decimal ? decimalToNumber(x) : Number(x);
}

/** The percentages of an evaluated argument. */
export function percentagesOf(x: Value): readonly number[] {
  return Array.isArray(x) ? (x as readonly Value[]).map(toNumber) : [toNumber(x)];
}

/** Of texts, which must hold numbers: an error in ANSI mode, else NULL. */
function asDoubles({ type, legacy }: ArgumentInfo, literal: Value, wanted: DataType): Value {
  return caster(type, wanted, legacy === true ? 'legacy' : 'ansi', { timeZone: 'UTC', now: () => 0 })(literal);
}

/** Refuses percentages that are not constant, null, or beyond 0 and 1. */
export function checkPercentages(name: string, args: readonly ArgumentInfo[], index: number): void {
  const wanted = percentageType(name, args, index);
  expectFoldable(name, args, index, 'percentage', quotedSqlType(wanted));
  const given = args[index] as ArgumentInfo;
  if (given.literal === undefined) return;
  const literal = isNumeric(given.type) ? given.literal : asDoubles(given, given.literal, wanted);
  if (literal === null) throw unexpectedNull(name, args, 'percentage');
  const values = percentagesOf(literal);
  const bad = values.find((p) => !(p >= 0 && p <= 1));
  if (bad === undefined) return;
  const shown = Array.isArray(literal) ? values.map(doubleToString).join(',') : `${doubleToString(bad)}D`;
  throw outOfRange(name, args, 'percentage', '[0.0, 1.0]', shown);
}

/** A whole number, of its own type or as BIGINT: texts and fractions are refused, though they would cast. */
export function expectWhole(name: string, args: readonly ArgumentInfo[], index: number): DataType {
  const { type } = args[index] as ArgumentInfo;
  if (isString(type) || (isNumeric(type) && !isIntegral(type))) throw unexpectedInput(name, args, index, '"INTEGRAL"');
  return isIntegral(type) ? type : expectType(name, args, index, LongType, '"INTEGRAL"');
}
