/** Scalar functions whose parameters have fixed types: the declaration, with defaults that names and errors show. */
import { analysisError } from '../core/index.ts';
import type { SparkError } from '../core/index.ts';
import { BinaryType, castValue, IntegerType, StringType } from '../types/index.ts';
import type { DataType, Value } from '../types/index.ts';
import type { ArgumentInfo, CallContext, ParameterSpec, ScalarFunction, Signature } from './define.ts';
import { expectExactly, expectFoldable, expectType, goesAsText, scalarFunction, unexpectedInput } from './typing.ts';

/** What an argument is cast to; throws DATATYPE_MISMATCH where it does not fit. */
export type Rule = (name: string, args: readonly ArgumentInfo[], index: number) => DataType;

/** Whatever casts implicitly to the type. */
export function casts(to: DataType, required?: string): Rule {
  return (name, args, i) => expectType(name, args, i, to, required);
}
/** The type itself, or an untyped null. */
export function exactly(to: DataType): Rule {
  return (name, args, i) => expectExactly(name, args, i, to);
}

export const text: Rule = casts(StringType);
export const exactText: Rule = exactly(StringType);
export const bytes: Rule = casts(BinaryType);
export const int: Rule = casts(IntegerType);
export const anything: Rule = (_name, args, i) => (args[i] as ArgumentInfo).type;

/** Binary as it is, all else that is atomic as text. */
export const textOrBytes: Rule = (name, args, i) => {
  const a = args[i] as ArgumentInfo;
  if (a.type.kind === 'binary') return BinaryType;
  if (goesAsText(a)) return StringType;
  throw unexpectedInput(name, args, i, '("STRING" or "BINARY")');
};

/** As the rule, but the argument must be a constant; `shown` is the name that errors give it. */
export function constant(rule: Rule, shown: string, type: string): Rule {
  return (name, args, i) => {
    const to = rule(name, args, i);
    expectFoldable(name, args, i, shown, type);
    const { literal, type: from, legacy, failure } = args[i] as ArgumentInfo;
    // Spark works the constant out while it looks at types, and the cast to what the function takes with it.
    if (failure !== undefined) throw failure;
    if (literal !== undefined) castValue(literal, from, to, legacy === true ? 'legacy' : 'ansi', { timeZone: 'UTC' });
    return to;
  };
}

/** The value of a parameter that the call leaves out, and how the column's name shows it. */
export interface Default {
  readonly sql: string;
  readonly type: DataType;
  readonly value: Value;
}
export function defaultText(value: string): Default {
  return { sql: value, type: StringType, value };
}
export function defaultInt(value: number): Default {
  return { sql: String(value), type: IntegerType, value };
}

export interface TypedInit extends Pick<ScalarFunction, 'name' | 'aliases' | 'family' | 'since' | 'doc' | 'examples' | 'constancy' | 'asks' | 'nullIntolerant' | 'interpreted'> {
  readonly deterministic?: boolean;
  readonly internal?: boolean;
  readonly counts?: readonly number[];
  readonly countedAs?: string;
  readonly batch?: ScalarFunction['batch'];
  readonly replacement?: ScalarFunction['replacement'];
  readonly prepare?: ScalarFunction['prepare'];
  readonly nulls?: ScalarFunction['nulls'];
  readonly namedArguments?: boolean;
  /** Names of the parameters in order; `?` at the end: optional, `...`: any number of them. */
  readonly params: readonly string[];
  /** Of each parameter; the last also of those that follow. */
  readonly takes: readonly Rule[];
  readonly returns: DataType | ((types: readonly DataType[], args: readonly ArgumentInfo[]) => DataType);
  /** Default: null where any argument is. */
  readonly nullable?: boolean;
  /** Only the first so many arguments make the result null. */
  readonly nullableBy?: number;
  /** Of the last parameters, where they are left out: `row` sees them, and so do names and errors. */
  readonly defaults?: readonly Default[];
  /** A further check of the arguments, with the defaults. */
  readonly check?: (args: readonly ArgumentInfo[]) => void;
  readonly sql?: (args: readonly string[]) => string;
  /** The name in errors, where it is not the function's own. */
  readonly shownAs?: string;
  readonly row: (args: readonly Value[], ctx: CallContext) => Value;
}

/** WRONG_NUM_ARGS, where the number of arguments alone does not tell whether it is right. */
export function wrongCount(name: string, args: readonly ArgumentInfo[], expected: string): SparkError {
  return analysisError(
    'WRONG_NUM_ARGS.WITHOUT_SUGGESTION',
    '42605',
    { functionName: `\`${name}\``, expectedNum: expected, actualNum: String(args.length), docroot: 'https://spark.apache.org/docs/latest' },
    `${name} takes ${expected} arguments, not ${args.length}.`,
  );
}

function parameter(spelled: string, rule: Rule | undefined, otherwise: Default | undefined): ParameterSpec {
  const name = spelled.replace(/\?|\.\.\./g, '');
  const accepts = rule === text || rule === exactText ? 'string' : rule === int ? 'integer' : rule === bytes ? 'binary' : 'any';
  return {
    name,
    accepts: [accepts],
    ...(spelled.includes('?') ? { optional: true } : {}),
    ...(spelled.includes('...') ? { variadic: true } : {}),
    ...(otherwise === undefined ? {} : { sqlDefault: { type: otherwise.type, value: otherwise.value } }),
  };
}

/** How many of `defaults` a call with `given` of `count` arguments lacks, and from which. */
function missing<T>(defaults: readonly T[], given: number, count: number): readonly T[] {
  return defaults.slice(Math.max(0, defaults.length - (count - given)));
}

/** A constant as what the argument is cast to; itself where it does not fit, which is told elsewhere. */
function asTaken({ literal, type, legacy }: ArgumentInfo, to: DataType): Value {
  try {
    return castValue(literal as Value, type, to, legacy === true ? 'legacy' : 'ansi', { timeZone: 'UTC' });
  } catch {
    return literal as Value;
  }
}

/** A function of one row over fixed types; null where an argument is null unless `nulls` says otherwise. */
export function typed(init: TypedInit): ScalarFunction {
  const { name, params, takes, returns, nullable, nullableBy, defaults = [], check, sql, shownAs = init.name, row, ...rest } = init;
  const count = params.length;
  const padded = (args: readonly ArgumentInfo[]): readonly ArgumentInfo[] => {
    if (defaults.length === 0 || args.length >= count) return args;
    const more = missing(defaults, args.length, count).map(
      (d): ArgumentInfo => ({ type: d.type, nullable: d.value === null, literal: d.value, foldable: true, sql: d.sql }),
    );
    return [...args, ...more];
  };
  const signature = (given: readonly ArgumentInfo[]): Signature => {
    const args = padded(given);
    const types = args.map((_, i) => (takes[Math.min(i, takes.length - 1)] as Rule)(shownAs, args, i));
    check?.(args.map((a, i) => (a.literal === undefined || a.literal === null ? a : { ...a, literal: asTaken(a, types[i] as DataType) })));
    const result = typeof returns === 'function' ? returns(types, args) : returns;
    const isNullable = nullableBy === undefined ? nullable : args.slice(0, nullableBy).some((a) => a.nullable);
    return { argTypes: types.slice(0, given.length), returns: result, ...(isNullable === undefined ? {} : { nullable: isNullable }) };
  };
  const shown = sql ?? ((args: readonly string[]) => `${name}(${args.join(', ')})`);
  return scalarFunction({
    name,
    ...rest,
    params: params.map((p, i) => parameter(p, takes[Math.min(i, takes.length - 1)], defaults[i - count + defaults.length])),
    signature,
    ...(sql === undefined && defaults.length === 0
      ? {}
      : { sql: (args) => shown([...args, ...missing(defaults, args.length, count).map((d) => d.sql)]) }),
    row: defaults.length === 0 ? row : (args, ctx) => row(args.length >= count ? args : [...args, ...missing(defaults, args.length, count).map((d) => d.value)], ctx),
  });
}
