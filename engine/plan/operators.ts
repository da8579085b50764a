/**
 * The operators of the registry that plans are built from and rules look for. Spark has a class for each (`And`,
 * `EqualTo` …); here they are functions of the registry, and this is the one place that knows their names.
 */
import { invariant } from '../core/index.ts';
import type { FunctionRegistry } from '../functions/define.ts';
import type { Value } from '../types/index.ts';
import { BooleanType, StringType } from '../types/index.ts';
import type { DataType } from '../types/index.ts';
import type { Literal, ResolvedExpression, ScalarCall } from './resolved.ts';

export const OPERATOR = {
  and: 'and',
  or: 'or',
  not: 'not',
  equal: '==',
  notEqual: '!=',
  between: 'between',
  nullSafeEqual: '<=>',
  less: '<',
  lessOrEqual: '<=',
  greater: '>',
  greaterOrEqual: '>=',
  isNull: 'isnull',
  isNotNull: 'isnotnull',
  in: 'in',
  coalesce: 'coalesce',
  if: 'if',
  when: 'when',
  add: '+',
  multiply: '*',
  divide: '/',
  getField: 'getField',
  getItem: 'getItem',
  getArrayStructFields: 'getArrayStructFields',
  struct: 'named_struct',
  like: 'like',
  startsWith: 'startswith',
  endsWith: 'endswith',
  contains: 'contains',
  size: 'size',
} as const;

export type OperatorName = keyof typeof OPERATOR;

/** True for a call of the operator. */
export function isOperator(e: ResolvedExpression, name: OperatorName): e is ScalarCall {
  return e.kind === 'call' && e.fn.name === OPERATOR[name];
}

export function isComparison(e: ResolvedExpression): e is ScalarCall {
  return (
    isOperator(e, 'equal') ||
    isOperator(e, 'less') ||
    isOperator(e, 'lessOrEqual') ||
    isOperator(e, 'greater') ||
    isOperator(e, 'greaterOrEqual')
  );
}

export function literal(value: Value, type: DataType): Literal {
  return { kind: 'literal', value, type, nullable: value === null };
}
export const TRUE: Literal = literal(true, BooleanType);
export const FALSE: Literal = literal(false, BooleanType);

export function stringLiteral(value: string): Literal {
  return literal(value, StringType);
}
export function isLiteralValue(e: ResolvedExpression, value: Value): boolean {
  return e.kind === 'literal' && e.value === value;
}

/** A call of an operator whose operands already have the right types; the result's type is given. */
export function operatorCall(
  registry: FunctionRegistry,
  name: OperatorName,
  args: readonly ResolvedExpression[],
  type: DataType = BooleanType,
  nullable: boolean = args.some((a) => a.nullable),
): ScalarCall {
  const fn = registry.get(OPERATOR[name]);
  invariant(fn?.kind === 'scalar', `operator ${name} is not in the registry`);
  return { kind: 'call', fn, args, type, nullable };
}

/** The operands of nested ANDs, left to right. */
export function splitConjuncts(e: ResolvedExpression): ResolvedExpression[] {
  return operandsOf(e, 'and');
}

/** The operands of nested ORs, left to right. */
export function splitDisjuncts(e: ResolvedExpression): ResolvedExpression[] {
  return operandsOf(e, 'or');
}

/** Without recursion, and in time that grows with the number of operands: chains of filters make long ones. */
function operandsOf(e: ResolvedExpression, name: 'and' | 'or'): ResolvedExpression[] {
  const out: ResolvedExpression[] = [];
  const pending: ResolvedExpression[] = [e];
  for (let x = pending.pop(); x !== undefined; x = pending.pop()) {
    if (isOperator(x, name)) for (let i = x.args.length - 1; i >= 0; i--) pending.push(x.args[i] as ResolvedExpression);
    else out.push(x);
  }
  return out;
}

/** Left-deep AND of all; undefined of none. */
export function andAll(registry: FunctionRegistry, list: readonly ResolvedExpression[]): ResolvedExpression | undefined {
  return reduceCalls(registry, 'and', list);
}
export function orAll(registry: FunctionRegistry, list: readonly ResolvedExpression[]): ResolvedExpression | undefined {
  return reduceCalls(registry, 'or', list);
}

function reduceCalls(registry: FunctionRegistry, name: 'and' | 'or', list: readonly ResolvedExpression[]): ResolvedExpression | undefined {
  if (list.length === 0) return undefined;
  return list.reduce((a, b) => operatorCall(registry, name, [a, b]));
}
