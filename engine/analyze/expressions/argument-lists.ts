/** Arguments of a call in the order of the parameters: their number, and those passed by name. */
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import type { FunctionDeclaration } from '../../functions/define.ts';
import type { Expression, NamedArgument } from '../../plan/index.ts';
import { encodeWire, quoteIdentifier, typeToJson } from '../../types/index.ts';
import type { Env } from '../analysis.ts';
import { orderBySimilarity } from '../suggestions.ts';

const DOCROOT = 'https://spark.apache.org/docs/latest';
const PROPOSED_PARAMETERS_COUNT = 3;

/** WRONG_NUM_ARGS; `expectedNum` in Spark's form. */
export function wrongNumArgs(name: string, expectedNum: string, actual: number): SparkError {
  return analysisError(
    'WRONG_NUM_ARGS.WITHOUT_SUGGESTION',
    '42605',
    { functionName: quoteIdentifier(name), expectedNum, actualNum: String(actual), docroot: DOCROOT },
    `${name} takes ${expectedNum} arguments, not ${actual}.`,
  );
}

/** `1`, `[2, 3]`, `> 0`. */
function expectedText(name: string, required: number, max: number | undefined): string {
  if (max === undefined) return `> ${required - 1}`;
  // An operator may also be a sign, but is told by its two sides.
  if (required === max || !/^\w/.test(name)) return String(max);
  return `[${Array.from({ length: max - required + 1 }, (_, i) => required + i).join(', ')}]`;
}

function countsText(counts: readonly number[]): string {
  return counts.length === 1 ? String(counts[0]) : `[${counts.join(', ')}]`;
}

/** Raises WRONG_NUM_ARGS.WITHOUT_SUGGESTION where there are more or fewer arguments than parameters. */
export function checkCount(fn: FunctionDeclaration, count: number): void {
  const required = fn.params.filter((p) => p.optional !== true).length;
  const max = fn.params.some((p) => p.variadic === true) ? undefined : fn.params.length;
  if (fn.counts?.includes(count) ?? (count >= required && (max === undefined || count <= max))) return;
  if (fn.namedArguments === true && count < required) throw parameterNotFound(fn, count, 0);
  throw wrongNumArgs(fn.countedAs ?? fn.name, fn.counts === undefined ? expectedText(fn.name, required, max) : countsText(fn.countsShown ?? fn.counts), count);
}

export function unsupportedSyntax(fn: FunctionDeclaration, syntax: string): SparkError {
  return analysisError(
    'INVALID_SQL_SYNTAX.FUNCTION_WITH_UNSUPPORTED_SYNTAX',
    '42000',
    { prettyName: quoteIdentifier(fn.name), syntax },
    `${fn.name} cannot be called with ${syntax}.`,
  );
}

function parameterError(condition: string, parameters: Readonly<Record<string, string>>, sentence: string): SparkError {
  return analysisError(condition, '4274K', parameters, sentence);
}

/** Names of a call whose parameters are not known: those with a name come last, each once. */
export function checkNames(routine: string, args: readonly Expression[]): void {
  const routineName = quoteIdentifier(routine);
  const named = new Set<string>();
  let last: NamedArgument | undefined;
  for (const a of args) {
    if (a.type !== 'NamedArgumentExpression') {
      if (last === undefined) continue;
      const sentence = `In a call of ${routine} arguments without a name must come before those with one.`;
      throw parameterError('UNEXPECTED_POSITIONAL_ARGUMENT', { routineName, parameterName: quoteIdentifier(last.key) }, sentence);
    }
    last = a;
    if (named.has(a.key)) {
      const condition = 'DUPLICATE_ROUTINE_PARAMETER_ASSIGNMENT.DOUBLE_NAMED_ARGUMENT_REFERENCE';
      throw parameterError(condition, { routineName, parameterName: quoteIdentifier(a.key) }, `The parameter ${a.key} of ${routine} is given twice.`);
    }
    named.add(a.key);
  }
}

/** Named arguments put where their parameters stand; without any, the list itself. */
export function orderedArguments(env: Env, fn: FunctionDeclaration, args: readonly Expression[]): readonly Expression[] {
  const firstNamed = args.findIndex((a) => a.type === 'NamedArgumentExpression');
  if (firstNamed < 0) return args;
  if (fn.namedArguments !== true) {
    throw parameterError('NAMED_PARAMETERS_NOT_SUPPORTED', { functionName: quoteIdentifier(fn.name) }, `${fn.name} cannot be called with arguments by name: give them in order.`);
  }
  const misplaced = args.findIndex((a, i) => i > firstNamed && a.type !== 'NamedArgumentExpression');
  if (misplaced >= 0) {
    throw parameterError(
      'UNEXPECTED_POSITIONAL_ARGUMENT',
      { routineName: quoteIdentifier(fn.name), parameterName: quoteIdentifier((args[misplaced - 1] as NamedArgument).key) },
      `In a call of ${fn.name} arguments without a name must come before those with one.`,
    );
  }
  const slots: (Expression | undefined)[] = args.slice(0, firstNamed);
  for (const a of args.slice(firstNamed) as readonly NamedArgument[]) place(env, fn, slots, a, firstNamed);
  return filled(fn, slots);
}

function place(env: Env, fn: FunctionDeclaration, slots: (Expression | undefined)[], a: NamedArgument, positional: number): void {
  const index = fn.params.findIndex((p) => env.analysis.sameName(p.name, a.key));
  const routineName = quoteIdentifier(fn.name);
  if (index < 0) {
    const names = fn.params.map((p) => quoteIdentifier(p.name)).reverse();
    const proposal = orderBySimilarity(a.key, names).slice(0, PROPOSED_PARAMETERS_COUNT).join(' ');
    throw parameterError(
      'UNRECOGNIZED_PARAMETER_NAME',
      { routineName, argumentName: quoteIdentifier(a.key), proposal },
      `${fn.name} has no parameter ${a.key}. Did you mean one of ${proposal}?`,
    );
  }
  if (slots[index] !== undefined) {
    const how = index < positional ? 'BOTH_POSITIONAL_AND_NAMED' : 'DOUBLE_NAMED_ARGUMENT_REFERENCE';
    throw parameterError(
      `DUPLICATE_ROUTINE_PARAMETER_ASSIGNMENT.${how}`,
      { routineName, parameterName: quoteIdentifier(fn.params[index]?.name ?? a.key) },
      `The parameter ${a.key} of ${fn.name} is given twice.`,
    );
  }
  slots[index] = a.value;
}

/** `place`: what Spark tells as the parameter's place; of a call without names always 0. */
function parameterNotFound(fn: FunctionDeclaration, index: number, place = index): SparkError {
  const name = fn.params[index]?.name ?? '';
  return parameterError(
    'REQUIRED_PARAMETER_NOT_FOUND',
    { routineName: quoteIdentifier(fn.name), parameterName: quoteIdentifier(name), index: String(place) },
    `${fn.name} needs a value for its parameter ${name}.`,
  );
}

/** A parameter that is left out in the middle has to have a value all the same. */
function filled(fn: FunctionDeclaration, slots: readonly (Expression | undefined)[]): readonly Expression[] {
  return Array.from(slots, (e, i) => {
    if (e !== undefined) return e;
    const parameter = fn.params[i];
    const otherwise = parameter?.sqlDefault;
    if (otherwise !== undefined) return { type: 'Literal', dataType: typeToJson(otherwise.type), value: encodeWire(otherwise.type, otherwise.value) };
    throw parameterNotFound(fn, i);
  });
}
