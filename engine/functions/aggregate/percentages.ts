/** The percentage argument of percentiles: a constant from 0 to 1, or an array of those. */
import { doubleToString, DoubleType, quotedSqlType } from '../../types/index.ts';
import { Decimal, decimalToNumber } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo } from '../define.ts';
import { expectFoldable, expectType, outOfRange, unexpectedNull } from '../typing.ts';

export function percentageType(name: string, args: readonly ArgumentInfo[], index: number): DataType {
  const { type } = args[index] as ArgumentInfo;
  if (type.kind === 'array') return { kind: 'array', element: DoubleType, containsNull: false };
  return expectType(name, args, index, DoubleType, '("DOUBLE" or "ARRAY<DOUBLE>")');
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
