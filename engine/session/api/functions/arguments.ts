/** Arguments of functions: columns, names of columns, constants, options, and JavaScript functions as lambdas. */
import { SparkError } from '../../../core/index.ts';
import type { FunctionDeclaration } from '../../../functions/define.ts';
import type { Expression } from '../../../plan/index.ts';
import { call, columnExpr, ColumnImpl, exprOf, isColumn, litExpr, originOf } from '../column.ts';
import type { Column, ColumnOrName, LiteralValue } from '../public/index.ts';

export type Argument = ColumnOrName | LiteralValue | readonly (ColumnOrName | LiteralValue)[] | ((...columns: Column[]) => Column) | Readonly<Record<string, unknown>> | undefined;

const LAMBDA_NAMES = ['x', 'y', 'z'] as const;
let lambdas = 0;

/** The expression of a function over columns: it is called once, with variables. */
export function lambdaExpr(f: (...columns: Column[]) => Column): Expression {
  const count = Math.min(Math.max(f.length, 1), LAMBDA_NAMES.length);
  const id = lambdas++;
  const variables = LAMBDA_NAMES.slice(0, count).map((n) => ({ type: 'UnresolvedNamedLambdaVariable' as const, nameParts: [`${n}_${id}`] }));
  return { type: 'LambdaFunction', function: exprOf(f(...variables.map((v) => new ColumnImpl(v)))), arguments: variables };
}

/** Options as a constant map of texts. */
export function optionsExpr(options: Readonly<Record<string, unknown>>): Expression {
  const entries = Object.entries(options).flatMap(([k, v]) => [litExpr(k), litExpr(String(v))]);
  return exprOf(call('map', entries));
}

/** One argument as its parameter takes it: a text names a column, unless the parameter is for values. */
export function argumentExpr(arg: Argument, isValue: boolean): Expression {
  if (isColumn(arg)) return exprOf(arg);
  if (typeof arg === 'function') return lambdaExpr(arg as (...columns: Column[]) => Column);
  if (typeof arg === 'string' && !isValue) return columnExpr(arg);
  if (isOptions(arg)) return optionsExpr(arg);
  return litExpr(arg);
}

function isOptions(arg: unknown): arg is Readonly<Record<string, unknown>> {
  return typeof arg === 'object' && arg !== null && Object.getPrototypeOf(arg) === Object.prototype;
}

function wrongCount(name: string, needed: number, given: number): SparkError {
  return new SparkError({
    errorClass: 'AnalysisException',
    condition: 'WRONG_NUM_ARGS.WITHOUT_SUGGESTION',
    sqlState: '42605',
    parameters: { functionName: `\`${name}\``, expectedNum: String(needed), actualNum: String(given), docroot: 'https://spark.apache.org/docs/latest' },
    sentence: `${name} takes ${needed} arguments or more, but got ${given}.`,
  });
}

/** A function of the registry that PySpark has not as it stands: constants where its parameters say so, else columns. */
export function registryFunction(name: string, fn: FunctionDeclaration): (...args: Argument[]) => Column {
  const last = fn.params[fn.params.length - 1];
  const required = fn.params.filter((p) => p.optional !== true && p.variadic !== true).length;
  return (...given) => {
    const args = withoutTail(last?.variadic === true ? (given.flat() as Argument[]) : given);
    if (args.length < required) throw wrongCount(name, required, args.length);
    return invoke(name, args.map((a, i) => argumentExpr(a, (fn.params[i] ?? last)?.pythonLiteral === true)), name);
  };
}

/** A parameter as `signatures.ts` writes it: `c` a column or its name, `v` a value; `*` any number, `?` or `=1` may be left out. */
interface Parameter {
  readonly isValue: boolean;
  readonly variadic: boolean;
  readonly optional: boolean;
  readonly fallback?: LiteralValue;
}

function parameterOf(text: string): Parameter {
  const at = text.indexOf('=');
  const base = { isValue: text.startsWith('v'), variadic: text.includes('*'), optional: at >= 0 || text.includes('?') };
  return at < 0 ? base : { ...base, fallback: JSON.parse(text.slice(at + 1)) as LiteralValue };
}

/** A function with PySpark's signature: `target c v=1`, `target! c*` where only different values count. */
export function signatureFunction(name: string, signature: string): (...args: Argument[]) => Column {
  const [head = name, ...texts] = signature.split(' ');
  const params = texts.map(parameterOf);
  const isDistinct = head.endsWith('!');
  const required = params.filter((p) => !p.optional && !p.variadic).length;
  return (...given) => {
    const args = withoutTail(params.at(-1)?.variadic === true ? (given.flat() as Argument[]) : given);
    if (args.length < required) throw wrongCount(name, required, args.length);
    const all = args.map((a, i) => {
      const p = params[Math.min(i, params.length - 1)];
      return a === undefined ? litExpr(p?.fallback ?? null) : argumentExpr(a, p?.isValue === true);
    });
    const rest = params.slice(args.length).flatMap((p) => (p.fallback === undefined ? [] : [litExpr(p.fallback)]));
    return invoke(isDistinct ? head.slice(0, -1) : head, [...all, ...rest], name, isDistinct);
  };
}

function withoutTail(args: readonly Argument[]): Argument[] {
  const end = args.findLastIndex((a) => a !== undefined);
  return args.slice(0, end + 1);
}

function invoke(functionName: string, args: readonly Expression[], api: string, isDistinct = false): Column {
  return new ColumnImpl({ type: 'UnresolvedFunction', functionName, arguments: args, ...(isDistinct ? { isDistinct } : {}), ...originOf(api) });
}
