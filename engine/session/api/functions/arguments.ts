/** Arguments of functions: columns, names of columns, constants, options, and JavaScript functions as lambdas. */
import { SparkError } from '../../../core/index.ts';
import type { FunctionDeclaration, ParameterSpec } from '../../../functions/define.ts';
import type { Expression } from '../../../plan/index.ts';
import { call, columnExpr, ColumnImpl, exprOf, isColumn, litExpr, originOf } from '../column.ts';
import type { Column, ColumnOrName, LiteralValue } from '../public/index.ts';

export type Argument = ColumnOrName | LiteralValue | readonly ColumnOrName[] | ((...columns: Column[]) => Column) | Readonly<Record<string, unknown>> | undefined;

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

/** One argument as its parameter takes it: a text names a column unless the parameter is for constants. */
export function argumentExpr(arg: Argument, param: ParameterSpec | undefined): Expression {
  if (isColumn(arg)) return exprOf(arg);
  if (typeof arg === 'function') return lambdaExpr(arg as (...columns: Column[]) => Column);
  if (typeof arg === 'string' && param?.pythonLiteral !== true) return columnExpr(arg);
  if (isOptions(arg)) return optionsExpr(arg);
  return litExpr(arg);
}

function isOptions(arg: unknown): arg is Readonly<Record<string, unknown>> {
  return typeof arg === 'object' && arg !== null && Object.getPrototypeOf(arg) === Object.prototype;
}

function wrongCount(name: string, fn: FunctionDeclaration, given: number): SparkError {
  const needed = fn.params.filter((p) => p.optional !== true && p.variadic !== true).length;
  return new SparkError({
    errorClass: 'AnalysisException',
    condition: 'WRONG_NUM_ARGS.WITHOUT_SUGGESTION',
    sqlState: '42605',
    parameters: { functionName: `\`${name}\``, expectedNum: String(needed), actualNum: String(given), docroot: 'https://spark.apache.org/docs/latest' },
    sentence: `${name} takes ${needed} arguments or more, but got ${given}.`,
  });
}

/** A function of the registry as a JavaScript function, called by one of its names. Lists are spread where the last parameter repeats. */
export function registryFunction(name: string, fn: FunctionDeclaration): (...args: Argument[]) => Column {
  const last = fn.params[fn.params.length - 1];
  const required = fn.params.filter((p) => p.optional !== true && p.variadic !== true).length;
  return (...given) => {
    const args = last?.variadic === true ? (given.flat() as Argument[]) : given;
    while (args.length > 0 && args[args.length - 1] === undefined) args.pop();
    if (args.length < required) throw wrongCount(name, fn, args.length);
    const expressions = args.map((a, i) => argumentExpr(a, fn.params[i] ?? last));
    return new ColumnImpl({ type: 'UnresolvedFunction', functionName: name, arguments: expressions, ...originOf(name) });
  };
}
