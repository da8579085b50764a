/** Arguments of functions written in SQL: put where their parameters stand, with defaults for the others, cast to their types. */
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import { stripAlias } from '../../plan/index.ts';
import type { Expression, NamedArgument, Origin, ResolvedExpression, SqlFunction } from '../../plan/index.ts';
import { parseExpression, parseSettings } from '../../sql/index.ts';
import { canCast, castIsNullable, castMismatch, quoteIdentifier, sameType, typeFromJson } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import { sqlOf } from '../aliases.ts';
import type { Env } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { originOf } from '../origins.ts';
import { orderBySimilarity } from '../suggestions.ts';
import { wrongNumArgs } from '../expressions/argument-lists.ts';
import { writtenText } from '../written-text.ts';
import { bodyScope } from './body.ts';
import { quotedFunction } from './lookup.ts';

const PROPOSED_PARAMETERS_COUNT = 3;

export interface Arguments {
  /** One for each parameter, of its type. */
  readonly values: readonly ResolvedExpression[];
  /** The arguments as they were written. */
  readonly texts: readonly string[];
}

/** The value as the type. Raises DATATYPE_MISMATCH.CAST_WITHOUT_SUGGESTION. */
export function asType(env: Env, value: ResolvedExpression, type: DataType, origin = value.origin): ResolvedExpression {
  const { analysis } = env;
  const mode = analysis.context.ansi ? 'ansi' : 'legacy';
  if (!canCast(value.type, type, mode)) throw castMismatch(value.type, type, mode, `"${sqlOf(analysis, value)}"`);
  if (sameType(value.type, type)) return value;
  return { kind: 'cast', child: value, type, nullable: castIsNullable(value.type, type, value.nullable, mode), mode, explicit: false, ...originOf(origin) };
}

/** A parameter's DEFAULT, which sees no column. */
export function defaultOf(env: Env, f: SqlFunction, index: number): ResolvedExpression {
  const p = f.parameters[index] as SqlFunction['parameters'][number];
  const empty = envOf(env.analysis, bodyScope(f, env.scope), []);
  const { conf, sessionTimeZone } = env.analysis.context;
  const value = stripAlias(env.analysis.resolve(parseExpression(p.defaultText as string, { ...parseSettings(conf), timeZone: sessionTimeZone }), empty));
  return asType(empty, value, typeFromJson(p.type));
}

export function functionArguments(env: Env, f: SqlFunction, args: readonly Expression[], origin: Origin | undefined): Arguments {
  const placed = inPlaces(env, f, args);
  const texts: string[] = [];
  const values = f.parameters.map((p, i) => {
    const given = placed[i];
    if (given === undefined) return defaultOf(env, f, i);
    const value = env.analysis.resolve(given, env);
    texts.push(writtenText(env.analysis, value));
    return asType(env, stripAlias(value), typeFromJson(p.type), origin);
  });
  return { values, texts };
}

/** An argument for each parameter; absent where its default stands. */
function inPlaces(env: Env, f: SqlFunction, args: readonly Expression[]): readonly (Expression | undefined)[] {
  if (args.length > f.parameters.length) throw wrongCount(f, args.length);
  const firstNamed = args.findIndex((a) => a.type === 'NamedArgumentExpression');
  const placed: (Expression | undefined)[] = firstNamed < 0 ? [...args] : args.slice(0, firstNamed);
  for (const [i, a] of firstNamed < 0 ? [] : args.slice(firstNamed).entries()) {
    if (a.type !== 'NamedArgumentExpression') throw misplaced(f, args[firstNamed + i - 1] as NamedArgument);
    place(env, f, placed, a, firstNamed);
  }
  const missing = f.parameters.findIndex((p, i) => placed[i] === undefined && p.defaultText === undefined);
  if (missing >= 0) throw firstNamed < 0 ? wrongCount(f, args.length) : required(f, missing);
  return placed;
}

function wrongCount(f: SqlFunction, actual: number): SparkError {
  const error = wrongNumArgs(f.nameParts.join('.'), String(f.parameters.length), actual);
  const { docroot = '', expectedNum = '', actualNum = '' } = error.parameters;
  return analysisError('WRONG_NUM_ARGS.WITHOUT_SUGGESTION', '42605', { functionName: quotedFunction(f), expectedNum, actualNum, docroot }, error.sentence);
}

function parameterError(condition: string, f: SqlFunction, parameters: Readonly<Record<string, string>>, sentence: string): SparkError {
  return analysisError(condition, '4274K', { routineName: quotedFunction(f), ...parameters }, sentence);
}

function misplaced(f: SqlFunction, before: NamedArgument): SparkError {
  const sentence = `In a call of ${f.nameParts.join('.')} arguments without a name must come before those with one.`;
  return parameterError('UNEXPECTED_POSITIONAL_ARGUMENT', f, { parameterName: quoteIdentifier(before.key) }, sentence);
}

function required(f: SqlFunction, index: number): SparkError {
  const name = f.parameters[index]?.name ?? '';
  return parameterError('REQUIRED_PARAMETER_NOT_FOUND', f, { parameterName: quoteIdentifier(name), index: String(index) }, `${f.nameParts.join('.')} needs a value for its parameter ${name}.`);
}

function place(env: Env, f: SqlFunction, placed: (Expression | undefined)[], a: NamedArgument, positional: number): void {
  const index = f.parameters.findIndex((p) => env.analysis.sameName(p.name, a.key));
  const shown = f.nameParts.join('.');
  if (index < 0) {
    const names = f.parameters.map((p) => quoteIdentifier(p.name));
    const proposal = orderBySimilarity(a.key, names).slice(0, PROPOSED_PARAMETERS_COUNT).join(' ');
    throw parameterError('UNRECOGNIZED_PARAMETER_NAME', f, { argumentName: quoteIdentifier(a.key), proposal }, `${shown} has no parameter ${a.key}. Did you mean one of ${proposal}?`);
  }
  if (placed[index] !== undefined) {
    const how = index < positional ? 'BOTH_POSITIONAL_AND_NAMED' : 'DOUBLE_NAMED_ARGUMENT_REFERENCE';
    throw parameterError(`DUPLICATE_ROUTINE_PARAMETER_ASSIGNMENT.${how}`, f, { parameterName: quoteIdentifier(f.parameters[index]?.name ?? a.key) }, `The parameter ${a.key} of ${shown} is given twice.`);
  }
  placed[index] = a.value;
}
