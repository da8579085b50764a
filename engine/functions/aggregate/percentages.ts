/** The percentage argument of percentiles: a constant from 0 to 1, or an array of those. */
import { canImplicitCast, doubleToString, DoubleType, quotedSqlType } from '../../types/index.ts';
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

function toNumber(x: Value): number {
  return x instanceof Decimal ? decimalToNumber(x) : Number(x);
}

/** The percentages of an evaluated argument. */
export function percentagesOf(x: Value): readonly number[] {
  return Array.isArray(x) ? (x as readonly Value[]).map(toNumber) : [toNumber(x)];
}

/** Refuses percentages that are not constant, null, or beyond 0 and 1. */
export function checkPercentages(name: string, args: readonly ArgumentInfo[], index: number): void {
  expectFoldable(name, args, index, 'percentage', quotedSqlType(percentageType(name, args, index)));
  const { literal } = args[index] as ArgumentInfo;
  if (literal === undefined) return;
  if (literal === null) throw unexpectedNull(name, args, 'percentage');
  const values = percentagesOf(literal);
  const bad = values.find((p) => !(p >= 0 && p <= 1));
  if (bad === undefined) return;
  const shown = Array.isArray(literal) ? values.map(doubleToString).join(',') : `${doubleToString(bad)}D`;
  throw outOfRange(name, args, 'percentage', '[0.0, 1.0]', shown);
}
