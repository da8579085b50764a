/** Pieces of type rules that many families share: implicit casts, and Spark's DATATYPE_MISMATCH errors. */
import { analysisError } from '../core/index.ts';
import type { SparkError } from '../core/index.ts';
import {
  arrayType,
  canImplicitCast,
  caster,
  castMismatch,
  DoubleType,
  IntegerType,
  isAnsiInterval,
  isNumeric,
  isOrderable,
  isString,
  NullType,
  quotedSqlType,
  sameType,
  StringType,
  tightestCommonType,
} from '../types/index.ts';
import type { ArrayType, DataType } from '../types/index.ts';
import type { ArgumentInfo, ScalarFunction, SignatureContext } from './define.ts';

const ORDINALS = ['first', 'second', 'third'];

/** `"sum(b)"`: the call as error parameters carry it. A lambda that is not resolved yet is undefined. */
export function callText(name: string, args: readonly (ArgumentInfo | undefined)[]): string {
  return `"${name}(${args.map((a) => a?.sql ?? 'lambdafunction()').join(', ')})"`;
}

/** Ordinal word of a parameter, counted from 0. */
export function ordinal(index: number): string {
  return ORDINALS[index] ?? `${index + 1}th`;
}

/** DATATYPE_MISMATCH of some kind; `sqlExpr` is added. */
export function mismatch(
  kind: string,
  name: string,
  args: readonly ArgumentInfo[],
  parameters: Readonly<Record<string, string>>,
  sentence: string,
): SparkError {
  return analysisError(`DATATYPE_MISMATCH.${kind}`, '42K09', { sqlExpr: callText(name, args), ...parameters }, sentence);
}

/** UNEXPECTED_INPUT_TYPE: `required` in Spark's words, quotes included: `"NUMERIC" or "ANSI INTERVAL"`. */
export function unexpectedInput(name: string, args: readonly ArgumentInfo[], index: number, required: string): SparkError {
  const a = args[index] as ArgumentInfo;
  return mismatch(
    'UNEXPECTED_INPUT_TYPE',
    name,
    args,
    { paramIndex: ordinal(index), inputSql: `"${a.sql}"`, inputType: quotedSqlType(a.type), requiredType: required },
    `${name} takes ${required.replaceAll('"', '')} as its ${ordinal(index)} argument, but ${a.sql} is ${quotedSqlType(a.type).replaceAll('"', '')}.`,
  );
}

/** Whether an argument is taken as a text. */
export function goesAsText({ type, legacy }: ArgumentInfo): boolean {
  return canImplicitCast(type, StringType, legacy !== true);
}

/** A time of the day goes for any date or timestamp, but no cast makes it a date, nor a date a time. */
export function checkTimeOfDate({ type, sql }: ArgumentInfo, to: DataType): void {
  if (!(type.kind === 'time' && to.kind === 'date') && !(type.kind === 'date' && to.kind === 'time')) return;
  throw castMismatch(type, to, 'legacy', `"${sql}"`);
}

/** The type an argument is cast to, if it casts implicitly; else UNEXPECTED_INPUT_TYPE. */
export function expectType(name: string, args: readonly ArgumentInfo[], index: number, to: DataType, required = quotedSqlType(to)): DataType {
  const a = args[index] as ArgumentInfo;
  if (!canImplicitCast(a.type, to, a.legacy !== true)) throw unexpectedInput(name, args, index, required);
  checkTimeOfDate(a, to);
  return to;
}

/** Numbers as they are, strings and nulls as double. */
export function expectNumeric(name: string, args: readonly ArgumentInfo[], index: number, required = '"NUMERIC"'): DataType {
  const { type } = args[index] as ArgumentInfo;
  if (isNumeric(type)) return type;
  if (isString(type) || type.kind === 'null') return DoubleType;
  throw unexpectedInput(name, args, index, required);
}

/** Numbers and intervals as they are; strings, nulls and timestamps, which count seconds, as double. */
export function expectNumericOrInterval(name: string, args: readonly ArgumentInfo[], index: number): DataType {
  const { type } = args[index] as ArgumentInfo;
  if (type.kind === 'timestamp') return DoubleType;
  return isAnsiInterval(type) ? type : expectNumeric(name, args, index, '"NUMERIC" or "ANSI INTERVAL"');
}

/** INVALID_ORDERING_TYPE for types that have no order. */
export function expectOrderable(name: string, args: readonly ArgumentInfo[], index: number, shown = name): DataType {
  const { type } = args[index] as ArgumentInfo;
  if (isOrderable(type)) return type;
  throw mismatch(
    'INVALID_ORDERING_TYPE',
    name,
    args,
    { functionName: `\`${shown}\``, dataType: quotedSqlType(type) },
    `${name} needs values that have an order, and ${quotedSqlType(type).replaceAll('"', '')} has none.`,
  );
}

/** The value of a constant, cast to an integer; undefined where there is none. */
export function constantInteger({ literal, type, legacy }: ArgumentInfo): number | undefined {
  if (literal === undefined || literal === null) return undefined;
  const value = caster(type, IntegerType, legacy === true ? 'legacy' : 'ansi', { timeZone: 'UTC', now: () => 0 })(literal);
  return typeof value === 'number' ? value : undefined;
}

/** NON_FOLDABLE_INPUT: the argument must be a constant. What working it out raises is raised at once, unless Spark does that `late`, with the rows. */
export function expectFoldable(name: string, args: readonly ArgumentInfo[], index: number, inputName: string, inputType: string, isLate = false): void {
  const a = args[index] as ArgumentInfo;
  if (a.failure !== undefined && !isLate) throw a.failure;
  if (a.foldable) return;
  throw mismatch(
    'NON_FOLDABLE_INPUT',
    name,
    args,
    { inputName: `\`${inputName}\``, inputType, inputExpr: `"${a.sql}"` },
    `${name} needs a constant for ${inputName}, and ${a.sql} is not one.`,
  );
}

/** `ignoreNulls` is TRUE or FALSE, written down. */
export function expectFlag(name: string, flag: ArgumentInfo | undefined): void {
  if (flag === undefined || (flag.written === true && flag.type.kind === 'boolean')) return;
  throw analysisError(
    'INVALID_PARAMETER_VALUE.BOOLEAN',
    '22023',
    { functionName: `\`${name}\``, parameter: '`ignoreNulls`', invalidValue: `"${flag.sql}"` },
    `ignoreNulls of ${name} must be TRUE or FALSE, not ${flag.sql}.`,
  );
}

/** A seed is written down as a whole number; nothing that has to be worked out is one. Gives its type. */
export function expectWrittenSeed(shown: string, { type, written, sql }: ArgumentInfo): DataType {
  if (type.kind === 'null') return IntegerType;
  if (written === true && (type.kind === 'integer' || type.kind === 'long')) return type;
  throw analysisError(
    'INVALID_PARAMETER_VALUE.LONG',
    '22023',
    { functionName: `\`${shown}\``, parameter: '`seed`', invalidValue: `"${sql}"` },
    `The seed of ${shown} must be a whole number that is written down, not ${sql}.`,
  );
}

/** VALUE_OUT_OF_RANGE of a constant argument; `exprName` as Spark writes it, back-quotes included where it has them. */
export function outOfRange(name: string, args: readonly ArgumentInfo[], exprName: string, valueRange: string, currentValue: string): SparkError {
  return mismatch(
    'VALUE_OUT_OF_RANGE',
    name,
    args,
    { exprName, valueRange, currentValue },
    `${exprName} of ${name} must be within ${valueRange}, but is ${currentValue}.`,
  );
}

/** UNEXPECTED_NULL: a constant argument that must not be null. */
export function unexpectedNull(name: string, args: readonly ArgumentInfo[], exprName: string): SparkError {
  return mismatch('UNEXPECTED_NULL', name, args, { exprName }, `${exprName} of ${name} must not be NULL.`);
}

/** The argument must have this very type (null casts to it): Spark's functions that expect types without casting. */
export function expectExactly(name: string, args: readonly ArgumentInfo[], index: number, to: DataType): DataType {
  const { type } = args[index] as ArgumentInfo;
  if (type.kind === 'null' || sameType(type, to, true)) return to;
  throw unexpectedInput(name, args, index, quotedSqlType(to));
}

/** The argument's array type; an untyped null is an array of nulls. */
export function expectArray(name: string, args: readonly ArgumentInfo[], index: number, required = '"ARRAY"'): ArrayType {
  const { type } = args[index] as ArgumentInfo;
  if (type.kind === 'array') return type;
  if (type.kind === 'null') return arrayType(NullType);
  throw unexpectedInput(name, args, index, required);
}

/** `("INT" or "DATE")`. */
export function typeList(types: readonly DataType[]): string {
  return `(${types.map(quotedSqlType).join(' or ')})`;
}

/** DATA_DIFF_TYPES: arguments that must meet in one type do not. */
export function differentTypes(name: string, args: readonly ArgumentInfo[], types: readonly DataType[], shown = name): SparkError {
  return mismatch(
    'DATA_DIFF_TYPES',
    name,
    args,
    { functionName: `\`${shown}\``, dataType: typeList(types) },
    `${shown} needs values of one type, not ${types.map((t) => quotedSqlType(t).replaceAll('"', '')).join(' and ')}.`,
  );
}

/** ARRAY_FUNCTION_DIFF_TYPES: the array's elements and the value have no common type. */
export function arrayElementMismatch(name: string, args: readonly ArgumentInfo[], left: DataType, right: DataType): SparkError {
  return mismatch(
    'ARRAY_FUNCTION_DIFF_TYPES',
    name,
    args,
    { functionName: `\`${name}\``, dataType: '"ARRAY"', leftType: quotedSqlType(left), rightType: quotedSqlType(right) },
    `${name} needs an array and a value of its element type, not ${quotedSqlType(left).replaceAll('"', '')} and ${quotedSqlType(right).replaceAll('"', '')}.`,
  );
}

/** As without ANSI mode, whatever the mode: an INT and a FLOAT meet in FLOAT. */
export const meetInArrays = (a: DataType, b: DataType): DataType | undefined => tightestCommonType(a, b, false);

/**
 * Whether the arguments go into the types in which they meet. Without ANSI mode structs go into no other type, nor arrays without nulls
 * where a cast might give null.
 */
export function goInto(args: readonly ArgumentInfo[], types: readonly DataType[], ansi: boolean): boolean {
  return ansi || types.every((t, i) => canImplicitCast((args[i] as ArgumentInfo).type, t, false));
}

/** The element type in which an array (argument 0) and a value (argument `index`) meet, exactly or by widening. */
export function commonElement(
  name: string,
  args: readonly ArgumentInfo[],
  { ansi }: SignatureContext,
  meet: (a: DataType, b: DataType) => DataType | undefined = meetInArrays,
  index = 1,
): ArrayType {
  const [array, value] = [args[0] as ArgumentInfo, args[index] as ArgumentInfo];
  const element = array.type.kind === 'array' ? meet(array.type.element, value.type) : undefined;
  const met = array.type.kind === 'array' && element !== undefined ? arrayType(element, array.type.containsNull) : undefined;
  if (met === undefined || !goInto([array, value], [met, met.element], ansi)) throw arrayElementMismatch(name, args, array.type, value.type);
  return met;
}

type ScalarDefaults = 'kind' | 'nulls';
/** A function of one row that is null where an argument is, unless it says otherwise. */
export function scalarFunction(init: Omit<ScalarFunction, ScalarDefaults> & Partial<Pick<ScalarFunction, 'nulls'>>): ScalarFunction {
  return { kind: 'scalar', nulls: 'propagate', ...init };
}
