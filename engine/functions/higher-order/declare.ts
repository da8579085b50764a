/** Pieces of higher-order functions: lambdas and the types of their parameters. */
import { BooleanType, quotedSqlType } from '../../types/index.ts';
import type { ArrayType, DataType, MapType } from '../../types/index.ts';
import type { ArgumentInfo, HigherOrderFunction } from '../define.ts';
import { unexpectedInput } from '../typing.ts';

export type HigherOrderInit = Omit<HigherOrderFunction, 'kind' | 'family'>;

export function higherOrder(init: HigherOrderInit): HigherOrderFunction {
  return { kind: 'higherOrder', family: 'higher-order', ...init };
}

/** The argument must be an array; an untyped null is none. */
export function arrayArgument(name: string, args: readonly (ArgumentInfo | undefined)[], index = 0): ArrayType {
  const type = args[index]?.type;
  if (type?.kind === 'array') return type;
  throw unexpectedInput(name, args as readonly ArgumentInfo[], index, '"ARRAY"');
}

export function mapArgument(name: string, args: readonly (ArgumentInfo | undefined)[], index = 0): MapType {
  const type = args[index]?.type;
  if (type?.kind === 'map') return type;
  throw unexpectedInput(name, args as readonly ArgumentInfo[], index, '"MAP"');
}

/** The lambda's result must be a boolean. */
export function expectCondition(name: string, args: readonly ArgumentInfo[], index: number): DataType {
  const { type } = args[index] as ArgumentInfo;
  if (type.kind === 'boolean' || type.kind === 'null') return BooleanType;
  throw unexpectedInput(name, args, index, quotedSqlType(BooleanType));
}
